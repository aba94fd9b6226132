"""The colours of every phase, in four themes, and the style sheet variables made from them.

``fill`` is the band of a phase, ``on`` the words on it, ``ground`` the tint behind everything,
``ink`` the digits. Every phase differs in lightness, hue, word and shape.
"""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from relief_tui.blocks.colour import contrast

TONES = ("ready", "ease-out", "hold", "release", "check", "rest", "danger")
PARTS = ("ground", "fill", "on", "ink")

# theme → general colours (ground raised line dim text), then PARTS of each of TONES
_TABLE = {
    "relief-dark": """
        081013 131d23 3c4a51 a0adb4 e1e9ed
        0a1217 6e8d9f 010f18 cfe1ed   1a1103 f4af2d 140b01 ffc85f   011b13 39bc97 01110b 71f3ca
        b3dfff b3dfff 030e19 021322   12100a faf1dc 120d01 faf1dc   121029 6861b6 ffffff bdbcff
        a20519 a20519 ffffff ffffff""",
    "relief-light": """
        f3f8fa e3ebef a6b3ba 4f5d65 111c22
        f2f8fb 84a0b1 010f18 2e404b   fff2de f4af2d 140b01 694500   e2faf1 007f62 ffffff 005641
        00427e 00427e ffffff f3f9ff   f9f7ef 231f14 ffffff 251f0e   f0f0fe d5d5fa 0c0b1a 443493
        a20519 a20519 ffffff ffffff""",
    "relief-contrast": """
        000000 1a1a1a bdbdbd e0e0e0 ffffff
        000000 989898 000000 ebebeb   000000 ffc23f 000000 ffcf50   000000 00d3a5 000000 4bffce
        cdecff cdecff 000000 000000   000000 ffffff 000000 ffffff   000000 5644b4 ffffff ceceff
        940015 940015 ffffff ffffff""",
    "relief-ansi": """
        000000 0000aa aaaaaa aaaaaa ffffff
        000000 00aaaa 000000 55ffff   000000 ffff55 000000 ffff55   000000 55ff55 000000 55ff55
        aaaaaa aaaaaa 000000 000000   000000 ffffff 000000 ffffff   000000 aa00aa ffffff ff55ff
        aa0000 aa0000 ffffff ffffff""",
}  # fmt: skip

DEFAULT_THEME, LIGHT_THEME, ANSI_THEME = "relief-dark", "relief-light", "relief-ansi"
"""The last is made of the sixteen colours alone, so that a terminal of no more shows it as it is;
never of their dark grey, which many palettes show as black."""
_FEW = ("standard", "windows")
"""What the console calls a terminal of sixteen colours."""
_RAISED, _TRACK, _LINE, _HATCH, _DIM = 0.075, 0.18, 0.25, 0.45, 0.72
"""How far on the way from ground to text."""
_BLUE, _WHITE = Color(0, 0, 170), Color(170, 170, 170)
_READABLE = 4.5
"""The least contrast of text (WCAG 2.2 AA)."""
_INVERSE = ("release", "danger")
"""Tones that fill the whole screen: all their text is in the colour of the words on the fill."""


def _colours(table: str) -> tuple[list[str], dict[str, dict[str, str]]]:
    values = [f"#{value}" for value in table.split()]
    general, rest = values[:5], values[5:]
    tones = {
        tone: dict(zip(PARTS, rest[4 * i : 4 * i + 4], strict=True)) for i, tone in enumerate(TONES)
    }
    return general, tones


def variables(name: str) -> dict[str, str]:
    """The style sheet variables of a theme of ours: ``$hold-fill``, ``$raised``, ``$dim``, …"""
    (ground, raised, line, dim, text), tones = _colours(_TABLE[name])
    found = {"ground": ground, "raised": raised, "line": line, "dim": dim, "plain": text}
    for tone, parts in tones.items():
        words = parts["on"] if tone in _INVERSE else text
        back = Color.parse(parts["ground"])
        found |= {f"{tone}-{part}": value for part, value in parts.items()}
        found[f"{tone}-words"] = words
        found[f"{tone}-dim"] = words if tone in _INVERSE else dim
        found[f"{tone}-raised"] = back.blend(Color.parse(words), _RAISED).hex6
        if name == ANSI_THEME:  # between sixteen colours there is nothing
            found[f"{tone}-raised"] = parts["ground"] if tone in _INVERSE else raised
    return found


def borrowed(theme: Theme) -> dict[str, str]:
    """The same for a theme that is not ours: the phases keep our colours, everything else is in
    those of the theme, unless they were too pale to read."""
    found = variables(ANSI_THEME if theme.ansi else DEFAULT_THEME if theme.dark else LIGHT_THEME)
    if theme.ansi:
        return found
    given = theme.to_color_system().generate()
    ground, text = Color.parse(given["background"]), Color.parse(given["foreground"])
    raised, dim = ground.blend(text, _RAISED), ground.blend(text, _DIM)
    if min(contrast(dim.hex6, raised.hex6), contrast(dim.hex6, ground.hex6)) < _READABLE:
        return found
    line = ground.blend(text, _LINE)
    own = {"ground": ground, "raised": raised, "line": line, "dim": dim, "plain": text}
    return found | {name: colour.hex6 for name, colour in own.items()}


def fitting(wanted: str, known: Container[str], colour_system: str | None) -> str:
    """The theme that is shown where ``wanted`` is set: the default if there is none of that name;
    that of sixteen colours where the terminal has no more."""
    if colour_system in _FEW:
        return ANSI_THEME
    return wanted if wanted in known else DEFAULT_THEME


def track(ground: Color, ink: Color, colour_system: str | None) -> Color:
    """What of a bar is still to be filled: between ``ground`` and ``ink``, and unlike either."""
    return _BLUE if colour_system in _FEW else ground.blend(ink, _TRACK)


def hatched(ground: Color, ink: Color, colour_system: str | None) -> Color:
    """The strokes over what is out of bounds."""
    return _WHITE if colour_system in _FEW else ground.blend(ink, _HATCH)


@lru_cache(maxsize=256)
def faint(ground: Color, ink: Color, colour_system: str | None) -> Color:
    """The colour of words that stand back, on ``ground``, beside others in ``ink``; it is ``ink``
    where they could not be read otherwise."""
    back = _WHITE if colour_system in _FEW else ground.blend(ink, _DIM)
    return back if contrast(back.hex6, ground.hex6) >= _READABLE else ink


def themes() -> list[Theme]:
    """The project's own themes."""
    return [_theme(name) for name in _TABLE]


def _theme(name: str) -> Theme:
    (ground, raised, line, dim, text), tones = _colours(_TABLE[name])
    return Theme(
        name=name,
        primary=tones["hold"]["fill"],
        secondary=tones["ready"]["fill"],
        accent=tones["ease-out"]["fill"],
        warning=tones["ease-out"]["fill"],
        error=tones["danger"]["fill"],
        success=tones["hold"]["fill"],
        foreground=text,
        background=ground,
        surface=raised,
        panel=raised,
        dark=name != LIGHT_THEME,
        variables=variables(name) | {"border": line, "footer-foreground": dim},
    )


def names() -> list[str]:
    """All themes that the app can wear, ours first."""
    return [*_TABLE, *sorted(BUILTIN_THEMES)]
