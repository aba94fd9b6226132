"""The real program: through pipes, and in a terminal that it leaves as it was."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.terminal import RELIEF, Terminal, relief, run

pytestmark = pytest.mark.terminal

FAST = {"RELIEF_TIME_SCALE": "50"}
PLAIN = ("now", "--plain", "--side", "left")


def _ended(home: Path) -> dict[str, Any]:
    events = json.loads(run("history", "--json", home=home).stdout)
    found: dict[str, Any] = [event for event in events if event["kind"] == "relief_ended"][-1]
    return found


def test_hands_free_through_a_pipe(tmp_path: Path) -> None:
    done = run(*PLAIN, home=tmp_path, env={"RELIEF_TIME_SCALE": "25"})
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert lines[0] == "[00:00] STOP THE SET LEFT 3 s"
    assert all(re.fullmatch(r"\[\d\d:\d\d\] [^\x00-\x1f\x7f]+", line) for line in lines)
    assert lines[-1].endswith("Log saved.")
    assert _ended(tmp_path)["outcome"] == "unanswered"


@pytest.mark.parametrize("answer", ["1", "1\n", "gone\n"])
def test_an_answer_through_a_pipe(tmp_path: Path, answer: str) -> None:
    with subprocess.Popen(
        [*RELIEF, *PLAIN],
        env={"RELIEF_HOME": str(tmp_path), **FAST},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        while "HOW IS IT?" not in process.stdout.readline():
            pass
        process.stdin.write(answer)
        process.stdin.close()
        rest = process.stdout.read()
    assert process.returncode == 0
    assert "LOWER THE WEIGHT about 20 %   rule of thumb" in rest
    assert _ended(tmp_path)["outcome"] == "gone"


def test_home_through_a_pipe(tmp_path: Path) -> None:
    done = run(home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "CRAMP" in done.stdout
    assert "[00:00] STOP THE SET" in run(home=tmp_path, input="c\nq\n").stdout


@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_trouble_nobody(tmp_path: Path, closed: str) -> None:
    command = f'exec "$@" {closed}'
    done = subprocess.run(
        ["/bin/sh", "-c", command, "sh", *RELIEF, *PLAIN],
        env={"RELIEF_HOME": str(tmp_path), "RELIEF_TIME_SCALE": "200"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_leaves_ends_it_quietly(tmp_path: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" | head -n 1', "sh", *RELIEF, *PLAIN],
        env={"RELIEF_HOME": str(tmp_path), "PATH": "/usr/bin:/bin", **FAST},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("[00:00] STOP THE SET LEFT 3 s\n", "")
    assert _ended(tmp_path)["outcome"] == "cancelled"


def test_single_keys_in_a_terminal(tmp_path: Path) -> None:
    with relief(*PLAIN, home=tmp_path, scale=10) as terminal:
        terminal.wait_for("HOLD LEFT 15 s")
        terminal.press("space")
        terminal.wait_for("paused: HOLD LEFT")
        terminal.press("up", "space", "1")
        terminal.wait_for("LOWER THE WEIGHT")
        terminal.press("!")
        terminal.wait_for("RED FLAGS")
        terminal.press("0", "q")
        assert terminal.wait_exit() == 0
        assert "Log saved." in terminal.text()
        assert b"\a" in terminal.raw
        assert b"\x1b" not in terminal.raw
        assert terminal.sane()


def test_the_end_of_input_in_a_terminal_is_hands_free(tmp_path: Path) -> None:
    with relief("--plain", home=tmp_path) as terminal:
        terminal.wait_for("CRAMP?")
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 0
        assert terminal.sane()


def _held(tmp_path: Path) -> Terminal:
    return relief(*PLAIN, home=tmp_path, scale=10)


def test_ctrl_c_stops_and_keeps(tmp_path: Path) -> None:
    with _held(tmp_path) as terminal:
        terminal.wait_for("HOLD LEFT")
        terminal.press("ctrl+c")
        assert terminal.wait_exit() == 0
        assert "Log saved." in terminal.text()
        assert terminal.sane()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_gives_the_terminal_back(tmp_path: Path, number: int) -> None:
    with _held(tmp_path) as terminal:
        terminal.wait_for("HOLD LEFT")
        terminal.signal(number)
        assert terminal.wait_exit() == 128 + number
        assert "Traceback" not in terminal.text()
        assert terminal.sane()


def test_neither_screens_nor_tables_are_loaded() -> None:
    look = "import sys, relief_tui.plain; print({'textual', 'rich', 'click'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
