"""How a run was left."""

from __future__ import annotations

from relief_tui.coach.plan import LightSet
from relief_tui.coach.value import dataclass
from relief_tui.wishes import ReliefOptions


@dataclass(frozen=True, slots=True)
class Left:
    """How a run was left: to quit altogether, for another cramp, a light set, or a warm-up.
    ``waits``: it is not over, and whoever wants may go on with it."""

    quit: bool = False
    waits: bool = False
    again: ReliefOptions | None = None
    then: LightSet | None = None
    warm: bool = False
