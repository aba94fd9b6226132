"""The plain face: a relief at once, or home; the exit code when it is left."""

from __future__ import annotations

from collections.abc import Callable

from relief_tui.coach.plan import LightSet
from relief_tui.conductor import Conductor
from relief_tui.plain.home import Home
from relief_tui.plain.page import Page
from relief_tui.plain.run import Run
from relief_tui.plain.signals import Signalled
from relief_tui.plain.stdin import Keys, StdinKeys
from relief_tui.services import Services
from relief_tui.wishes import Refusal, ReliefOptions

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

    def recovery(self, light: LightSet) -> int:
        """An active-recovery set at once, or a line that says why none may be."""
        return self._within(lambda: self._recover(light))

    def home(self) -> int:
        """The last cramp, what is open, and the way into relief."""

        def stay() -> None:
            Home(self._services, self._keys, self._page, self._play).stay()

        return self._within(stay)

    def _relieve(self, options: ReliefOptions) -> bool:
        return self._play(self._services.relief(options, self._page.ring), options)

    def _recover(self, light: LightSet) -> bool:
        conductor = self._light(light)
        return conductor is not None and self._play(conductor, ReliefOptions(load=light.working))

    def _light(self, light: LightSet, *, practice: bool = False) -> Conductor | None:
        conductor = self._services.recovery(light, self._page.ring, practice=practice)
        if isinstance(conductor, Refusal):
            self._page.line(conductor.words)
            return None
        return conductor

    def _play(self, conductor: Conductor, options: ReliefOptions) -> bool:
        """Play a run and whatever it leads to, a new cramp or a light set; True to leave
        altogether."""
        playing: Conductor | None = conductor
        while playing is not None:
            left = Run(self._services, self._keys, self._page, playing, options).play()
            if left.again is not None:
                options = left.again
                playing = self._services.relief(options, self._page.ring)
            elif left.then is not None:
                playing = self._light(left.then, practice=options.practice)
            else:
                return left.quit
        return False

    def _within(self, work: Callable[[], object]) -> int:
        try:
            with self._keys:
                work()
        except Signalled as signalled:
            return _SIGNALLED + signalled.number
        return 0
