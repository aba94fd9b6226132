"""The last cramp and today's drinks, each in a few words and a second line to them; when a routine
was done last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from relief_tui.coach.event import Drank
from relief_tui.coach.step import Side, clock_words, counted
from relief_tui.journal.counting import counting
from relief_tui.journal.cramps import Episode
from relief_tui.journal.entry import Entry
from relief_tui.journal.summary import WarmupDone, drinks
from relief_tui.journal.workouts import Trained
from relief_tui.report.text import visible

DRINK_KINDS = frozenset({"drank", "undone"})
"""The kinds of events that :func:`drink_words` looks at."""
_QUARTER_S = 21_600.0
"""A day is told by its name from a quarter of a day on."""
_LONGEST_NAME = 40
NONE_YET = "none yet", "it will stand here"


def last_words(episode: Episode | None) -> tuple[str, str]:
    """``Wed 12 Nov, left calf`` and ``let go in 0:41``."""
    if episode is None:
        return NONE_YET
    at = datetime.fromisoformat(episode.at)
    how: str = episode.outcome
    if episode.time_to_relief_s is not None:
        how = f"let go in {clock_words(episode.time_to_relief_s)}"
    return f"{day_words(at)}, {leg_of(episode)}", how


def leg_of(episode: Episode) -> str:
    """``left calf``, ``both calves``, ``leg not named``."""
    if episode.side is None:
        return "leg not named"
    return "both calves" if episode.side is Side.BOTH else f"{episode.side} calf"


def day_words(at: datetime) -> str:
    """``Wed 12 Nov``."""
    return f"{at:%a} {at.day} {at:%b}"


def drink_words(entries: Sequence[Entry], now: datetime) -> tuple[str, str]:
    """``3 drinks`` of the day and ``last one 14 min ago``; both empty without one."""
    times = drinks(entries, now.date()).times
    if not times:
        return "", ""
    last = max(entry.time for entry in counting(entries) if entry.kind == Drank.kind)
    ago = ago_words(max(0.0, (now - last).total_seconds()))
    return f"{counted(times, 'drink')}", f"last one {ago}"


def training_words(training: Trained | None) -> str:
    """``Training since 18:30: 3 sets, last Leg curl.``, and once it is over ``Trained 18:30–19:10:
    …``; empty before the first set."""
    if training is None:
        return ""
    began = f"{training.began:%H:%M}"
    ended = f"{training.ended:%H:%M}" if training.ended else ""
    span = began if began == ended else f"{began}–{ended}"
    when = f"Trained {span}" if ended else f"Training since {began}"
    name = visible(training.sets[-1].exercise, _LONGEST_NAME)
    return f"{when}: {counted(len(training.sets), 'set')}, last {name}."


def ago_words(seconds: float) -> str:
    """``12 s ago``, ``4 min ago``, ``3 h ago``."""
    if seconds < 100:
        return f"{seconds:.0f} s ago"
    return f"{seconds / 60:.0f} min ago" if seconds < 6000 else f"{seconds / 3600:.0f} h ago"


def last_done(warmups: Iterable[WarmupDone]) -> dict[str, datetime]:
    """When each routine was last done to its end."""
    return {
        each.routine: datetime.fromisoformat(each.at) for each in warmups if each.outcome == "done"
    }


def days_words(at: datetime | None, now: datetime) -> str:
    """``4 min ago``, ``yesterday``, ``12 days ago``; empty if never."""
    if at is None:
        return ""
    ago_s = max(0.0, (now - at).total_seconds())
    days = (now.date() - at.astimezone(now.tzinfo).date()).days
    if days <= 0 or ago_s < _QUARTER_S:
        return ago_words(ago_s)
    return "yesterday" if days == 1 else f"{days} days ago"
