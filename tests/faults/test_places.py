"""Homes that are not there, not folders, not writable or full."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults.coached import coached, told_after, wrapped
from tests.support.history import answers, nothing_missing, outcomes, reach
from tests.support.terminal import RELIEF, Changes, Terminal, relief

pytestmark = pytest.mark.faults

MIB = 1024 * 1024


def test_a_home_that_does_not_exist_is_made(tmp_path: Path) -> None:
    home = tmp_path / "not" / "yet there"
    assert coached(home) == []
    assert outcomes(home) == ["cancelled"]
    assert home.stat().st_mode & 0o777 == 0o700
    assert (home / "journal.db").stat().st_mode & 0o777 == 0o600


def test_a_home_under_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("precious")
    home = tmp_path / "file" / "home"
    settings, journal = coached(home)
    assert settings.startswith(f"{home / 'settings.toml'}: Not a directory; ")
    assert journal.startswith(f"The journal {home / 'journal.db'} cannot be reached (Not a dir")
    assert "RELIEF_HOME" in journal
    assert (tmp_path / "file").read_text() == "precious"


def test_a_home_that_is_a_file(tmp_path: Path) -> None:
    home = tmp_path / "file"
    home.write_text("precious")
    assert len(coached(home)) == 2
    assert home.read_text() == "precious"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc")
def test_a_place_that_takes_no_files() -> None:
    (told,) = coached(Path("/proc/relief"))
    assert told.startswith("The journal /proc/relief/journal.db cannot be reached (")
    assert "Mend the path, or name another folder in RELIEF_HOME." in told


@pytest.mark.skipif(os.geteuid() == 0, reason="rights do not bind root")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    (told,) = coached(tmp_path)
    tmp_path.chmod(0o700)
    assert told.startswith(f"The journal {tmp_path / 'journal.db'} may not be written (")
    assert not list(tmp_path.iterdir())


def test_without_any_home_variable(tmp_path: Path) -> None:
    places = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_DATA_HOME": str(tmp_path / "data")}
    nowhere: Changes = {"HOME": None, "RELIEF_HOME": None, **places}
    assert coached(tmp_path / "unused", nowhere) == []
    assert (tmp_path / "data" / "relief" / "journal.db").exists()
    assert not (tmp_path / "unused").exists()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one mebibyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={MIB}", "tmpfs", str(place)]
    if not sys.platform.startswith("linux") or subprocess.run(mount, check=False).returncode:
        pytest.skip("no right to mount a disk")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk: Path) -> Path:
    """Leaves not one byte; answers the file that took them."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(512)):
            pass
    return ballast


def test_a_disk_that_fills_up_costs_nothing_once_there_is_room(disk: Path) -> None:
    with relief("now", "--side", "left", home=disk) as terminal:
        reach(terminal, "STOP THE SET")
        ballast = fill(disk)
        reach(terminal, "HOW IS IT?")
        terminal.wait_for(wrapped("no room left for the journal"))
        ballast.unlink()
        terminal.press("2")
        terminal.wait_for("hold 2 of 6")
        terminal.wait_gone(wrapped("no room left"))
        assert told_after(terminal) == []
        assert nothing_missing(terminal, disk)
    assert answers(disk) == [("check", "easing")]


def test_a_disk_that_is_full_from_the_start(disk: Path) -> None:
    fill(disk)
    (told,) = coached(disk)
    assert str(disk / "journal.db") in told
    assert not (disk / "journal.db").exists() or not (disk / "journal.db").stat().st_size


@pytest.mark.parametrize("blocks", [0, 16])
def test_where_no_file_may_grow(blocks: int, tmp_path: Path) -> None:
    """As on a full disk, for those who may not mount one; the next start finds its way."""
    command = f"ulimit -f {blocks}; exec {shlex.join(RELIEF)} now --side left"
    with Terminal(["sh", "-c", command], home=tmp_path) as terminal:
        reach(terminal, "HOLD")
        (told,) = told_after(terminal)
        assert str(tmp_path / "journal.db") in told
    assert coached(tmp_path) == []
    assert outcomes(tmp_path)[-1] == "cancelled"
