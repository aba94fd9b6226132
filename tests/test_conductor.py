"""One run joined to clock, journal and cues."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from relief_tui.clock import Clock, ScaledClock
from relief_tui.coach.cueing import LATE_S
from relief_tui.coach.session import AWAY_S
from relief_tui.coach.view import View
from relief_tui.conductor import Conductor
from relief_tui.cues import Player
from relief_tui.journal.log import nowhere
from tests.coach.toy import routine
from tests.support.clock import FakeClock


def conducted(
    clock: Clock,
    *,
    seconds: float = 60.0,
    play: Player = lambda *_: None,
    awake: Callable[[bool], None] = lambda _: None,
) -> Conductor:
    """A run of one step, of which nothing is kept."""
    return Conductor(
        routine(seconds), clock=clock, log=nowhere(), play=play, run="a run", awake=awake
    )


@pytest.mark.parametrize("scale", [1.0, 8.0])
@pytest.mark.parametrize(("late_s", "heard"), [(LATE_S - 0.05, True), (LATE_S + 0.05, False)])
def test_how_late_is_too_late_is_counted_in_the_seconds_of_the_ear(
    late_s: float, heard: bool, scale: float
) -> None:
    clock, played = FakeClock(), list[tuple[str, int]]()

    def play(cue: str, view: View) -> None:
        played.append((cue, view.seconds))

    conductor = conducted(ScaledClock(clock, scale), play=play)
    conductor.begin()
    for _ in range(29):
        clock.advance(1.0 / scale)
        conductor.advance()
    assert played == [("go", 60)]
    clock.advance(1.0 / scale + late_s)
    conductor.advance()
    assert ("half" in {cue for cue, _ in played}) == heard


@pytest.mark.parametrize("scale", [0.5, 1.0, 12.0])
@pytest.mark.parametrize(("late_s", "away"), [(AWAY_S - 0.1, False), (AWAY_S + 0.1, True)])
def test_who_is_away_is_counted_in_the_seconds_of_the_person(
    late_s: float, away: bool, scale: float
) -> None:
    """A machine that stalls does not stall longer for a clock that runs faster."""
    clock = FakeClock()
    conductor = conducted(ScaledClock(clock, scale), seconds=3_600.0)
    conductor.begin()
    clock.advance(1.0 / scale + late_s)
    assert conductor.advance().paused == away


def test_what_comes_first_is_shown_from_its_first_second_however_long_it_takes() -> None:
    """A journal on a slow disk, and whatever else is told, take their time."""
    clock = FakeClock()
    conductor = conducted(clock, awake=lambda _: clock.advance(1.0))
    view = conductor.begin()
    assert (view.seconds, view.elapsed_s) == (60, 0.0)


def test_a_run_that_was_left_keeps_nothing_awake() -> None:
    """Nor does a timer of it that still rings."""
    clock, awake = FakeClock(), list[bool]()
    conductor = conducted(clock, awake=awake.append)
    conductor.begin()
    assert awake[-1]
    conductor.leave()
    clock.advance(1.0)
    conductor.advance()
    assert not awake[-1]
