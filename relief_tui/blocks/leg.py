"""A lower leg and a shoe from the side, as bodies. A unit is 1.6 cm."""

from __future__ import annotations

from enum import IntEnum
from math import cos, radians, sin

from relief_tui.blocks.field import Body, Capsule, Edge, Point
from relief_tui.coach.value import dataclass

SHIN = 26.0
"""From knee to ankle."""
THIGH = 52.0
"""More than is ever seen of it."""
SHORTS = 3.5
"""The shorts end so far above the knee."""
SOLE = 5.45
"""From the ankle down to the ground."""
HEEL, BALL, TIP = -3.0, 7.5, 11.0
"""Places along the sole, from below the ankle towards the toes."""


class Ink(IntEnum):
    """What is drawn, the hindmost first."""

    FLOOR = 1
    TRACK = 2
    GHOST = 3
    SKIN = 4
    SHORTS = 5
    CALF = 6
    SHOE = 7
    SOLE = 8
    ARROW = 9
    STOP = 10


@dataclass(frozen=True, slots=True)
class Stance:
    """How the leg stands, in degrees. `tilt`: of the shin over the toes, 0 upright, -90 lying on
    the calf; `knee`: how far it bends; `toes`: how far they are above level. `prone`: seen upside
    down, lying on the shin."""

    ankle: Point
    tilt: float
    knee: float
    toes: float
    prone: bool = False

    @property
    def _up(self) -> Point:
        return sin(radians(self.tilt)), -cos(radians(self.tilt))

    @property
    def _front(self) -> Point:
        return cos(radians(self.tilt)), sin(radians(self.tilt))

    @property
    def knee_at(self) -> Point:
        """Where the knee is, before anything is turned upside down."""
        return _far(self.ankle, self._up, SHIN)

    def on_leg(self, along: float, behind: float) -> Point:
        """A point beside the shin: `along` 0 at the knee, 1 at the ankle."""
        return _far(_far(self.ankle, self._up, SHIN * (1 - along)), self._front, -behind)

    def on_thigh(self, above: float) -> Point:
        """A point in the thigh, so far above the knee."""
        lean = radians(self.tilt - self.knee)
        return _far(self.knee_at, (sin(lean), -cos(lean)), above)

    def on_foot(self, ahead: float, below: float) -> Point:
        """A point of the foot, from the ankle towards the toes and the sole."""
        turn = radians(self.toes)
        x, y = self.ankle
        return (
            x + ahead * cos(turn) + below * sin(turn),
            y - ahead * sin(turn) + below * cos(turn),
        )


def _far(start: Point, direction: Point, far: float) -> Point:
    return start[0] + direction[0] * far, start[1] + direction[1] * far


def skin(stance: Stance) -> Body:
    """Thigh, knee, shin and calf in one."""
    at, knee = stance.on_leg, stance.knee_at
    return Body(
        (
            Capsule(knee, 3.7, stance.on_thigh(THIGH), 7.5),
            Capsule(at(0.2, 0), 3.4, stance.ankle, 2.1),
            Capsule(at(0.2, 1.3), 3.5, at(0.56, 0.7), 2.3),
            Capsule(at(0, -1.5), 2.4, knee, 2.4),
        ),
        soft=2.0,
    )


def shorts(stance: Stance) -> Body:
    """The thigh, from above the knee."""
    knee, hem = stance.knee_at, stance.on_thigh(SHORTS)
    down = ((knee[0] - hem[0]) / SHORTS, (knee[1] - hem[1]) / SHORTS)
    return Body((Capsule(knee, 3.9, stance.on_thigh(THIGH), 7.7),), edges=(Edge(hem, down),))


def calf(stance: Stance) -> Body:
    """The muscle that cramps."""
    at = stance.on_leg
    return Body((Capsule(at(0.17, 2.5), 1.5, at(0.56, 1.6), 1.0),))


def shoe(stance: Stance) -> Body:
    """The whole shoe, its sole too."""
    at = stance.on_foot
    return Body(
        (
            Capsule(at(-1.6, -0.6), 2.1, at(-2.2, 2.6), 2.5),
            Capsule(at(0.3, 0.2), 2.5, at(8, 2.9), 2.0),
            Capsule(at(7, 3), 2.1, at(11.6, 3.2), 1.9),
            Capsule(at(-2.2, 3.6), 1.6, at(11, 3.8), 1.4),
        ),
        soft=1.5,
        edges=(Edge(at(0, 5.2), _down(stance)),),
    )


def forefoot(stance: Stance) -> Body:
    """What moves most of a shoe whose heel rests."""
    turn = radians(stance.toes)
    heel = Edge(stance.on_foot(2.5, 0), (-cos(turn), sin(turn)))
    whole = shoe(stance)
    return Body(whole.capsules, whole.soft, (*whole.edges, heel))


def sole(stance: Stance) -> Body:
    """The white under the shoe."""
    x, y = _down(stance)
    at = stance.on_foot
    return Body(
        (Capsule(at(-3.4, 4.6), 0.85, at(11.4, 4.6), 0.85),),
        edges=(Edge(at(0, 3.75), (-x, -y)), Edge(at(0, SOLE), (x, y))),
    )


def _down(stance: Stance) -> Point:
    turn = radians(stance.toes)
    return sin(turn), cos(turn)


def arrow(tip: Point, towards: Point, long: float = 9.5) -> Body:
    """An arrow that ends at `tip`; `towards` is its direction (of length one)."""
    x, y = towards
    tail = _far(tip, towards, -long)
    edge = _far(tip, towards, -0.8)
    heads = (
        Capsule(_far(_far(tip, towards, -4), (-y, x), wide), 0.85, edge, 0.7)
        for wide in (-2.6, -1.3, 0, 1.3, 2.6)
    )
    return Body((Capsule(tail, 1.0, _far(tip, towards, -2), 1.0), *heads))
