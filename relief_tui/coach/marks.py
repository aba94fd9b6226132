"""The moments at which something happens by itself: ticks of the lead, alarms, ends of steps."""

from __future__ import annotations

from math import ceil

from relief_tui.coach.cueing import next_half, next_lead
from relief_tui.coach.event import Cue
from relief_tui.coach.plan import Alarm, Interrupted, TimeUp
from relief_tui.coach.state import State
from relief_tui.coach.step import FUZZ_S
from relief_tui.coach.tempo import next_part
from relief_tui.coach.value import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment and what is due then."""

    at: float
    due: tuple[Cue, ...] | Alarm | TimeUp | Interrupted


def next_mark(state: State, heard: float) -> Mark | None:
    """The first mark of ``state`` after ``heard``; None if time changes nothing any more."""
    if state.step is None:
        return None
    marks: list[Mark] = []
    if not state.paused:
        marks += _next_cues(state, heard)
    if state.alarm is not None:
        marks.append(Mark(state.alarm, Alarm()))
    closes = _closes(state)
    if closes is not None:
        marks.append(Mark(closes, Interrupted()))
    if not state.paused:
        marks.append(Mark(state.ends, TimeUp()))
    return min(marks, key=lambda mark: mark.at, default=None)


def next_change(state: State, heard: float) -> float | None:
    """The first moment after ``heard`` at which a shown second changes or a mark is crossed."""
    if state.step is None:
        return None
    times = [at for at in (state.alarm, _closes(state)) if at is not None]
    if not state.paused:
        whole_after = max(0, ceil(state.ends - heard - FUZZ_S) - 1)
        times.append(state.ends - whole_after)
        times += [mark.at for mark in _next_cues(state, heard)]
    return min(times, default=None)


def _closes(state: State) -> float | None:
    """When a pause has lasted so long that the run is closed; None where it may last."""
    longest_s = state.step.longest_pause_s if state.step else None
    return state.pressed + longest_s if state.paused and longest_s is not None else None


def _next_cues(state: State, heard: float) -> list[Mark]:
    """The next part of a repetition, half time or tick of the lead; at the same moment the tick
    comes last, as that is the one to be heard."""
    cues = _next_part(state, heard)
    for find in (next_half, next_lead):
        cue = find(state.step, state.length, state.ends, heard) if state.step else None
        if cue is not None:
            cues.append(cue)
    first = min((at for at, _ in cues), default=0.0)
    together = tuple(cue for at, cue in cues if at <= first + FUZZ_S)
    return [Mark(first, together)] if together else []


def _next_part(state: State, heard: float) -> list[tuple[float, Cue]]:
    """The next part of a repetition with its time, where a metronome runs."""
    metronome = state.step.metronome if state.step else None
    if metronome is None:
        return []
    began = state.ends - state.length
    part = next_part(metronome, heard - began)
    return [] if part is None else [(began + part[0], Cue(part[1]))]
