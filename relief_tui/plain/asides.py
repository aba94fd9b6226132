"""The keys that do the same everywhere and disturb nothing: a sip, silence, the keys, why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from relief_tui.coach.event import Drank
from relief_tui.coach.reminders import SIP_NOTED
from relief_tui.journal.log import Log

if TYPE_CHECKING:
    from relief_tui.cues import Cues

KEYS = (
    "SPACE pause, go on · n ENTER next · p back · r this step again",
    "1 gone · 2 easing · 3 same · 4 worse: let go at once · 0-9 for a list",
    "+ - five seconds · s other side · o other position · u undo · i why is that said",
    "w warm-up; in it: v this line is done · l all lines, then a number · ESC go on later",
    "t workout · y why did it cramp · h what happened, at home",
    "a active recovery · ! red flags · d drank · m mute · c cramp · x stop · q quit",
)
DRANK = " · d drank"
ASIDES = frozenset("dim?")


class Asides:
    """What these keys do. ``sips``: whether a drink is spoken of at all; it is noted anyhow.
    ``why`` tells the reason of what is said; None where nothing runs."""

    def __init__(
        self,
        log: Log,
        cues: Cues,
        say: Callable[[str], None],
        *,
        sips: Callable[[], bool] = lambda: True,
        why: Callable[[], Iterable[str]] | None = None,
    ) -> None:
        self._why = why
        self._sips = sips
        self._log = log
        self._cues = cues
        self._say = say

    def press(self, key: str) -> bool:
        """True if ``key`` is one of them; it is done by then."""
        match key:
            case "d":
                self._log.write("", Drank())
                if self._sips():
                    self._say(SIP_NOTED)
            case "m":
                self._cues.mute(not self._cues.muted)
                self._say("Muted." if self._cues.muted else "Sound on.")
            case "i" if self._why is not None:
                for line in self._why():
                    self._say(line)
            case "?":
                for line in KEYS:
                    self._say(line if self._sips() else line.replace(DRANK, ""))
            case _:
                return False
        return True
