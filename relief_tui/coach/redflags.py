"""What a person meets behind ``!``: the lines of the picker, and a deck of cards to turn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from relief_tui.coach.safety import (
    NO_ROLLING,
    Card,
    OpenFlag,
    PickerLine,
    Reorder,
    Safety,
    concerns,
)
from relief_tui.coach.step import Side, side_word
from relief_tui.coach.value import dataclass

TITLE = "RED FLAGS"
ASK = "Any of these? Not sure counts as yes."
NONE = "none of these: go back"
GET_HELP = "GET HELP"
CALLS = {
    1: "Call your local emergency number now.",
    2: "Get medical help today.",
    3: "Book a clinician in the next days.",
    4: "Stop for today. Look after it.",
}
"""What to do first, by the tier of the card."""
CLEARED = "Cleared: a clinician has checked this."
SURE = "Press k again: a clinician has checked this."
_MOST_LINES = 9
"""One key names one line."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the picker and the cards it leads to, the most urgent first.

    ``news``: picking it says that something is wrong; otherwise it only shows what is known.
    ``flag``: the open flag that the line stands for, the only one that its card may clear.
    """

    words: str
    cards: tuple[str, ...]
    reorder: Reorder | None = None
    news: bool = True
    flag: OpenFlag | None = None


def flag_words(card: Card, flag: OpenFlag) -> str:
    """What an open flag is about, and the leg: ``Calf muscle tear, left``. Where the card is about
    the calf, a leg that was not named is said to be so."""
    if flag.side:
        return f"{card.condition}, {side_word(flag.side).lower()}"
    return f"{card.condition}, leg not named" if card.id in NO_ROLLING else card.condition


def choices(safety: Safety, flags: Iterable[OpenFlag] = ()) -> tuple[Choice, ...]:
    """The lines of the picker, then the open flags; nine in all at most."""
    lines = [_line(safety, line) for line in safety.picker]
    lines += [_open(safety, flag) for flag in flags if flag.card in safety.cards]
    return tuple(lines[:_MOST_LINES])


def _line(safety: Safety, line: PickerLine) -> Choice:
    every = not line.cards or set(line.cards) == set(safety.cards)
    cards = safety.by_tier(safety.cards if every else line.cards)
    return Choice(line.words, tuple(card.id for card in cards), line.reorder, news=not every)


def _open(safety: Safety, flag: OpenFlag) -> Choice:
    words = f"Open: {flag_words(safety.cards[flag.card], flag)}"
    return Choice(words, (flag.card,), news=False, flag=flag)


def clearable(
    flags: Iterable[OpenFlag], ids: Iterable[str], leg: Side | None
) -> tuple[OpenFlag, ...]:
    """The open flags of these cards that touch ``leg``: those a clinician may have checked."""
    cards = set(ids)
    return tuple(flag for flag in flags if flag.card in cards and concerns(flag.side, leg))


@dataclass(frozen=True, slots=True)
class Deck:
    """Some cards, the one that lies on top, and the question that may still order them.

    ``browsed``: they are all there are, and none of them was named.
    """

    cards: tuple[Card, ...]
    reorder: Reorder | None = None
    at: int = 0
    browsed: bool = False

    @property
    def card(self) -> Card:
        """The card on top."""
        return self.cards[self.at]

    @property
    def call(self) -> str:
        """What to do first."""
        call = CALLS[self.card.tier]
        return f"If it is this: {call[0].lower()}{call[1:]}" if self.browsed else call

    @property
    def title(self) -> str:
        """What the card on top makes one think of, and which card of how many it is."""
        many = len(self.cards)
        count = f"   card {self.at + 1} of {many}" if many > 1 else ""
        return f"Think of: {self.card.condition}{count}"

    def turned(self, by: int) -> Deck:
        """The deck with another card on top."""
        return replace(self, at=(self.at + by) % len(self.cards))

    def ordered(self, *, yes: bool) -> Deck:
        """The deck after its question was answered: only the order changes, and no card goes."""
        if self.reorder is None:
            return self
        order = self.reorder.yes if yes else self.reorder.no
        place = {id: n for n, id in enumerate(order)}
        cards = sorted(self.cards, key=lambda card: place.get(card.id, len(place)))
        return Deck(tuple(cards))


def deck(safety: Safety, ids: Iterable[str], reorder: Reorder | None = None) -> Deck:
    """The cards named by ``ids``. A question that belongs to just these cards comes with them."""
    named = tuple(ids)
    if reorder is None:
        asks = (line.reorder for line in safety.picker if set(line.cards) == set(named))
        reorder = next(asks, None)
    for usual, first in safety.first:
        if named[0] == usual and first in named:
            named = (first, *(id for id in named if id != first))
    cards = tuple(safety.cards[id] for id in named)
    return Deck(cards, reorder, browsed=len(cards) == len(safety.cards))
