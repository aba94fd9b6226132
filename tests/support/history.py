"""What Relief showed while it ran, and what it tells of that afterwards: the two must agree."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests.support.terminal import Terminal, run

PHASES = (
    "STOP THE SET", "WEIGHT DOWN", "TOES TO SHIN", "EASE IN", "HOLD", "LET GO", "HOW IS IT?",
)  # fmt: skip
"""A relief up to its first check, in order."""

_LINE = re.compile(
    rf"({'|'.join(map(re.escape, PHASES))}) (?:LEFT|RIGHT|BOTH|CRAMPED LEG) \d+ s|(REST) \d+ s"
)

Event = dict[str, Any]


def events(home: Path, kind: str = "") -> list[Event]:
    """The events in the journal of `home`, oldest first; all of them, or those of one kind."""
    told = run("history", "--json", home=home)
    assert (told.returncode, told.stderr) == (0, "")
    found: list[Event] = json.loads(told.stdout)
    return [event for event in found if kind in ("", event["kind"])]


def outcomes(home: Path) -> list[str]:
    """How the reliefs ended, oldest first."""
    return [event["outcome"] for event in events(home, "relief_ended")]


def answers(home: Path) -> list[tuple[str, str | int]]:
    """The questions that were answered and how, oldest first."""
    return [(event["question"], event["answer"]) for event in events(home, "answered")]


def kept_phases(home: Path) -> list[str]:
    """The word of every step in the journal."""
    return [event["phase"] for event in events(home, "step_began")]


def shown_phases(terminal: Terminal) -> list[tuple[float, str]]:
    """The phases that stood on the screen, each with the moment it came."""
    found: list[tuple[float, str]] = []
    for moment, text in terminal.frames:
        line = _LINE.search(text)
        word = line and (line[1] or line[2])
        if word and (not found or found[-1][1] != word):
            found.append((moment, word))
    return found


def reach(terminal: Terminal, phase: str, leg: str = "LEFT") -> None:
    """Goes on to `phase` of the first round by the key for next, every phase being seen."""
    for each in PHASES:
        terminal.wait_for(f"{each} {leg}")
        if each == phase:
            return
        terminal.press("n")


def nothing_missing(terminal: Terminal, home: Path) -> bool:
    """True, or an AssertionError if the screen showed a phase that the journal does not have."""
    shown, kept = [word for _, word in shown_phases(terminal)], kept_phases(home)
    rest = iter(kept)
    assert all(word in rest for word in shown), f"shown: {shown}, kept: {kept}"
    return True
