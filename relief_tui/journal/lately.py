"""What a workout wants to know of before: the last sets, a warm-up of today, the last drink."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from relief_tui.coach.event import Drank, SetDone, WarmupEnded
from relief_tui.coach.training import TRAINING_S
from relief_tui.coach.workout.card import SetLine
from relief_tui.coach.workout.script import fold
from relief_tui.journal.counting import counting
from relief_tui.journal.entry import Entry
from relief_tui.journal.trainings import ASIDE

KINDS = frozenset({WarmupEnded.kind, Drank.kind, "undone"})
"""The kinds of events that are looked at for today."""


def last_sets(sets: Iterable[SetDone]) -> dict[str, SetLine]:
    """The last set of each exercise, by its name as it was written then, the latest first; ``sets``
    are the oldest first."""
    found: dict[str, SetLine] = {}
    for done in sets:
        found.pop(fold(done.exercise), None)
        found[fold(done.exercise)] = SetLine(done.exercise, done.load, done.reps)
    return {line.exercise: line for line in reversed(found.values())}


def warmed_up(entries: Iterable[Entry], now: datetime) -> bool:
    """True if most of a warm-up was done today, or in the last three hours."""
    ended = ((entry.time, entry.event) for entry in counting(entries))
    return any(
        isinstance(event, WarmupEnded)
        and event.routine not in ASIDE
        and event.done > event.skipped
        and (at.date() == now.date() or (now - at).total_seconds() < TRAINING_S)
        for at, event in ended
    )


def drank_ago_s(entries: Iterable[Entry], now: datetime) -> float | None:
    """Seconds since the last drink; None if there was none."""
    times = [entry.time for entry in counting(entries) if entry.kind == Drank.kind]
    return max(0.0, (now - max(times)).total_seconds()) if times else None
