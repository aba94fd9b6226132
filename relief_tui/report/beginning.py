"""A routine or a workout begins, or goes on: what is to be said of a run that was cut off before,
and what a relief has changed."""

from __future__ import annotations

from relief_tui.coach.inputs import Swap
from relief_tui.coach.plan import Plan
from relief_tui.coach.routine import Routine
from relief_tui.coach.value import dataclass
from relief_tui.conductor import Conductor
from relief_tui.report.ahead import closed_words, go_on_words
from relief_tui.services import Services
from relief_tui.wishes import Refusal, WorkoutWish

NOTHING_TO_GO_ON_WITH = "Nothing waits any more: it goes on elsewhere, or was closed."
ANOTHER = "o is another exercise, x ends it."


@dataclass(frozen=True, slots=True)
class Beginning:
    """A run ready to begin, or why none may; ``said``: what became of one that was cut off."""

    run: Conductor | Refusal
    said: tuple[str, ...] = ()


def warm(services: Services, routine: Routine, line: int = 0) -> Beginning:
    """This routine from ``line`` on. A run that was cut off is closed."""
    waiting = services.offer()
    run = services.warmup(routine, line=line)
    if isinstance(run, Refusal) or waiting is None:
        return Beginning(run)
    return Beginning(run, (closed_words(waiting),))


def train(services: Services, wish: WorkoutWish) -> Beginning:
    """This workout; where no exercise is named and one was cut off, that one goes on as it was.
    Any other run that was cut off is closed."""
    newest = services.offer()
    waits = None if wish.exercise else services.offer("workout")
    run = (services.go_on(waits.run) if waits else None) or services.workout(wish)
    if isinstance(run, Refusal):
        return Beginning(run)
    goes_on = waits is not None and waits.run == run.run
    said = []
    if newest is not None and newest.run != run.run:
        said.append(closed_words(newest))
    if waits is not None and goes_on:
        said.append(f"GOING ON: {go_on_words(waits)}. {ANOTHER}")
    return Beginning(run, tuple(said))


def back(services: Services, waited: Conductor, relief: Plan | None) -> Conductor | Refusal:
    """What waited for ``relief`` goes on, or why it may not; with the exercise that was chosen
    there."""
    chosen = services.gates.chosen_in(relief)
    if chosen:
        waited.handle(Swap(None, chosen))
    return services.back_to(waited)
