"""The title of the window counts along, and is given back however the run is left."""

from __future__ import annotations

from pathlib import Path
from signal import SIGTERM

import pytest

from tests.support.history import reach
from tests.support.terminal import relief

pytestmark = pytest.mark.terminal

SAVED, RESTORED = b"\x1b[22;2t", b"\x1b]2;\x1b\\\x1b[23;2t"


@pytest.mark.parametrize("way", ["q", SIGTERM])
def test_the_title_counts_and_is_given_back(way: str | int, tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        reach(terminal, "HOLD")
        terminal.wait_for("HOLD LEFT 13 s")
        terminal.press(way) if isinstance(way, str) else terminal.signal(way)
        terminal.wait_exit()
        raw = bytes(terminal.raw)
    assert raw.count(SAVED) == raw.count(RESTORED) == 1
    assert raw.index(SAVED) < raw.index("\x1b]2;HOLD LEFT 14 s – Relief\x1b\\".encode())
    assert b"\x1b]2;HOLD" not in raw[raw.index(RESTORED) :]
    assert b"\x1b]22;" not in raw  # nothing that could be taken for one


def test_a_console_has_no_title(tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path, env={"TERM": "linux"}) as terminal:
        reach(terminal, "HOLD")
        terminal.press("q")
        terminal.wait_exit()
        assert b"\x1b]2;" not in terminal.raw
        assert SAVED not in terminal.raw
