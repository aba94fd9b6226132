"""Terminals that can do little, and none at all: STOP THE SET to HOLD is seen on each."""

from __future__ import annotations

import re
import shlex
from itertools import groupby
from pathlib import Path

import pytest

from tests.faults.coached import coached
from tests.support.history import PHASES, kept_phases, outcomes
from tests.support.terminal import RELIEF, Changes, Terminal, relief, run

pytestmark = pytest.mark.faults

TO_HOLD = PHASES[:5]
AT_ONCE: Changes = {"RELIEF_TIME_SCALE": "60"}
"""An absence is 0.04 s then: only for runs without a person, which end by themselves."""

POOR: dict[str, Changes] = {
    "LANG=C": {"LANG": "C"},
    "LC_ALL=C": {"LC_ALL": "C"},
    "ASCII": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "Latin 1": {"LC_ALL": "en_GB.ISO-8859-1", "PYTHONIOENCODING": "latin-1"},
    "console": {"TERM": "linux", "COLORTERM": None},
    "console in plain characters": {"TERM": "linux", "COLORTERM": None, "LC_ALL": "C"},
    "xterm": {"TERM": "xterm", "COLORTERM": None},
    "unknown": {"TERM": "teletype", "COLORTERM": None},
    "no colour": {"NO_COLOR": "1"},
    "nothing set": {"LANG": None, "COLORTERM": None},
}


@pytest.mark.parametrize("env", POOR.values(), ids=POOR)
def test_the_coach_coaches_on_a_poor_terminal(env: Changes, tmp_path: Path) -> None:
    assert coached(tmp_path, env) == []
    assert outcomes(tmp_path) == ["cancelled"]


@pytest.mark.parametrize(
    ("cols", "rows", "letters"), [(30, 10, 18), (20, 6, 12), (10, 3, 8), (5, 2, 3)]
)
def test_in_a_window_of_a_few_cells(cols: int, rows: int, letters: int, tmp_path: Path) -> None:
    """As many letters of the phase as fit."""
    with relief("now", "--side", "left", home=tmp_path, cols=cols, rows=rows) as terminal:
        for phase in TO_HOLD:
            terminal.wait_for(phase[:letters].rstrip())
            terminal.press("n")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.given_back()
    assert tuple(kept_phases(tmp_path)[:5]) == TO_HOLD


def test_in_a_theme_that_there_is_not(tmp_path: Path) -> None:
    """The coach goes on, and says so once, and not while a cramp is relieved."""
    (tmp_path / "settings.toml").write_text('theme = "no such"', encoding="utf-8")
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        for phase in TO_HOLD:
            terminal.wait_for(f"{phase} LEFT")
            terminal.press("n")
        terminal.press("x", "space")
        terminal.wait_for("No theme 'no such'")
        terminal.press("c")
        terminal.wait_gone("No theme")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_a_small_poor_console_shows_all_that_matters(tmp_path: Path) -> None:
    """Eight colours, no Unicode, thirty columns and ten rows: phase, leg, seconds, cue, help."""
    env: Changes = {"TERM": "linux", "COLORTERM": None, "LC_ALL": "C"}
    with relief("now", "--side", "left", home=tmp_path, cols=30, rows=10, env=env) as terminal:
        for _ in range(4):
            terminal.wait_for("LEFT")
            terminal.press("n")
        text = terminal.wait_for("HOLD LEFT")
        assert text.isascii()
        assert " s" in text
        assert "Mild pull" in text
        assert "!" in text.splitlines()[-1]
        terminal.press("n", "n")
        terminal.wait_for("HOW IS IT? LEFT")
        for answer in ("gone", "easing", "same", "worse"):
            terminal.wait_for(answer)
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_a_window_may_vanish_and_come_back(tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        terminal.wait_for("STOP THE SET LEFT")
        terminal.resize(1, 1)
        terminal.press("n")
        terminal.watch(0.2)
        terminal.resize(80, 24)
        terminal.wait_for("WEIGHT DOWN LEFT")


@pytest.mark.parametrize("input", ["", "n\nn\nn\n"])
def test_through_pipes(input: str, tmp_path: Path) -> None:
    done = run("now", "--side", "left", home=tmp_path, input=input, env=AT_ONCE)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert all(re.match(r"\[\d\d:\d\d\] ", line) for line in lines)
    phases = [phase for line in lines for phase in TO_HOLD if f"] {phase} LEFT" in line]
    assert tuple(phase for phase, _ in groupby(phases))[:5] == TO_HOLD
    assert "\x1b" not in done.stdout
    assert outcomes(tmp_path) == ["unanswered"]


@pytest.mark.parametrize("away", ["2>&-", "2>/dev/null"])
def test_where_textual_has_nothing_to_draw_on_there_are_lines(away: str, tmp_path: Path) -> None:
    """It draws on standard error."""
    with shell(away, tmp_path) as terminal:
        for phase in TO_HOLD:
            terminal.wait_for(f"] {phase} LEFT")
            terminal.press("n")
        terminal.press("q")
        terminal.wait_for("ended 0")
        assert terminal.given_back()
        assert terminal.sane()


@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_are_no_error(closed: str, tmp_path: Path) -> None:
    with shell(closed, tmp_path, AT_ONCE) as terminal:
        terminal.press("q")
        terminal.wait_for("ended 0")
        assert "Traceback" not in terminal.text()
        assert terminal.given_back()
    assert len(outcomes(tmp_path)) == 1


def shell(streams: str, home: Path, env: Changes = None) -> Terminal:
    """Relief started by a shell that tells its exit code."""
    command = f"{shlex.join(RELIEF)} now --side left {streams}; echo ended $?"
    return Terminal(["sh", "-c", command], home=home, rows=50, env=env)
