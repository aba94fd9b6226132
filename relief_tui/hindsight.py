"""What is made of cramps afterwards: why they came, the change that is tried, what comes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from relief_tui.coach.event import Answered, Flagged, Noted
from relief_tui.coach.safety import Safety
from relief_tui.journal.log import Log
from relief_tui.journal.patterns import CARD, Pattern
from relief_tui.journal.trying import CHANGE, HELPED, Helped

if TYPE_CHECKING:
    from relief_tui.coach.causes import Asked
    from relief_tui.content.causes import Causes


class Hindsight:
    """Reads and keeps it in the journal; ``causes`` and ``safety`` are loaded when wanted."""

    def __init__(
        self, log: Log, causes: Callable[[], Causes], safety: Callable[[], Safety]
    ) -> None:
        self._log = log
        self._causes = causes
        self._safety = safety

    def answer_why(
        self, run: str, questions: Sequence[Asked], lines: Sequence[int]
    ) -> tuple[str, ...]:
        """Keep what was answered about the cramp of ``run``, in the order of ``questions``; the ids
        of what was written."""
        return tuple(
            self._log.write(run, Answered(question.name, line))
            for question, line in zip(questions, lines, strict=False)
            if line <= len(question.lines)
        )

    def try_change(self, run: str, cause: str) -> str:
        """Keep that the change for ``cause`` is to be tried, after the cramp of ``run``."""
        return self._log.write(run, Noted(CHANGE, cause))

    def helped(self, answer: Helped) -> None:
        """Keep whether the change that is being tried helped."""
        self._log.write("", Answered(HELPED, int(answer)))

    @property
    def to_try(self) -> str:
        """The change that is being tried, in a few words; empty without one."""
        trying = self._log.trying()
        wanted = trying.cause if trying else ""
        causes = self._causes().causes if wanted else ()
        return next((cause.short for cause in causes if cause.id == wanted), "")

    def flag_pattern(self) -> Pattern | None:
        """Cramps that come back, once: its red flag is open from now on. None where there is no
        pattern, or its card came up before."""
        pattern = self._log.pattern()
        if pattern is None or pattern.shown:
            return None
        card = self._safety().cards[CARD]
        self._log.write("", Flagged(card.id, card.tier, None))
        return pattern
