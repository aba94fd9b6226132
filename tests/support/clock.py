"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

EVENING = datetime(2026, 11, 2, 18, 30, tzinfo=timezone(timedelta(hours=1)))


class FakeClock:
    """A ``Clock``: ``advance`` moves the seconds and the time of day together."""

    def __init__(self, start: float = 1000.0, wall: datetime = EVENING) -> None:
        self._now = start
        self._wall = wall

    def now(self) -> float:
        return self._now

    def wall(self) -> datetime:
        return self._wall

    def real(self, seconds: float) -> float:
        return seconds

    def set_wall(self, wall: datetime) -> None:
        """Set the time of day alone, as a person or a time server does."""
        self._wall = wall

    def advance(self, seconds: float) -> None:
        self._now += seconds
        self._wall += timedelta(seconds=seconds)
