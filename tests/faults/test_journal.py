"""A journal that is damaged or held by another program: never in the way, never overwritten."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.faults.coached import coached, told_after, wrapped
from tests.support.history import events, kept_phases, nothing_missing, outcomes, reach
from tests.support.terminal import relief, run

pytestmark = pytest.mark.faults

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "garbage": lambda _: b"a shopping list\n" * 500,
    "half": lambda whole: whole[: len(whole) // 2],
    "three bytes": lambda whole: whole[:3],
    "zeros": lambda whole: bytes(len(whole)),
}
DATED = re.compile(r"journal\.damaged-\d{8}-\d{6}\.db")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a journal of one relief."""
    with relief("now", home=tmp_path) as terminal:
        reach(terminal, "WEIGHT DOWN", "CRAMPED LEG")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    return tmp_path


@contextmanager
def locked(journal: Path) -> Iterator[None]:
    """Another program that keeps the journal for itself."""
    with closing(sqlite3.connect(journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_journal_is_moved_aside(damage: Callable[[bytes], bytes], home: Path) -> None:
    journal = home / "journal.db"
    damaged = damage(journal.read_bytes())
    journal.write_bytes(damaged)
    (told,) = coached(home)
    (aside,) = (path for path in home.iterdir() if DATED.fullmatch(path.name))
    assert told.startswith(f"The journal {journal} was damaged. It was moved to {aside} and a new")
    assert aside.read_bytes() == damaged
    assert outcomes(home) == ["cancelled"]
    assert coached(home) == []


def test_an_empty_file_is_no_damage(tmp_path: Path) -> None:
    (tmp_path / "journal.db").touch()
    assert coached(tmp_path) == []
    assert [path.name for path in tmp_path.iterdir()] == ["journal.db"]
    assert outcomes(tmp_path) == ["cancelled"]


def test_looking_at_a_damaged_journal_changes_nothing(tmp_path: Path) -> None:
    journal = tmp_path / "journal.db"
    journal.write_bytes(b"a shopping list\n")
    told = run("history", home=tmp_path)
    assert told.returncode == 1
    assert told.stderr.startswith(f"relief: The journal {journal} is damaged")
    assert told.stderr.count("\n") == 1
    assert journal.read_bytes() == b"a shopping list\n"


def test_a_locked_journal_gets_everything_once_it_is_free(home: Path) -> None:
    with relief("now", "--side", "left", home=home) as terminal:
        with locked(home / "journal.db"):
            reach(terminal, "HOLD")
            terminal.wait_for(wrapped("is locked by another program"))
            assert events(home, "hold_done") == []
        terminal.press("n")
        terminal.wait_gone(wrapped("is locked by another program"))
        assert told_after(terminal) == []
        assert nothing_missing(terminal, home)
    assert outcomes(home) == ["cancelled", "stopped"]


def test_a_journal_that_stays_locked_costs_the_log_and_not_the_relief(home: Path) -> None:
    journal = home / "journal.db"
    with locked(journal):
        (told,) = coached(home)
        assert told.startswith(f"The journal {journal} is locked by another program. Close that")
    assert outcomes(home) == ["cancelled"]
    assert kept_phases(home) == ["STOP THE SET", "WEIGHT DOWN"]
    assert coached(home) == []
