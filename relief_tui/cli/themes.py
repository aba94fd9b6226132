"""Which themes there are. The framework knows: only a command that asks pays for it."""

from __future__ import annotations

from difflib import get_close_matches

_LONGEST = 40
"""So much of a name is repeated."""


def why_not(name: str) -> str:
    """That there is no theme ``name``, and which are near it; empty if there is one."""
    from relief_tui.widgets.palette import names, themes

    own, known = [theme.name for theme in themes()], names()
    if name in known:
        return ""
    near = get_close_matches(name, known, n=3) or own
    return f"There is no theme {name[:_LONGEST]!r}. Near it: {', '.join(near)}."
