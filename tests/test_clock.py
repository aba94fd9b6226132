"""Clocks: time asleep counts, nothing goes backwards, a demonstration may run fast."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import pytest

from relief_tui.clock import Clock, ScaledClock, SystemClock, WallCorrected, system_clock
from tests.support.clock import FakeClock


class Hands:
    """The two sources of a ``WallCorrected`` clock, set by hand."""

    def __init__(self) -> None:
        self.monotonic = 50.0
        self.wall = 9000.0

    def clock(self) -> WallCorrected:
        return WallCorrected(lambda: self.monotonic, lambda: self.wall)

    def move(self, *, monotonic: float, wall: float) -> None:
        self.monotonic += monotonic
        self.wall += wall


def test_the_system_clock_never_goes_backwards() -> None:
    clock = SystemClock()
    looks = [clock.now() for _ in range(1000)]
    assert looks == sorted(looks)


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="no boot-time clock here")
def test_the_system_clock_is_the_boot_time_clock() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= SystemClock().now() <= time.clock_gettime(time.CLOCK_BOOTTIME)


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="no boot-time clock here")
def test_a_kernel_without_the_boot_time_clock_is_no_obstacle(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_clock: int) -> float:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(time, "clock_gettime", refuse)
    assert SystemClock().now() == pytest.approx(time.monotonic(), abs=5)


@pytest.mark.skipif(not hasattr(time, "CLOCK_MONOTONIC"), reason="no POSIX clocks here")
@pytest.mark.parametrize(
    ("platform", "source"),
    [
        ("darwin", lambda: time.clock_gettime(time.CLOCK_MONOTONIC)),
        ("win32", time.monotonic),
        ("freebsd14", time.monotonic),
    ],
)
def test_each_platform_has_a_clock_that_counts_sleep(
    platform: str, source: Callable[[], float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    before = source()
    assert before <= SystemClock().now() <= source()


def test_the_time_of_day_carries_its_offset() -> None:
    wall = SystemClock().wall()
    assert wall.utcoffset() is not None
    assert wall.timestamp() == pytest.approx(time.time(), abs=5)


def test_sleep_that_only_the_wall_clock_saw_counts() -> None:
    hands = Hands()
    now = hands.clock()
    start = now()
    hands.move(monotonic=2, wall=602)
    assert now() - start == 602
    hands.move(monotonic=3, wall=3)
    assert now() - start == 605


def test_steps_of_the_wall_clock_backwards_are_ignored() -> None:
    hands = Hands()
    now = hands.clock()
    start = now()
    hands.move(monotonic=1, wall=-3600)
    assert now() - start == 1
    hands.move(monotonic=1, wall=1)
    assert now() - start == 2


def test_a_wall_clock_being_trimmed_is_not_sleep() -> None:
    hands = Hands()
    now = hands.clock()
    start = now()
    for _ in range(100):
        hands.move(monotonic=1, wall=1.5)
        now()
    assert now() - start == 100


def test_a_scaled_clock_starts_where_it_was_made_and_runs_faster() -> None:
    inner = FakeClock(start=1000)
    clock = ScaledClock(inner, 60)
    assert clock.now() == 1000
    inner.advance(2)
    assert clock.now() == 1120
    assert clock.real(120) == 2


def test_a_scaled_clock_keeps_the_time_of_day() -> None:
    inner = FakeClock()
    clock = ScaledClock(inner, 60)
    inner.advance(2)
    assert clock.wall() == inner.wall()


@pytest.mark.parametrize("scale", ["", "fast", "0", "-1", "nan", "inf", "1e999", "0.001", "1e6"])
def test_a_bad_scale_counts_as_one(scale: str) -> None:
    assert isinstance(system_clock({"RELIEF_TIME_SCALE": scale}), SystemClock)


def test_without_a_scale_waits_are_real() -> None:
    assert system_clock({}).real(7.5) == 7.5


def test_the_scale_comes_from_the_environment() -> None:
    assert system_clock({"RELIEF_TIME_SCALE": "20"}).real(10) == 0.5


def test_a_fake_clock_stands_still_until_it_is_moved() -> None:
    clock = FakeClock()
    seen: Clock = clock
    now, wall = seen.now(), seen.wall()
    assert (seen.now(), seen.wall()) == (now, wall)
    clock.advance(90)
    assert seen.now() - now == 90
    assert (seen.wall() - wall).total_seconds() == 90
