"""What the voice says in a workout."""

from __future__ import annotations

from relief_tui.coach import inputs as press
from relief_tui.coach.spoken import phrase
from tests.coach.driving import Run
from tests.coach.workouts import MILD, after, cramp, workout


def test_the_end_of_a_rest_calls_to_work_or_to_less_weight() -> None:
    run = Run(workout())
    run.press(press.Next())
    assert phrase("done", run.view) == "Rest. 2 minutes."
    run.wait(120.0)
    assert phrase("attention", run.view) == "Next set."
    assert phrase("attention", Run(workout(training=MILD)).view) == "Lower the weight."


def test_after_the_last_set_none_is_called_to() -> None:
    run = Run(workout(sets=1))
    run.press(press.Next())
    run.wait(120.0)
    assert phrase("attention", run.view) == "All sets done."


def test_an_exercise_that_is_over_is_neither_lowered_nor_gone_on_with() -> None:
    run = Run(workout(training=after(cramp(), cramp(ago_s=60.0))))
    assert run.view.workout is not None
    assert run.view.workout.off
    assert phrase("attention", run.view) == "Other exercise."
    run.wait(3600.0)
    assert run.view.workout.off
    assert phrase("attention", run.view) == "Other exercise."


def test_a_sip_is_asked_about() -> None:
    assert phrase("thirsty", Run(workout()).view) == "Thirsty? Sip."
