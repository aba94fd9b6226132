"""What is left out of a routine today, and why."""

from __future__ import annotations

from collections.abc import Iterable

from relief_tui.coach.routine import Care
from relief_tui.coach.safety import NO_ROLLING, Safety

Off = tuple[tuple[Care, str], ...]
"""Each kind of line that is left out, with the reason in one sentence."""


def left_out(
    safety: Safety, open_cards: Iterable[str], *, no_curls: str = "", no_rolling: str = ""
) -> Off:
    """What open red flags of the calf forbid; ``no_curls``, ``no_rolling``: why there are none."""
    about = [card for card in open_cards if card in NO_ROLLING and card in safety.cards]
    off: Off = ()
    if about:
        condition = safety.cards[about[0]].condition
        why = f"No rolling, no stretching: a red flag is open ({condition})."
        off = ((Care.ROLL, why), (Care.STRETCH, why))
    elif no_rolling:
        off = ((Care.ROLL, no_rolling),)
    return (*off, (Care.CURL, no_curls)) if no_curls else off
