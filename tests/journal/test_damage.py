"""A damaged journal is moved aside, never overwritten, and the coach goes on."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from relief_tui.coach.event import Drank, Flagged, ReliefBegan
from relief_tui.journal.entry import Entry, Wall
from relief_tui.journal.files import set_aside
from relief_tui.journal.log import Log, open_log
from relief_tui.journal.store import Journal
from relief_tui.journal.trouble import JournalError, Reason
from tests.support.clock import FakeClock

pytestmark = pytest.mark.faults


def _whole(path: Path, clock: FakeClock) -> bytes:
    """A sound journal of many pages, with a red flag near its beginning."""
    with Journal.open(path, clock.wall) as journal:
        journal.append("r", Flagged("RF03", 1))
        for _ in range(100):
            journal.append("r", ReliefBegan(exercise="curl" * 100))
    return path.read_bytes()


def _garbled(whole: bytes) -> bytes:
    """The page of the oldest events in ruins, all else sound."""
    page = 4096
    for start in range(page, len(whole), page):
        block = whole[start : start + page]
        if b"curlcurl" in block and block[0] == 10:  # a leaf of the table
            return whole[:start] + b"\xff" * page + whole[start + page :]
    raise AssertionError("no such page")


@pytest.mark.parametrize(
    "ruin",
    [
        lambda _: b"this is a shopping list\n" * 500,
        lambda _: bytes(4096),
        lambda _: b"xx",
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[:50],
        lambda whole: whole[:100] + os.urandom(4000) + whole[4100:],
    ],
    ids=["garbage", "zeros", "two bytes", "half", "half a header", "no schema"],
)
def test_a_damaged_journal_is_moved_aside_and_a_new_one_begun(
    ruin: Callable[[bytes], bytes], path: Path, clock: FakeClock
) -> None:
    damaged = ruin(_whole(path, clock))
    path.write_bytes(damaged)
    taken = path.with_name("journal.damaged-20261102-183000.db")
    taken.write_text("precious")
    place = path.with_name("journal.damaged-20261102-183000-2.db")

    with pytest.raises(JournalError, match="is damaged"):
        Journal.read(path, clock.wall)
    assert path.read_bytes() == damaged

    log = open_log(path, clock.wall)
    assert log.saved
    (line,) = log.troubles
    assert line.startswith(f"The journal {path} was damaged. It was moved to {place} and a new")
    id = log.write("r", Drank())
    assert [entry.id for entry in log.entries()] == [id]
    log.close()
    assert (taken.read_text(), place.read_bytes()) == ("precious", damaged)

    log = open_log(path, clock.wall)
    assert log.troubles == ()
    assert len(log.entries()) == 1
    log.close()


def test_what_lies_beside_a_damaged_journal_goes_with_it(path: Path, clock: FakeClock) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(f"journal.db{suffix}").write_text(f"ruined {suffix}")
    place = set_aside(path, clock.wall())
    assert place.name == "journal.damaged-20261102-183000.db"
    for suffix in ("", "-wal", "-shm"):
        assert place.with_name(f"{place.name}{suffix}").read_text() == f"ruined {suffix}"
    assert len(list(path.parent.iterdir())) == 3


def test_a_journal_that_cannot_be_moved_stays_and_the_name_is_free_again(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"garbage" * 1000)

    def in_use(_path: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", in_use)
        log = open_log(path, clock.wall)
    assert "may not be written (Permission denied)" in log.troubles[0]
    assert [p.name for p in path.parent.iterdir()] == ["journal.db"]
    assert path.read_bytes() == b"garbage" * 1000
    log.close()


def test_damage_found_on_the_way_is_met_the_same_way(path: Path, clock: FakeClock) -> None:
    path.write_bytes(_garbled(_whole(path, clock)))
    with Journal.open(path, clock.wall) as journal:
        with pytest.raises(JournalError) as caught:
            journal.entries()
        assert caught.value.reason is Reason.DAMAGED
    log = open_log(path, clock.wall)
    before = log.write("r", Flagged("RF07", 2))
    assert log.saved
    assert [entry.id for entry in log.entries()] == [before]
    assert "was moved to" in log.troubles[0]
    after = log.write("r", Drank())
    assert log.saved
    assert [entry.id for entry in log.entries()] == [before, after]
    log.close()


def test_open_red_flags_outlive_the_damage_where_they_can_be_read(
    path: Path, clock: FakeClock
) -> None:
    with Journal.open(path, clock.wall) as journal:
        for _ in range(100):
            journal.append("r", ReliefBegan(exercise="curl" * 100))
        journal.append("r", Flagged("RF03", 1))
    path.write_bytes(_garbled(path.read_bytes()))
    log = open_log(path, clock.wall)
    log.entries()
    assert [flag.card for flag in log.open_flags()] == ["RF03"]
    log.close()
    with Journal.open(path, clock.wall) as journal:
        assert [entry.kind for entry in journal.entries()] == ["flagged"]


def test_a_disk_that_damages_every_journal_gets_only_one_new_one(
    path: Path, clock: FakeClock
) -> None:
    path.write_bytes(b"garbage" * 1000)
    log = open_log(path, clock.wall)
    log.close()
    path.write_bytes(b"garbage" * 1000)
    id = log.write("r", Drank())
    assert not log.saved
    assert [entry.id for entry in log.entries()] == [id]
    moved, still = log.troubles
    assert "was moved to" in moved
    assert f"The journal {path} is damaged (file is not a database)." in still
    assert len(list(path.parent.glob("journal.damaged-*"))) == 1


# Two processes


def _damaged_under_two(path: Path, clock: FakeClock) -> tuple[Log, Log]:
    """Two logs that are open on a journal of which a page is in ruins."""
    path.write_bytes(_garbled(_whole(path, clock)))
    return open_log(path, clock.wall), open_log(path, clock.wall)


def test_who_meets_the_damage_later_leaves_the_new_journal_where_it_is(
    path: Path, clock: FakeClock
) -> None:
    one, other = _damaged_under_two(path, clock)
    one.entries()
    ids = [one.write("one", Drank())]
    told = [entry.id for entry in other.entries()]
    ids.append(one.write("one", Drank()))
    assert told[-1:] == ids[:1]
    assert other.troubles == ()
    assert _kept(path, clock)[-2:] == ids
    assert len(list(path.parent.glob("journal.damaged-*.db"))) == 1
    one.close()
    other.close()


def test_who_never_meets_the_damage_writes_to_the_new_journal_too(
    path: Path, clock: FakeClock
) -> None:
    """With what it had said to be saved in the one that was moved."""
    one, other = _damaged_under_two(path, clock)
    ids = [other.write("other", Drank())]
    one.entries()
    ids.append(other.write("other", Drank()))
    assert other.saved
    ids.append(one.write("one", Drank()))
    assert set(_kept(path, clock)) >= set(ids)
    other.close()
    one.close()


def test_what_is_read_of_another_file_is_read_once(path: Path, clock: FakeClock) -> None:
    """A copy that was put back holds what was written before."""
    log = open_log(path, clock.wall)
    ids = [log.write("r", Drank())]
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(f"{path}.new")) as copy:
        old.backup(copy)
    set_aside(path, clock.wall())
    Path(f"{path}.new").replace(path)
    assert [entry.id for entry in log.entries()] == ids
    assert log.saved
    log.close()


def test_what_was_open_is_opened_anew_before_it_is_called_damaged(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = open_log(path, clock.wall)
    id = log.write("r", Drank())
    damaged = log._journal
    whole = Journal.entries

    def entries(self: Journal, **which: Any) -> list[Entry]:
        if self is damaged:
            raise JournalError(Reason.DAMAGED, "what is remembered of it does not fit")
        return whole(self, **which)

    monkeypatch.setattr(Journal, "entries", entries)
    assert [entry.id for entry in log.entries()] == [id]
    assert log.troubles == ()
    log.close()


def test_what_came_in_place_of_the_damaged_file_meanwhile_is_not_moved(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two processes open it at the same time: one of them is the faster."""
    path.write_bytes(b"garbage" * 1000)
    whole, ids = Journal.open, list[str]()

    def slower(path: Path, wall: Wall) -> Journal:
        monkeypatch.setattr(Journal, "open", whole)
        other = open_log(path, wall)
        ids.append(other.write("other", Drank()))
        other.close()
        raise JournalError(Reason.DAMAGED, "as it was a moment ago")

    monkeypatch.setattr(Journal, "open", slower)
    log = open_log(path, clock.wall)
    assert [entry.id for entry in log.entries()] == ids
    assert log.troubles == ()
    log.close()


def test_a_journal_that_is_deleted_is_begun_anew_with_what_was_said_to_be_saved(
    path: Path, clock: FakeClock
) -> None:
    log = open_log(path, clock.wall)
    ids = [log.write("r", Drank())]
    for each in path.parent.iterdir():
        each.unlink()
    ids.append(log.write("r", Drank()))
    assert log.saved
    assert _kept(path, clock) == ids
    log.close()


def test_where_files_have_no_number_nothing_is_taken_for_another(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    stat = Path.stat

    def numberless(self: Path, **how: bool) -> os.stat_result:
        return os.stat_result((*stat(self, **how)[:1], 0, 0, *stat(self, **how)[3:]))

    monkeypatch.setattr(Path, "stat", numberless)
    log = open_log(path, clock.wall)
    ids = [log.write("r", Drank())]
    opened = log._journal
    ids.append(log.write("r", Drank()))
    assert log._journal is opened
    assert [entry.id for entry in log.entries()] == ids
    log.close()


def _kept(path: Path, clock: FakeClock) -> list[str]:
    """The ids of what is in the file."""
    with Journal.open(path, clock.wall) as journal:
        return [entry.id for entry in journal.entries()]
