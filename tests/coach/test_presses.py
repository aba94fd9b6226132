"""What the keys do that mean the same in every run."""

from __future__ import annotations

import pytest

from relief_tui.coach.event import (
    Answered,
    Cue,
    Flagged,
    HoldDone,
    Paused,
    ReliefEnded,
    Resumed,
    StepBegan,
)
from relief_tui.coach.inputs import (
    Adjust,
    Again,
    Answer,
    Back,
    GoOn,
    Help,
    Input,
    Main,
    Next,
    Number,
    OtherSide,
    Pause,
    Stop,
    Undo,
    Worse,
)
from relief_tui.coach.presses import LIST_GUARD_S
from relief_tui.coach.step import Phase, Side
from tests.coach.driving import Run, relief
from tests.coach.toy import routine


def in_hold(into_s: float = 4.0) -> Run:
    """A run ``into_s`` seconds into its first hold."""
    run = Run(relief(side=Side.LEFT)).until(Phase.HOLD)
    run.wait(into_s)
    return run


def at_list() -> Run:
    """A run whose red-flag list has just opened."""
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.say("gone")
    return run.until(Phase.REST)


# Pause


@pytest.mark.parametrize("key", [Main(), Pause()])
def test_a_pause_keeps_what_remains(key: Input) -> None:
    run = in_hold(4.2)
    assert run.press(key) == [Paused()]
    run.wait(500.0)
    assert (run.phase, run.view.paused) == (Phase.HOLD, True)
    assert run.view.seconds == 11
    assert run.press(Main()) == [Resumed()]
    run.wait(10.7)
    assert run.phase is Phase.HOLD
    run.wait(0.2)
    assert run.told(HoldDone) == [HoldDone("R1", 15.0)]


def test_no_tick_of_the_lead_is_lost_or_doubled_by_a_pause() -> None:
    run = Run(routine(10.0))
    for moment in (6.5, 7.0, 7.5, 9.0):
        run.wait(moment - run.t)
        run.press(Main())
        run.press(Main())
    run.wait(2.0)
    assert [cue.cue for cue in run.told(Cue)] == ["go", "half", "3", "2", "1", "done"]


def test_a_late_pause_and_a_late_going_on_are_no_errors() -> None:
    run = in_hold()
    assert run.press(GoOn()) == []
    run.press(Pause())
    assert run.press(Pause()) == []
    assert run.view.paused
    assert not run.view.can_undo


# Aim


@pytest.mark.parametrize(
    "key", [Main, Pause, Next, Back, Again, Adjust, OtherSide, Answer, Worse, Stop, Help]
)
def test_a_press_aimed_at_the_step_before_is_stale_unless_it_is_never(key: type[Input]) -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.EASE_IN)
    aim = run.view.step
    run.until(Phase.HOLD)
    before = run.view
    cards = {"cards": ("RF05",)} if key is Help else {}
    run.press(key(aim, **cards))
    never_stale = key in (Worse, Stop, Help)
    assert (run.view == before) is not never_stale


def test_one_press_never_skips_two_steps() -> None:
    run = Run(routine(10.0, 10.0, 10.0))
    twice = Next(run.view.step)
    run.wait(9.999)
    run.now += 0.002  # pressed as the step ended
    run.press(twice)
    assert run.view.step == 2
    run.press(Next(run.view.step))
    run.press(Next(2))
    assert run.view.step == 3


def test_a_number_is_aimed_at_its_question() -> None:
    run = at_list()
    screen = run.view.asked
    run.wait(2.0)
    run.key(0)
    run.wait(2.0)
    run.press(Number(screen, 9))
    assert [said.question for said in run.told(Answered)] == ["check", "screen"]


def test_a_question_that_stays_open_keeps_its_aim_through_steps() -> None:
    run = at_list()
    asked = run.view.asked
    run.until(Phase.WAITING)
    assert run.view.asked == asked
    run.press(Number(asked, 0))
    assert run.view.asked == (asked or 0) + 1


# The guard of a list


@pytest.mark.parametrize("key", [Number(None, 0), Main(), Next(), Adjust(), Back(), Undo()])
def test_a_list_ignores_keys_in_its_first_second(key: Input) -> None:
    run = at_list()
    run.wait(LIST_GUARD_S - 0.01)
    before = run.view
    run.press(key)
    assert run.view == before
    run.wait(0.01)
    run.press(key)
    assert run.view != before


