"""The log never fails its caller, keeps what it cannot write yet, and says what is wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

from relief_tui.coach.event import Drank, FlagCleared, Flagged, HoldDone, ReliefBegan, Undone
from relief_tui.journal.log import Log, nowhere, open_log
from relief_tui.journal.store import Journal
from tests.support.clock import EVENING, FakeClock


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program holds the journal."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def test_what_is_written_is_saved_and_read_back(log: Log, clock: FakeClock, path: Path) -> None:
    assert log.saved
    id = log.write("r", HoldDone("R1", 15))
    assert log.saved
    assert log.troubles == ()
    with Journal.open(path, clock.wall) as journal:
        assert [entry.id for entry in journal.entries()] == [id]
    assert log.entries() == log.entries(kinds={"hold_done"}, since=EVENING)
    assert log.entries(since=EVENING + timedelta(seconds=1)) == []


def test_a_log_that_keeps_nothing(tmp_path: Path) -> None:
    log = nowhere()
    first, second = log.write("r", ReliefBegan()), log.write("r", Flagged("RF01", 1))
    assert first < second
    log.keep_position("r", 1, 2.0)
    log.clear_position("r")
    assert not log.flush()
    assert (log.saved, log.troubles, log.position("r")) == (False, (), None)
    assert (log.entries(), log.open_flags(), log.open_runs()) == ([], (), ())
    log.close()
    assert list(tmp_path.iterdir()) == []


def test_events_wait_while_the_journal_is_locked(log: Log, path: Path) -> None:
    with held(path):
        ids = [log.write("r", HoldDone("R1", n)) for n in (1.0, 2.0)]
        assert not log.saved
        (line,) = log.troubles
        assert line.startswith(f"The journal {path} is locked by another program. Close")
        assert line.endswith("kept in memory only.")
        assert [entry.id for entry in log.entries()] == ids
    ids.append(log.write("r", HoldDone("R1", 3.0)))
    assert log.saved
    assert log.troubles == ()
    assert [entry.id for entry in log.entries()] == ids


def test_what_waits_counts_in_all_that_is_asked(log: Log, path: Path) -> None:
    log.write("r", ReliefBegan())
    log.write("r", Flagged("RF01", 1))
    with held(path):
        log.write("r", FlagCleared("RF01"))
        log.write("s", ReliefBegan())
        waiting = log.write("s", HoldDone("R1", 15))
        assert log.open_flags() == ()
        assert [run.run for run, _ in log.open_runs()] == ["r"], "s is played here"
        assert [entry.id for entry in log.entries(kinds=["hold_done"])] == [waiting]


def test_what_waits_is_written_on_closing(log: Log, path: Path, clock: FakeClock) -> None:
    with held(path):
        id = log.write("r", Drank())
    log.close()
    with Journal.open(path, clock.wall) as journal:
        assert [entry.id for entry in journal.entries()] == [id]


def test_a_closed_log_opens_again_for_what_is_written_later(log: Log) -> None:
    log.write("r", Drank())
    log.close()
    assert not log.saved
    log.write("r", Drank())
    assert log.saved
    assert len(log.entries()) == 2


def test_a_full_disk_loses_nothing(log: Log, path: Path) -> None:
    assert log._journal is not None
    disk = log._journal._connection
    pages = disk.execute("PRAGMA page_count").fetchone()[0]
    disk.execute(f"PRAGMA max_page_count = {pages + 2}")
    ids = [log.write("r", ReliefBegan(exercise="curl" * 1000)) for _ in range(9)]
    assert not log.saved
    (line,) = log.troubles
    assert line.startswith(f"There is no room left for the journal {path} (database or disk is f")
    assert "Free some space." in line
    assert [entry.id for entry in log.entries()] == ids
    disk.execute("PRAGMA max_page_count = 1000000")
    assert log.flush()
    assert log.troubles == ()
    assert [entry.id for entry in log.entries()] == ids


def test_a_position_that_cannot_be_written_is_lost_and_no_event_with_it(
    log: Log, path: Path
) -> None:
    log.keep_position("r", 1, 10.0)
    with held(path):
        log.write("r", Drank())
        log.keep_position("r", 1, 9.0)
        assert log.troubles[0].startswith(f"The journal {path} is locked")
    position = log.position("r")
    assert position is not None
    assert position.remaining_s == 10.0
    assert not log.saved
    log.keep_position("r", 1, 7.0)
    assert (log.saved, log.troubles) == (True, ())
    log.clear_position("r")
    assert log.position("r") is None


def test_an_event_that_goes_with_a_position_is_written_with_it_or_not_at_all(
    log: Log, path: Path
) -> None:
    log.keep_position("r", 1, 10.0)
    id = log.take("r", Drank())
    assert not log.saved
    assert [entry.id for entry in log.entries()] == [id]
    with held(path):
        log.keep_position("r", 2, 9.0)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT count(*) FROM events").fetchone() == (0,)
        assert other.execute("SELECT step FROM position").fetchone() == (1,)
        log.keep_position("r", 2, 8.0)
        assert other.execute("SELECT id FROM events").fetchall() == [(id,)]
        assert other.execute("SELECT step FROM position").fetchone() == (2,)
    log.take("r", Drank())
    log.clear_position("r")
    assert (log.saved, log.position("r")) == (True, None)


def test_ids_go_on_after_those_on_disk(path: Path, clock: FakeClock) -> None:
    log = open_log(path, clock.wall)
    flagged = log.write("r", Flagged("RF01", 1))
    log.close()
    clock.advance(-86_400)
    log = open_log(path, clock.wall)
    assert log.write("r", FlagCleared("RF01")) > flagged
    assert log.open_flags() == ()
    log.close()


def test_undoing_reaches_across_restarts(path: Path, clock: FakeClock) -> None:
    log = open_log(path, clock.wall)
    log.write("r", Flagged("RF01", 1))
    cleared = log.write("r", FlagCleared("RF01"))
    log.close()
    log = open_log(path, clock.wall)
    undone = log.write("later", Undone(cleared))
    assert [flag.card for flag in log.open_flags()] == ["RF01"]
    log.write("later", Undone(undone))
    assert log.open_flags() == ()
    log.close()


def test_rows_that_do_not_fit_are_a_trouble(log: Log, path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("INSERT INTO events VALUES ('1', '', 'r', 'drank', '[]')")
    assert log.entries() == []
    assert log.troubles[0].startswith(f"1 of the events in {path} cannot be understood")
    assert log.saved
