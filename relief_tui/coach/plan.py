"""What comes next: the contract between a plan and the session that plays it through time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from relief_tui.coach.checklist import Checklist
from relief_tui.coach.event import Event, SetDone
from relief_tui.coach.inputs import Input
from relief_tui.coach.lighter import Lighter
from relief_tui.coach.load import Load
from relief_tui.coach.step import Segment, Side, Step
from relief_tui.coach.value import dataclass

if TYPE_CHECKING:  # no relief has to wait for it
    from relief_tui.coach.workout.card import WorkoutView


@dataclass(frozen=True, slots=True)
class TimeUp:
    """The step's time is over."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """The moment of the run came that the step had asked to be told of."""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """Nobody was there for so long that the run is closed."""


@dataclass(frozen=True, slots=True)
class Returned:
    """Somebody is back after having been away."""


@dataclass(frozen=True, slots=True)
class WentOn:
    """A run that was cut off, or waited, goes on from now: what is known may be new. ``sets``:
    those of it that count; ``sips``: how many were had since it began. None: as the plan knows."""

    sets: tuple[SetDone, ...] | None = None
    sips: int | None = None


@dataclass(frozen=True, slots=True)
class Learned:
    """What the plan is made with was changed while it ran: ``given``, by the names of fields."""

    given: Mapping[str, Any]


Signal = Input | TimeUp | Alarm | Interrupted | Returned | WentOn | Learned


@dataclass(frozen=True, slots=True)
class Moment:
    """When a signal comes: seconds since the run began, seconds of this step that have run,
    seconds since the last key."""

    t_s: float
    spent_s: float
    idle_s: float


@dataclass(frozen=True, slots=True)
class Turn:
    """What a plan answers: itself afterwards, the step to play, what happened.

    ``step`` None: the run is over. ``keeps_time``: the step goes on with the time it has left;
    only what is written on it changed. ``longer_s``: by so much a step that goes on becomes
    longer. ``no_way_back``: only an undo leads back before it. ``takes_back``: the last event of
    the first of these kinds does not count any more, nor what followed it of all of them; where
    there is none, the turn is none.
    """

    plan: Plan
    step: Step | None
    events: tuple[Event, ...] = ()
    keeps_time: bool = False
    longer_s: float = 0.0
    no_way_back: bool = False
    takes_back: tuple[type[Event], ...] = ()


@dataclass(frozen=True, slots=True)
class LightSet:
    """An active-recovery set that was chosen: what is on the pin, the working load it was
    reckoned from (None: not known), and how many sets at most."""

    load: Load | None = None
    working: Load | None = None
    sets: int = 1


ONE_LIGHT_SET = LightSet()
"""Of a load that is not known."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a run ended, as a person reads it: the word for it, lines, the cards to show first.

    ``then``: the light set that follows. ``cramped``: the calf cramped, and relief follows.
    ``score``: how much was done of how much; ``told``: the lines that only say what was done, and
    stay true whatever follows. ``first``: what to do before anything else, in two or three words
    that can be read from the floor.
    """

    word: str
    lines: tuple[str, ...]
    cards: tuple[str, ...] = ()
    then: LightSet | None = None
    cramped: bool = False
    score: str = ""
    told: tuple[str, ...] = ()
    first: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A line that stands on the screen; ``thumb``: its figure is a rule of thumb."""

    words: str
    thumb: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What a plan has to say about the moment, beside the step itself.

    ``segments`` are the pieces of the round bar and ``current`` the one that runs; ``next`` is
    what comes after; ``notes`` are lines that stand on the screen the whole time; ``lighter`` is
    the load that is advised, ``details`` what goes with it; ``side`` is the leg of the run, in
    steps too that are for no leg. Of the current piece the part ``before`` (0–1) was done before
    this step, which is the part ``share`` of it. ``title`` is the name of what is done, short
    enough for block letters; ``checklist`` the routine that it is a line of.
    """

    segments: tuple[Segment, ...] = ()
    current: int = 0
    next: str = ""
    notes: tuple[Note, ...] = ()
    lighter: Lighter | None = None
    details: tuple[Note, ...] = ()
    position: str = ""
    hold: int = 0
    holds: int = 0
    typed: str = ""
    side: Side | None = None
    ending: Ending | None = None
    before: float = 0.0
    share: float = 1.0
    title: str = ""
    checklist: Checklist | None = None
    workout: WorkoutView | None = None


class Plan(Protocol):
    """Decides what comes next. A plan is a value: reacting returns a new one."""

    def begin(self) -> Turn:
        """The first step."""

    def react(self, signal: Signal, at: Moment) -> Turn | None:
        """What follows from ``signal``; None if it means nothing here.

        ``TimeUp`` always means something while a step runs.
        """

    def fits(self, step: Step, t_s: float) -> bool:
        """True if ``step`` may begin at ``t_s`` seconds of the run."""

    def facts(self, step: Step | None) -> Facts:
        """What there is to say while ``step`` runs."""

    def step(self, t_s: float) -> Step:
        """The step it is in, as if it began at ``t_s`` seconds of the run."""
