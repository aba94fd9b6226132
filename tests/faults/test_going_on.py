"""Killed at any moment, the next start offers to go on, at the right step and second."""

from __future__ import annotations

import random
import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from signal import SIGHUP, SIGKILL

import pytest

from tests.support.history import events, outcomes
from tests.support.terminal import Terminal, relief

pytestmark = pytest.mark.faults

SCALE = 4
LATE_S = 0.5
"""Real seconds that a picture may take to come on a busy machine."""
_LINE = re.compile(
    r"(?<!next: )"
    r"(STOP THE SET|WEIGHT DOWN|TOES TO SHIN|EASE IN|HOLD|LET GO|HOW IS IT\?|REST|READY|WORK)"
    r"(?: LEFT| BOTH)? (\d+) s"
)


def line_of(text: str) -> tuple[str, int] | None:
    """The phase and the seconds on the screen."""
    found = _LINE.search(text)
    return (found[1], int(found[2])) if found else None


def kill(terminal: Terminal, number: int = SIGKILL) -> None:
    terminal.signal(number)
    terminal.wait_exit()


def left_s(home: Path) -> float:
    """What the journal says was left of the step."""
    with closing(sqlite3.connect(home / "journal.db")) as journal:
        return float(journal.execute("SELECT remaining_s FROM position").fetchone()[0])


def back(home: Path, *, scale: float = SCALE) -> tuple[str, int]:
    """Opens Relief again and goes on: the first line of the run."""
    with relief(home=home, scale=scale) as terminal:
        terminal.wait_for("GO ON?")
        terminal.press("space")
        terminal.wait_for(_LINE)
        found = line_of(terminal.text())
        assert found is not None
        kill(terminal)
        return found


def goes_on(
    phase: str, left: float, shown: tuple[str, int], away_s: float, *, scale: float = SCALE
) -> bool:
    """True if ``shown`` is where a run goes on that had ``left`` seconds of ``phase``."""
    if phase in ("EASE IN", "HOLD"):
        return shown[0] == "EASE IN" and 5 - LATE_S * scale - 1 <= shown[1] <= 5
    if phase == "REST":
        left -= away_s * scale
    return shown[0] == phase and left - LATE_S * scale - 1 <= shown[1] <= left + 1


@pytest.mark.parametrize("seed", range(6))
def test_a_relief_killed_at_any_moment(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    with relief("now", "--side", "left", home=tmp_path, scale=SCALE) as terminal:
        terminal.wait_for("STOP THE SET LEFT")
        terminal.watch(chance.uniform(0, 8))
        if chance.random() < 0.4:
            terminal.press("1")
            terminal.watch(chance.uniform(0, 9))
        kill(terminal)
        before = line_of(terminal.text())
    assert before is not None
    killed_at, left = time.monotonic(), left_s(tmp_path)
    phase = events(tmp_path, "step_began")[-1]["phase"]  # the screen may not have come to it yet
    assert phase != before[0] or before[1] - 1.5 <= left <= before[1] + 1.5
    shown = back(tmp_path)
    assert goes_on(phase, left, shown, time.monotonic() - killed_at), (before, left, shown)
    assert len(events(tmp_path, "relief_began")) == 1


def test_a_light_set_goes_on_at_its_second(tmp_path: Path) -> None:
    with relief("recovery", home=tmp_path, scale=SCALE) as terminal:
        terminal.wait_for("rep 3 of 8")
        kill(terminal)
    left = left_s(tmp_path)
    shown = back(tmp_path)
    assert goes_on("WORK", left, shown, 0.0), (left, shown)


def test_a_lost_terminal_is_gone_on_with_too(tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path, scale=SCALE) as terminal:
        terminal.wait_for("WEIGHT DOWN LEFT 7 s")
        kill(terminal, SIGHUP)
    assert goes_on("WEIGHT DOWN", 7, back(tmp_path), 0.0)


def test_a_run_that_goes_on_elsewhere_is_not_offered(tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path) as first:
        first.wait_for("WEIGHT DOWN LEFT")
        with relief(home=tmp_path) as second:
            second.wait_for("LAST CRAMP")
            assert "GO ON?" not in second.watch(0.5)
    assert outcomes(tmp_path) == []


def test_relief_at_once_never_asks_and_closes_what_was_cut_off(tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        terminal.wait_for("WEIGHT DOWN LEFT")
        kill(terminal)
    with relief("now", "--side", "right", home=tmp_path) as terminal:
        terminal.wait_for("WEIGHT DOWN RIGHT")
        assert "GO ON?" not in terminal.text()
        kill(terminal)
    assert outcomes(tmp_path) == ["interrupted"]
