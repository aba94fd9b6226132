"""The last cramp and today's drinks, each in one line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from relief_tui.coach.step import side_word
from relief_tui.coach.view import clock_words
from relief_tui.journal.entry import Entry
from relief_tui.journal.summary import drinks, episodes

RECENT_KINDS = frozenset({"relief_began", "relief_ended", "drank", "undone"})
"""The kinds of events that :func:`recent_words` looks at."""
NONE_YET = "none yet. It will stand here once relief has run"


def recent_words(entries: Sequence[Entry], now: datetime) -> tuple[str, str]:
    """``Wed 12 Nov, left calf, let go in 0:41`` and ``3 drinks`` (empty without one)."""
    known = episodes(entries)
    last = NONE_YET
    if known:
        episode = known[-1]
        at = datetime.fromisoformat(episode.at)
        leg = f"{side_word(episode.side).lower()} calf" if episode.side else "leg not named"
        how: str = episode.outcome
        if episode.time_to_relief_s is not None:
            how = f"let go in {clock_words(episode.time_to_relief_s)}"
        last = f"{at:%a} {at.day} {at:%b}, {leg}, {how}"
    today = drinks(entries, now.date())
    sips = f"{today.times} {'drink' if today.times == 1 else 'drinks'}" if today.times else ""
    return last, sips
