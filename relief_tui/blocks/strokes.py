"""Letters and digits drawn with a square pen, at any size.

The pen is a square as wide as the stroke. Its places have names of a column and a row: columns
L C R are left, centre and right, Q and K stand between; rows T M B are top, middle and bottom.
A path is a list of places; `*` rounds the elbow there, `+` begins another path, `closed` leads
back to the start, `/` makes the path one slanted stroke.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from relief_tui.blocks.raster import Bitmap, Part, Span, box, elbow, fill, slant

PATHS: dict[str, str] = {
    "0": "LT* RT* RB* LB* closed",
    "2": "LT RT* RM* LM* LB RB",
    "3": "LT RT* RM* CM + CM RM* RB* LB",
    "4": "LT LM RM + RT RB",
    "5": "RT LT LM RM* RB* LB",
    "6": "RT LT* LB* RB* RM* LM",
    "8": "LT* RT* RM* LM* closed + LM* RM* RB* LB* closed",
    "9": "LB RB* RT* LT* LM* RM",
    "A": "LB LT* RT* RB + LM RM",
    "B": "LB LT RT* RM* LM + LM RM* RB* LB",
    "C": "RT LT* LB* RB",
    "D": "LB LT RT* RB* LB",
    "E": "RT LT LB RB + LM RM",
    "F": "RT LT LB + LM RM",
    "G": "RT LT* LB* RB* RM CM",
    "H": "LT LB + RT RB + LM RM",
    "I": "LT LB",
    "J": "RT RB* LB* LM",
    "K": "LT LB + /LM RT + /LM RB",
    "L": "LT LB RB",
    "M": "LT LB + RT RB + /LT CM + /RT CM",
    "N": "LT LB + RT RB + /LT RB",
    "O": "LT* RT* RB* LB* closed",
    "P": "LB LT RT* RM* LM",
    "Q": "LT* RT* RB* LB* closed + /CM RB",
    "R": "LB LT RT* RM* LM + /CM RB",
    "S": "RT LT* LM* RM* RB* LB",
    "T": "LT RT + CT CB",
    "U": "LT LB* RB* RT",
    "V": "/LT CB + /RT CB",
    "W": "/LT QB + /CM QB + /CM KB + /RT KB",
    "X": "/LT RB + /RT LB",
    "Y": "/LT CM + /RT CM + CM CB",
    "Z": "LT RT + LB RB + /RT LB",
    "?": "LT RT* RM* CM + CB",
    "/": "/RT LB",
    "%": "LT + /RT LB + RB",
    "→": "LM RM + /CT RM + /CB RM",
    "ready": "CT CB + /CT LM + /CT RM",
    "ease_out": "CT CB + /CB LM + /CB RM",
    "release": "LT RT RB LB closed",
}
"""The paths of each letter, digit and phase shape that is more than its small bitmap enlarged."""

DRAWN = frozenset(PATHS) | {"1", "7", "rest"}
"""Everything `glyph` can draw."""


class Pen(NamedTuple):
    """The size of a glyph and of the square pen that draws it, in pixels."""

    width: int
    height: int
    stroke: int

    def at(self, place: str) -> Span:
        """Return the top left corner of the pen at a named place."""
        x, y = self.width - self.stroke, self.height - self.stroke
        # Centre and middle keep to whole pixels: a stem on half pixels is blurred on both sides.
        columns = {"L": 0.0, "Q": 0.22 * x, "C": x // 2, "K": 0.78 * x, "R": x}
        rows = {"T": 0, "M": y // 2, "B": y}
        return columns[place[0]], rows[place[1]]


@lru_cache(maxsize=128)
def _glyph(name: str, pen: Pen) -> Bitmap:
    return fill(_parts(name, pen), pen.width, pen.height)


def glyph(name: str, pen: Pen) -> Bitmap:
    """Return one of `DRAWN` (a character or the name of a phase shape) as drawn by `pen`.

    The glyph is to be at least three strokes wide (I: one) and three strokes high.
    """
    return _glyph(name, pen)


def _parts(name: str, pen: Pen) -> Iterator[Part]:
    if name == "1":
        return _one(pen)
    if name == "7":
        return _seven(pen)
    if name == "rest":
        return _disc(pen)
    return _drawn(PATHS[name], pen)


def _one(pen: Pen) -> Iterator[Part]:
    width, height, stroke = pen
    stem = (width - stroke) // 2
    reach = min(round(1.1 * stroke), stem)
    yield box(stem, 0, stem + stroke, height)
    yield box(stem - reach, 0, stem, stroke)
    yield box(stem - reach, height - stroke, stem + stroke + reach, height)


def _seven(pen: Pen) -> Iterator[Part]:
    width, height, stroke = pen
    yield box(0, 0, width, stroke)
    yield slant((0.3 * width, 0, width, height), stroke, falls=False)


def _disc(pen: Pen) -> Iterator[Part]:
    radius = pen.width / 2
    for side in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        yield elbow((radius, radius), radius, 0, side)


def _drawn(paths: str, pen: Pen) -> Iterator[Part]:
    for path in paths.split("+"):
        places = path.split()
        if places[0].startswith("/"):
            yield _slanted(pen.at(places[0][1:]), pen.at(places[1]), pen.stroke)
        else:
            yield from _swept(places, pen)


def _slanted(start: Span, end: Span, stroke: int) -> Part:
    (left, top), (right, bottom) = sorted((start, end))
    area = (left, min(top, bottom), right + stroke, max(top, bottom) + stroke)
    return slant(area, stroke, falls=top < bottom)


def _swept(places: list[str], pen: Pen) -> Iterator[Part]:
    """Yield the straight arms and the elbows of a path that only runs level and upright."""
    closed = places[-1] == "closed"
    if closed:
        places = places[:-1]
    half = pen.stroke / 2
    points = [pen.at(place) for place in places]
    middles = [(x + half, y + half) for x, y in points]
    ends = list(range(len(places)))
    radii = [_radius(points, i, pen.stroke) if "*" in places[i] else 0.0 for i in ends]
    for i in ends if closed or len(ends) == 1 else ends[:-1]:
        j = (i + 1) % len(ends)
        yield _arm(middles[i], middles[j], (radii[i], radii[j]), half)
    for i in ends:
        if radii[i]:
            yield _bend(middles[i - 1], middles[i], middles[(i + 1) % len(ends)], radii[i], half)


def _radius(points: list[Span], i: int, stroke: int) -> float:
    """Return the outer radius of the elbow at point i: two strokes, or half of a shorter arm."""
    (x, y), neighbours = points[i], (points[i - 1], points[(i + 1) % len(points)])
    arm = min(abs(x - x2) + abs(y - y2) + stroke for x2, y2 in neighbours)
    # Rounded inside, an opening two pixels wide would fill up: it keeps its corners.
    if arm - 2 * stroke < 3:
        return stroke
    return min(2 * stroke + (stroke > 3), arm / 2)


def _toward(start: Span, end: Span) -> Span:
    """Return the direction from `start` to `end` as -1, 0 or 1 across and down."""
    (x, y), (x2, y2) = start, end
    return (x2 > x) - (x2 < x), (y2 > y) - (y2 < y)


def _arm(start: Span, end: Span, radii: Span, half: float) -> Part:
    """Return the straight stroke between two middles of the pen, short of any elbows."""
    across, down = _toward(start, end)
    before, after = (radius - half if radius else -half for radius in radii)
    xs = sorted((start[0] + across * before, end[0] - across * after))
    ys = sorted((start[1] + down * before, end[1] - down * after))
    side, cap = half * (not across), half * (not down)
    return box(xs[0] - side, ys[0] - cap, xs[1] + side, ys[1] + cap)


def _bend(before: Span, here: Span, after: Span, radius: float, half: float) -> Part:
    """Return the rounded elbow `here` between the arms that come from `before` and `after`."""
    (across, down), (across2, down2) = _toward(here, before), _toward(here, after)
    inward_x, inward_y = across + across2, down + down2
    centre = (here[0] + (radius - half) * inward_x, here[1] + (radius - half) * inward_y)
    return elbow(centre, radius, radius - 2 * half, (-inward_x, -inward_y))
