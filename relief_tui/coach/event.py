"""What happens in a run: one frozen dataclass a kind, as the journal keeps it.

``kind`` names the event in the journal and in every ``--json``; the other fields are its data.
Seconds are floats, sides ``left | right | both | None``.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from relief_tui.coach.load import Load
from relief_tui.coach.step import Side
from relief_tui.coach.value import dataclass

Outcome = Literal[
    "gone", "stopped", "worse", "unyielding", "unanswered", "cancelled", "interrupted"
]
RecoveryOutcome = Literal["done", "twitch", "stopped", "interrupted"]
WarmupOutcome = Literal["done", "stopped", "interrupted"]
WorkoutOutcome = Literal["done", "stopped", "interrupted"]
StepResult = Literal["done", "skipped"]
Band = Literal["twitch", "mild", "moderate", "severe", "repeat", "unyielding"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; each kind is a subclass."""

    kind: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class ReliefBegan(Event):
    """A relief started: which leg, on what machine, in what exercise, with what load."""

    kind: ClassVar[str] = "relief_began"
    side: Side | None = None
    machine: str | None = None
    exercise: str | None = None
    load: Load | None = None


@dataclass(frozen=True, slots=True)
class StepBegan(Event):
    """A timed step started; ``phase`` is the word on the screen."""

    kind: ClassVar[str] = "step_began"
    step: int
    phase: str
    side: Side | None
    position: str | None
    seconds: float


@dataclass(frozen=True, slots=True)
class HoldDone(Event):
    """A hold came to its end; ``seconds`` is what was really held."""

    kind: ClassVar[str] = "hold_done"
    rung: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Answered(Event):
    """A question was answered: a word at the check, a number in a list or on a scale.

    ``"unanswered"`` is stored for a question that was open when the run ended.
    """

    kind: ClassVar[str] = "answered"
    question: str
    answer: str | int


@dataclass(frozen=True, slots=True)
class ReliefEnded(Event):
    """A relief ended. ``time_to_relief_s`` is None unless the cramp let go."""

    kind: ClassVar[str] = "relief_ended"
    outcome: Outcome
    band: Band | None = None
    holds: int = 0
    time_to_relief_s: float | None = None
    side: Side | None = None
    machine: str | None = None
    exercise: str | None = None
    load: Load | None = None


@dataclass(frozen=True, slots=True)
class Advised(Event):
    """A load was advised: from ``load_before`` to ``load_after`` (None: no load that light, or
    none at all today), the reason, and the label of the evidence behind the figure. ``swap``: the
    exercise is not for today, and another takes its place."""

    kind: ClassVar[str] = "advised"
    load_before: Load | None
    load_after: Load | None
    reason: str
    evidence: str = "rule of thumb"
    swap: bool = False


@dataclass(frozen=True, slots=True)
class RecoveryBegan(Event):
    """Active recovery started: ``load`` on the pin (None: none, or not known), and how many sets
    of how many repetitions are planned."""

    kind: ClassVar[str] = "recovery_began"
    load: Load | None = None
    sets: int = 1
    reps: int = 0


@dataclass(frozen=True, slots=True)
class RecoveryEnded(Event):
    """Active recovery ended after ``reps`` whole repetitions in all."""

    kind: ClassVar[str] = "recovery_ended"
    reps: int
    outcome: RecoveryOutcome = "done"


@dataclass(frozen=True, slots=True)
class WarmupBegan(Event):
    """A routine started, by its name."""

    kind: ClassVar[str] = "warmup_began"
    routine: str


@dataclass(frozen=True, slots=True)
class WarmupStep(Event):
    """A side of a line came to its end: ``step`` is the number of the line, from 1. What was
    skipped first may be done later; the last result counts."""

    kind: ClassVar[str] = "warmup_step"
    step: int
    side: Side | None
    result: StepResult
    name: str = ""


