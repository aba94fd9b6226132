"""When something is to be heard, and how late is too late."""

import pytest

from relief_tui.coach.cueing import LATE_S, entry_cue, next_lead, timely
from relief_tui.coach.event import Cue
from relief_tui.coach.step import Phase, Step

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
    silent = {phase for phase in Phase if entry_cue(Step(phase, 1.0)) is None}
    assert silent == {Phase.OVER, Phase.ASIDE}


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
