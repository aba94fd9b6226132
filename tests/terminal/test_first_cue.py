"""The raw first cue: it stands before anything is loaded, and goes without a trace."""

from __future__ import annotations

import shlex
from datetime import datetime
from pathlib import Path

import pytest

from relief_tui.firstcue import field_rows
from tests.support.history import events
from tests.support.screen import Screen
from tests.support.terminal import RELIEF, Changes, Terminal, relief

pytestmark = pytest.mark.terminal

ENTER, LEAVE = b"\x1b[?1049h", b"\x1b[?1049l"
"""To the alternate screen and back; the app enters it once more by itself."""

TRUECOLOR: Changes = {}
MANY: Changes = {"COLORTERM": None}
SIXTEEN: Changes = {"COLORTERM": None, "TERM": "linux"}
LETTERS: Changes = {"LC_ALL": "C"}
NOWHERE: Changes = {"RELIEF_HOME": "/dev/null/nowhere"}


@pytest.mark.parametrize(
    ("cols", "rows", "env"),
    [
        pytest.param(80, 24, TRUECOLOR, id="80x24"),
        pytest.param(40, 12, TRUECOLOR, id="40x12"),
        pytest.param(200, 60, TRUECOLOR, id="200x60"),
        pytest.param(20, 6, TRUECOLOR, id="20x6"),
        pytest.param(80, 24, MANY, id="256 colours"),
        pytest.param(80, 24, SIXTEEN, id="16 colours"),
        pytest.param(80, 24, LETTERS, id="letters"),
        pytest.param(80, 24, NOWHERE, id="no home"),
    ],
)
def test_the_app_takes_over_and_nothing_jumps(
    cols: int, rows: int, env: Changes, tmp_path: Path
) -> None:
    with relief("now", home=tmp_path, cols=cols, rows=rows, env=env) as terminal:
        terminal.wait_for("SPACE")
        before, cue, _ = bytes(terminal.raw).split(ENTER, 2)
        first = Screen(cols, rows)
        first.take(ENTER + cue)
        assert before == b""
        assert "STOP THE SET" in first.text()
        assert "SPACE" not in first.text()
        field = field_rows(rows)
        assert terminal.screen.cells(field) == first.cells(field)
        assert LEAVE not in terminal.raw
        stood = ["STOP THE SET" in text for _, text in terminal.frames]
        assert all(stood[stood.index(True) :])


def test_a_key_that_is_pressed_on_the_cue_counts_and_moves_nothing(tmp_path: Path) -> None:
    with relief("now", home=tmp_path) as terminal:
        before = terminal.wait_for("STOP THE SET").split("\n")
        terminal.press("n", "enter")
        assert terminal.watch(0.05).split("\n")[1:] == before[1:]
        terminal.wait_for("WEIGHT DOWN CRAMPED LEG")
    began, went_on = (datetime.fromisoformat(step["at"]) for step in events(tmp_path, "step_began"))
    assert (went_on - began).total_seconds() < 1.5


def test_without_colours_the_cue_has_none(tmp_path: Path) -> None:
    with relief("now", home=tmp_path, env={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("SPACE")
        _, cue, _ = bytes(terminal.raw).split(ENTER, 2)
        first = Screen(80, 24)
        first.take(ENTER + cue)
        colours = {colour for row in first.cells(24) for _, *pair in row for colour in pair}
        assert colours <= {"", "default"}


@pytest.mark.parametrize(
    ("args", "env"),
    [
        pytest.param(["now", "--plain"], {}, id="option"),
        pytest.param(["--plain", "now"], {}, id="option before"),
        pytest.param(["now"], {"RELIEF_PLAIN": "1"}, id="variable"),
        pytest.param(["now"], {"TERM": "dumb"}, id="dumb"),
        pytest.param(["now"], {"TERM": None}, id="no TERM"),
    ],
)
def test_who_wants_plain_lines_gets_no_escape_code(
    args: list[str], env: Changes, tmp_path: Path
) -> None:
    with relief(*args, home=tmp_path, env=env) as terminal:
        terminal.wait_for("[00:00] STOP THE SET")
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("beside", ["now </dev/null", "now | cat"])
def test_where_one_end_is_no_terminal_there_is_no_cue(beside: str, tmp_path: Path) -> None:
    command = f"{shlex.join(RELIEF)} {beside}"
    with Terminal(["sh", "-c", command], home=tmp_path) as terminal:
        terminal.wait_for("[00:00] STOP THE SET")
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_is_no_cramp(option: str, tmp_path: Path) -> None:
    with relief("now", option, home=tmp_path) as terminal:
        assert terminal.wait_exit() == 0
        assert "Usage: relief now" in terminal.text()
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize(
    "wrong",
    [["--side", "up"], ["--hold", "5"], ["--weight", "heavy"], ["--sid", "left"], ["left"]],
    ids=" ".join,
)
def test_a_wrong_option_is_told_on_the_screen_of_the_shell(
    wrong: list[str], tmp_path: Path
) -> None:
    with relief("now", *wrong, home=tmp_path) as terminal:
        assert terminal.wait_exit() == 2
        assert bytes(terminal.raw).startswith(ENTER)
        lines = terminal.text().split("\n")
        told = [line for line in lines if line]
        assert lines[: len(told)] == told
        assert told[0].startswith("relief: ")
        assert told[-1] == "relief: see relief now --help"
        assert terminal.given_back()
        assert terminal.sane()
    assert not list(tmp_path.iterdir())


def test_set_to_plain_the_cue_goes_and_the_lines_begin_with_their_own(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("plain = true\n")
    with relief("now", home=tmp_path) as terminal:
        terminal.wait_for("[00:00] STOP THE SET")
        cue, _, after = bytes(terminal.raw).partition(LEAVE)
        assert cue.startswith(ENTER)
        assert after.startswith(b"[00:00] STOP THE SET")
        assert b"\x1b" not in after
        assert terminal.given_back()
