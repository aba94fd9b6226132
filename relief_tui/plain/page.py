"""Where the lines go: each is out before anything else happens."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

from relief_tui.coach.text import printable


class Page:
    """Standard output for what is said, standard error for what does not work.

    Writing a line raises ``OSError`` when nobody reads any more. There are no escape codes; the
    bell rings only on a terminal.
    """

    def __init__(self, out: TextIO | None = None, troubles: TextIO | None = None) -> None:
        self._out: TextIO | None = out or sys.stdout
        self._troubles: TextIO | None = troubles or sys.stderr
        self._told: set[str] = set()

    def line(self, text: str) -> None:
        """Write one line, without anything a terminal would obey."""
        if self._out is not None:
            self._out.write(f"{printable(text)}\n")
            self._out.flush()

    def ring(self) -> None:
        """Ring the terminal's bell."""
        if self._out is not None and self._out.isatty():
            with suppress(OSError):
                self._out.write("\a")
                self._out.flush()

    def tell_troubles(self, troubles: Iterable[str]) -> None:
        """Tell each of these lines once, without anything a terminal would obey."""
        for trouble in troubles:
            if trouble in self._told or self._troubles is None:
                continue
            self._told.add(trouble)
            with suppress(OSError):
                self._troubles.write(f"relief: {printable(trouble)}\n")
                self._troubles.flush()
