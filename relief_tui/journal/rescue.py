"""A damaged journal is moved aside, and what must outlive it is read there."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from relief_tui.journal.entry import Entry, Wall
from relief_tui.journal.files import set_aside
from relief_tui.journal.store import Journal
from relief_tui.journal.trouble import JournalError, plainly


def rescued(path: Path, wall: Wall) -> tuple[str, list[Entry]]:
    """Move the damaged journal at ``path`` aside: a plain line that says so, and the red flags in
    it, as far as they can still be read.

    Raises ``JournalError`` where it cannot be moved.
    """
    with plainly(path):
        place = set_aside(path, wall())
    line = (
        f"The journal {path} was damaged. It was moved to {place} and a new one begun; "
        f"much of it may still be read with: sqlite3 {place} .recover"
    )
    return line, _flags_in(place, wall)


def _flags_in(place: Path, wall: Wall) -> list[Entry]:
    with suppress(JournalError):
        old = Journal.read(place, wall)
        if old is not None:
            with old:
                return old.flag_entries()
    return []
