"""Exercises that are easier on the calf: what kind of day it is, and why each has its place."""

from __future__ import annotations

from relief_tui.coach.guide import Entry
from relief_tui.coach.training import Allowed, Training
from relief_tui.coach.value import dataclass

TODAY = "Ranked for today"
ORDER = "The order is a rule of thumb."
EASIEST_FIRST = "The easiest on the calf first"


@dataclass(frozen=True, slots=True)
class Today:
    """What kind of day it is for the calf, and how that is known."""

    after_cramp: bool
    why: str

    @property
    def title(self) -> str:
        """The kind of day, as a heading."""
        return f"{TODAY}: {'after a cramp' if self.after_cramp else 'a normal day'}"


def today_of(training: Training) -> Today:
    """After a cramp, if one locked the calf in this training; else a normal day."""
    cramps = training.locked
    if training.allowed is Allowed.NOTHING:
        return Today(True, "Training is over today: this is for the day you come back.")
    if not cramps:
        return Today(False, "No cramp in this training: a normal day.")
    minutes = round(cramps[-1].ago_s / 60)
    side = f" ({cramps[-1].side} leg)" if cramps[-1].side else ""
    ago = f"{minutes} min ago" if minutes else "just now"
    return Today(True, f"You cramped in this training, {ago}{side}: what keeps the calf long.")


def not_today(left: tuple[Entry, ...]) -> str:
    """What is not for the day of a cramp, by name; empty where nothing is."""
    names = ", ".join(way.name for way in left)
    return f"{names}: not on the day of a cramp." if names else ""
