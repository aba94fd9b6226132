"""What a face is given: words, digits, and which keys a digit stands for."""

from __future__ import annotations

import pytest

from relief_tui.coach.inputs import Main, OtherSide
from relief_tui.coach.step import Phase, Side, clock_words
from relief_tui.coach.view import View
from tests.coach.driving import Run, relief
from tests.coach.toy import Asked, routine


def seen(phase: Phase, side: Side | None = Side.LEFT) -> View:
    """What is to be seen as ``phase`` begins."""
    run = Run(relief(side=side))
    if phase in (Phase.TOES_UP, Phase.REST, Phase.WAITING):
        run.until(Phase.CHECK).say("gone")
    return run.until(phase).view


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0:00"), (67.9, "1:07"), (192, "3:12"), (3600, "60:00"), (3661, "1:01:01")],
)
def test_minutes_and_seconds(seconds: float, words: str) -> None:
    assert clock_words(seconds) == words


@pytest.mark.parametrize(
    ("phase", "line"),
    [
        (Phase.HOLD, "HOLD LEFT 15 s"),
        (Phase.CHECK, "HOW IS IT? LEFT 10 s"),
        (Phase.REST, "REST 180 s"),
    ],
)
def test_the_phase_line(phase: Phase, line: str) -> None:
    assert seen(phase).line == line


def test_a_rest_still_knows_the_leg_and_so_does_the_end() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.say("gone")
    run.until(Phase.REST).wait(2.0)
    assert run.view.side is Side.LEFT
    run.press(OtherSide())
    assert (run.view.side, run.view.words) == (Side.RIGHT, "REST")
    assert run.until(Phase.OVER).view.side is Side.RIGHT


def test_what_a_digit_is_for() -> None:
    flags = [(seen(p).checking, seen(p).list_open) for p in (Phase.HOLD, Phase.CHECK, Phase.REST)]
    assert flags == [(False, False), (True, False), (False, True)]


def test_a_pull_waits_while_cards_are_read_and_a_rest_does_not() -> None:
    waiting = {phase for phase in Phase if phase in _REACHED and seen(phase).can_wait}
    assert waiting == _REACHED - {Phase.REST, Phase.WAITING, Phase.OVER}
    run = Run(relief()).until(Phase.HOLD)
    run.press(Main())
    assert not run.view.can_wait


def test_after_it_let_go_a_new_cramp_is_a_new_run() -> None:
    cooling = {phase for phase in Phase if phase in _REACHED and seen(phase).cooling}
    assert cooling == {Phase.TOES_UP, Phase.REST, Phase.WAITING, Phase.OVER}


_REACHED = {
    Phase.START, Phase.EASE_OUT, Phase.POSITION, Phase.EASE_IN, Phase.HOLD, Phase.LET_GO,
    Phase.CHECK, Phase.TOES_UP, Phase.REST, Phase.WAITING, Phase.OVER,
}  # fmt: skip


def test_the_way_of_the_stretch_is_named_only_in_a_round() -> None:
    named = {phase for phase in _REACHED if seen(phase).position}
    assert named == {Phase.POSITION, Phase.EASE_IN, Phase.HOLD, Phase.LET_GO, Phase.CHECK}


def test_nothing_is_asked_where_nothing_is_open() -> None:
    assert seen(Phase.HOLD).asked is None
    assert seen(Phase.CHECK).asked is not None


def test_only_an_absence_is_called_away() -> None:
    run = Run(relief()).until(Phase.HOLD)
    run.press(Main())
    assert (run.view.paused, run.view.away_words) == (True, "")
    run.press(Main())
    run.sleep(61.0)
    assert run.view.away_words == "away 1:01"


def test_what_a_plan_has_to_say_is_asked_once_a_step_however_many_seconds_it_has() -> None:
    plan = Asked(routine(20.0, 20.0).steps)
    run = Run(plan)
    for _ in range(30):
        run.wait(1.0)
        assert run.view.seconds
    assert plan.asked == [0, 1]
