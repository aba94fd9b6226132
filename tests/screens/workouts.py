"""Workouts in front of a test, and the moments of one."""

from __future__ import annotations

from collections.abc import Callable

from relief_tui.coach import inputs as press
from relief_tui.coach.event import ReliefBegan, ReliefEnded
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Phase, Side, Tempo
from relief_tui.conductor import Conductor
from relief_tui.wishes import WorkoutWish
from tests.support.pilot import Face

Way = Callable[[Face], None]


def kg(value: float) -> Load:
    return Load(value, Unit.KG)


WISH = WorkoutWish("Leg curl", kg(45.0))


def train(face: Face, wish: WorkoutWish = WISH) -> None:
    """Another run on the same screen: this workout, from its first set."""
    conductor = face.app.services.workout(wish)
    assert isinstance(conductor, Conductor)
    face.run.conductor = conductor
    conductor.begin()


def cramped(face: Face, run: str, exercise: str = "Leg curl") -> None:
    """It cramped in this training, and let go."""
    log = face.app.services.log
    log.write(run, ReliefBegan(Side.LEFT, None, exercise, kg(45.0)))
    log.write(
        run,
        ReliefEnded("gone", "mild", 1, 30.0, Side.LEFT, exercise=exercise, load=kg(45.0)),
    )


def _after(*inputs: press.Input, wish: WorkoutWish = WISH) -> Way:
    def way(face: Face) -> None:
        train(face, wish)
        face.tell(*inputs)

    return way


def _lower(*inputs: press.Input, cramps: int = 1) -> Way:
    def way(face: Face) -> None:
        for number in range(cramps):
            cramped(face, f"cramp {number} at {face.clock.now()}")
        train(face)
        face.tell(*inputs)

    return way


def _tempo(phase: Phase) -> Way:
    def way(face: Face) -> None:
        train(face, WorkoutWish("Leg curl", kg(45.0), tempo=Tempo(3.0, 0.0, 3.0)))
        face.tell(press.Main())
        face.pass_until(phase)

    return way


SETS: dict[str, Way] = {
    "set": _after(),
    "set without a load": _after(wish=WorkoutWish("Hip thrust, toes up")),
    "set after the last": _after(press.SetSets(sets=1), press.LogSet(), press.Next()),
    "lower": _lower(),
    "lower, own": _lower(press.SetLoad(load=kg(45.0))),
    "exercise off": _lower(cramps=2),
    "sip": _after(*(press.Next(),) * 8),
}
"""A set waits."""
TIMED: dict[str, Way] = {
    "set rest": _after(press.LogSet()),
    "set rest, paused": _after(press.LogSet(), press.Pause()),
    "set ready": _tempo(Phase.READY),
    "set by tempo": _tempo(Phase.TEMPO),
}
"""A timer stands on the screen."""
OVER: dict[str, Way] = {"workout over": _after(press.LogSet(), press.Stop())}
