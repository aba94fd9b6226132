"""Which leg and which position: the person knows best."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relief_tui.coach.event import Answered
from relief_tui.coach.plan import Moment, Turn
from relief_tui.coach.relief.ladder import heard
from relief_tui.coach.relief.moving import stay, to, towards_hold
from relief_tui.coach.relief.steps import step_of
from relief_tui.coach.step import Phase, Side
from relief_tui.coach.transitions import RELIEF, Move

if TYPE_CHECKING:
    from relief_tui.coach.relief.plan import Relief

_NEXT_SIDE = {None: Side.LEFT, Side.LEFT: Side.RIGHT, Side.RIGHT: Side.BOTH, Side.BOTH: Side.LEFT}


def other_side(plan: Relief, at: Moment) -> Turn | None:
    """The other leg. In a ramp or a hold the new leg starts from the ramp: its full time."""
    side = _NEXT_SIDE[plan.side]
    said = Answered("side", side.value)
    after = replace(plan, side=side, heard=True)
    if Move.MOVED in RELIEF[plan.phase] and after.forbidden:
        return to(after, Move.OPEN_FLAG, at, said, cards=after.forbidden)
    if plan.phase in (Phase.EASE_IN, Phase.HOLD):
        return towards_hold(after, Move.AGAIN, at, said)
    return stay(after, at, said)


def other_position(plan: Relief, at: Moment) -> Turn | None:
    """The next position that is open to this leg now; the round starts again with it."""
    if Move.MOVED not in RELIEF[plan.phase]:
        return None
    ways = [
        way.id
        for way in plan.script.positions.values()
        if plan.eased or not way.after_easing or way.id == plan.position
    ]
    after = replace(plan, position=ways[(ways.index(plan.position) + 1) % len(ways)])
    if plan.phase is Phase.CHECK:
        return towards_hold(heard(after), Move.MOVED, at, Answered("check", "still"))
    there = step_of(replace(after, phase=Phase.POSITION), at.t_s)
    return to(after, Move.MOVED, at) if after.fits(there, at.t_s) else None
