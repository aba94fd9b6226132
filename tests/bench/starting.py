"""How long a start takes: to the first cue, to the app's own first screen, with a long journal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path

from relief_tui.coach.event import Answered, Event, HoldDone, ReliefBegan, ReliefEnded
from relief_tui.coach.step import Side
from relief_tui.journal.entry import Stamp, to_row
from relief_tui.journal.store import Journal
from tests.bench.row import Added, Ratio, Row
from tests.bench.watching import CHIP, DIGITS, Watched, bare, nothing, relief
from tests.support.clock import FakeClock

_CUE = re.compile(rb"STOP THE SET")
_EPISODES = 100_000


def pairs(
    count: int, ours: Callable[[], float], peer: Callable[[], float]
) -> tuple[list[float], list[float]]:
    """Both in turn, each first every other time; the first pair warms up and is not counted."""
    found: tuple[list[float], list[float]] = [], []
    for number in range(count + 1):
        both = ((found[0], ours), (found[1], peer))
        for figures, measure in both if number % 2 else reversed(both):
            figures.append(measure())
    return found[0][1:], found[1][1:]


def screen_ms(program: Watched, mark: re.Pattern[bytes]) -> float:
    """Start to the whole frame that has the mark."""
    with program as terminal:
        moment, _ = terminal.until(mark)
        terminal.quit()
        return 1000 * (moment - terminal.began)


def start(folder: Path, quick: bool) -> Iterator[Row]:
    """Start → the first cue; start → the first screen."""
    ours, peers = pairs(10 if quick else 40, lambda: _cue_ms(folder), lambda: _nothing_ms(folder))
    yield Row("relief now: start → STOP THE SET", "python -c pass", "ms", ours, peers, Ratio(2.5))
    for args in (("now",), ()):
        ours, peers = pairs(
            5 if quick else 20,
            lambda args=args: screen_ms(relief(*args, home=folder), CHIP),  # type: ignore[misc]
            lambda: screen_ms(bare(folder), DIGITS),
        )
        name = " ".join(("relief", *args))
        yield Row(f"{name}: start → first screen", "bare app", "ms", ours, peers, Ratio(1.25))


def _cue_ms(folder: Path) -> float:
    with relief("now", home=folder) as terminal:
        moment, _ = terminal.until(_CUE, whole_frame=False)
        terminal.until(CHIP)
        terminal.quit()
        return 1000 * (moment - terminal.began)


def _nothing_ms(folder: Path) -> float:
    with nothing(folder) as terminal:
        return 1000 * (terminal.end() - terminal.began)


def journal(folder: Path, quick: bool) -> Iterator[Row]:
    """A start with very many episodes in the journal."""
    episodes = _EPISODES // 20 if quick else _EPISODES
    full, empty = folder / "full", folder / "empty"
    _fill(full / "journal.db", episodes)
    ours, peers = pairs(
        5 if quick else 20,
        lambda: screen_ms(relief("now", home=full), CHIP),
        lambda: screen_ms(relief("now", home=empty), CHIP),
    )
    what = f"relief now: first screen, {episodes:,} episodes"
    yield Row(what, "empty journal", "ms", ours, peers, Added(20.0))


def _fill(path: Path, episodes: int) -> None:
    """A journal of so many reliefs, one an hour."""
    clock = FakeClock()
    with Journal.open(path, clock.wall):
        pass
    # Rows are written in one go: one transaction for each would take minutes.
    import sqlite3

    connection = sqlite3.connect(path)
    stamp = Stamp(clock.wall)
    rows = _rows(stamp, clock, episodes)
    insert = "INSERT INTO events (id, at, run, kind, data) VALUES (?, ?, ?, ?, ?)"
    with connection:
        while some := list(islice(rows, 10_000)):
            connection.executemany(insert, some)
    connection.close()


def _rows(
    stamp: Stamp, clock: FakeClock, episodes: int
) -> Iterator[tuple[str, str, str, str, str]]:
    hour = timedelta(hours=1).total_seconds()
    clock.advance(-hour * episodes)
    story: tuple[Event, ...] = (
        ReliefBegan(side=Side.LEFT),
        HoldDone(rung="R1", seconds=15.0),
        Answered(question="check", answer="gone"),
        ReliefEnded(outcome="gone", band="mild", holds=1, time_to_relief_s=50.0, side=Side.LEFT),
    )
    for number in range(episodes):
        clock.advance(hour)
        for event in story:
            yield to_row(stamp.entry(f"run{number}", event))
