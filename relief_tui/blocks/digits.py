"""Digits that fill an area, and words in block letters."""

from __future__ import annotations

from functools import lru_cache

from relief_tui.blocks import letters
from relief_tui.blocks.raster import Bitmap, beside, box, fill, from_pixels
from relief_tui.blocks.strokes import DRAWN, Pen, glyph

WIDE = 0.86
"""Width of a digit over its height, at most."""

NARROW = 0.52
"""Width of a digit over its height, at least: a digit that would be narrower is made lower."""

SLENDER = 6.2
"""Height of a digit over its stroke."""

MARGIN = 4
"""Columns left free beside the digits, both sides together."""

LOWEST = 8
"""Pixels in height below which a stroke of two leaves no opening in 8."""

CHARACTERS = frozenset("0123456789:.× ")

CROSS, AROUND_CROSS = 4, 1
"""Strokes that the sign between a load and its repetitions is wide, and high; and strokes of air
on either side of it, besides the gap between two digits."""


def digits(text: str, cols: int, rows: int, *, wide: float = WIDE) -> Bitmap | None:
    """Return `text` as large as it goes in the middle of `cols` x `rows` terminal cells.

    `text` is made of digits, colons, points, crosses (×) and spaces; a space is as wide as a digit
    and all digits are equally wide, so a countdown that keeps its length stands still. The bitmap
    is as large as the area: `cols` pixels wide and twice `rows` high. None means that the area is
    too small, or that `text` holds something else: it is then to be shown as plain text. `wide` is
    the greatest width of a digit over its height.
    """
    return _digits(text, cols, rows, wide)


@lru_cache(maxsize=32)
def _digits(text: str, cols: int, rows: int, wide: float) -> Bitmap | None:
    if not CHARACTERS.issuperset(text) or not text.strip(":.× "):
        return None
    if pen := size(text, cols, rows, wide=wide):
        line = beside([_digit(char, pen) for char in text], pen.stroke)
        return line.centred(cols, 2 * rows)
    if fits(text, 1, cols) and 2 * rows >= letters.HEIGHT:
        return big_letters(text, 1).centred(cols, 2 * rows)
    return None


def size(text: str, cols: int, rows: int, *, wide: float = WIDE) -> Pen | None:
    """Return the size of one digit of `text` in `cols` x `rows` cells, or None if it is too small.

    Margins are given up before the strokes are.
    """
    return _size(text, cols - MARGIN, rows, wide) or _size(text, cols, rows, wide)


def _size(text: str, cols: int, rows: int, wide: float) -> Pen | None:
    dots, crosses = text.count(":") + text.count("."), text.count("×")
    count = len(text) - dots - crosses
    if not count:
        return None
    for height in range(_tallest(rows), LOWEST - 1, -1):
        stroke = max(2, round(height / SLENDER))
        # An even rest gives the upper and the lower opening the same height.
        if (height - 3 * stroke) % 2:
            continue
        gaps = stroke * (len(text) - 1 + dots + (CROSS + 2 * AROUND_CROSS) * crosses)
        width = min((cols - gaps) // count, int(wide * height))
        if width >= max(3 * stroke, NARROW * height):
            return Pen(width, height, stroke)
    return None


def _tallest(rows: int) -> int:
    """Return the greatest height of digits in `rows` rows, in pixels: small areas spare air."""
    if rows <= 9:
        return 2 * rows - 2
    return 2 * rows - (3 if rows <= 12 else 4)


def _digit(char: str, pen: Pen) -> Bitmap:
    width, height, stroke = pen
    if char == " ":
        return Bitmap(width, (bytes(width),) * height)
    if char in ":.":
        top = round(0.3 * height - stroke / 2)
        dots = (top, height - stroke - top) if char == ":" else (height - stroke,)
        return fill([box(0, y, stroke, y + stroke) for y in dots], stroke, height)
    if char == "×":
        side = CROSS * stroke
        cross = glyph("X", Pen(side, side, stroke))
        return cross.centred(side + 2 * AROUND_CROSS * stroke, height)
    return glyph(char, pen)


def fits(text: str, k: int, cols: int) -> bool:
    """Tell whether `text` in block letters of scale `k` is at most `cols` columns wide."""
    return letters.width(text) * k <= cols


def big_letters(text: str, k: int) -> Bitmap:
    """Return `text` in block letters 5 * `k` pixels high, their strokes `k` pixels wide (k from 1).

    Letters are folded to the alphabet as `letters.fold` does; use `fits` to choose `k`.
    """
    return _big_letters(text, k)


@lru_cache(maxsize=64)
def _big_letters(text: str, k: int) -> Bitmap:
    return beside([_letter(char, k) for char in letters.fold(text)], k * letters.GAP)


def _letter(char: str, k: int) -> Bitmap:
    pixels = letters.GLYPHS[char].split()
    if k > 1 and char in DRAWN:
        return glyph(char, Pen(len(pixels[0]) * k, letters.HEIGHT * k, k))
    return from_pixels(pixels, k)


def big_shape(name: str, k: int) -> Bitmap:
    """Return the sign of a phase (a name of `letters.SHAPES`), 5 * `k` pixels square (k from 1)."""
    side = letters.HEIGHT * k
    if k == 1 or name not in DRAWN | {"check"}:
        return from_pixels(letters.SHAPES[name], k)
    if name == "check":
        return _letter("?", k).centred(side, side)
    return glyph(name, Pen(side, side, k))
