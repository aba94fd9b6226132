"""What was cut off: the run that is offered to go on with, and endings for all the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from relief_tui.coach.event import Event
from relief_tui.coach.plan import Interrupted, Moment, Plan
from relief_tui.coach.state import Standing
from relief_tui.coach.value import dataclass
from relief_tui.journal.cutoff import Alive, CutOff, close_runs, cut_off_runs, to_go_on
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

    def newest(self, now: datetime, kind: str = "") -> Offer | None:
        """The newest run, or the newest of this kind, that can be gone on with. Nothing is
        closed."""
        return self._newest(self._runs(), now, lambda run: kind in ("", run.plan))

    def settle(self, now: datetime, wanted_run: str = "") -> Offer | None:
        """The newest run that can be gone on with, or this one if it can. All others that were cut
        off are closed, but those that waited while it was played."""
        runs = self._runs()
        offered = self._newest(runs, now, lambda run: wanted_run in ("", run.run))
        left = [run for run in runs if offered is None or run.unended.run != offered.run]
        self._close(left, now, offered.kind if offered else "")
        return offered

    def close(self, now: datetime, kind: str = "") -> None:
        """What was cut off is closed, and not offered again; but not what may wait for a run of
        this kind."""
        self._close(self._runs(), now, kind)

    def _runs(self) -> tuple[CutOff, ...]:
        return cut_off_runs(self.log, self.alive)

    def _newest(
        self, runs: Iterable[CutOff], now: datetime, meant: Callable[[Unended], bool]
    ) -> Offer | None:
        for run in to_go_on(runs, now):
            recalled = self._recalled(run.position) if meant(run.unended) else None
            if recalled is not None and self.wanted(recalled[0]):
                ago_s = run.ago_s(now)
                away_s = ago_s / self.real(1.0)
                return Offer(run.unended.run, run.unended.plan, *recalled, ago_s, away_s)
        return None

    def _close(self, runs: Iterable[CutOff], now: datetime, kind: str) -> None:
        """Close ``runs``, but what may wait for a run of this kind."""
        below = _BELOW.get(kind, ())
        waits = [run for run in to_go_on(runs, now) if run.unended.plan in below]
        close_runs(self.log, [run for run in runs if run not in waits], self._ended)

    def _recalled(self, position: Position | None) -> tuple[Plan, Standing] | None:
        if position is None:
            return None
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
