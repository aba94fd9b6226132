"""What a terminal can show, told from its environment alone: how many colours, which characters.

The first cue, the app and ``relief check`` all ask here, so that none paints what another takes
for unreadable.
"""

import os
import sys

NO_COLOUR, SIXTEEN, MANY, ALL = 0, 16, 256, 1 << 24
"""How many colours there are to choose from."""


def colours(environ: dict[str, str] | None = None) -> int:
    """How many colours the terminal says it has, told as Textual tells it."""
    env = os.environ if environ is None else environ
    if "NO_COLOR" in env:
        return NO_COLOUR
    if env.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return ALL
    term = env.get("TERM", "").strip().lower()
    return MANY if term.endswith(("-256color", "-kitty")) else SIXTEEN


def plain_characters(environ: dict[str, str] | None = None) -> bool:
    """True where only ASCII can be trusted: a locale that names another encoding than UTF-8."""
    if sys.platform == "win32":
        return False
    env = os.environ if environ is None else environ
    locale = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or "utf-8"
    return "utf" not in locale.lower()
