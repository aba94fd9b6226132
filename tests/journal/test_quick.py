"""What a relief asks before it begins costs the same in a long journal as in a short one."""

from __future__ import annotations

from pathlib import Path

from relief_tui.coach.event import (
    Answered,
    Drank,
    Event,
    FlagCleared,
    Flagged,
    HoldDone,
    ReliefBegan,
    ReliefEnded,
    Undone,
)
from relief_tui.journal.store import Journal
from tests.support.clock import FakeClock

EPISODE: tuple[Event, ...] = (
    ReliefBegan(),
    HoldDone("R1", 15),
    Answered("check", "gone"),
    ReliefEnded("gone", "mild", 1, 40.0),
)


def _filled(path: Path, episodes: int) -> Journal:
    clock = FakeClock()
    journal = Journal.open(path, clock.wall)
    journal.append("cut off", ReliefBegan())
    journal.append("cut off", Flagged("RF01", 1))
    journal.append("cut off", FlagCleared("RF01"))
    for number in range(episodes):
        clock.advance(1000)
        for event in EPISODE:
            journal.append(str(number), event)
        journal.append(str(number), Undone(journal.append(str(number), Drank())))
    return journal


def _effort(journal: Journal) -> int:
    """How many instructions SQLite takes."""
    count = 0

    def tick() -> int:
        nonlocal count
        count += 1
        return 0

    journal._connection.set_progress_handler(tick, 1)
    assert len(journal.flag_entries()) == 2
    assert len(journal.unended_entries()) == 3
    journal._connection.set_progress_handler(None, 0)
    return count


def test_open_flags_and_cut_off_runs_are_found_by_index(tmp_path: Path) -> None:
    efforts = []
    for episodes in (1, 300):
        with _filled(tmp_path / str(episodes), episodes) as journal:
            efforts.append(_effort(journal))
    assert efforts[0] == efforts[1]
