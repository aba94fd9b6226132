"""Text of a person's own, fit for a line: nothing in it that a terminal would obey."""

from __future__ import annotations


def printable(text: str, instead: str = "?") -> str:
    """The text with ``instead`` for every character that cannot be printed."""
    return "".join(character if character.isprintable() else instead for character in text)


def one_line(text: str) -> str:
    """The text in one line, with single blanks."""
    return " ".join(printable(text, " ").split())
