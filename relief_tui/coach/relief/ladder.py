"""The ladder itself: what time and the answers to *How is it?* lead to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from relief_tui.coach.event import Answered, Event, HoldDone
from relief_tui.coach.plan import Moment, Turn
from relief_tui.coach.relief.after import rested, waited
from relief_tui.coach.relief.lists import red_flag, ten_minutes
from relief_tui.coach.relief.moving import limit, to, towards_hold
from relief_tui.coach.step import FUZZ_S, Phase
from relief_tui.coach.transitions import RELIEF, Move

if TYPE_CHECKING:
    from relief_tui.coach.relief.plan import Relief

_CHECKS = (Phase.CHECK, Phase.RECHECK)


def time_up(plan: Relief, at: Moment) -> Turn | None:
    """The phase has run its time and nobody pressed a key."""
    match plan.phase:
        case Phase.CHECK:
            return towards_hold(replace(plan, silent=plan.silent + 1), Move.AGAIN, at)
        case Phase.EASE_OUT | Phase.POSITION:
            return towards_hold(plan, Move.TIME_UP, at)
        case Phase.EASE_IN:
            first = at.t_s if plan.first_hold_s is None else plan.first_hold_s
            return towards_hold(plan, Move.TIME_UP, at, first_hold_s=first)
        case Phase.HOLD:
            return to(plan, Move.TIME_UP, at, _held(plan, at), done=plan.done + 1)
        case Phase.RECHECK if _is_late(plan, at):
            return ten_minutes(plan, at)
        case Phase.TOES_UP:
            return to(plan, Move.TIME_UP, at, lists=("screen", "pain"), rest_since_s=at.t_s)
        case Phase.REST:
            return rested(plan, at)
        case Phase.WAITING | Phase.PLAN:
            return waited(plan, at)
    return to(plan, Move.TIME_UP, at)


def next_step(plan: Relief, at: Moment) -> Turn | None:
    """The person skips the rest of this step. A question is never skipped that way."""
    if plan.phase in _CHECKS:
        return still(plan, at)
    if plan.phase in (Phase.ASIDE, Phase.WAITING, Phase.PLAN):
        return None
    return time_up(plan, at)


def answered(plan: Relief, answer: str, at: Moment) -> Turn | None:
    """``gone``, ``easing`` or ``same``; ``worse`` too, for a face that says it in a word."""
    if answer in ("gone", "worse"):
        return gone(plan, at) if answer == "gone" else worse(plan, at)
    if plan.phase not in _CHECKS or answer not in ("easing", "same"):
        return None
    if plan.phase is Phase.CHECK and answer == "same":
        return _next_rung(heard(plan), at, Answered("check", answer))
    longer = plan.length(plan.script.ladder[-1].seconds)
    return _once_more(plan, answer, at, length_s=longer, eased=True)


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
    )


def worse(plan: Relief, at: Moment) -> Turn | None:
    """Let go at once, then ask for a tear; the second time the card comes at once."""
    if Move.WORSE not in RELIEF[plan.phase]:
        return None
    said = Answered("check", "worse")
    after = replace(plan, worse=plan.worse + 1, heard=True, silent=0, gone_s=None)
    if after.worse > 1:
        return red_flag(after, plan.script.safety.worse_twice, at, said)
    return to(after, Move.WORSE, at, said, lists=("tear", "screen"))


def returned(plan: Relief, at: Moment) -> Turn | None:
    """Back after an absence: a hold starts again from its ramp, anything else just goes on."""
    if plan.phase not in (Phase.EASE_IN, Phase.HOLD):
        return None
    return towards_hold(plan, Move.AGAIN, at)


def _is_late(plan: Relief, at: Moment) -> bool:
    return at.t_s >= plan.script.limits.ten_minutes_s - FUZZ_S


def heard(plan: Relief, **changes: Any) -> Relief:
    """The plan after somebody answered a check, be it by going on."""
    return replace(plan, checks=plan.checks + 1, heard=True, silent=0, **changes)


def _held(plan: Relief, at: Moment) -> HoldDone:
    return HoldDone(plan.rung.id if plan.rung else "", round(at.spent_s, 3))


def _once_more(plan: Relief, answer: str, at: Moment, **changes: Any) -> Turn | None:
    said = Answered("check", answer)
    if plan.phase is Phase.CHECK:
        return towards_hold(heard(plan, **changes), Move.AGAIN, at, said)
    if _is_late(plan, at):
        return ten_minutes(heard(plan), at, said)
    return to(heard(plan), Move.TIME_UP, at, said)


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
    return towards_hold(higher, move, at, *events)
