"""Why did it cramp, in lines: what is known, the questions by number, the change to try."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from relief_tui.coach.causes import Asked
from relief_tui.services import Services

if TYPE_CHECKING:
    from relief_tui.report.why import WhyValue

WIDTH = 100
LEFT = "t try this change · p the cramp before · n the cramp after · u undo · ESC back"
NOTED = "Noted: home and the next run open with it."
SKIPS = "0 not sure · ESC leaves the questions"


class Why:
    """Open from :meth:`open` until it is left; then keys are for it."""

    def __init__(self, services: Services, say: Callable[[str], None]) -> None:
        from relief_tui.report.whybook import WhyBook  # no start has to wait for it

        self._book = WhyBook(services)
        self._say = say
        self._at = 0
        self._skipped = False
        self._value = self._book.value(0)

    def open(self) -> bool:
        """Tell the last cramp; False if there is none, and with it nothing to ask."""
        from relief_tui.report.why import NO_EPISODE

        if self._value is None:
            self._say(NO_EPISODE)
            return False
        self._tell()
        return True

    def press(self, key: str) -> bool:
        """Take a key; True once it is left."""
        asked = self._asked
        if key == "escape" and asked is not None:
            self._skipped = True
            self._tell()
        elif key == "escape":
            return True
        elif asked is not None and key.isdecimal():
            self._answer(asked, int(key))
        elif key in ("t", "space", "enter") and asked is None and self._value is not None:
            self._try(self._value)
        elif key in ("p", "n"):
            self._turn(1 if key == "p" else -1)
        elif key == "u" and self._book.can_undo:
            self._book.undo()
            self._skipped = False
            self._value = self._book.value(self._at)
            self._tell()
        return False

    @property
    def _asked(self) -> Asked | None:
        value = self._value
        return value.open[0] if value and value.open and not self._skipped else None

    def _answer(self, asked: Asked, number: int) -> None:
        if self._value is None or number > len(asked.lines):
            return
        self._book.answer(self._value, number)
        self._value = self._book.value(self._at)
        self._tell()

    def _try(self, value: WhyValue) -> None:
        """The one change is to be tried; where it is already, nothing is written again."""
        if not value.tried:
            self._book.try_change(value)
            self._value = self._book.value(self._at)
        self._say(NOTED)

    def _turn(self, by: int) -> None:
        if 0 <= self._at + by < len(self._book):
            self._at += by
            self._skipped = False
            self._value = self._book.value(self._at)
            self._tell()

    def _tell(self) -> None:
        """The question that is open; without one, all there is to say."""
        from relief_tui.report.why import as_text, episode_words, known_words

        value, asked = self._value, self._asked
        if value is None:
            return
        if asked is None:
            for line in as_text(value, width=WIDTH, asks=False).splitlines():
                self._say(line)
            self._say(LEFT)
            return
        if len(value.open) == len(self._book.questions):
            self._say(f"Why did it cramp? {episode_words(value.episode)}")
            self._say(f"Known: {' · '.join(known_words(value.known)) or 'nothing'}")
        lines = " · ".join(f"{n} {line}" for n, line in enumerate(asked.lines, start=1))
        self._say(f"{asked.title} {lines} · {SKIPS}")
