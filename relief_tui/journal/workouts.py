"""The workouts that were done, and their sets. Pure, as ``summary``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from relief_tui.coach.event import Drank, SetDone, WorkoutBegan, WorkoutEnded, WorkoutOutcome
from relief_tui.coach.training import TRAINING_S
from relief_tui.coach.value import dataclass
from relief_tui.journal.counting import counting
from relief_tui.journal.entry import Entry
from relief_tui.journal.summary import beginnings, endings, event_of
from relief_tui.journal.trainings import parted


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


@dataclass(frozen=True, slots=True)
class Trained:
    """A training with sets: when its workout began, and when the last was written of it once it is
    over (None: it goes on); its sets in their order."""

    began: datetime
    ended: datetime | None
    sets: tuple[SetDone, ...]


def trained(entries: Iterable[Entry], now: datetime) -> Trained | None:
    """The last training of today, or that goes on, with a set in it; None if there is none.
    ``entries`` are those of the last day. It goes on as long as its workout does, unless nothing
    was written of it for three hours."""
    told = counting(entries)
    closed = {entry.run for entry in told if entry.kind == WorkoutEnded.kind}
    for part in reversed(parted(told)):
        own = [entry for entry in part if entry.kind in (WorkoutBegan.kind, SetDone.kind)]
        sets = sets_done(own)
        if not sets:
            continue
        last = part[-1].time
        over = own[-1].run in closed or (now - last).total_seconds() >= TRAINING_S
        if over and last.date() != now.date():
            return None
        return Trained(own[0].time, last if over else None, sets)
    return None


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
