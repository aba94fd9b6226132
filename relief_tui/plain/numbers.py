"""Digits become a number of a list, which may have more lines than there are digit keys."""

from __future__ import annotations

from relief_tui.clock import Clock

TYPED_S = 1.5
"""A digit that could be the first of two waits so long for the other."""


class Numbers:
    """Numbers from 1 to ``most``, typed digit by digit.

    A number is there at once where no further digit can follow; else with :meth:`take`, which is
    due after a moment or with another key.
    """

    def __init__(self, most: int, clock: Clock) -> None:
        self._most = most
        self._clock = clock
        self._typed = 0
        self._until = 0.0

    @property
    def wait_s(self) -> float | None:
        """Seconds until what was typed is taken as it is; None if nothing was."""
        return max(0.0, self._until - self._clock.now()) if self._typed else None

    @property
    def typed(self) -> str:
        """The digits that wait for another."""
        return str(self._typed or "")

    def digit(self, key: str) -> int | None:
        """Take a digit; the number, if that is all of it. One that leads nowhere is forgotten."""
        typed = 10 * self._typed + int(key)
        self._typed = typed if typed <= self._most else 0
        self._until = self._clock.now() + TYPED_S
        return self.take() if 10 * typed > self._most else None

    def take(self) -> int | None:
        """The number that was typed, if any; it is typed no more."""
        typed, self._typed = self._typed, 0
        return typed or None
