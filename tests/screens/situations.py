"""Every situation a run can be in, and the shortest way there."""

from __future__ import annotations

from collections.abc import Callable

from relief_tui.coach import inputs as press
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.plan import LightSet
from relief_tui.coach.step import Phase, Side
from relief_tui.conductor import Conductor
from tests.screens import workouts
from tests.screens.warmups import warm
from tests.support.pilot import Face

Way = Callable[[Face], None]

GONE = press.Answer(answer="gone")
NONE, MILD = press.Number(number=0, click=True), press.Number(number=3, click=True)
HOLDS = 6


def _time(phase: Phase) -> Way:
    return lambda face: face.pass_until(phase)


def _gone(face: Face) -> None:
    face.pass_until(Phase.CHECK)
    face.tell(GONE)


def _rest(face: Face) -> None:
    _gone(face)
    face.pass_until(Phase.REST)


def _pain(face: Face) -> None:
    _rest(face)
    face.tell(NONE)


def _answered(face: Face) -> None:
    _pain(face)
    face.tell(MILD)


def _waiting(face: Face) -> None:
    _rest(face)
    face.pass_until(Phase.WAITING)


def _green(face: Face) -> None:
    _answered(face)
    face.pass_until(Phase.WAITING)


def _plan(face: Face) -> None:
    _green(face)
    face.tell(NONE)


def _swap(face: Face) -> None:
    _plan(face)
    face.tell(MILD)


def _light(phase: Phase) -> Way:
    def light(face: Face) -> None:
        services = face.app.services
        pin = LightSet(Load(10.0, Unit.KG), Load(45.0, Unit.KG), 2)
        conductor = services.recovery(pin)
        assert isinstance(conductor, Conductor)
        face.run.conductor = conductor
        face.run.conductor.begin()
        face.pass_until(phase)

    return light


def _warm(phase: Phase, line: int = 0, side: Side | None = None, *, by_key: bool = False) -> Way:
    """In a routine, at ``line``: in that phase of it, on that side."""

    def warmed(face: Face) -> None:
        if by_key:
            face.app.services.choose("rep_steps", "key")
        warm(face)
        face.app.services.choose("rep_steps", "default")
        for _ in range(line):
            face.tell(press.Tick())
        face.pass_until(phase)
        if side is not None and face.run.conductor.advance().side is not side:
            face.pass_until(Phase.SWITCH)
            face.pass_until(phase)

    return warmed


def _warm_over(face: Face) -> None:
    _warm(Phase.WORK)(face)
    face.tell(press.Next(), press.Tick(), press.Tick(), press.Tick())


def _release(face: Face) -> None:
    face.pass_until(Phase.HOLD)
    face.tell(press.Worse())


def _aside(face: Face) -> None:
    _release(face)
    face.pass_until(Phase.ASIDE)


def _spent(face: Face) -> None:
    for _ in range(HOLDS):
        face.pass_until(Phase.CHECK)
        face.tell(press.Main())


def _spent_answered(face: Face) -> None:
    _spent(face)
    face.tell(NONE)


def _recheck(face: Face) -> None:
    _spent(face)
    face.pass_until(Phase.RECHECK)


def _over(face: Face) -> None:
    _answered(face)
    face.pass_until(Phase.OVER)


def _held(face: Face) -> None:
    face.pass_until(Phase.HOLD)
    face.clock.advance(2.0)
    face.run.conductor.advance()


def _paused(face: Face) -> None:
    _held(face)
    face.tell(press.Pause())


def _away(face: Face) -> None:
    _held(face)
    face.clock.advance(192.0)


TIMED: dict[str, Way] = {
    "start": _time(Phase.START),
    "ease out": _time(Phase.EASE_OUT),
    "position": _time(Phase.POSITION),
    "ease in": _time(Phase.EASE_IN),
    "hold": _time(Phase.HOLD),
    "let go": _time(Phase.LET_GO),
    "check": _time(Phase.CHECK),
    "release": _release,
    "aside": _aside,
    "toes up": _gone,
    "rest with list": _rest,
    "rest with pain": _pain,
    "rest": _answered,
    "spent": _spent,
    "spent, list answered": _spent_answered,
    "recheck": _recheck,
    "paused": _paused,
    "away": _away,
    "ready": _light(Phase.READY),
    "work": _light(Phase.WORK),
    "between": _light(Phase.BETWEEN),
    "get ready": _warm(Phase.READY),
    "change": _warm(Phase.CHANGE, 1),
    "switch": _warm(Phase.SWITCH, 1),
    "roll left": _warm(Phase.WORK, 1, Side.LEFT),
    "roll right": _warm(Phase.WORK, 1, Side.RIGHT),
    "reps": _warm(Phase.WORK, 2),
    "reps by key": _warm(Phase.WORK, 2, by_key=True),
    **workouts.TIMED,
}
"""A timer stands on the screen."""

SITUATIONS: dict[str, Way] = {
    **TIMED,
    "waiting": _waiting,
    "green": _green,
    "plan": _plan,
    "swap": _swap,
    "over": _over,
    "light set over": _light(Phase.OVER),
    "warm-up over": _warm_over,
    **workouts.SETS,
    **workouts.OVER,
}


async def bring(face: Face, name: str) -> None:
    """Bring a run that is at its first second into the situation called ``name``."""
    SITUATIONS[name](face)
    await face.look()
