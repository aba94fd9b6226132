"""What a person plans for the sets that come: another load, other numbers, all of it at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from relief_tui.coach.equipment import heavier, less_heavy
from relief_tui.coach.load import Load
from relief_tui.coach.training import same
from relief_tui.coach.workout.card import MOST_REPS, MOST_SETS
from relief_tui.coach.workout.loads import planned, proposing

if TYPE_CHECKING:
    from relief_tui.coach.inputs import PlanSets
    from relief_tui.coach.workout.plan import Workout

Number = Literal["load", "reps", "sets"]
"""What of a plan can be made more or less."""


def stepped(plan: Workout, number: Number, by: int) -> Workout:
    """The plan with more (``by`` above 0) or less of a number: the load by one step of the
    equipment, the others by so many. What cannot be stays as it is."""
    match number:
        case "load":
            load = _next_load(plan, by)
            return with_load(plan, load) if load else plan
        case "reps":
            reps = plan.reps if plan.led is None else plan.led
            return with_reps(plan, min(max(0, reps + by), MOST_REPS))
        case "sets":
            return replace(plan, sets=min(max(1, plan.sets + by), MOST_SETS))


def with_load(plan: Workout, load: Load) -> Workout:
    """The plan with a load that nothing was taken off yet."""
    return replace(plan, load=load, before=None)


def with_reps(plan: Workout, reps: int) -> Workout:
    """The plan with so many repetitions; none is a try, and only for the set that comes."""
    return replace(plan, reps=reps, led=None, meant=0 if reps else plan.reps or plan.meant)


def replanned(plan: Workout, wanted: PlanSets) -> Workout:
    """The plan as it is wanted, as far as something is; what no plan can be stays as it is."""
    after = plan
    if wanted.exercise and not same(wanted.exercise, plan.exercise):
        after = replace(planned(plan, wanted.exercise), passed=())
    if wanted.load is not None and wanted.load != after.load:
        after = proposing(after, wanted.load, own=True)
    if wanted.reps is not None and 0 <= wanted.reps <= MOST_REPS and wanted.reps != after.reps:
        after = with_reps(after, wanted.reps)
    if wanted.sets is not None and 1 <= wanted.sets <= MOST_SETS:
        after = replace(after, sets=wanted.sets)
    return after


def _next_load(plan: Workout, by: int) -> Load | None:
    """The next load of the equipment; None where there is none."""
    if by > 0:
        return heavier(plan.equipment, plan.stands)
    return less_heavy(plan.equipment, plan.stands) if plan.stands else None
