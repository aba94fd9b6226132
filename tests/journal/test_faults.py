"""Kills, and places where no journal can be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

from relief_tui.coach.event import Drank, Flagged, HoldDone
from relief_tui.journal.log import open_log
from relief_tui.journal.store import Journal
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
    assert log.position("r") is not None
    log.close()


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
    log.clear_position("r")
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
from tempfile import TemporaryDirectory
from relief_tui.coach.event import Drank
from relief_tui.journal.log import open_log
from relief_tui.journal.store import Journal
path, wall = Path(sys.argv[1]), lambda: datetime.now(UTC)
if os.geteuid() == 0:  # rights do not bind root
    with TemporaryDirectory() as folder:  # what is imported late may be out of reach afterwards
        Journal.open(Path(folder) / "journal.db", wall).close()
    os.setuid(65534)
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
