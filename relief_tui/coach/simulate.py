"""A run on no clock at all: the timeline of a plan, given the answers somebody would give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from relief_tui.coach.event import StepBegan
from relief_tui.coach.inputs import Answer, Input, Main, Number, Worse
from relief_tui.coach.plan import Plan
from relief_tui.coach.session import Session
from relief_tui.coach.state import Happened
from relief_tui.coach.value import dataclass
from relief_tui.coach.view import View

CHECK_WORDS = ("gone", "easing", "same", "worse", "still")
"""What can be said at a check; ``still`` is the main key: still there, hold again."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a timeline: the moment in seconds, the event, and the step it happened in."""

    t_s: float
    happened: Happened
    step: StepBegan | None

    def row(self) -> dict[str, Any]:
        """The line as ``relief simulate --json`` shows it; empty fields are null."""
        event, step = self.happened.event, self.step
        return {
            "t_s": self.t_s,
            "event": event.kind,
            "step": step.step if step else None,
            "phase": step.phase if step else None,
            "side": step.side if step else None,
            "cue": None,
            **asdict(event),
        }


def timeline(plan: Plan, answers: Sequence[str] = ()) -> Iterator[Line]:
    """Play ``plan`` from 0 s; each question takes the next answer, then there is silence.

    An answer is one of :data:`CHECK_WORDS`, or a number for a list or the pain scale. One that
    does not fit the question that is open is kept for the next.
    """
    session, left = Session(plan), list(answers)
    step: StepBegan | None = None
    happened = session.begin(0.0)
    now = 0.0
    while True:
        for one in happened:
            step = one.event if isinstance(one.event, StepBegan) else step
            yield Line(round(one.at, 3), one, step)
        given = _answer(session.view(now), left)
        if given is not None:
            left.pop(0)
            happened = session.handle(given, now)
            continue
        wake = session.next_wakeup()
        if wake is None:
            return
        now = wake
        happened = session.advance(now)


def _answer(view: View, left: Sequence[str]) -> Input | None:
    """The next answer as an input, if it fits what is asked now."""
    if view.question is None or not left:
        return None
    word = left[0]
    if word.isdecimal() and view.list_open and view.question.accepts(int(word)):
        return Number(view.asked, int(word), click=True)
    if view.list_open or word.isdecimal():
        return None
    if word == "worse":
        return Worse(view.step)
    return Main(view.step) if word == "still" else Answer(view.step, word)
