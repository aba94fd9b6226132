"""A leg day in a real terminal, in plain lines: three exercises, two cramps, and what is kept."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.support.history import Event, events
from tests.support.terminal import RELIEF, Terminal, relief, run

pytestmark = pytest.mark.terminal

SCALE = 40
CURL = ("workout", "Lying leg curl", "--weight", "45kg", "--sets", "3", "--rest", "60", "--plain")


def answer(terminal: Terminal, question: str, key: str) -> None:
    """Answer a list that opens, after the second in which it ignores keys."""
    terminal.wait_for(question, timeout=20.0)
    terminal.watch(2.0 / SCALE)
    terminal.press(key)


def relieved(terminal: Terminal, *, plan: bool) -> None:
    """A cramp that lets go in its first hold, all that is asked answered; back in the workout."""
    terminal.press("c")
    terminal.wait_for("EASE IN CRAMPED LEG")
    terminal.press("s")
    terminal.wait_for("HOLD LEFT")
    terminal.press("1")
    answer(terminal, "Any of these?", "0")
    answer(terminal, "Pain now?", "2")
    if plan:
        answer(terminal, "Anything not right?", "0")
        answer(terminal, "What now?", "1")
    terminal.wait_for("Back in the workout:", timeout=20.0)
    terminal.watch(2.0 / SCALE)  # the next ENTER is no longer the end of the line of that answer


def loads(told: list[Event]) -> list[tuple[str, float | None, int]]:
    return [
        (each["exercise"], each["load"]["value"] if each["load"] else None, each["reps"])
        for each in told
    ]


def test_three_exercises_and_two_cramps(tmp_path: Path) -> None:
    with relief(*CURL, home=tmp_path, scale=SCALE, rows=60) as terminal:
        terminal.wait_for("WORK Lying leg curl, set 1 of 3: 45 kg × 10")
        terminal.press("enter")
        terminal.wait_for("next: set 2 of 3, 45 kg × 10")
        terminal.wait_for("WORK Lying leg curl, set 2 of 3")
        relieved(terminal, plan=True)
        terminal.wait_for("LOWER THE WEIGHT 45 → 35 kg   rule of thumb")
        terminal.press("enter")
        terminal.wait_for("Logged: Lying leg curl, set 1, 35 kg × 10.")
        terminal.wait_for("WORK Lying leg curl, set 2 of 2: 35 kg × 10")
        terminal.press("o", "o", "o")
        terminal.wait_for("WORK Seated leg curl, set 1 of 2: 10 reps")
        terminal.wait_for("LOWER THE WEIGHT about 20 %")
        terminal.press("8", "space", "3", "0", "k", "g", "enter")
        terminal.wait_for("Logged: Seated leg curl, set 1, 30 kg × 8.")
        terminal.press("d")
        terminal.wait_for("Sip noted.")
        relieved(terminal, plan=False)
        terminal.wait_for("Seated leg curl: No more curls today.")
        terminal.wait_for("ENTER: Two-leg Romanian deadlift · x end")
        terminal.press("enter")
        terminal.wait_for("WORK Two-leg Romanian deadlift, set 1 of 3")
        terminal.press("1", "2", "space", "4", "0", "k", "g", "enter")
        terminal.wait_for("Logged: Two-leg Romanian deadlift, set 1, 40 kg × 12.")
        terminal.press("x")
        terminal.wait_for("4 sets, 40 reps, 2 cramps, 1 sip")
        terminal.wait_exit()
    assert loads(events(tmp_path, "set_done")) == [
        ("Lying leg curl", 45.0, 10),
        ("Lying leg curl", 35.0, 10),
        ("Seated leg curl", 30.0, 8),
        ("Two-leg Romanian deadlift", 40.0, 12),
    ]
    first, second = events(tmp_path, "relief_ended")
    assert (first["band"], first["side"], first["exercise"], first["machine"]) == (
        "mild", "left", "Lying leg curl", "prone"
    )  # fmt: skip
    assert (second["band"], second["exercise"], second["load"]["value"]) == (
        "repeat", "Seated leg curl", 30.0
    )  # fmt: skip
    (ended,) = events(tmp_path, "workout_ended")
    assert (ended["outcome"], ended["sets"], ended["cramps"], ended["sips"]) == ("done", 4, 2, 1)
    assert len(events(tmp_path, "drank")) == 1
    told = run("history", home=tmp_path).stdout
    assert "Workouts" in told
    assert "Lying leg curl: 45 kg × 10, 35 kg × 10" in told


def test_the_watch_runs_its_hour_and_a_sip_is_asked_about(tmp_path: Path) -> None:
    """An hour in nine seconds, as the sips tell that are put off by ten minutes each."""
    with relief(*CURL, home=tmp_path, scale=SCALE, rows=60) as terminal:
        terminal.wait_for("set 1 of 3")
        relieved(terminal, plan=True)
        terminal.wait_for("LOWER THE WEIGHT 45 → 35 kg")
        terminal.press("q")
        terminal.wait_exit()
    with relief("--plain", home=tmp_path, scale=400, rows=60) as terminal:
        terminal.wait_for("GO ON? workout")
        terminal.press("space")
        terminal.wait_for("60-minute watch: 60 min left")
        for asked in range(1, 7):
            terminal.wait_for(re.compile(rf"(Thirsty\? SIP.*){{{asked}}}", re.DOTALL))
            terminal.press("z")
            terminal.wait_for(re.compile(rf"(Later\..*){{{asked}}}", re.DOTALL))
        terminal.wait_for(re.compile(r"(Thirsty\? SIP.*){7}", re.DOTALL))
        terminal.press("enter")
        begun = re.compile(
            r"WORK Lying leg curl, set 2 of 3: 35 kg × 10\n\S+ (.+)   (evidence|rule of thumb)"
        )
        terminal.wait_for(begun)
        ((tip, _),) = begun.findall(terminal.text())
        assert "LOWER" not in tip, "no advice any more, and no watch before it"
        terminal.press("x")
        terminal.wait_for("1 cramp")


def test_through_a_pipe_an_empty_line_is_a_set_and_the_end_ends_it(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*RELIEF, *CURL],
        env={"RELIEF_HOME": str(tmp_path), "RELIEF_TIME_SCALE": "50"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for line in ("\n", "8 40kg\n"):
            while "WORK Lying leg curl" not in process.stdout.readline():
                pass
            process.stdin.write(line)
            process.stdin.flush()
        while "Logged: Lying leg curl, set 2" not in process.stdout.readline():
            pass
        process.stdin.close()
        rest = process.stdout.read()
    assert process.returncode == 0
    assert "No key can come any more" in rest
    assert rest.rstrip().endswith("Log saved.")
    assert loads(events(tmp_path, "set_done")) == [
        ("Lying leg curl", 45.0, 10),
        ("Lying leg curl", 40.0, 8),
    ]


def test_hands_free_nothing_is_logged(tmp_path: Path) -> None:
    done = run(*CURL, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert events(tmp_path, "set_done") == []
    assert events(tmp_path, "workout_ended")[0]["outcome"] == "stopped"


def test_whoever_types_lines_logs_no_set_that_nobody_did(tmp_path: Path) -> None:
    """Each key and its ENTER at once, as a person used to lines types them."""
    with relief(*CURL, home=tmp_path, rows=60, cols=120) as terminal:
        terminal.wait_for("set 1 of 3")
        for key, said in (
            ("i", "More: relief guide"),
            ("g", "'g' is none of the keys; ? shows them."),
            ("z", "There is nothing to put off."),
            ("hello", "'hello' is none of the keys"),
            ("swap [/]", "WORK [/], set 1 of 3"),
            ("swap Nordic curl 20kg", "WORK Nordic curl, set 1 of 3: 20 kg × 10"),
        ):
            terminal.press(key, "enter")
            terminal.wait_for(said)
        assert "\nswap Nordic curl 20kg\n" in terminal.text()
        terminal.press("8", "enter")
        terminal.wait_for("Logged: Nordic curl, set 1, 20 kg × 8.")
        for key, said in (
            ("?", "everywhere"),
            ("d", "Sip noted."),
            ("u", "Taken back: the sip."),
            ("w", "WARM-UP?"),
            ("swap Leg curl", "'swap Leg curl' is none of the keys"),
        ):
            terminal.press(key, "enter")
            terminal.wait_for(said)
        terminal.press("esc")
        terminal.wait_for("Back in the workout:")
        terminal.press("stop", "enter")
        terminal.wait_for("1 set, 8 reps")
        terminal.wait_exit()
    assert loads(events(tmp_path, "set_done")) == [("Nordic curl", 20.0, 8)]
    assert [events(tmp_path, kind) for kind in ("relief_began", "warmup_began")] == [[], []]


def test_an_enter_after_each_answer_skips_nothing_of_a_relief(tmp_path: Path) -> None:
    with relief("now", "--side", "left", "--plain", home=tmp_path, scale=4, rows=60) as terminal:
        terminal.wait_for("HOLD LEFT", timeout=20.0)
        terminal.press("1", "enter")
        terminal.wait_for("TOES TO SHIN LEFT 30 s", timeout=20.0)
        terminal.watch(0.6)
        assert "] REST" not in terminal.text()
        terminal.press("x", "enter")
        terminal.wait_exit()
