"""A moment of a pose as pixels: which inks lie on each of them, and how much of it they cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from relief_tui.blocks.field import Body, Frame, Patch, covered
from relief_tui.blocks.leg import Ink, Stance, calf, forefoot, shoe, shorts, skin, sole
from relief_tui.blocks.poses import FRAMES, POSES, Pose
from relief_tui.blocks.raster import FULL
from relief_tui.coach.value import dataclass

Pixel = tuple[tuple[Ink, int], ...]
"""The inks of a pixel, the hindmost first, each with its coverage (1 to 255)."""

Rows = tuple[tuple[Pixel, ...], ...]

_BLEEDS = ("sitting", "curl")
"""Here the thigh goes on to the edge of the picture: what is left over lies on its side."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One picture: the `pose`, which of its frames (0 to `FRAMES` - 1), the frame of its ghost
    (None: no ghost), with the arrow or without, mirrored for the right leg."""

    pose: str
    frame: int = 0
    ghost: int | None = None
    arrow: bool = False
    mirrored: bool = False


@lru_cache(maxsize=64)
def figure(moment: Moment, width: int, height: int) -> Rows:
    """The moment in an area of `width` x `height` pixels, as large as it goes."""
    pose = POSES[moment.pose]
    frame = _frame(pose, width, height, bleeds=moment.pose in _BLEEDS)
    rows: list[list[Pixel]] = [[()] * width for _ in range(height)]
    for ink, body in _parts(pose, moment):
        _lay(rows, ink, _patch(body, frame))
    if pose.stance(0).prone:
        rows.reverse()
    return tuple(tuple(reversed(row) if moment.mirrored else row) for row in rows)


def crisp(pixel: Pixel) -> Pixel:
    """The pixel for terminals without blended colours: all of the last ink that counts."""
    inks = [(ink, FULL) for ink, cover in pixel if cover > FULL // 2]
    return tuple(inks[-1:])


def _frame(pose: Pose, width: int, height: int, *, bleeds: bool) -> Frame:
    left, top, right, bottom = pose.box
    scale = min(width / (right - left), height / (bottom - top))
    spare_x = width / scale - (right - left)
    spare_y = height / scale - (bottom - top)
    corner = left - (spare_x if bleeds else spare_x / 2), top - spare_y / 2
    return Frame(corner, scale, width, height)


def _parts(pose: Pose, moment: Moment) -> Iterator[tuple[Ink, Body]]:
    """What is drawn, the hindmost first."""
    now = pose.stance(moment.frame / (FRAMES - 1))
    yield from pose.around
    if moment.ghost is not None and moment.ghost != moment.frame:
        other = pose.stance(moment.ghost / (FRAMES - 1))
        if pose.whole:
            yield Ink.GHOST, shoe(other)
            yield Ink.GHOST, skin(other)
        else:
            yield Ink.GHOST, forefoot(other)
    yield from _leg(now)
    if moment.arrow and pose.arrow is not None:
        yield Ink.ARROW, pose.arrow


def _leg(stance: Stance) -> Iterator[tuple[Ink, Body]]:
    yield Ink.SKIN, skin(stance)
    yield Ink.SHORTS, shorts(stance)
    yield Ink.CALF, calf(stance)
    yield Ink.SHOE, shoe(stance)
    yield Ink.SOLE, sole(stance)


@lru_cache(maxsize=64)
def _patch(body: Body, frame: Frame) -> Patch:
    return covered(body, frame)


def _lay(rows: Sequence[list[Pixel]], ink: Ink, patch: Patch) -> None:
    """Lay an ink over what is there; what it covers wholly is gone. An ink that touches itself
    flows together."""
    whole: Pixel = ((ink, FULL),)
    for y, covers in enumerate(patch.rows, patch.top):
        row = rows[y]
        for x, cover in enumerate(covers, patch.left):
            if cover == FULL:
                row[x] = whole
            elif cover:
                below = row[x]
                if below and below[-1][0] is ink:
                    below, cover = below[:-1], max(below[-1][1], cover)
                row[x] = (*below, (ink, cover))
