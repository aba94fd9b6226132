"""Colours between two colours, mixed as light mixes, and how well one is read on another."""

from __future__ import annotations

from functools import lru_cache

Rgb = tuple[int, int, int]
"""Red, green and blue, each 0 to 255."""

GAMMA = 2.2
FULL = 255


def rgb(colour: str) -> Rgb:
    """Return the three parts of a colour written `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=4096)
def _blend(ground: str, ink: str, cover: int) -> Rgb:
    share = cover / FULL
    red, green, blue = (
        round((below**GAMMA * (1 - share) + above**GAMMA * share) ** (1 / GAMMA))
        for below, above in zip(rgb(ground), rgb(ink), strict=True)
    )
    return red, green, blue


def blend(ground: str, ink: str, cover: int) -> Rgb:
    """Return the colour of a pixel of `ground` of which `cover` 255ths are covered by `ink`.

    Light is mixed, not numbers: a half-covered pixel then looks half as bright from afar.
    """
    return _blend(ground, ink, cover)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour after WCAG 2: 0 for black, 1 for white."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / FULL for value in rgb(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours after WCAG 2: from 1 (equal) to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
