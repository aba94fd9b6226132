"""A workout killed in a rest and in a relief inside it; two at once on one journal."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from signal import SIGKILL

import pytest

from tests.faults.test_going_on import left_s
from tests.faults.test_kill import sound
from tests.support.history import events
from tests.support.terminal import RELIEF, Terminal, relief

pytestmark = pytest.mark.faults

FAST = 40
_REST = re.compile(r"REST (\d+) s")
CURL = ("workout", "Leg curl", "--weight", "45kg", "--plain")


def kill(terminal: Terminal) -> None:
    terminal.signal(SIGKILL)
    terminal.wait_exit()


def place_at(home: Path) -> datetime:
    """When the journal noted the place where the run stood."""
    with closing(sqlite3.connect(home / "journal.db")) as journal:
        (at,) = journal.execute("SELECT at FROM position").fetchone()
    return datetime.fromisoformat(at)


def test_killed_in_a_rest_it_goes_on_there(tmp_path: Path) -> None:
    with relief(*CURL, "--rest", "3600", home=tmp_path, scale=FAST) as terminal:
        terminal.wait_for("set 1 of 3")
        terminal.press("enter")
        terminal.wait_for("REST 3600 s")
        kill(terminal)
    assert sound(tmp_path)
    left, killed = left_s(tmp_path), place_at(tmp_path)
    with relief("--plain", home=tmp_path, scale=FAST) as terminal:
        terminal.wait_for("GO ON? workout, Leg curl set 2 of 3, REST")
        asked = datetime.now(UTC)
        terminal.press("space")
        terminal.wait_for("next: set 2 of 3, 45 kg × 10")
        shown = int(_REST.findall(bytes(terminal.raw).decode())[0])
        terminal.press("x")
        terminal.wait_for("Log saved.")
    (resumed,) = events(tmp_path, "resumed")
    went_on = datetime.fromisoformat(resumed["at"])
    earliest, latest = ((each - killed).total_seconds() * FAST for each in (asked, went_on))
    assert left - latest - 1 <= shown <= left - earliest + 1, "the rest counted on, and no faster"
    assert len(events(tmp_path, "workout_began")) == 1
    assert [event["outcome"] for event in events(tmp_path, "workout_ended")] == ["done"]
    assert len(events(tmp_path, "set_done")) == 1


def test_killed_in_a_relief_inside_it_both_go_on(tmp_path: Path) -> None:
    with relief(*CURL, "--rest", "600", home=tmp_path, scale=8) as terminal:
        terminal.wait_for("set 1 of 3")
        terminal.press("8", "enter")
        terminal.wait_for("REST 600 s")
        terminal.press("c")
        terminal.wait_for("WEIGHT DOWN")
        kill(terminal)
    with relief("--plain", home=tmp_path, scale=8) as terminal:
        terminal.wait_for("GO ON? relief")
        terminal.press("space")
        terminal.wait_for("HOLD CRAMPED LEG")
        terminal.press("1")
        terminal.wait_for("LOWER THE WEIGHT")
        terminal.press("x")
        terminal.wait_for("GO ON? workout, Leg curl set 2 of 3")
        terminal.press("space")
        terminal.wait_for("No more curls today. The four tests were not answered.")
        terminal.press("x")
        terminal.wait_for("1 cramp")
        terminal.press("q")
        terminal.wait_exit()
    assert sound(tmp_path)
    (relieved,) = events(tmp_path, "relief_ended")
    assert (relieved["outcome"], relieved["exercise"]) == ("gone", "Leg curl")
    (ended,) = events(tmp_path, "workout_ended")
    assert (ended["outcome"], ended["sets"], ended["cramps"]) == ("done", 1, 1)


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    with (
        relief(*CURL, "--rest", "0", home=tmp_path) as one,
        relief("workout", "Leg press", "--rest", "0", "--plain", home=tmp_path) as other,
    ):
        for number in range(1, 6):
            for terminal in (one, other):
                terminal.wait_for(f"set {number}")
                terminal.press("enter")
        for terminal in (one, other):
            terminal.wait_for("set 6")
            terminal.press("x")
            terminal.wait_for("Log saved.")
    assert sound(tmp_path)
    done = [event["exercise"] for event in events(tmp_path, "set_done")]
    assert (done.count("Leg curl"), done.count("Leg press")) == (5, 5)
    assert [event["sets"] for event in events(tmp_path, "workout_ended")] == [5, 5]
    assert len({event["run"] for event in events(tmp_path, "set_done")}) == 2


SETS = 20


def lifting(home: Path, exercise: str) -> subprocess.Popen[str]:
    """A workout through pipes, with no rest between its sets."""
    return subprocess.Popen(
        [*RELIEF, "workout", exercise, "--weight", "45kg", "--rest", "0", "--plain"],
        env={"RELIEF_HOME": str(home), "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )


def lift(process: subprocess.Popen[str], reps: int) -> str:
    """Types a set; the line that tells that it was logged."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{reps}\n")
    return next(line for line in process.stdout if "Logged:" in line)


def test_one_of_two_killed_has_lost_nothing_that_was_told(tmp_path: Path) -> None:
    with lifting(tmp_path, "Leg curl") as one, lifting(tmp_path, "Leg press") as other:
        for reps in range(1, SETS + 1):
            for process in (one, other):
                assert f"× {reps}." in lift(process, reps)
        assert one.stdin is not None
        assert one.stdout is not None
        one.stdin.write(f"{SETS + 1}\n")
        one.kill()
        assert one.wait() == -SIGKILL
        last = "Logged:" in one.stdout.read()
        other.communicate("x\n")
        assert other.returncode == 0
    assert sound(tmp_path)
    all_sets = events(tmp_path, "set_done")
    curls, presses = (
        [done["reps"] for done in all_sets if done["exercise"] == exercise]
        for exercise in ("Leg curl", "Leg press")
    )
    assert presses == [*range(1, SETS + 1)]
    assert curls == [*range(1, len(curls) + 1)]
    assert SETS + last <= len(curls) <= SETS + 1, "what was told is there"
    assert [event["outcome"] for event in events(tmp_path, "workout_ended")] == ["done"]
    with relief("workout", "--plain", home=tmp_path) as terminal:
        terminal.wait_for("GOING ON: workout, Leg curl set 2")
        terminal.press("x")
        terminal.wait_for(f"{len(curls)} sets, {sum(curls)} reps")
        terminal.wait_exit()
