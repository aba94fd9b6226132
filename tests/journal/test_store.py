"""The table on disk: what goes in comes out, in order, and stays."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from relief_tui import process
from relief_tui.coach.event import Answered, Drank, HoldDone
from relief_tui.journal.entry import Entry
from relief_tui.journal.files import copies
from relief_tui.journal.store import Journal, Position
from relief_tui.journal.trouble import JournalError, Reason
from tests.journal.stories import stories
from tests.support.clock import EVENING, FakeClock


@pytest.fixture
def raw(journal: Journal) -> Iterator[sqlite3.Connection]:
    """The file as any other program sees it."""
    with closing(sqlite3.connect(journal.path, isolation_level=None)) as connection:
        yield connection


@given(stories())
def test_what_was_put_in_is_there_after_reopening(story: list[Entry]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        with Journal.open(path, FakeClock().wall) as journal:
            for entry in story:
                journal.put(entry)
        with Journal.open(path, FakeClock().wall) as journal:
            assert journal.entries() == story
            assert journal.newest() == (story[-1].id if story else "")
            assert journal.unfit == ""


def test_an_appended_event_has_its_id_and_its_time(journal: Journal, clock: FakeClock) -> None:
    first = journal.append("r", HoldDone("R1", 15))
    clock.advance(-3600)
    second = journal.append("r", HoldDone("R2", 20))
    one, two = journal.entries()
    assert (one.id, two.id) == (first, second)
    assert one.time == EVENING
    assert two.time == EVENING - timedelta(hours=1)
    assert two.event == HoldDone("R2", 20.0)


def test_ids_go_on_ascending_after_the_clock_was_set_back(path: Path, clock: FakeClock) -> None:
    with Journal.open(path, clock.wall) as journal:
        before = journal.append("r", Drank())
    clock.advance(-86_400 * 365)
    with Journal.open(path, clock.wall) as journal:
        assert journal.append("r", Drank()) > before


def test_since_and_kinds_choose(journal: Journal, clock: FakeClock) -> None:
    journal.append("r", Drank())
    clock.advance(60)
    journal.append("r", Answered("pain", 3))
    journal.append("r", Drank(250))
    late = EVENING + timedelta(seconds=60)
    assert [e.kind for e in journal.entries(since=late)] == ["answered", "drank"]
    assert [e.kind for e in journal.entries(since=late, kinds={"drank"})] == ["drank"]
    assert len(journal.entries(kinds=["drank", "answered"])) == 3
    assert journal.entries(kinds=[]) == []
    assert journal.entries(since=late + timedelta(milliseconds=1)) == []


def test_since_goes_by_the_time_that_was_written(journal: Journal, clock: FakeClock) -> None:
    journal.append("r", Drank())
    clock.advance(-7200)
    journal.append("r", Drank())
    assert len(journal.entries(since=EVENING)) == 1
    assert len(journal.entries(since=EVENING - timedelta(hours=2))) == 2


def test_an_id_that_is_known_is_left_as_it_was(journal: Journal) -> None:
    journal.append("r", Drank(250))
    (entry,) = journal.entries()
    journal.put(Entry(entry.id, entry.at, "other", "drank", {"ml": 1}))
    assert journal.entries() == [entry]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE events SET kind = 'x'", "DELETE FROM events", "DELETE FROM events LIMIT 1"],
)
def test_no_program_changes_or_deletes_an_event(
    statement: str, journal: Journal, raw: sqlite3.Connection
) -> None:
    journal.append("r", Drank())
    with pytest.raises(sqlite3.Error):
        raw.execute(statement)
    assert len(journal.entries()) == 1


def test_nor_does_this_one_by_replacing(journal: Journal) -> None:
    id = journal.append("r", Drank())
    with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        journal._connection.execute(f"REPLACE INTO events VALUES ('{id}', '', '', '', '1')")


def test_rows_that_do_not_fit_are_told_of_and_left_out(
    journal: Journal, raw: sqlite3.Connection
) -> None:
    at = EVENING.isoformat()
    raw.execute("INSERT INTO events VALUES ('1', ?, 'r', 'drank', '{\"ml\": \"a lot\"}')", (at,))
    raw.execute("INSERT INTO events VALUES ('2', ?, 'r', 'drank', '[]')", (at,))
    raw.execute("INSERT INTO events VALUES ('3', ?, CAST(x'ff' AS TEXT), 'drank', '{}')", (at,))
    journal.append("r", Drank())
    for _ in range(2):
        assert {entry.run for entry in journal.entries()} == {"r", "�"}
    assert journal.unfit.startswith(f"2 of the events in {journal.path} cannot be understood")
    assert "The first: 1, " in journal.unfit


def test_the_file_and_new_folders_are_for_this_person_alone(
    tmp_path: Path, clock: FakeClock
) -> None:
    old_mask = os.umask(0)
    try:
        with Journal.open(tmp_path / "a/b/journal.db", clock.wall) as journal:
            journal.append("r", Drank())
            modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "a").rglob("*")}
    finally:
        os.umask(old_mask)
    assert modes.pop("b") == 0o700
    assert modes == {"journal.db": 0o600, "journal.db-wal": 0o600, "journal.db-shm": 0o600}
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700


def test_a_file_that_others_could_read_is_closed_to_them(path: Path, clock: FakeClock) -> None:
    path.touch(0o644)
    Journal.open(path, clock.wall).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_it_is_set_up_to_be_safe_and_not_to_wait(journal: Journal) -> None:
    def pragma(name: str) -> object:
        return journal._connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 1  # NORMAL
    wait_ms = pragma("busy_timeout")
    assert isinstance(wait_ms, int)
    assert 0 < wait_ms <= 250


def test_the_position_is_one_row_a_run(journal: Journal, path: Path) -> None:
    assert journal.position("r") is None
    journal.keep_position("r", 3, 12.5)
    journal.keep_position("r", 4, 1.5, "memo")
    with Journal.open(path, FakeClock().wall) as other:
        assert other.position("r") == Position(
            "r", 4, 1.5, "2026-11-02T18:30:00.000+01:00", *process.mark(), "memo"
        )
        other.keep_position("another run", 1, 9.0)
        other.clear_position("another run")
        assert other.position("r") is not None
        other.clear_position("r")
    assert journal.position("r") is None
    journal.clear_position("r")


def test_erasing_removes_what_is_older_and_nothing_else(
    journal: Journal, clock: FakeClock, raw: sqlite3.Connection
) -> None:
    journal.append("old", Answered("secret", "quinine"))
    journal.keep_position("old", 1, 1.0)
    clock.advance(60)
    kept = journal.append("new", Drank())
    assert journal.erase(EVENING + timedelta(seconds=60)) == 1
    assert [entry.id for entry in journal.entries()] == [kept]
    assert journal.position("old") is None
    assert b"quinine" not in b"".join(p.read_bytes() for p in journal.path.parent.iterdir())
    with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        raw.execute("DELETE FROM events")


def test_erasing_everything_leaves_a_journal_that_works(journal: Journal) -> None:
    for _ in range(3):
        journal.append("r", Drank())
    assert journal.erase() == 3
    assert journal.entries() == []
    journal.append("r", Drank())
    assert len(journal.entries()) == 1


def test_copies_are_the_backups_and_the_damaged(path: Path) -> None:
    names = ["journal.backup-20261102-183000.db", "journal.damaged-20261102-183000-2.db-wal"]
    for name in [*names, "journal.db", "other.backup-1.db", "journal.dbx"]:
        (path.parent / name).touch()
    assert [copy.name for copy in copies(path)] == names


class TestLookingOnly:
    """``Journal.read`` never changes and never creates."""

    def test_where_there_is_none(self, tmp_path: Path, clock: FakeClock) -> None:
        assert Journal.read(tmp_path / "nowhere/journal.db", clock.wall) is None
        assert list(tmp_path.iterdir()) == []

    def test_where_it_is_still_empty(self, path: Path, clock: FakeClock) -> None:
        path.touch()
        assert Journal.read(path, clock.wall) is None

    def test_beside_a_running_process(self, journal: Journal, clock: FakeClock) -> None:
        journal.append("r", Drank())
        reader = Journal.read(journal.path, clock.wall)
        assert reader is not None
        with reader:
            assert len(reader.entries()) == 1
            journal.append("r", Drank())
            assert len(reader.entries()) == 2

    def test_it_cannot_write(self, path: Path, clock: FakeClock) -> None:
        Journal.open(path, clock.wall).close()
        before = path.read_bytes(), path.stat().st_mtime_ns
        reader = Journal.read(path, clock.wall)
        assert reader is not None
        with reader, pytest.raises(JournalError) as caught:
            reader.append("r", Drank())
        assert caught.value.reason is Reason.FORBIDDEN
        assert (path.read_bytes(), path.stat().st_mtime_ns) == before
