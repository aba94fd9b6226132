"""Standard output as a terminal has it."""

from __future__ import annotations


class TerminalOut:
    """A stdout that says it is a terminal."""

    def __init__(self, out: object) -> None:
        self._out = out

    def isatty(self) -> bool:
        return True

    def __getattr__(self, name: str) -> object:
        return getattr(self._out, name)
