"""The lines of a routine that runs: how they stand, and the way to any of them by its number."""

from __future__ import annotations

from collections.abc import Callable

from relief_tui.clock import Clock
from relief_tui.coach.checklist import CheckLine, Checklist, Mark
from relief_tui.coach.inputs import Input, Jump
from relief_tui.coach.view import View
from relief_tui.plain.numbers import Numbers
from relief_tui.plain.words import standing

LIST = "l"
_MARKS = {Mark.OPEN: "to do", Mark.OFF: "left out today"}
ASK = "A number goes to that line; any other key leaves the list."


class Lines:
    """Tells the lines; then digits are for it. ``send`` tells the run to go to one of them.

    Without the list open a digit goes nowhere: ``4`` pressed in a cramp must not.
    """

    def __init__(
        self, clock: Clock, say: Callable[[str], None], send: Callable[[Input], None]
    ) -> None:
        self._clock = clock
        self._say = say
        self._send = send
        self._numbers: Numbers | None = None
        self._listed: tuple[CheckLine, ...] = ()

    @property
    def wait_s(self) -> float | None:
        """Seconds until a number that was typed is taken; None if none was."""
        return self._numbers.wait_s if self._numbers else None

    @property
    def typed(self) -> str:
        """A number that was typed and is not taken yet."""
        return self._numbers.typed if self._numbers else ""

    def wants(self, key: str, view: View) -> bool:
        """True if ``key`` is for the list."""
        if key == LIST:
            return view.checklist is not None
        typed = self.wait_s is not None
        return self._numbers is not None and (key.isdecimal() or (key == "enter" and typed))

    def press(self, key: str, view: View) -> None:
        """Take a key that is for the list."""
        if key == "enter":
            self.take()
        elif key != LIST and self._numbers is not None:
            self._go_to(self._numbers.digit(key))
        elif view.checklist is not None:
            self._listed = view.checklist.lines
            self._numbers = Numbers(len(self._listed), self._clock)
            self._tell(view, view.checklist)

    def close(self) -> None:
        """Another key: a number that was typed counts, and digits go nowhere from now on."""
        self.take()
        self._numbers = None

    def take(self) -> None:
        """Go to the line whose number was typed so far, if any was."""
        if self._numbers is not None:
            self._go_to(self._numbers.take())

    def _go_to(self, number: int | None) -> None:
        if number is None:
            return
        self._numbers = None
        line = self._listed[number - 1]
        if line.mark is Mark.OFF:
            self._say(f"{number} {line.name} is left out today.")
        else:
            self._send(Jump(line=number - 1))

    def _tell(self, view: View, checklist: Checklist) -> None:
        for number, line in enumerate(checklist.lines, start=1):
            mark = _MARKS.get(line.mark, str(line.mark))
            self._say(f"{number} {line.name}, {line.dose}: {mark}")
        self._say(standing(view))
        self._say(ASK)
