"""Block letters and digits on the screen: half-block cells in the widget's own colours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from relief_tui.blocks.colour import blend
from relief_tui.blocks.digits import WIDE, digits
from relief_tui.blocks.digits import size as pen_for
from relief_tui.blocks.raster import Bitmap, cells
from relief_tui.blocks.terminal import plain_characters


@lru_cache(maxsize=4096)
def _style(upper: int, lower: int, ground: str, ink: str) -> tuple[str, Style]:
    """Glyph and style of a cell whose halves are covered so much (0–255)."""
    high = RichColor.from_rgb(*blend(ground, ink, upper))
    low = RichColor.from_rgb(*blend(ground, ink, lower))
    if upper == lower:
        return " ", Style(bgcolor=high)
    return "▄", Style(color=low, bgcolor=high)


@lru_cache(maxsize=64)
def strips(bitmap: Bitmap, ground: str, ink: str, *, ascii_only: bool) -> tuple[Strip, ...]:
    """The bitmap as lines of the terminal, in runs of equal cells."""
    lines: list[Strip] = []
    for row in cells(bitmap):
        segments: list[Segment] = []
        run, last = "", None
        for upper, lower in row:
            if ascii_only:
                upper = lower = 255 if upper + lower >= 255 else 0  # half a cell of ink is ink
            glyph, style = _style(upper, lower, ground, ink)
            if style is not last and run:
                segments.append(Segment(run, last))
                run = ""
            run, last = run + glyph, style
        segments.append(Segment(run, last))
        lines.append(Strip(segments, bitmap.width))
    return tuple(lines)


class Blocks(Widget):
    """Paints a bitmap centred in its area, or its plain words where the bitmap does not fit."""

    words: reactive[str] = reactive("")

    _painted: Sequence[Strip] = ()
    _painted_key: object = None

    def bitmap(self, size: Size) -> Bitmap | None:
        """The bitmap for an area of ``size`` cells; None if only plain words fit."""
        raise NotImplementedError

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint anew if size, words or colours are others: they are the same for all lines."""
        _, _, ground, ink = self.colors
        key = (self.size, self.words, ground.hex6, ink.hex6, self._extra())
        if key != self._painted_key:
            self._painted_key = key
            self._painted = self._paint(self.size, self.words, ground.hex6, ink.hex6)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of cells."""
        if y < len(self._painted):
            return self._painted[y]
        return Strip.blank(self.size.width, self.rich_style)

    def _extra(self) -> object:
        """What else the picture depends on."""
        return None

    def _paint(self, size: Size, words: str, ground: str, ink: str) -> Sequence[Strip]:
        bitmap = self.bitmap(size)
        if bitmap is None or not size.width or not size.height:
            return self._plain(size, words, ground, ink)
        if self.app.console.color_system != "truecolor" or self.app.no_color:
            bitmap = bitmap.crisp()
        bitmap = bitmap.centred(size.width, 2 * size.height)
        return strips(bitmap, ground, ink, ascii_only=plain_characters())

    def _plain(self, size: Size, words: str, ground: str, ink: str) -> list[Strip]:
        style = Style(color=ink, bgcolor=ground, bold=True)
        middle = max(0, (size.height - 1) // 2)
        return [
            Strip([Segment((words if y == middle else "").center(size.width)[: size.width], style)])
            for y in range(size.height)
        ]


class Digits(Blocks):
    """Digits as large as their area allows."""

    words: reactive[str] = reactive("", repaint=False)
    _drawn: Bitmap | None = None

    wide: reactive[float] = reactive(WIDE)
    """Width of a digit over its height, at most."""

    def bitmap(self, size: Size) -> Bitmap | None:
        """Digits that fill the area; ten and nine share one size and place.

        The smallest are of half cells: plain characters have none.
        """
        if plain_characters() and not pen_for(self.words, size.width, size.height, wide=self.wide):
            return None
        return digits(self.words, size.width, size.height, wide=self.wide)

    def watch_words(self) -> None:
        """Repaint what differs: from one second to the next mostly the last digit."""
        before, self._drawn = self._drawn, self.bitmap(self.size)
        changed = _difference(before, self._drawn)
        self.refresh(*(() if changed is None else (changed,)))

    def _extra(self) -> object:
        return self.wide


def _difference(one: Bitmap | None, other: Bitmap | None) -> Region | None:
    """The columns in which two bitmaps of one size differ; None if they cannot be compared."""
    if one is None or other is None or (one.width, one.height) != (other.width, other.height):
        return None
    columns = [
        x
        for x, (before, after) in enumerate(
            zip(zip(*one.rows, strict=True), zip(*other.rows, strict=True), strict=True)
        )
        if before != after
    ]
    if not columns:
        return None
    return Region(columns[0], 0, columns[-1] - columns[0] + 1, (one.height + 1) // 2)
