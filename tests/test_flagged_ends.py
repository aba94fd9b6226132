"""Whatever a red flag ends: rest comes first, and nothing that the card forbids is said."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

import pytest

from relief_tui.coach.inputs import Help, Stop
from relief_tui.coach.plan import ONE_LIGHT_SET
from relief_tui.conductor import Conductor
from relief_tui.content.behind import load_behind
from relief_tui.content.routines import load_routine
from relief_tui.services import Services
from relief_tui.wishes import Refusal, ReliefOptions, WorkoutWish
from tests.support.clock import FakeClock

Begin: TypeAlias = Callable[[Services], Conductor | Refusal]

KINDS: dict[str, Begin] = {
    "relief": lambda services: services.relief(ReliefOptions()),
    "recovery": lambda services: services.recovery(ONE_LIGHT_SET),
    "warmup": lambda services: services.warmup(load_routine("express")),
    "workout": lambda services: services.workout(WorkoutWish("Leg curl")),
}


@pytest.mark.parametrize("card", ["RF01", "RF03", "RF05", "RF06"])
@pytest.mark.parametrize("over", [False, True], ids=["running", "over"])
@pytest.mark.parametrize("kind", KINDS)
def test_rest_comes_first(kind: str, over: bool, card: str) -> None:
    services = Services(clock=FakeClock())
    run = KINDS[kind](services)
    assert isinstance(run, Conductor)
    run.begin()
    if over:
        run.handle(Stop())
    ending = run.handle(Help(cards=(card,))).ending
    assert ending is not None
    assert ending.first == "REST THE LEG"
    assert ending.lines[:2] == services.script.safety.end
    assert not re.search(r"\b(walk|stretch|toes|go on)\b", " ".join(ending.lines), re.IGNORECASE)
    assert load_behind().id_of(run.advance(), run.plan) == "when-to-stop"
    services.close()


def test_what_ends_a_workout_is_no_light_set() -> None:
    services = Services(clock=FakeClock())
    run = services.workout(WorkoutWish("Leg curl"))
    assert isinstance(run, Conductor)
    run.begin()
    view = run.handle(Stop())
    assert load_behind().id_of(view, run.plan) == "next-session"
    services.close()
