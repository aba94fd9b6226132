"""A plan that changes its mind about nothing: one step after the other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from relief_tui.coach.inputs import Next, Stop
from relief_tui.coach.plan import Facts, Interrupted, Moment, Signal, TimeUp, Turn
from relief_tui.coach.step import Phase, Step


@dataclass(frozen=True, slots=True)
class Routine:
    """Plays its steps in order; knows time, next and stop."""

    steps: tuple[Step, ...]
    index: int = 0

    def begin(self) -> Turn:
        """The first step."""
        return Turn(self, self.steps[0])

    def react(self, signal: Signal, at: Moment) -> Turn | None:
        """The next step, or the end."""
        del at
        after = replace(self, index=self.index + 1)
        if isinstance(signal, Stop | Interrupted):
            return Turn(after, None)
        if isinstance(signal, TimeUp | Next):
            more = after.index < len(self.steps)
            return Turn(after, self.steps[after.index] if more else None)
        return None

    def fits(self, step: Step, t_s: float) -> bool:
        """There is always time."""
        del step, t_s
        return True

    def facts(self, step: Step | None) -> Facts:
        """Nothing to say."""
        del step
        return Facts()

    def step(self, t_s: float) -> Step:
        """The step it is at."""
        del t_s
        return self.steps[self.index]


@dataclass(frozen=True, slots=True)
class Listening(Routine):
    """A routine that notes every moment at which it is asked."""

    heard: list[Moment] = field(default_factory=list)

    def react(self, signal: Signal, at: Moment) -> Turn | None:
        """As any routine."""
        self.heard.append(at)
        return Routine.react(self, signal, at)


@dataclass(frozen=True, slots=True)
class Asked(Routine):
    """A routine that notes every step for which it was asked what there is to say."""

    asked: list[int] = field(default_factory=list)

    def facts(self, step: Step | None) -> Facts:
        """As any routine."""
        self.asked.append(self.index)
        return Routine.facts(self, step)


def routine(*lengths_s: float, phase: Phase = Phase.HOLD) -> Routine:
    """Steps of these lengths, all in one phase."""
    return Routine(tuple(Step(phase, seconds) for seconds in lengths_s))