def test_each_list_has_a_first_second_of_its_own() -> None:
    run = at_list()
    run.wait(1.0)
    run.key(0)
    run.key(7)
    assert [said.answer for said in run.told(Answered)] == ["gone", 0]
    run.wait(1.0)
    run.key(5)
    assert run.told(Answered)[-1] == Answered("pain", 5)


def test_a_list_does_not_keep_a_card_from_pausing_the_run() -> None:
    run = in_hold()
    run.say("worse")
    assert run.press(Pause()) == [Paused()]
    assert run.press(GoOn()) == [Resumed()]


def test_a_click_and_what_is_never_stale_need_no_second() -> None:
    run = at_list()
    run.click(0)
    assert run.told(Answered)[-1] == Answered("screen", 0)
    for key in (Stop(), Help(cards=("RF03",))):
        run = at_list()
        run.press(key)
        assert run.session.over


def test_a_list_that_an_undo_brings_back_has_its_second_again() -> None:
    run = at_list()
    run.wait(1.0)
    run.key(0)
    run.wait(1.0)
    run.press(Undo())
    run.key(1)
    assert not run.session.over
    run.wait(1.0)
    run.key(1)
    assert run.session.over


# Again, back


def test_again_from_the_start_of_the_step() -> None:
    run = in_hold(9.0)
    run.press(Again())
    assert (run.phase, run.view.seconds) == (Phase.HOLD, 15)
    run.wait(15.0)
    assert run.told(HoldDone) == [HoldDone("R1", 15.0)]


def test_back_returns_step_by_step_and_takes_back_what_will_be_done_again() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    seen = []
    for _ in range(7):
        run.press(Back())
        seen.append((run.phase, run.view.seconds, len(run.standing(HoldDone))))
    assert seen == [
        (Phase.LET_GO, 3, 1),
        (Phase.HOLD, 15, 0),
        (Phase.EASE_IN, 5, 0),
        (Phase.POSITION, 8, 0),
        (Phase.EASE_OUT, 10, 0),
        (Phase.START, 3, 0),
        (Phase.START, 3, 0),
    ]


def test_from_where_back_led_the_run_goes_on_as_it_did() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.press(Back())
    run.press(Back())
    assert run.view.hold == 1
    run.until(Phase.CHECK)
    assert [word for _, word, _ in run.steps(-3)] == ["HOLD", "LET GO", "HOW IS IT?"]
    assert run.view.hold == 1
    run.say("gone")
    run.until(Phase.OVER)
    assert run.told(ReliefEnded)[0].holds == 1


def test_an_undone_way_back_leaves_what_was_done() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.press(Back())
    run.press(Back())
    seen = [(run.phase, len(run.standing(HoldDone)))]
    for key in (Undo(), Undo(), Back(), Back(), Undo(), Undo()):
        run.press(key)
        seen.append((run.phase, len(run.standing(HoldDone))))
    assert seen == [
        (Phase.HOLD, 0),
        (Phase.LET_GO, 1),
        (Phase.CHECK, 1),
        (Phase.LET_GO, 1),
        (Phase.HOLD, 0),
        (Phase.LET_GO, 1),
        (Phase.CHECK, 1),
    ]


def test_back_takes_an_answer_back_but_never_a_red_flag() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.press(Help(cards=("RF15",)))
    run.say("easing")
    run.press(Back())
    assert (run.phase, run.standing(Answered)) == (Phase.CHECK, [])
    assert run.standing(Flagged) == [Flagged("RF15", 3, Side.LEFT)]


def test_no_way_leads_back_before_worse() -> None:
    run = in_hold()
    run.say("worse")
    run.wait(1.0)
    run.press(Back())
    assert (run.phase, run.view.seconds) == (Phase.RELEASE, 3)
    assert run.standing(Answered) == [Answered("check", "worse")]


def test_a_hold_that_no_longer_fits_is_not_returned_to() -> None:
    run = in_hold(10.0)
    run.press(Pause())
    run.wait(260.0)
    run.press(Main())
    before = run.view
    run.press(Again())
    assert run.view == before
    run.until(Phase.LET_GO)
    run.press(Back())
    assert run.phase is Phase.LET_GO


# Longer, shorter


def test_five_seconds_more_or_less() -> None:
    run = in_hold(4.0)
    run.press(Adjust(seconds=5.0))
    assert (run.view.seconds, run.view.length_s) == (16, 20.0)
    run.press(Adjust(seconds=-5.0))
    run.press(Adjust(seconds=-5.0))
    assert (run.view.seconds, run.view.length_s) == (6, 10.0)
    run.wait(6.0)
    assert run.told(HoldDone) == [HoldDone("R1", 10.0)]


