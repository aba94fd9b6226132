"""The sip that is asked about in a workout: when it is due, and never more than once."""

from __future__ import annotations

from relief_tui.coach import inputs as press
from relief_tui.coach.event import Cue, Drank, Event, Snoozed
from relief_tui.coach.step import Tempo
from tests.coach.driving import Run
from tests.coach.workouts import SCRIPT, SIP, card, gone_on, learned, workout

EVERY_S, LATER_S, SETS = SCRIPT.drink.every_s, SCRIPT.drink.later_s, SCRIPT.drink.sets


def rung(events: list[Event]) -> int:
    return events.count(Cue("thirsty"))


def test_it_is_asked_by_time_and_stands_there_until_it_is_answered() -> None:
    run = Run(workout())
    assert rung(run.wait(EVERY_S - 1.0)) == 0
    assert rung(run.wait(1.0)) == 1
    assert card(run).reminder == SIP
    assert SIP in run.notes
    assert rung(run.wait(3000.0)) == 0
    assert card(run).reminder == SIP


def test_it_is_asked_by_sets() -> None:
    run = Run(workout())
    for _ in range(SETS - 1):
        assert rung(run.press(press.Next())) == 0
        run.press(press.Next())
    assert card(run).reminder == ""
    told = run.press(press.Next())
    assert [cue for cue in told if isinstance(cue, Cue)][-1] == Cue("thirsty")
    assert card(run).reminder == SIP
    assert rung(run.wait(1000.0)) == 0


def test_one_key_notes_the_sip_and_it_falls_silent() -> None:
    run = Run(workout())
    run.wait(EVERY_S)
    assert run.press(press.Drink()) == [Drank()]
    assert (card(run).reminder, card(run).sips) == ("", 1)
    assert rung(run.wait(EVERY_S - 1.0)) == 0
    assert rung(run.wait(1.0)) == 1


def test_not_now_comes_later() -> None:
    run = Run(workout())
    assert run.press(press.Snooze()) == []
    run.wait(EVERY_S)
    assert run.press(press.Snooze()) == [Snoozed("drink")]
    assert card(run).reminder == ""
    assert rung(run.wait(LATER_S)) == 1


def test_a_sip_can_be_taken_back() -> None:
    run = Run(workout())
    run.wait(EVERY_S)
    run.press(press.Drink())
    run.press(press.Undo())
    assert run.standing(Drank) == []
    assert (card(run).reminder, card(run).sips) == (SIP, 0)


def test_who_sleeps_through_several_is_asked_once_and_not_by_a_late_beep() -> None:
    run = Run(workout())
    told = run.sleep(2.5 * EVERY_S)
    assert rung(told) <= 1
    assert card(run).reminder == SIP


def test_nothing_is_asked_of_whom_fluid_is_restricted_or_who_turned_it_off() -> None:
    run = Run(workout(sip=""))
    for _ in range(2 * SETS):
        run.press(press.Next())
        run.press(press.Next())
    assert rung(run.wait(5 * EVERY_S)) == 0
    assert card(run).reminder == ""
    assert run.press(press.Snooze()) == []
    assert run.press(press.Drink()) == [Drank()]


def test_no_set_by_metronome_is_disturbed() -> None:
    run = Run(workout(tempo=Tempo(3.0, 0.0, 3.0)))
    run.wait(EVERY_S - 10.0)
    run.press(press.Main())
    assert rung(run.wait(60.0)) == 0
    assert rung(run.wait(10.0)) == 1


def test_nothing_comes_after_the_end() -> None:
    run = Run(workout())
    run.wait(EVERY_S)
    run.press(press.Stop())
    assert rung(run.wait(10 * EVERY_S)) == 0
    assert run.session.next_wakeup() is None
    assert run.view.workout is None


def test_a_drink_while_it_waited_counts() -> None:
    run = Run(workout())
    run.wait(EVERY_S - 60.0)
    again = gone_on(run, away_s=300.0, drank_ago_s=100.0)
    assert rung(again.wait(EVERY_S - 101.0)) == 0
    assert rung(again.wait(1.0)) == 1


def test_whoever_is_told_meanwhile_to_drink_only_so_much_is_asked_no_more() -> None:
    run = Run(workout())
    run.press(press.Next())
    run.wait(EVERY_S)
    run.press(press.SetReps(None, 8))
    learned(run, sip="")
    assert (card(run).reminder, run.notes) == ("", ())
    run.press(press.Undo())
    assert card(run).reps == 10
    assert card(run).reminder == "", "an undo brings no reminder back"
    assert rung(run.wait(2 * EVERY_S)) == 0
