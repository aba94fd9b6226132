"""The sets of a workout in lines: keys and whole lines go in, what was logged comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from relief_tui.coach import inputs as press
from relief_tui.coach.load import Unit
from relief_tui.coach.view import View
from relief_tui.coach.workout.typed import HINT, Typed, parse_set
from relief_tui.plain.keys import WORDS
from relief_tui.report.exercises import read_exercise

LINE = "line:"
"""What the key of a line that was typed whole begins with."""
SWAP = "swap "
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


def set_line(line: str) -> str | None:
    """The one key that a line from a pipe is while sets are logged: what is neither a set nor a
    word must not be taken for the keys it is spelled with."""
    whole = line.isdecimal() or (len(line) > 1 and line.isprintable())
    return f"{LINE}{line}" if whole and line.lower() not in WORDS else None


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
        try:
            inputs = tuple(_read(line, self._unit, view))
        except ValueError as error:
            self._say(f"{error}.")
            return
        for input in inputs:
            self._send(input)


def _read(line: str, unit: Unit, view: View) -> Iterator[press.Input]:
    """What a line says; raises ``ValueError`` with a sentence for the person."""
    if line.lower().startswith(SWAP):
        name, load = read_exercise(line[len(SWAP) :], unit)
        if name:
            yield press.Swap(view.step, name)
        if load is not None:
            yield press.SetLoad(view.step, load)
        return
    typed = parse_set(line, unit)
    if view.workout is not None and view.workout.off and not view.workout.resting:
        raise ValueError(view.workout.off.removesuffix("."))
    yield from _meant(typed, view)


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
