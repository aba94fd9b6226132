"""From the end of the rest to the plan: every list first, then the green light, then a choice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relief_tui.coach.event import Answered, Event
from relief_tui.coach.plan import Moment, Turn
from relief_tui.coach.relief.advice import (
    RECOVERY,
    SWAP,
    TWITCH,
    advised,
    choices,
    others,
    rule_of,
    wants_green,
)
from relief_tui.coach.relief.moving import stay, to
from relief_tui.coach.step import FUZZ_S, Phase
from relief_tui.coach.training import NOT_TODAY
from relief_tui.coach.transitions import Move

if TYPE_CHECKING:
    from relief_tui.coach.relief.plan import Relief

_RETESTS = 1
"""How often the green light may be tried again."""


def rested(plan: Relief, at: Moment) -> Turn | None:
    """The rest is over: a list that is open stays, nothing starts before it was answered.

    A list that only opens now has its whole time: nobody had a key to press in the rest.
    """
    if plan.lists:
        return to(plan, Move.LISTED, at)
    if wants_green(plan):
        return to(plan, Move.LISTED, replace(at, idle_s=0.0), lists=("green",))
    return to(plan, Move.ANSWERED, at)


def waited(plan: Relief, at: Moment) -> Turn | None:
    """Nobody answered for a while: five minutes after the last key the run ends."""
    silent = at.idle_s >= plan.script.limits.silence_s - FUZZ_S
    return to(plan, Move.TIME_UP if silent else Move.LISTED, at)


def all_answered(plan: Relief, at: Moment, *events: Event) -> Turn | None:
    """The lists were answered after the rest: more rest if the band wants it, or the next list."""
    if not wants_green(plan):
        return to(plan, Move.ANSWERED, at, *events)
    rested_s = at.t_s - (plan.rest_since_s or 0.0)
    if rested_s < rule_of(plan).rest_s - FUZZ_S:
        return to(plan, Move.MORE_REST, at, *events)
    return stay(replace(plan, lists=("green",)), at, *events)


def green(plan: Relief, number: int, at: Moment) -> Turn | None:
    """``0``: all four are fine. One retest after two minutes, then it is enough for today."""
    said = Answered("green", number)
    after = replace(plan, lists=())
    if not number:
        return to(after, Move.GREEN, at, said, lists=("plan",))
    after = replace(after, not_right=plan.not_right + 1)
    move = Move.RETEST if after.not_right <= _RETESTS else Move.NOT_RIGHT
    return to(after, move, at, said)


def choose(plan: Relief, number: int, at: Moment) -> Turn | None:
    """A number on the plan."""
    choice = choices(plan)[number - 1] if number else NOT_TODAY
    said = Answered("plan", choice)
    if choice == SWAP:
        return stay(replace(plan, lists=("swap",)), at, said)
    if choice == TWITCH:
        twitched = replace(plan, twitched=True)
        return stay(twitched, at, said, *advised(twitched))
    return _chosen(plan, choice, at, said)


def swap(plan: Relief, number: int, at: Moment) -> Turn | None:
    """A number on the list of other exercises; ``0`` goes back to the plan."""
    if not number:
        return stay(replace(plan, lists=("plan",)), at, Answered("swap", "back"))
    way = others(plan)[number - 1].id
    return _chosen(plan, way, at, Answered("swap", way))


def recover(plan: Relief, at: Moment) -> Turn | None:
    """The key for active recovery: the same as its line on the plan."""
    if plan.phase is not Phase.PLAN:
        return None
    return _chosen(plan, RECOVERY, at, Answered("plan", RECOVERY))


def _chosen(plan: Relief, choice: str, at: Moment, said: Answered) -> Turn | None:
    return to(plan, Move.CHOSEN, at, said, lists=(), chosen=choice)
