"""A warm-up in lines: the list, the run, a cramp in the middle, and what is told of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from relief_tui.coach.event import Flagged, WarmupEnded
from relief_tui.coach.routine import Care, Exercise, Routine, Sides
from relief_tui.coach.step import Tempo
from relief_tui.content.routines import SHIPPED
from relief_tui.plain.chooser import ASK, NOBODY
from relief_tui.plain.run import BACK, PAUSED_FOR, WAITS
from relief_tui.settings import RepSteps
from tests.plain.stage import Stage, Told

BIKE = Exercise(
    "Bike", 30.0, purpose="warmth", evidence="evidence: limited", cues=("easy", "loose")
)
ROLL = Exercise("Roll calf", 20.0, Sides.EACH, pace="slow", cues=("gently",), care=Care.ROLL)
RAISES = Exercise("Raises", 40.0, reps=10, tempo=Tempo(2, 0, 2), cues=("up",))
CURLS = Exercise("Curls", 20.0, reps=5, tempo=Tempo(2, 0, 2), cues=("quiet",), care=Care.CURL)
SHORT = Routine("short", (BIKE, ROLL, RAISES, CURLS), takes=("roller",), then=("Well done.",))

OWN = """
name = "ankle"
[[steps]]
name = "Circles"
seconds = 20
cues = ["slow", "both ways"]
"""


def _own(home: Path, name: str, text: str = OWN) -> None:
    folder = home / "routines"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(text.replace("ankle", name), "utf-8")


def _ended(stage: Stage) -> list[tuple[str, str]]:
    return [(e.data["routine"], e.data["outcome"]) for e in stage.kept("warmup_ended")]


# The run


def test_hands_free_each_line_says_what_it_is_once(stage: Stage) -> None:
    stage.warmup(routine=SHORT)
    assert stage.code == 0
    assert stage.lines == [
        "[00:00] READY 10 s",
        "[00:00] Have at hand: roller.",
        "[00:00] next: Bike, 30 s",
        "[00:10] WORK BOTH 30 s Bike",
        "[00:10] warmth · evidence: limited",
        "[00:10] easy",
        "[00:10] loose",
        "[00:10] next: Roll calf",
        "[00:40] READY 5 s",
        "[00:40] next: Roll calf LEFT, 20 s",
        "[00:45] WORK LEFT 20 s Roll calf",
        "[00:45] slow · rule of thumb",
        "[00:45] gently",
        "[00:45] next: RIGHT, the same, then Raises",
        "[01:05] READY 5 s",
        "[01:05] next: Roll calf RIGHT, 20 s",
        "[01:10] WORK RIGHT 20 s Roll calf",
        "[01:10] gently",
        "[01:10] next: Raises",
        "[01:30] READY 5 s",
        "[01:30] next: Raises, 10 reps",
        "[01:35] WORK BOTH 40 s Raises, 10 reps",
        "[01:35] tempo 2-0-2 · rule of thumb",
        "[01:35] up",
        "[01:35] next: Curls",
        "[01:51] rep 5 of 10",
        "[02:07] rep 9 of 10",
        "[02:11] rep 10 of 10",
        "[02:15] READY 5 s",
        "[02:15] next: Curls, 5 reps",
        "[02:20] WORK BOTH 20 s Curls, 5 reps",
        "[02:20] tempo 2-0-2 · rule of thumb",
        "[02:20] quiet",
        "[02:20] next: done",
        "[02:24] rep 2 of 5",
        "[02:32] rep 4 of 5",
        "[02:36] rep 5 of 5",
        "[02:40] 4 of 4 done, in 2:40.",
        "[02:40] Well done.",
        "[02:40] Log saved.",
    ]


def test_the_keys_of_a_routine(stage: Stage) -> None:
    keys = [(12, "n"), (15, "v"), (17, "space"), (20, "space"), (25, "+"), (40, "p"), (41, "x")]
    stage.warmup(*keys, routine=SHORT, open=True)
    assert stage.at("00:12") == ["READY 5 s", "next: Roll calf LEFT, 20 s"]
    assert stage.at("00:15") == ["READY 5 s", "next: Raises, 10 reps"]
    assert stage.at("00:17") == ["paused: READY 3 s – SPACE go on · r restart"]
    assert stage.at("00:20") == ["READY 3 s"]
    assert stage.at("00:40")[0] == "WORK BOTH 30 s Bike"
    assert stage.lines[-2:] == ["[00:41] 0 of 4 done, 4 skipped, in 0:11.", "[00:41] Log saved."]


def test_the_other_leg_first_is_told(stage: Stage) -> None:
    stage.warmup((12, "s"), (42, "s"), (50, "x"), routine=SHORT, open=True)
    assert stage.at("00:12") == []
    assert stage.at("00:42") == ["next: Roll calf RIGHT, 20 s"]


def test_the_lines_are_told_and_a_number_goes_there(stage: Stage) -> None:
    stage.warmup((12, "n"), (15, "l"), (16, "3"), (30, "x"), routine=SHORT, open=True)
    assert stage.at("00:15")[:4] == [
        "1 Bike, 0:30: skipped",
        "2 Roll calf, 2 × 0:20: now",
        "3 Raises, 10 reps: to do",
        "4 Curls, 5 reps: to do",
    ]
    assert stage.at("00:16") == ["READY 5 s", "next: Raises, 10 reps"]


@pytest.mark.parametrize("keys", ["3", "4", "l", "ln3", "l9"])
def test_without_the_list_a_digit_goes_nowhere(stage: Stage, keys: str) -> None:
    at: list[tuple[float, str]] = [(12 + n / 10, key) for n, key in enumerate(keys)]
    stage.warmup(*at, (14, "x"), routine=SHORT, open=True)
    assert not any("next: Raises, 10 reps" in line for line in stage.lines)


@pytest.mark.parametrize(
    ("keys", "line"), [("l1", 1), ("l12", 12), ("l1\n", 1), ("l2", 2), ("l1v", 1)]
)
def test_a_number_may_have_two_digits(stage: Stage, keys: str, line: int) -> None:
    steps = tuple(replace(BIKE, name=f"Bike {n}") for n in range(1, 13))
    at = [(12 + n / 10, "enter" if key == "\n" else key) for n, key in enumerate(keys)]
    stage.warmup(*at, (16, "x"), routine=Routine("long", steps), line=4, open=True)
    assert any(f"next: Bike {line}, 30 s" in text for text in stage.lines)


def test_a_line_that_waits_for_a_key_ends_with_it(stage: Stage) -> None:
    stage.services.choose("rep_steps", RepSteps.KEY)
    stage.warmup((100, "space"), (110, "x"), routine=SHORT, line=2, open=True)
    assert "[00:10] WORK BOTH Raises, 10 reps – SPACE when done" in stage.lines
    assert stage.at("01:40") == ["READY 5 s", "next: Curls, 5 reps"]
    results = [(e.data["step"], e.data["result"]) for e in stage.kept("warmup_step")]
    assert (3, "done") in results


@pytest.mark.parametrize("keys", [(), ((30.0, "d"),), ((55.0, "d"),)])
def test_where_no_key_can_come_it_takes_its_time(
    stage: Stage, keys: tuple[tuple[float, str], ...]
) -> None:
    stage.services.choose("rep_steps", RepSteps.KEY)
    stage.warmup(*keys, routine=SHORT, line=2)
    over = max(50, keys[0][0] if keys else 0)
    assert stage.at(f"00:{over:02.0f}")[-2:] == ["READY 5 s", "next: Curls, 5 reps"]
    assert _ended(stage) == [("short", "done")]


def test_a_pause_at_the_end_of_input_goes_on(stage: Stage) -> None:
    stage.warmup((12, "space"), routine=SHORT)
    assert _ended(stage) == [("short", "done")]


def test_left_with_escape_it_waits_and_home_offers_it(stage: Stage) -> None:
    stage.warmup((50, "escape"), routine=SHORT, open=True)
    assert stage.lines[-1] == f"[00:50] {WAITS}"
    again = Stage(stage.home, clock=stage.clock)
    again.at_home((60, "space"), (61, "x"), (62, "q"), open=True)
    assert any(line.startswith("GO ON? warm-up") for line in again.lines)
    assert "[01:50] WORK LEFT 15 s Roll calf" in again.lines
    assert len(again.kept("warmup_began")) == 1


@pytest.mark.parametrize("keys", [((50.0, "q"),), ((50.0, "!"), (50.0, "q"))])
def test_quitting_keeps_its_place_too(stage: Stage, keys: tuple[tuple[float, str], ...]) -> None:
    stage.at_home((1, "w"), (2, "2"), *keys, open=True)
    assert stage.lines[-1].endswith(WAITS)
    assert _ended(stage) == []
    assert stage.services.offer() is not None


def test_stopping_keeps_what_was_done(stage: Stage) -> None:
    stage.warmup((50, "x"), routine=SHORT, open=True)
    assert stage.kept("warmup_ended")[0].data | {"seconds": 0} == {
        "outcome": "stopped", "done": 1, "skipped": 3, "routine": "short", "seconds": 0,
    }  # fmt: skip


# A cramp in it


def test_after_a_cramp_one_is_back_and_it_waits(stage: Stage) -> None:
    stage.warmup((50, "c"), (60, "x"), (70, "space"), (72, "x"), routine=SHORT, open=True)
    assert stage.at("00:50") == [PAUSED_FOR]
    assert "[00:00] STOP THE SET CRAMPED LEG 3 s" in stage.lines
    back = stage.lines.index(f"[01:00] {BACK}")
    assert stage.lines[back + 1].startswith("[01:00] paused: WORK LEFT 15 s Roll calf – SPACE go")
    assert "[01:10] WORK LEFT 15 s Roll calf" in stage.lines
    assert _ended(stage) == [("short", "stopped")]


def test_with_nobody_there_it_goes_on_after_the_relief(stage: Stage) -> None:
    stage.warmup((50, "c"), routine=SHORT)
    assert [e.data["outcome"] for e in stage.kept("relief_ended")] == ["unanswered"]
    assert _ended(stage) == [("short", "done")]
    assert stage.lines[-1].endswith("Log saved.")


def test_a_red_flag_in_the_relief_ends_the_warm_up(stage: Stage) -> None:
    stage.warmup((50, "c"), (60, "!"), (61, "1"), (62, "space"), routine=SHORT, open=True)
    assert _ended(stage) == [("short", "stopped")]
    assert "a red flag is open" in stage.lines[-1]


def test_quitting_the_relief_leaves_the_warm_up_where_it_stands(stage: Stage) -> None:
    stage.warmup((50, "c"), (60, "q"), routine=SHORT, open=True)
    assert _ended(stage) == []
    assert stage.services.offer() is not None


def test_a_line_that_waits_for_a_key_waits_for_the_relief_too(stage: Stage) -> None:
    stage.services.choose("rep_steps", RepSteps.KEY)
    keys = [(20, "c"), (90, "x"), (95, "space"), (96, "space"), (99, "x")]
    stage.warmup(*keys, routine=SHORT, line=2, open=True)
    assert [e.data["result"] for e in stage.kept("warmup_step") if e.data["step"] == 3] == ["done"]


# Red flags


def test_the_picker_makes_it_wait(stage: Stage) -> None:
    stage.warmup((20, "!"), (30, "0"), (31, "x"), routine=SHORT, open=True)
    assert stage.at("00:30") == ["WORK BOTH 20 s Bike"]


def test_what_a_red_flag_forbids_is_left_out_from_then_on(stage: Stage) -> None:
    tier = stage.services.script.safety.cards["RF14"].tier
    stage.services.log.write("", Flagged("RF14", tier))
    stage.warmup((11, "l"), (12, "2"), (13, "l"), (14, "x"), routine=SHORT, open=True)
    assert any(line.startswith("No rolling, no stretching:") for line in stage.at("00:00"))
    assert "2 Roll calf, 2 × 0:20: left out today" in stage.at("00:11")
    assert stage.at("00:12") == ["2 Roll calf is left out today."]


# The list


def test_the_list_has_a_number_for_each_and_names_what_is_broken(stage: Stage) -> None:
    _own(stage.home, "ankle")
    _own(stage.home, "broken", "name = 3")
    stage.services.log.write("r", WarmupEnded("done", 1, 0, "ankle", 20.0))
    stage.services.log.write("s", WarmupEnded("stopped", 1, 0, "full", 20.0))
    stage.warmup((1, "q"), open=True)
    assert [line.split(",")[0] for line in stage.lines[: len(SHIPPED)]] == [
        f"{number} {name}" for number, name in enumerate(SHIPPED, start=1)
    ]
    own, broken, ask = stage.lines[len(SHIPPED) :]
    assert own == f"{len(SHIPPED) + 1} ankle, 0:30: Last done 0 s ago."
    assert broken.startswith("Not readable: ")
    assert "broken.toml" in broken
    assert ask == ASK
    assert _ended(stage) == [("ankle", "done"), ("full", "stopped")]


@pytest.mark.parametrize("key", ["2", "standard"])
def test_a_number_or_a_name_chooses(stage: Stage, key: str) -> None:
    stage.warmup((1, key), (5, "x"), open=True)
    assert [e.data["routine"] for e in stage.kept("warmup_began")] == ["standard"]
    assert stage.code == 0
    assert stage.lines[-1].endswith("Log saved.")


@pytest.mark.parametrize(
    ("keys", "own"),
    [("11", 1), ("10", 0), ("1", None), ("1\n", None), ("1n", None), ("0", None), ("12", 2)],
)
def test_numbers_of_two_digits(stage: Stage, keys: str, own: int | None) -> None:
    names = ["anna", "bert", "carl"]
    for name in names:
        _own(stage.home, name)
    at = [(1 + n / 10, "enter" if key == "\n" else key) for n, key in enumerate(keys)]
    stage.warmup(*at, (9, "x"), (10, "q"), open=True)
    wanted = [names[own]] if own is not None else [SHIPPED[0]] if keys[0] == "1" else []
    assert [e.data["routine"] for e in stage.kept("warmup_began")] == wanted


def test_where_nobody_can_choose_the_standard_one_begins(stage: Stage) -> None:
    stage.warmup()
    assert NOBODY in stage.lines
    assert _ended(stage) == [("standard", "done")]


def test_a_cramp_in_the_list_leads_back_to_it(stage: Stage) -> None:
    stage.warmup((1, "c"), (5, "x"), (6, "escape"), open=True)
    assert stage.lines.count(ASK) == 2
    assert stage.code == 0


def test_home_opens_the_list_and_is_there_again_after_it(stage: Stage) -> None:
    stage.at_home((1, "w"), (2, "escape"), (3, "w"), (4, "2"), (9, "x"), (10, "q"), open=True)
    assert stage.lines.count(ASK) == 2
    assert stage.lines.count("CRAMP? c or SPACE: relief starts at once.") == 3
    assert _ended(stage) == [("standard", "stopped")]


def test_a_warm_up_that_was_killed_goes_on_at_its_second(stage: Stage) -> None:
    stage.warmup((50.25, Told(15)), routine=SHORT)
    again = stage.after_the_kill()
    again.at_home((60, "space"), open=False)
    assert any(line.startswith("GO ON? warm-up") for line in again.lines)
    assert "[01:50] WORK LEFT 15 s Roll calf" in again.lines
    assert _ended(again) == [("short", "done")]


def test_a_red_flag_closes_every_way_in(stage: Stage) -> None:
    tier = stage.services.script.safety.cards["RF02"].tier
    stage.services.log.write("", Flagged("RF02", tier))
    stage.at_home((1, "w"), (2, "2"), (5, "space"), (6, "q"), open=True)
    assert any(line.startswith("Not now: a red flag is open") for line in stage.lines)
    assert "GET HELP" in stage.lines
    listed = Stage(stage.home, clock=stage.clock).warmup()
    assert listed.lines.count("GET HELP") == 1
    named = Stage(stage.home, clock=stage.clock).warmup(routine=SHORT)
    assert [line[:20] for line in named.lines] == ["Not now: a red flag "]
    assert stage.kept("warmup_began") == []
