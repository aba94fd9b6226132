"""The routines that come with Relief: the doses, the words and the labels of the evidence."""

from __future__ import annotations

import pytest

from relief_tui.coach.plan import Plan
from relief_tui.coach.routine import Care, Routine, Sides, with_more
from relief_tui.coach.safety import Safety
from relief_tui.coach.simulate import timeline
from relief_tui.coach.warmup import Warmup
from relief_tui.content import load_safety
from relief_tui.content.folder import assets_folder
from relief_tui.content.routines import MORE, SHIPPED, load_routine

LINES: dict[str, tuple[str, int, str, str, str, str, tuple[str, ...]]] = {
    "Easy bike or brisk walk": (
        "time",
        0,
        "both",
        "-",
        "Raise heart rate and muscle warmth",
        "C",
        ("Easy pace: you can talk in full sentences", "Heels down now and then, ankles loose"),
    ),
    "Foam roll calf": (
        "time",
        0,
        "each",
        "slow, 2-3 cm/s",
        "Short-term ankle range, comfort",
        "C",
        (
            "Roll slowly from ankle to below the knee",
            "Pressure 5/10 at most. Pain means ease off",
            "Skip it if the calf is hot, red or swollen",
        ),
    ),
    "Foam roll hamstrings": (
        "time",
        0,
        "each",
        "slow, 2-3 cm/s",
        "Short-term range, comfort",
        "C",
        ("Roll from above the knee to the sit bone", "Breathe out on the tender spots"),
    ),
    "Ankle circles": (
        "time",
        0,
        "each",
        "about 1 circle / 2 s",
        "Move the ankle through its range",
        "D",
        ("Big slow circles, half each direction", "Knee still: only the ankle moves"),
    ),
    "Knee-to-wall rocks": (
        "time",
        0,
        "each",
        "2-0-2",
        "Moving dorsiflexion, knee bent",
        "D",
        ("Knee travels over the toes, heel stays down", "Smooth in and out, no bouncing"),
    ),
    "Calf raises, both feet": (
        "reps",
        10,
        "both",
        "2-0-2",
        "Wake the calf at easy load, end long",
        "D",
        ("Up 2, down 2. Do not hold at the top", "Finish with the heels low and the calf long"),
    ),
    "Glute bridge, toes up": (
        "reps",
        10,
        "both",
        "2-0-2",
        "Wake glutes and hamstrings",
        "D",
        ("Toes up, push through the heels", "Squeeze the glutes, ribs down"),
    ),
    "Banded leg curl, relaxed ankle": (
        "reps",
        10,
        "both",
        "2-0-2",
        "Rehearse the curl with a quiet calf",
        "C",
        ("Ankle quiet: toes neutral, never pointed", "Light band. Stop short of heel-to-bum"),
    ),
    "Ramp set on the machine, 50% load": (
        "reps",
        6,
        "both",
        "3-0-2",
        "Specific warm-up and set-up check",
        "C",
        ("Knee in line with the pivot, pad above heel", "Half load, foot loose, smooth reps"),
    ),
}
"""Each line as the evidence has it: kind, repetitions, sides, tempo, purpose, grade, cues."""
ROUTINES: dict[str, tuple[int, int, int, int, list[tuple[str, int]]]] = {
    "full": (
        600,
        10,
        5,
        5,
        [
            ("Easy bike or brisk walk", 120),
            ("Foam roll calf", 45),
            ("Foam roll hamstrings", 45),
            ("Ankle circles", 20),
            ("Knee-to-wall rocks", 20),
            ("Calf raises, both feet", 40),
            ("Glute bridge, toes up", 40),
            ("Banded leg curl, relaxed ankle", 40),
            ("Ramp set on the machine, 50% load", 30),
        ],
    ),
    "standard": (
        420,
        15,
        5,
        5,
        [
            ("Easy bike or brisk walk", 90),
            ("Foam roll calf", 30),
            ("Foam roll hamstrings", 30),
            ("Ankle circles", 15),
            ("Calf raises, both feet", 40),
            ("Glute bridge, toes up", 40),
            ("Banded leg curl, relaxed ankle", 40),
        ],
    ),
    "express": (
        300,
        10,
        5,
        5,
        [
            ("Easy bike or brisk walk", 75),
            ("Ankle circles", 15),
            ("Knee-to-wall rocks", 15),
            ("Calf raises, both feet", 40),
            ("Glute bridge, toes up", 40),
            ("Banded leg curl, relaxed ankle", 40),
        ],
    ),
}
"""Length, seconds to get ready, between lines, between legs; the lines and their seconds."""
LABELS = {"C": "evidence: limited", "D": "rule of thumb"}
SET_UP = [name for name in SHIPPED if name.startswith("setup-")]


