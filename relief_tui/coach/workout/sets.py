"""A set that is logged: what was done, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relief_tui.coach.event import SetDone
from relief_tui.coach.load import Load
from relief_tui.coach.plan import Turn
from relief_tui.coach.step import Phase
from relief_tui.coach.transitions import WORKOUT, Move
from relief_tui.coach.workout import looks
from relief_tui.coach.workout.card import LED, SetLine
from relief_tui.coach.workout.loads import proposing

if TYPE_CHECKING:
    from relief_tui.coach.workout.plan import Workout


def logged(plan: Workout, reps: int | None, load: Load | None) -> Turn:
    """A set was done; None: with the repetitions, the load that stand there.

    No repetition at all is a try that did not move, and is kept as one: as many are planned as
    before. The next set is proposed with what was done, as far as that is not more than advised.
    """
    if load is not None:
        plan = proposing(plan, load, own=True)
    done = reps if reps is not None else plan.reps if plan.led is None else plan.led
    line = SetLine(plan.exercise, plan.stands, done)
    against = plan.advice.lower if plan.own else None
    event = SetDone(line.exercise, line.load, line.reps, against.after if against else None)
    target = WORKOUT[plan.phase][Move.LOGGED if plan.rest_s else Move.NO_REST]
    after = replace(
        plan,
        phase=target,
        done=(*plan.done, line),
        reps=done or plan.reps or plan.meant or plan.script.reps,
        meant=0,
        passed=(),
        led=None,
        drink=plan.drink.after_a_set(),
    )
    after = proposing(after, line.load)
    return Turn(after, looks.step(after), (event,))


def back(plan: Workout) -> Turn | None:
    """The step before: from a set the rest, from a rest the set, which then was not done. Nothing
    else is forgotten: neither what was planned since, nor a drink."""
    if plan.phase is Phase.SET and plan.led is not None:
        return _waiting(replace(plan, led=None), keeps_time=True)
    if plan.phase in LED:
        return _waiting(plan)
    if not plan.done:
        return None
    if plan.phase is Phase.SET and plan.rest_s:
        after = replace(plan, phase=WORKOUT[plan.phase][Move.BACK])
        return Turn(after, looks.step(after))
    undone = replace(plan, done=plan.done[:-1], passed=())
    return replace(_waiting(undone), takes_back=(SetDone,))


def _waiting(plan: Workout, *, keeps_time: bool = False) -> Turn:
    """The set waits."""
    after = replace(plan, phase=Phase.SET)
    return Turn(after, looks.step(after), keeps_time=keeps_time)
