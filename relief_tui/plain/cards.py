"""Red-flag cards in lines, one at a time: what to do, what not, and the way to clear a flag."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from relief_tui.coach.redflags import CLEARED, GET_HELP, SURE, Deck
from relief_tui.coach.safety import Card, OpenFlag

Say = Callable[[str], None]


class Cards:
    """Some cards, the most urgent first, and the one that is shown.

    ``open_flags`` tells which flags of a card are open now; ``clear`` clears one.
    """

    def __init__(
        self,
        deck: Deck,
        *,
        say: Say,
        open_flags: Callable[[Card], Sequence[OpenFlag]],
        clear: Callable[[OpenFlag], None],
    ) -> None:
        self._deck = deck
        self._say = say
        self._open_flags = open_flags
        self._clear = clear
        self._sure = False
        self._seen: set[str] = set()

    def show(self) -> None:
        """Tell the card and the keys that do something on it."""
        card = self._deck.card
        self._tell(self._deck)
        if self._deck.reorder is not None:
            self._say(f"{self._deck.reorder.words} 1 yes · 0 no")
        self._say(" · ".join(self._keys(card)))

    def tell_rest(self) -> None:
        """Tell the cards that have not been told: nobody will turn to them."""
        for at in range(len(self._deck.cards)):
            lying = replace(self._deck, at=at)
            if lying.card.id not in self._seen:
                self._tell(lying)

    def press(self, key: str) -> bool:
        """Take a key; True if it closes the cards."""
        if key != "k":
            self._sure = False
        match key:
            case "n" | "p":
                self._deck = self._deck.turned(1 if key == "n" else -1)
                self.show()
            case "1" | "0":
                self._order(yes=key == "1")
            case "k":
                self._check()
        return key in ("space", "enter", "escape")

    def _tell(self, lying: Deck) -> None:
        card = lying.card
        self._seen.add(card.id)
        self._say(GET_HELP)
        self._say(lying.call)
        self._say(lying.title)
        self._say(f"DO: {card.do}")
        if card.do_not:
            self._say(f"DO NOT: {card.do_not}")
        self._say(card.signs)

    def _keys(self, card: Card) -> Iterator[str]:
        yield "SPACE back"
        if len(self._deck.cards) > 1:
            yield "n next card"
        if self._open_flags(card):
            yield "k checked by a clinician"

    def _order(self, *, yes: bool) -> None:
        """The answer changes only which card comes first."""
        if self._deck.reorder is not None:
            self._deck = self._deck.ordered(yes=yes)
            self.show()

    def _check(self) -> None:
        """Checked by a clinician: the second press in a row clears the flag."""
        flags = self._open_flags(self._deck.card)
        if not flags:
            return
        self._sure = not self._sure
        if self._sure:
            self._say(SURE)
            return
        for flag in flags:
            self._clear(flag)
        self._say(CLEARED)
