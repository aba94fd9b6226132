"""One frozen picture of a run at one moment: all that a face needs, with nothing to work out."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from relief_tui.coach.checklist import Checklist
from relief_tui.coach.lighter import Lighter
from relief_tui.coach.plan import Ending, Facts, Note
from relief_tui.coach.state import State
from relief_tui.coach.step import (
    FUZZ_S,
    Asking,
    Phase,
    Question,
    Segment,
    Side,
    clock_words,
    side_word,
)
from relief_tui.coach.tempo import Beat, beat
from relief_tui.coach.value import dataclass

if TYPE_CHECKING:  # no relief has to wait for it
    from relief_tui.coach.workout.card import WorkoutView

_LIFTING = frozenset({Phase.READY, Phase.WORK, Phase.BETWEEN})
_COOL = (
    _LIFTING
    | {Phase.SET, Phase.TEMPO, Phase.SET_REST}
    | {Phase.CHANGE, Phase.SWITCH}
    | {Phase.TOES_UP, Phase.REST, Phase.WAITING, Phase.PLAN, Phase.OVER}
)
_LOWERING = frozenset({Phase.TOES_UP, Phase.REST, Phase.WAITING, Phase.OVER})


WAYS_ON = "SPACE go on · r restart"
"""The ways out of a pause."""


@dataclass(frozen=True, slots=True)
class View:
    """What is to be seen now. ``seconds`` is what the digits show, rounded up; ``done`` the part
    of the step that has run (0–1); ``elapsed_s`` whole seconds since the run began, ``lasted_s``
    how many of them it ran: after its end they grow no more.

    ``step`` and ``asked`` are what an input names as its aim: the step, or the open question.
    ``side`` is the leg of the step or, where a step is for no leg, of the run. ``piece_done`` is
    the part of the current piece of the bar that has run (0–1); ``left_s`` whole seconds to the
    end of a routine; ``workout`` the card of a workout. ``position`` is the name of the position,
    ``position_id`` its id.
    """

    step: int
    asked: int | None
    phase: Phase
    side: Side | None
    seconds: int
    done: float
    length_s: float
    paused: bool
    away_s: float | None
    elapsed_s: int
    lasted_s: int
    cues: tuple[str, ...]
    question: Question | None
    typed: str
    segments: tuple[Segment, ...]
    current: int
    next: str
    notes: tuple[Note, ...]
    lighter: Lighter | None
    details: tuple[Note, ...]
    beat: Beat | None
    position: str
    position_id: str
    hold: int
    holds: int
    can_undo: bool
    ending: Ending | None
    piece_done: float
    title: str
    checklist: Checklist | None
    left_s: int | None
    workout: WorkoutView | None

    @property
    def words(self) -> str:
        """Phase and leg without the seconds: ``HOLD LEFT``."""
        if self.phase.carries_side:
            return f"{self.phase.word} {side_word(self.side)}"
        return self.phase.word

    @property
    def line(self) -> str:
        """The phase line: ``HOLD LEFT 12 s``."""
        return f"{self.words} {self.seconds} s"

    @property
    def list_open(self) -> bool:
        """True if digits answer a list or a scale rather than the check."""
        return self.question is not None and self.question.asking is not Asking.CHECK

    @property
    def checking(self) -> bool:
        """True while *How is it?* is asked."""
        return self.question is not None and not self.list_open

    @property
    def can_wait(self) -> bool:
        """True while a pull runs: it waits while red flags are looked at; a rest goes on."""
        return not (self.paused or self.phase is Phase.OVER or self.phase.counts_away)

    @property
    def cooling(self) -> bool:
        """True while no cramp is being relieved: a new cramp is a new run."""
        return self.phase in _COOL

    @property
    def lifting(self) -> bool:
        """True in a light set: a cramp there is the twitch that stops it."""
        return self.phase in _LIFTING and self.checklist is None and self.workout is None

    @property
    def warming(self) -> bool:
        """True while a routine runs: it waits while a cramp is relieved."""
        return self.checklist is not None and self.phase is not Phase.OVER

    @property
    def waits(self) -> bool:
        """True while a routine or a workout runs: it waits while a cramp is relieved, and may be
        left and gone on with."""
        return self.warming or (self.workout is not None and self.phase is not Phase.OVER)

    @property
    def lowering(self) -> bool:
        """True while LOWER THE WEIGHT stands beside what the step itself says."""
        return self.phase in _LOWERING and bool(self.notes)

    @property
    def away_words(self) -> str:
        """``away 3:12`` after nobody was there, else empty."""
        return f"away {clock_words(self.away_s)}" if self.away_s is not None else ""

    @property
    def pause_words(self) -> str:
        """That time stands still, and how to go on; empty while it runs."""
        if self.away_s is not None:
            return f"{self.away_words} – {WAYS_ON}"
        return f"Paused. {WAYS_ON}" if self.paused else ""


def picture(state: State, now: float, *, facts: Facts, elapsed_s: float, can_undo: bool) -> View:
    """The picture of ``state`` at ``now``, with what its plan says of it."""
    step = state.step
    left = state.remaining(now)
    lasted_s = elapsed_s if state.ended is None else state.ended - state.began
    question = step.asks if step else None
    done = 1.0 - left / state.length if step and state.length else 1.0
    return View(
        step=state.number,
        asked=state.asked if question else None,
        phase=step.phase if step else Phase.OVER,
        side=step.side if step and step.side else facts.side,
        seconds=ceil(left - FUZZ_S) if step and step.counts_down else 0,
        done=done,
        length_s=state.length,
        paused=state.left is not None,
        away_s=state.away_s,
        elapsed_s=int(elapsed_s + FUZZ_S),
        lasted_s=int(lasted_s + FUZZ_S),
        cues=step.cues if step else (),
        question=question,
        typed=facts.typed,
        segments=facts.segments,
        current=facts.current,
        next=facts.next,
        notes=facts.notes,
        lighter=facts.lighter,
        details=facts.details,
        beat=beat(step.metronome, state.length - left) if step and step.metronome else None,
        position=facts.position,
        position_id=(step.position or "") if step else "",
        hold=facts.hold,
        holds=facts.holds,
        can_undo=can_undo,
        ending=facts.ending,
        piece_done=facts.before + facts.share * done,
        title=facts.title,
        checklist=facts.checklist,
        left_s=_left_s(facts.checklist, left if step and step.counts_down else 0.0),
        workout=facts.workout.at(elapsed_s) if facts.workout else None,
    )


def _left_s(checklist: Checklist | None, left: float) -> int | None:
    return None if checklist is None else ceil(checklist.after_s + left - FUZZ_S)
