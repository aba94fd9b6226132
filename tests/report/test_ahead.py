"""The load of the next time, at home as at the end of the cramp."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from relief_tui.coach.equipment import Stack
from relief_tui.coach.event import Advised, Band, ReliefBegan, ReliefEnded
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.journal.summary import Episode
from relief_tui.report.ahead import next_time_words
from relief_tui.report.home import home_value
from relief_tui.services import Services
from tests.support.clock import EVENING, FakeClock
from tests.support.script import AFTER

HOUR = 3600.0
LAST = Episode(
    EVENING.isoformat(), "r", Side.LEFT, "gone", "repeat", 1, 40.0, None, None, Load(30, Unit.KG)
)


def kg(value: float) -> Load:
    return Load(value, Unit.KG)


@pytest.fixture
def services() -> Iterator[Services]:
    with closing(Services(clock=FakeClock())) as services:
        yield services


def cramp(services: Services, load: Load, after: Load | None, band: Band) -> None:
    """A relief with its advice, ten minutes long."""
    clock = services.clock
    assert isinstance(clock, FakeClock)
    run = f"run at {clock.now()}"
    services.log.write(run, ReliefBegan(Side.LEFT, load=load))
    services.log.write(run, Advised(load, after, band))
    clock.advance(600.0)
    services.log.write(run, ReliefEnded("gone", band, 1, 40.0, Side.LEFT, load=load))


def test_home_cuts_from_the_first_load_as_the_end_of_the_cramp_does(services: Services) -> None:
    """45 was the first, 30 the load of the second: no cut of a cut."""
    cramp(services, kg(45), kg(35), "mild")
    cramp(services, kg(30), None, "repeat")
    assert isinstance(services.clock, FakeClock)
    services.clock.advance(4 * HOUR)
    value = home_value(services)
    assert value.next_time == "30 kg, not 45 kg"
    assert value.next_time_why == (
        "rule of thumb: 30 % less, half the sets, 44 h from now at the earliest"
    )


@pytest.mark.parametrize(
    ("ago_s", "when"),
    [
        (0.0, ", not for 48 h"),
        (47 * HOUR, ", not for 1 h"),
        (48 * HOUR - 1, ", not for 1 h"),
        (48 * HOUR, ""),
        (90 * 24 * HOUR, ""),
    ],
)
def test_the_hours_are_said_while_they_matter(ago_s: float, when: str) -> None:
    said = next_time_words(LAST, None, ago_s, AFTER, Stack(kg(5)))
    assert said == ("20 kg, not 30 kg", f"rule of thumb: 30 % less, half of it{when}")


def test_where_the_last_cramp_says_nothing_of_it_nothing_is_said() -> None:
    for episode in (None, replace(LAST, band=None), replace(LAST, band="twitch")):
        assert next_time_words(episode, None, 0.0, AFTER, Stack(kg(5))) == ("", "")


def test_a_load_that_is_not_known_leaves_the_percentage() -> None:
    unknown = replace(LAST, load=None)
    assert next_time_words(unknown, None, 0.0, AFTER, Stack(kg(5)))[0] == "30 % less"
