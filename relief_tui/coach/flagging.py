"""A red flag that is named while something other than a relief runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol, TypeVar, cast

from relief_tui.coach.event import Event
from relief_tui.coach.plan import Ending, Plan, Turn
from relief_tui.coach.safety import ENDS_A_RUN, Safety, named


class Ends(Plan, Protocol):
    """A plan that ends, and knows of red flags."""

    @property
    def safety(self) -> Safety:
        """All that is known of red flags."""

    @property
    def ending(self) -> Ending | None:
        """How it ended, once it has."""


EndsT = TypeVar("EndsT", bound=Ends)

REST_THE_LEG = "REST THE LEG"
"""What to do first, to be read from the floor."""


def flagged(
    plan: EndsT, cards: tuple[str, ...], stop: Callable[[tuple[str, ...]], Turn | None]
) -> Turn | None:
    """What follows: cards of tier 1 and 2 end the run by ``stop``, which is given all of them;
    the others are only written down. After the end they change what it says."""
    flags = named(plan.safety, cards, None)
    if all(flag.tier > ENDS_A_RUN for flag in flags):
        step = None if plan.ending else plan.step(0.0)
        return Turn(plan, step, flags, keeps_time=True) if flags else None
    cards = tuple(flag.card for flag in flags)
    events: tuple[Event, ...] = flags
    ended = plan
    if plan.ending is None:
        turn = stop(cards)
        if turn is None:
            return None
        ended, events = cast("EndsT", turn.plan), (*flags, *turn.events)
    assert ended.ending is not None
    shown = tuple(dict.fromkeys((*cards, *ended.ending.cards)))
    ending = rested(ended.ending, plan.safety, shown)
    return Turn(replace(ended, ending=ending), None, events)  # type: ignore[type-var]


def rested(ending: Ending, safety: Safety, cards: tuple[str, ...]) -> Ending:
    """An ending after cards of tier 1 or 2: rest, and what was done. Whatever else it said to do
    was for a leg that is well."""
    return replace(ending, lines=(*safety.end, *ending.told), cards=cards, first=REST_THE_LEG)
