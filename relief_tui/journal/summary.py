"""What the events add up to. Pure: entries in, in any order and from any machine; values out.

Only what counts is looked at (see ``counting``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from relief_tui.coach.event import (
    KINDS,
    Answered,
    Drank,
    Event,
    FlagCleared,
    Flagged,
    RecoveryBegan,
    RecoveryEnded,
    RecoveryOutcome,
    ReliefEnded,
    WarmupEnded,
    WarmupOutcome,
    WorkoutEnded,
)
from relief_tui.coach.load import Load
from relief_tui.coach.safety import OpenFlag
from relief_tui.coach.step import Side
from relief_tui.coach.value import dataclass
from relief_tui.journal.counting import counting
from relief_tui.journal.entry import Entry

End = TypeVar("End", ReliefEnded, WarmupEnded, RecoveryEnded, WorkoutEnded)
"""The ending of a run, of any plan."""
_RUNS = ("relief", "warmup", "recovery", "workout")
_BEGINNINGS = {f"{run}_began": run for run in _RUNS}
_ENDINGS = {f"{run}_ended": run for run in _RUNS}


@dataclass(frozen=True, slots=True)
class Unended:
    """A run that began and did not end: cut off, or still going on.

    ``plan`` is ``relief``, ``warmup``, ``recovery`` or ``workout``; ``gone`` is True if *gone*
    was the last thing said of the cramp; ``entries`` are those of the run that count, oldest first.
    """

    run: str
    plan: str
    at: str
    gone: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class LightSetDone:
    """An active-recovery set that is over, ``at`` (ISO 8601) when it began."""

    at: str
    load: Load | None
    reps: int
    outcome: RecoveryOutcome


@dataclass(frozen=True, slots=True)
class WarmupDone:
    """A routine that is over, ``at`` (ISO 8601) when it ended: how many lines were done and how
    many skipped, in how many seconds (None: not known)."""

    at: str
    routine: str
    outcome: WarmupOutcome
    done: int
    skipped: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Drinks:
    """What was drunk on a day: how often, and how many millilitres of it were measured."""

    times: int = 0
    ml: float = 0.0


def open_flags(entries: Iterable[Entry]) -> tuple[OpenFlag, ...]:
    """The cards opened and not cleared since, one for each card and side, oldest first.

    ``at`` is when the card was last opened.
    """
    found: dict[tuple[str, Side | None], OpenFlag] = {}
    for entry in counting(entries):
        match event_of(entry, Flagged, FlagCleared):
            case Flagged(card, tier, side):
                found.pop((card, side), None)
                found[card, side] = OpenFlag(card, tier, side, entry.at)
            case FlagCleared(card, side):
                found.pop((card, side), None)
    return tuple(found.values())


def light_sets(entries: Iterable[Entry]) -> tuple[LightSetDone, ...]:
    """The active-recovery sets that ended, oldest first."""
    told = counting(entries)
    began = beginnings(told, RecoveryBegan)
    done = []
    for run, (entry, end) in endings(told, RecoveryEnded).items():
        first = began.get(run, entry)
        load = first.event.load if isinstance(first.event, RecoveryBegan) else None
        done.append(LightSetDone(first.at, load, end.reps, end.outcome))
    return tuple(done)


def warmups(entries: Iterable[Entry]) -> tuple[WarmupDone, ...]:
    """The routines that ended, oldest first."""
    done = (
        WarmupDone(entry.at, end.routine, end.outcome, end.done, end.skipped, end.seconds)
        for entry, end in endings(counting(entries), WarmupEnded).values()
    )
    return tuple(sorted(done, key=lambda each: each.at))


def beginnings(told: Iterable[Entry], kind: type[Event]) -> dict[str, Entry]:
    """The first beginning of each run among those that are ``told``, the oldest first."""
    found: dict[str, Entry] = {}
    for entry in told:
        if entry.kind == kind.kind:
            found.setdefault(entry.run, entry)
    return found


def endings(told: Iterable[Entry], kind: type[End]) -> dict[str, tuple[Entry, End]]:
    """The one ending of this kind of each run among those that are ``told``, the oldest first.

    It is the last that was written, where one by the person's own hand goes before ``interrupted``,
    which another process may have written for it.
    """
    found: dict[str, tuple[Entry, End]] = {}
    for entry in told:
        end = event_of(entry, kind)
        if isinstance(end, kind) and (end.outcome != "interrupted" or entry.run not in found):
            found[entry.run] = entry, end
    return found


def unended(entries: Iterable[Entry]) -> tuple[Unended, ...]:
    """The runs that began and did not end, oldest first."""
    runs: dict[str, list[Entry]] = defaultdict(list)
    for entry in counting(entries):
        runs[entry.run].append(entry)
    found = [
        Unended(run, plan, at, _last_said(of_run) == "gone", tuple(of_run))
        for run, of_run in runs.items()
        for plan, at in _open_plans(of_run).items()
    ]
    return tuple(sorted(found, key=lambda run: run.entries[0].id))


def drinks(entries: Iterable[Entry], day: date) -> Drinks:
    """What was drunk on ``day``, as the calendar stood where it was drunk."""
    return drinks_by_day(entries).get(day, Drinks())


def drinks_by_day(entries: Iterable[Entry]) -> dict[date, Drinks]:
    """What was drunk on each day that has a drink, oldest first."""
    days: dict[date, Drinks] = {}
    for entry in counting(entries):
        match event_of(entry, Drank):
            case Drank(ml):
                so_far = days.get(entry.time.date(), Drinks())
                days[entry.time.date()] = Drinks(so_far.times + 1, so_far.ml + (ml or 0.0))
    return dict(sorted(days.items()))


def _last_said(entries: Iterable[Entry]) -> str | int | None:
    """The last answer to *How is it?*, None without one."""
    answers = (event_of(entry, Answered) for entry in entries)
    said = [a.answer for a in answers if isinstance(a, Answered) and a.question == "check"]
    return said[-1] if said else None


def event_of(entry: Entry, *kinds: type[Event]) -> Event | None:
    """The entry's event if it is of one of these kinds, else None."""
    return entry.event if KINDS.get(entry.kind) in kinds else None


def _open_plans(entries: Iterable[Entry]) -> dict[str, str]:
    """The plans that began and did not end among the entries of one run, with when they began."""
    began: dict[str, str] = {}
    ended: set[str] = set()
    for entry in entries:
        if entry.kind in _BEGINNINGS:
            began.setdefault(_BEGINNINGS[entry.kind], entry.at)
        elif entry.kind in _ENDINGS:
            ended.add(_ENDINGS[entry.kind])
    return {plan: at for plan, at in began.items() if plan not in ended}
