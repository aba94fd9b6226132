"""Runs whose process was killed: which one may go on, and endings for the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from relief_tui.coach.event import (
    Answered,
    Event,
    HoldDone,
    RecoveryEnded,
    ReliefBegan,
    ReliefEnded,
    WarmupBegan,
    WarmupEnded,
    WarmupStep,
    WorkoutEnded,
)
from relief_tui.coach.step import CLOSED_S, Side
from relief_tui.coach.training import TRAINING_S
from relief_tui.coach.value import dataclass
from relief_tui.journal.log import Log
from relief_tui.journal.store import Position
from relief_tui.journal.summary import Unended
from relief_tui.journal.workouts import sets_done

Alive = Callable[[int, str], bool]
"""Tells by number and start mark whether a process still runs."""
Ended = Callable[[Position], tuple[Event, ...]]
"""What a run that stood there ends with; nothing if that cannot be told."""


WAITS_S = {"workout": TRAINING_S}
"""How long a run may wait to be gone on with; all others as long as a run with nobody there."""


@dataclass(frozen=True, slots=True)
class CutOff:
    """A run that nobody plays any more, and where its timer stood, if that is known."""

    unended: Unended
    position: Position | None

    def ago_s(self, now: datetime) -> float:
        """How long ago that was. A clock that was set back counts as no time at all."""
        if self.position is None:
            return 0.0
        return max(0.0, (now - datetime.fromisoformat(self.position.at)).total_seconds())


def cut_off_runs(log: Log, alive: Alive) -> tuple[CutOff, ...]:
    """The runs that began, did not end, and that no process plays; oldest first. None where that
    cannot be told now."""
    return tuple(CutOff(*run) for run in log.open_runs() if not _played(run[1], alive))


def to_go_on(runs: Iterable[CutOff], now: datetime) -> tuple[CutOff, ...]:
    """Those of ``runs`` that can be gone on with, the newest first: each stood somewhere, not too
    long ago."""
    found = [
        run
        for run in runs
        if run.position is not None
        and run.position.memo
        and run.ago_s(now) <= WAITS_S.get(run.unended.plan, CLOSED_S)
    ]
    return tuple(reversed(found))


def close_runs(log: Log, runs: Iterable[CutOff], ended: Ended) -> None:
    """Write the ending of each of ``runs``: what its plan says of where it stood.

    Where that is not known any more, the outcome is ``gone`` if the person had said so, else
    ``interrupted``, and what only the plan could tell is left open.
    """
    for cut_off in runs:
        run, position = cut_off.unended, cut_off.position
        ending = _ENDINGS.get(run.plan)
        if ending is not None:
            for event in (ended(position) if position else ()) or (ending(run),):
                log.write(run.run, event)
            log.clear_position(run.run)


def _played(position: Position | None, alive: Alive) -> bool:
    if position is None:
        return False
    return alive(position.pid, position.started)


def _relief_ended(run: Unended) -> Event:
    events = [entry.event for entry in run.entries]
    began = next((e for e in events if isinstance(e, ReliefBegan)), ReliefBegan())
    answers = {e.question: e.answer for e in events if isinstance(e, Answered)}
    return ReliefEnded(
        outcome="gone" if run.gone else "interrupted",
        band=None,
        holds=sum(isinstance(event, HoldDone) for event in events),
        time_to_relief_s=None,
        side=next((side for side in Side if side == answers.get("side")), began.side),
        machine=began.machine,
        exercise=began.exercise,
        load=began.load,
    )


def _recovery_ended(run: Unended) -> Event:
    del run
    return RecoveryEnded(0, "interrupted")


def _warmup_ended(run: Unended) -> Event:
    events = [entry.event for entry in run.entries]
    began = next((e.routine for e in events if isinstance(e, WarmupBegan)), "")
    results = {(e.step, e.side): e.result for e in events if isinstance(e, WarmupStep)}
    lines = {step for step, _ in results}
    skipped = {step for (step, _), result in results.items() if result == "skipped"}
    return WarmupEnded("interrupted", len(lines - skipped), len(skipped), began)


def _workout_ended(run: Unended) -> Event:
    done = sets_done(run.entries)
    return WorkoutEnded("interrupted", len(done), sum(each.reps for each in done))


_ENDINGS: dict[str, Callable[[Unended], Event]] = {
    "relief": _relief_ended,
    "recovery": _recovery_ended,
    "warmup": _warmup_ended,
    "workout": _workout_ended,
}
