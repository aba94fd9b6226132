"""The shape of the file: steps taken whole, after a backup, and never on a stranger's file."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from relief_tui.coach.event import Drank
from relief_tui.journal.files import copies
from relief_tui.journal.schema import STEPS, Step, version
from relief_tui.journal.store import Journal
from relief_tui.journal.trouble import JournalError, Reason
from tests.support.clock import FakeClock

_SHELF: Step = ("CREATE TABLE shelf (a)", "INSERT INTO shelf VALUES (1)")
_BROKEN: Step = ("CREATE TABLE half (a)", "INSERT INTO nowhere VALUES (1)")


def _look(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_a_new_journal_is_of_the_last_version_without_a_backup(
    path: Path, clock: FakeClock
) -> None:
    Journal.open(path, clock.wall).close()
    assert _look(path, "PRAGMA user_version") == [(len(STEPS),)]
    assert copies(path) == []


def test_an_upgrade_comes_after_a_backup(path: Path, clock: FakeClock) -> None:
    with Journal.open(path, clock.wall) as journal:
        journal.append("r", Drank())
    with Journal.open(path, clock.wall, (*STEPS, _SHELF)) as journal:
        assert len(journal.entries()) == 1
    assert _look(path, "SELECT a FROM shelf") == [(1,)]
    (backup,) = copies(path)
    assert backup.name == "journal.backup-20261102-183000.db"
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert _look(backup, "PRAGMA user_version") == [(len(STEPS),)]
    assert _look(backup, "SELECT count(*) FROM events") == [(1,)]


def test_a_backup_takes_no_name_that_is_taken(path: Path, clock: FakeClock) -> None:
    taken = path.with_name("journal.backup-20261102-183000.db")
    taken.write_text("precious")
    with Journal.open(path, clock.wall) as journal:
        journal.append("r", Drank())
    Journal.open(path, clock.wall, (*STEPS, _SHELF)).close()
    assert taken.read_text() == "precious"
    assert path.with_name("journal.backup-20261102-183000-2.db").exists()


def test_an_empty_journal_is_upgraded_without_a_backup(path: Path, clock: FakeClock) -> None:
    Journal.open(path, clock.wall).close()
    Journal.open(path, clock.wall, (*STEPS, _SHELF)).close()
    assert _look(path, "SELECT a FROM shelf") == [(1,)]
    assert copies(path) == []


def test_a_step_that_fails_leaves_nothing_behind(path: Path, clock: FakeClock) -> None:
    Journal.open(path, clock.wall).close()
    with pytest.raises(JournalError):
        Journal.open(path, clock.wall, (*STEPS, _SHELF, _BROKEN))
    assert _look(path, "PRAGMA user_version") == [(len(STEPS) + 1,)]
    assert _look(path, "SELECT name FROM sqlite_master WHERE name = 'half'") == []


def test_a_backup_that_fails_leaves_the_journal_and_no_half_copy(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal.open(path, clock.wall) as journal:
        journal.append("r", Drank())

    class Full(sqlite3.Connection):
        def backup(self, *_args: object, **_options: object) -> None:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

    connect = sqlite3.connect
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, **k, factory=Full))
        with pytest.raises(JournalError) as caught:
            Journal.open(path, clock.wall, (*STEPS, _SHELF))
    assert caught.value.reason is Reason.FULL
    assert _look(path, "PRAGMA user_version") == [(len(STEPS),)]
    assert copies(path) == []


def test_two_processes_upgrade_once(path: Path, clock: FakeClock) -> None:
    with Journal.open(path, clock.wall) as first:
        with Journal.open(path, clock.wall, (*STEPS, _SHELF)):
            pass
        with Journal.open(path, clock.wall, (*STEPS, _SHELF)):
            assert version(first._connection) == len(STEPS) + 1
    assert _look(path, "SELECT a FROM shelf") == [(1,)]


@pytest.mark.parametrize("looking", [False, True])
def test_a_newer_journal_is_refused_and_left_as_it_is(
    looking: bool, path: Path, clock: FakeClock
) -> None:
    Journal.open(path, clock.wall, (*STEPS, _SHELF)).close()
    before = path.read_bytes()
    with pytest.raises(JournalError, match="newer Relief") as caught:
        (Journal.read if looking else Journal.open)(path, clock.wall)
    assert caught.value.reason is Reason.REFUSED
    assert str(path) in str(caught.value)
    assert path.read_bytes() == before


def test_a_file_of_another_program_is_refused_and_left_as_it_is(
    path: Path, clock: FakeClock
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE events (theirs)")
    before = path.read_bytes()
    with pytest.raises(JournalError, match="another program") as caught:
        Journal.open(path, clock.wall)
    assert caught.value.reason is Reason.REFUSED
    assert path.read_bytes() == before
