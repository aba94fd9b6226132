"""Coverage bitmaps: how much of each pixel a shape covers.

A pixel is half a terminal cell (two stand in every cell), so pixels are square. Coordinates are
in pixels from the top left corner and need not be whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from math import sqrt

from relief_tui.coach.value import dataclass

FULL = 255
"""The coverage of a pixel that is all ink."""

SCANS = 8
"""How many lines are looked at in a row of pixels with a curve or a slant in it."""

Span = tuple[float, float]
"""Left and right end of a line, or x and y of a point."""

Cell = tuple[int, int]
"""Upper and lower coverage of a terminal cell."""


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A rectangle of pixels, each covered by ink from 0 (not at all) to 255 (wholly).

    `rows` holds one byte a pixel, top row first; every row is `width` pixels long.
    """

    width: int
    rows: tuple[bytes, ...]

    @property
    def height(self) -> int:
        """How many pixels high it is."""
        return len(self.rows)

    def crisp(self) -> Bitmap:
        """Return the same shape for terminals without blended colours: all ink or none."""
        table = bytes(FULL if cover > FULL // 2 else 0 for cover in range(FULL + 1))
        return Bitmap(self.width, tuple(row.translate(table) for row in self.rows))

    def centred(self, width: int, height: int) -> Bitmap:
        """Return it in the middle of an area no smaller; an odd pixel goes right or below."""
        left, top = (width - self.width) // 2, (height - self.height) // 2
        before, after = bytes(left), bytes(width - self.width - left)
        empty = (bytes(width),)
        rows = tuple(before + row + after for row in self.rows)
        return Bitmap(width, empty * top + rows + empty * (height - self.height - top))


def from_pixels(pixels: Sequence[str], scale: int = 1) -> Bitmap:
    """Return rows of `0` and `1` as a bitmap, each pixel enlarged to `scale` x `scale`."""
    rows = (b"".join(bytes([FULL * (bit == "1")]) * scale for bit in row) for row in pixels)
    return Bitmap(len(pixels[0]) * scale, tuple(row for row in rows for _ in range(scale)))


def beside(bitmaps: Sequence[Bitmap], gap: int) -> Bitmap:
    """Return bitmaps of one height in a line from left to right, `gap` pixels between them."""
    rows = tuple(map(bytes(gap).join, zip(*(each.rows for each in bitmaps), strict=True)))
    return Bitmap(sum(each.width for each in bitmaps) + gap * max(0, len(bitmaps) - 1), rows)


def cells(bitmap: Bitmap) -> list[list[Cell]]:
    """Return the bitmap as rows of terminal cells: (upper coverage, lower coverage) of each.

    Equal halves are painted as a space on that colour, others as `▄` in the colour of the lower
    half on the colour of the upper one. An odd last row gets an empty row below it.
    """
    upper, lower = bitmap.rows[::2], bitmap.rows[1::2]
    return [
        list(zip(above, below, strict=True))
        for above, below in zip_longest(upper, lower, fillvalue=bytes(bitmap.width))
    ]


@dataclass(frozen=True, slots=True)
class Part:
    """A shape that any line across it cuts in one piece: `span` of y gives its left and right.

    `upright` parts have the same span at every height between `top` and `bottom`.
    """

    top: float
    bottom: float
    span: Callable[[float], Span]
    upright: bool


def box(left: float, top: float, right: float, bottom: float) -> Part:
    """Return an upright rectangle."""
    return Part(top, bottom, lambda _: (left, right), upright=True)


def elbow(centre: Span, outer: float, inner: float, side: Span) -> Part:
    """Return a quarter of a ring around `centre`, between the radii `inner` and `outer`.

    `side` names the quarter: (-1, -1) is up left of the centre, (1, 1) down right.
    """
    x, y = centre
    across, down = side

    def span(at: float) -> Span:
        rise = (at - y) ** 2
        far = sqrt(max(0.0, outer * outer - rise))
        near = sqrt(max(0.0, inner * inner - rise))
        return (x + near, x + far) if across > 0 else (x - far, x - near)

    return Part(y, y + outer, span, False) if down > 0 else Part(y - outer, y, span, False)


def slant(area: tuple[float, float, float, float], stroke: float, *, falls: bool) -> Part:
    """Return a slanted stroke from corner to corner of `area` (left, top, right, bottom).

    It is `stroke` thick measured across its own direction, so that it looks as heavy as an upright
    one, and cut level at both ends. It `falls` to the right or rises to it.
    """
    left, top, right, bottom = area
    broad, high = right - left, bottom - top
    # The level cut c of a stroke of thickness s: c = s * sqrt(1 + ((broad - c) / high) ** 2).
    cut = high * sqrt(high * high + broad * broad - stroke * stroke) - stroke * broad
    cut *= stroke / (high * high - stroke * stroke)

    def span(at: float) -> Span:
        way = (at - top) / high
        start = left + (broad - cut) * (way if falls else 1 - way)
        return start, start + cut

    return Part(top, bottom, span, upright=False)


def fill(parts: Iterable[Part], width: int, height: int) -> Bitmap:
    """Return the coverage of all `parts` together; where they overlap, ink counts once."""
    every = tuple(parts)
    return Bitmap(width, tuple(_row(every, y, width) for y in range(height)))


def _row(parts: Sequence[Part], y: int, width: int) -> bytes:
    """Return the coverage of the row of pixels between the heights y and y + 1."""
    near = [part for part in parts if part.top < y + 1 and part.bottom > y]
    level = all(part.upright and part.top <= y and part.bottom >= y + 1 for part in near)
    scans = 1 if level else SCANS
    cover = [0.0] * width
    for scan in range(scans):
        at = y + (scan + 0.5) / scans
        spans = sorted(part.span(at) for part in near if part.top <= at < part.bottom)
        for left, right in _joined(spans):
            _add(cover, left, right)
    return bytes(round(FULL * share / scans) for share in cover)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield sorted spans with the overlapping ones made one."""
    left = right = 0.0
    for start, end in spans:
        if start > right:
            yield left, right
            left, right = start, end
        else:
            right = max(right, end)
    yield left, right


def _add(cover: list[float], left: float, right: float) -> None:
    """Add to each pixel the part of it that lies between `left` and `right`."""
    first, last = int(left), int(right)
    if first == last:
        if left < right:
            cover[first] += right - left
        return
    cover[first] += first + 1 - left
    for pixel in range(first + 1, last):
        cover[pixel] += 1
    if last < right:
        cover[last] += right - last
