"""The band: shape and phase at the left, the leg or the time at the right, as large as fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from textual.geometry import Size
from textual.reactive import reactive

from relief_tui.blocks.digits import big_letters, big_shape
from relief_tui.blocks.raster import Bitmap, beside
from relief_tui.blocks.terminal import plain_characters
from relief_tui.coach.step import UNKNOWN_SIDE
from relief_tui.coach.value import dataclass
from relief_tui.widgets.blocks import Blocks

SHORT = {
    "TOES TO SHIN": "TOES UP",
    "LOWER THE WEIGHT": "LOWER WEIGHT",
    "STOP THE SET": "STOP",
}
"""Shorter words for a window too narrow for the whole; the phase line always has the whole."""

_ALONE = ("WEIGHT DOWN", "HOW IS IT?", UNKNOWN_SIDE)
"""Words that shorter ones would make something else of (``DOWN RIGHT``, ``HOLD CRAMP``): with
those, the leg is left to the phase line."""

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
    shorter words for both, where they have some of their own. ``series`` are those
    that will follow each other: all of them are drawn in one form, so that nothing jumps."""

    shape: str = ""
    left: str = ""
    right: str = ""
    plain: str = ""
    short: tuple[str, str] = ("", "")
    series: tuple[BandValue, ...] = ()


class Band(Blocks):
    """Shape, word and leg in block letters."""

    value: reactive[BandValue] = reactive(BandValue(), repaint=False)
    words: reactive[str] = reactive("", repaint=False)
    _in_blocks = False

    def watch_value(self, before: BandValue, value: BandValue) -> None:
        """The one-row form of the value is what a small band shows. Its seconds, which change
        most often, are not in the block letters."""
        if not self._in_blocks or replace(before, plain="", series=()) != replace(
            value, plain="", series=()
        ):
            self.refresh()
        shape = PLAIN_SHAPES.get(value.shape, "")
        self.words = value.plain if plain_characters() else f"{shape} {value.plain}".strip()

    def _extra(self) -> object:
        return self.value

    def bitmap(self, size: Size) -> Bitmap | None:
        """The largest form that fits: with shape, without, with short words."""
        drawn = None if plain_characters() else self._largest(size)
        self._in_blocks = drawn is not None
        return drawn

    def _largest(self, size: Size) -> Bitmap | None:
        margin = next(least for cols, least in _MARGINS if size.width >= cols)
        room, value = size.width - 2 * margin, self.value
        alone = bool(value.right) and bool({value.left, value.right} & {*_ALONE})
        for form in _forms(size.height, own=any(value.short), alone=alone):
            if all(_fits(each, form, room, 2 * size.height) for each in (value, *value.series)):
                return _drawn(value, form, room)
        return None


def _fits(value: BandValue, form: _Form, room: int, height: int) -> bool:
    drawn = _drawn(value, form, room)
    return drawn is not None and drawn.height <= height


@dataclass(frozen=True, slots=True)
class _Form:
    """How a band is drawn: the size of its letters, in whose words, with its shape or
    without; ``alone``: without what stands at the right."""

    k: int
    own: bool
    short: bool
    shape: bool
    alone: bool = False


def _forms(rows: int, *, own: bool, alone: bool) -> Iterator[_Form]:
    """All forms, the best first. Short words of its own say less, and come last."""
    whole = _Form(1, own=False, short=False, shape=True)
    kinds = [whole, *([replace(whole, own=True)] * own), *([replace(whole, alone=True)] * alone)]
    for kind in kinds:
        for k in range(2 * rows // 5, 0, -1):
            if 5 * k + 2 <= 2 * rows or k == 1:
                for short, shape in product((False, True), (True, False)):
                    yield replace(kind, k=k, short=short, shape=shape)


def _drawn(value: BandValue, form: _Form, room: int) -> Bitmap | None:
    """The band in this form; None if that is wider than ``room``."""
    k = form.k
    left, right = value.short if form.own else (value.left, value.right)
    right = "" if form.alone else right
    if form.short:
        left, right = SHORT.get(left, left), SHORT.get(right, right)
    pieces = [big_letters(left, k)] if left else []
    if form.shape and value.shape:
        pieces.insert(0, big_shape(value.shape, k))
    start = beside(pieces, 2 * k)
    end = big_letters(right, k) if right else Bitmap(0, (b"",) * start.height)
    gap = room - start.width - end.width
    if gap < (4 * k if right else 0):
        return None
    return beside([start, end], gap)
