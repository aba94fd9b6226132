"""What home shows: the time, the last cramp in words, open red flags, what does not work."""

from __future__ import annotations

from datetime import datetime, timedelta

from relief_tui.coach.safety import Card, OpenFlag
from relief_tui.coach.training import watch_words
from relief_tui.coach.value import dataclass
from relief_tui.report.ahead import go_on_words, next_time_words
from relief_tui.report.recent import DRINK_KINDS, drink_words, last_words
from relief_tui.services import Services
from relief_tui.settings.first import FirstStart, first_start


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
    first: FirstStart | None = None
    flags: tuple[tuple[OpenFlag, Card], ...] = ()
    troubles: tuple[str, ...] = ()


def home_value(services: Services) -> HomeValue:
    """What the journal knows now."""
    now = services.clock.wall()
    offer = services.offer()
    last = services.log.latest_episode()
    today = services.log.entries(since=now - timedelta(days=1), kinds=DRINK_KINDS)
    before = services.training()
    after = services.script.after
    ahead = next_time_words(None if before.cramps else last, after, services.equipment)
    cards = services.script.safety.cards
    open_flags = services.log.open_flags()
    return HomeValue(
        now=now,
        last=last_words(last),
        drinks=drink_words(today, now),
        first=first_start(services.loaded, services.script.words.about),
        go_on=go_on_words(offer) if offer else "",
        watch=watch_words(before, after),
        next_time=ahead[0],
        next_time_why=ahead[1],
        flags=tuple((flag, cards[flag.card]) for flag in open_flags if flag.card in cards),
        troubles=services.troubles,
    )
