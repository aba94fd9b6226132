"""Workouts in lines: when, how long, what was done with which load."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relief_tui.coach.event import WorkoutEnded
from relief_tui.coach.workout.card import SetLine
from relief_tui.coach.workout.ending import total_words
from relief_tui.journal.workouts import WorkoutDone
from relief_tui.report.text import day_and_time
from relief_tui.report.told import sets_lines


def workout_lines(done: Iterable[WorkoutDone]) -> Iterator[str]:
    """A line for each workout, and one below it for each of its exercises."""
    for one in done:
        if not one.sets:
            yield f"{day_and_time(one.at)}  cancelled before a set"
            continue
        sets = tuple(SetLine(each.exercise, each.load, each.reps) for each in one.sets)
        reps = sum(line.reps for line in sets)
        total = total_words(
            WorkoutEnded(one.outcome, len(sets), reps, one.cramps, one.sips, one.seconds)
        )
        yield f"{day_and_time(one.at)}  {one.outcome}  {total}"
        yield from (f"  {line}" for line in sets_lines(sets))
