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


_UNREAD = Position("", 0, 0.0, "", 0, "")


@dataclass(frozen=True, slots=True)
class CutOff:
    """A run that nobody plays any more, and where its timer stood ``ago_s`` seconds ago."""

    unended: Unended
    position: Position
    ago_s: float


def cut_off_runs(log: Log, alive: Alive) -> tuple[Unended, ...]:
    """The runs that began, did not end, and that no process plays; oldest first. One whose place
    cannot be read now may be played."""
    places = ((run, log.position(run.run, _UNREAD)) for run in log.unended())
    return tuple(run for run, place in places if not _played(place, alive))


def to_go_on(log: Log, runs: Iterable[Unended], now: datetime) -> CutOff | None:
    """The newest of ``runs`` that can be gone on with: it stood somewhere, not too long ago.

    A clock that was set back counts as no time at all.
    """
    found = []
    for run in runs:
        position = log.position(run.run)
        if position is None or not position.memo:
            continue
        ago_s = max(0.0, (now - datetime.fromisoformat(position.at)).total_seconds())
        if ago_s <= WAITS_S.get(run.plan, CLOSED_S):
            found.append(CutOff(run, position, ago_s))
    return found[-1] if found else None


def close_runs(log: Log, runs: Iterable[Unended], ended: Ended) -> None:
    """Write the ending of each of ``runs``: what its plan says of where it stood.

    Where that is not known any more, the outcome is ``gone`` if the person had said so, else
    ``interrupted``, and what only the plan could tell is left open.
    """
    for run in runs:
        ending = _ENDINGS.get(run.plan)
        if ending is not None:
            position = log.position(run.run)
            for event in (ended(position) if position else ()) or (ending(run),):
                log.write(run.run, event)
            log.clear_position(run.run)


def _played(position: Position | None, alive: Alive) -> bool:
    if position is None:
        return False
    return position is _UNREAD or alive(position.pid, position.started)


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
