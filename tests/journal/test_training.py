"""Which cramps belong to the training that is going on, and the load it began with."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from relief_tui.coach.event import (
    Advised,
    Answered,
    Drank,
    Outcome,
    RecoveryBegan,
    RecoveryEnded,
    ReliefBegan,
    ReliefEnded,
    SetDone,
    Undone,
    WorkoutBegan,
    WorkoutEnded,
)
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.coach.training import Allowed, Training
from relief_tui.journal.log import Log
from relief_tui.journal.training import LOOK_BACK, training
from relief_tui.journal.workouts import trained
from tests.support.clock import FakeClock

HOUR = 3600.0
LET_GO = ReliefEnded("gone", "mild", 1, 40.0, Side.LEFT)


def kg(value: float) -> Load:
    return Load(value, Unit.KG)


def cramp(
    log: Log,
    clock: FakeClock,
    *,
    load: Load | None = None,
    exercise: str | None = None,
    ended: ReliefEnded = LET_GO,
    run: str = "",
) -> None:
    """A relief of five minutes."""
    run = run or f"run at {clock.now()}"
    ended = replace(ended, load=load, exercise=exercise)
    log.write(run, ReliefBegan(ended.side, load=load, exercise=exercise))
    clock.advance(300.0)
    log.write(run, ended)


def now(log: Log, clock: FakeClock, *, beginning: bool = False) -> Training:
    entries = log.entries(since=clock.wall() - LOOK_BACK)
    return training(entries, clock.wall(), beginning=beginning)


def test_a_cramp_is_as_long_ago_as_it_let_go(log: Log, clock: FakeClock) -> None:
    cramp(log, clock)
    clock.advance(600.0)
    (found,) = now(log, clock).cramps
    assert (found.ago_s, found.side, found.outcome, found.band) == (
        860.0,
        Side.LEFT,
        "gone",
        "mild",
    )


@pytest.mark.parametrize(("gap_s", "cramps"), [(3 * HOUR - 301.0, 2), (3 * HOUR, 1)])
def test_three_hours_without_an_event_end_a_training(
    gap_s: float, cramps: int, log: Log, clock: FakeClock
) -> None:
    cramp(log, clock)
    clock.advance(gap_s)
    cramp(log, clock)
    assert len(now(log, clock).cramps) == cramps


def test_a_training_ends_by_itself(log: Log, clock: FakeClock) -> None:
    cramp(log, clock, load=kg(45))
    clock.advance(3 * HOUR)
    assert now(log, clock) == Training()


def test_a_drink_at_home_makes_no_training_longer(log: Log, clock: FakeClock) -> None:
    cramp(log, clock)
    clock.advance(2 * HOUR)
    log.write("", Drank())
    clock.advance(2 * HOUR)
    assert now(log, clock) == Training()


def test_a_cramp_knows_its_load_its_exercise_and_the_last_advice(
    log: Log, clock: FakeClock
) -> None:
    cramp(log, clock, load=kg(45), exercise="leg curl", run="one")
    log.write("one", Advised(kg(45), kg(35), "mild"))
    log.write("one", Advised(kg(45), kg(40), "twitch"))
    cramp(log, clock, load=kg(40))
    first, second = now(log, clock).cramps
    assert (first.load, first.exercise) == (kg(45), "leg curl")
    assert first.advised == Advised(kg(45), kg(40), "twitch")
    assert (second.load, second.exercise, second.advised) == (kg(40), None, None)


@pytest.mark.parametrize("outcome", ["cancelled", "unanswered", "interrupted"])
def test_what_was_no_cramp_gives_no_first_load(
    outcome: Outcome, log: Log, clock: FakeClock
) -> None:
    """A load that was mistyped, say: the run was left before a hold and begun again."""
    cramp(log, clock, load=kg(450), ended=ReliefEnded(outcome, side=Side.LEFT))
    cramp(log, clock, load=kg(45))
    assert [each.load for each in now(log, clock).cramps] == [kg(45)]


@pytest.mark.parametrize(
    ("ended", "cramps"),
    [
        (ReliefEnded("stopped", None, 1), 1),
        (ReliefEnded("worse", None, 1), 1),
        (ReliefEnded("unyielding", "unyielding", 6), 1),
        (ReliefEnded("unanswered", None, 6), 1),
        (ReliefEnded("unanswered", None, 1), 1),
        (ReliefEnded("unanswered", None, 0), 0),
        (ReliefEnded("cancelled", None, 0), 0),
        (ReliefEnded("interrupted", None, 2), 1),
        (ReliefEnded("interrupted", None, 0), 0),
    ],
)
def test_what_counts_as_a_cramp(
    ended: ReliefEnded, cramps: int, log: Log, clock: FakeClock
) -> None:
    cramp(log, clock, ended=ended)
    assert len(now(log, clock).cramps) == cramps


def test_hands_that_held_the_leg_and_pressed_no_key_are_as_good_as_an_answer(
    log: Log, clock: FakeClock
) -> None:
    """Held hands-free to the end of the holds: the watch runs, and the load falls as if mild."""
    cramp(log, clock, load=kg(45), ended=ReliefEnded("unanswered", None, 6, None, Side.LEFT))
    found = now(log, clock)
    assert found.watch_s == HOUR - 300.0
    assert found.with_one_more(Side.LEFT) is Allowed.NO_CURLS


@pytest.mark.parametrize("outcome", ["interrupted", "unanswered"])
@pytest.mark.parametrize(("later_s", "cramps"), [(0.0, 0), (300.0, 0), (301.0, 1)])
def test_a_relief_that_begins_at_once_again_is_of_the_same_cramp(
    outcome: Outcome, later_s: float, cramps: int, log: Log, clock: FakeClock
) -> None:
    cramp(log, clock, ended=ReliefEnded(outcome, None, 2))
    clock.advance(later_s)
    assert len(now(log, clock, beginning=True).cramps) == cramps
    cramp(log, clock)
    clock.advance(HOUR)
    assert len(now(log, clock).cramps) == cramps + 1


def test_a_twitch_in_a_light_set_is_remembered(log: Log, clock: FakeClock) -> None:
    log.write("r", RecoveryBegan())
    log.write("r", RecoveryEnded(8, "done"))
    assert not now(log, clock).twitched
    log.write("s", RecoveryBegan())
    log.write("s", RecoveryEnded(2, "twitch"))
    assert now(log, clock).twitched


def test_what_was_undone_does_not_count(log: Log, clock: FakeClock) -> None:
    log.write("r", ReliefBegan(Side.LEFT))
    log.write("r", Undone(log.write("r", ReliefEnded("gone", "mild", 1, 40.0, Side.LEFT))))
    assert now(log, clock).cramps == ()


def test_a_clock_that_was_set_back_makes_nothing_negative(log: Log, clock: FakeClock) -> None:
    cramp(log, clock)
    clock.set_wall(clock.wall() - timedelta(days=1))
    (found,) = training(log.entries(), clock.wall()).cramps
    assert found.ago_s == 0.0


def test_the_end_that_was_said_ends_it_once_the_hour_after_the_cramp_is_over(
    log: Log, clock: FakeClock
) -> None:
    """A new training may begin at once, and is one in the history; the calf is the same."""
    cramp(log, clock)
    log.write("w", WorkoutEnded())
    felt = now(log, clock)
    assert (len(felt.cramps), felt.watch_s) == (1, HOUR - 260.0)
    log.write("new", WorkoutBegan())
    assert now(log, clock) == felt
    clock.advance(felt.watch_s - 1.0)
    assert len(now(log, clock).cramps) == 1
    clock.advance(1.0)
    assert now(log, clock) == Training()


def test_what_two_cramps_closed_no_word_opens_within_the_hour(log: Log, clock: FakeClock) -> None:
    """The first of them is more than an hour ago: it counts as long as the second does."""
    cramp(log, clock)
    clock.advance(40 * 60.0)
    cramp(log, clock)
    clock.advance(40 * 60.0)
    log.write("w", WorkoutEnded())
    assert now(log, clock).allowed is Allowed.NO_CURLS
    clock.advance(HOUR - 40 * 60.0)
    assert now(log, clock) == Training()


def test_a_cramp_within_the_hour_is_the_second_whatever_was_said_between(
    log: Log, clock: FakeClock
) -> None:
    cramp(log, clock)
    clock.advance(50 * 60.0)
    log.write("w", WorkoutEnded())
    cramp(log, clock)
    assert now(log, clock).allowed is Allowed.NO_CURLS
    clock.advance(50 * 60.0)
    assert now(log, clock).allowed is Allowed.NO_CURLS


def test_an_end_that_a_cramp_within_the_hour_made_void_stays_so(log: Log, clock: FakeClock) -> None:
    cramp(log, clock)
    log.write("w", WorkoutEnded("done", 1, 10))
    clock.advance(1200.0)
    cramp(log, clock)
    clock.advance(1.5 * HOUR)
    assert len(now(log, clock).cramps) == 2


def test_a_cramp_after_the_hour_is_the_first_of_another_training(
    log: Log, clock: FakeClock
) -> None:
    cramp(log, clock)
    log.write("w", WorkoutEnded())
    clock.advance(HOUR)
    cramp(log, clock)
    assert len(now(log, clock).cramps) == 1


def test_a_twitch_in_a_light_set_counts_for_its_hour_too(log: Log, clock: FakeClock) -> None:
    log.write("s", RecoveryEnded(2, "twitch"))
    log.write("w", WorkoutEnded())
    assert now(log, clock).twitched
    clock.advance(HOUR)
    assert not now(log, clock).twitched


def test_the_sets_told_of_are_those_since_the_end(log: Log, clock: FakeClock) -> None:
    log.write("w", SetDone("Leg curl", kg(45), 10))
    cramp(log, clock)
    log.write("w", WorkoutEnded())
    log.write("x", SetDone("Leg curl", kg(35), 9))
    told = trained(log.entries(), clock.wall())
    assert told is not None
    assert [each.reps for each in told.sets] == [9]


@pytest.mark.parametrize(
    ("answers", "allowed"),
    [
        ((), Allowed.NO_CURLS),
        ((Answered("pain", 2),), Allowed.NO_CURLS),
        ((Answered("green", "unanswered"),), Allowed.NO_CURLS),
        ((Answered("green", 2), Answered("green", 3)), Allowed.NO_CURLS),
        ((Answered("green", 2), Answered("green", 0)), Allowed.CURLS),
        ((Answered("green", 0), Answered("plan", "lighter")), Allowed.CURLS),
        ((Answered("green", 0), Answered("plan", "unanswered")), Allowed.CURLS),
        ((Answered("green", 0), Answered("plan", "not today")), Allowed.NO_CURLS),
    ],
)
def test_where_a_relief_ended_with_curls_are_done_they_are(
    answers: tuple[Answered, ...], allowed: Allowed, log: Log, clock: FakeClock
) -> None:
    """No curl without the green light: the workout says what the relief said."""
    for event in (Answered("check", "gone"), *answers):
        log.write("one", event)
    cramp(log, clock, run="one")
    assert now(log, clock).allowed is allowed


@pytest.mark.parametrize(("between", "cramps"), [((), 1), ((SetDone("Leg curl", None, 8),), 2)])
def test_relief_that_was_begun_again_is_of_the_same_cramp_unless_a_set_was_done_in_between(
    between: tuple[SetDone, ...], cramps: int, log: Log, clock: FakeClock
) -> None:
    for number in range(2):
        run = f"relief {number}"
        log.write(run, ReliefBegan(Side.LEFT))
        clock.advance(60.0)
        log.write(run, ReliefEnded("unanswered", None, 6, None, Side.LEFT))
        for done in between:
            clock.advance(60.0)
            log.write("work", done)
        clock.advance(60.0)
    told = training(log.entries(), clock.wall()).cramps
    assert len(told) == cramps


@pytest.mark.parametrize("nothing", [("cancelled", 0), ("interrupted", 0), ("unanswered", 0)])
def test_what_came_to_nothing_is_not_the_same_cramp_begun_again(
    nothing: tuple[Outcome, int], log: Log, clock: FakeClock
) -> None:
    """A first hold, killed; begun again, and left before one: the first stays a cramp."""
    cramp(log, clock, ended=ReliefEnded("interrupted", None, 1))
    cramp(log, clock, ended=ReliefEnded(nothing[0], None, nothing[1]))
    assert [each.outcome for each in now(log, clock).cramps] == ["interrupted"]
