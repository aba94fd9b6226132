"""The health questions in lines, one key each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

from relief_tui.coach.profile import Profile
from relief_tui.services import Services

SKIPS = "1 yes · 2 no · 0 rather not say · ESC leaves the rest"
_ANSWERS = {"0": "not said", "1": "yes", "2": "no"}
_NAMES = tuple(each.name for each in fields(Profile))


class Health:
    """Asks from the first question to the last, or until it is left."""

    def __init__(self, services: Services, say: Callable[[str], None]) -> None:
        from relief_tui.settings.words import describe  # no start has to wait for it

        self._services = services
        self._say = say
        self._at = 0
        self._about = {row.key: row.about for row in describe(services.settings)}
        self._ask()

    def press(self, key: str) -> bool:
        """Take a key; True once all is asked or the rest was left."""
        if key in _ANSWERS:
            self._choose(_NAMES[self._at], _ANSWERS[key])
            self._at += 1
            if self._at < len(_NAMES):
                self._ask()
        if key != "escape" and self._at < len(_NAMES):
            return False
        self._choose("health_asked", "true")
        return True

    def _ask(self) -> None:
        self._say(f"{self._about[_NAMES[self._at]]} {SKIPS}")

    def _choose(self, key: str, value: str) -> None:
        trouble = self._services.choose(key, value)
        if trouble:
            self._say(trouble)