def test_a_hold_grows_to_thirty_seconds_and_no_further() -> None:
    run = in_hold(4.0)
    for _ in range(5):
        run.press(Adjust(seconds=5.0))
    assert run.view.length_s == 30.0
    run.until(Phase.LET_GO)
    assert run.told(HoldDone) == [HoldDone("R1", 30.0)]


def test_less_than_what_is_left_ends_the_step_there() -> None:
    run = in_hold(11.0)
    run.press(Adjust(seconds=-5.0))
    assert run.phase is Phase.LET_GO
    assert run.told(HoldDone) == [HoldDone("R1", 11.0)]


def test_five_seconds_more_in_a_pause_stay_in_the_pause() -> None:
    run = in_hold(4.0)
    run.press(Main())
    run.press(Adjust(seconds=5.0))
    run.wait(100.0)
    assert (run.view.paused, run.view.seconds, run.view.length_s) == (True, 16, 20.0)


def test_where_no_second_runs_none_can_be_added() -> None:
    run = at_list().until(Phase.WAITING)
    run.wait(2.0)
    assert run.press(Adjust(seconds=5.0)) == []
    assert not run.view.can_undo


# Undo


def test_an_undo_restores_the_step_and_the_time_it_had_left() -> None:
    run = in_hold(4.0)
    run.press(Next())
    run.wait(2.0)
    run.press(Undo())
    assert (run.phase, run.view.seconds) == (Phase.HOLD, 11)
    assert run.standing(HoldDone) == []
    run.wait(11.0)
    assert run.standing(HoldDone) == [HoldDone("R1", 15.0)]


def test_an_undo_takes_back_all_that_followed_from_the_press() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.LET_GO)
    run.wait(2.0)
    run.press(Adjust(seconds=-5.0))
    run.say("same")
    run.press(Next())
    assert run.phase is Phase.HOLD
    seen = []
    for _ in range(3):
        run.press(Undo())
        seen.append((run.phase, run.view.seconds))
    assert seen == [(Phase.EASE_IN, 5), (Phase.CHECK, 10), (Phase.LET_GO, 1)]
    assert run.standing(Answered) == []
    assert not run.view.can_undo


@pytest.mark.parametrize(("after_s", "undone"), [(9.9, True), (10.0, True), (10.2, False)])
def test_an_undo_has_ten_seconds(after_s: float, undone: bool) -> None:
    run = in_hold(4.0)
    run.press(Next())
    run.wait(after_s)
    assert run.view.can_undo is undone
    run.press(Undo())
    assert (run.phase is Phase.HOLD) is undone


def test_an_undo_returns_into_a_pause() -> None:
    run = in_hold(4.0)
    run.press(Main())
    run.press(Next())
    assert run.phase is Phase.LET_GO
    assert run.press(Undo())[-2] == Paused()
    run.wait(100.0)
    assert (run.phase, run.view.paused, run.view.seconds) == (Phase.HOLD, True, 11)


def test_a_number_for_a_question_that_was_undone_is_stale() -> None:
    run = at_list()
    run.click(0)
    pain = run.view.asked
    run.wait(1.0)
    run.press(Undo())
    run.press(Number(pain, 1, click=True))
    assert not run.session.over
    assert run.view.question is not None
    assert run.view.question.name == "screen"


def test_an_undo_is_a_key_too() -> None:
    run = at_list().until(Phase.WAITING)
    run.click(0)
    run.wait(5.0)
    undone_at = run.t
    run.press(Undo())
    run.until(Phase.OVER)
    assert run.times(ReliefEnded) == [undone_at + 300.0]


def test_what_changed_nothing_is_no_press_to_undo() -> None:
    run = in_hold(4.0)
    run.press(Adjust(seconds=5.0))
    for key in (Answer(None, "easing"), Number(None, 3), Answer(None, "nonsense"), Help()):
        assert run.press(key) == []
    run.press(Undo())
    assert run.view.length_s == 15.0


def test_an_undone_step_makes_older_presses_stale() -> None:
    run = in_hold(4.0)
    aim = run.view.step
    run.press(Next())
    run.press(Undo())
    assert run.view.step > aim
    assert run.press(Next(aim)) == []
    assert run.told(StepBegan)[-1].step == run.view.step
