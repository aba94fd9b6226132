"""The load of the next time, at home as at the end of the cramp."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from relief_tui.clock import ScaledClock
from relief_tui.coach import inputs as press
from relief_tui.coach.equipment import Stack
from relief_tui.coach.event import Advised, Band, ReliefBegan, ReliefEnded
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.conductor import Conductor
from relief_tui.journal.cramps import Episode
from relief_tui.offers import Offer
from relief_tui.report.ahead import closed_words, counts, go_on_words, next_time_words
from relief_tui.report.home import home_value
from relief_tui.services import Services
from relief_tui.wishes import ReliefOptions, WorkoutWish
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


def test_home_tells_of_the_next_time_once_the_training_is_over(services: Services) -> None:
    cramp(services, kg(45), kg(35), "mild")
    assert home_value(services).next_time == ""
    assert isinstance(services.clock, FakeClock)
    services.clock.advance(4 * HOUR)
    assert home_value(services).next_time == "40 kg, not 45 kg"


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


# What was cut off


def nobody(_pid: int, _started: str) -> bool:
    """No process lives."""
    return False


def cut_off(run: Conductor | object, services: Services) -> Offer:
    """What is offered once ``run`` was left where it stands."""
    assert isinstance(run, Conductor)
    run.leave()
    offer = services.offer()
    assert offer is not None
    return offer


def later(services: Services, seconds: float) -> Offer:
    """The same, so much later."""
    assert isinstance(services.clock, FakeClock)
    services.clock.advance(seconds)
    offer = services.offer()
    assert offer is not None
    return offer


def resting(services: Services) -> Conductor:
    """A workout after its first set of Leg curl, 45 kg × 8."""
    run = services.workout(WorkoutWish("Leg curl", kg(45.0)))
    assert isinstance(run, Conductor)
    run.begin()
    run.handle(press.LogSet(None, 8))
    return run


def test_a_rest_that_waits_runs_on_and_what_is_left_is_what_going_on_shows(
    services: Services,
) -> None:
    services.alive = nobody
    offer = cut_off(resting(services), services)
    assert go_on_words(offer) == "workout, Leg curl set 2 of 3, REST, 2:30 left"
    assert counts(offer)
    offer = later(services, 47.4)
    assert go_on_words(offer) == "workout, Leg curl set 2 of 3, REST, 1:43 left"
    again = services.go_on()
    assert again is not None
    assert again.begin().seconds == 103


def test_a_rest_that_is_over_says_so_and_stands_still(services: Services) -> None:
    services.alive = nobody
    cut_off(resting(services), services)
    offer = later(services, 200.0)
    assert go_on_words(offer) == "workout, Leg curl set 2 of 3, REST over, 3 min ago"
    assert not counts(offer)


@pytest.mark.parametrize(
    ("away_s", "when"), [(0.0, "just now"), (59.0, "just now"), (70.0, "1 min ago")]
)
def test_what_starts_again_has_no_seconds_left(
    away_s: float, when: str, services: Services
) -> None:
    services.alive = nobody
    run = services.relief(ReliefOptions(side=Side.LEFT))
    run.begin()
    cut_off(run, services)
    assert (
        go_on_words(later(services, away_s))
        == f"relief, left calf, STOP THE SET, 0:03 left, {when}"
    )


def test_a_rest_of_a_clock_that_runs_faster_is_shorter() -> None:
    clock = FakeClock()
    with closing(Services(clock=ScaledClock(clock, 10.0), alive=nobody)) as services:
        cut_off(resting(services), services)
        clock.advance(5.0)
        offer = services.offer()
        assert offer is not None
        assert "1:40 left" in go_on_words(offer)


def test_a_workout_that_is_closed_says_what_was_done(services: Services) -> None:
    services.alive = nobody
    offer = cut_off(resting(services), services)
    assert closed_words(offer) == ("Closed: workout. Leg curl: 45 kg × 8. 1 set, 8 reps, in 0:00.")


# The training of today


@pytest.mark.parametrize(
    ("minutes", "ended", "said"),
    [
        (40, False, "Training since 18:30: 1 set, last Leg curl."),
        (40, True, "Trained 18:30–19:10: 1 set, last Leg curl."),
        (0, True, "Trained 18:30: 1 set, last Leg curl."),
    ],
)
def test_a_training_that_is_over_is_told_from_one_that_goes_on(
    minutes: int, ended: bool, said: str, services: Services
) -> None:
    services.alive = nobody
    run = resting(services)
    assert isinstance(services.clock, FakeClock)
    services.clock.advance(60.0 * minutes)
    if ended:
        run.handle(press.Stop())
    else:
        run.leave()
    assert home_value(services).watch == said
