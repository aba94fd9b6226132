"""A routine: lines that are done one after the other, each for its time or its repetitions."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from relief_tui.coach.step import Metronome, Side, Tempo, clock_words, reps_words
from relief_tui.coach.value import dataclass

PARTS = ("UP", "PAUSE", "DOWN")
"""The concentric part, the pause and the eccentric part, where a line has no words of its own."""


class Sides(StrEnum):
    """The legs that a line is for: both together, one, or each in turn."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"
    EACH = "each"


class Care(StrEnum):
    """What a line is, where something may speak against it."""

    ROLL = "roll"
    STRETCH = "stretch"
    CURL = "curl"


@dataclass(frozen=True, slots=True)
class Exercise:
    """One line of a routine.

    ``seconds`` is its time, on each side; ``reps`` is 0 for a line by time alone, and ``tempo``
    None for one without a metronome. ``short`` is its name in block letters. ``evidence`` is the
    label of what is known about it.
    """

    name: str
    seconds: float
    side: Sides = Sides.BOTH
    reps: int = 0
    tempo: Tempo | None = None
    pace: str = ""
    purpose: str = ""
    cues: tuple[str, ...] = ()
    evidence: str = "rule of thumb"
    short: str = ""
    care: Care | None = None
    parts: tuple[str, str, str] = PARTS

    def sides(self, first: Side = Side.LEFT) -> tuple[Side, ...]:
        """The sides in the order in which they come."""
        if self.side is not Sides.EACH:
            return (Side(self.side),)
        return (first, Side.LEFT if first is Side.RIGHT else Side.RIGHT)

    @property
    def metronome(self) -> Metronome | None:
        """The metronome of a line by tempo."""
        if not self.reps or self.tempo is None:
            return None
        return Metronome(self.tempo, self.reps, self.parts)

    @property
    def work_s(self) -> float:
        """Seconds of work in all, on all its sides."""
        return self.seconds * len(self.sides())

    @property
    def dose(self) -> str:
        """How much of it: ``2 × 0:30``, ``10 reps``."""
        times = "2 × " if self.side is Sides.EACH else ""
        return f"{times}{reps_words(self.reps) or clock_words(self.seconds)}"


@dataclass(frozen=True, slots=True)
class Routine:
    """A named list of lines, and the seconds before them and between them.

    ``takes`` is what has to be at hand; ``then`` are lines of text for its end.
    """

    name: str
    steps: tuple[Exercise, ...]
    get_ready_s: float = 10.0
    change_s: float = 5.0
    switch_s: float = 5.0
    about: str = ""
    takes: tuple[str, ...] = ()
    then: tuple[str, ...] = ()

    @property
    def total_s(self) -> float:
        """How long it lasts when nobody presses a key."""
        changes = self.change_s * (len(self.steps) - 1)
        switches = sum(self.switch_s * (len(step.sides()) - 1) for step in self.steps)
        return self.get_ready_s + changes + switches + sum(step.work_s for step in self.steps)

    @property
    def length(self) -> str:
        """How long it lasts, as it is read: ``7:00``."""
        return clock_words(self.total_s)


def with_more(routine: Routine, block: Routine) -> Routine:
    """``routine`` with the lines of ``block`` in place of its own of that care; where it has none,
    after its first line."""
    cares = {step.care for step in block.steps}
    own = [index for index, step in enumerate(routine.steps) if step.care in cares]
    at = own[0] if own else min(1, len(routine.steps))
    kept = [step for step in routine.steps if step.care not in cares]
    return Routine(
        name=routine.name,
        steps=(*kept[:at], *block.steps, *kept[at:]),
        get_ready_s=routine.get_ready_s,
        change_s=routine.change_s,
        switch_s=routine.switch_s,
        takes=_each_once((*routine.takes, *block.takes)),
        then=routine.then,
    )


def _each_once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
