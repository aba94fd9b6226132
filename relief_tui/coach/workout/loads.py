"""Which load is proposed: never more than is advised, and never cut twice for one cramp."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relief_tui.coach.load import Load
from relief_tui.coach.training import fold, same
from relief_tui.coach.workout.card import SetLine
from relief_tui.coach.workout.felt import felt, newer

if TYPE_CHECKING:
    from relief_tui.coach.workout.plan import Workout


def proposing(plan: Workout, load: Load | None, *, own: bool = False) -> Workout:
    """The plan with ``load`` for the next set, lowered where less is advised.

    ``own``: the person said so, and may go on with more: it stands there for one set, the advice
    beside it. A load said where only the percentage was known is taken as it is.
    """
    lifted = None if own else plan.lifted
    fresh = replace(plan, load=load, before=None, own=False, lifted=lifted)
    if own and load is not None and _only_a_percentage(plan):
        return replace(fresh, bases=(*plan.bases, (plan.exercise, None)))
    found = fresh.advice.lower
    if found is None or not found.lowers:
        return fresh
    known = fold(plan.exercise) in plan.starts
    bases = plan.bases if known else (*plan.bases, (plan.exercise, load))
    if own:
        return replace(fresh, own=True, bases=bases)
    return replace(fresh, load=found.after, before=load, bases=bases)


def planned(plan: Workout, exercise: str) -> Workout:
    """The plan with another exercise: its load and repetitions are those of its last set."""
    name = next((each for each in _names(plan) if same(each, exercise)), exercise)
    last = last_set(plan, name)
    reps = last.reps if last and last.reps else plan.script.reps
    after = replace(plan, exercise=name, reps=reps, meant=0, led=None)
    return proposing(after, last.load if last else None)


def last_set(plan: Workout, exercise: str) -> SetLine | None:
    """The last set of this exercise, in this workout or before it."""
    done = (line for line in reversed(plan.done) if same(line.exercise, exercise))
    before = (line for name, line in plan.lasts.items() if same(name, exercise))
    return next(done, None) or next(before, None)


def knowing(plan: Workout, t_s: float) -> Workout:
    """The plan at second ``t_s``, with what came before it, and since it waited: a watch that runs,
    a load that falls, a drink. A set that is being lifted is one with what it was begun with."""
    cramps = felt(plan.felt, plan.training, plan.cramps_before, t_s)
    training = replace(plan.training, cramps=tuple(each.at(t_s) for each in cramps))
    after = replace(
        plan,
        training=training,
        watch_ends_s=t_s + training.watch_s if training.watch_s > 0 else 0.0,
        felt=cramps,
        lifted=plan.stands if plan.lifting else None,
        eased_from=len(plan.done) if newer(plan.felt, cramps) else plan.eased_from,
    )
    if plan.drank_ago_s is not None and t_s - plan.drank_ago_s > plan.drink.since_s:
        after = replace(after, drink=plan.drink.drunk(t_s - plan.drank_ago_s))
    return proposing(after, plan.before or plan.load)


def _names(plan: Workout) -> tuple[str, ...]:
    """The exercises whose names are known, as they are written."""
    return (
        *(line.exercise for line in plan.done),
        *plan.lasts,
        *(each.name for each in plan.script.exercises),
    )


def _only_a_percentage(plan: Workout) -> bool:
    """True where a load is to be lower, and nothing is known that it could be lower than."""
    if plan.load is not None or plan.training.cut_from(plan.exercise) is not None:
        return False
    advice = replace(plan, before=None).advice
    return advice.lower is not None and advice.allowed is None
