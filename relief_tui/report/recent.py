"""The last cramp and today's drinks, each in one line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from relief_tui.coach.step import side_word
from relief_tui.coach.view import clock_words
from relief_tui.journal.entry import Entry
from relief_tui.journal.summary import Episode, drinks

DRINK_KINDS = frozenset({"drank", "undone"})
"""The kinds of events that :func:`drink_words` looks at."""
NONE_YET = "none yet. Relief will write it down here"


def last_words(episode: Episode | None) -> str:
    """``Wed 12 Nov, left calf, let go in 0:41``."""
    if episode is None:
        return NONE_YET
    at = datetime.fromisoformat(episode.at)
    leg = f"{side_word(episode.side).lower()} calf" if episode.side else "leg not named"
    how: str = episode.outcome
    if episode.time_to_relief_s is not None:
        how = f"let go in {clock_words(episode.time_to_relief_s)}"
    return f"{at:%a} {at.day} {at:%b}, {leg}, {how}"


def drink_words(entries: Sequence[Entry], now: datetime) -> str:
    """``3 drinks`` of the day; empty without one."""
    today = drinks(entries, now.date())
    return f"{today.times} {'drink' if today.times == 1 else 'drinks'}" if today.times else ""
