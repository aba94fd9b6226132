"""The colours of every phase, in three themes, and the style sheet classes made from them.

``fill`` is the band of a phase, ``on`` the words on it, ``ground`` the tint behind everything,
``ink`` the digits. Every phase differs in lightness, hue, word and shape.
"""

from __future__ import annotations

from textual.color import Color
from textual.theme import Theme

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
}  # fmt: skip

DEFAULT_THEME = "relief-dark"
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
    """The style sheet variables of a theme: ``$hold-fill``, ``$raised``, ``$dim``, …"""
    (ground, raised, line, dim, text), tones = _colours(_TABLE[name])
    found = {"ground": ground, "raised": raised, "line": line, "dim": dim, "plain": text}
    for tone, parts in tones.items():
        words = parts["on"] if tone in _INVERSE else text
        back = Color.parse(parts["ground"])
        found |= {f"{tone}-{part}": value for part, value in parts.items()}
        found[f"{tone}-words"] = words
        found[f"{tone}-dim"] = words if tone in _INVERSE else dim
        found[f"{tone}-raised"] = back.blend(Color.parse(words), 0.075).hex6
    return found


def themes() -> list[Theme]:
    """The project's own themes."""
    found = []
    for name, table in _TABLE.items():
        (ground, raised, line, dim, text), tones = _colours(table)
        found.append(
            Theme(
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
                dark=name != "relief-light",
                variables=variables(name) | {"border": line, "footer-foreground": dim},
            )
        )
    return found
