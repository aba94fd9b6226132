"""The lists, the pain scale and the red flags: numbers answer them, silence never does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from relief_tui.coach.event import Answered, Event
from relief_tui.coach.plan import Moment, Turn
from relief_tui.coach.relief import after
from relief_tui.coach.relief.advice import advised, rule_of
from relief_tui.coach.relief.ending import flagged_after
from relief_tui.coach.relief.moving import stay, to, towards_hold
from relief_tui.coach.relief.steps import question_of
from relief_tui.coach.safety import ENDS_A_RUN, named
from relief_tui.coach.step import Phase, Side
from relief_tui.coach.transitions import Move

if TYPE_CHECKING:
    from relief_tui.coach.relief.plan import Relief

_NONE: dict[str, dict[str, Any]] = {
    "tear": {"no_tear": True},
    "screen": {"screened": True},
    "multi": {"screened": True, "both_calves": True},
}
"""What a list answered with *none of these* tells."""

_AFTER_THE_REST = {"green": after.green, "plan": after.choose, "swap": after.swap}


def number(plan: Relief, number: int, at: Moment, *, click: bool) -> Turn | None:
    """A number for the question that is open."""
    question = question_of(plan)
    if question is None or not question.accepts(number):
        return None
    plan, name = replace(plan, heard=True), question.name
    if name == "pain":
        return _pain_key(plan, number, at, click=click)
    if name in _AFTER_THE_REST:
        return _AFTER_THE_REST[name](plan, number, at)
    said = Answered(name, number)
    if number:
        return _yes(plan, name, number, at, said)
    return _answered(replace(plan, lists=plan.lists[1:], **_NONE[name]), at, said)


def alarm(plan: Relief, at: Moment) -> Turn | None:
    """A typed ``1`` stayed alone; or the cramp has lasted ten minutes."""
    if plan.typed_s is not None:
        return _pain(plan, 1, at)
    return ten_minutes(plan, at)


def ten_minutes(plan: Relief, at: Moment, *events: Event) -> Turn | None:
    """The cramp has lasted ten minutes, or nobody ever said that it has."""
    if not plan.heard:
        return to(plan, Move.NOBODY, at, *events)
    return red_flag(plan, plan.script.safety.ten_minutes, at, *events, move=Move.TEN_MINUTES)


def red_flag(
    plan: Relief, cards: tuple[str, ...], at: Moment, *events: Event, move: Move = Move.HELP
) -> Turn | None:
    """Cards of tier 1 and 2 end the run; the others are kept, and the run goes on."""
    if not cards:
        return None
    flagged = named(plan.script.safety, cards, plan.side)
    if plan.ending is not None:
        return flagged_after(plan, plan.ending, flagged)
    if all(flag.tier > ENDS_A_RUN for flag in flagged):
        return stay(plan, at, *events, *flagged)
    return to(plan, move, at, *events, *flagged, cards=tuple(flag.card for flag in flagged))


def cleared(plan: Relief, card: str, side: Side | None, at: Moment) -> Turn:
    """A flag was cleared: from here on it forbids nothing."""
    flags = tuple(flag for flag in plan.flags if (flag.card, flag.side) != (card, side))
    return stay(replace(plan, flags=flags), at)


def _yes(plan: Relief, name: str, number: int, at: Moment, said: Answered) -> Turn | None:
    safety = plan.script.safety
    rest = plan.lists[1:]
    if name == "screen" and not safety.screen[number - 1]:
        return _answered(replace(plan, lists=("multi", *rest)), at, said)
    cards = {"tear": safety.tear, "multi": safety.multi}.get(name) or safety.screen[number - 1]
    return red_flag(replace(plan, lists=rest), cards, at, said)


def _pain_key(plan: Relief, number: int, at: Moment, *, click: bool) -> Turn | None:
    """A ``1`` waits for a ``0`` that would make it ten; a click says what it means."""
    if plan.typed_s is not None and number == 0 and not click:
        return _pain(plan, 10, at)
    if number == 1 and not click:
        return stay(replace(plan, typed_s=at.t_s), at)
    return _pain(plan, number, at)


def _pain(plan: Relief, pain: int, at: Moment) -> Turn | None:
    known = replace(plan, pain=pain, typed_s=None, lists=plan.lists[1:])
    said = Answered("pain", pain)
    if pain >= plan.script.limits.severe_pain:
        return red_flag(known, plan.script.safety.severe_pain, at, said)
    turn = _answered(known, at, said, *advised(known))
    if turn is None or plan.phase is not Phase.REST:
        return turn
    return replace(turn, longer_s=rule_of(known).rest_s - rule_of(plan).rest_s)


def _answered(plan: Relief, at: Moment, *events: Event) -> Turn | None:
    """The next list, or what waited for the last one."""
    if not plan.lists and plan.phase in (Phase.RELEASE, Phase.ASIDE):
        return _after_worse(plan, at, *events)
    if not plan.lists and plan.phase is Phase.WAITING:
        return after.all_answered(plan, at, *events)
    return stay(plan, at, *events)


def _after_worse(plan: Relief, at: Moment, *events: Event) -> Turn | None:
    """Nothing tore: a short hold at half the pull; never back to a sharper rung."""
    gentle = plan.script.worse
    places = [rung.position for rung in plan.script.ladder]
    floor = places.index(gentle.position) if gentle.position in places else plan.index
    eased = replace(
        plan,
        index=max(plan.index, floor),
        rung=gentle,
        position=gentle.position,
        length_s=gentle.seconds,
        eased=False,
    )
    return towards_hold(eased, Move.CLEAR, at, *events)
