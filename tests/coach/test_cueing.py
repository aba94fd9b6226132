"""When something is to be heard, and how late is too late."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.cueing import (
    HALF_FROM_S,
    LATE_S,
    LEAD_S,
    entry_cue,
    next_half,
    next_lead,
    timely,
)
from relief_tui.coach.event import Cue
from relief_tui.coach.step import FUZZ_S, Metronome, Phase, Step, Tempo

ENDS = 100.0


def leads(length_s: float, *, heard: float = 0.0, counts_down: bool = True) -> list[float]:
    """The moments of all ticks after ``heard``, one after the other."""
    step = Step(Phase.HOLD, length_s, counts_down=counts_down)
    found = []
    while (lead := next_lead(step, length_s, ENDS, heard)) is not None:
        heard = lead[0]
        found.append(heard)
        assert lead[1] == Cue(f"{ENDS - heard:g}")
    return found


def test_three_two_one_lead_the_change() -> None:
    assert leads(15.0) == [97.0, 98.0, 99.0]


def test_a_tick_is_never_given_again() -> None:
    assert leads(15.0, heard=97.0) == [98.0, 99.0]
    assert leads(15.0, heard=98.4) == [99.0]
    assert leads(15.0, heard=99.0) == []


@pytest.mark.parametrize(("length_s", "count"), [(3.0, 0), (4.999, 0), (5.0, 3), (10.0, 3)])
def test_a_step_too_short_has_no_lead(length_s: float, count: int) -> None:
    assert len(leads(length_s)) == count


def test_a_step_that_only_waits_has_no_lead() -> None:
    assert leads(300.0, counts_down=False) == []


def test_every_phase_but_the_last_opens_with_a_cue() -> None:
    """But a set, too, of which the end of the rest before it tells."""
    silent = {phase for phase in Phase if entry_cue(Step(phase, 1.0)) is None}
    assert silent == {Phase.OVER, Phase.ASIDE, Phase.SET}


@pytest.mark.parametrize(
    ("phase", "name"),
    [
        (Phase.HOLD, "go"),
        (Phase.LET_GO, "let go"),
        (Phase.RELEASE, "let go"),
        (Phase.CHECK, "check"),
        (Phase.RECHECK, "check"),
        (Phase.WAITING, "attention"),
    ],
)
def test_what_eyes_on_the_foot_must_not_miss(phase: Phase, name: str) -> None:
    assert entry_cue(Step(phase, 1.0)) == Cue(name)


def test_a_late_cue_is_not_played() -> None:
    assert timely(0.0)
    assert timely(LATE_S)
    assert not timely(LATE_S + 0.01)


# Half time

lengths = st.floats(HALF_FROM_S, 600.0)


@given(lengths, st.floats(0.0, 1.0))
def test_half_time_comes_once_in_the_middle_and_well_before_the_lead(
    length_s: float, part: float
) -> None:
    step, heard = Step(Phase.HOLD, length_s), ENDS - length_s * (1.0 - part)
    half = next_half(step, length_s, ENDS, heard)
    if heard < ENDS - length_s / 2 - FUZZ_S:
        assert half == (ENDS - length_s / 2, Cue("half"))
        assert ENDS - max(LEAD_S) - half[0] >= 2.0 - FUZZ_S
        assert next_half(step, length_s, ENDS, half[0]) is None
    else:
        assert half is None


@pytest.mark.parametrize("phase", Phase)
def test_only_a_hold_and_work_have_a_half(phase: Phase) -> None:
    half = next_half(Step(phase, 60.0), 60.0, ENDS, 0.0)
    assert (half is not None) == (phase in (Phase.HOLD, Phase.WORK))


@pytest.mark.parametrize(
    "step",
    [
        Step(Phase.HOLD, HALF_FROM_S - 0.1),
        Step(Phase.WORK, 600.0, counts_down=False),
        Step(Phase.WORK, 40.0, metronome=Metronome(Tempo(2, 0, 2), 10, ("UP", "", "DOWN"))),
    ],
    ids=["short", "only waits", "by metronome"],
)
def test_what_has_no_half(step: Step) -> None:
    assert next_half(step, step.seconds, ENDS, 0.0) is None
