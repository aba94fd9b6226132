"""What a player is: a callable that takes the name of a cue and returns at once."""

from __future__ import annotations

from collections.abc import Callable

Player = Callable[[str], None]
"""Plays the cue of that name, or nothing; never blocks, never raises."""
