"""The terminal bell, at the moments when eyes may be on the foot."""

from __future__ import annotations

from collections.abc import Callable

from relief_tui.cues.player import Player

RINGS = frozenset({"go", "let go", "check", "attention", "thirsty"})
"""A bell has one tone: it marks only the changes that ask the body to do something else."""


def bell(ring: Callable[[], None]) -> Player:
    """A player that rings once at go, let go, the check, when something waits for a key, and when
    a sip is due."""

    def play(cue: str) -> None:
        if cue in RINGS:
            ring()

    return play
