"""The cramps one can ask about, one at a time: what is said of each, what is answered and tried."""

from __future__ import annotations

from relief_tui.coach.causes import Asked
from relief_tui.coach.event import Undone
from relief_tui.journal.circumstances import Past
from relief_tui.journal.cramps import Episode
from relief_tui.report.why import WhyValue, told_episodes, why_value
from relief_tui.services import Services

_RUNS = ("relief", "warmup", "recovery", "workout")
KINDS = frozenset(
    {"set_done", "answered", "drank", "noted", "corrected", "undone"}
    | {f"{run}_{word}" for run in _RUNS for word in ("began", "ended")}
)
"""What is read of the journal: not the steps and holds, which are most of it."""


class WhyBook:
    """The cramps of the journal as it is now, the newest first. What is written here can be taken
    back here, the last thing first."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._past = Past(())
        self._cramps: tuple[Episode, ...] = ()
        self._written: list[tuple[str, str]] = []
        self.read()

    def __len__(self) -> int:
        return len(self._cramps)

    @property
    def questions(self) -> tuple[Asked, ...]:
        """All that is asked of a cramp."""
        return self._services.causes.questions

    @property
    def most(self) -> int:
        """How many causes there are."""
        return len(self._services.causes.causes)

    @property
    def can_undo(self) -> bool:
        """True if something was written here."""
        return bool(self._written)

    def read(self) -> None:
        """Read the journal again."""
        self._past = Past(self._services.log.entries(kinds=KINDS))
        self._cramps = told_episodes(self._past)

    def value(self, index: int) -> WhyValue | None:
        """What can be said of a cramp, 0 being the last one; None if there is none."""
        if not 0 <= index < len(self._cramps):
            return None
        services = self._services
        trying = services.log.trying()
        return why_value(
            self._past,
            self._cramps[index],
            services.causes,
            services.settings.profile,
            trying.cause if trying else "",
        )

    def answer(self, value: WhyValue, *lines: int) -> None:
        """Answer the questions that are open, the first of them first; 0 is *not sure*."""
        run = value.episode.run
        self._wrote(run, *self._services.hindsight.answer_why(run, value.open, lines))

    def try_change(self, value: WhyValue) -> None:
        """The one change is to be tried."""
        run = value.episode.run
        self._wrote(run, self._services.hindsight.try_change(run, value.why.change.id))

    def undo(self) -> None:
        """Take back what was written last."""
        if self._written:
            run, id = self._written.pop()
            self._services.log.write(run, Undone(id))
            self.read()

    def _wrote(self, run: str, *ids: str) -> None:
        self._written += [(run, id) for id in ids]
        self.read()
