"""Seconds that count sleep, and the time of day."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Protocol

SCALE_VARIABLE = "RELIEF_TIME_SCALE"
SLOWEST, FASTEST = 0.01, 1_000.0

_SLEPT_S = 1.0
"""The wall clock gaining more than this between two looks means sleep; less is it being trimmed."""

# On macOS time.monotonic stops in sleep, but the POSIX clock of that name does not.
_COUNTS_SLEEP = {
    "linux": "CLOCK_BOOTTIME",
    "android": "CLOCK_BOOTTIME",
    "darwin": "CLOCK_MONOTONIC",
}

_Seconds = Callable[[], float]


class Clock(Protocol):
    """What a face needs to know of time."""

    def now(self) -> float:
        """Seconds since some fixed moment, time asleep included; never backwards."""

    def wall(self) -> datetime:
        """The time of day, with the local offset from UTC."""

    def real(self, seconds: float) -> float:
        """How many real seconds to wait for ``now`` to move on by ``seconds``."""


class SystemClock:
    """This machine's clock."""

    def __init__(self) -> None:
        self._seconds = _counting_sleep()

    def now(self) -> float:
        return self._seconds()

    def wall(self) -> datetime:
        return datetime.now(UTC).astimezone()

    def real(self, seconds: float) -> float:
        return seconds


class ScaledClock:
    """Another clock whose seconds pass ``scale`` times faster from now on.

    The time of day stays true, so that the journal is never dated in the future.
    """

    def __init__(self, clock: Clock, scale: float) -> None:
        self._clock = clock
        self._scale = scale
        self._start = clock.now()

    def now(self) -> float:
        return self._start + (self._clock.now() - self._start) * self._scale

    def wall(self) -> datetime:
        return self._clock.wall()

    def real(self, seconds: float) -> float:
        return self._clock.real(seconds) / self._scale


def system_clock(environ: Mapping[str, str] = os.environ) -> Clock:
    """This machine's clock, sped up by ``RELIEF_TIME_SCALE`` for demonstrations and tests.

    The scale is a number from 0.01 to 1000; anything else counts as 1, because a slip in an
    environment variable must not stand between a cramp and its first cue.
    """
    clock = SystemClock()
    try:
        scale = float(environ.get(SCALE_VARIABLE, "1"))
    except ValueError:
        return clock
    if scale == 1 or not SLOWEST <= scale <= FASTEST:
        return clock
    return ScaledClock(clock, scale)


class WallCorrected:
    """Monotonic seconds, moved forward by the sleep that only the wall clock saw.

    Steps of the wall clock backwards are ignored; a step forwards cannot be told from sleep.
    """

    def __init__(self, monotonic: _Seconds = time.monotonic, wall: _Seconds = time.time) -> None:
        self._monotonic = monotonic
        self._wall = wall
        self._asleep = 0.0
        self._seen = monotonic(), wall()

    def __call__(self) -> float:
        seconds, day = self._monotonic(), self._wall()
        missed = (day - self._seen[1]) - (seconds - self._seen[0])
        if missed > _SLEPT_S:
            self._asleep += missed
        self._seen = seconds, day
        return seconds + self._asleep


def _counting_sleep() -> _Seconds:
    """The best source of seconds here that goes on while the machine sleeps."""
    if sys.platform == "win32":
        return time.monotonic  # both clocks it has been built on count sleep
    clock = getattr(time, _COUNTS_SLEEP.get(sys.platform, ""), None)
    if clock is None:
        return WallCorrected()
    try:
        time.clock_gettime(clock)
    except OSError:  # known to the headers, not to this kernel
        return WallCorrected()
    return lambda: time.clock_gettime(clock)
