"""Where a session stands, as one value: the step and its time, what happened, the ways back."""

from __future__ import annotations

from dataclasses import replace

from relief_tui.coach.event import Event
from relief_tui.coach.plan import Plan
from relief_tui.coach.step import FUZZ_S, Asking, Step
from relief_tui.coach.value import dataclass


@dataclass(frozen=True, slots=True)
class Happened:
    """An event, its number in the run and the moment it belongs to (not the moment of waking)."""

    number: int
    at: float
    event: Event


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a run stands, on no clock: ``t_s`` seconds of it have passed, ``left_s`` of the
    ``length_s`` of step ``number`` are left. ``planned_s`` is how long that step was before
    anybody made it longer or shorter."""

    t_s: float
    number: int
    length_s: float
    left_s: float
    planned_s: float


@dataclass(frozen=True, slots=True)
class Past:
    """A step that was left: the plan as it then was, and how many events had happened."""

    plan: Plan
    step: Step
    events: int


@dataclass(frozen=True, slots=True)
class State:
    """A moment of a run. All moments are on the clock of the session, lengths in seconds.

    ``ends`` is the deadline of the step while time runs, ``left`` what remains while it does not;
    ``alarm`` a moment at which the plan wants to be asked, running or not. ``number`` is the aim
    of presses at the step, ``asked`` that of numbers for the question, open since ``asked_at``.
    ``ended`` is when it was over, None while it runs: what is said after that makes no run longer.
    """

    plan: Plan
    step: Step | None = None
    number: int = 0
    began: float = 0.0
    ended: float | None = None
    pressed: float = 0.0
    asked: int = 0
    asked_at: float = 0.0
    length: float = 0.0
    ends: float = 0.0
    left: float | None = None
    away_s: float | None = None
    alarm: float | None = None
    trail: tuple[Past, ...] = ()
    story: tuple[Happened, ...] = ()
    presses: tuple[Press, ...] = ()

    def remaining(self, now: float) -> float:
        """Seconds of this step still to run."""
        return min(max(0.0, self.ends - now), self.length) if self.left is None else self.left

    def tell(self, event: Event, at: float) -> State:
        """The state after ``event`` happened at ``at``."""
        return replace(self, story=(*self.story, Happened(len(self.story), at, event)))

    @property
    def wary_until(self) -> float:
        """Until when a key was meant for the step before, which ended by itself."""
        began = self.ends - self.length
        return began + self.step.wary_s if self.step and self.pressed < began - FUZZ_S else 0.0

    @property
    def paused(self) -> bool:
        """True while no time runs."""
        return self.left is not None

    @property
    def unmoved(self) -> bool:
        """True where an absence stops nothing: in a rest, in a pause, after the end."""
        return self.step is None or self.step.phase.counts_away or self.paused

    @property
    def listing(self) -> bool:
        """True if a list or a scale is open."""
        asks = self.step.asks if self.step else None
        return asks is not None and asks.asking is not Asking.CHECK

    @property
    def half_typed(self) -> bool:
        """True after the first key of a number that a second one may complete."""
        asks = self.step.asks if self.step else None
        return asks is not None and asks.asking is Asking.SCALE and self.alarm is not None


@dataclass(frozen=True, slots=True)
class Press:
    """An input that changed something at ``at``: the state before it, without story and presses,
    and how many events had happened."""

    before: State
    events: int
    at: float
