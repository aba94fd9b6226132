"""Active recovery: a few slow repetitions by metronome, with next to no load, in the straight half.

The dose is a rule of thumb (evidence/report §4.2); it rests on a short calf cramping (S2, S4).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from relief_tui.coach import inputs as press
from relief_tui.coach.event import RecoveryBegan, RecoveryEnded, RecoveryOutcome
from relief_tui.coach.flagging import flagged
from relief_tui.coach.plan import (
    ONE_LIGHT_SET,
    Ending,
    Facts,
    Interrupted,
    LightSet,
    Moment,
    Note,
    Signal,
    TimeUp,
    Turn,
)
from relief_tui.coach.safety import Safety
from relief_tui.coach.script import filled
from relief_tui.coach.step import Metronome, Phase, Segment, Side, Step, Tempo, counted
from relief_tui.coach.tempo import reps_done
from relief_tui.coach.transitions import RECOVERY, Move
from relief_tui.coach.value import dataclass

PARTS = ("CURL", "PAUSE", "LET OUT")
"""The concentric part, the pause and the eccentric part of a leg curl."""

_WORDS: dict[RecoveryOutcome, str] = {
    "done": "DONE",
    "twitch": "STOPPED",
    "stopped": "STOPPED",
    "interrupted": "CUT OFF",
}
_OUTCOMES: dict[Move, RecoveryOutcome] = {
    Move.TIME_UP: "done",
    Move.TWITCH: "twitch",
    Move.STOP: "stopped",
    Move.HELP: "stopped",
    Move.INTERRUPTED: "interrupted",
}


@dataclass(frozen=True, slots=True)
class RecoveryScript:
    """What is said, and the dose: ``rest_s`` between two sets, ``range_deg`` never passed."""

    reps: int
    slow_reps: str
    tempo: Tempo
    ready_s: float
    rest_s: float
    range_deg: int
    ready: tuple[str, ...]
    work: tuple[str, ...]
    rest: tuple[str, ...]
    done: tuple[str, ...]
    stopped: tuple[str, ...]
    unloaded: str
    lightest: str


@dataclass(frozen=True, slots=True)
class Recovery:
    """One or two light sets. ``notes`` stand there all the while: the watch after a cramp;
    ``opening`` only until the first repetition."""

    GIVEN: ClassVar[frozenset[str]] = frozenset({"script", "safety", "notes", "opening"})
    """The fields that are not remembered but known anew by whoever goes on with a run."""

    script: RecoveryScript
    safety: Safety
    light: LightSet = ONE_LIGHT_SET
    notes: tuple[Note, ...] = ()
    opening: tuple[Note, ...] = ()

    phase: Phase = Phase.READY
    set_no: int = 1
    reps: int = 0
    """Repetitions of the sets that are over."""
    ending: Ending | None = None

    def begin(self) -> Turn:
        """Get ready."""
        began = RecoveryBegan(self.light.load, self.light.sets, self.script.reps)
        return Turn(self, self._step(), (began,))

    def react(self, signal: Signal, at: Moment) -> Turn | None:
        """What follows from ``signal``; None if it means nothing here."""
        if isinstance(signal, press.Help):
            return flagged(self, signal.cards, lambda _: self._to(Move.HELP, at))
        if self.phase is Phase.OVER:
            return None
        match signal:
            case TimeUp() | press.Next():
                return self._next(at)
            case _:
                move = _MOVES.get(type(signal))
                return self._to(move, at) if move else None

    def fits(self, step: Step, t_s: float) -> bool:
        """Every step may begin at any time."""
        del step, t_s
        return True

    def facts(self, step: Step | None) -> Facts:
        """Bar, preview, notes."""
        if step is None:
            return Facts(ending=self.ending)
        pieces = [Segment("READY", self.script.ready_s), Segment("WORK", self._metronome.seconds)]
        if self.light.sets > 1:
            pieces += [Segment("REST", self.script.rest_s), pieces[1]]
        current = {Phase.READY: 0, Phase.WORK: 2 * self.set_no - 1, Phase.BETWEEN: 2}
        return Facts(
            segments=tuple(pieces),
            current=current[self.phase],
            next=self._preview,
            notes=(Note(self.load_words, thumb=True), *self.notes, *self._opening),
            position=f"set {self.set_no} of {self.light.sets}" if self.light.sets > 1 else "",
        )

    def step(self, t_s: float) -> Step:
        """The step of the phase it is in."""
        del t_s
        return self._step()

    def fitted(self) -> Recovery:
        """The plan; raises ``ValueError`` if it is in no phase of a light set."""
        if self.phase not in RECOVERY or self.phase is Phase.OVER:
            raise ValueError(f"no way to go on from {self.phase}")
        return self

    @property
    def load_words(self) -> str:
        """What is on the pin, against the working load."""
        load, working = self.light.load, self.light.working
        if load is None:
            return self.script.unloaded if working else self.script.lightest
        return f"{load}, working load {working}" if working else f"{load}"

    @property
    def _opening(self) -> tuple[Note, ...]:
        return self.opening if self.phase is Phase.READY else ()

    @property
    def _metronome(self) -> Metronome:
        script = self.script
        return Metronome(script.tempo, script.reps, PARTS, script.range_deg)

    @property
    def _preview(self) -> str:
        words = f"{filled(self.script.slow_reps, self.script.reps)}, tempo {self.script.tempo}"
        last = self.set_no >= self.light.sets
        return {
            Phase.READY: f"WORK, {words}",
            Phase.WORK: "done" if last else f"REST {self.script.rest_s:g} s",
            Phase.BETWEEN: f"WORK, {words}",
        }[self.phase]

    def _next(self, at: Moment) -> Turn | None:
        if self.phase is not Phase.WORK:
            set_no = self.set_no + (self.phase is Phase.BETWEEN)
            return self._to(Move.TIME_UP, at, set_no=set_no)
        more = self.set_no < self.light.sets
        return self._to(Move.AGAIN if more else Move.TIME_UP, at)

    def _to(self, move: Move, at: Moment, **changes: Any) -> Turn | None:
        target = RECOVERY[self.phase].get(move)
        if target is None:
            return None
        reps = self.reps
        if self.phase is Phase.WORK:
            reps += reps_done(self._metronome, at.spent_s)
        after = replace(self, phase=target, reps=reps, **changes)
        if target is Phase.OVER:
            return after._over(_OUTCOMES[move])
        return Turn(after, after._step())

    def _over(self, outcome: RecoveryOutcome) -> Turn:
        lines = self.script.done if outcome == "done" else self.script.stopped
        told = (f"{counted(self.reps, 'rep')}.",)
        twitched = outcome == "twitch"
        ending = Ending(_WORDS[outcome], (*told, *lines), told=told, cramped=twitched)
        return Turn(replace(self, ending=ending), None, (RecoveryEnded(self.reps, outcome),))

    def _step(self) -> Step:
        script, metronome = self.script, self._metronome
        seconds, cues = {
            Phase.READY: (script.ready_s, script.ready),
            Phase.WORK: (metronome.seconds, script.work),
            Phase.BETWEEN: (script.rest_s, script.rest),
        }[self.phase]
        working = self.phase is Phase.WORK
        return Step(
            self.phase,
            seconds,
            side=Side.BOTH if working else None,
            cues=cues,
            longest_s=metronome.seconds if working else 600.0,
            metronome=metronome if working else None,
        )


_MOVES: dict[type, Move] = {
    press.Worse: Move.TWITCH,
    press.Stop: Move.STOP,
    Interrupted: Move.INTERRUPTED,
}
