"""Entries as one machine writes them, without a journal."""

from __future__ import annotations

from relief_tui.coach.event import Event
from relief_tui.journal.entry import Entry, Stamp
from tests.support.clock import FakeClock


class Pen:
    """Writes entries, a minute apart."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.entries: list[Entry] = []
        self._stamp = Stamp(self.clock.wall)

    def write(self, run: str, *events: Event) -> list[Entry]:
        """Write these events of a run; all that was written so far."""
        for event in events:
            self.clock.advance(60.0)
            self.entries.append(self._stamp.entry(run, event))
        return self.entries
