"""One row of the journal, and the way between it and the coach's events."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from relief_tui.coach.event import KINDS, Event
from relief_tui.coach.value import dataclass

Wall = Callable[[], datetime]
"""The wall clock: an aware time, in the zone the person lives in."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_RANDOM_BYTES = 10
_STEP_BYTES = 6
_DIGITS = 12 + 2 * _RANDOM_BYTES
_DATA = msgspec.json.Decoder(dict[str, Any])


class UnfitError(ValueError):
    """A row that is no event: ``str()`` says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in the journal.

    ``id`` is unique across machines and sorts by time; ``at`` is ISO 8601 with offset; ``run``
    names the run it belongs to; ``data`` holds the fields of its kind, as JSON knows them.
    """

    id: str
    at: str
    run: str
    kind: str
    data: dict[str, Any]

    @property
    def event(self) -> Event | None:
        """The coach's event, or None for a kind this version does not know."""
        known = KINDS.get(self.kind)
        return msgspec.convert(self.data, known) if known else None

    @property
    def time(self) -> datetime:
        """``at`` as an aware time."""
        return datetime.fromisoformat(self.at)


class Stamp:
    """Gives events their id and time.

    An id is the millisecond in 12 hex digits, then 20 random ones. Each is greater than the one
    before, even within a millisecond or after the clock was set back; and, once the journal's
    newest is known, greater than that: what follows from an event always sorts after it.
    """

    def __init__(self, wall: Wall) -> None:
        self._wall = wall
        self._newest = 0

    def follow(self, id: str) -> None:
        """Give only ids greater than ``id``; one that this program cannot have given is ignored."""
        try:
            number = int(id, 16)
        except ValueError:
            return
        if len(id) == _DIGITS and number <= _LAST:
            self._newest = max(self._newest, number)

    def entry(self, run: str, event: Event) -> Entry:
        """The event as it happened now, ready for the journal."""
        at = self._wall()
        return Entry(
            id=self._next(at),
            at=at.isoformat(timespec="milliseconds"),
            run=_sound(run),
            kind=event.kind,
            data=_sound(msgspec.to_builtins(event)),
        )

    def _next(self, at: datetime) -> str:
        fresh = _floor(at) | _random(_RANDOM_BYTES)
        # Another process may follow the same event: no two give the same id to what comes next.
        self._newest = max(fresh, self._newest + 1 + _random(_STEP_BYTES))
        return f"{self._newest:0{_DIGITS}x}"


def id_floor(at: datetime) -> str:
    """The smallest id of the millisecond of ``at``."""
    return f"{_floor(at):0{_DIGITS}x}"


def to_row(entry: Entry) -> tuple[str, str, str, str, str]:
    """The columns of the entry; ``data`` as JSON text."""
    return entry.id, entry.at, entry.run, entry.kind, msgspec.json.encode(entry.data).decode()


def from_row(row: tuple[str, str, str, str, str]) -> Entry:
    """The entry in a row, checked against its kind; raises ``UnfitError`` when it does not fit."""
    try:
        entry = Entry(*row[:4], data=_DATA.decode(row[4]))
        _ = entry.event
        aware = entry.time.tzinfo is not None
    except (TypeError, ValueError, RecursionError) as error:
        raise UnfitError(str(error)) from error
    if not aware:
        raise UnfitError(f"the time {entry.at} has no offset")
    return entry


def chosen(
    entries: Iterable[Entry], since: datetime | None, kinds: Collection[str] | None
) -> list[Entry]:
    """The entries at or after ``since`` and of these kinds; None asks for all."""
    return [
        entry
        for entry in entries
        if (kinds is None or entry.kind in kinds) and (since is None or entry.time >= since)
    ]


def _floor(at: datetime) -> int:
    return max((at - _EPOCH) // timedelta(milliseconds=1), 0) << (8 * _RANDOM_BYTES)


def _random(count: int) -> int:
    return int.from_bytes(os.urandom(count), "big")


_LAST = _floor(datetime.max.replace(tzinfo=UTC))


def _sound(value: Any) -> Any:
    """``value`` with what UTF-8 cannot say (a name typed in a broken encoding) shown as ``?``."""
    if isinstance(value, str):
        return value.encode(errors="replace").decode()
    if isinstance(value, dict):
        return {key: _sound(inner) for key, inner in value.items()}
    return value
