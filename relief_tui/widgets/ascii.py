"""The whole screen in ASCII, for terminals where no other character can be trusted."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_PAIRS = """
    ▶> ›> →> ←< ↑^ ↓v ✓v ×x −- –- —- ·- •* …. ‖= ╌- ─- ━- │| ┃| ▏| ▎| ▍| ▌| ▐| ▕| ■# □o ▲^ ▼v
    ●* ◐+ ○o ◆# ↺~ ∅0 ≤< ≥> ≈~ ‘' ’' “" ”" «< »> █# ▓# ▒: ░: ▀# ▄#
"""
_LIKE = {pair[0]: pair[1] for pair in _PAIRS.split()} | dict.fromkeys("▁▂▃▅▆▇▔▊▋▉°", " ")
"""What is set in place of a character: one that looks like it, as wide as it is. Those of scroll
bars are parts of a cell, which its colour fills as well."""
_OTHER = "?"
_ARROW = re.compile(r"(?<=\w) →")
"""What leads from one value to another: a ``>`` between two numbers would compare them."""


@lru_cache(maxsize=4096)
def in_ascii(text: str) -> str:
    """``text`` in ASCII and in as many cells; letters lose their accents."""
    return text if text.isascii() else "".join(map(_like, _ARROW.sub("->", text)))


def _like(character: str) -> str:
    if character.isascii():
        return character
    bare = unicodedata.normalize("NFKD", character)[:1]
    like = _LIKE.get(character) or (bare if bare.isascii() and bare.isprintable() else _OTHER)
    return like * cell_len(character)


class Ascii(LineFilter):
    """Replaces every other character as a line is painted, whoever wrote it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same line in ASCII."""
        del background
        return [Segment(in_ascii(text), style, control) for text, style, control in segments]
