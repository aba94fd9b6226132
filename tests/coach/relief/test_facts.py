"""What is said beside the step: round bar, preview, which hold of how many."""

from __future__ import annotations

import pytest

from relief_tui.coach.inputs import Main, OtherPosition
from relief_tui.coach.step import Phase, Side
from relief_tui.coach.view import View
from tests.coach.driving import Run, relief

STOP = ("STOP", "WEIGHT DOWN")
ROUND = ("EASE IN", "HOLD", "LET GO")


def bar(view: View) -> tuple[tuple[str, ...], str]:
    """The words of the round bar, and the one that runs."""
    words = tuple(segment.word for segment in view.segments)
    return words, words[view.current] if words else ""


def test_the_bar_shows_the_round_and_the_piece_that_runs() -> None:
    run, first = Run(relief()), ("TOES TO SHIN", *ROUND)
    assert bar(run.view) == (STOP, "STOP")
    assert bar(run.until(Phase.EASE_OUT).view) == (STOP, "WEIGHT DOWN")
    assert bar(run.until(Phase.POSITION).view) == (first, "TOES TO SHIN")
    assert bar(run.until(Phase.EASE_IN).view) == (first, "EASE IN")
    assert bar(run.until(Phase.HOLD).view) == (first, "HOLD")
    assert bar(run.until(Phase.LET_GO).view) == (first, "LET GO")
    assert bar(run.until(Phase.CHECK).view) == (("HOW IS IT?",), "HOW IS IT?")
    assert bar(run.until(Phase.EASE_IN).view) == (ROUND, "EASE IN")
    assert bar(run.until(Phase.HOLD).view) == (ROUND, "HOLD")
    run.press(OtherPosition())
    assert bar(run.view) == (first, "TOES TO SHIN")


def test_the_bar_after_it_let_go() -> None:
    run = Run(relief()).until(Phase.CHECK)
    run.say("gone")
    assert bar(run.view) == (("TOES UP", "REST"), "TOES UP")
    assert bar(run.until(Phase.REST).view) == (("TOES UP", "REST"), "REST")
    assert bar(run.until(Phase.WAITING).view) == ((), "")


def test_the_pieces_are_as_long_as_their_steps() -> None:
    run = Run(relief(hold_s=12.0)).until(Phase.POSITION)
    for phase, segment in zip(
        (Phase.POSITION, Phase.EASE_IN, Phase.HOLD, Phase.LET_GO), run.view.segments, strict=True
    ):
        assert run.until(phase).view.length_s == segment.seconds


def test_the_preview_says_what_comes() -> None:
    run = Run(relief())
    following = [
        (Phase.START, "WEIGHT DOWN 10 s"),
        (Phase.EASE_OUT, "TOES TO SHIN 8 s"),
        (Phase.POSITION, "EASE IN 5 s"),
        (Phase.EASE_IN, "HOLD 15 s"),
        (Phase.HOLD, "LET GO 3 s"),
        (Phase.LET_GO, "HOW IS IT?"),
        (Phase.CHECK, "once more"),
    ]
    assert [run.until(phase).view.next for phase, _ in following] == [said for _, said in following]
    run.say("same")
    assert run.view.next == "HOLD 20 s"


def test_which_hold_of_how_many() -> None:
    run, shown = Run(relief()), []
    for phase in (Phase.START, Phase.EASE_OUT):
        assert run.until(phase).view.hold == 0
    for _ in range(6):
        for phase in (Phase.EASE_IN, Phase.HOLD, Phase.LET_GO, Phase.CHECK):
            view = run.until(phase).view
            shown.append((view.hold, view.holds))
    assert shown == [(n, 6) for n in range(1, 7) for _ in range(4)]
    assert run.view.next == "enough held"


@pytest.mark.parametrize("paused_s", [0.0, 45.0])
def test_the_clock_of_the_run_goes_on_in_a_pause(paused_s: float) -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.HOLD)
    run.press(Main())
    run.wait(paused_s)
    assert run.view.elapsed_s == 26 + paused_s
