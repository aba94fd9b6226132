"""What a digit means now: an answer to the check, or a number for the list that is open."""

from __future__ import annotations

from relief_tui.coach.inputs import Answer, Input, Number, Worse
from relief_tui.coach.view import View

_ANSWERS = {1: "gone", 2: "easing", 3: "same"}
WORSE = 4


def digit(view: View, number: int, *, click: bool = False) -> Input | None:
    """The input for a typed or clicked ``number`` (0–10); None if it means nothing now."""
    if view.list_open:
        return Number(view.asked, number, click)
    if number == WORSE:
        return Worse(view.step)
    if number in _ANSWERS:
        return Answer(view.step, _ANSWERS[number])
    return None
