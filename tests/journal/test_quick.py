"""What a relief asks before it begins costs the same in a long journal as in a short one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from relief_tui.coach.event import (
    Answered,
    Corrected,
    Drank,
    Event,
    FlagCleared,
    Flagged,
    HoldDone,
    Noted,
    Outcome,
    ReliefBegan,
    ReliefEnded,
    Undone,
    WarmupBegan,
    WarmupEnded,
    WarmupStep,
)
from relief_tui.coach.step import Side
from relief_tui.journal.log import open_log
from relief_tui.journal.store import Journal
from tests.support.clock import FakeClock

EPISODE: tuple[Event, ...] = (
    ReliefBegan(),
    HoldDone("R1", 15),
    Answered("check", "gone"),
    ReliefEnded("gone", "mild", 1, 40.0),
)


ENDINGS: tuple[tuple[str, Outcome], ...] = (
    ("cramp", "gone"),
    ("undone", "gone"),
    *((f"called off {number}", "cancelled") for number in range(20)),
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
    """How many instructions SQLite takes for all that is asked."""

    def ask() -> None:
        assert len(journal.flag_entries()) == 2
        assert len(journal.unended_entries()) == 3
        assert len(journal.latest_entries()) == 8 * (len(EPISODE) + 2)

    return _counted(journal, ask)


def _counted(journal: Journal, ask: Callable[[], object]) -> int:
    count = 0

    def tick() -> int:
        nonlocal count
        count += 1
        return 0

    journal._connection.set_progress_handler(tick, 1)
    ask()
    journal._connection.set_progress_handler(None, 0)
    return count


def test_what_home_and_a_relief_ask_is_found_by_index(tmp_path: Path) -> None:
    efforts = []
    for episodes in (10, 300):
        with _filled(tmp_path / str(episodes), episodes) as journal:
            efforts.append(_effort(journal))
    assert efforts[0] == efforts[1]


def test_the_last_cramp_is_found_behind_many_that_were_none(tmp_path: Path) -> None:
    clock = FakeClock()
    log = open_log(tmp_path / "journal.db", clock.wall)
    assert log.latest_episode() is None
    for run, outcome in ENDINGS:
        clock.advance(60)
        log.write(run, ReliefBegan())
        ending = log.write(run, ReliefEnded(outcome))
        if run == "undone":
            log.write(run, Undone(ending))
    found = log.latest_episode()
    assert found is not None
    assert found.run == "cramp"
    log.close()


def test_without_a_cramp_nothing_is_searched_for(tmp_path: Path) -> None:
    efforts = []
    for drinks in (1, 300):
        with Journal.open(tmp_path / f"{drinks}.db", FakeClock().wall) as journal:
            for _ in range(drinks):
                journal.append("", Drank())
            count = _counted(journal, journal.latest_entries)
            efforts.append(count)
    assert efforts[0] == efforts[1]


WARMUP: tuple[Event, ...] = (
    WarmupBegan("full"),
    *(WarmupStep(line, Side.BOTH, "done", "Bike") for line in range(1, 11)),
    WarmupEnded("done", 10, 0, "full", 600.0),
)


def test_when_a_routine_was_done_last_is_found_by_index(tmp_path: Path) -> None:
    efforts = []
    for cramps in (10, 300):
        with _filled(tmp_path / str(cramps), cramps) as journal:
            for event in WARMUP:
                journal.append("warm-up", event)
            assert len(journal.warmup_entries()) == 1
            efforts.append(_counted(journal, journal.warmup_entries))
    assert efforts[0] == efforts[1]


def test_what_is_tried_and_what_comes_back_are_found_by_index(tmp_path: Path) -> None:
    efforts = []
    for cramps in (10, 300):
        clock = FakeClock()
        with Journal.open(tmp_path / str(cramps), clock.wall) as journal:
            for number in range(cramps):
                for event in EPISODE:
                    journal.append(str(number), event)
                journal.append("", Drank())
            clock.advance(5 * 7 * 86_400)
            for run in ("a", "b", "c", "d", "e", "f", "g", "h"):
                for event in EPISODE:
                    journal.append(run, event)
            journal.append("a", Noted("change", "position"))
            since = clock.wall() - timedelta(weeks=4)
            assert len(journal.ending_entries(since)) == 8
            assert len(journal.tried_entries()) == 9
            ask = partial(_ask_both, journal, since)
            efforts.append(_counted(journal, ask))
    assert efforts[0] == efforts[1]


def _ask_both(journal: Journal, since: datetime) -> None:
    journal.ending_entries(since)
    journal.tried_entries()


def test_the_newest_page_and_a_run_are_found_by_index(tmp_path: Path) -> None:
    efforts = []
    for cramps in (10, 300):
        with _filled(tmp_path / str(cramps), cramps) as journal:
            journal.append("corrected", ReliefBegan())
            ending = journal.append("corrected", ReliefEnded("gone"))
            journal.append("corrected", Corrected(ending, Side.LEFT))
            journal.append("corrected", Undone("corrected"))
            assert len(journal.run_entries("corrected")) == 4
            assert journal.page_entries("", 6)[1]
            efforts.append(_counted(journal, partial(_ask_for_a_page, journal)))
    assert efforts[0] == efforts[1]


def _ask_for_a_page(journal: Journal) -> None:
    journal.page_entries("", 6)
    journal.run_entries("corrected")
