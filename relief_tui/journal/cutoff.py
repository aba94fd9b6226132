"""Runs whose process was killed: which one may go on, and endings for the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import takewhile

from relief_tui.coach.event import (
    Answered,
    Event,
    HoldDone,
    Paused,
    RecoveryBegan,
    RecoveryEnded,
    ReliefBegan,
    ReliefEnded,
    StepBegan,
)
from relief_tui.coach.session import CLOSED_S
from relief_tui.coach.severity import band
from relief_tui.coach.step import Phase, Side
from relief_tui.coach.value import dataclass
from relief_tui.journal.entry import Entry
from relief_tui.journal.log import Log
from relief_tui.journal.store import Position
from relief_tui.journal.summary import Unended, said_gone

Alive = Callable[[int, str], bool]
"""Tells by number and start mark whether a process still runs."""


@dataclass(frozen=True, slots=True)
class CutOff:
    """A run that nobody plays any more, and where its timer stood ``ago_s`` seconds ago."""

    unended: Unended
    position: Position
    ago_s: float


def cut_off_runs(log: Log, alive: Alive) -> tuple[Unended, ...]:
    """The runs that began, did not end, and that no process plays; oldest first."""
    return tuple(run for run in log.unended() if not _played(log.position(run.run), alive))


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
        if ago_s <= CLOSED_S:
            found.append(CutOff(run, position, ago_s))
    return found[-1] if found else None


def close_runs(log: Log, runs: Iterable[Unended]) -> None:
    """Write the ending of each of ``runs``.

    The outcome is ``gone`` if the person had said so, else ``interrupted``.
    """
    for run in runs:
        ending = _ENDINGS.get(run.plan)
        if ending is not None:
            log.write(run.run, ending(run, log.position(run.run)))
            log.clear_position(run.run)


def _played(position: Position | None, alive: Alive) -> bool:
    return position is not None and alive(position.pid, position.started)


def _relief_ended(run: Unended, _position: Position | None) -> Event:
    events = [entry.event for entry in run.entries]
    began = next((e for e in events if isinstance(e, ReliefBegan)), ReliefBegan())
    holds = sum(isinstance(event, HoldDone) for event in events)
    answers = {e.question: e.answer for e in events if isinstance(e, Answered)}
    pain = answers.get("pain")
    return ReliefEnded(
        outcome="gone" if run.gone else "interrupted",
        band=band(holds, None, pain if isinstance(pain, int) else None) if run.gone else None,
        holds=holds,
        time_to_relief_s=_time_to_relief(run),
        side=next((side for side in Side if side == answers.get("side")), began.side),
        machine=began.machine,
        exercise=began.exercise,
        load=began.load,
    )


def _recovery_ended(run: Unended, position: Position | None) -> Event:
    """The repetitions of the sets that were over, and of the one in which it was cut off."""
    events = [entry.event for entry in run.entries]
    began = next((e for e in events if isinstance(e, RecoveryBegan)), RecoveryBegan())
    steps = [event for event in events if isinstance(event, StepBegan)]
    sets = [step for step in steps if step.phase == Phase.WORK.word]
    reps = len(sets) * began.reps
    if sets and steps[-1] is sets[-1]:
        left_s = position.remaining_s if position else sets[-1].seconds
        rep_s = sets[-1].seconds / max(1, began.reps)
        reps += int((sets[-1].seconds - left_s) / rep_s) - began.reps
    return RecoveryEnded(reps, "interrupted")


_ENDINGS: dict[str, Callable[[Unended, Position | None], Event]] = {
    "relief": _relief_ended,
    "recovery": _recovery_ended,
}


def _time_to_relief(run: Unended) -> float | None:
    """Seconds from the beginning to *gone*, as far as the time of day can tell: None if not
    gone, paused on the way, or the clock was set back."""
    before = list(takewhile(lambda entry: not said_gone(entry), run.entries))
    after: Entry | None = next(iter(run.entries[len(before) :]), None)
    if after is None or any(entry.kind == Paused.kind for entry in before):
        return None
    seconds = (after.time - before[0].time).total_seconds()
    return seconds if seconds >= 0 else None
