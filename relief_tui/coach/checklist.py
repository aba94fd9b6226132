"""A routine as it stands at one moment: what is done, what runs, what comes."""

from __future__ import annotations

from enum import StrEnum

from relief_tui.coach.value import dataclass


class Mark(StrEnum):
    """How a line stands. ``OFF``: something speaks against it today."""

    OPEN = "open"
    NOW = "now"
    DONE = "done"
    SKIPPED = "skipped"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of a routine: its name, its dose as it is read, how it stands."""

    name: str
    dose: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Checklist:
    """A routine that runs: ``title`` is its name and length, ``current`` the line that runs or
    comes next, ``purpose`` and ``evidence`` what is known of that line, ``pace`` how it is done;
    ``after_s`` is how long all that comes after this step lasts. ``reps`` is set where a line
    waits for a key after so many repetitions; ``other_leg`` tells where it may begin with the
    other leg."""

    title: str
    lines: tuple[CheckLine, ...]
    current: int
    purpose: str
    evidence: str
    pace: str
    after_s: float
    reps: int = 0
    other_leg: bool = False
