"""Kills, damage, and places where no journal can be."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

from relief_tui.coach.event import Drank, Flagged, HoldDone, ReliefBegan
from relief_tui.journal.files import set_aside
from relief_tui.journal.log import open_log
from relief_tui.journal.store import Journal
from relief_tui.journal.trouble import JournalError, Reason
from tests.support.clock import FakeClock

pytestmark = pytest.mark.faults

_ROOT = Path(__file__).parents[2]
_WRITER = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from relief_tui.coach.event import ReliefBegan
from relief_tui.journal.log import open_log
log = open_log(Path(sys.argv[1]), lambda: datetime.now(UTC))
while True:
    id = log.write("r", ReliefBegan(exercise="x" * 500))
    log.keep_position("r", 1, 1.0)
    if log.saved:
        print(id, flush=True)
"""


@pytest.mark.parametrize("after", [1, 2, 50, 400, 1500])
def test_a_kill_loses_nothing_that_was_said_to_be_done(
    after: int, path: Path, clock: FakeClock
) -> None:
    command = [sys.executable, "-c", _WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=_ROOT) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(after)]
        child.kill()
        said += child.stdout.readlines()
    ids = [line.strip() for line in said if line.endswith("\n")]
    log = open_log(path, clock.wall)
    written = [entry.id for entry in log.entries()]
    assert written[: len(ids)] == ids
    assert len(written) <= len(ids) + 2  # one being said, one in work
    assert log.troubles == ()
    assert log.position() is not None
    log.close()


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


def test_an_empty_file_is_begun_in(path: Path, clock: FakeClock) -> None:
    path.touch()
    log = open_log(path, clock.wall)
    assert (log.saved, log.troubles) == (True, ())
    log.close()
    assert [p.name for p in path.parent.iterdir()] == ["journal.db"]


@pytest.mark.parametrize("where", ["folder", "file/journal.db", "file/a/b/journal.db"])
def test_where_no_journal_can_be_the_coach_still_coaches(
    where: str, tmp_path: Path, clock: FakeClock
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    _in_memory(tmp_path / where, clock)
    assert (tmp_path / "folder").is_dir()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc")
def test_in_a_folder_that_takes_no_files(clock: FakeClock) -> None:
    _in_memory(Path("/proc/relief/journal.db"), clock)


def _in_memory(path: Path, clock: FakeClock) -> None:
    log = open_log(path, clock.wall)
    assert not log.saved
    ids = [log.write("r", HoldDone("R1", 15)), log.write("r", Flagged("RF01", 1))]
    log.keep_position("r", 1, 2.0)
    assert not log.saved
    (line,) = log.troubles
    assert line.startswith(f"The journal {path} cannot be reached (")
    assert "Mend the path, or name another folder in RELIEF_HOME." in line
    assert [entry.id for entry in log.entries()] == ids
    assert [flag.card for flag in log.open_flags()] == ["RF01"]
    log.clear_position()
    log.close()
    assert [entry.id for entry in log.entries()] == ids


def test_a_place_that_comes_back_gets_what_waited(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "stick").touch()
    log = open_log(tmp_path / "stick/journal.db", clock.wall)
    log.write("r", HoldDone("R1", 15))
    (tmp_path / "stick").unlink()
    log.write("r", HoldDone("R1", 20))
    assert (log.saved, log.troubles) == (True, ())
    assert len(log.entries()) == 2
    log.close()


_IN_A_READ_ONLY_FOLDER = """
import os, sys
from datetime import datetime, UTC
from pathlib import Path
from relief_tui.coach.event import Drank
from relief_tui.journal.files import set_aside
from relief_tui.journal.log import open_log
from relief_tui.journal.store import Journal
path, wall = Path(sys.argv[1]), lambda: datetime.now(UTC)
if os.geteuid() == 0:
    os.setuid(65534)  # rights do not bind root
reader = Journal.read(path, wall)
print(len(reader.entries()) if reader else None)
log = open_log(path, wall)
log.write("r", Drank())
print(log.saved, *log.troubles)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
@pytest.mark.parametrize("there", [False, True])
def test_in_a_folder_that_may_not_be_written(there: bool, clock: FakeClock) -> None:
    folder = Path(mkdtemp())
    path = folder / "journal.db"
    if there:
        with Journal.open(path, clock.wall) as journal:
            journal.append("r", Drank())
        path.chmod(0o444)
    folder.chmod(0o555)
    before = sorted(p.name for p in folder.iterdir())
    try:
        answer = subprocess.run(
            [sys.executable, "-c", _IN_A_READ_ONLY_FOLDER, str(path)],
            capture_output=True,
            text=True,
            cwd=_ROOT,
        )
        assert sorted(p.name for p in folder.iterdir()) == before
    finally:
        folder.chmod(0o700)
        rmtree(folder)
    read, wrote = answer.stdout.splitlines()
    assert answer.stderr == ""
    assert read == ("1" if there else "None")
    assert wrote.startswith(f"False The journal {path} may not be written (Permission denied).")
