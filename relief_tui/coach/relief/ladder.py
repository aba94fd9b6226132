"""The ladder itself: what time and the answers to *How is it?* lead to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from relief_tui.coach.event import Answered, Event, HoldDone
from relief_tui.coach.plan import Moment, Turn
from relief_tui.coach.relief.lists import red_flag
from relief_tui.coach.relief.moving import hold_or_limit, limit, to
from relief_tui.coach.step import FUZZ_S, Phase
from relief_tui.coach.transitions import RELIEF, Move

if TYPE_CHECKING:
    from relief_tui.coach.relief.plan import Relief

_CHECKS = (Phase.CHECK, Phase.RECHECK)


def time_up(plan: Relief, at: Moment) -> Turn | None:
    """The phase has run its time and nobody pressed a key."""
    match plan.phase:
        case Phase.CHECK:
            return hold_or_limit(replace(plan, silent=plan.silent + 1), Move.AGAIN, at)
        case Phase.HOLD:
            return to(plan, Move.TIME_UP, at, _held(plan, at), done=plan.done + 1)
        case Phase.EASE_IN if plan.first_hold_s is None:
            return to(plan, Move.TIME_UP, at, first_hold_s=at.t_s)
        case Phase.TOES_UP:
            return to(plan, Move.TIME_UP, at, lists=("screen", "pain"))
        case Phase.REST:
            return to(plan, Move.LISTED if plan.lists else Move.ANSWERED, at)
        case Phase.WAITING if at.idle_s < plan.script.limits.silence_s - FUZZ_S:
            return to(plan, Move.LISTED, at)
    return to(plan, Move.TIME_UP, at)


def next_step(plan: Relief, at: Moment) -> Turn | None:
    """The person skips the rest of this step. A question is never skipped that way."""
    if plan.phase in _CHECKS:
        return still(plan, at)
    if plan.phase in (Phase.ASIDE, Phase.WAITING):
        return None
    return time_up(plan, at)


def answered(plan: Relief, answer: str, at: Moment) -> Turn | None:
    """``gone``, ``easing`` or ``same``."""
    if answer == "gone":
        return gone(plan, at)
    if plan.phase not in _CHECKS:
        return None
    if plan.phase is Phase.CHECK and answer == "same":
        return _next_rung(_heard(plan), at, Answered("check", answer))
    longer = plan.length(plan.script.ladder[-1].seconds)
    return _once_more(plan, answer, at, length_s=longer, eased=answer == "easing")


def still(plan: Relief, at: Moment) -> Turn | None:
    """Still there: the same mild hold once more."""
    return _once_more(plan, "still", at) if plan.phase in _CHECKS else None


def gone(plan: Relief, at: Moment) -> Turn | None:
    """It let go."""
    holding = plan.phase is Phase.HOLD
    return to(
        plan,
        Move.GONE,
        at,
        *((_held(plan, at),) if holding else ()),
        Answered("check", "gone"),
        done=plan.done + holding,
        checks=plan.checks + (plan.phase in _CHECKS),
        heard=True,
        gone_s=at.t_s,
        lists=(),
    )


def worse(plan: Relief, at: Moment) -> Turn | None:
    """Let go at once, then ask for a tear; the second time the card comes at once."""
    if Move.WORSE not in RELIEF[plan.phase]:
        return None
    said = Answered("check", "worse")
    after = replace(plan, worse=plan.worse + 1, heard=True, silent=0)
    if after.worse > 1:
        return red_flag(after, plan.script.safety.worse_twice, at, said)
    return to(after, Move.WORSE, at, said, lists=("tear", "screen"), screened=False)


def returned(plan: Relief, at: Moment) -> Turn | None:
    """Back after an absence: a hold starts again from its ramp, anything else just goes on."""
    if plan.phase not in (Phase.EASE_IN, Phase.HOLD):
        return None
    return hold_or_limit(plan, Move.AGAIN, at)


def _heard(plan: Relief, **changes: Any) -> Relief:
    return replace(plan, checks=plan.checks + 1, heard=True, silent=0, **changes)


def _held(plan: Relief, at: Moment) -> HoldDone:
    return HoldDone(plan.rung.id if plan.rung else "", round(at.spent_s, 3))


def _once_more(plan: Relief, answer: str, at: Moment, **changes: Any) -> Turn | None:
    said = Answered("check", answer)
    if plan.phase is Phase.RECHECK:
        return to(_heard(plan), Move.TIME_UP, at, said)
    return hold_or_limit(_heard(plan, **changes), Move.AGAIN, at, said)


def _next_rung(plan: Relief, at: Moment, *events: Event) -> Turn | None:
    index = plan.index + 1
    if index >= len(plan.script.ladder):
        return limit(plan, at, *events)
    rung = plan.script.ladder[index]
    move = Move.AGAIN if rung.position == plan.position else Move.MOVED
    higher = replace(
        plan,
        index=index,
        rung=rung,
        position=rung.position,
        length_s=plan.length(rung.seconds),
        eased=False,
    )
    return hold_or_limit(higher, move, at, *events)
