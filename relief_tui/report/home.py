"""What home shows: the time, the last cramp in words, open red flags, what does not work."""

from __future__ import annotations

from datetime import datetime, timedelta

from relief_tui.coach.safety import Card, OpenFlag
from relief_tui.coach.training import watch_words
from relief_tui.coach.value import dataclass
from relief_tui.journal.summary import Episode
from relief_tui.journal.training import LOOK_BACK, before
from relief_tui.report.ahead import go_on_words, next_time_words
from relief_tui.report.recent import DRINK_KINDS, NONE_YET, drink_words, last_words
from relief_tui.services import Services
from relief_tui.settings.first import FirstStart, first_start


@dataclass(frozen=True, slots=True)
class HomeValue:
    """All that home knows. ``last_how`` and ``last_drink`` are second lines to ``last`` and
    ``drinks``, which are empty before the first drink of the day.

    ``go_on`` says what was cut off and where it stood; ``watch`` what an earlier cramp still
    forbids; ``next_time`` the load to begin with then, and ``next_time_why`` what it rests on.
    All of them are empty where there is nothing to say.
    """

    now: datetime
    last: str = NONE_YET[0]
    last_how: str = NONE_YET[1]
    drinks: str = ""
    last_drink: str = ""
    go_on: str = ""
    watch: str = ""
    next_time: str = ""
    next_time_why: str = ""
    first: FirstStart | None = None
    flags: tuple[tuple[OpenFlag, Card], ...] = ()
    troubles: tuple[str, ...] = ()


def opening_value(services: Services) -> HomeValue:
    """What the first picture of home shows.

    A journal that is there is read for it, so that nothing moves afterwards; one that is not is
    made afterwards.
    """
    if services.paths.journal_is_there:
        return home_value(services)
    about = services.script.words.about
    return HomeValue(services.clock.wall(), first=first_start(services.loaded, about))


def home_value(services: Services) -> HomeValue:
    """What the journal knows now."""
    now = services.clock.wall()
    offer = services.offer()
    last = services.log.latest_episode()
    today = services.log.entries(since=now - timedelta(days=1), kinds=DRINK_KINDS)
    training = services.training()
    last_cramp, drunk = last_words(last), drink_words(today, now)
    ahead = _next_time(services, now, None if training.cramps else last)
    cards = services.script.safety.cards
    open_flags = services.log.open_flags()
    return HomeValue(
        now=now,
        last=last_cramp[0],
        last_how=last_cramp[1],
        drinks=drunk[0],
        last_drink=drunk[1],
        first=first_start(services.loaded, services.script.words.about),
        go_on=go_on_words(offer) if offer else "",
        watch=watch_words(training, services.script.after),
        next_time=ahead[0],
        next_time_why=ahead[1],
        flags=tuple((flag, cards[flag.card]) for flag in open_flags if flag.card in cards),
        troubles=services.troubles,
    )


def _next_time(services: Services, now: datetime, last: Episode | None) -> tuple[str, str]:
    """The next time, as far as the last cramp says something of it and its training is over."""
    if last is None:
        return "", ""
    at = datetime.fromisoformat(last.at)
    first = before(services.log.entries(since=at - LOOK_BACK), last).cut_from(last.exercise)
    ago_s = max(0.0, (now - at).total_seconds())
    return next_time_words(last, first, ago_s, services.script.after, services.equipment)
