"""Light in a run: the soft flash at go and let go, and what is left on the screen from afar."""

from __future__ import annotations

from collections import deque

from relief_tui.coach.spoken import OTHER
from relief_tui.coach.step import Phase
from relief_tui.coach.view import View

FLASH_S = 0.15
LIFT = 0.12
"""How far the ground is lifted towards the fill of its phase."""
MOST_A_SECOND = 3
"""More general flashes within any second may bring on a seizure (WCAG 2.3.1)."""
FAR_AFTER_S = 3.0
"""Without a key for so long in a hold, whoever is there looks from afar."""

REST_OVER = "The rest is over."

_GO = frozenset({Phase.HOLD, Phase.WORK, Phase.LET_GO, Phase.RELEASE, Phase.SET, Phase.TEMPO})
_RESTS = frozenset({Phase.REST, Phase.BETWEEN, Phase.SPENT, Phase.SET_REST})


class Flashes:
    """Tells when the screen may flash: never more than three times in any second."""

    def __init__(self) -> None:
        self._last: deque[float] = deque(maxlen=MOST_A_SECOND)

    def may(self, now: float) -> bool:
        """True if a flash at ``now`` (seconds) is one of at most three in a second; it then
        counts as one."""
        if len(self._last) == MOST_A_SECOND and now - self._last[0] <= 1.0 + FLASH_S:
            return False
        self._last.append(now)
        return True


def goes(before: View | None, view: View) -> bool:
    """True if just now something begins that the person waits for: a pull, or the end of it."""
    begins = before is not None and before.step != view.step
    return begins and view.phase in _GO and not view.paused


def from_afar(view: View, quiet_s: float) -> bool:
    """True in a hold that nobody meddled with for a while; ``quiet_s``: seconds since a key."""
    spent_s = view.done * view.length_s
    held = view.phase is Phase.HOLD and not view.paused
    return held and min(spent_s, quiet_s) >= FAR_AFTER_S


def rest_ended(before: View | None, view: View) -> bool:
    """True if a rest that counted down is over now."""
    rested = before is not None and before.phase in _RESTS and before.step != view.step
    return rested and not view.paused


def reminded(before: View | None, view: View) -> str:
    """The reminder that has just come up; empty for none."""
    asked = before is not None and before.workout is not None and before.workout.reminder
    return view.workout.reminder if view.workout is not None and not asked else ""


def news(before: View | None, view: View) -> str:
    """What somebody who looks at another window has to be told now; mostly nothing."""
    over = REST_OVER if rest_ended(before, view) else ""
    other = OTHER if over and view.workout is not None and view.workout.off else ""
    return " ".join(filter(None, (over, other, reminded(before, view))))
