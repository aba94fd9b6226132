"""Red-flag cards in lines, one at a time: what to do, what not, and the way to clear a flag."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from relief_tui.coach.safety import Card, OpenFlag, Reorder
from relief_tui.coach.step import side_word

CALLS = {
    1: "Call your local emergency number now.",
    2: "Get medical help today.",
    3: "Book a clinician in the next days.",
    4: "Stop for today. Look after it.",
}
SURE = "Press k again: a clinician has checked this."
CLEARED = "Cleared: a clinician has checked this."

Say = Callable[[str], None]


def leg_words(flag: OpenFlag) -> str:
    """``left``, ``right`` or ``both``; a leg that was not named is said to be so."""
    return side_word(flag.side).lower() if flag.side else "leg not named"


class Cards:
    """Some cards, the most urgent first, and the one that is shown.

    ``open_flags`` tells which flags of a card are open now; ``clear`` clears one.
    """

    def __init__(
        self,
        cards: Sequence[Card],
        reorder: Reorder | None,
        *,
        say: Say,
        open_flags: Callable[[Card], Sequence[OpenFlag]],
        clear: Callable[[OpenFlag], None],
    ) -> None:
        self._cards = list(cards)
        self._reorder = reorder
        self._say = say
        self._open_flags = open_flags
        self._clear = clear
        self._at = 0
        self._sure = False
        self._seen: set[str] = set()

    def show(self) -> None:
        """Tell the card and the keys that do something on it."""
        card = self._cards[self._at]
        self._tell(self._at, card)
        if self._reorder is not None:
            self._say(f"{self._reorder.words} 1 yes · 0 no")
        self._say(" · ".join(self._keys(card)))

    def tell_rest(self) -> None:
        """Tell the cards that have not been told: nobody will turn to them."""
        for at, card in enumerate(self._cards):
            if card.id not in self._seen:
                self._tell(at, card)

    def press(self, key: str) -> bool:
        """Take a key; True if it closes the cards."""
        if key != "k":
            self._sure = False
        match key:
            case "n" | "p":
                self._at = (self._at + (1 if key == "n" else -1)) % len(self._cards)
                self.show()
            case "1" | "0":
                self._order(yes=key == "1")
            case "k":
                self._check()
        return key in ("space", "enter", "escape")

    def _tell(self, at: int, card: Card) -> None:
        self._seen.add(card.id)
        several = len(self._cards) > 1
        count = f"   card {at + 1} of {len(self._cards)}" if several else ""
        self._say("GET HELP")
        self._say(CALLS[card.tier])
        self._say(f"Think of: {card.condition}{count}")
        self._say(f"DO: {card.do}")
        if card.do_not:
            self._say(f"DO NOT: {card.do_not}")
        self._say(card.signs)

    def _keys(self, card: Card) -> Iterator[str]:
        yield "SPACE back"
        if len(self._cards) > 1:
            yield "n next card"
        if self._open_flags(card):
            yield "k checked by a clinician"

    def _order(self, *, yes: bool) -> None:
        """The answer changes only which card comes first."""
        if self._reorder is None:
            return
        order = self._reorder.yes if yes else self._reorder.no
        self._cards.sort(key=lambda card: order.index(card.id) if card.id in order else len(order))
        self._at, self._reorder = 0, None
        self.show()

    def _check(self) -> None:
        """Checked by a clinician: the second press in a row clears the flag."""
        flags = self._open_flags(self._cards[self._at])
        if not flags:
            return
        self._sure = not self._sure
        if self._sure:
            self._say(SURE)
            return
        for flag in flags:
            self._clear(flag)
        self._say(CLEARED)