@dataclass(frozen=True, slots=True)
class WarmupEnded(Event):
    """A routine ended: how many of its lines were done and skipped, after how many seconds."""

    kind: ClassVar[str] = "warmup_ended"
    outcome: WarmupOutcome
    done: int
    skipped: int
    routine: str = ""
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class WorkoutBegan(Event):
    """A workout started: its first exercise, with what load, how many sets of how many repetitions
    are planned."""

    kind: ClassVar[str] = "workout_began"
    exercise: str = ""
    load: Load | None = None
    sets: int = 0
    reps: int = 0


@dataclass(frozen=True, slots=True)
class SetDone(Event):
    """A set was done: ``load`` as it was really used (None: none, or not known). No repetition is a
    try that did not move. ``advised``: the lighter load that it was done against."""

    kind: ClassVar[str] = "set_done"
    exercise: str
    load: Load | None
    reps: int
    advised: Load | None = None


@dataclass(frozen=True, slots=True)
class WorkoutEnded(Event):
    """A workout ended: how many sets and repetitions were done, cramps came and sips were had, in
    how many seconds. ``done``: the person said so, and the training is over."""

    kind: ClassVar[str] = "workout_ended"
    outcome: WorkoutOutcome = "done"
    sets: int = 0
    reps: int = 0
    cramps: int = 0
    sips: int = 0
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Snoozed(Event):
    """A reminder that was due was put off; ``reminder`` says which."""

    kind: ClassVar[str] = "snoozed"
    reminder: str = "drink"


@dataclass(frozen=True, slots=True)
class Drank(Event):
    """A drink; ``ml`` is None for a sip."""

    kind: ClassVar[str] = "drank"
    ml: float | None = None


@dataclass(frozen=True, slots=True)
class Flagged(Event):
    """A red-flag card was opened for a leg; it stays open until cleared on the card."""

    kind: ClassVar[str] = "flagged"
    card: str
    tier: int
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class FlagCleared(Event):
    """The person says a clinician checked what the card is about."""

    kind: ClassVar[str] = "flag_cleared"
    card: str
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Noted(Event):
    """Something the person noted: ``about`` says what it is, such as ``change`` for the id of a
    cause whose change is to be tried."""

    kind: ClassVar[str] = "noted"
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Corrected(Event):
    """What ``event`` should have said: the id of a relief's ending, of where the cramp was (side,
    machine, exercise, load), or that of a set (exercise, load, reps). All of these hold from now
    on, None being *not known*; of two corrections the last."""

    kind: ClassVar[str] = "corrected"
    event: str
    side: Side | None = None
    machine: str | None = None
    exercise: str | None = None
    load: Load | None = None
    reps: int | None = None


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """The run was paused; ``away_s`` is set when nobody was there (sleep, lid, stopped)."""

    kind: ClassVar[str] = "paused"
    away_s: float | None = None


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """The run goes on."""

    kind: ClassVar[str] = "resumed"


@dataclass(frozen=True, slots=True)
class Undone(Event):
    """An earlier event was taken back; ``event`` is its id in the journal. Where it is the name of
    a run, all of the run is taken back but its red flags.

    Inside a run the session names the event by its number in the run; whoever writes the journal
    turns that number into the id.
    """

    kind: ClassVar[str] = "undone"
    event: str


@dataclass(frozen=True, slots=True)
class Cue(Event):
    """Something to be heard or seen at this very moment; never kept in the journal."""

    kind: ClassVar[str] = "cue"
    cue: str


KINDS: dict[str, type[Event]] = {
    event.kind: event
    for event in (
        ReliefBegan, StepBegan, HoldDone, Answered, ReliefEnded, Advised, RecoveryBegan,
        RecoveryEnded, WarmupBegan, WarmupStep, WarmupEnded, WorkoutBegan, SetDone, WorkoutEnded,
        Snoozed, Drank, Flagged, FlagCleared, Paused, Resumed, Noted, Corrected, Undone,
    )
}  # fmt: skip
"""The kinds the journal keeps."""
