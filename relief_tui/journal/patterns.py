"""Cramps that come back: the pattern that wants a clinician's look (card RF20)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from relief_tui.coach.training import TRAINING_S
from relief_tui.coach.value import dataclass
from relief_tui.journal.entry import Entry
from relief_tui.journal.summary import counting, episodes

CARD = "RF20"
IN_A_ROW = 2
"""Trainings with a cramp one after the other; a rule of thumb, as are the others."""
OFTEN = 3
WITHIN = timedelta(weeks=4)
_NO_CRAMP = ("unanswered", "cancelled")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Cramps that come back: how many trainings of the last one on, one after the other, and how
    many of the last four weeks had one; ``at`` (ISO 8601) is the last cramp."""

    in_a_row: int
    in_four_weeks: int
    at: str

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
    trainings = _trainings(counting(entries))
    cramped = [_last_cramp(training) for training in trainings]
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


def _trainings(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries of runs, parted where three hours passed without one or an end was said."""
    found: list[list[Entry]] = []
    ended = True
    for entry in entries:
        if not entry.run:
            continue
        late = bool(found) and (entry.time - found[-1][-1].time).total_seconds() >= TRAINING_S
        if ended or late:
            found.append([])
        found[-1].append(entry)
        ended = entry.kind == "workout_ended"
    return found


def _last_cramp(training: Iterable[Entry]) -> str:
    """When the last cramp of a training that locked was; empty without one."""
    cramps = [
        one.at
        for one in episodes(training)
        if one.outcome not in _NO_CRAMP and one.band != "twitch"
    ]
    return cramps[-1] if cramps else ""
