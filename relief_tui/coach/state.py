"""Where a session stands, as values: the step and its time, the way back, the presses to undo."""

from __future__ import annotations

from dataclasses import dataclass

from relief_tui.coach.event import Event
from relief_tui.coach.plan import Plan
from relief_tui.coach.step import Asking, Step


@dataclass(frozen=True, slots=True)
class Happened:
    """An event, its number in the run and the moment it belongs to (not the moment of waking)."""

    number: int
    at: float
    event: Event


@dataclass(frozen=True, slots=True)
class Mark:
    """A way back: the plan and the step as they were, and the events that came before."""

    plan: Plan
    step: Step
    number: int


@dataclass(frozen=True, slots=True)
class State:
    """The moment of a run. ``ends`` is the deadline while time runs, ``left`` the seconds that
    remain while it does not; ``alarm`` a moment at which the plan wants to be asked, running or
    not; ``event_mark`` the number of events before this step.
    """

    plan: Plan
    step: Step | None = None
    number: int = 0
    asked: int = 0
    asked_at: float = 0.0
    length: float = 0.0
    ends: float = 0.0
    left: float | None = None
    away_s: float | None = None
    alarm: float | None = None
    event_mark: int = 0
    trail: tuple[Mark, ...] = ()

    def remaining(self, now: float) -> float:
        """Seconds of this step still to run."""
        return max(0.0, self.ends - now) if self.left is None else self.left

    @property
    def rests(self) -> bool:
        """True where time asleep counts, or where no time runs at all."""
        return self.step is None or self.step.phase.counts_away or self.left is not None

    @property
    def listing(self) -> bool:
        """True if a list or a scale is open."""
        return (
            self.step is not None
            and self.step.asks is not None
            and (self.step.asks.asking is not Asking.CHECK)
        )


@dataclass(frozen=True, slots=True)
class Press:
    """What an input changed: the state before it, for undo."""

    before: State
    events: int
    at: float
