"""The plan of a routine: one line after the other, each side in full, skips and jumps."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from relief_tui.coach import inputs as press
from relief_tui.coach.event import StepResult, WarmupBegan
from relief_tui.coach.flagging import flagged
from relief_tui.coach.plan import Ending, Facts, Interrupted, Moment, Note, Signal, TimeUp, Turn
from relief_tui.coach.routine import Exercise, Routine, Sides
from relief_tui.coach.safety import Safety
from relief_tui.coach.step import Phase, Side, Step
from relief_tui.coach.transitions import WARMUP, Move
from relief_tui.coach.value import dataclass
from relief_tui.coach.warmup import looks
from relief_tui.coach.warmup.ending import ended
from relief_tui.coach.warmup.off import Off, left_out
from relief_tui.coach.warmup.progress import (
    Results,
    done,
    fits,
    is_off,
    news,
    noted,
    nothing_yet,
    passed_over,
    why_off,
)

_ENDS: dict[type, Move] = {press.Stop: Move.STOP, Interrupted: Move.INTERRUPTED}


@dataclass(frozen=True, slots=True)
class Warmup:
    """One run of a routine. ``first``: the leg with which a line for each leg begins. ``by_key``:
    a line by repetitions waits for a key. ``off``: what is left out today, each with the reason.
    ``opening`` stands there until the first line begins.

    ``line`` and ``turn`` say which side of which line runs or comes next; ``results`` how each
    side of each line ended, as far as it has.
    """

    GIVEN: ClassVar[frozenset[str]] = frozenset({"safety", "off", "opening"})
    """The fields that are not remembered but known anew by whoever goes on with a run."""

    safety: Safety
    routine: Routine
    first: Side = Side.LEFT
    by_key: bool = False
    off: Off = ()
    opening: tuple[Note, ...] = ()

    phase: Phase = Phase.READY
    line: int = 0
    turn: int = 0
    results: Results = ()
    ran_s: float = 0.0
    """Seconds that the steps before this one ran, pauses not counted."""
    ending: Ending | None = None

    def __post_init__(self) -> None:
        if not self.results:
            object.__setattr__(self, "results", nothing_yet(self.routine))

    def begin(self) -> Turn:
        """Get ready for the first line that is to be done."""
        turn = self._at(self.open_line(self.line), Phase.READY, Moment(0.0, 0.0, 0.0))
        return replace(turn, events=(WarmupBegan(self.routine.name), *turn.events))

    def react(self, signal: Signal, at: Moment) -> Turn | None:
        """What follows from ``signal``; None if it means nothing here."""
        turn = self._reaction(signal, at)
        if turn is None or turn.keeps_time or self.phase is Phase.OVER:
            return turn
        assert isinstance(turn.plan, Warmup)
        return replace(turn, plan=replace(turn.plan, ran_s=self.ran_s + at.spent_s))

    def _reaction(self, signal: Signal, at: Moment) -> Turn | None:
        if isinstance(signal, press.Help):
            return self._help(signal.cards, at)
        if self.phase is Phase.OVER:
            return None
        if type(signal) in _ENDS:
            return self._over(_ENDS[type(signal)], at)
        match signal:
            case press.Main() if not self.waiting:
                return None  # a pause
            case TimeUp() | press.Next() | press.Main():
                return self._on(at, by_time=isinstance(signal, TimeUp))
            case press.OtherSide():
                return self._other_leg()
            case press.Back():
                return self._back()
            case press.Jump(line=line):
                return self._jump(line, at)
            case press.Tick(line=line):
                return self._tick(self.line if line is None else line, at)
        return None

    def fits(self, step: Step, t_s: float) -> bool:
        """Every step may begin at any time."""
        del step, t_s
        return True

    def facts(self, step: Step | None) -> Facts:
        """Checklist, bar, preview, notes."""
        return looks.facts(self) if step else looks.facts_at_the_end(self)

    def step(self, t_s: float) -> Step:
        """The step of the phase it is in."""
        del t_s
        return looks.step(self)

    def fitted(self) -> Warmup:
        """The plan, at the next line if its own is left out by now.

        Raises ``ValueError`` if it stands at no place of its routine.
        """
        there = self.phase in WARMUP and self.phase is not Phase.OVER
        if not there or not fits(self.results, self.routine):
            raise ValueError(f"no way to go on from {self.phase}")
        if not (0 <= self.line < len(self.results) and 0 <= self.turn < self.turns):
            raise ValueError(f"no line {self.line}, side {self.turn}")
        line = self.open_line(self.line)
        if line is None or not self.is_off(self.line):
            return self
        results = passed_over(self.results, line)
        return replace(self, phase=Phase.CHANGE, line=line, turn=0, results=results)

    # Where it stands

    @property
    def exercise(self) -> Exercise:
        """The line that runs or comes next."""
        return self.routine.steps[self.line]

    @property
    def turns(self) -> int:
        """How many sides that line has."""
        return len(self.results[self.line])

    @property
    def waiting(self) -> bool:
        """True while a line by repetitions waits for a key."""
        return self.phase is Phase.WORK and self.by_key and bool(self.exercise.reps)

    @property
    def can_switch(self) -> bool:
        """True where the line may begin with the other leg."""
        return self.exercise.side is Sides.EACH and not self.turn

    @property
    def why_off(self) -> tuple[str, ...]:
        """Why lines of this routine are left out."""
        return why_off(self.routine, self.off)

    def open_line(self, line: int) -> int | None:
        """The first line from ``line`` on that is still to be done."""
        lines = range(line, len(self.results))
        return next((i for i in lines if not done(self.results, i) and not self.is_off(i)), None)

    def is_off(self, line: int) -> bool:
        """True if something speaks against ``line`` today."""
        return is_off(self.routine, line, self.off)

    # What comes next

    def _on(self, at: Moment, *, by_time: bool) -> Turn:
        """To work; or from it to the other side, the next line, the end."""
        if self.phase is not Phase.WORK:
            return self._into(Move.TIME_UP)
        result: StepResult = "done" if by_time is not self.waiting else "skipped"
        sides = (self._place(self.turn),)
        after = replace(self, results=noted(self.results, self.line, sides, result))
        if after.turn + 1 < after.turns:
            turn = replace(after, turn=after.turn + 1)._into(Move.SIDE_DONE)
        else:
            turn = after._at(after.open_line(after.line + 1), Move.LINE_DONE, at)
        return self._telling(turn)

    def _jump(self, line: int, at: Moment) -> Turn | None:
        there = line == self.line and self.phase is not Phase.WORK
        if there or not 0 <= line < len(self.results) or self.is_off(line):
            return None
        return self._telling(self._at(line, Move.JUMP, at))

    def _back(self) -> Turn | None:
        """To the side or the line before, where the session does not know the way: after a kill,
        or a cramp."""
        if self.turn:
            return replace(self, turn=self.turn - 1)._led(Phase.WORK)
        lines = range(self.line - 1, -1, -1)
        line = next((line for line in lines if not self.is_off(line)), None)
        if line is None:
            return None
        return replace(self, line=line, turn=len(self.results[line]) - 1)._led(Phase.WORK)

    def _tick(self, line: int, at: Moment) -> Turn | None:
        if not 0 <= line < len(self.results) or self.is_off(line):
            return None
        if line != self.line and done(self.results, line):
            return None
        every = range(len(self.results[line]))
        after = replace(self, results=noted(self.results, line, every, "done"))
        if line == self.line:
            return self._telling(after._at(after.open_line(line + 1), Move.LINE_DONE, at))
        return self._telling(Turn(after, looks.step(after), keeps_time=True))

    def _other_leg(self) -> Turn | None:
        """The other leg first, from this line on."""
        if not self.can_switch:
            return None
        after = replace(self, first=self.exercise.sides(self.first)[1])
        if self.phase is Phase.WORK:
            return after._into(Move.OTHER_LEG)
        return Turn(after, looks.step(after), keeps_time=True)

    def _help(self, cards: tuple[str, ...], at: Moment) -> Turn | None:
        """A red flag: the end, or from now on without what it forbids."""
        turn = flagged(self, cards, lambda shown: self._over(Move.HELP, at, shown))
        if turn is None or turn.step is None:
            return turn
        after = replace(self, off=(*self.off, *left_out(self.safety, cards)))
        if after.is_off(after.line):
            line = after.open_line(after.line)
            going = after._over(Move.HELP, at) if line is None else after._at(line, Move.JUMP, at)
        else:
            going = Turn(after, looks.step(after), keeps_time=True)
        return replace(going, events=(*turn.events, *going.events), no_way_back=True)

    def _at(self, line: int | None, way: Move | Phase, at: Moment) -> Turn:
        """At ``line``, with all before it done or skipped; None: the end."""
        if line is None:
            return self._over(Move.ALL_DONE, at)
        results = passed_over(self.results, line)
        after = replace(self, line=line, turn=0, results=results)
        turn = after._into(way) if isinstance(way, Move) else after._led(way)
        return self._telling(turn)

    def _into(self, move: Move) -> Turn:
        return self._led(WARMUP[self.phase][move])

    def _led(self, phase: Phase) -> Turn:
        """In ``phase``; one that has no time is passed over at once."""
        after = replace(self, phase=phase)
        if phase is not Phase.WORK and not looks.lead_s(after):
            after = replace(after, phase=WARMUP[phase][Move.TIME_UP])
        return Turn(after, looks.step(after))

    def _telling(self, turn: Turn) -> Turn:
        """The turn with the results in it that this plan did not have."""
        after = turn.plan
        assert isinstance(after, Warmup)
        told = news(self.results, after.results, self.routine)
        return replace(turn, events=(*told, *(e for e in turn.events if e not in told)))

    def _place(self, turn: int) -> int:
        """Where the side of ``turn`` stands in the results, whichever leg is first."""
        exercise = self.exercise
        return exercise.sides().index(exercise.sides(self.first)[turn])

    def _over(self, move: Move, at: Moment, cards: tuple[str, ...] = ()) -> Turn:
        return ended(self, move, at, cards)
