"""The person's settings: ``keys`` says what can be set, ``reading`` and ``writing`` mind the file,
``words`` explains it."""

from relief_tui.settings.keys import Gear, Motion, Notify, RepSteps, Settings, Volume, defaults
from relief_tui.settings.reading import Loaded, load_settings

__all__ = [
    "Gear",
    "Loaded",
    "Motion",
    "Notify",
    "RepSteps",
    "Settings",
    "Volume",
    "defaults",
    "load_settings",
]
