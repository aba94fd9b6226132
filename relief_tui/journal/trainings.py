"""Which entries make a training, and which only stand beside one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from relief_tui.coach.event import Event, SetDone, WarmupBegan, WarmupEnded, WorkoutEnded
from relief_tui.coach.training import TRAINING_S
from relief_tui.journal.entry import Entry

ASIDE = frozenset(
    {"bedtime", "stretches", "roll-more", "setup-prone", "setup-seated", "setup-standing"}
)
"""Routines that are done at home, or on the way: no training by themselves."""
_WORK = ("_began", "_ended")


def working(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that show that somebody trains: runs that begin and end, and sets; not a sip, an
    answer or a note, not a stretch before bed, and not the end of a run that was cut off, which may
    be written a day later. ``entries`` are the oldest first."""
    told = list(entries)
    aside = {entry.run for entry in told if _routine(entry) in ASIDE}
    found: list[Entry] = []
    runs: set[str] = set()
    for entry in told:
        late = entry.run in runs and entry.data.get("outcome") == "interrupted"
        if trains(entry) and not late and entry.run not in aside:
            runs.add(entry.run)
            found.append(entry)
    return found


def trains(entry: Entry) -> bool:
    """True if the entry begins or ends a run of a training, or is a set of it."""
    part = entry.kind.endswith(_WORK) or entry.kind == SetDone.kind
    return bool(entry.run) and part and _routine(entry) not in ASIDE


def going_on(work: Sequence[Entry], now: datetime) -> Sequence[Entry]:
    """Of entries that are :func:`working`, those since the last three hours without any; none if
    that is how long the last is ago at ``now``. That an end was said changes nothing."""
    later = now
    for index in range(len(work) - 1, -1, -1):
        if (later - work[index].time).total_seconds() >= TRAINING_S:
            return work[index + 1 :]
        later = work[index].time
    return work


def since_an_end(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries since the last end that was said."""
    ends = [index for index, entry in enumerate(entries) if ends_training(entry)]
    return entries[ends[-1] + 1 :] if ends else entries


def is_warm_up(event: Event | None) -> bool:
    """True of the end of a warm-up most of which was done."""
    if not isinstance(event, WarmupEnded):
        return False
    return event.routine not in ASIDE and event.done > event.skipped


def parted(entries: Iterable[Entry]) -> list[list[Entry]]:
    """What is :func:`working` of the entries, one list a training: parted where three hours passed
    without any, or an end was said."""
    found: list[list[Entry]] = []
    for entry in working(entries):
        if not found or over(found[-1][-1], entry):
            found.append([])
        found[-1].append(entry)
    return found


def over(last: Entry, entry: Entry) -> bool:
    """True if the training of ``last`` was over when ``entry`` happened. A clock that was set back
    counts as no time at all."""
    return ends_training(last) or apart(last, entry)


def apart(last: Entry, entry: Entry) -> bool:
    """True if so long passed between two entries that no training goes on over it."""
    return (entry.time - last.time).total_seconds() >= TRAINING_S


def ends_training(entry: Entry) -> bool:
    """True if with this entry the person said that the training is over. A workout that was cut
    off, or left for a red flag, says nothing of the kind: its cramps still count."""
    event = entry.event if entry.kind == WorkoutEnded.kind else None
    return isinstance(event, WorkoutEnded) and event.outcome == "done"


def _routine(entry: Entry) -> str:
    event = entry.event if entry.kind in (WarmupBegan.kind, WarmupEnded.kind) else None
    return event.routine if isinstance(event, WarmupBegan | WarmupEnded) else ""
