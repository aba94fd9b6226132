"""The cramps that a workout knows of: told apart by their runs, and aged by its own clock."""

from __future__ import annotations

from dataclasses import replace

from relief_tui.coach import inputs as press
from relief_tui.coach.event import WorkoutEnded
from relief_tui.coach.training import NEW, WATCH_S, Allowed, Cramp, Training
from relief_tui.coach.workout import Workout
from relief_tui.coach.workout.felt import Felt, felt, newer
from tests.coach.driving import Run
from tests.coach.workouts import MILD, after, card, cramp, gone_on, kg, learned, workout

SECOND = replace(cramp(load=kg(45.0)), run="second")


def limits(run: Run) -> Allowed:
    plan = run.session.plan
    assert isinstance(plan, Workout)
    return plan.training.allowed


def test_a_cramp_that_comes_as_another_is_let_go_is_a_new_one() -> None:
    """As many as before, and not the same: the hour of one from before the workout is over."""
    run = Run(workout(sets=4, training=MILD))
    run.press(press.Next())
    run.press(press.Next())
    run.press(press.Next())
    run.wait(WATCH_S)
    learned(run, training=Training((SECOND,)))
    assert (card(run).cramps, card(run).set_words) == (1, "set 1 of 2")
    assert limits(run) is Allowed.CURLS
    run.press(press.Stop())
    (ended,) = run.told(WorkoutEnded)
    assert ended.cramps == 1


def test_whoever_goes_on_with_their_own_load_does_not_after_another_cramp() -> None:
    run = Run(workout(training=MILD))
    run.wait(WATCH_S - 60.0)
    run.press(press.SetLoad(None, kg(45.0)))
    assert card(run).own
    run.wait(60.0)
    run.press(press.SetLoad(None, kg(45.0)))
    learned(run, training=Training((SECOND,)))
    assert (card(run).own, card(run).load) == (False, kg(35.0))


def test_where_the_time_of_day_is_set_the_hour_stays_an_hour() -> None:
    """The journal tells of no cramp any more, or of one that is long over."""
    long_over = after(replace(MILD.cramps[0], ago_s=5 * WATCH_S))
    for told in (NEW, long_over):
        run = gone_on(Run(workout()), training=MILD)
        run.wait(1800.0)
        learned(run, training=told)
        assert (card(run).load, card(run).watch_minutes) == (kg(35.0), 30)
        run = gone_on(run, training=told)
        assert (card(run).load, card(run).watch_minutes, card(run).cramps) == (kg(35.0), 30, 1)
        learned(run, training=Training((SECOND,)))
        assert (card(run).cramps, limits(run)) == (2, Allowed.NO_CURLS)


def test_a_clock_that_was_set_back_makes_no_hour_longer() -> None:
    run = gone_on(Run(workout()), training=MILD)
    run.wait(1800.0)
    learned(run, training=MILD)
    assert card(run).watch_minutes == 30


def test_what_was_taken_back_counts_no_more_and_what_was_corrected_as_it_is_now() -> None:
    run = gone_on(Run(workout()), training=MILD)
    right = replace(MILD.cramps[0], exercise="Prowler")
    learned(run, training=Training((right,)))
    assert card(run).lower_words == "LOWER THE WEIGHT 45 → 35 kg"
    plan = run.session.plan
    assert isinstance(plan, Workout)
    assert [each.exercise for each in plan.training.cramps] == ["Prowler"]
    learned(run, training=replace(NEW, taken_back=MILD.runs))
    assert (card(run).cramps, card(run).load) == (0, kg(45.0))


def of(run: str, ago_s: float) -> Cramp:
    return replace(cramp(), run=run, ago_s=ago_s)


def test_one_from_before_lasts_as_long_as_another_that_came_within_its_hour() -> None:
    known = (Felt(of("a", 0.0), -600.0), Felt(of("b", 0.0), 2000.0))
    assert felt(known, NEW, ("a",), 5000.0) == known
    assert felt(known[:1], NEW, ("a",), 2999.0) == known[:1]
    assert felt(known[:1], NEW, ("a",), 3000.0) == ()
    assert felt(known[:1], NEW, (), 3000.0) == known[:1]


def test_they_are_the_oldest_first_and_of_one_moment_as_they_were_told() -> None:
    told = Training((of("a", 300.0), of("b", 0.0), of("c", 0.0)))
    found = felt((), told, (), 100.0)
    assert [(each.cramp.run, each.at_s) for each in found] == [
        ("a", -200.0), ("b", 100.0), ("c", 100.0),
    ]  # fmt: skip
    assert [each.at(400.0).ago_s for each in found] == [600.0, 300.0, 300.0]
    assert newer((), found)
    assert not newer(found, found[1:])


def test_once_the_hour_is_over_nothing_is_against_the_advice() -> None:
    run = gone_on(Run(workout()), training=MILD)
    run.press(press.SetLoad(None, kg(50.0)))
    assert card(run).own
    run.wait(WATCH_S)
    assert (card(run).own, card(run).load, card(run).lower) == (False, kg(50.0), None)
