"""The band: shape and phase at the left, the leg or the time at the right, as large as fits."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import reactive

from relief_tui.blocks.digits import big_letters, big_shape
from relief_tui.blocks.raster import Bitmap, beside
from relief_tui.coach.value import dataclass
from relief_tui.widgets.blocks import Blocks, plain_characters

SHORT = {
    "TOES TO SHIN": "TOES UP",
    "HOW IS IT?": "GONE?",
    "LOWER THE WEIGHT": "LOWER WEIGHT",
    "STOP THE SET": "STOP",
    "CRAMPED LEG": "CRAMP",
    "WEIGHT DOWN": "DOWN",
    "LET OUT": "OUT",
}
"""Shorter words for a window too narrow for the whole; the phase line always has the whole."""

PLAIN_SHAPES = {
    "ready": "▲",
    "ease_out": "▼",
    "hold": "■",
    "release": "□",
    "check": "?",
    "rest": "●",
    "danger": "!",
    "paused": "‖",
}


_MARGINS = ((160, 6), (100, 4), (50, 2), (0, 1))
"""From how many columns on the words keep how many columns from the edge."""


@dataclass(frozen=True, slots=True)
class BandValue:
    """What a band shows. ``plain`` is the same as one line of text, for one row; ``short`` are
    shorter words for both, where they have some of their own."""

    shape: str = ""
    left: str = ""
    right: str = ""
    plain: str = ""
    short: tuple[str, str] = ("", "")


class Band(Blocks):
    """Shape, word and leg in block letters."""

    value: reactive[BandValue] = reactive(BandValue())

    def watch_value(self, value: BandValue) -> None:
        """The one-row form of the value is what a small band shows."""
        shape = PLAIN_SHAPES.get(value.shape, "")
        self.words = value.plain if plain_characters() else f"{shape} {value.plain}".strip()

    def _extra(self) -> object:
        return self.value

    def bitmap(self, size: Size) -> Bitmap | None:
        """The largest form that fits: with shape, without, with short words."""
        if plain_characters():
            return None
        margin = next(least for cols, least in _MARGINS if size.width >= cols)
        room = size.width - 2 * margin
        short = [True] if any(self.value.short) else []
        for own in (False, *short):
            for k in range(2 * size.height // 5, 0, -1):
                if 5 * k + 2 > 2 * size.height and k > 1:
                    continue
                found = self._largest(k, room, own=own)
                if found is not None and found.height <= 2 * size.height:
                    return found
        return None

    def _largest(self, k: int, room: int, *, own: bool) -> Bitmap | None:
        """The most that fits at this size. ``own``: in short words of its own, which say less and
        come last."""
        value = self.value
        words = value.short if own else (value.left, value.right)
        short = (SHORT.get(words[0], words[0]), SHORT.get(words[1], words[1]))
        for left, right in (words, short):
            for with_shape in (True, False):
                found = self._form(k, room, (left, right), with_shape=with_shape)
                if found is not None:
                    return found
        return None

    def _form(
        self, k: int, room: int, words: tuple[str, str], *, with_shape: bool
    ) -> Bitmap | None:
        left, right = words
        pieces = [big_letters(left, k)] if left else []
        if with_shape and self.value.shape:
            pieces.insert(0, big_shape(self.value.shape, k))
        start = beside(pieces, 2 * k)
        end = big_letters(right, k) if right else Bitmap(0, (b"",) * start.height)
        gap = room - start.width - end.width
        if gap < (4 * k if right else 0):
            return None
        return beside([start, end], gap)
