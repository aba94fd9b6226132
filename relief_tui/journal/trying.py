"""The one change that is being tried, and whether it helped."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import IntEnum

from relief_tui.coach.event import Answered, Noted, ReliefEnded, WarmupEnded
from relief_tui.coach.training import TRAINING_S
from relief_tui.coach.value import dataclass
from relief_tui.journal.counting import counting
from relief_tui.journal.entry import Entry
from relief_tui.journal.trainings import trains

CHANGE, HELPED = "change", "helped"
"""What a note is about, and the question that closes it."""
_RUNS = (ReliefEnded.kind, WarmupEnded.kind, "recovery_ended", "workout_ended")


class Helped(IntEnum):
    """The answers to *Did it help?*, by their line."""

    YES = 1
    NO = 2
    NOT_TRIED = 3


@dataclass(frozen=True, slots=True)
class Trying:
    """A change that is being tried: the id of its cause, when it was chosen (ISO 8601), and whether
    there was a training since, so that it can be asked whether it helped."""

    cause: str
    since: str
    due: bool


def _later_training(entry: Entry, chosen: Trying) -> bool:
    """True if ``entry`` ends a run of a training after the one in which the change was chosen."""
    since_s = (entry.time - datetime.fromisoformat(chosen.since)).total_seconds()
    return entry.kind in _RUNS and since_s >= TRAINING_S and trains(entry)


def trying(entries: Iterable[Entry]) -> Trying | None:
    """The change that was chosen last and not judged yet."""
    found: Trying | None = None
    run = ""
    for entry in counting(entries):
        match entry.event:
            case Noted("change", cause):
                found, run = (Trying(cause, entry.at, due=False) if cause else None), entry.run
            case Answered("helped", answer):
                not_yet = found and answer == Helped.NOT_TRIED
                found = Trying(found.cause, found.since, due=False) if found and not_yet else None
            case ReliefEnded(outcome="cancelled"):
                continue
            case _ if found and entry.run != run and _later_training(entry, found):
                found = Trying(found.cause, found.since, due=True)
    return found
