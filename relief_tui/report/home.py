"""What home shows: the time, the last cramp in words, open red flags, what does not work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from relief_tui.coach.safety import Card, OpenFlag
from relief_tui.report.recent import RECENT_KINDS, recent_words
from relief_tui.services import Services


@dataclass(frozen=True, slots=True)
class HomeValue:
    """All that home knows. ``drinks`` is empty before the first of the day."""

    now: datetime
    last: str
    drinks: str
    flags: tuple[tuple[OpenFlag, Card], ...] = ()
    troubles: tuple[str, ...] = ()


def home_value(services: Services) -> HomeValue:
    """What the journal knows now."""
    now = services.clock.wall()
    last, drinks = recent_words(services.log.entries(kinds=RECENT_KINDS), now)
    cards = services.script.safety.cards
    open_flags = services.log.open_flags()
    return HomeValue(
        now=now,
        last=last,
        drinks=drinks,
        flags=tuple((flag, cards[flag.card]) for flag in open_flags if flag.card in cards),
        troubles=services.troubles,
    )
