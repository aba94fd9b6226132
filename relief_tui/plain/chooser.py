"""The routines there are, in lines, and the way to one of them by its number or its name."""

from __future__ import annotations

from collections.abc import Callable

from relief_tui.coach.routine import Routine
from relief_tui.plain.keys import unnamed
from relief_tui.plain.numbers import Numbers
from relief_tui.plain.strokes import Strokes
from relief_tui.report.recent import days_words, last_done
from relief_tui.services import Services

ASK = "WARM-UP? A number starts it · ESC leaves the list"
BY_ITSELF = "standard"
"""What begins where nobody can choose."""
NOBODY = f"Nothing was chosen: the {BY_ITSELF} warm-up begins."
_PICK = "routine "
KEYS = frozenset("0123456789cdmq?!") | {"space"}
"""The keys that are characters and do something while the list is open, ESC and ENTER aside."""


class Chooser:
    """Open from :meth:`open` to the choice; then keys are for it."""

    def __init__(self, services: Services, keys: Strokes, say: Callable[[str], None]) -> None:
        self._services = services
        self._keys = keys
        self._say = say
        self._routines: list[Routine] = []
        self._numbers = Numbers(0, services.clock)

    @property
    def busy(self) -> bool:
        """True while it is open."""
        return bool(self._routines)

    @property
    def wait_s(self) -> float | None:
        """Seconds until a number that was typed is taken; None if none was."""
        return self._numbers.wait_s

    @property
    def typed(self) -> str:
        """A number that was typed and is not taken yet."""
        return self._numbers.typed

    def open(self) -> None:
        """Tell the routines, and what is wrong with those that cannot be read."""
        shelf = self._services.shelf
        found = [*shelf.shipped(), *shelf.own()]
        self._routines = [each.routine for each in found if each.routine is not None]
        self._numbers = Numbers(len(self._routines), self._services.clock)
        done, now = last_done(self._services.log.warmups()), self._services.clock.wall()
        for number, routine in enumerate(self._routines, start=1):
            self._say(f"{number} {_words(routine, days_words(done.get(routine.name), now))}")
        for each in found:
            if each.trouble:
                self._say(f"Not readable: {each.trouble}")
        self._say(ASK)
        names = self._names()
        self._keys.name_lines(lambda line: names.get(line.lower()))

    def close(self) -> None:
        """No longer open."""
        self._routines = []
        self._numbers = Numbers(0, self._services.clock)
        self._keys.name_lines(unnamed)

    def press(self, key: str) -> Routine | None:
        """Take a key; the routine it chooses, if it does."""
        if key == "escape":
            self.close()
        elif key.startswith(_PICK):
            return self._chosen(int(key.removeprefix(_PICK)))
        elif key.isdecimal():
            return self._chosen(self._numbers.digit(key))
        elif key == "enter":
            return self.take()
        elif (routine := self.take()) is not None:
            self._keys.put_back(key)
            return routine
        return None

    def take(self) -> Routine | None:
        """The routine whose number was typed so far, if any was."""
        return self._chosen(self._numbers.take())

    def due(self) -> Routine | None:
        """That routine, if no second digit came in time."""
        return self.take() if self._numbers.wait_s == 0.0 else None

    def by_itself(self) -> Routine:
        """What begins where no key can come any more: what was typed, or the usual one."""
        typed = self.take()
        if typed is not None:
            return typed
        self.close()
        self._say(NOBODY)
        return self._services.shelf.find(BY_ITSELF)

    def _chosen(self, number: int | None) -> Routine | None:
        if number is None:
            return None
        routine = self._routines[number - 1]
        self.close()
        return routine

    def _names(self) -> dict[str, str]:
        """A name, or a number of two digits, may come as a line."""
        names: dict[str, str] = {}
        for number, routine in enumerate(self._routines, start=1):
            names.setdefault(routine.name.lower(), f"{_PICK}{number}")
            if number > 9:
                names.setdefault(str(number), f"{_PICK}{number}")
        return names


def _words(routine: Routine, last: str) -> str:
    takes = f"Takes {', '.join(routine.takes)}." if routine.takes else ""
    done = f"Last done {last}." if last else ""
    about = [f"{routine.name}, {routine.length}:", routine.about, takes, done]
    return " ".join(filter(None, about)).removesuffix(":")
