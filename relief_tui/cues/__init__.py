"""Cues become something to be heard: tones, the bell, the voice; chosen by what works here."""

from relief_tui.cues.heard import Cues, Report
from relief_tui.cues.player import Player
from relief_tui.cues.ways import Chosen

__all__ = ["Chosen", "Cues", "Player", "Report"]
