"""Which drawing of the leg belongs to a view."""

from __future__ import annotations

from relief_tui.blocks.figure import Moment
from relief_tui.blocks.poses import FRAMES
from relief_tui.coach.step import Phase, Side
from relief_tui.coach.view import View

POSES = {
    "P1": "sitting",
    "P2": "wedge",
    "P3": "lunge",
    "P4": "bent",
    "P5": "loaded",
    "P6": "heel",
}
"""The drawing of each position of the script."""
LAST = FRAMES - 1
"""The frame in which the toes are at the shin."""

_SMALL = frozenset({Phase.POSITION})
_SHORT = _SMALL | {Phase.EASE_IN, Phase.LET_GO}
_ROUND = _SHORT | {Phase.HOLD}
_ALL = _ROUND | {Phase.TOES_UP, Phase.WORK}
_DRAWN = {"tiny": frozenset[Phase](), "xs": _SMALL, "s": _SHORT, "m": _ROUND}
"""The phases with a drawing, by the room there is: the digits keep their size."""


def moment(view: View, room: str, *, moves: bool) -> Moment | None:
    """What is drawn beside the digits, or nothing. ``moves``: unless motion is reduced.

    An unknown leg is drawn as the left one; the words say that it is the cramped one.
    """
    if view.phase not in _DRAWN.get(room, _ALL):
        return None
    mirrored = view.side is Side.RIGHT
    if view.phase is Phase.WORK:
        return _curl(view, mirrored=mirrored, moves=moves)
    toes_up = view.phase is Phase.TOES_UP
    pose = "sitting" if toes_up else POSES.get(view.position_id)
    if pose is None:
        return None
    if view.phase is Phase.LET_GO:
        frame = LAST - _frame(view.done) if moves else 0
        return Moment(pose, frame, 0 if moves else LAST, mirrored=mirrored)
    if view.phase is Phase.EASE_IN and moves:
        return Moment(pose, _frame(view.done), LAST, mirrored=mirrored)
    if view.phase is Phase.POSITION:  # nothing is pulled yet: where it will go is only outlined
        return Moment(pose, 0, LAST, mirrored=mirrored)
    arrow = view.phase is not Phase.HOLD
    return Moment(pose, LAST, 0, arrow, mirrored)


def _curl(view: View, *, mirrored: bool, moves: bool) -> Moment | None:
    """A curl in a set by metronome whose range ends early."""
    if view.beat is None or view.beat.range_deg is None:
        return None
    if not moves:
        return Moment("curl", 0, LAST, mirrored=mirrored)
    return Moment("curl", round(view.beat.reach * LAST), mirrored=mirrored)


def _frame(done: float) -> int:
    return min(int(max(0.0, done) * FRAMES), LAST)
