"""Workouts for the tests of the coach: on the shipped script, at any point of a training."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from relief_tui.coach.equipment import USUAL
from relief_tui.coach.event import Advised, Band, SetDone
from relief_tui.coach.lighter import lighter
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.plan import WentOn
from relief_tui.coach.session import Session
from relief_tui.coach.step import Side
from relief_tui.coach.training import Cramp, Training
from relief_tui.coach.workout import Workout
from relief_tui.coach.workout.card import WorkoutView
from relief_tui.content.workout import load_workout
from tests.coach.driving import Run
from tests.support.script import AFTER, SAFETY

SCRIPT = load_workout()
SIP = "Thirsty? SIP"


def kg(value: float) -> Load:
    return Load(value, Unit.KG)


def workout(**known: Any) -> Workout:
    """Three sets of ten leg curls with 45 kg, unless something else is said."""
    usual: dict[str, Any] = {"exercise": "Leg curl", "load": kg(45.0), "sip": SIP, "rest_s": 120.0}
    return Workout(SCRIPT, SAFETY, AFTER, **usual | known)


def cramp(
    exercise: str | None = "Leg curl",
    *,
    load: Load | None = None,
    band: Band = "mild",
    side: Side = Side.LEFT,
    ago_s: float = 0.0,
) -> Cramp:
    """A cramp that let go; with a load, less was advised."""
    found = lighter(load, None, AFTER.bands[band].cut, USUAL)
    advised = Advised(load, found.after, "why") if load else None
    return Cramp(ago_s, side, "gone", band, exercise, load, advised)


def after(*cramps: Cramp) -> Training:
    """A training with these cramps, each in a run of its own."""
    return Training(
        tuple(replace(each, run=f"cramp {number}") for number, each in enumerate(cramps, 1))
    )


MILD = after(cramp(load=kg(45.0)))


def card(run: Run) -> WorkoutView:
    """The card of the workout; it must be there."""
    view = run.view.workout
    assert view is not None
    return view


def gone_on(
    run: Run,
    *,
    away_s: float = 0.0,
    sets: tuple[SetDone, ...] | None = None,
    sips: int | None = None,
    **known: Any,
) -> Run:
    """The run as another process goes on with it, so many seconds later, knowing this; ``sets`` and
    ``sips`` from the journal."""
    plan, standing = run.session.plan, run.session.standing(run.now)
    assert isinstance(plan, Workout)
    session = Session(replace(plan, **known))
    again = Run(session=session, now=run.now + away_s)
    again.story += session.go_on(standing, again.now, away_s, WentOn(sets, sips))
    return again


def learned(run: Run, **known: Any) -> None:
    """It goes on knowing this."""
    run.story += run.session.learn(known, run.now)
