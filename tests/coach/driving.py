"""A session under test, its time in the test's hands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from relief_tui.coach.event import Event, StepBegan, Undone
from relief_tui.coach.inputs import Answer, Input, Number, Worse
from relief_tui.coach.plan import Facts, Moment, Plan, Signal, Turn
from relief_tui.coach.relief import Relief
from relief_tui.coach.session import Session
from relief_tui.coach.state import Happened
from relief_tui.coach.step import Phase, Step
from relief_tui.coach.transitions import Move
from relief_tui.coach.view import View
from tests.support.script import make_script

SCRIPT = make_script()
ZERO = 5000.0
"""The session's clock when a run begins: never to be taken for a second of the run."""

E = TypeVar("E", bound=Event)


def relief(**known: Any) -> Relief:
    """A relief on the script of the tests."""
    return Relief(SCRIPT, **known)


class Run:
    """A run that has begun. ``t`` is the second of the run that has come."""

    def __init__(
        self, plan: Plan | None = None, *, session: Session | None = None, now: float = ZERO
    ) -> None:
        """A run of ``plan``, or one that goes on with ``session``."""
        self.session = session or Session(relief() if plan is None else plan)
        self.now = now
        self.story: list[Happened] = []
        if session is None:
            self.story += self.session.begin(self.now)
            self._hear(self.session.advance(self.now))

    @property
    def t(self) -> float:
        """Seconds since the run began."""
        return self.now - ZERO

    @property
    def view(self) -> View:
        """What is to be seen now."""
        return self.session.view(self.now)

    @property
    def phase(self) -> Phase:
        """The phase that is on."""
        return self.view.phase

    @property
    def notes(self) -> tuple[str, ...]:
        """The lines that stand on the screen."""
        return tuple(note.words for note in self.view.notes)

    # Time

    def sleep(self, seconds: float) -> list[Event]:
        """Time passes and nobody wakes the session until its end."""
        self.now += seconds
        return self._hear(self.session.advance(self.now))

    def wait(self, seconds: float) -> list[Event]:
        """Time passes and the session is woken whenever it asked to be."""
        end, first = self.now + seconds, len(self.story)
        while (wake := self.session.next_wakeup()) is not None and wake < end:
            self.sleep(wake - self.now)
        self.sleep(end - self.now)
        return [one.event for one in self.story[first:]]

    def at(self, t_s: float) -> Run:
        """Wait until second ``t_s`` of the run."""
        self.wait(t_s - self.t)
        return self

    def until(self, phase: Phase, *, within_s: float = 900.0) -> Run:
        """Wait for ``phase``; it must come within so many seconds."""
        end = self.now + within_s
        while self.phase is not phase:
            wake = self.session.next_wakeup()
            assert wake is not None, f"nothing leads to {phase} from {self.phase}"
            assert wake <= end, f"no {phase} within {within_s:g} s"
            self.sleep(wake - self.now)
        return self

    # Presses

    def press(self, input: Input) -> list[Event]:
        """Press at this moment."""
        return self._hear(self.session.handle(input, self.now))

    def say(self, word: str) -> list[Event]:
        """Answer the check, or say *worse*."""
        step = self.view.step
        return self.press(Worse(step) if word == "worse" else Answer(step, word))

    def click(self, *numbers: int) -> list[Event]:
        """Click on a line of each list that opens."""
        return [event for n in numbers for event in self.press(Number(self.view.asked, n, True))]

    def key(self, number: int) -> list[Event]:
        """Type a number for the list that is open."""
        return self.press(Number(self.view.asked, number))

    # What happened

    def told(self, kind: type[E]) -> list[E]:
        """All events of a kind, as they happened."""
        return [one.event for one in self.story if isinstance(one.event, kind)]

    def times(self, kind: type[Event]) -> list[float]:
        """When the events of a kind happened, in seconds of the run."""
        return [one.at - ZERO for one in self.story if isinstance(one.event, kind)]

    def standing(self, kind: type[E]) -> list[E]:
        """The events of a kind that were not undone."""
        return [one.event for one in standing(self.story) if isinstance(one.event, kind)]

    def steps(self, first: int = 0) -> list[tuple[float, str, float]]:
        """Every step: the second it began, its word, its length."""
        return [
            (round(one.at - ZERO, 3), one.event.phase, one.event.seconds)
            for one in self.story
            if isinstance(one.event, StepBegan)
        ][first:]

    def _hear(self, happened: Iterable[Happened]) -> list[Event]:
        heard = list(happened)
        self.story += heard
        return [one.event for one in heard]


def standing(story: Iterable[Happened]) -> list[Happened]:
    """What happened and counts: it was not undone, or that was undone in turn."""
    story = list(story)
    undone: dict[str, list[Happened]] = {}
    for one in story:
        if isinstance(one.event, Undone):
            undone.setdefault(one.event.event, []).append(one)

    def counts(one: Happened) -> bool:
        return not any(counts(by) for by in undone.get(str(one.number), ()))

    return [one for one in story if counts(one)]


Row = tuple[Phase, Move | None, Phase]


@dataclass(frozen=True, slots=True)
class Watched:
    """A relief whose every change of phase is noted, with the move that made it."""

    inner: Relief
    note: Callable[[Row], None]

    def begin(self) -> Turn:
        """As the relief."""
        return self._watched(self.inner.begin())

    def react(self, signal: Signal, at: Moment) -> Turn | None:
        """As the relief."""
        turn = self.inner.react(signal, at)
        if turn is None:
            return None
        after = turn.plan
        assert isinstance(after, Relief)
        if not turn.keeps_time and self.inner.phase is not Phase.OVER:
            self.note((self.inner.phase, after.move, after.phase))
        return self._watched(turn)

    def fits(self, step: Step, t_s: float) -> bool:
        """As the relief."""
        return self.inner.fits(step, t_s)

    def facts(self, step: Step | None) -> Facts:
        """As the relief."""
        return self.inner.facts(step)

    def step(self, t_s: float) -> Step:
        """As the relief."""
        return self.inner.step(t_s)

    def _watched(self, turn: Turn) -> Turn:
        plan = turn.plan
        assert isinstance(plan, Relief)
        return replace(turn, plan=Watched(plan, self.note))
