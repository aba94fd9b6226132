"""The sets of a workout in lines: keys and whole lines go in, what was logged comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from relief_tui.coach import inputs as press
from relief_tui.coach.load import Unit
from relief_tui.coach.view import View
from relief_tui.coach.workout.typed import HINT, LONGEST, Typed, parse_set

LINE = "line:"
"""What the key of a line that was typed whole begins with."""
SWAP = "swap "
_A_SET = re.compile(r"[\d.,]+\s*([x×*@]?\s*[\d.,]*\s*(kgs?|lbs?)?\s*[x×*@]?\s*\d*)?")
"""Slow on long lines: never given more than the first ``LONGEST`` characters of one."""
_FURTHER = frozenset("0123456789.,klgbsx ")
"""The keys that go on with a number that was begun."""
ERASE = frozenset({"\x7f", "\x08"})
HELP = (
    f"ENTER logs the set as it stands; or what it was: {HINT}",
    "in a rest they are for the next set; ENTER ends the rest · + - five seconds",
    "o another exercise, swap NAME this one · u undo · d a sip · z later · w warm-up · x end",
)
SIPS = " · d a sip · z later"
"""What is left out of it for somebody to whom no drink is spoken of."""


class SetLines(Mapping[str, str]):
    """Lines from a pipe that are a set, or name an exercise, each as one key."""

    def __getitem__(self, line: str) -> str:
        if line not in self:
            raise KeyError(line)
        return f"{LINE}{line}"

    def __contains__(self, line: object) -> bool:
        if not isinstance(line, str):
            return False
        return line.startswith(SWAP) or _A_SET.fullmatch(line[:LONGEST]) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def spelled(key: str) -> tuple[str, ...]:
    """The keys of a line, where it is no set: a number is an answer there."""
    return tuple(key.removeprefix(LINE)) if key.startswith(LINE) else (key,)


class Sets:
    """Reads what is typed of a set. ``send`` tells the run, ``say`` what could not be read."""

    def __init__(
        self, unit: Unit, say: Callable[[str], None], send: Callable[[press.Input], None]
    ) -> None:
        self._unit = unit
        self._say = say
        self._send = send
        self._typed = ""

    def wants(self, key: str, view: View) -> bool:
        """True if ``key`` is part of a set that is typed."""
        if view.workout is None:
            return False
        if key.startswith(LINE) or key.isdecimal():
            return True
        more = key in _FURTHER or key in ERASE or key in ("space", "enter", "escape")
        return bool(self._typed) and more

    def press(self, key: str, view: View) -> None:
        """Take a key that is part of a set."""
        if key.startswith(LINE):
            self._take(key.removeprefix(LINE), view)
        elif key == "enter":
            typed, self._typed = self._typed, ""
            self._take(typed, view)
        elif key == "escape":
            self._typed = ""
        elif key in ERASE:
            self._typed = self._typed[:-1]
        else:
            self._typed += " " if key == "space" else key

    def close(self) -> None:
        """Another key: what was begun is no set."""
        self._typed = ""

    def _take(self, line: str, view: View) -> None:
        if line.startswith(SWAP):
            self._send(press.Swap(view.step, line.removeprefix(SWAP).strip()))
            return
        try:
            typed = parse_set(line, self._unit)
        except ValueError as error:
            self._say(f"{error}.")
            return
        for input in _meant(typed, view):
            self._send(input)


def _meant(typed: Typed, view: View) -> Iterator[press.Input]:
    """With repetitions a set is logged; a load alone, or anything in a rest, is for what comes."""
    resting = view.workout is not None and view.workout.resting
    if typed.reps is not None and not resting:
        yield press.LogSet(view.step, typed.reps, typed.load)
        return
    if typed.load is not None:
        yield press.SetLoad(view.step, typed.load)
    if typed.reps is not None:
        yield press.SetReps(view.step, typed.reps)
