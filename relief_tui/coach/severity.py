"""How bad it was: the band of an episode, from the holds it took, the time and the pain now.

The cut-points are a rule of thumb (evidence/report §4.1): no trial stands behind them.
"""

from __future__ import annotations

from typing import Final

from relief_tui.coach.event import Band

ORDER: Final[tuple[Band, ...]] = ("mild", "moderate", "severe", "unyielding")

MILD_HOLDS, MODERATE_HOLDS = 2, 4
MILD_S, MODERATE_S = 75.0, 150.0
"""Seconds from the first hold: about a minute with two checks answered at leisure; 2½ minutes."""
MILD_PAIN, MODERATE_PAIN = 3, 6


def _rank(value: float, mild: float, moderate: float) -> int:
    return 0 if value <= mild else 1 if value <= moderate else 2


def band(holds: int, held_s: float | None, pain: int | None, *, unyielding: bool = False) -> Band:
    """The severity band of a cramp that let go: the worse of holds, time and pain.

    ``held_s`` is the time from the first hold to relief, None if no check was answered (then it
    says nothing about the cramp); ``pain`` is the pain *now*, 0–10, None if unknown, which never
    makes it less than mild.
    """
    if unyielding:
        return "unyielding"
    ranks = [_rank(holds, MILD_HOLDS, MODERATE_HOLDS)]
    if held_s is not None:
        ranks.append(_rank(held_s, MILD_S, MODERATE_S))
    if pain is not None:
        ranks.append(_rank(pain, MILD_PAIN, MODERATE_PAIN))
    return ORDER[max(ranks)]
