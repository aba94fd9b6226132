"""Time through the session: marks crossed in order, each once, each at its own moment."""

import pytest

from relief_tui.coach.cueing import timely
from relief_tui.coach.event import Cue, HoldDone, StepBegan
from relief_tui.coach.inputs import GoOn, Help, Next, OtherSide, Pause, Stop, Undo
from relief_tui.coach.plan import Moment, Signal, TimeUp, Turn
from relief_tui.coach.session import AWAY_S, Session
from relief_tui.coach.step import Phase, Step
from tests.coach.driving import ZERO, Run, relief
from tests.coach.toy import Listening, Routine, routine

TICK_S = 1.0


def test_a_run_begins_with_its_first_step_and_its_cue() -> None:
    run = Run(routine(12.0))
    assert run.told(StepBegan) == [StepBegan(1, "HOLD", None, None, 12.0)]
    assert run.told(Cue) == [Cue("go")]
    assert run.times(StepBegan) == [0.0]


def test_a_session_is_neither_running_nor_over_before_it_begins() -> None:
    session = Session(routine(12.0))
    assert not session.over
    session.begin(ZERO)
    assert not session.over
    assert session.next_wakeup() == ZERO + 1.0


def test_each_step_begins_at_the_moment_the_one_before_ended() -> None:
    run = Run(routine(10.0, 7.5, 5.0))
    run.wait(30.0)
    assert run.steps() == [(0.0, "HOLD", 10.0), (10.0, "HOLD", 7.5), (17.5, "HOLD", 5.0)]
    assert run.session.over


def test_the_lead_comes_before_the_change_and_once() -> None:
    run = Run(routine(10.0, 6.0))
    run.wait(20.0)
    assert [(t, cue.cue) for t, cue in zip(run.times(Cue), run.told(Cue), strict=True)] == [
        *((0.0, "go"), (5.0, "half")),
        *((7.0, "3"), (8.0, "2"), (9.0, "1")),
        *((13.0, "3"), (14.0, "2"), (15.0, "1")),
        (16.0, "done"),
    ]


def test_a_second_look_at_the_same_moment_tells_nothing_twice() -> None:
    run = Run(routine(10.0))
    run.wait(7.0)
    assert run.told(Cue)[-1] == Cue("3")
    assert run.sleep(0.0) == []


def test_what_a_stall_passed_keeps_its_own_time_and_only_the_fresh_is_heard() -> None:
    run = Run(routine(10.0))
    run.wait(6.0)
    told = run.sleep(TICK_S + AWAY_S)
    assert told == [Cue("3"), Cue("2"), Cue("1")]
    assert run.times(Cue)[-3:] == [7.0, 8.0, 9.0]
    heard = [one.event for one in run.story if timely(run.now - one.at)]
    assert heard == []


def test_an_earlier_now_is_no_time_at_all() -> None:
    run = Run(routine(10.0, 10.0))
    run.wait(8.0)
    before = run.view
    run.now -= 6.0
    assert run.sleep(0.0) == []
    assert run.view == before
    run.press(Next())
    assert run.times(StepBegan) == [0.0, 8.0]


def test_a_run_that_has_stood_on_the_screen_already() -> None:
    session = Session(routine(3.0, 10.0))
    happened = [*session.begin(ZERO - 4.5), *session.advance(ZERO)]
    begun = [one.at for one in happened if isinstance(one.event, StepBegan)]
    assert begun == [ZERO - 4.5, ZERO - 1.5]
    view = session.view(ZERO)
    assert (view.elapsed_s, view.seconds, view.paused) == (4, 9, False)
    session.advance(ZERO + 4.5)
    assert session.view(ZERO + 4.5).paused


def test_the_digits_round_up_and_reach_nought_only_at_the_end() -> None:
    run = Run(routine(5.0, 4.0))
    shown = [run.view.seconds]
    for _ in range(10):
        run.wait(0.5)
        shown.append(run.view.seconds)
    assert shown == [5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 4]


