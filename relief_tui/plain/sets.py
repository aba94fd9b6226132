"""The sets of a workout in lines: keys and whole lines go in, what was logged comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from relief_tui.coach import inputs as press
from relief_tui.coach.load import Unit
from relief_tui.coach.step import Phase
from relief_tui.coach.view import View
from relief_tui.coach.workout.card import LED
from relief_tui.coach.workout.typed import HINT, LONGEST, Typed, parse_set
from relief_tui.plain.keys import WORDS
from relief_tui.plain.strokes import ERASE, is_text
from relief_tui.report.exercises import read_exercise

LINE = "line:"
"""What the key of a line that was typed whole begins with."""
SWAP = "swap"
WORD = frozenset("sS")
"""With these a word begins where keys come one by one: ``swap``, ``stop``, ``same``."""
KEYS = frozenset("0123456789dzmiwoucxqnpr+-?!") | WORD | {"space"}
"""The keys that are characters and do something in a workout, ENTER and ESC aside."""
CRAMPS = frozenset({"cramp", "worse"})
"""Words that are a cramp wherever a set is."""
_FURTHER = frozenset("0123456789.,×*@")
"""The keys that go on with a number that was begun; ``x`` does not, it ends the workout."""
_UNIT = re.compile(r"\d\s*(k|kg|kgs|l|lb|lbs)\Z", re.IGNORECASE)
"""How what is typed may end besides: with the beginning of a unit."""
_EDITS = ERASE | {"space", "enter", "n", "escape"}
BESIDE = frozenset("dzmi?")
"""The keys that do something else, and leave what was typed as it is."""
HELP = (
    f"ENTER logs the set as it stands; or what it was: {HINT}",
    "45*8 is load and repetitions, in a line from a pipe 45 x 8 too; x alone ends",
    "in a rest they are for the next set; ENTER ends the rest · + - five seconds",
    "o another exercise, swap NAME this one · u undo · d a sip · z later · w warm-up · x end",
    "ENTER right after a key only ends its line, here and everywhere",
)
SIPS = " · d a sip · z later"
"""What is left out of it for somebody to whom no drink is spoken of."""
LEFT_OUT = "{typed} is not taken: ENTER takes what was typed."
NO_NAME = "swap needs the name of an exercise, as in: swap Leg press 40kg"
NOT_YET = "READY: the metronome is about to begin; a number counts once it runs"


def set_line(line: str) -> str | None:
    """The one key that a line from a pipe is while sets are logged: what is neither a set nor a
    word must not be taken for the keys it is spelled with. No answer is a set."""
    word = line.lower()
    if word in CRAMPS:
        return "c"
    whole = line.isdecimal() or (len(line) > 1 and line.isprintable())
    named = word in WORDS and not _answer(word)
    return f"{LINE}{line}" if whole and not named else None


def _answer(word: str) -> bool:
    return WORDS.get(word, "").isdecimal()


def spelled(key: str) -> tuple[str, ...]:
    """The keys of a line, where it is no set: a number is an answer there, a late word is none."""
    line = key.removeprefix(LINE)
    if line == key:
        return (key,)
    return () if _answer(line.lower()) else tuple(line)


class Sets:
    """Reads what is typed of a set. ``send`` tells the run, ``say`` what could not be read.
    ``words``: keys come one by one, and words are spelled with them."""

    def __init__(
        self,
        unit: Unit,
        say: Callable[[str], None],
        send: Callable[[press.Input], None],
        *,
        words: bool = False,
    ) -> None:
        self._unit = unit
        self._words = words
        self._say = say
        self._send = send
        self._typed = ""
        self._ahead = False
        """What is typed was begun in a rest: it is for the next set, even if that waits by now."""

    @property
    def typed(self) -> str:
        """What was typed so far, and waits for its ENTER."""
        return self._typed

    @property
    def _spelling(self) -> bool:
        """True while a word is spelled."""
        return self._typed[:1] in WORD

    def wants(self, key: str, view: View) -> bool:
        """True if ``key`` is part of a set that is typed."""
        if view.workout is None:
            return False
        if key.startswith(LINE) or key.isdecimal():
            return True
        if self._spelling:
            return not self._hurts(key) and (is_text(key) or key in _EDITS)
        if key in WORD and not self._typed:
            return self._words
        more = key in _FURTHER or key in _EDITS or _UNIT.search(f"{self._typed}{key}")
        return bool(self._typed) and bool(more)

    def _hurts(self, key: str) -> bool:
        """True if ``key`` is a cramp, though a word is spelled: it is pressed again and again."""
        again = "cc" if self._typed.lower().startswith(SWAP) else "c"
        return key == "c" and self._typed.endswith(again)

    def press(self, key: str, view: View) -> str | None:
        """Take a key that is part of a set; the key that a word means, if one was spelled."""
        if key.startswith(LINE) or not self._typed:
            self._ahead = view.workout is not None and view.workout.resting
        if key.startswith(LINE):
            self._take(key.removeprefix(LINE), view)
        elif key == "enter" or (key == "n" and not self._spelling):
            typed, self._typed = " ".join(self._typed.split()), ""
            if (means := _word(typed)) is not None:
                return means
            self._take(typed, view)
        elif key == "escape":
            self._typed = ""
        elif key in ERASE:
            self._typed = self._typed[:-1]
        else:
            self._typed += " " if key == "space" else key
        return None

    def close(self) -> None:
        """Another key: what was begun is no set."""
        if self._typed:
            self._say(LEFT_OUT.format(typed=self._typed))
        self._typed = ""

    def _take(self, line: str, view: View) -> None:
        try:
            inputs = tuple(_read(line, self._unit, view, ahead=self._ahead))
        except ValueError as error:
            self._say(f"{error}.")
            return
        for input in inputs:
            self._send(input)


def _read(line: str, unit: Unit, view: View, *, ahead: bool) -> Iterator[press.Input]:
    """What a line says; raises ``ValueError`` with a sentence for the person."""
    if _answer(line.lower()):
        raise ValueError(f"{line!r} is no set; write for example {HINT}")
    first, _, rest = line.partition(" ")
    if first.lower() == SWAP:
        yield from _swapped(rest, unit, view)
        return
    if not any(character.isdecimal() for character in line):
        raise ValueError(f"{_short(line)} is neither a set nor a word; write for example {HINT}")
    typed = parse_set(line, unit)
    if view.workout is not None and view.workout.off and not view.workout.resting:
        raise ValueError(view.workout.off.removesuffix("."))
    yield from _meant(typed, view, ahead=ahead)


def _swapped(named: str, unit: Unit, view: View) -> Iterator[press.Input]:
    """Another exercise, its load, or both."""
    name, load = read_exercise(named, unit)
    if not name and load is None:
        raise ValueError(NO_NAME)
    if name and load is not None and view.phase not in LED:
        yield press.PlanSets(view.step, name, load)
        return
    if name:
        yield press.Swap(view.step, name)
    if load is not None:
        yield press.SetLoad(view.step, load)


def _word(typed: str) -> str | None:
    """The key that a word means which was spelled; None: it is a set, or nothing."""
    word = typed.lower()
    return None if _answer(word) else WORDS.get(word)


def _short(line: str) -> str:
    return repr(line if len(line) <= LONGEST else f"{line[:LONGEST]}…")


def _meant(typed: Typed, view: View, *, ahead: bool) -> Iterator[press.Input]:
    """With repetitions a set is logged; a load alone, or anything for the next set, is planned."""
    if typed.reps is not None and view.phase is Phase.READY:
        raise ValueError(NOT_YET)
    if typed.reps is not None and not ahead:
        yield press.LogSet(view.step, typed.reps, typed.load)
        return
    if None not in (typed.load, typed.reps):
        yield press.PlanSets(view.step, "", typed.load, typed.reps)
    elif typed.load is not None:
        yield press.SetLoad(view.step, typed.load)
    elif typed.reps is not None:
        yield press.SetReps(view.step, typed.reps)
