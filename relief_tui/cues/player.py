"""What a player is: a callable that takes a cue and what is seen then, and returns at once."""

from __future__ import annotations

from collections.abc import Callable

from relief_tui.coach.view import View

Player = Callable[[str, View], None]
"""Plays the cue of that name, or nothing; never blocks, never raises."""
