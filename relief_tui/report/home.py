"""What home shows: the time, the last cramp in words, open red flags, what does not work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from relief_tui.coach.safety import Card, OpenFlag
from relief_tui.coach.training import watch_words
from relief_tui.journal.summary import episodes
from relief_tui.report.ahead import go_on_words, next_time_words
from relief_tui.report.recent import RECENT_KINDS, recent_words
from relief_tui.services import Services


@dataclass(frozen=True, slots=True)
class HomeValue:
    """All that home knows. ``drinks`` is empty before the first of the day.

    ``go_on`` says what was cut off and where it stood; ``watch`` what an earlier cramp still
    forbids; ``next_time`` the load to begin with then, and ``next_time_why`` what it rests on.
    All of them are empty where there is nothing to say.
    """

    now: datetime
    last: str
    drinks: str
    go_on: str = ""
    watch: str = ""
    next_time: str = ""
    next_time_why: str = ""
    flags: tuple[tuple[OpenFlag, Card], ...] = ()
    troubles: tuple[str, ...] = ()


def home_value(services: Services) -> HomeValue:
    """What the journal knows now."""
    now = services.clock.wall()
    offer = services.offer()
    entries = services.log.entries(kinds=RECENT_KINDS)
    last, drinks = recent_words(entries, now)
    before = services.training()
    after = services.script.after
    known = episodes(entries) if not before.cramps else ()
    ahead = next_time_words(known[-1] if known else None, after, services.equipment)
    cards = services.script.safety.cards
    open_flags = services.log.open_flags()
    return HomeValue(
        now=now,
        last=last,
        drinks=drinks,
        go_on=go_on_words(offer) if offer else "",
        watch=watch_words(before, after),
        next_time=ahead[0],
        next_time_why=ahead[1],
        flags=tuple((flag, cards[flag.card]) for flag in open_flags if flag.card in cards),
        troubles=services.troubles,
    )
