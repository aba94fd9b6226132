"""Where the lines go: each is out before anything else happens."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from textwrap import wrap
from typing import TextIO

from relief_tui.coach.text import printable

_HANGS = "  "
"""What the pieces of a line begin with, but for the first."""

_KEY = re.compile(r"(?<=· )(\S) ")
"""A key before what it does."""
_JOINT = "\u00a0"
"""A blank where no line is broken; there is none in what can be printed."""


class Page:
    """Standard output for what is said, standard error for what does not work.

    Writing a line raises ``OSError`` when nobody reads any more. There are no escape codes; the
    bell rings only on a terminal, and only there it is shown what is being typed and is a line
    broken, between words.
    """

    def __init__(self, out: TextIO | None = None, troubles: TextIO | None = None) -> None:
        self._out: TextIO | None = out or sys.stdout
        self._troubles: TextIO | None = troubles or sys.stderr
        self._told: set[str] = set()
        self._typed = ""
        """What stands there of a line that is being typed."""

    def line(self, text: str) -> None:
        """Write one line, without anything a terminal would obey."""
        if self._out is not None:
            self._break()
            self._out.write(f"{_broken(printable(text), self._out)}\n")
            self._out.flush()

    def echo(self, typed: str) -> None:
        """Show what has been typed so far; after a line that came between, all of it again."""
        shown, before = printable(typed), self._typed
        if self._out is None or shown == before or not self._out.isatty():
            return
        if shown.startswith(before):
            self._out.write(shown.removeprefix(before))
        elif before.startswith(shown) and len(before) == len(shown) + 1:
            self._out.write("\b \b")
        else:
            self._break()
            self._out.write(shown)
        self._typed = shown
        self._out.flush()

    def _break(self) -> None:
        """End the line that is being typed: another one comes."""
        if self._typed and self._out is not None:
            self._out.write("\n")
        self._typed = ""

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
                self._break()
                if self._out is not None:
                    self._out.flush()
                line = _broken(f"relief: {printable(trouble)}", self._troubles)
                self._troubles.write(f"{line}\n")
                self._troubles.flush()


def _broken(line: str, out: TextIO) -> str:
    """The line, on a terminal in pieces of whole words; no word is broken."""
    columns = _columns(out)
    if len(line) <= columns or not columns:
        return line
    pieces = wrap(
        _KEY.sub(f"\\1{_JOINT}", line),
        columns,
        subsequent_indent=_HANGS,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(pieces).replace(_JOINT, " ")


def _columns(out: TextIO) -> int:
    """How wide the terminal is; 0 where there is none, or it does not tell."""
    if not out.isatty():
        return 0
    try:
        return os.get_terminal_size(out.fileno()).columns
    except (OSError, ValueError):  # no file, or the terminal went away
        return 0
