"""Which events count, and with what: undoings take back, corrections put right. Pure, as is all
that is made of it; whatever shows or reckons with the journal begins here.

An event that was undone does not count, unless its undoing was undone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from relief_tui.coach.event import (
    Corrected,
    Drank,
    FlagCleared,
    Flagged,
    ReliefEnded,
    SetDone,
    Undone,
)
from relief_tui.journal.entry import Entry

STAYS = frozenset({Flagged.kind, FlagCleared.kind, Drank.kind, Undone.kind})
"""What stays when a run is taken back: a red flag is closed on its card alone, and what was drunk
was drunk."""
CORRECTABLE = {
    ReliefEnded.kind: ("side", "machine", "exercise", "load"),
    SetDone.kind: ("exercise", "load", "reps"),
}
"""Which fields of an event a correction puts right."""
_ALWAYS = {SetDone.kind: ("exercise", "reps")}
"""Those without which the event says nothing: a correction that leaves them out keeps them."""


def counting(entries: Iterable[Entry], *, deleted: bool = False) -> list[Entry]:
    """The entries that count, as they were corrected, each once, oldest first; with ``deleted``
    those of runs that were taken back as a whole, too."""
    known = {entry.id: entry for entry in entries}
    taken_back = _taken_back(known)
    runs = set() if deleted else _runs_taken_back(known, taken_back).keys()
    told = [
        known[id]
        for id in sorted(known)
        if id not in taken_back and (known[id].run not in runs or known[id].kind in STAYS)
    ]
    return _put_right(told)


def deletions(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """The runs that are taken back as a whole, each with the ids of the undoings that did so."""
    known = {entry.id: entry for entry in entries}
    return _runs_taken_back(known, _taken_back(known))


def target(entry: Entry) -> str:
    """What the entry takes back or corrects: an id, or the name of a run; empty for neither."""
    concerns = entry.kind in (Undone.kind, Corrected.kind)
    return str(entry.data.get("event", "")) if concerns else ""


def was(written: Entry, told: Entry) -> dict[str, Any]:
    """What was written at first where ``told`` is corrected."""
    return {
        name: written.data.get(name)
        for name in CORRECTABLE.get(written.kind, ())
        if written.data.get(name) != told.data.get(name)
    }


def _undone_by(entry: Entry) -> str:
    return target(entry) if entry.kind == Undone.kind else ""


def _taken_back(known: Mapping[str, Entry]) -> set[str]:
    """The ids that an undoing names which counts itself."""
    undoers: dict[str, set[str]] = defaultdict(set)
    for entry in known.values():
        undone = _undone_by(entry)
        if undone in known:
            undoers[undone].add(entry.id)
    # An undoing holds once all that undo it are settled. A ring of undoings (no journal of ours
    # has one) is never settled, and takes nothing back.
    settled = [id for id, entry in known.items() if entry.kind == Undone.kind and not undoers[id]]
    taken_back: set[str] = set()
    while settled:
        id = settled.pop()
        undone = _undone_by(known[id])
        if undone not in known:
            continue
        undoers[undone].discard(id)
        if id not in taken_back:
            taken_back.add(undone)
        if known[undone].kind == Undone.kind and not undoers[undone]:
            settled.append(undone)
    return taken_back


def _runs_taken_back(
    known: Mapping[str, Entry], taken_back: set[str]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    runs = {entry.run for entry in known.values() if entry.run}
    for id in sorted(known):
        run = _undone_by(known[id])
        if run in runs and id not in taken_back:
            found[run] = (*found.get(run, ()), id)
    return found


def _put_right(told: list[Entry]) -> list[Entry]:
    """The entries with what the last correction of each says of it."""
    right = {target(entry): entry.data for entry in told if entry.kind == Corrected.kind}
    if not right:
        return told
    return [_corrected(entry, right[entry.id]) if entry.id in right else entry for entry in told]


def _corrected(entry: Entry, right: Mapping[str, Any]) -> Entry:
    always = _ALWAYS.get(entry.kind, ())
    fields = {
        name: right.get(name)
        for name in CORRECTABLE.get(entry.kind, ())
        if right.get(name) is not None or name not in always
    }
    return Entry(entry.id, entry.at, entry.run, entry.kind, entry.data | fields)
