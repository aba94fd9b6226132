"""What home shows: the time, the last cramp in words, open red flags, what does not work."""

from __future__ import annotations

from datetime import datetime, timedelta

from relief_tui.coach.redflags import CALLS
from relief_tui.coach.safety import Card, OpenFlag
from relief_tui.coach.training import watch_words
from relief_tui.coach.value import dataclass
from relief_tui.journal.cramps import Episode
from relief_tui.journal.patterns import CARD
from relief_tui.journal.training import LOOK_BACK, before
from relief_tui.journal.trying import Helped, Trying
from relief_tui.journal.workouts import trained
from relief_tui.report.ahead import counts, go_on_words, next_time_words
from relief_tui.report.recent import DRINK_KINDS, NONE_YET, drink_words, last_words, training_words
from relief_tui.services import Services
from relief_tui.settings.first import FirstStart, first_start

HELPED = "Did it help?"
HEALTH = "Health questions, once, skippable: they change wording only."


@dataclass(frozen=True, slots=True)
class HomeAsk:
    """A question that home asks beside everything else: its words, and a key and a word for each
    answer. ``health``: whether the health questions shall be asked now."""

    words: str
    picks: tuple[tuple[str, str], ...]
    health: bool = False


_HELPED = (("1", "yes"), ("2", "no"), ("3", "not tried"))
_HEALTH = (("1", "ask them"), ("0", "no, thank you"))


@dataclass(frozen=True, slots=True)
class HomeValue:
    """All that home knows. ``last_how`` and ``last_drink`` are second lines to ``last`` and
    ``drinks``, which are empty before the first drink of the day.

    ``go_on`` says what was cut off and where it stands, ``counts`` whether that is a rest which
    runs on; ``watch`` what was done so far in the training, and what an earlier cramp still
    forbids; ``next_time`` the load to begin with then, and ``next_time_why`` what it rests on;
    ``pattern`` that cramps come back; ``to_try`` the change that is being tried. All of them are
    empty where there is nothing to say. ``sips``: whether a drink is spoken of at all.
    """

    now: datetime
    last: str = NONE_YET[0]
    last_how: str = NONE_YET[1]
    drinks: str = ""
    last_drink: str = ""
    go_on: str = ""
    counts: bool = False
    watch: str = ""
    next_time: str = ""
    next_time_why: str = ""
    pattern: str = ""
    to_try: str = ""
    ask: HomeAsk | None = None
    sips: bool = True
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
    first = first_start(services.loaded, services.script.words.about)
    sips = bool(services.script.words.sip)
    return HomeValue(services.clock.wall(), first=first, ask=_asked(services, first), sips=sips)


def home_value(services: Services) -> HomeValue:
    """What the journal knows now; what was cut off and cannot go on is closed before."""
    now = services.clock.wall()
    offer = services.settle()
    last = services.log.latest_episode()
    today = services.log.entries(since=now - timedelta(days=1), kinds=DRINK_KINDS)
    training = services.training()
    last_cramp, drunk = last_words(last), drink_words(today, now)
    ahead = _next_time(services, now, None if training.cramps else last)
    cards = services.script.safety.cards
    open_flags = services.log.open_flags()
    first = first_start(services.loaded, services.script.words.about)
    pattern = services.log.pattern()
    watch = watch_words(training, services.script.after)
    return HomeValue(
        now=now,
        last=last_cramp[0],
        last_how=last_cramp[1],
        drinks=drunk[0],
        last_drink=drunk[1],
        first=first,
        go_on=go_on_words(offer) if offer else "",
        counts=offer is not None and counts(offer),
        watch=" ".join(filter(None, (_so_far(services, now), watch))),
        next_time=ahead[0],
        next_time_why=ahead[1],
        pattern=f"{pattern.words} {CALLS[cards[CARD].tier]}" if pattern else "",
        to_try=services.hindsight.to_try,
        ask=_asked(services, first, services.log.trying()),
        sips=bool(services.script.words.sip),
        flags=tuple((flag, cards[flag.card]) for flag in open_flags if flag.card in cards),
        troubles=services.troubles,
    )


def answer(services: Services, value: HomeValue, key: str) -> str:
    """Keep what ``key`` answers at home; what went wrong with it, or nothing."""
    if value.first is not None:
        return services.answer_first(key)
    if value.ask is None or key not in dict(value.ask.picks):
        return ""
    if value.ask.health:
        return services.choose("health_asked", "true")
    services.hindsight.helped(Helped(int(key)))
    return ""


def _asked(
    services: Services, first: FirstStart | None, trying: Trying | None = None
) -> HomeAsk | None:
    """What home asks; one thing at a time, and nothing before the first start is over."""
    if first is not None:
        return None
    if trying is not None and trying.due and services.hindsight.to_try:
        return HomeAsk(f"To try was: {services.hindsight.to_try} {HELPED}", _HELPED)
    return HomeAsk(HEALTH, _HEALTH, health=True) if services.settings.health_open else None


def _so_far(services: Services, now: datetime) -> str:
    """The training that is going on, or that was done today."""
    today = services.log.entries(since=now - LOOK_BACK)
    return training_words(trained(today, now))


def _next_time(services: Services, now: datetime, last: Episode | None) -> tuple[str, str]:
    """The next time, as far as the last cramp says something of it and its training is over."""
    if last is None:
        return "", ""
    at = datetime.fromisoformat(last.at)
    first = before(services.log.entries(since=at - LOOK_BACK), last).cut_from(last.exercise)
    ago_s = max(0.0, (now - at).total_seconds())
    return next_time_words(last, first, ago_s, services.script.after, services.equipment)
