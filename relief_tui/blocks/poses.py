"""The drawings of the leg: from where to where it goes in each position, and what is around it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import cos, radians, sin

from relief_tui.blocks.field import Body, Capsule, Edge, Point
from relief_tui.blocks.leg import BALL, HEEL, SHIN, SOLE, TIP, Ink, Stance, arrow
from relief_tui.coach.value import dataclass

FRAMES = 16
"""Pictures from one end of a movement to the other."""

Part = tuple[Ink, Body]


@dataclass(frozen=True, slots=True)
class Pose:
    """One drawing. `stance` gives the leg for 0 (where it begins) to 1 (toes to shin); `box` is
    what must be seen (left, top, right, bottom). `around` is what stands there, `arrow` the way
    to go. `whole`: the leg moves too, and its ghost is of the whole of it."""

    stance: Callable[[float], Stance]
    box: tuple[float, float, float, float]
    around: tuple[Part, ...] = ()
    arrow: Body | None = None
    whole: bool = False
    still: bool = False


def _between(start: float, end: float, way: float) -> float:
    return start + (end - start) * way


def _sitting(way: float) -> Stance:
    return Stance((SHIN, 0.0), -90.0, 0.0, 90.0 + _between(-40, 22, way))


def _flat(tilt: float, knee: float) -> Stance:
    return Stance((0.0, -SOLE), tilt, knee, 0.0)


def _on(place: Point, ahead: float, stance: Stance) -> Stance:
    """The same leg, the place `ahead` on its sole being at `place`."""
    x, y = stance.on_foot(ahead, SOLE)
    ankle = stance.ankle[0] + place[0] - x, stance.ankle[1] + place[1] - y
    return Stance(ankle, stance.tilt, stance.knee, stance.toes)


def _lunge(way: float) -> Stance:
    """The heel goes down first, then the knee forward."""
    lift = 36 * max(0.0, 1 - 2 * way)
    leg = Stance((0.0, 0.0), _between(-4, 24, way), 0.0, -lift)
    return _on((TIP, 0.0), TIP, leg)


def _bent(way: float) -> Stance:
    return _flat(_between(6, 34, way), _between(22, 62, way))


_SLOPE = 24.0
_BALL: Point = (
    (BALL - HEEL) * cos(radians(_SLOPE)) + HEEL,
    -(BALL - HEEL) * sin(radians(_SLOPE)),
)
"""Where the ball of the foot rests on the slope, the heel being on the floor."""


def _wedge(way: float) -> Stance:
    """The heel sinks while the ball of the foot stays where it is."""
    toes = _between(-4, _SLOPE, way)
    return _on(_BALL, BALL, Stance((0.0, 0.0), _between(-6, 14, way), 0.0, toes))


def _loaded(way: float) -> Stance:
    del way
    return _flat(12, 12)


def _heel(way: float) -> Stance:
    del way
    return _on((HEEL, 0.0), HEEL, Stance((0.0, 0.0), 2.0, 2.0, 24.0))


STOP_DEG = 60.0


def _curl(way: float) -> Stance:
    bend = STOP_DEG * way
    up, out = sin(radians(bend)), cos(radians(bend))
    return Stance((SHIN * out, SHIN * up), bend - 90, bend, 90 - bend, prone=True)


def _floor(y: float, right: float, left: float = -1000.0) -> tuple[Part, ...]:
    """The ground, from its surface down."""
    body = (
        Edge((0, y), (0.0, -1.0)), Edge((0, y + 2.2), (0.0, 1.0)),
        Edge((right, 0), (1.0, 0.0)), Edge((left, 0), (-1.0, 0.0)),
    )  # fmt: skip
    return ((Ink.FLOOR, Body(edges=body)),)


def _slope() -> Part:
    turn = radians(_SLOPE)
    edges = (
        Edge((HEEL, 0.0), (-sin(turn), -cos(turn))),
        Edge((16.0, 0.0), (1.0, 0.0)),
        Edge((0.0, 0.3), (0.0, 1.0)),
    )
    return Ink.FLOOR, Body(edges=edges)


def _sector() -> tuple[Part, ...]:
    """How far the heel may come, and the stop at the end."""
    far = SHIN + 8
    points = [(far * cos(radians(turn)), far * sin(radians(turn))) for turn in range(0, 61, 6)]
    path = tuple(Capsule(one, 0.55, other, 0.55) for one, other in pairwise(points))
    out, up = cos(radians(STOP_DEG)), sin(radians(STOP_DEG))
    ends = [(reach * out, reach * up) for reach in (far - 1, far + 6)]
    return (Ink.TRACK, Body(path)), (Ink.STOP, Body((Capsule(ends[0], 0.9, ends[1], 0.9),)))


POSES: dict[str, Pose] = {
    "sitting": Pose(
        _sitting,
        (-6.0, -14.5, 39.5, 7.7),
        _floor(5.4, 36.0),
        arrow((30.0, -10.5), (-1.0, 0.0), 8.5),
    ),
    "wedge": Pose(
        _wedge, (-14.0, -37.5, 19.0, 2.0), (*_floor(0.0, 24.0, -16.0), _slope()),
        arrow((-8.5, -4.0), (0.0, 1.0)), whole=True,
    ),
    "lunge": Pose(
        _lunge, (-9.0, -37.5, 27.0, 2.0), _floor(0.0, 24.0, -12.0),
        arrow((26.0, -27.0), (1.0, 0.0)), whole=True,
    ),
    "bent": Pose(
        _bent, (-9.0, -37.5, 30.0, 2.0), _floor(0.0, 24.0, -12.0),
        arrow((29.5, -25.0), (1.0, 0.0)), whole=True,
    ),
    "loaded": Pose(
        _loaded, (-9.0, -37.5, 22.0, 2.0), _floor(0.0, 24.0, -12.0),
        arrow((17.0, -24.0), (0.0, 1.0)), still=True,
    ),
    "heel": Pose(
        _heel, (-9.0, -37.5, 22.0, 2.0), _floor(0.0, 24.0, -12.0),
        arrow((14.0, -15.0), (0.0, -1.0)), still=True,
    ),
    "curl": Pose(
        _curl, (-9.0, -13.8, 38.0, 37.0), (*_floor(-7.8, 5.0), *_sector()), whole=True,
    ),
}  # fmt: skip
