"""A warm-up killed in the middle: the next start goes on in the same line at the same second."""

from __future__ import annotations

import random
import re
import subprocess
from pathlib import Path
from signal import SIGKILL, SIGTERM

import pytest

from tests.faults.test_going_on import left_s
from tests.faults.test_kill import sound
from tests.support.history import events
from tests.support.terminal import RELIEF, Terminal, relief

pytestmark = pytest.mark.faults

SCALE = 8
LATE_S = 4
"""Seconds of the run that may pass before a line is out, on a busy machine."""
_WORK = re.compile(r"\[\d\d:\d\d\] (WORK|READY)(?: LEFT| RIGHT| BOTH)? (\d+) s(.*)")


def _standing(terminal: Terminal) -> tuple[str, int, str]:
    """The phase, the seconds and the exercise of the last line that says where the run stands."""
    phase, seconds, rest = _WORK.findall(_unbroken(terminal))[-1]
    return phase, int(seconds), rest.strip()


def _unbroken(terminal: Terminal) -> str:
    return bytes(terminal.raw).decode().replace("\r", "")


def _last(home: Path) -> tuple[str, str | None, str | None]:
    step = events(home, "step_began")[-1]
    return step["phase"], step["side"], step["position"]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("number", [SIGKILL, SIGTERM])
def test_killed_at_any_moment_it_goes_on_there(seed: int, number: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    keys = chance.choices("nnpvs+- ", k=chance.randrange(6))
    with relief("warmup", "full", "--plain", home=tmp_path, scale=SCALE) as terminal:
        terminal.wait_for("READY")
        for key in keys:
            terminal.watch(chance.uniform(0, 0.6))
            terminal.press(key)
        terminal.watch(chance.uniform(0.3, 2.0))
        terminal.signal(number)
        terminal.wait_exit()
    assert sound(tmp_path)
    left, stood = left_s(tmp_path), _last(tmp_path)
    with relief("--plain", home=tmp_path, scale=SCALE) as terminal:
        terminal.wait_for("GO ON? warm-up")
        terminal.press("space")
        terminal.wait_for(_WORK)
        phase, seconds, rest = _standing(terminal)
        terminal.press("x")
        terminal.wait_for("Log saved.")
    assert phase == stood[0]
    assert left - LATE_S <= seconds <= left + 1
    assert phase == "READY" or rest.startswith(str(stood[2]))
    assert len(events(tmp_path, "warmup_began")) == 1
    assert [event["outcome"] for event in events(tmp_path, "warmup_ended")] == ["stopped"]


def test_killed_in_a_relief_in_the_middle_the_relief_goes_first_and_then_it(tmp_path: Path) -> None:
    with relief("warmup", "full", "--plain", home=tmp_path, scale=2) as terminal:
        terminal.wait_for("READY")
        terminal.press("c")
        terminal.wait_for("WEIGHT DOWN")
        terminal.signal(SIGKILL)
        terminal.wait_exit()
    with relief("--plain", home=tmp_path) as terminal:
        terminal.wait_for("GO ON? relief")
        terminal.press("space")
        terminal.wait_for("WEIGHT DOWN CRAMPED LEG")
        terminal.press("x")
        terminal.wait_for("GO ON? warm-up full")
        terminal.press("x", "q")
        terminal.wait_exit()
    assert [event["outcome"] for event in events(tmp_path, "warmup_ended")] == ["interrupted"]


def test_where_nobody_reads_the_lines_it_is_stopped_and_kept(tmp_path: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" | head -n 1', "sh", *RELIEF, "warmup", "full", "--plain"],
        env={
            "RELIEF_HOME": str(tmp_path),
            "PATH": "/usr/bin:/bin",
            "RELIEF_TIME_SCALE": "50",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("[00:00] READY 10 s\n", "")
    assert [event["outcome"] for event in events(tmp_path, "warmup_ended")] == ["stopped"]
