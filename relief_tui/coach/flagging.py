"""A red flag that is named while something other than a relief runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol, TypeVar

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


def flagged(
    plan: EndsT, cards: tuple[str, ...], stop: Callable[[tuple[str, ...]], Turn | None]
) -> Turn | None:
    """What follows: cards of tier 1 and 2 end the run by ``stop``, which is given all of them;
    the others are only written down. After the end they are kept all the same."""
    flags = named(plan.safety, cards, None)
    if all(flag.tier > ENDS_A_RUN for flag in flags):
        step = None if plan.ending else plan.step(0.0)
        return Turn(plan, step, flags, keeps_time=True) if flags else None
    shown = tuple(flag.card for flag in flags)
    if plan.ending is not None:
        ending = replace(plan.ending, cards=(*shown, *plan.ending.cards))
        return Turn(replace(plan, ending=ending), None, flags)  # type: ignore[type-var]
    turn = stop(shown)
    return turn and replace(turn, events=(*flags, *turn.events))
