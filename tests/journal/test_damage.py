"""A damaged journal is moved aside, never overwritten, and the coach goes on."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from relief_tui.coach.event import Drank, Flagged, ReliefBegan
from relief_tui.journal.files import set_aside
from relief_tui.journal.log import open_log
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
