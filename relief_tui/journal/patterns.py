"""Cramps that come back: the pattern that wants a clinician's look (card RF20)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from relief_tui.coach.event import FlagCleared, Flagged
from relief_tui.coach.value import dataclass
from relief_tui.journal.counting import counting
from relief_tui.journal.cramps import Episode, episodes
from relief_tui.journal.entry import Entry
from relief_tui.journal.trainings import parted

CARD = "RF20"
IN_A_ROW = 2
"""Trainings with a cramp one after the other; a rule of thumb, as are the others."""
OFTEN = 3
WITHIN = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Cramps that come back: how many trainings of the last one on, one after the other, and how
    many of the last four weeks had one; ``at`` (ISO 8601) is the last cramp. ``shown``: its card
    came up already, and is open."""

    in_a_row: int
    in_four_weeks: int
    at: str
    shown: bool = False

    @property
    def words(self) -> str:
        """The pattern in one sentence; a count, nothing more."""
        if self.in_four_weeks >= OFTEN:
            return f"Cramps in {self.in_four_weeks} trainings of the last four weeks."
        return f"Cramps in {self.in_a_row} trainings in a row."


def pattern(entries: Iterable[Entry], now: datetime) -> Pattern | None:
    """The pattern in ``entries``, if there is one; nothing is said of what is over four weeks old.

    A twitch is no cramp, nor is one of which nobody said anything.
    """
    told = counting(entries)
    cramps = {each.run: each.at for each in episodes(told) if _counts(each)}
    trainings = parted(told)
    cramped = [_last_cramp(training, cramps) for training in trainings]
    last = next((at for at in reversed(cramped) if at), "")
    if not last or now - datetime.fromisoformat(last) > WITHIN:
        return None
    in_a_row = 0
    for at in reversed(cramped):
        if not at:
            break
        in_a_row += 1
    lately = sum(1 for at in cramped if at and now - datetime.fromisoformat(at) <= WITHIN)
    if in_a_row < IN_A_ROW and lately < OFTEN:
        return None
    return Pattern(in_a_row, lately, last)


def unseen(pattern: Pattern, flags: Iterable[Entry]) -> Pattern | None:
    """The pattern, as far as nobody has looked at it: None where its card was cleared after its
    last cramp."""
    last: Entry | None = None
    for entry in counting(flags):
        match entry.event:
            case Flagged(card=card) | FlagCleared(card=card) if card == CARD:
                last = entry
    if last is None:
        return pattern
    if isinstance(last.event, Flagged):
        return replace(pattern, shown=True)
    return pattern if last.time < datetime.fromisoformat(pattern.at) else None


def _counts(cramp: Episode) -> bool:
    """True if it locked, as far as anybody said."""
    return cramp.outcome != "unanswered" and cramp.band != "twitch"


def _last_cramp(training: Iterable[Entry], cramps: Mapping[str, str]) -> str:
    """When the last of ``cramps`` (by their runs) in a training was; empty without one."""
    return next((cramps[entry.run] for entry in reversed([*training]) if entry.run in cramps), "")
