"""Text from outside, made fit for a terminal; moments and spans as a person reads them."""

from __future__ import annotations

from datetime import datetime

LONGEST = 80
"""Characters of a name worth showing; many of them may take no room at all."""

LONGEST_TEXT = 2000
"""Characters of a longer text worth showing, such as a note or all sets of an exercise."""

_JOINERS = "\u200c\u200d"
"""They show nothing, and hold emoji and some scripts together."""


def visible(text: str, longest: int = LONGEST) -> str:
    """``text`` on one line, without anything a terminal would obey; ``�`` stands for what was.

    At most ``longest`` characters, the last one ``…`` if there were more.
    """
    if len(text) > longest:
        text = f"{text[: longest - 1]}…"
    return "".join(map(_shown, text))


def day_and_time(at: str) -> str:
    """ISO 8601 as ``2026-11-22 18:30``, in the time of the place where it was written."""
    return f"{datetime.fromisoformat(at):%Y-%m-%d %H:%M}"


def minutes(seconds: float | None) -> str:
    """``m:ss``; a dash for None."""
    return "–" if seconds is None else f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    return " " if character.isspace() else "�"
