"""Cramps of earlier evenings, as the journal has them when the app is opened."""

from __future__ import annotations

from contextlib import closing

from relief_tui.coach.event import Event, ReliefBegan, ReliefEnded
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.services import Services
from tests.support.clock import FakeClock

DAY_S = 86_400.0


def cramps(*kilos: float, after: tuple[Event, ...] = ()) -> float:
    """One cramp an evening with these loads, two days apart, then ``after`` at the last of them;
    the seconds from the first evening to the one after the last."""
    clock = FakeClock()
    with closing(Services(clock=clock)) as services:
        for number, kilo in enumerate(kilos):
            load = Load(kilo, Unit.KG)
            run = f"evening {number}"
            services.log.write(run, ReliefBegan(Side.LEFT, "prone", "[curl]", load))
            clock.advance(60.0)
            ended = ReliefEnded("gone", "mild", 1, 41.0, Side.LEFT, "prone", "[curl]", load)
            services.log.write(run, ended)
            if number + 1 == len(kilos):
                for event in after:
                    services.log.write(run, event)
            clock.advance(2 * DAY_S)
    return len(kilos) * (2 * DAY_S + 60.0)


def chosen(**settings: str) -> None:
    """Settings as somebody chose them before; the questions of the first start are over."""
    with closing(Services(clock=FakeClock())) as services:
        for key, value in {
            "unit": "kg",
            "equipment": "stack",
            "volume": "normal",
            **settings,
        }.items():
            assert services.choose(key, value) == ""
