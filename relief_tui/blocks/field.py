"""Round bodies: tapered capsules that flow into one another, and how much of a pixel they cover.

Lengths are in the units of whoever draws; a pixel is `1 / scale` of them wide.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, hypot, sqrt

from relief_tui.blocks.raster import FULL
from relief_tui.coach.value import dataclass

Point = tuple[float, float]
"""x to the right, y down."""


@dataclass(frozen=True, slots=True)
class Capsule:
    """All that is near a line: within `thick` of its start, within `thin` of its end."""

    start: Point
    thick: float
    end: Point
    thin: float


@dataclass(frozen=True, slots=True)
class Edge:
    """A straight cut: kept is what lies behind `at`, seen against `out` (of length one)."""

    at: Point
    out: Point


@dataclass(frozen=True, slots=True)
class Body:
    """Capsules made one, their joints filled as far as `soft`, and cut at every edge.

    Without capsules it is all that the edges leave.
    """

    capsules: tuple[Capsule, ...] = ()
    soft: float = 0.0
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """The pixels that are drawn: `width` x `height` of them, of which the upper left corner shows
    the point `corner`, with `scale` pixels to a unit."""

    corner: Point
    scale: float
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Patch:
    """Coverage of a part of a frame: `rows` of bytes, the first beginning at pixel (left, top)."""

    left: int
    top: int
    rows: tuple[bytes, ...]


def covered(body: Body, frame: Frame) -> Patch:
    """Return how much of each pixel `body` covers. An edge is as soft as a pixel is wide."""
    left, top, right, bottom = _pixels(body, frame)
    (x0, y0), step = frame.corner, 1 / frame.scale
    xs = [x0 + (column + 0.5) * step for column in range(left, right)]
    rows = tuple(
        bytes(
            FULL if away <= -0.5 else 0 if away >= 0.5 else round(FULL * (0.5 - away))
            for away in _row(body, xs, y0 + (row + 0.5) * step, frame.scale)
        )
        for row in range(top, bottom)
    )
    return Patch(left, top, rows)


def _pixels(body: Body, frame: Frame) -> tuple[int, int, int, int]:
    """The pixels that `body` can reach: left, top, and past the right and the lower end."""
    if not body.capsules:
        return 0, 0, frame.width, frame.height
    spans = []
    for axis, most in ((0, frame.width), (1, frame.height)):
        low = min(
            min(each.start[axis] - each.thick, each.end[axis] - each.thin) for each in body.capsules
        )
        high = max(
            max(each.start[axis] + each.thick, each.end[axis] + each.thin) for each in body.capsules
        )
        start, scale = frame.corner[axis], frame.scale
        swell = body.soft / 4
        first = floor((low - swell - start) * scale - 0.5)
        last = ceil((high + swell - start) * scale + 0.5)
        spans.append((min(max(first, 0), most), min(max(last, 0), most)))
    (left, right), (top, bottom) = spans
    return left, top, right, bottom


def _row(body: Body, xs: Sequence[float], y: float, scale: float) -> list[float]:
    """How far outside the body the points of a row are, in pixels; inside it is negative."""
    row = _least([_from_capsule(each, xs, y) for each in body.capsules], body.soft)
    for edge in body.edges:
        (at_x, at_y), (out_x, out_y) = edge.at, edge.out
        down = (y - at_y) * out_y
        cut = [(x - at_x) * out_x + down for x in xs]
        row = [max(pair) for pair in zip(row, cut, strict=True)] if row else cut
    return [away * scale for away in row]


def _from_capsule(capsule: Capsule, xs: Sequence[float], y: float) -> list[float]:
    ax, ay = capsule.start
    bx, by = capsule.end[0] - ax, capsule.end[1] - ay
    length = hypot(bx, by) ** 2 or 1.0
    thick, taper = capsule.thick, capsule.thin - capsule.thick
    py = y - ay
    along = py * by
    found = []
    for x in xs:
        px = x - ax
        way = (px * bx + along) / length
        way = 0.0 if way < 0 else 1.0 if way > 1 else way
        dx, dy = px - way * bx, py - way * by
        found.append(sqrt(dx * dx + dy * dy) - thick - way * taper)
    return found


def _least(rows: Sequence[list[float]], soft: float) -> list[float]:
    """The least of each column; where two are within `soft` of each other, less than both: the
    polynomial smooth minimum."""
    if not rows:
        return []
    least = rows[0]
    for row in rows[1:]:
        least = [
            min(one, other)
            if not soft or (near := soft - abs(one - other)) <= 0
            else min(one, other) - near * near / (4 * soft)
            for one, other in zip(least, row, strict=True)
        ]
    return least
