"""Assets become the coach's values: the only package that knows TOML keys and their limits.

Nothing is read when this is imported. What Relief must never say stands in
``relief_tui.content.never``, apart: no run needs it. Routines stand in
``relief_tui.content.routines``: only who wants one pays for them.
"""

from relief_tui.content.aftercare import load_recovery
from relief_tui.content.folder import assets_folder
from relief_tui.content.reading import ContentError
from relief_tui.content.safety import load_safety
from relief_tui.content.script import load_script

__all__ = ["ContentError", "assets_folder", "load_recovery", "load_safety", "load_script"]
