"""The leg on the screen: half blocks in the colours of the phase, or plain characters."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import ClassVar

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from relief_tui.blocks.colour import Rgb, blend, rgb
from relief_tui.blocks.figure import Moment, Pixel, Rows, crisp, figure
from relief_tui.blocks.leg import Ink
from relief_tui.blocks.plainfigure import plain_figure
from relief_tui.blocks.terminal import plain_characters

Inks = tuple[str, ...]
"""The ground and the colour of each ink after it, as `#rrggbb`."""

_SHARES = {Ink.FLOOR: 0.22, Ink.TRACK: 0.3, Ink.SKIN: 0.6, Ink.SHORTS: 0.28, Ink.ARROW: 0.9}
"""How far from the ground to the words the colour of an ink is."""
_GHOSTLY = 0.26
"""The same of a ghost, on the way to the shoe."""
_DARKER = 0.8
"""The same of a shoe in the colour of the words."""
_FEW = {
    False: (
        "blue",
        "blue",
        "blue",
        "white",
        "blue",
        "bright_yellow",
        "green",
        "bright_white",
        "bright_white",
        "bright_yellow",
    ),
    True: ("cyan", "cyan", "cyan", "blue", "black", "cyan", "black", "black", "black", "black"),
}
"""The inks where there are sixteen colours, on a dark ground and on a light one."""
_POOR = ("linux",)
"""Terminals whose fonts and colours do not do for half blocks."""


def few_colours(ground: str) -> Mapping[Ink, str]:
    """The names of the inks where there are sixteen colours."""
    return dict(zip(Ink, _FEW[Color.parse(ground).brightness > 0.5], strict=True))


def inks(ground: Color, words: Color, shoe: Color, calf: Color, stop: Color) -> Inks:
    """The colours of a figure on that ground. The sole stands out from the shoe."""
    if shoe == words:
        shoe = ground.blend(words, _DARKER)
    found = {ink: ground.blend(words, share) for ink, share in _SHARES.items()}
    found |= {
        Ink.GHOST: ground.blend(shoe, _GHOSTLY),
        Ink.CALF: calf,
        Ink.SHOE: shoe,
        Ink.SOLE: words,
        Ink.STOP: stop,
    }
    return (ground.hex6, *(found[ink].hex6 for ink in Ink))


@lru_cache(maxsize=4096)
def _mixed(pixel: Pixel, colours: Inks) -> Rgb:
    """The colour of a pixel; light is mixed, not numbers."""
    red_green_blue = rgb(colours[0])
    for ink, cover in pixel:
        red_green_blue = blend("#{:02x}{:02x}{:02x}".format(*red_green_blue), colours[ink], cover)
    return red_green_blue


@lru_cache(maxsize=8192)
def _cell(upper: Pixel, lower: Pixel, colours: Inks) -> tuple[str, Style]:
    high, low = _mixed(upper, colours), _mixed(lower, colours)
    above = RichColor.from_rgb(*high)
    if high == low:
        return " ", Style(bgcolor=above)
    return "▄", Style(color=RichColor.from_rgb(*low), bgcolor=above)


@lru_cache(maxsize=8192)
def _few(upper: Pixel, lower: Pixel, colours: Inks) -> tuple[str, Style]:
    """The same where there are sixteen colours."""
    ground = colours[0]
    few = few_colours(ground)
    high, low = (few[pixel[-1][0]] if pixel else ground for pixel in (upper, lower))
    if high == low:
        return " ", Style(bgcolor=high)
    return "▄", Style(color=low, bgcolor=high)


def _strips(rows: Rows, colours: Inks, *, colour_system: str) -> list[Strip]:
    cell = _cell
    if colour_system != "truecolor":
        rows = tuple(tuple(map(crisp, row)) for row in rows)
        cell = _cell if colour_system == "256" else _few
    strips = []
    for above, below in zip(rows[::2], rows[1::2], strict=True):
        segments: list[Segment] = []
        run, last = "", None
        for upper, lower in zip(above, below, strict=True):
            glyph, style = cell(upper, lower, colours)
            if style is not last and run:
                segments.append(Segment(run, last))
                run = ""
            run, last = run + glyph, style
        segments.append(Segment(run, last))
        strips.append(Strip(segments, len(above)))
    return strips


class Ankle(Widget):
    """Shows a moment of a pose; repaints what differs from the one before."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"ankle--shoe", "ankle--calf", "ankle--stop"}

    moment: reactive[Moment | None] = reactive(None, repaint=False)

    _painted: Sequence[Strip] = ()
    _key: object = None

    def watch_moment(self, before: Moment | None, moment: Moment | None) -> None:
        """Repaint the part that changed."""
        changed = self._changed(before, moment)
        if changed:
            self.refresh(changed)

    def _changed(self, before: Moment | None, moment: Moment | None) -> Region:
        """What differs; nothing as long as nothing is shown."""
        size = self.size
        if not size or moment == before:
            return Region()
        if before is None or moment is None or self.plain or before.pose != moment.pose:
            return size.region
        old, new = (figure(each, size.width, 2 * size.height) for each in (before, moment))
        cells = [
            (x, y // 2)
            for y, rows in enumerate(zip(old, new, strict=True))
            if rows[0] != rows[1]
            for x, pixels in enumerate(zip(*rows, strict=True))
            if pixels[0] != pixels[1]
        ]
        if not cells:
            return Region()
        columns, lines = zip(*cells, strict=True)
        left, top = min(columns), min(lines)
        return Region(left, top, max(columns) - left + 1, max(lines) - top + 1)

    @property
    def plain(self) -> bool:
        """True where it is drawn in characters."""
        return plain_characters() or self.app.no_color or os.environ.get("TERM", "") in _POOR

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint anew if the moment, the size or the colours are others."""
        key = (self.moment, self.size, colours := self._inks())
        if key != self._key:
            self._key = key
            self._painted = self._paint(self.moment, self.size, colours)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of cells."""
        if y < len(self._painted):
            return self._painted[y]
        return Strip.blank(self.size.width, self.rich_style)

    def _inks(self) -> Inks:
        _, _, ground, words = self.colors
        parts = ("shoe", "calf", "stop")
        colours = (self.get_component_styles(f"ankle--{part}").color for part in parts)
        return inks(ground, words, *colours)

    def _paint(self, moment: Moment | None, size: Size, colours: Inks) -> Sequence[Strip]:
        if moment is None or not size:
            return ()
        if self.plain:
            return self._in_characters(moment, size)
        system = self.app.console.color_system or ""
        return _strips(figure(moment, size.width, 2 * size.height), colours, colour_system=system)

    def _in_characters(self, moment: Moment, size: Size) -> Sequence[Strip]:
        lines = plain_figure(moment)
        if len(lines) > size.height or (lines and len(lines[0]) > size.width):
            return ()
        above = (size.height - len(lines)) // 2
        style = self.rich_style
        return [
            *([Strip.blank(size.width, style)] * above),
            *(Strip([Segment(line.center(size.width), style)], size.width) for line in lines),
        ]
