"""Which entries make a training, and which only stand beside one."""

from __future__ import annotations

from collections.abc import Iterable

from relief_tui.coach.event import WarmupBegan, WarmupEnded, WorkoutEnded
from relief_tui.coach.training import TRAINING_S
from relief_tui.journal.entry import Entry

ASIDE = frozenset(
    {"bedtime", "stretches", "roll-more", "setup-prone", "setup-seated", "setup-standing"}
)
"""Routines that are done at home, or on the way: no training by themselves."""
_WORK = ("_began", "_ended")


def working(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that show that somebody trains: runs that begin and end, and sets; not a sip, an
    answer or a note, and not a stretch before bed."""
    told = list(entries)
    aside = {entry.run for entry in told if _routine(entry) in ASIDE}
    return [
        entry
        for entry in told
        if entry.run
        and entry.run not in aside
        and (entry.kind.endswith(_WORK) or entry.kind == "set_done")
    ]


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
