"""The screen is kept awake while a timer runs, and never a moment longer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from relief_tui.awake import Awake
from relief_tui.coach import inputs as press
from relief_tui.coach.step import Phase, Side, Tempo
from relief_tui.conductor import Conductor
from relief_tui.services import Services
from relief_tui.wishes import ReliefOptions, WorkoutWish
from tests.support.clock import FakeClock

SOON_S = 5.0
"""More than enough for a thread to be scheduled."""


class Screen:
    """One that can be kept awake."""

    def __init__(self) -> None:
        self.kept, self.let_go = threading.Event(), threading.Event()
        self.times = 0

    @contextmanager
    def hold(self) -> Iterator[None]:
        self.times += 1
        self.kept.set()
        try:
            yield
        finally:
            self.let_go.set()


def test_it_is_kept_once_and_let_go() -> None:
    screen = Screen()
    awake = Awake(screen.hold, later_s=0.0)
    for _ in range(3):
        awake.keep(True)
    assert screen.kept.wait(SOON_S)
    assert not screen.let_go.is_set()
    awake.keep(False)
    assert screen.let_go.wait(SOON_S)
    assert screen.times == 1


def test_what_ends_soon_is_not_even_begun() -> None:
    screen = Screen()
    awake = Awake(screen.hold, later_s=60.0)
    before = set(threading.enumerate())
    awake.keep(True)
    awake.keep(False)
    for thread in set(threading.enumerate()) - before:
        thread.join(SOON_S)
    assert screen.times == 0


@pytest.mark.parametrize("error", [ImportError, OSError, RuntimeError, KeyError])
def test_where_it_cannot_be_had_nothing_is_tried_again(error: type[Exception]) -> None:
    before, tried = set(threading.enumerate()), threading.Event()
    times = 0

    def hold() -> AbstractContextManager[None]:
        nonlocal times
        times += 1
        tried.set()
        raise error

    awake = Awake(hold, later_s=0.0)
    awake.keep(True)
    assert tried.wait(SOON_S)
    for thread in set(threading.enumerate()) - before:
        thread.join(SOON_S)
    for running in (False, True, False):
        awake.keep(running)
    assert times == 1


class Asked(Awake):
    """Remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.running = False

    def keep(self, running: bool) -> None:
        self.running = running


def test_a_set_that_waits_keeps_no_screen_awake_and_a_rest_does() -> None:
    clock, awake = FakeClock(), Asked()
    services = Services(clock=clock, awake=awake)
    try:
        conductor = services.workout(WorkoutWish("Leg curl", tempo=Tempo(3, 0, 3)))
        assert isinstance(conductor, Conductor)
        conductor.begin()
        assert not awake.running
        conductor.handle(press.Main())
        while conductor.advance().phase is Phase.READY:
            clock.advance(1.0)
        assert conductor.advance().phase is Phase.TEMPO
        assert awake.running, "the metronome leads"
        conductor.handle(press.LogSet(None, 8))
        assert conductor.advance().phase is Phase.SET_REST
        assert awake.running
        clock.advance(conductor.plan.step(0.0).seconds)
        assert conductor.advance().phase is Phase.SET
        assert not awake.running
    finally:
        services.close()


def test_in_a_run_from_its_beginning_to_a_pause_and_to_its_end() -> None:
    clock, awake = FakeClock(), Asked()
    services = Services(clock=clock, awake=awake)
    try:
        conductor = services.relief(ReliefOptions(side=Side.LEFT))
        conductor.begin()
        assert awake.running
        conductor.handle(press.Pause())
        assert not awake.running
        conductor.handle(press.Main())
        assert awake.running
        while conductor.advance().phase is not Phase.CHECK:
            clock.advance(conductor.wait_s() or 0.0)
        assert awake.running
        conductor.handle(press.Stop())
        assert not awake.running
    finally:
        services.close()
