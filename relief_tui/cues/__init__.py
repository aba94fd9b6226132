"""Cues become something to be heard: one player per way, chosen by what works here."""

from relief_tui.cues.bell import bell
from relief_tui.cues.player import Player

__all__ = ["Player", "bell"]
