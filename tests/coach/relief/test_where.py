"""Which leg and which position: the person knows best."""

from __future__ import annotations

import pytest

from relief_tui.coach.event import Answered, HoldDone, ReliefEnded, StepBegan
from relief_tui.coach.inputs import Main, OtherPosition, OtherSide
from relief_tui.coach.step import Phase, Side
from tests.coach.driving import Run, relief


@pytest.mark.parametrize(
    ("side", "other"),
    [
        (None, Side.LEFT),
        (Side.LEFT, Side.RIGHT),
        (Side.RIGHT, Side.BOTH),
        (Side.BOTH, Side.LEFT),
    ],
)
def test_the_sides_go_round(side: Side | None, other: Side) -> None:
    run = Run(relief(side=side))
    run.wait(1.0)
    assert run.press(OtherSide()) == [Answered("side", other.value)]
    assert (run.view.side, run.view.seconds) == (other, 2)


def test_whoever_names_the_leg_is_there() -> None:
    run = Run(relief()).until(Phase.CHECK)
    run.press(OtherSide())
    run.until(Phase.SPENT)
    assert run.told(ReliefEnded) == []


@pytest.mark.parametrize("phase", [Phase.EASE_IN, Phase.HOLD])
def test_in_a_pull_the_other_leg_begins_with_its_ramp_and_has_its_full_time(phase: Phase) -> None:
    run = Run(relief(side=Side.LEFT)).until(phase)
    run.wait(3.0)
    changed_at = run.t
    run.press(OtherSide())
    assert (run.phase, run.view.side, run.view.seconds) == (Phase.EASE_IN, Side.RIGHT, 5)
    run.until(Phase.CHECK)
    assert run.told(HoldDone) == [HoldDone("R1", 15.0)]
    assert run.times(HoldDone) == [changed_at + 20.0]


@pytest.mark.parametrize("phase", [Phase.EASE_OUT, Phase.POSITION, Phase.LET_GO, Phase.CHECK])
def test_elsewhere_the_step_goes_on_under_the_other_name(phase: Phase) -> None:
    run = Run(relief(side=Side.LEFT)).until(phase)
    run.wait(1.0)
    left, steps = run.view.seconds, len(run.told(StepBegan))
    run.press(OtherSide())
    assert (run.phase, run.view.side, run.view.seconds) == (phase, Side.RIGHT, left)
    assert len(run.told(StepBegan)) == steps
    run.until(Phase.HOLD)
    assert run.told(StepBegan)[-1].side is Side.RIGHT


def test_no_other_leg_begins_when_its_hold_would_end_too_late() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.EASE_IN)
    run.press(Main())
    run.at(279.0)
    run.press(Main())
    run.until(Phase.HOLD)
    run.press(OtherSide())
    assert run.phase is Phase.SPENT


def ways(run: Run, count: int) -> list[str]:
    """The positions that follow each other, one press after the other."""
    found = []
    for _ in range(count):
        run.press(OtherPosition())
        found.append(run.view.position[-2:])
    return found


@pytest.mark.parametrize("phase", [Phase.POSITION, Phase.EASE_IN, Phase.HOLD, Phase.LET_GO])
def test_another_position_begins_the_round_again(phase: Phase) -> None:
    run = Run(relief(side=Side.LEFT)).until(phase)
    run.wait(1.0)
    run.press(OtherPosition())
    assert (run.phase, run.view.seconds, run.view.position) == (Phase.POSITION, 8, "way P2")
    assert run.told(Answered) == []
    assert run.told(HoldDone) == ([HoldDone("R1", 15.0)] if phase is Phase.LET_GO else [])


def test_the_heel_walk_is_offered_only_after_easing() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.HOLD)
    assert ways(run, 6) == ["P2", "P3", "P4", "P5", "P1", "P2"]
    eased = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    eased.say("easing")
    assert ways(eased, 6) == ["P2", "P3", "P4", "P5", "P6", "P1"]
    eased.until(Phase.CHECK)
    eased.say("same")
    assert ways(eased, 5) == ["P2", "P3", "P4", "P5", "P1"]


def test_another_position_at_the_check_means_still_there() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.press(OtherPosition())
    assert run.told(Answered) == [Answered("check", "still")]
    assert (run.phase, run.view.position) == (Phase.POSITION, "way P2")


@pytest.mark.parametrize("phase", [Phase.START, Phase.EASE_OUT, Phase.TOES_UP])
def test_where_nothing_is_pulled_there_is_no_other_position(phase: Phase) -> None:
    run = Run(relief(side=Side.LEFT))
    if phase is Phase.TOES_UP:
        run.until(Phase.CHECK)
        run.say("gone")
    run.until(phase)
    assert run.press(OtherPosition()) == []


def test_no_other_position_when_its_hold_would_end_too_late() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.HOLD)
    run.press(Main())
    run.at(273.0)
    assert run.press(OtherPosition()) == []
    assert (run.phase, run.view.paused) == (Phase.HOLD, True)
