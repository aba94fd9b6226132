"""The state of a relief and what each signal leads to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from relief_tui.coach import inputs as press
from relief_tui.coach.equipment import USUAL, Equipment
from relief_tui.coach.event import ReliefBegan
from relief_tui.coach.load import Load
from relief_tui.coach.plan import (
    Alarm,
    Ending,
    Facts,
    Interrupted,
    Moment,
    Returned,
    Signal,
    TimeUp,
    Turn,
)
from relief_tui.coach.relief import after, ladder, lists, where
from relief_tui.coach.relief.facts import facts_of
from relief_tui.coach.relief.moving import to
from relief_tui.coach.relief.steps import step_of
from relief_tui.coach.safety import OpenFlag, forbidding
from relief_tui.coach.script import Rung, Script
from relief_tui.coach.step import FUZZ_S, Phase, Side, Step
from relief_tui.coach.training import NEW, Enough, Training
from relief_tui.coach.transitions import RELIEF, Move
from relief_tui.coach.value import dataclass


def _none_rests(_exercise: str) -> bool:
    """Nothing is known of any exercise."""
    return False


def _all_curl(_exercise: str | None) -> bool:
    """The same: it is reliefs of curls that this is for."""
    return True


def _by_itself(exercise: str) -> str:
    """The same: a name means itself."""
    return exercise


@dataclass(frozen=True, slots=True)
class Relief:
    """One cramp, from STOP THE SET to its end. Seconds of the run are counted from its start.

    ``hold_s`` set: every hold lasts so long (10–20 s). ``flags``: red flags that are open.
    ``equipment``: what the load is set with; ``training``: what came before in it; ``rests``
    and ``curls`` tell by its name, once it let go, whether an exercise is not for today, and
    whether it is a curl; ``meant`` which exercise a name means. The fields below are where the
    run stands; a new run leaves them alone.
    """

    GIVEN: ClassVar[frozenset[str]] = frozenset(
        {"script", "flags", "equipment", "training", "rests", "curls", "meant"}
    )
    """The fields that are not remembered but known anew by whoever goes on with a run."""

    script: Script
    side: Side | None = None
    machine: str | None = None
    exercise: str | None = None
    load: Load | None = None
    hold_s: float | None = None
    flags: tuple[OpenFlag, ...] = ()
    equipment: Equipment = USUAL
    training: Training = NEW
    rests: Callable[[str], bool] = _none_rests
    curls: Callable[[str | None], bool] = _all_curl
    meant: Callable[[str], str] = _by_itself

    phase: Phase = Phase.START
    move: Move | None = None
    """What led to the phase."""
    index: int = 0
    rung: Rung | None = None
    position: str = ""
    length_s: float = 0.0
    """The length of this hold, and of the next one if nobody answers."""
    moved: bool = False
    """True if this round began with getting into position."""
    done: int = 0
    """Holds that came to their end."""
    first_hold_s: float | None = None
    checks: int = 0
    """Checks that were answered."""
    heard: bool = False
    """Somebody has answered something."""
    silent: int = 0
    """Checks in a row that nobody answered."""
    eased: bool = False
    worse: int = 0
    no_tear: bool = False
    screened: bool = False
    both_calves: bool = False
    spent: bool = False
    """A limit was reached: no more holds in this run."""
    lists: tuple[str, ...] = ()
    """The questions still to be answered; the first one is open."""
    typed_s: float | None = None
    """When a ``1`` was typed on the pain scale that may yet become a ten."""
    pain: int | None = None
    gone_s: float | None = None
    rest_since_s: float | None = None
    not_right: int = 0
    """How often the green-light list found something."""
    twitched: bool = False
    """It never locked: the person said so on the plan."""
    chosen: str = ""
    cards: tuple[str, ...] = ()
    left: bool = False
    """It was stopped or cut off after a hold, and no card came up: it counts as a mild one
    (``journal/cramps``)."""
    enough: Enough | None = None
    """It let go and is over: why no curls follow by what was said then; None: nothing was."""
    ending: Ending | None = None

    def begin(self) -> Turn:
        """The first step: STOP THE SET."""
        first = self.script.ladder[0]
        length_s = self.length(first.seconds)
        plan = replace(self, rung=first, position=first.position, length_s=length_s)
        began = ReliefBegan(self.side, self.machine, self.exercise, self.load)
        return Turn(plan, step_of(plan, 0.0), (began,))

    def react(self, signal: Signal, at: Moment) -> Turn | None:
        """What follows from ``signal``; None if it means nothing in this phase."""
        if self.phase is Phase.OVER and not isinstance(signal, press.Help):
            return None
        match signal:
            case press.Answer(answer=answer):
                return ladder.answered(self, answer, at)
            case press.Number(number=number, click=click):
                return lists.number(self, number, at, click=click)
            case press.Help(cards=cards):
                return lists.red_flag(self, cards, at)
            case press.Cleared(card=card, side=side):
                return lists.cleared(self, card, side, at)
            case _:
                handler = _HANDLERS.get(type(signal))
                return handler(self, at) if handler else None

    def fits(self, step: Step, t_s: float) -> bool:
        """False for a hold, or what leads to one, if none is left or it would end too late."""
        lengths, limits = self.script.lengths, self.script.limits
        ahead = {
            Phase.POSITION: lengths.position_s + lengths.ease_in_s + self.length_s,
            Phase.EASE_IN: lengths.ease_in_s + self.length_s,
            Phase.HOLD: self.length_s,
        }.get(step.phase)
        if ahead is None:
            return True
        left = 0 if self.spent else limits.holds - self.done
        return left > 0 and t_s + ahead <= limits.clock_s + FUZZ_S

    def facts(self, step: Step | None) -> Facts:
        """Round bar, preview and standing lines."""
        return facts_of(self, step)

    def step(self, t_s: float) -> Step:
        """The step of the phase it is in."""
        return step_of(self, t_s)

    def fitted(self) -> Relief:
        """The plan on the rungs and positions of its script, which may be another than before.

        Raises ``ValueError`` if a rung, a position or a phase is no longer there.
        """
        rungs = {rung.id: rung for rung in (*self.script.ladder, self.script.worse)}
        known = self.rung is None or self.rung.id in rungs
        if not known or self.position not in self.script.positions or self.phase not in RELIEF:
            raise ValueError(f"no way to go on from {self.phase}, {self.position}")
        return replace(self, rung=rungs[self.rung.id] if self.rung else None)

    def length(self, seconds: float) -> float:
        """The length of a hold that the ladder gives as ``seconds``."""
        return seconds if self.hold_s is None else self.hold_s

    @property
    def planning(self) -> bool:
        """True while it is asked what to go on with."""
        return self.phase is Phase.PLAN

    @property
    def forbidden(self) -> tuple[str, ...]:
        """The open cards that forbid a stretch of this leg."""
        return forbidding(self.flags, self.side)


_HANDLERS: dict[type, Callable[[Relief, Moment], Turn | None]] = {
    TimeUp: ladder.time_up,
    Alarm: lists.alarm,
    press.Next: ladder.next_step,
    press.Main: ladder.still,
    press.Worse: ladder.worse,
    press.OtherSide: where.other_side,
    press.OtherPosition: where.other_position,
    press.Recover: after.recover,
    press.Stop: lambda plan, at: to(plan, Move.STOP, at),
    Interrupted: lambda plan, at: to(plan, Move.INTERRUPTED, at),
    Returned: ladder.returned,
}
