"""A screen as a picture in plain text: also the cells that only their colour fills."""

from __future__ import annotations

from rich.style import Style
from textual.color import Color
from textual.geometry import Region

from relief_tui.widgets.bar import RoundBar
from relief_tui.widgets.blocks import Blocks
from tests.support.pilot import Face

_SEEN = 0.25
"""A pixel that is covered more than this is seen as ink."""
_GLYPHS = {(False, False): " ", (True, True): "█", (True, False): "▀", (False, True): "▄"}


def picture(face: Face) -> str:
    """The screen, its block letters, digits and bars drawn with the characters for them.

    The place of a file, which is another in every run, is left out.
    """
    screen = face.app.screen
    strips = screen._compositor.render_strips()
    lines = [list(strip.text) for strip in strips]
    for widget in (*screen.query(Blocks), *screen.query(RoundBar)):
        _, _, ground, ink = widget.colors
        region = screen.find_widget(widget).visible_region if widget.is_on_screen else Region()
        for y in region.line_range:
            x = region.x
            for text, style, _ in strips[y].crop(region.x, region.right):
                for character in text:
                    lines[y][x] = _drawn(character, style, ground, ink)
                    x += 1
    for widget in screen.query("#path"):
        for x in widget.region.column_range:
            lines[widget.region.y][x] = " "
    return "\n".join("".join(line).rstrip() for line in lines)


def _drawn(character: str, style: Style | None, ground: Color, ink: Color) -> str:
    if character not in " ▄" or style is None or style.bgcolor is None:
        return character
    upper = _cover(Color.from_rich_color(style.bgcolor), ground, ink)
    lower = upper
    if character == "▄":
        lower = _cover(Color.from_rich_color(style.color), ground, ink)
    if upper == lower and _SEEN > upper > 0.1:
        return "░"
    return _GLYPHS[upper > _SEEN, lower > _SEEN]


def _cover(colour: Color, ground: Color, ink: Color) -> float:
    """How far ``colour`` is on the way from ``ground`` to ``ink``."""
    away = sum(abs(a - b) for a, b in zip(colour.rgb, ground.rgb, strict=True))
    whole = sum(abs(a - b) for a, b in zip(ink.rgb, ground.rgb, strict=True))
    return away / whole if whole else 0.0
