"""Red flags in lines: the picker, the cards it leads to, and the only way to clear one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from relief_tui.coach.event import FlagCleared
from relief_tui.coach.safety import Card, OpenFlag, PickerLine, Reorder, Safety
from relief_tui.coach.step import side_word
from relief_tui.journal.log import Log

CALLS = {
    1: "Call your local emergency number now.",
    2: "Get medical help today.",
    3: "Book a clinician in the next days.",
    4: "Stop for today. Look after it.",
}
ASK = "RED FLAGS. Any of these, now or since the cramp? Not sure counts as yes."
NONE = "0 none of these: go back"
SURE = "Press k again: a clinician has checked this."
CLEARED = "Flag cleared: checked by a clinician."
_MOST = 9
"""One key names one line."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the picker: its words, its cards, the question that orders them; ``news`` if
    picking it says that something is wrong, rather than only showing what is known."""

    words: str
    cards: tuple[str, ...]
    reorder: Reorder | None = None
    news: bool = True


def choices(safety: Safety, flags: Sequence[OpenFlag]) -> tuple[Choice, ...]:
    """The lines of the picker, then the flags that are open, nine at most."""
    lines = [_choice(safety, line) for line in safety.picker]
    known = [flag for flag in flags if flag.card in safety.cards]
    return (*lines, *(_open(safety, flag) for flag in known))[:_MOST]


def leg_word(flag: OpenFlag) -> str:
    """``left``, ``right``, ``both``; a leg that was not named is said to be so."""
    return side_word(flag.side).lower() if flag.side else "leg not named"


def _choice(safety: Safety, line: PickerLine) -> Choice:
    ...
