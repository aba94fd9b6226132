"""What a key says to a run."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from relief_tui.coach import inputs as press
from relief_tui.coach.keys import digit
from relief_tui.coach.view import View
from relief_tui.plain.keys import GO_ON

_PRESSES: Mapping[str, Callable[[int], press.Input]] = {
    "space": press.Main,
    GO_ON: press.GoOn,
    "enter": press.Next,
    "n": press.Next,
    "p": press.Back,
    "r": press.Again,
    "+": lambda step: press.Adjust(step, 5.0),
    "-": lambda step: press.Adjust(step, -5.0),
    "s": press.OtherSide,
    "o": press.OtherPosition,
    "a": press.Recover,
    "v": press.Tick,
    "u": lambda _: press.Undo(),
}


def pressed(key: str, view: View) -> press.Input | None:
    """What ``key`` says to a run that shows ``view``; None if it says nothing."""
    if key.isdecimal():
        return digit(view, int(key))
    make = _PRESSES.get(key)
    return make(view.step) if make else None
