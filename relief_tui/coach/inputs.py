"""What a person can tell the session. Every input names the step it was aimed at.

A number that is no longer current makes the input stale, so that one press never acts twice;
``None`` means *whatever is there now*. ``Stop``, ``Help``, ``Worse``, ``Cleared``, ``Cramped`` and
``Drink`` are never stale.
"""

from __future__ import annotations

from relief_tui.coach.load import Load
from relief_tui.coach.step import Side, Tempo
from relief_tui.coach.value import dataclass


@dataclass(frozen=True, slots=True)
class Input:
    """A press or a click; ``step`` is the step (or question) it was aimed at."""

    step: int | None = None


@dataclass(frozen=True, slots=True)
class Main(Input):
    """The main thing: pause, go on; at a check *still there, hold again*."""


@dataclass(frozen=True, slots=True)
class Pause(Input):
    """Pause; no effect when paused."""


@dataclass(frozen=True, slots=True)
class GoOn(Input):
    """Go on after a pause; no effect when running."""


@dataclass(frozen=True, slots=True)
class Next(Input):
    """End this step now."""


@dataclass(frozen=True, slots=True)
class Back(Input):
    """Return to the step before."""


@dataclass(frozen=True, slots=True)
class Again(Input):
    """This step again, from its start."""


@dataclass(frozen=True, slots=True)
class Adjust(Input):
    """Make this step longer or shorter by ``seconds``."""

    seconds: float = 5.0


@dataclass(frozen=True, slots=True)
class OtherSide(Input):
    """The other leg."""


@dataclass(frozen=True, slots=True)
class OtherPosition(Input):
    """Another position for the same stretch."""


@dataclass(frozen=True, slots=True)
class Answer(Input):
    """An answer to the check: ``gone``, ``easing`` or ``same``."""

    answer: str = ""


@dataclass(frozen=True, slots=True)
class Worse(Input):
    """It hurts more: let go at once. Never stale."""


@dataclass(frozen=True, slots=True)
class Number(Input):
    """A number for the list or scale that is open; ``click`` marks a click on a line."""

    number: int = 0
    click: bool = False


@dataclass(frozen=True, slots=True)
class Help(Input):
    """A red flag was named: these cards, most urgent first. Never stale."""

    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cleared(Input):
    """A clinician has checked what the open flag of ``card`` for ``side`` is about. Never
    stale."""

    card: str = ""
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Recover(Input):
    """Active recovery, where a plan offers it."""


@dataclass(frozen=True, slots=True)
class Jump(Input):
    """To this line of a routine, counted from 0."""

    line: int = 0


@dataclass(frozen=True, slots=True)
class Tick(Input):
    """This line of a routine is done, all its sides; None: the one that runs or comes next."""

    line: int | None = None


@dataclass(frozen=True, slots=True)
class LogSet(Input):
    """A set of a workout was done; None: with what stands there."""

    reps: int | None = None
    load: Load | None = None


@dataclass(frozen=True, slots=True)
class Swap(Input):
    """Another exercise, by its name; empty: the next one that is offered."""

    exercise: str = ""


@dataclass(frozen=True, slots=True)
class SetLoad(Input):
    """The load of the next set; None: not known."""

    load: Load | None = None


@dataclass(frozen=True, slots=True)
class SetReps(Input):
    """How many repetitions the next sets shall have."""

    reps: int = 0


@dataclass(frozen=True, slots=True)
class SetSets(Input):
    """How many sets of this exercise are planned."""

    sets: int = 0


@dataclass(frozen=True, slots=True)
class PlanSets(Input):
    """What the next sets shall be, all at once; empty, None: as it is."""

    exercise: str = ""
    load: Load | None = None
    reps: int | None = None
    sets: int | None = None


@dataclass(frozen=True, slots=True)
class SetTempo(Input):
    """The next sets are led by a metronome; None: they are not."""

    tempo: Tempo | None = None


@dataclass(frozen=True, slots=True)
class Drink(Input):
    """A sip, in a workout: it answers the reminder. Never stale."""


@dataclass(frozen=True, slots=True)
class Snooze(Input):
    """Not now: the reminder that is due comes later."""


@dataclass(frozen=True, slots=True)
class Cramped(Input):
    """The calf cramps: a workout waits, its rest counts on. Never stale."""


@dataclass(frozen=True, slots=True)
class Undo(Input):
    """Take back the last input, within ten seconds."""


@dataclass(frozen=True, slots=True)
class Stop(Input):
    """Stop and keep what was done. ``forced``: it is not the person who ends it, but what may not
    be done any more, or that nobody can press a key. Never stale."""

    forced: bool = False


NEVER_STALE = (Stop, Help, Worse, Cleared, Cramped, Drink)
