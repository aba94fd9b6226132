"""The cramps of an evening as a workout counts them, with the journal: one after the other, on a
clock that is set, in this exercise or another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from relief_tui.coach import inputs as press
from relief_tui.coach.event import Undone
from relief_tui.coach.plan import LightSet
from relief_tui.coach.training import Allowed
from relief_tui.coach.workout import Workout
from relief_tui.conductor import Conductor
from relief_tui.journal.workouts import workouts
from relief_tui.memo import MemoError, recalled
from relief_tui.wishes import Refusal, WorkoutWish
from tests.test_workouts import LEG_CURL, Place, card, kg

RDL = "Two-leg Romanian deadlift"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    here = Place(tmp_path)
    yield here
    here.services.close()


def back(found: Conductor | Refusal) -> Conductor:
    assert isinstance(found, Conductor), found
    found.begin()
    return found


def allowed(run: Conductor) -> Allowed:
    assert isinstance(run.plan, Workout)
    return run.plan.training.allowed


def test_a_cramp_after_the_hour_of_one_before_the_workout_is_counted_and_leaves_two_sets(
    place: Place,
) -> None:
    run = place.begin()
    run.handle(press.Next())
    run = back(place.cramp(run))
    run.handle(press.Next())
    run.handle(press.Stop())
    place.clock.advance(40 * 60.0)
    run = place.begin(WorkoutWish("Leg curl", kg(45.0), sets=4))
    run.handle(press.Next())
    run.handle(press.Next())
    for _ in range(30):
        place.clock.advance(60.0)
        run.advance()
    run.handle(press.Next())
    run = back(place.cramp(run))
    shown = card(run.advance())
    assert (shown.cramps, shown.set_words, allowed(run)) == (1, "set 1 of 2", Allowed.CURLS)
    run.handle(press.Stop())
    assert [done.cramps for done in workouts(place.services.log.entries())] == [1, 1]


def test_set_forward_the_time_of_day_ends_no_watch_and_forgets_no_cramp(place: Place) -> None:
    run = back(place.cramp(place.begin()))
    place.clock.advance(1800.0)
    left = card(run.advance()).watch_minutes
    place.clock.set_wall(place.clock.wall() + timedelta(hours=5))
    shown = card(place.services.look_again(run))
    assert (shown.load, shown.watch_minutes, shown.cramps) == (kg(35.0), left, 1)
    run = back(place.cramp(run))
    assert (card(run.advance()).cramps, allowed(run)) == (2, Allowed.NO_CURLS)


def test_set_back_the_time_of_day_makes_no_watch_longer(place: Place) -> None:
    run = back(place.cramp(place.begin()))
    place.clock.advance(1800.0)
    left = card(run.advance()).watch_minutes
    place.clock.set_wall(place.clock.wall() - timedelta(hours=1))
    assert card(place.services.look_again(run)).watch_minutes == left


def test_a_cramp_that_is_deleted_while_the_workout_waits_is_none(place: Place) -> None:
    run = back(place.cramp(place.begin()))
    cramp = place.services.log.latest_episode()
    assert cramp is not None
    place.services.log.write(cramp.run, Undone(cramp.run))
    shown = card(place.services.look_again(run))
    assert (shown.cramps, shown.watch_minutes, shown.load) == (0, 0, kg(45.0))


def test_a_place_that_was_kept_with_cramps_by_their_number_is_refused(place: Place) -> None:
    run = back(place.cramp(place.begin()))
    run.leave()
    position = place.services.log.position(run.run)
    assert position is not None
    memo = json.loads(position.memo)
    memo["fields"] |= {"cramps_before": 0, "cramps_known": 1}
    gates = place.services.gates
    with pytest.raises(MemoError):
        recalled(json.dumps(memo), lambda kind: gates.given(kind, gates.training()))


def test_a_light_set_is_reckoned_from_the_load_of_a_curl(place: Place) -> None:
    lightest = LightSet(None, None, 1)
    assert place.services.light_set() == lightest
    place.cramp(place.begin(WorkoutWish(RDL, kg(100.0))))
    assert place.services.light_set() == lightest
    run = place.begin(LEG_CURL)
    assert place.services.light_set() == LightSet(kg(10.0), kg(45.0), 1)
    run.handle(press.LogSet(None, 8, kg(35.0)))
    assert place.services.light_set() == LightSet(kg(10.0), kg(45.0), 1)
    assert place.services.light_set(kg(60.0)) == LightSet(kg(15.0), kg(60.0), 1)


def test_a_light_set_is_reckoned_from_the_curl_that_cramped(place: Place) -> None:
    run = place.begin(WorkoutWish("Leg curl", kg(20.0)))
    run.handle(press.Next())
    run.handle(press.Next())
    run.handle(press.LogSet(None, 8, kg(60.0)))
    run.handle(press.Next())
    back(place.cramp(run))
    assert place.services.light_set() == LightSet(kg(15.0), kg(60.0), 1)


@pytest.mark.parametrize("deleted", [False, True])
def test_a_workout_that_is_closed_long_after_tells_of_its_cramps_that_count(
    deleted: bool, place: Place
) -> None:
    run = back(place.cramp(place.begin()))
    run.handle(press.Next())
    cramp = place.services.log.latest_episode()
    assert cramp is not None
    place.clock.advance(4 * 3600.0)
    if deleted:
        place.services.log.write(cramp.run, Undone(cramp.run))
    place.process().leave_it()
    (done,) = workouts(place.services.log.entries())
    assert (done.outcome, done.cramps) == ("interrupted", 0 if deleted else 1)
