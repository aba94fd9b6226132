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

_LEADS_TO_A_HOLD = frozenset({Phase.POSITION, Phase.EASE_IN})


def to(plan: Relief, move: Move, at: Moment, *events: Event, **changes: Any) -> Turn | None:
    """Make ``move``; None if the table does not know it here.

    An open red flag for this leg turns any way into a hold into the way to its card.
    """
    target = RELIEF[plan.phase].get(move)
    if target is None:
        return None
    plan = replace(plan, **changes)
    if target in _LEADS_TO_A_HOLD and plan.forbidden:
        move, target = Move.OPEN_FLAG, RELIEF[plan.phase][Move.OPEN_FLAG]
        plan = replace(plan, cards=plan.forbidden)
    if target is Phase.OVER:
        return conclude(plan, move, events)
    after = replace(plan, phase=target)
    return Turn(after, step_of(after, at.t_s, idle_s=at.idle_s), events)


def stay(plan: Relief, at: Moment, *events: Event) -> Turn:
    """Stay in the phase, with the time that is left; what is written on it may have changed."""
    return Turn(plan, step_of(plan, at.t_s, idle_s=at.idle_s), events, keeps_time=True)


def hold_or_limit(plan: Relief, move: Move, at: Moment, *events: Event) -> Turn | None:
    """Make ``move`` towards one more hold, or stop if no hold is left or it would end too late."""
    target = RELIEF[plan.phase][move]
    if not plan.fits(step_of(replace(plan, phase=target), at.t_s), at.t_s):
        return limit(plan, at, *events)
    return to(plan, move, at, *events, moved=target is Phase.POSITION)


def limit(plan: Relief, at: Moment, *events: Event) -> Turn | None:
    """No more holds: training is over, whatever the cause."""
    if not plan.heard and Move.NOBODY in RELIEF[plan.phase]:
        return to(plan, Move.NOBODY, at, *events)
    lists = () if plan.screened else ("screen",)
    return to(plan, Move.LIMIT, at, *events, spent=True, lists=lists)
