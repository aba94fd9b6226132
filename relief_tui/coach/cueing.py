"""When something is to be heard: which cue opens a step, half time, and the 3-2-1 that
leads its end."""

from __future__ import annotations

from relief_tui.coach.event import Cue
from relief_tui.coach.step import FUZZ_S, Phase, Step

LEAD_S = (3, 2, 1)
"""Seconds before the end of a step at which a tick leads the change."""
LEAD_FROM_S = 5.0
"""Shorter steps have no lead: the ticks would begin before anybody knows what they are for."""
HALF_FROM_S = 10.0
"""Shorter steps have no half time: it would stand too close to what opens them, and to the lead."""
HALVED = frozenset({Phase.HOLD, Phase.WORK})
"""What is long to whoever does it, and has a half to look forward to."""
LATE_S = 0.3
"""A cue older than this is not played: late beeps are worse than none."""

_ENTRY: dict[Phase, str] = {
    Phase.START: "start",
    Phase.EASE_OUT: "step",
    Phase.POSITION: "step",
    Phase.EASE_IN: "step",
    Phase.HOLD: "go",
    Phase.LET_GO: "let go",
    Phase.CHECK: "check",
    Phase.RELEASE: "let go",
    Phase.TOES_UP: "gone",
    Phase.REST: "step",
    Phase.WAITING: "attention",
    Phase.SPENT: "attention",
    Phase.RECHECK: "check",
    Phase.PLAN: "attention",
    Phase.READY: "step",
    Phase.CHANGE: "done",
    Phase.SWITCH: "switch",
    Phase.WORK: "go",
    Phase.BETWEEN: "done",
    Phase.TEMPO: "go",
    Phase.SET_REST: "done",
}


def entry_cue(step: Step) -> Cue | None:
    """The cue that opens ``step``."""
    name = _ENTRY.get(step.phase)
    return Cue(name) if name else None


def next_lead(step: Step, length_s: float, ends: float, heard: float) -> tuple[float, Cue] | None:
    """The next tick of the lead after ``heard``, with its time; None if there is none."""
    if length_s < LEAD_FROM_S or not step.counts_down:
        return None
    for seconds in LEAD_S:
        at = ends - seconds
        if at > heard + FUZZ_S:
            return at, Cue(str(seconds))
    return None


def next_half(step: Step, length_s: float, ends: float, heard: float) -> tuple[float, Cue] | None:
    """Half time, if it is still to come after ``heard``; a metronome counts by itself."""
    at = ends - length_s / 2
    halved = step.phase in HALVED and step.counts_down and step.metronome is None
    return (at, Cue("half")) if halved and length_s >= HALF_FROM_S and at > heard + FUZZ_S else None


def timely(late_s: float) -> bool:
    """True if a cue may still be played so many seconds, as the ear counts them, after its time."""
    return late_s <= LATE_S
