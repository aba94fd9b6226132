"""Loading all content, for the tests that break some of it."""

from __future__ import annotations

from pathlib import Path

from relief_tui.content import ContentError, load_recovery, load_script
from relief_tui.content.never import load_never


def said_of(assets: Path) -> str:
    """What is said of the first fault of these assets; nothing if they have none."""
    try:
        load_script(assets)
        load_recovery(assets)
        load_never(assets)
    except ContentError as error:
        return str(error)
    return ""
