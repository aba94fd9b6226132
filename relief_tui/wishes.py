"""What somebody may say before a run begins, and what may speak against it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from relief_tui.coach.load import Load
from relief_tui.coach.plan import LightSet, Plan
from relief_tui.coach.recovery import Recovery
from relief_tui.coach.relief import Relief
from relief_tui.coach.routine import Routine
from relief_tui.coach.step import Phase, Side, Tempo
from relief_tui.coach.value import dataclass


@dataclass(frozen=True, slots=True)
class ReliefOptions:
    """What somebody may say about a cramp before it begins. ``hold_s`` 10–20 s."""

    side: Side | None = None
    machine: str | None = None
    hold_s: float | None = None
    exercise: str | None = None
    load: Load | None = None
    practice: bool = False

    def again(self, side: Side | None) -> ReliefOptions:
        """The options of the next cramp on this machine: a second one is no practice."""
        return replace(self, side=side, practice=False)

    @property
    def lifting(self) -> bool:
        """True if anything was said of what was lifted."""
        return (self.machine, self.exercise, self.load) != (None, None, None)

    def known_by(self, plan: Plan) -> ReliefOptions:
        """The options with the machine, the exercise and the load that ``plan`` knows."""
        known = again_of(plan)
        return replace(self, machine=known.machine, exercise=known.exercise, load=known.load)


_LIFTED = (Phase.SET_REST, Phase.OVER)
"""Phases of a workout in which nothing is lifted any more."""


def again_of(plan: Plan) -> ReliefOptions:
    """The options of a cramp after a run of this plan: the same machine, exercise and load."""
    match plan:
        case Relief():
            return ReliefOptions(plan.side, plan.machine, plan.hold_s, plan.exercise, plan.load)
        case Recovery():
            return ReliefOptions(load=plan.light.working)
        case _:
            return _again_of_a_set(plan)


def _again_of_a_set(plan: Plan) -> ReliefOptions:
    """The same in a workout: what is being lifted is known; in a rest and after the end, what was
    lifted last."""
    from relief_tui.coach.workout import Workout  # no relief has to wait for it

    if not isinstance(plan, Workout):
        return ReliefOptions()
    last = plan.done[-1] if plan.done and plan.phase in _LIFTED else None
    exercise, load = (last.exercise, last.load) if last else (plan.exercise, plan.stands)
    return ReliefOptions(machine=plan.script.of(exercise).machine, exercise=exercise, load=load)


@dataclass(frozen=True, slots=True)
class WarmupWish:
    """A routine from ``line`` on (counted from 0); None: it is still to be chosen."""

    routine: Routine | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class WorkoutWish:
    """A workout: what is not said is as last time, sets and rest as usual. ``rest_s`` is the rest
    after each set, ``tempo`` that of a metronome (None: none leads). ``own``: the load was chosen
    with the advice in view, and holds for the first set also where that is less."""

    exercise: str = ""
    load: Load | None = None
    sets: int | None = None
    reps: int | None = None
    rest_s: float | None = None
    tempo: Tempo | None = None
    own: bool = False


Wish: TypeAlias = ReliefOptions | LightSet | WarmupWish | WorkoutWish
"""What may come first when the app opens."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something may not be done now, in one sentence, and the cards that say so."""

    words: str
    cards: tuple[str, ...] = ()
