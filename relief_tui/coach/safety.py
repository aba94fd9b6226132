"""Red flags: the cards, which answer leads to which, and what an open one forbids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from relief_tui.coach.event import Flagged
from relief_tui.coach.step import Side
from relief_tui.coach.value import dataclass

NO_STRETCH = frozenset({"RF01", "RF02", "RF03", "RF04", "RF05"})
"""Cards that forbid stretching, rolling and training of that leg while they are open."""
NO_ROLLING = NO_STRETCH | {"RF06", "RF11", "RF12", "RF14", "RF17", "RF19", "RF23"}
"""Cards about the calf itself: while one is open nothing is rolled or stretched. That the list
goes beyond clots, tears and infection (S52, S53) is a rule of thumb."""
CLOSED_S = 12 * 60 * 60.0
"""How long a card of the first tier closes training."""
ENDS_A_RUN = 2
"""A card of this tier or a higher one (a smaller number) ends the run."""


@dataclass(frozen=True, slots=True)
class Card:
    """One red flag. ``tier``: 1 emergency now, 2 same day, 3 book, 4 self-care."""

    id: str
    tier: int
    condition: str
    signs: str
    do: str
    do_not: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reorder:
    """A question on a card already shown; its answer only changes the order of the cards."""

    words: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PickerLine:
    """One line of the ``!`` picker and the cards it leads to, most urgent first."""

    words: str
    cards: tuple[str, ...]
    reorder: Reorder | None = None


@dataclass(frozen=True, slots=True)
class Safety:
    """All that is known of red flags.

    ``screen``: for each line of the red-flag list the cards a *yes* opens; an empty tuple means
    that the list ``multi`` decides. ``end``: the last lines of a run that a card ended. ``first``:
    pairs of cards; in a deck that begins with the first of a pair, the second lies on top of it for
    this person.
    """

    cards: Mapping[str, Card]
    picker: tuple[PickerLine, ...]
    screen: tuple[tuple[str, ...], ...]
    tear: tuple[str, ...]
    multi: tuple[str, ...]
    worse_twice: tuple[str, ...]
    ten_minutes: tuple[str, ...]
    severe_pain: tuple[str, ...]
    end: tuple[str, ...]
    first: tuple[tuple[str, str], ...] = ()

    def by_tier(self, ids: Iterable[str]) -> tuple[Card, ...]:
        """The cards named by ``ids``, the highest tier first, otherwise in the order given."""
        return tuple(sorted((self.cards[id] for id in ids), key=lambda card: card.tier))


@dataclass(frozen=True, slots=True)
class OpenFlag:
    """A card that was opened and not cleared; ``at`` is ISO 8601."""

    card: str
    tier: int
    side: Side | None
    at: str


def named(safety: Safety, cards: Iterable[str], side: Side | None) -> tuple[Flagged, ...]:
    """The flags that somebody raised by naming these cards, the highest tier first."""
    return tuple(Flagged(card.id, card.tier, side) for card in safety.by_tier(cards))


def concerns(flag: Side | None, leg: Side | None) -> bool:
    """True if a flag for ``flag`` touches ``leg``; an unknown leg, or both, may be either."""
    either = (None, Side.BOTH)
    return flag in either or leg in either or flag == leg


def closing(flags: Iterable[tuple[OpenFlag, float]]) -> tuple[str, ...]:
    """The ids of the open cards that close all training, whatever the leg, the highest tier first.

    Each flag comes with the seconds since it was opened. Those close it that forbid a stretch, and
    for twelve hours every one of the first tier.
    """
    found = [
        flag
        for flag, ago_s in flags
        if flag.card in NO_STRETCH or (flag.tier == 1 and ago_s < CLOSED_S)
    ]
    return tuple(dict.fromkeys(flag.card for flag in sorted(found, key=lambda flag: flag.tier)))


def forbidding(flags: Iterable[OpenFlag], leg: Side | None) -> tuple[str, ...]:
    """The ids of the open cards that forbid a stretch of ``leg``, the highest tier first."""
    found = [f for f in flags if f.card in NO_STRETCH and concerns(f.side, leg)]
    return tuple(dict.fromkeys(f.card for f in sorted(found, key=lambda f: f.tier)))
