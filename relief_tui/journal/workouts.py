"""The workouts that were done, and their sets. Pure, as ``summary``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from relief_tui.coach.event import Drank, SetDone, WorkoutBegan, WorkoutEnded, WorkoutOutcome
from relief_tui.coach.value import dataclass
from relief_tui.journal.counting import counting
from relief_tui.journal.entry import Entry
from relief_tui.journal.summary import beginnings, endings, event_of


@dataclass(frozen=True, slots=True)
class WorkoutDone:
    """A workout that is over, ``at`` (ISO 8601) when it began: its sets in their order, how many
    cramps came and sips were had in it, in how many seconds (None: not known)."""

    at: str
    outcome: WorkoutOutcome
    sets: tuple[SetDone, ...]
    cramps: int
    sips: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Logged:
    """What counts of a workout that goes on: its sets with their ids, oldest first, and how many
    sips were had since it began, in whatever run."""

    sets: tuple[tuple[str, SetDone], ...]
    sips: int


def logged(run: str, entries: Iterable[Entry]) -> Logged:
    """What was done so far in ``run``; ``entries`` are all of it, and all sips since it began."""
    told = counting(entries)
    began = next((each.id for each in told if each.run == run), "")
    sets = tuple(
        (entry.id, done)
        for entry in told
        if entry.run == run and isinstance(done := event_of(entry, SetDone), SetDone)
    )
    return Logged(sets, sum(entry.kind == Drank.kind and entry.id > began for entry in told))


def sets_done(entries: Iterable[Entry]) -> tuple[SetDone, ...]:
    """The sets that were done, oldest first."""
    found = (event_of(entry, SetDone) for entry in counting(entries))
    return tuple(event for event in found if isinstance(event, SetDone))


def workouts(entries: Iterable[Entry]) -> tuple[WorkoutDone, ...]:
    """The workouts that ended, oldest first."""
    told = counting(entries)
    sets: dict[str, list[SetDone]] = defaultdict(list)
    for entry in told:
        event = event_of(entry, SetDone)
        if isinstance(event, SetDone):
            sets[entry.run].append(event)
    began = beginnings(told, WorkoutBegan)
    found = (
        WorkoutDone(
            began.get(run, entry).at,
            end.outcome,
            tuple(sets[run]),
            end.cramps,
            end.sips,
            end.seconds,
        )
        for run, (entry, end) in endings(told, WorkoutEnded).items()
    )
    return tuple(sorted(found, key=lambda done: done.at))
