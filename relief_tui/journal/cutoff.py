"""Endings for reliefs whose process was killed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from relief_tui.coach.event import Answered, HoldDone, Paused, ReliefBegan, ReliefEnded
from relief_tui.coach.severity import band
from relief_tui.coach.step import Side
from relief_tui.journal.entry import Entry
from relief_tui.journal.log import Log
from relief_tui.journal.summary import Unended, said_gone


def close_dead_runs(log: Log, alive: Callable[[int, str], bool]) -> tuple[str, ...]:
    """Write the ending of every relief that was cut off; answers their runs.

    The outcome is ``gone`` if the person had said so, else ``interrupted``. ``alive`` tells by
    number and start mark whether a process still runs: a relief that it is playing is left alone.
    """
    position = log.position()
    playing = position is not None and alive(position.pid, position.started)
    closed = []
    for cut_off in log.unended():
        if cut_off.plan != "relief":
            continue
        if position is not None and position.run == cut_off.run:
            if playing:
                continue
            log.clear_position(cut_off.run)
        log.write(cut_off.run, _ending(cut_off))
        closed.append(cut_off.run)
    return tuple(closed)


def _ending(cut_off: Unended) -> ReliefEnded:
    events = [entry.event for entry in cut_off.entries]
    began = next((e for e in events if isinstance(e, ReliefBegan)), ReliefBegan())
    holds = sum(isinstance(event, HoldDone) for event in events)
    answers = {e.question: e.answer for e in events if isinstance(e, Answered)}
    pain = answers.get("pain")
    return ReliefEnded(
        outcome="gone" if cut_off.gone else "interrupted",
        band=band(holds, None, pain if isinstance(pain, int) else None) if cut_off.gone else None,
        holds=holds,
        time_to_relief_s=_time_to_relief(cut_off),
        side=next((side for side in Side if side == answers.get("side")), began.side),
        machine=began.machine,
        exercise=began.exercise,
        load=began.load,
    )


def _time_to_relief(cut_off: Unended) -> float | None:
    """Seconds from the beginning to *gone*, as far as the time of day can tell: None if not
    gone, paused on the way, or the clock was set back."""
    before = list(takewhile(lambda entry: not said_gone(entry), cut_off.entries))
    after: Entry | None = next(iter(cut_off.entries[len(before) :]), None)
    if after is None or any(entry.kind == Paused.kind for entry in before):
        return None
    seconds = (after.time - before[0].time).total_seconds()
    return seconds if seconds >= 0 else None
