"""What a workout wants to know of before: the last sets, the loads before a cramp, a warm-up of
today, the last drink."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from relief_tui.coach.event import Drank, Event, SetDone, WorkoutBegan
from relief_tui.coach.load import Load
from relief_tui.coach.training import TRAINING_S, fold
from relief_tui.coach.workout.card import SetLine
from relief_tui.journal.counting import counting
from relief_tui.journal.cramps import Episode
from relief_tui.journal.entry import Entry
from relief_tui.journal.training import felt, training
from relief_tui.journal.trainings import is_warm_up

_LOADED = (WorkoutBegan.kind, SetDone.kind)


def last_sets(sets: Iterable[SetDone]) -> dict[str, SetLine]:
    """The last set of each exercise, by its name as it was written then, the latest first; ``sets``
    are the oldest first."""
    found: dict[str, SetLine] = {}
    for done in sets:
        found.pop(fold(done.exercise), None)
        found[fold(done.exercise)] = SetLine(done.exercise, done.load, done.reps)
    return {line.exercise: line for line in reversed(found.values())}


def first_loads(
    entries: Iterable[Entry], now: datetime, sets: Sequence[SetDone]
) -> dict[str, Load | None]:
    """What a cut starts from in each exercise, by its folded name: its first load in this training,
    or the last before it; with none of them, the one it cramped with. None: it was first done when
    a cut was advised already. Nothing where nothing cramped. ``entries`` are those of the last
    day, ``sets`` the oldest first.
    """
    told = list(entries)
    own, cramps = felt(told, now)
    if not cramps:
        return {}
    watched = len(training(told, now).watched)
    first, watch = (datetime.fromisoformat(cramps[at].at) for at in (0, -watched))
    begun = [(entry.time, entry.event) for entry in own if entry.kind in _LOADED]
    found: dict[str, Load | None] = {}
    _add(found, (event for at, event in begun if at <= first))
    _add_cramped(found, cramps[:1])  # no cut was advised before it: it is the load of this training
    later = sum(isinstance(event, SetDone) for at, event in begun if at > first)
    _add(found, reversed(sets[: len(sets) - later]))
    _add(found, (event for at, event in begun if first < at <= watch))
    for _, event in begun:
        known = event.load if isinstance(event, WorkoutBegan) else None
        if isinstance(event, WorkoutBegan | SetDone) and event.load:
            found.setdefault(fold(event.exercise), known)
    _add_cramped(found, cramps)
    return found


def curl_load(
    entries: Iterable[Entry], now: datetime, curls: Callable[[str | None], bool]
) -> Load | None:
    """The working load of the curls of this training (None: not known): that of the first cramp in
    one, else of the first set. ``curls`` tells whether an exercise is one, or none that was
    named is taken for one. ``entries`` are those of the last day."""
    own, cramps = felt(entries, now)
    loads = [each.load for each in cramps if curls(each.exercise)]
    for event in (entry.event for entry in own if entry.kind in _LOADED):
        if isinstance(event, WorkoutBegan | SetDone) and curls(event.exercise):
            loads.append(event.load)
    return next(filter(None, loads), None)


def _add(found: dict[str, Load | None], events: Iterable[Event | None]) -> None:
    """The first load of each exercise that is not known yet."""
    for event in events:
        if isinstance(event, WorkoutBegan | SetDone) and event.load:
            found.setdefault(fold(event.exercise), event.load)


def _add_cramped(found: dict[str, Load | None], cramps: Iterable[Episode]) -> None:
    """The first load that each exercise cramped with, where nothing else is known of it."""
    for cramp in cramps:
        if cramp.exercise and cramp.load and found.get(fold(cramp.exercise)) is None:
            found[fold(cramp.exercise)] = cramp.load


def warmed_up(entries: Iterable[Entry], now: datetime) -> bool:
    """True if most of a warm-up was done today, or in the last three hours."""
    done = [entry.time for entry in counting(entries) if is_warm_up(entry.event)]
    return any(at.date() == now.date() or (now - at).total_seconds() < TRAINING_S for at in done)


def drank_ago_s(entries: Iterable[Entry], now: datetime) -> float | None:
    """Seconds since the last drink; None if there was none."""
    times = [entry.time for entry in counting(entries) if entry.kind == Drank.kind]
    return max(0.0, (now - max(times)).total_seconds()) if times else None
