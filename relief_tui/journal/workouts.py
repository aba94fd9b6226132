"""The workouts that were done, and their sets. Pure, as ``summary``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from relief_tui.coach.event import SetDone, WorkoutBegan, WorkoutEnded, WorkoutOutcome
from relief_tui.coach.training import TRAINING_S
from relief_tui.coach.value import dataclass
from relief_tui.journal.counting import counting
from relief_tui.journal.entry import Entry
from relief_tui.journal.summary import event_of
from relief_tui.journal.trainings import parted

SET_KINDS = frozenset({"workout_began", "set_done", "workout_ended", "corrected", "undone"})
"""The kinds of events that :func:`trained` looks at."""


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
class Trained:
    """A training with sets: when it began, and when the last was written of it once it is over
    (None: it goes on); its sets in their order."""

    began: datetime
    ended: datetime | None
    sets: tuple[SetDone, ...]


def trained(entries: Iterable[Entry], now: datetime) -> Trained | None:
    """The last training of today, or that goes on, with a set in it; None if there is none.
    ``entries`` are those of the last day. It goes on as long as its workout does, unless nothing
    was written of it for three hours."""
    for part in reversed(parted(counting(entries))):
        sets = sets_done(part)
        if not sets:
            continue
        last = part[-1]
        over = last.kind == WorkoutEnded.kind or (now - last.time).total_seconds() >= TRAINING_S
        if over and last.time.date() != now.date():
            return None
        return Trained(part[0].time, last.time if over else None, sets)
    return None


def sets_done(entries: Iterable[Entry]) -> tuple[SetDone, ...]:
    """The sets that were done, oldest first."""
    found = (event_of(entry, SetDone) for entry in counting(entries))
    return tuple(event for event in found if isinstance(event, SetDone))


def workouts(entries: Iterable[Entry]) -> tuple[WorkoutDone, ...]:
    """The workouts that ended, oldest first. A run has one ending, as in :func:`episodes`."""
    told = counting(entries)
    sets: dict[str, list[SetDone]] = defaultdict(list)
    began: dict[str, str] = {}
    ended: dict[str, WorkoutDone] = {}
    for entry in told:
        match event_of(entry, WorkoutBegan, SetDone, WorkoutEnded):
            case WorkoutBegan():
                began.setdefault(entry.run, entry.at)
            case SetDone() as done:
                sets[entry.run].append(done)
            case WorkoutEnded() as end if end.outcome != "interrupted" or entry.run not in ended:
                ended[entry.run] = WorkoutDone(
                    began.get(entry.run, entry.at),
                    end.outcome,
                    (),
                    end.cramps,
                    end.sips,
                    end.seconds,
                )
    found = (replace(done, sets=tuple(sets[run])) for run, done in ended.items())
    return tuple(sorted(found, key=lambda done: done.at))
