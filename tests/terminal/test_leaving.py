"""However a relief is left, what it showed is kept and the terminal is given back."""

from __future__ import annotations

from pathlib import Path
from signal import SIGHUP, SIGINT, SIGTERM

import pytest

from relief_tui.clock import SystemClock
from relief_tui.journal.store import Journal, Position
from relief_tui.journal.summary import unended
from tests.support.history import answers, events, nothing_missing, outcomes, reach
from tests.support.terminal import Terminal, relief

pytestmark = pytest.mark.terminal

WAYS = ("q", "ctrl+c", SIGTERM, SIGHUP)
SIGNALLED = 128
"""A shell calls it so when a signal ended a program."""


def leave(terminal: Terminal, way: str | int) -> int:
    if isinstance(way, str):
        terminal.press(way)
    else:
        terminal.signal(way)
    return terminal.wait_exit()


def expected(way: str | int) -> int:
    return SIGNALLED + way if isinstance(way, int) else 0


def given_back(terminal: Terminal) -> bool:
    return terminal.given_back() and terminal.sane() and not terminal.text().strip()


def kept_position(home: Path) -> Position:
    """Where the timer stood last."""
    journal = Journal.read(home / "journal.db", SystemClock().wall)
    assert journal
    with journal:
        [run] = unended(journal.unended_entries())
        position = journal.position(run.run)
        assert position
        return position


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("phase", ["STOP THE SET", "HOLD", "HOW IS IT?"])
def test_in_a_phase(phase: str, way: str | int, tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        reach(terminal, phase)
        assert leave(terminal, way) == expected(way)
        assert given_back(terminal)
        assert nothing_missing(terminal, tmp_path)
    by_hand = "stopped" if phase == "HOW IS IT?" else "cancelled"
    assert outcomes(tmp_path) == ([by_hand] if isinstance(way, str) else [])


@pytest.mark.parametrize("way", WAYS)
def test_after_it_let_go(way: str | int, tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        reach(terminal, "HOLD")
        terminal.press("1")
        terminal.wait_for("LOWER THE WEIGHT")
        terminal.press("n")
        terminal.wait_for("Any of these?")
        assert leave(terminal, way) == expected(way)
        assert given_back(terminal)
        assert nothing_missing(terminal, tmp_path)
    assert answers(tmp_path)[0] == ("check", "gone")
    assert outcomes(tmp_path) == (["gone"] if isinstance(way, str) else [])


@pytest.mark.parametrize("way", ["ctrl+c", SIGTERM, SIGHUP])
@pytest.mark.parametrize("wait_s", [0.0, 0.1, 0.2, 0.3])
def test_while_the_app_is_loaded(wait_s: float, way: str | int, tmp_path: Path) -> None:
    """The cue stands alone for as long as that takes, then the app takes the terminal."""
    with relief("now", home=tmp_path) as terminal:
        terminal.wait_for("STOP THE SET")
        terminal.watch(wait_s)
        assert leave(terminal, way) in (0, SIGNALLED + SIGINT, expected(way))
        assert given_back(terminal)
    assert set(outcomes(tmp_path)) <= {"cancelled"}


@pytest.mark.parametrize("way", WAYS)
def test_from_home(way: str | int, tmp_path: Path) -> None:
    with relief(home=tmp_path) as terminal:
        terminal.wait_for("LAST CRAMP")
        assert leave(terminal, way) == expected(way)
        assert given_back(terminal)


@pytest.mark.parametrize(
    ("key", "screen"),
    [("!", "RED FLAGS"), ("?", "Five seconds more"), ("ctrl+p", "Search for commands")],
)
def test_from_a_screen_above_the_run(key: str, screen: str, tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        reach(terminal, "HOW IS IT?")
        terminal.press(key)
        terminal.wait_for(screen)
        terminal.press("ctrl+c")
        assert terminal.wait_exit() == 0
        assert given_back(terminal)
    assert outcomes(tmp_path) == ["stopped"]


@pytest.mark.parametrize("number", [SIGTERM, SIGHUP])
def test_a_run_that_was_cut_off_is_closed_by_the_next(number: int, tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        reach(terminal, "HOW IS IT?")
        leave(terminal, number)
    position = kept_position(tmp_path)
    assert position.run == events(tmp_path, "relief_began")[0]["run"]
    assert 0 < position.remaining_s <= 10
    with relief("now", "--side", "right", home=tmp_path) as terminal:
        reach(terminal, "STOP THE SET", "RIGHT")
    (first, second) = events(tmp_path, "relief_began")
    (ending,) = events(tmp_path, "relief_ended")
    assert ending["run"] == first["run"] != second["run"]
    told = {"outcome": "interrupted", "holds": 1, "side": "left", "band": None}
    assert ending.items() >= told.items()


def test_a_run_that_goes_on_in_another_terminal_is_left_alone(tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path) as first:
        reach(first, "HOLD")
        with relief("now", "--side", "right", home=tmp_path) as second:
            reach(second, "STOP THE SET", "RIGHT")
            assert leave(second, "q") == 0
        assert outcomes(tmp_path) == ["cancelled"]
        first.press("n")
        first.wait_for("LET GO LEFT")
        assert leave(first, "q") == 0
        assert nothing_missing(first, tmp_path)
    assert [(end["side"], end["outcome"]) for end in events(tmp_path, "relief_ended")] == [
        ("right", "cancelled"),
        ("left", "stopped"),
    ]
