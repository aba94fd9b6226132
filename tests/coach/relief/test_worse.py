"""Worse: let go at once, ask for a tear, and hold no more until both lists are answered."""

from __future__ import annotations

import pytest

from relief_tui.coach.event import Answered, Flagged, HoldDone, ReliefEnded
from relief_tui.coach.inputs import Main, Next, OtherPosition, Stop, Undo, Worse
from relief_tui.coach.step import Phase, Side
from tests.coach.driving import Run, relief

PULL = [Phase.POSITION, Phase.EASE_IN, Phase.HOLD, Phase.LET_GO, Phase.CHECK]


def worse(phase: Phase = Phase.HOLD) -> Run:
    """A run in which it got worse a second into ``phase``."""
    run = Run(relief(side=Side.LEFT, machine="prone")).until(phase)
    run.wait(1.0)
    run.say("worse")
    return run


def question(run: Run) -> str | None:
    """The name of the list that is open."""
    asks = run.view.question
    return asks.name if asks else None


@pytest.mark.parametrize("phase", PULL)
def test_it_lets_go_at_once_and_asks_for_a_tear(phase: Phase) -> None:
    run = worse(phase)
    assert (run.phase, run.view.seconds, question(run)) == (Phase.RELEASE, 3, "tear")
    assert (run.view.cues, run.notes) == (("let go",), ("rest the leg",))
    run.wait(3.0)
    assert (run.phase, run.view.cues, question(run)) == (Phase.ASIDE, ("rest the leg",), "tear")
    assert run.told(Answered) == [Answered("check", "worse")]


@pytest.mark.parametrize("phase", [Phase.START, Phase.EASE_OUT])
def test_under_the_load_the_weight_still_comes_down_first(phase: Phase) -> None:
    run = worse(phase)
    assert (run.phase, question(run)) == (Phase.ASIDE, "tear")
    assert run.view.cues == ("prone down", "rest the leg")


@pytest.mark.parametrize("phase", [Phase.START, Phase.HOLD, Phase.CHECK])
def test_silence_ends_it_at_five_minutes(phase: Phase) -> None:
    run = worse(phase)
    run.until(Phase.OVER)
    assert run.times(ReliefEnded) == [300.0]
    (ended,) = run.told(ReliefEnded)
    assert (ended.outcome, ended.band) == ("worse", None)
    assert run.told(Answered)[1:] == [
        Answered("tear", "unanswered"),
        Answered("screen", "unanswered"),
    ]
    assert run.view.ending is not None
    assert (run.view.ending.lines, run.view.ending.cards) == (("ended worse",), ())


def test_late_in_the_run_the_lists_still_stay_a_minute() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.HOLD)
    run.press(Main())
    run.at(290.0)
    run.say("worse")
    run.until(Phase.OVER)
    assert run.times(ReliefEnded) == [290.0 + 3.0 + 60.0]


@pytest.mark.parametrize("key", [Main(), Next()])
def test_no_big_key_leads_past_the_lists(key: Main | Next) -> None:
    run = worse()
    for _ in range(6):
        run.wait(2.0)
        run.press(key)
    assert (run.phase, question(run)) == (Phase.ASIDE, "tear")
    assert len(run.told(Answered)) == 1


@pytest.mark.parametrize("phase", [Phase.RELEASE, Phase.ASIDE])
def test_both_lists_clear_lead_to_ten_seconds_at_half_the_pull(phase: Phase) -> None:
    run = worse().until(phase)
    run.wait(1.0)
    run.key(0)
    assert (run.phase, question(run)) == (phase, "screen")
    run.click(0)
    assert run.phase is Phase.POSITION
    assert run.view.position == "way P4"
    run.until(Phase.EASE_IN)
    assert run.view.cues[0] == "half the pull"
    run.until(Phase.HOLD)
    assert (run.view.length_s, run.view.cues[0]) == (10.0, "half the pull")
    run.until(Phase.CHECK)
    assert run.told(HoldDone) == [HoldDone("worse", 10.0)]


def test_it_never_climbs_back_to_a_sharper_rung() -> None:
    run = worse()
    run.click(0, 0)
    run.until(Phase.CHECK).until(Phase.HOLD)
    assert (run.view.position, run.view.length_s) == ("way P4", 10.0)
    run.until(Phase.CHECK)
    run.say("same")
    run.until(Phase.HOLD)
    assert (run.view.position, run.view.length_s) == ("way P5", 20.0)


def test_a_chosen_length_does_not_stretch_the_half_pull() -> None:
    run = Run(relief(side=Side.LEFT, hold_s=20.0)).until(Phase.HOLD)
    run.say("worse")
    run.click(0, 0)
    run.until(Phase.HOLD)
    assert run.view.length_s == 10.0


@pytest.mark.parametrize("line", [1, 2])
def test_a_tear_ends_it_with_its_cards(line: int) -> None:
    run = worse()
    run.click(line)
    assert run.told(Flagged) == [
        Flagged("RF03", 2, Side.LEFT),
        Flagged("RF04", 2, Side.LEFT),
    ]
    (ended,) = run.told(ReliefEnded)
    assert ended.outcome == "worse"
    assert run.told(Answered)[1:] == [Answered("tear", line), Answered("screen", "unanswered")]
    assert run.view.ending is not None
    assert run.view.ending.lines == ("ended with a flag",)


def test_worse_a_second_time_brings_the_card_at_once() -> None:
    run = worse()
    run.click(0, 0)
    run.until(Phase.HOLD)
    run.say("worse")
    assert run.session.over
    assert run.told(Flagged) == [Flagged("RF04", 2, Side.LEFT)]
    assert run.told(ReliefEnded)[0].outcome == "worse"


def test_worse_is_never_stale_but_said_once_while_it_is_asked_about() -> None:
    run = worse()
    assert run.press(Worse(1)) == []
    assert run.phase is Phase.RELEASE


def test_a_run_that_recovered_from_worse_ends_as_any_other() -> None:
    run = worse()
    run.click(0, 0)
    run.until(Phase.CHECK)
    run.press(Stop())
    assert run.told(ReliefEnded)[0].outcome == "stopped"


def test_stopping_while_it_is_worse_says_so() -> None:
    run = worse()
    run.press(Stop())
    (ended,) = run.told(ReliefEnded)
    assert (ended.outcome, ended.holds) == ("worse", 0)


def test_an_undo_takes_worse_back() -> None:
    run = worse()
    run.wait(2.0)
    run.press(Undo())
    assert (run.phase, run.view.seconds, run.view.question) == (Phase.HOLD, 14, None)
    assert run.standing(Answered) == []
    run.say("worse")
    assert run.phase is Phase.RELEASE


@pytest.mark.parametrize("clear", [(0, 0), (0, 4, 0)])
def test_what_was_asked_after_worse_is_not_asked_again_at_the_limit(clear: tuple[int, ...]) -> None:
    run = worse()
    run.click(*clear)
    run.until(Phase.SPENT)
    assert question(run) is None


def test_after_worse_the_heel_walk_is_offered_no_more() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.say("easing")
    run.say("worse")
    run.click(0, 0)
    run.press(OtherPosition())
    run.press(OtherPosition())
    assert run.view.position == "way P1"


def test_massage_is_spoken_of_only_once_a_tear_was_ruled_out() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.say("same")
    run.until(Phase.HOLD)
    assert "rub slowly" not in run.view.cues
