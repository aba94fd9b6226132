"""One workout in lines: what is different from any other run."""

from __future__ import annotations

from collections.abc import Callable

from relief_tui.coach import inputs as press
from relief_tui.coach.view import View
from relief_tui.conductor import Conductor
from relief_tui.plain.flags import KEYS as FLAG_KEYS
from relief_tui.plain.keys import unnamed
from relief_tui.plain.left import Left
from relief_tui.plain.page import Page
from relief_tui.plain.run import Run
from relief_tui.plain.sets import BESIDE, HELP, KEYS, SIPS, WORD, Sets, set_line, spelled
from relief_tui.plain.strokes import Strokes, is_text, no_key
from relief_tui.plain.workout import WorkoutNarrator
from relief_tui.services import Services
from relief_tui.wishes import ReliefOptions

ENDED = "No key can come any more: the workout ends here, with what was done."
NOTHING_DUE = "There is nothing to put off."
NOTHING_DONE = "There is nothing to take back."
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
        keys: Strokes,
        page: Page,
        conductor: Conductor,
        options: ReliefOptions,
        *,
        back: bool = False,
    ) -> None:
        super().__init__(services, keys, page, conductor, options, back=back)
        self._sips = bool(services.script.words.sip)
        self._telling = self._narrator = WorkoutNarrator(sips=self._sips)
        self._sets = Sets(services.settings.unit, self._say, self._send, words=keys.terminal)
        self._acts: dict[str, Callable[[], None]] = {
            "d": self._drink,
            "z": self._later,
            "u": self._take_back,
            "w": self._warm_up,
            "?": self._help,
        }

    def play(self) -> Left:
        """As any run; lines from a pipe are sets meanwhile, and nowhere else."""
        self._keys.name_lines(set_line)
        try:
            return super().play()
        finally:
            self._keys.name_lines(unnamed)

    def _key(self, wait_s: float | None) -> str | None:
        """The next key; what was typed of a set is shown."""
        self._page.echo(typed := self._sets.typed)
        known = FLAG_KEYS if self._flags.busy or self._conductor.over else KEYS
        return self._keys.key(wait_s, self._say_now, typed=bool(typed), known=known)

    def _say_now(self, text: str) -> None:
        self._see(self._conductor.advance())
        self._say(text)

    def _press(self, key: str) -> None:
        if self._flags.busy or self._conductor.over:
            for each in spelled(key):
                super()._press(each)
            return
        if self._sets.wants(key, self._view):
            self._see(self._conductor.advance())
            means = self._sets.press(key, self._view)
            if means is not None:
                self._press(means)
            return
        if key not in BESIDE:
            self._sets.close()
        act = self._acts.get(key)
        if act is not None:
            act()
        elif is_text(key) and key not in KEYS - WORD:
            self._say_now(no_key(key))
        else:
            super()._press(key)

    def _drink(self) -> None:
        self._send(press.Drink(self._view.step))

    def _later(self) -> None:
        """Put off what is due."""
        self._see(self._conductor.advance())
        if self._view.workout is not None and self._view.workout.reminder:
            self._send(press.Snooze(self._view.step))
        else:
            self._say(NOTHING_DUE)

    def _help(self) -> None:
        """The keys: those of a set, then all."""
        for line in HELP:
            self._say(line if self._sips else line.replace(SIPS, ""))
        super()._press("?")

    def _take_back(self) -> None:
        """Undo, and say what; or that there is nothing."""
        self._see(self._conductor.advance())
        if self._view.can_undo:
            self._telling.undoing()
            self._send(press.Undo())
        else:
            self._say(NOTHING_DONE)

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
