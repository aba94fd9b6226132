"""The workouts and their sets in the journal, and what a workout wants to know of before."""

from __future__ import annotations

import pytest
from hypothesis import given

from relief_tui.coach.event import (
    ReliefBegan,
    ReliefEnded,
    SetDone,
    Undone,
    WorkoutBegan,
    WorkoutEnded,
    WorkoutOutcome,
)
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.coach.training import WATCH_S
from relief_tui.journal.entry import Entry
from relief_tui.journal.store import Journal
from relief_tui.journal.summary import unended
from relief_tui.journal.training import training
from relief_tui.journal.workouts import Trained, sets_done, trained, workouts
from tests.journal.stories import shuffled_stories
from tests.support.pen import Pen

LOAD = Load(45.0, Unit.KG)


def test_a_workout_has_its_sets_and_those_taken_back_are_none() -> None:
    pen = Pen()
    pen.write("a", WorkoutBegan("Leg curl", LOAD, 3, 10), SetDone("Leg curl", LOAD, 10))
    wrong = pen.write("a", SetDone("Leg curl", LOAD, 99))[-1]
    pen.write("a", Undone(wrong.id), SetDone("Leg curl", LOAD, 8))
    pen.write("b", SetDone("Leg press", None, 12))
    pen.write("a", WorkoutEnded("done", 2, 18, 0, 1, 600.0))
    (done,) = workouts(pen.entries)
    assert (done.outcome, [each.reps for each in done.sets]) == ("done", [10, 8])
    assert (done.cramps, done.sips, done.seconds) == (0, 1, 600.0)
    assert [each.reps for each in sets_done(pen.entries)] == [10, 8, 12]


def test_the_persons_own_ending_goes_before_one_by_another_process() -> None:
    pen = Pen()
    pen.write("a", WorkoutEnded("done", 3), WorkoutEnded("interrupted", 2))
    assert [done.outcome for done in workouts(pen.entries)] == ["done"]


@given(story=shuffled_stories())
def test_the_order_in_which_machines_are_merged_changes_nothing(
    story: tuple[list[Entry], list[Entry]],
) -> None:
    once, shuffled = story
    assert workouts(once) == workouts(shuffled)
    assert sets_done(once) == sets_done(shuffled)
    ended = {run.run for run in unended(once) if run.plan == "workout"}
    assert ended == {run.run for run in unended(shuffled) if run.plan == "workout"}


def test_only_the_persons_word_ends_a_training() -> None:
    for outcome, cramps in (("done", 0), ("stopped", 1), ("interrupted", 1)):
        pen = Pen()
        pen.write("r", ReliefBegan(Side.LEFT), ReliefEnded("gone", "mild", 1, 30.0, Side.LEFT))
        pen.write("a", WorkoutEnded(outcome))  # type: ignore[arg-type]
        pen.clock.advance(WATCH_S)
        assert len(training(pen.entries, pen.clock.wall()).cramps) == cramps, outcome


def test_the_last_sets_are_found_by_index(journal: Journal) -> None:
    journal.append("a", SetDone("Leg curl", LOAD, 10))
    taken_back = journal.append("a", SetDone("Leg curl", LOAD, 9))
    journal.append("a", Undone(taken_back))
    assert [each.reps for each in sets_done(journal.set_entries())] == [10]


@pytest.mark.parametrize("outcome", ["done", "interrupted"])
def test_a_training_goes_on_until_its_workout_ends_and_is_told_for_the_day(
    outcome: WorkoutOutcome,
) -> None:
    pen = Pen()
    began = pen.write("w", WorkoutBegan())[-1].time
    last = pen.write("w", SetDone("curl", LOAD, 10))[-1].time
    wall = pen.clock.wall
    assert trained(pen.entries, wall()) == Trained(began, None, sets_done(pen.entries))
    ended = pen.write("w", WorkoutEnded(outcome))[-1].time
    told = trained(pen.entries, wall())
    assert told is not None
    late = outcome == "interrupted"  # it is written when somebody is there again
    assert (told.began, told.ended) == (began, last if late else ended)
    pen.write("x", WorkoutBegan(), WorkoutEnded("stopped"))
    assert trained(pen.entries, wall()) is not None
    pen.clock.advance(24 * 3600.0)
    assert trained(pen.entries, wall()) is None


def test_a_training_of_which_nothing_was_written_for_three_hours_is_over() -> None:
    pen = Pen()
    last = pen.write("w", WorkoutBegan(), SetDone("curl", LOAD, 10))[-1].time
    pen.clock.advance(3 * 3600.0)
    told = trained(pen.entries, pen.clock.wall())
    assert told is not None
    assert told.ended == last
