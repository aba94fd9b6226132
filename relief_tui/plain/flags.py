"""Red flags in lines: which of these is it, and the cards the answer leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from relief_tui.coach.event import FlagCleared, Flagged
from relief_tui.coach.redflags import ASK, NONE, TITLE, Choice, choices, deck
from relief_tui.coach.safety import Card, OpenFlag, Reorder, Safety
from relief_tui.journal.log import Log
from relief_tui.plain.cards import Cards, Say

KEYS = frozenset("0123456789npkdimcqxu?!") | {"space"}
"""The keys that are characters and do something while the picker or a card is open."""


def flag(safety: Safety, log: Log, cards: Iterable[str]) -> None:
    """Keep a red flag that was named where no run is told of it: the leg is not known."""
    for card in safety.by_tier(cards):
        log.write("", Flagged(card.id, card.tier, None))


class RedFlags:
    """The picker or the cards, whichever is open; then the keys are for them.

    The open flags are those of ``log``; one that is cleared is written to ``kept``, which is
    another one in practice. ``named`` hears the cards of a red flag that somebody named.
    """

    def __init__(
        self,
        safety: Safety,
        log: Log,
        kept: Log,
        say: Say,
        named: Callable[[tuple[str, ...]], None],
    ) -> None:
        self._safety = safety
        self._log = log
        self._kept = kept
        self._say = say
        self._named = named
        self._choices: tuple[Choice, ...] = ()
        self._cards: Cards | None = None

    @property
    def busy(self) -> bool:
        """True while the picker or a card is open."""
        return bool(self._choices) or self._cards is not None

    def ask(self) -> None:
        """Open the picker."""
        self._cards = None
        self._choices = choices(self._safety, self._log.open_flags())
        self._say(f"{TITLE}. {ASK}")
        for number, choice in enumerate(self._choices, start=1):
            self._say(f"{number} {choice.words}")
        self._say(f"0 {NONE}")

    def show(self, ids: Iterable[str], reorder: Reorder | None = None) -> None:
        """Open the cards."""
        self._open(ids, reorder).show()

    def press(self, key: str) -> None:
        """Take a key."""
        if self._cards is not None:
            if self._cards.press(key):
                self.close()
        elif key in ("0", "escape"):
            self.close()
        elif key.isdecimal() and int(key) <= len(self._choices):
            self._pick(self._choices[int(key) - 1])

    def give_up(self) -> None:
        """Nobody will press a key: tell the cards that are left, and close."""
        if self._cards is not None:
            self._cards.tell_rest()
        self.close()

    def close(self) -> None:
        """Close what is open. A list that was not answered tells nothing."""
        self._choices, self._cards = (), None

    def _pick(self, choice: Choice) -> None:
        """The flag is kept before its cards are shown; they are open by then for whom it tells."""
        cards = self._open(choice.cards, choice.reorder)
        if choice.news:
            self._named(choice.cards)
        cards.show()

    def _open(self, ids: Iterable[str], reorder: Reorder | None) -> Cards:
        self._choices = ()
        self._cards = Cards(
            deck(self._safety, ids, reorder),
            say=self._say,
            open_flags=self._flags_of,
            clear=self._clear,
        )
        return self._cards

    def _flags_of(self, card: Card) -> list[OpenFlag]:
        return [flag for flag in self._log.open_flags() if flag.card == card.id]

    def _clear(self, flag: OpenFlag) -> None:
        self._kept.write("", FlagCleared(flag.card, flag.side))
