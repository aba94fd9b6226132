"""A workout that was cut off or left waits for a cramp, and goes on where none is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from relief_tui.coach import inputs as press
from relief_tui.coach.event import Flagged
from relief_tui.coach.routine import Care, Exercise, Routine
from relief_tui.coach.workout import Workout
from relief_tui.conductor import Conductor
from relief_tui.memo import kind_of
from relief_tui.report.beginning import train, warm
from relief_tui.wishes import Refusal, ReliefOptions, WorkoutWish, again_of
from tests.test_workouts import LEG_CURL, Place, card, kg

SEATED = WorkoutWish("Seated leg curl", kg(40.0))
STRETCHES = Routine("own", (Exercise("Wall stretch", 60.0, care=Care.STRETCH),))


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    here = Place(tmp_path)
    yield here
    here.services.close()


def relieved(place: Place, options: ReliefOptions) -> Conductor:
    """A relief that let go, with the green light, and lighter from here on."""
    relief = place.services.relief(options)
    relief.begin()
    place.watch(relief, 60)
    relief.handle(press.Answer(None, "gone"))
    place.watch(relief, 31)
    for number in (0, 2):  # none of these; pain
        relief.handle(press.Number(None, number, True))
    place.watch(relief, 300)
    for number in (0, 1):  # all four are fine; go on lighter
        relief.handle(press.Number(None, number, True))
    return relief


def offered(place: Place) -> Workout:
    offer = place.services.offer()
    assert offer is not None
    assert isinstance(offer.plan, Workout)
    return offer.plan


def kinds(place: Place) -> list[str]:
    return [entry.kind for entry in place.services.log.entries()]


def test_a_cramp_at_home_leaves_the_workout_waiting_and_knows_what_was_lifted(
    place: Place,
) -> None:
    run = place.begin(SEATED)
    run.handle(press.Next())
    run.leave()
    relieved(place, ReliefOptions())
    episode = place.services.log.latest_episode()
    assert episode is not None
    assert (episode.exercise, episode.load) == ("Seated leg curl", kg(40.0))
    assert episode.machine == "seated"
    assert "workout_ended" not in kinds(place)
    assert offered(place).exercise == "Seated leg curl"
    again = place.services.go_on()
    assert again is not None
    assert (card(again.begin()).load, len(card(again.advance()).done)) == (kg(30.0), 1)


def test_after_a_kill_relief_at_once_leaves_the_workout_waiting(place: Place) -> None:
    place.begin().handle(press.Next())
    place.process()
    relief = relieved(place, ReliefOptions())
    assert again_of(relief.plan).exercise == "Leg curl"
    assert offered(place).exercise == "Leg curl"


@pytest.mark.parametrize(
    "said",
    [
        ReliefOptions(exercise="Leg press"),
        ReliefOptions(load=kg(60.0)),
        ReliefOptions(machine="prone"),
    ],
)
def test_what_is_said_of_a_cramp_is_all_that_is_known(place: Place, said: ReliefOptions) -> None:
    place.begin().leave()
    known = again_of(place.services.relief(said).plan)
    assert (known.exercise, known.load, known.machine) == (said.exercise, said.load, said.machine)


def test_practice_knows_of_no_workout_and_closes_none(place: Place) -> None:
    place.begin().leave()
    assert again_of(place.services.relief(ReliefOptions(practice=True)).plan).exercise is None
    assert offered(place).exercise == "Leg curl"


def test_a_workout_of_yesterday_tells_nothing(place: Place) -> None:
    place.begin().leave()
    place.clock.advance(4 * 3600.0)
    assert again_of(place.services.relief(ReliefOptions()).plan).exercise is None


def test_a_second_cramp_in_a_relief_that_was_killed_leaves_the_workout_waiting(
    place: Place,
) -> None:
    run = place.begin()
    run.handle(press.Next())
    run.handle(press.Cramped())
    place.watch(run, 1)
    relief = place.services.relief(again_of(run.plan))
    relief.begin()
    place.watch(relief, 30)
    place.process()
    again = place.services.go_on()
    assert again is not None
    again.begin()
    place.watch(again, 30)
    again.handle(press.Answer(None, "gone"))
    again.handle(press.Stop())
    relieved(place, again_of(again.plan))
    assert offered(place).exercise == "Leg curl"
    assert "workout_ended" not in kinds(place)


# The command again


def test_where_no_exercise_is_named_the_workout_that_waits_goes_on(place: Place) -> None:
    run = place.begin(SEATED)
    run.handle(press.Next())
    place.process()
    begun = train(place.services, WorkoutWish(load=kg(90.0)))
    assert isinstance(begun.run, Conductor)
    (said,) = begun.said
    assert said.startswith("GOING ON: workout, Seated leg curl set 2 of 3, REST")
    assert said.endswith("o is another exercise, x ends it.")
    shown = card(begun.run.begin())
    assert (shown.exercise, shown.load, len(shown.done)) == ("Seated leg curl", kg(40.0), 1)
    assert kinds(place).count("workout_began") == 1


def test_a_named_exercise_closes_it_and_says_so(place: Place) -> None:
    place.begin(SEATED).handle(press.Next())
    place.process()
    begun = train(place.services, LEG_CURL)
    assert isinstance(begun.run, Conductor)
    assert [words[:42] for words in begun.said] == [
        "Closed: workout. Seated leg curl: 40 kg × 9"[:42]
    ]
    assert kinds(place).count("workout_ended") == 1


def test_a_relief_inside_it_is_closed_and_both_are_told(place: Place) -> None:
    run = place.begin()
    run.handle(press.Next())
    run.handle(press.Cramped())
    relief = place.services.relief(again_of(run.plan))
    relief.begin()
    place.watch(relief, 20)
    place.process()
    begun = train(place.services, WorkoutWish())
    assert isinstance(begun.run, Conductor)
    assert [words.partition(",")[0] for words in begun.said] == [
        "Closed: relief",
        "GOING ON: workout",
    ]
    assert begun.run.run == run.run
    assert "relief_ended" in kinds(place)


def test_with_nothing_waiting_nothing_is_said(place: Place) -> None:
    from relief_tui.content.routines import load_routine

    assert train(place.services, WorkoutWish()).said == ()
    assert warm(place.services, load_routine("express")).said == ()
    place.begin().leave()
    (said,) = warm(place.services, load_routine("express")).said
    assert said.startswith("Closed: workout. 0 sets")


def test_looking_whether_something_waits_closes_nothing(place: Place) -> None:
    place.begin().leave()
    relief = place.services.relief(ReliefOptions())
    relief.begin()
    relief.leave()
    waiting = place.services.offer("workout")
    assert waiting is not None
    assert waiting.kind == "workout"
    place.clock.advance(3600.0)
    newest = place.services.offer()
    assert newest is not None
    assert newest.kind == "workout"
    assert "relief_ended" not in kinds(place)
    settled = place.services.settle()
    assert settled is not None
    assert settled.kind == "workout"
    assert "relief_ended" in kinds(place)


# What cannot go on hides nothing


def test_what_cannot_be_read_any_more_does_not_close_what_lies_below_it(place: Place) -> None:
    place.begin().leave()
    relief = place.services.relief(ReliefOptions())
    relief.begin()
    services = place.process()
    services.log.keep_position(relief.run, 2, 10.0, '{"kind":"relief"}')
    for offer in (services.offer(), services.offer(), services.settle(), services.settle()):
        assert offer is not None
        assert offer.kind == "workout"
    assert len(services.troubles) == 1
    assert "relief_ended" in kinds(place)
    assert "workout_ended" not in kinds(place)


def test_a_routine_that_must_not_go_on_does_not_close_the_workout_below_it(place: Place) -> None:
    place.begin().leave()
    _warming(place)
    place.services.log.write("", Flagged("RF14", 3))
    services = place.process()
    settled = services.settle()
    assert settled is not None
    assert settled.kind == "workout"
    assert "warmup_ended" in kinds(place)


def test_back_from_a_cramp_in_a_routine_the_workout_below_still_waits(place: Place) -> None:
    place.begin().leave()
    _warming(place)
    services = place.process()
    routine = services.go_on()
    assert routine is not None
    assert kind_of(routine.plan) == "warmup"
    routine.begin()
    relief = relieved(place, ReliefOptions())
    assert relief.over
    again = services.back_to(routine)
    assert isinstance(again, Conductor)
    again.begin()
    again.handle(press.Stop())
    assert offered(place).exercise == "Leg curl"


def _warming(place: Place) -> None:
    """A routine that is played while the workout waits."""
    routine = place.services.gates.warmup(STRETCHES)
    assert not isinstance(routine, Refusal)
    place.services._conductor(routine).begin()
