"""Every situation a relief can be in, and the shortest way there."""

from __future__ import annotations

from collections.abc import Callable

from relief_tui.coach import inputs as press
from relief_tui.coach.step import Phase
from tests.support.pilot import Face

Way = Callable[[Face], None]

_HOLDS = 6


def _time(phase: Phase) -> Way:
    return lambda face: face.pass_until(phase)


def _gone(face: Face) -> None:
    face.pass_until(Phase.CHECK)
    face.say("gone")


def _rest(face: Face) -> None:
    _gone(face)
    face.pass_until(Phase.REST)


def _number(face: Face, number: int) -> None:
    face.run.send(press.Number(number=number, click=True))


def _pain(face: Face) -> None:
    _rest(face)
    _number(face, 0)


def _answered(face: Face) -> None:
    _pain(face)
    _number(face, 3)


def _waiting(face: Face) -> None:
    _rest(face)
    face.pass_until(Phase.WAITING)


def _release(face: Face) -> None:
    face.pass_until(Phase.HOLD)
    face.say("worse")


def _aside(face: Face) -> None:
    _release(face)
    face.pass_until(Phase.ASIDE)


def _spent(face: Face) -> None:
    for _ in range(_HOLDS):
        face.pass_until(Phase.CHECK)
        face.run.send(press.Main())


def _spent_answered(face: Face) -> None:
    _spent(face)
    _number(face, 0)


def _recheck(face: Face) -> None:
    _spent(face)
    face.pass_until(Phase.RECHECK)


def _let_go(face: Face) -> None:
    _answered(face)
    face.pass_until(Phase.OVER)


def _held(face: Face) -> None:
    face.pass_until(Phase.HOLD)
    face.clock.advance(2.0)
    face.run.tick()


def _paused(face: Face) -> None:
    _held(face)
    face.run.send(press.Pause())


def _away(face: Face) -> None:
    _held(face)
    face.clock.advance(192.0)
    face.run.tick()


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
}
"""A timer stands on the screen."""

SITUATIONS: dict[str, Way] = {
    **TIMED,
    "waiting": _waiting,
    "over": _let_go,
}


async def bring(face: Face, name: str) -> None:
    """Bring a run that is at its first second into the situation called ``name``."""
    SITUATIONS[name](face)
    await face.settle()
