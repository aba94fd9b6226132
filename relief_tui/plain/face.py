"""The plain face: a relief at once, or home; the exit code when it is left."""

from __future__ import annotations

from collections.abc import Callable

from relief_tui.plain.home import Home
from relief_tui.plain.page import Page
from relief_tui.plain.run import Run
from relief_tui.plain.signals import Signalled
from relief_tui.plain.stdin import Keys, StdinKeys
from relief_tui.services import ReliefOptions, Services

_SIGNALLED = 128
"""A shell calls it so when a signal ended a program."""


class PlainFace:
    """Relief as lines of text: ``[mm:ss] WORDS`` for each milestone.

    Keys are read from ``keys`` (standard input by default) and lines go to ``page`` (standard
    output). Both methods answer the exit code, and raise ``OSError`` when nobody reads the lines.
    """

    def __init__(
        self, services: Services, keys: Keys | None = None, page: Page | None = None
    ) -> None:
        self._services = services
        self._keys = keys or StdinKeys()
        self._page = page or Page()

    def relief(self, options: ReliefOptions) -> int:
        """Relief at once."""
        return self._within(lambda: self._relieve(options))

    def home(self) -> int:
        """The last cramp, what is open, and the way into relief."""

        def stay() -> None:
            Home(self._services, self._keys, self._page, self._start).stay()

        return self._within(stay)

    def _start(self) -> bool:
        return self._relieve(ReliefOptions())

    def _relieve(self, options: ReliefOptions) -> bool:
        """Play a relief, and another for each new cramp; True to leave altogether."""
        while True:
            left = Run(self._services, self._keys, self._page, options).play()
            if left.again is None:
                return left.quit
            options = left.again

    def _within(self, work: Callable[[], object]) -> int:
        try:
            with self._keys:
                work()
        except Signalled as signalled:
            return _SIGNALLED + signalled.number
        return 0
