"""What is said in a workout, the exercises that are known, and its rules of thumb."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from relief_tui.coach.reminders import ReminderRule
from relief_tui.coach.step import Tempo
from relief_tui.coach.training import fold
from relief_tui.coach.value import dataclass


class Kind(StrEnum):
    """What an exercise asks of the calf."""

    CURL = "curl"
    """The knee bends against a load: the calf works while it is short."""
    HINGE = "hinge"
    """The hip does the work and the knee hardly bends."""
    OTHER = "other"
    """Not known, or not of the back of the leg."""


@dataclass(frozen=True, slots=True)
class Tip:
    """One line of technique: what is known of it, and the entry of the guide behind it."""

    words: str
    evidence: str
    entry: str
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise of which something is known.

    ``also``: what its name may hold besides, in small letters; the longest that fits wins.
    ``whole``: names that are its own only as a whole. ``cut``:
    per cent off its load after a cramp in another exercise (0: that of the band, for a curl).
    ``rests``: not for an hour after a cramp. ``offered``: whether it is proposed as a swap, in the
    order in which they stand; ``why`` says what speaks for it.
    """

    name: str
    kind: Kind
    entry: str
    machine: str | None = None
    also: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    why: str = ""
    cut: int = 0
    rests: bool = False
    offered: bool = True


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of the guide behind what is said beside the tips."""

    rest: str
    lower: str
    over: str
    drink: str


@dataclass(frozen=True, slots=True)
class WorkoutScript:
    """All a workout needs to know, from ``assets/workout``. Seconds end in ``_s``."""

    exercises: tuple[Exercise, ...]
    tips: tuple[Tip, ...]
    drink: ReminderRule
    drink_evidence: str
    entries: Entries
    first: str
    """The exercise of somebody who never named one."""
    sets: int
    reps: int
    rest_s: float
    ready_s: float
    tempo: Tempo
    """That of a metronome where nobody said another."""
    curl: tuple[str, str, str]
    other: tuple[str, str, str]
    """What the parts of a repetition are called by the metronome: lifting, pause, lowering."""
    no_warmup: str
    not_known: str
    all_sets: str
    swap: str

    def of(self, name: str) -> Exercise:
        """What is known of the exercise of this name, however it is written: whole words count,
        one or many of them; hyphens and brackets do not matter."""
        words = _words(name)
        found = [
            (len(fitting), exercise)
            for exercise in self.exercises
            for fitting in map(_words, (exercise.name, *exercise.also, *exercise.whole))
            if fitting == words or (fitting in words and fitting not in map(_words, exercise.whole))
        ]
        best = max((length for length, _ in found), default=0)
        return next(
            (each for length, each in found if length == best), Exercise(name, Kind.OTHER, "")
        )

    def curls(self, name: str) -> bool:
        """True if the exercise of this name is known for a curl."""
        return self.of(name).kind is Kind.CURL

    def parts(self, kind: Kind) -> tuple[str, str, str]:
        """The words of the metronome for an exercise of this kind."""
        return self.curl if kind is Kind.CURL else self.other

    def tip(self, kind: Kind, number: int) -> Tip | None:
        """The line of technique before set ``number`` of the workout, counted from 0."""
        fitting = [tip for tip in self.tips if kind in tip.kinds]
        return fitting[number % len(fitting)] if fitting else None


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, as it was written first."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(fold(name), name)
    return tuple(seen.values())


@lru_cache(maxsize=1024)  # asked for each exercise of the list, with every view
def _words(name: str) -> str:
    """The words of a name, each between blanks, in small letters and without a plural s."""
    words = re.findall(r"[^\W_]+", name.casefold())
    return f" {' '.join(word.removesuffix('s') for word in words)} "