def test_looking_ahead_never_shows_less_than_nothing() -> None:
    run = Run(routine(5.0))
    late = run.session.view(ZERO + 60.0)
    assert (late.seconds, late.done) == (0, 1.0)


def test_the_done_part_of_a_step() -> None:
    run = Run(routine(10.0))
    run.wait(2.5)
    assert run.view.done == pytest.approx(0.25)


def test_waking_at_whole_seconds_of_what_is_shown() -> None:
    run = Run(routine(10.0))
    assert run.session.next_wakeup() == ZERO + 1.0
    run.sleep(0.3)
    assert run.session.next_wakeup() == ZERO + 1.0
    run.sleep(0.7)
    assert run.session.next_wakeup() == ZERO + 2.0


def test_nothing_wakes_a_run_that_is_over() -> None:
    run = Run(routine(5.0))
    run.press(Pause())
    run.press(Stop())
    assert run.session.over
    assert (run.view.paused, run.view.seconds, run.view.done) == (False, 0, 1.0)
    assert run.session.next_wakeup() is None
    assert run.wait(600.0) == []
    assert run.press(Next()) == []


def test_a_plan_hears_when_how_long_and_since_the_last_key() -> None:
    plan = Listening((Step(Phase.HOLD, 30.0),))
    run = Run(plan)
    run.wait(4.0)
    run.press(OtherSide())
    run.wait(2.0)
    run.press(Pause())
    run.wait(50.0)
    run.press(OtherSide())
    run.press(GoOn())
    run.wait(40.0)
    assert plan.heard == [
        Moment(t_s=4.0, spent_s=4.0, idle_s=0.0),
        Moment(t_s=56.0, spent_s=6.0, idle_s=0.0),
        Moment(t_s=80.0, spent_s=30.0, idle_s=24.0),
    ]


def test_with_no_key_at_all_silence_counts_from_the_beginning() -> None:
    plan = Listening((Step(Phase.HOLD, 6.0),))
    Run(plan).wait(10.0)
    assert plan.heard == [Moment(t_s=6.0, spent_s=6.0, idle_s=6.0)]


def test_an_alarm_that_means_nothing_changes_nothing() -> None:
    run = Run(Routine((Step(Phase.HOLD, 10.0, alarm_s=4.5),)))
    wakes = [run.session.next_wakeup()]
    for _ in range(4):
        run.wait(1.0)
        wakes.append(run.session.next_wakeup())
    assert wakes[-1] == ZERO + 4.5
    run.wait(0.5)
    assert run.session.next_wakeup() == ZERO + 5.0
    run.wait(6.0)
    assert run.session.over


def test_a_plan_must_say_what_follows_a_step() -> None:
    class Mute(Routine):
        def react(self, signal: Signal, at: Moment) -> Turn | None:
            return None if isinstance(signal, TimeUp) else super().react(signal, at)

    run = Run(Mute((Step(Phase.HOLD, 5.0),)))
    with pytest.raises(NotImplementedError, match="Mute does not say what follows"):
        run.wait(5.0)


def test_only_an_undo_is_meant_for_a_run_that_is_over() -> None:
    run = Run(routine(10.0, 10.0))
    run.wait(4.0)
    run.press(Stop())
    assert run.press(Next()) == []
    assert run.phase is Phase.OVER
    run.press(Undo())
    assert (run.phase, run.view.seconds) == (Phase.HOLD, 6)
    assert run.told(HoldDone) == []


def test_a_run_that_is_over_has_lasted_as_long_as_it_did_whatever_is_pressed_then() -> None:
    run = Run(relief())
    run.wait(4.0)
    run.press(Stop())
    run.wait(60.0)
    assert run.view.lasted_s == 4
    run.press(Help(cards=("RF15",)))
    assert run.view.lasted_s == 4


def test_a_run_that_was_over_and_goes_on_after_all_counts_on() -> None:
    run = Run(relief())
    run.wait(4.0)
    run.press(Stop())
    run.wait(5.0)
    run.press(Undo())
    run.wait(1.0)
    assert run.view.lasted_s == 10
