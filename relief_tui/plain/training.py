"""One workout in lines: what is different from any other run."""

from __future__ import annotations

from relief_tui.coach import inputs as press
from relief_tui.coach.view import View
from relief_tui.conductor import Conductor
from relief_tui.plain.keys import unnamed
from relief_tui.plain.left import Left
from relief_tui.plain.page import Page
from relief_tui.plain.run import Run
from relief_tui.plain.sets import BESIDE, HELP, SIPS, Sets, set_line, spelled
from relief_tui.plain.stdin import Keys
from relief_tui.plain.workout import WorkoutNarrator
from relief_tui.services import Services
from relief_tui.wishes import ReliefOptions

ENDED = "No key can come any more: the workout ends here, with what was done."
WARM_UP_FIRST = "The workout waits."


class WorkoutRun(Run):
    """A workout from its first set to its end. A number is a set, not an answer; a relief or a
    warm-up leaves it waiting, and its rest counts on. Where no key can come any more it ends:
    nothing would ever be logged."""

    _back_words = "Back in the workout:"
    _paused_for = "The workout waits; a rest counts on."
    _halt = press.Cramped()

    def __init__(
        self,
        services: Services,
        keys: Keys,
        page: Page,
        conductor: Conductor,
        options: ReliefOptions,
        *,
        back: bool = False,
    ) -> None:
        super().__init__(services, keys, page, conductor, options, back=back)
        self._sips = bool(services.script.words.sip)
        self._narrator = WorkoutNarrator(sips=self._sips)
        self._sets = Sets(services.settings.unit, self._say, self._send)

    def play(self) -> Left:
        """As any run; lines from a pipe are sets meanwhile, and nowhere else."""
        self._keys.name_lines(set_line)
        try:
            return super().play()
        finally:
            self._keys.name_lines(unnamed)

    def _press(self, key: str) -> None:
        if self._flags.busy or self._conductor.over:
            for each in spelled(key):
                super()._press(each)
            return
        if self._sets.wants(key, self._view):
            self._see(self._conductor.advance())
            self._sets.press(key, self._view)
            return
        if key not in BESIDE:
            self._sets.close()
        match key:
            case "d":
                self._send(press.Drink(self._view.step))
            case "z":
                self._send(press.Snooze(self._view.step))
            case "w":
                self._warm_up()
            case "?":
                for line in HELP:
                    self._say(line if self._sips else line.replace(SIPS, ""))
                super()._press(key)
            case _:
                super()._press(key)

    def _warm_up(self) -> None:
        """A warm-up first: the workout waits for it."""
        self._see(self._conductor.handle(self._halt))
        self._say(WARM_UP_FIRST)
        self._left = Left(waits=True, warm=True)

    def _wait_s(self) -> float | None:
        """No time is waited for where no key can come any more."""
        return 0.0 if self._keys.ended else super()._wait_s()

    def _unasked(self, view: View) -> View:
        """No key can come any more."""
        if self._conductor.over:
            return view
        self._say(ENDED)
        return self._conductor.handle(press.Stop(forced=True))