@pytest.fixture(scope="module")
def safety() -> Safety:
    return load_safety()


def test_every_file_is_offered_and_named_as_it_is_called() -> None:
    files = {path.stem for path in (assets_folder() / "routines").glob("*.toml")}
    assert files == set(SHIPPED)
    assert all(load_routine(name).name == name for name in SHIPPED)


@pytest.mark.parametrize("name", ROUTINES)
def test_a_warmup_is_that_of_the_evidence(name: str) -> None:
    routine = load_routine(name)
    total_s, *leads, lines = ROUTINES[name]
    assert routine.total_s == total_s
    assert [routine.get_ready_s, routine.change_s, routine.switch_s] == leads
    assert [(step.name, step.seconds) for step in routine.steps] == lines
    for step in routine.steps:
        kind, reps, side, tempo, purpose, grade, cues = LINES[step.name]
        assert ("reps" if step.reps else "time", step.reps, step.side) == (kind, reps, side)
        assert (str(step.tempo) if step.tempo else step.pace or "-") == tempo
        assert (step.purpose, step.evidence) == (purpose, LABELS[grade])
        assert tuple(cue.removesuffix(".") for cue in step.cues) == cues


@pytest.mark.parametrize("name", SHIPPED)
def test_every_line_has_all_that_is_shown_of_it(name: str) -> None:
    routine = load_routine(name)
    assert routine.about
    for step in routine.steps:
        assert step.purpose
        assert 2 <= len(step.cues) <= 3
        assert all(line.endswith(".") for line in (*step.cues, *routine.then, routine.about))
        assert step.short == step.short.upper()


def test_rolling_for_longer_takes_the_place_of_rolling() -> None:
    block = load_routine(MORE)
    assert [(step.seconds, step.side, step.care) for step in block.steps] == [
        (60, Sides.EACH, Care.ROLL)
    ] * 2
    longer = with_more(load_routine("full"), block)
    assert [step.seconds for step in longer.steps if step.care is Care.ROLL] == [60, 60]
    assert len(longer.steps) == len(load_routine("full").steps)


def test_stretches_are_twice_30_seconds_and_promise_nothing() -> None:
    routine = load_routine("stretches")
    assert [(step.short, step.seconds, step.side) for step in routine.steps] == [
        ("CALF", 30, Sides.EACH),
        ("HAMSTRING", 30, Sides.EACH),
    ] * 2
    assert {step.evidence for step in routine.steps} == {"no support found"}
    assert "Not shown to prevent cramp" in routine.about


def test_before_bed_it_is_exactly_three_minutes_and_mixed() -> None:
    routine = load_routine("bedtime")
    assert (routine.total_s, routine.length) == (180, "3:00")
    assert [(step.short, step.seconds) for step in routine.steps] == [
        ("CALF", 10),
        ("HAMSTRING", 10),
    ] * 3
    assert "mixed" in routine.about
    assert {step.evidence for step in routine.steps} == {"evidence: limited"}


def test_stretches_are_known_as_such_for_whoever_must_not() -> None:
    for name in ("stretches", "bedtime"):
        assert {step.care for step in load_routine(name).steps} == {Care.STRETCH}


@pytest.mark.parametrize("name", SET_UP)
def test_setting_up_goes_through_it_all_and_ends_with_two_slow_reps(name: str) -> None:
    routine = load_routine(name)
    assert {step.evidence for step in routine.steps} == {"rule of thumb"}
    assert all(10 <= step.seconds <= 20 for step in routine.steps)
    said = " ".join(" ".join((step.name, *step.cues)) for step in routine.steps).lower()
    for word in ("pivot", "above the heel", "not on the calf belly", "neutral", "quiet"):
        assert word in said
    for word in ("range stop", "lightest pin", "behind the knee" if "prone" in name else "snug"):
        assert word in said
    last = routine.steps[-1]
    assert (last.reps, str(last.tempo), last.care) == (2, "3-0-3", Care.CURL)


@pytest.mark.parametrize("name", SHIPPED)
def test_with_no_key_pressed_it_lasts_what_it_says_the_same_on_both_legs(
    name: str, safety: Safety
) -> None:
    routine = load_routine(name)
    plan: Plan = Warmup(safety, routine)
    rows = [line.row() for line in timeline(plan)]
    assert rows[-1]["t_s"] == routine.total_s
    work = [row for row in rows if row["event"] == "step_began" and row["phase"] == "WORK"]
    assert _seconds(work, "left") == _seconds(work, "right") == _one_leg(routine)


def _seconds(rows: list[dict[str, object]], side: str) -> float:
    return sum(float(str(row["seconds"])) for row in rows if row["side"] == side)


def _one_leg(routine: Routine) -> float:
    return sum(step.seconds for step in routine.steps if step.side is Sides.EACH)
