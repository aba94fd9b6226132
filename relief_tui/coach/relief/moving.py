"""Moving through the table: every change of phase goes through here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from relief_tui.coach.event import Event
from relief_tui.coach.plan import Moment, Turn
from relief_tui.coach.relief.ending import conclude
from relief_tui.coach.relief.steps import step_of
from relief_tui.coach.step import Phase
from relief_tui.coach.transitions import RELIEF, Move

if TYPE_CHECKING:
    from relief_tui.coach.relief.plan import Relief

_PULLS = frozenset({Phase.POSITION, Phase.EASE_IN, Phase.HOLD})


def to(plan: Relief, move: Move, at: Moment, *events: Event, **changes: Any) -> Turn | None:
    """Make ``move``; None if the table does not know it here.

    An open red flag for this leg turns any way into a pull into the way to its card.
    """
    target = RELIEF[plan.phase].get(move)
    if target is None:
        return None
    plan = replace(plan, **changes)
    if target in _PULLS and plan.forbidden:
        move, target = Move.OPEN_FLAG, RELIEF[plan.phase][Move.OPEN_FLAG]
        plan = replace(plan, cards=plan.forbidden)
    plan = replace(plan, move=move)
    if target is Phase.OVER:
        return conclude(plan, events)
    moved = target is Phase.POSITION or (plan.moved and move is not Move.AGAIN)
    after = replace(plan, phase=target, moved=moved)
    step = step_of(after, at.t_s, idle_s=at.idle_s)
    return Turn(after, step, events, no_way_back=move is Move.WORSE)


def stay(plan: Relief, at: Moment, *events: Event) -> Turn:
    """Stay in the phase, with the time that is left; what is written on it may have changed."""
    return Turn(plan, step_of(plan, at.t_s), events, keeps_time=True)


def towards_hold(
    plan: Relief, move: Move, at: Moment, *events: Event, **changes: Any
) -> Turn | None:
    """Make ``move`` towards a hold, or stop if no hold is left or it would end too late."""
    ahead = step_of(replace(plan, phase=RELIEF[plan.phase][move]), at.t_s)
    if plan.forbidden or plan.fits(ahead, at.t_s):
        return to(plan, move, at, *events, **changes)
    return limit(plan, at, *events)


def limit(plan: Relief, at: Moment, *events: Event) -> Turn | None:
    """No more holds: training is over, whatever the cause."""
    if plan.phase is Phase.CHECK and not plan.heard:
        return to(plan, Move.NOBODY, at)
    lists = () if plan.screened else ("screen",)
    return to(plan, Move.LIMIT, at, *events, spent=True, lists=lists)
