"""What was cut off: the run that is offered to go on with, and endings for all the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from relief_tui.coach.event import Event
from relief_tui.coach.plan import Interrupted, Moment, Plan
from relief_tui.coach.state import Standing
from relief_tui.coach.value import dataclass
from relief_tui.journal.cutoff import Alive, close_runs, cut_off_runs, to_go_on
from relief_tui.journal.log import Log
from relief_tui.journal.store import Position
from relief_tui.journal.summary import Unended
from relief_tui.memo import MemoError

Recall = Callable[[str], tuple[Plan, Standing]]
"""Reads a memo; raises ``MemoError`` where it does not fit any more."""
Wanted = Callable[[Plan], bool]
"""False for a plan that must not go on now, such as curls after a red flag."""


_BELOW = {
    "relief": ("warmup", "workout"),
    "recovery": ("warmup", "workout"),
    "warmup": ("workout",),
}
"""What may have waited while a run of this kind was played: it is offered once that is over."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A run that was cut off ``ago_s`` seconds ago, ``away_s`` by its own clock: its kind, its
    plan, and where it stood."""

    run: str
    kind: str
    plan: Plan
    standing: Standing
    ago_s: float
    away_s: float


@dataclass(frozen=True, slots=True)
class Offers:
    """Finds what was cut off in ``log``. ``misfit`` is told why something cannot go on; ``real``
    tells how many real seconds so many seconds of a run last."""

    log: Log
    alive: Alive
    recall: Recall
    wanted: Wanted
    misfit: Callable[[str], None]
    real: Callable[[float], float]

    def find(self, now: datetime, wanted_run: str = "") -> Offer | None:
        """The run that can be gone on with: the newest, or this one. All others that were cut off
        are closed, but those that waited while the newest was played."""
        runs = cut_off_runs(self.log, self.alive)
        offered = self._newest([each for each in runs if wanted_run in ("", each.run)], now)
        left = [run for run in runs if offered is None or run.run != offered.run]
        below = _BELOW.get(offered.kind, ()) if offered and not wanted_run else ()
        close_runs(
            self.log, [each for each in left if not self._waits(each, below, now)], self._ended
        )
        return offered

    def waiting(self, now: datetime, kind: str) -> Offer | None:
        """The newest run of this kind that can be gone on with. Nothing is closed."""
        runs = cut_off_runs(self.log, self.alive)
        return self._newest([each for each in runs if each.plan == kind], now)

    def _newest(self, runs: Sequence[Unended], now: datetime) -> Offer | None:
        """The newest of ``runs`` that can be gone on with, if that one still may."""
        found = to_go_on(self.log, runs, now)
        recalled = self._recalled(found.position) if found else None
        if found is None or recalled is None or not self.wanted(recalled[0]):
            return None
        away_s = found.ago_s / self.real(1.0)
        return Offer(found.unended.run, found.unended.plan, *recalled, found.ago_s, away_s)

    def _waits(self, run: Unended, below: Sequence[str], now: datetime) -> bool:
        """True if ``run`` is of one of these kinds and may still be gone on with."""
        return run.plan in below and to_go_on(self.log, [run], now) is not None

    def close(self, now: datetime, kind: str = "") -> None:
        """What was cut off is closed, and not offered again; but not what may wait for a run of
        this kind."""
        below = _BELOW.get(kind, ())
        cut_off = cut_off_runs(self.log, self.alive)
        left = [run for run in cut_off if not self._waits(run, below, now)]
        close_runs(self.log, left, self._ended)

    def _recalled(self, position: Position) -> tuple[Plan, Standing] | None:
        try:
            return self.recall(position.memo)
        except MemoError as error:
            self.misfit(str(error))
            return None

    def _ended(self, position: Position) -> tuple[Event, ...]:
        """How the plan itself ends when it is interrupted there; nothing if it is unreadable."""
        try:
            plan, was = self.recall(position.memo)
        except MemoError:
            return ()  # was told, where it might have been offered
        turn = plan.react(Interrupted(), Moment(was.t_s, was.length_s - was.left_s, 0.0))
        return turn.events if turn else ()
