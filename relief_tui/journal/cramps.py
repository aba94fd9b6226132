"""What counts as a cramp: said here alone, for the history, home, the watch and the loads. Pure, as
``summary``.

A relief that came to nothing is none: it was stopped, cut off or left alone before a hold, and
nobody said how it was (evidence/README, point 6). Where nobody said it after a hold either (no hand
was free, or it was cut off), that hold tells of a cramp; but if relief was begun again within ten
minutes, with no set in between, both were of the same one, and the later stands for it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from relief_tui.coach.event import Band, Outcome, ReliefBegan, ReliefEnded, SetDone
from relief_tui.coach.load import Load
from relief_tui.coach.step import Side
from relief_tui.coach.value import dataclass
from relief_tui.journal.counting import counting
from relief_tui.journal.entry import Entry
from relief_tui.journal.summary import beginnings, endings

_NOT_TOLD = ("unanswered", "interrupted")
_Start = tuple[datetime, bool]
"""When a relief began (True) or a set was done (False)."""
_SAME_CRAMP_S = 600.0
"""A relief that was left so and begun again within ten minutes was one cramp."""


@dataclass(frozen=True, slots=True)
class Episode:
    """One cramp. ``at`` (ISO 8601) is when its relief began; ``time_to_relief_s`` is None unless
    it let go, ``band`` None where it could not be told."""

    at: str
    run: str
    side: Side | None
    outcome: Outcome
    band: Band | None
    holds: int
    time_to_relief_s: float | None
    machine: str | None
    exercise: str | None
    load: Load | None


def episodes(entries: Iterable[Entry], *, beginning: datetime | None = None) -> tuple[Episode, ...]:
    """The cramps, oldest first: every relief that ended and was one of its own.

    ``beginning``: one begins now, which may be of the same cramp as one left a moment ago.
    """
    cramps, _ = _parted(entries, beginning)
    return cramps


def no_cramps(entries: Iterable[Entry]) -> tuple[Episode, ...]:
    """The reliefs that ended and were no cramps of their own, oldest first."""
    return _parted(entries)[1]


def _parted(
    entries: Iterable[Entry], beginning: datetime | None = None
) -> tuple[tuple[Episode, ...], tuple[Episode, ...]]:
    """The reliefs that ended: those that were cramps of their own, and the others."""
    told = counting(entries)
    ended = tuple(_reliefs(told))
    nothing = {each.run for each in ended if _came_to_nothing(each)}
    begun = [
        (each.time, each.kind == ReliefBegan.kind)
        for each in told
        if each.kind in (ReliefBegan.kind, SetDone.kind) and each.run not in nothing
    ]
    begun = sorted([*begun, *([(beginning, True)] if beginning else [])])
    none = nothing | {each.run for each in ended if _begun_again(each, begun)}
    cramps = tuple(each for each in ended if each.run not in none)
    return cramps, tuple(each for each in ended if each.run in none)


def _came_to_nothing(episode: Episode) -> bool:
    """True if it ended before a hold, and nobody said how the cramp was."""
    not_told = episode.outcome in _NOT_TOLD and not episode.holds
    return not_told or episode.outcome == "cancelled"


def _begun_again(episode: Episode, begun: Sequence[_Start]) -> bool:
    """True if relief of the same cramp was begun again; ``begun`` is sorted."""
    if episode.outcome not in _NOT_TOLD:
        return False
    at = datetime.fromisoformat(episode.at)
    later = bisect_right(begun, at, key=lambda each: each[0])
    when, relief = begun[later] if later < len(begun) else (at, False)
    return relief and (when - at).total_seconds() <= _SAME_CRAMP_S


def _reliefs(told: Sequence[Entry]) -> Iterator[Episode]:
    """Every relief that ended among those that are ``told``, oldest first."""
    began = beginnings(told, ReliefBegan)
    for run, (entry, ending) in endings(told, ReliefEnded).items():
        yield _episode(began.get(run, entry).at, run, ending)


def _episode(at: str, run: str, ending: ReliefEnded) -> Episode:
    return Episode(
        at=at,
        run=run,
        side=ending.side,
        outcome=ending.outcome,
        band=ending.band,
        holds=ending.holds,
        time_to_relief_s=ending.time_to_relief_s,
        machine=ending.machine,
        exercise=ending.exercise,
        load=ending.load,
    )
