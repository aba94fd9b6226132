"""Keys of a workout that come at the wrong moment, or not at all."""

from __future__ import annotations

import pytest

from relief_tui.coach import inputs as press
from relief_tui.coach.event import Cue, Paused, SetDone, StepBegan, Undone, WorkoutEnded
from relief_tui.coach.step import Phase, Tempo
from relief_tui.coach.training import TRAINING_S
from tests.coach.driving import Run
from tests.coach.workouts import SCRIPT, card, gone_on, kg, workout

LOGGING = [press.Next(), press.Main(), press.LogSet()]
REST_S = 120.0


def rested(after_s: float) -> Run:
    """A run so long after its first rest ended by itself."""
    run = Run(workout())
    run.press(press.Next())
    run.wait(REST_S + after_s)
    assert run.phase is Phase.SET
    return run


@pytest.mark.parametrize("key", LOGGING)
@pytest.mark.parametrize(("after_s", "logs"), [(0.0, False), (0.9, False), (1.0, True)])
def test_what_was_to_end_the_rest_logs_no_set(key: press.Input, after_s: float, logs: bool) -> None:
    run = rested(after_s)
    told = run.press(key)
    assert (len(run.told(SetDone)), bool(told)) == (1 + logs, logs)


def test_a_second_key_later_is_meant() -> None:
    run = rested(0.4)
    run.press(press.Next())
    run.wait(0.6)
    run.press(press.Next())
    assert len(run.told(SetDone)) == 2


def test_a_set_that_is_typed_counts_at_once() -> None:
    run = rested(0.0)
    run.press(press.LogSet(None, 8, kg(45.0)))
    assert run.told(SetDone)[-1] == SetDone("Leg curl", kg(45.0), 8)


def test_whoever_ended_the_rest_may_log_at_once() -> None:
    run = Run(workout())
    for _ in range(3):
        run.press(press.Next())
    assert len(run.told(SetDone)) == 2


def test_whoever_plans_the_set_has_seen_it() -> None:
    run = rested(0.2)
    run.press(press.SetReps(None, 9))
    run.press(press.Next())
    assert run.told(SetDone)[-1].reps == 9


def test_no_key_begins_the_metronome_that_was_to_end_the_rest() -> None:
    run = Run(workout(tempo=Tempo(3.0, 0.0, 3.0)))
    run.press(press.LogSet(None, 8))
    run.wait(REST_S)
    run.press(press.Main())
    assert run.view.words == "WORK"
    run.wait(1.0)
    run.press(press.Main())
    assert run.view.words == "READY"


def test_back_in_a_rest_takes_the_set_back_that_was_logged_before_a_kill() -> None:
    run = Run(workout())
    run.press(press.Next())
    run.press(press.Next())
    run.press(press.LogSet(None, 8))
    run.wait(30.0)
    sets = tuple(run.told(SetDone))
    again = gone_on(run, away_s=20.0, sets=sets)
    told = again.press(press.Back())
    assert told[0] == Undone("1"), "the second of the two"
    assert (again.phase, card(again).set_no, len(card(again).done)) == (Phase.SET, 2, 1)
    again.press(press.Undo())
    assert (again.view.line, len(card(again).done)) == ("REST 70 s", 2)
    assert len(again.told(Undone)) == 2


def test_back_in_a_rest_never_begins_it_anew() -> None:
    run = Run(workout())
    run.press(press.Next())
    run.wait(30.0)
    again = gone_on(run)
    assert again.press(press.Back()) == []
    assert again.view.line == "REST 90 s"


def test_back_in_the_first_set_does_nothing() -> None:
    run = Run(workout())
    assert run.press(press.Back()) == []


def test_sets_that_were_put_right_meanwhile_are_known_so() -> None:
    run = Run(workout())
    run.press(press.Next())
    again = gone_on(run, sets=(SetDone("Leg curl", kg(40.0), 9),), sips=2)
    assert [line.words for line in card(again).done] == ["40 kg × 9"]
    assert card(again).sips == 2
    again.press(press.Stop())
    assert (again.told(WorkoutEnded)[0].reps, again.told(WorkoutEnded)[0].sips) == (9, 2)


@pytest.mark.parametrize("step_s", [1.0, 60.0, 3000.0])
def test_a_pause_of_three_hours_ends_it_with_what_was_done(step_s: float) -> None:
    run = Run(workout())
    run.press(press.Next())
    run.wait(5.0)
    run.press(press.Main())
    assert run.told(Paused)
    while run.t < 5.0 + TRAINING_S:
        assert not run.session.over
        run.wait(min(step_s, 5.0 + TRAINING_S - run.t))
    assert run.told(WorkoutEnded) == [WorkoutEnded("interrupted", 1, 10, 0, 0, 5.0 + TRAINING_S)]
    assert run.session.next_wakeup() is None


def test_a_key_in_a_pause_puts_the_end_off() -> None:
    run = Run(workout())
    run.press(press.Next())
    run.press(press.Main())
    run.wait(TRAINING_S - 1.0)
    run.press(press.Drink())
    run.wait(TRAINING_S - 1.0)
    assert (run.session.over, run.view.paused) == (False, True)
    run.wait(1.0)
    assert run.session.over


def test_a_pause_in_a_led_set_ends_it_too() -> None:
    run = Run(workout(tempo=Tempo(3.0, 0.0, 3.0)))
    run.press(press.Main())
    run.wait(SCRIPT.ready_s + 5.0)
    run.press(press.Pause())
    run.wait(TRAINING_S)
    assert run.told(WorkoutEnded)[0].outcome == "interrupted"


def test_an_undo_rings_no_second_time() -> None:
    run = Run(workout())
    run.wait(SCRIPT.drink.every_s - 1.0)
    run.press(press.SetReps(None, 9))
    run.press(press.SetReps(None, 8))
    told = run.wait(2.0)
    told += run.press(press.Undo())
    told += run.press(press.Undo())
    told += run.wait(100.0)
    assert told.count(Cue("thirsty")) == 1
    assert (card(run).reps, bool(card(run).reminder)) == (10, True)


def test_an_undo_of_the_set_that_made_it_due_takes_that_back() -> None:
    run = Run(workout())
    for _ in range(SCRIPT.drink.sets):
        run.press(press.Next())
        run.press(press.Next())
    run.press(press.Undo())
    run.press(press.Undo())
    assert card(run).reminder == ""
    assert StepBegan(1, "WORK", None, "Leg curl", TRAINING_S) in run.told(StepBegan)
