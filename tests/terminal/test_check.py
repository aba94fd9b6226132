"""``relief check`` in a real terminal: it asks, flashes once, and goes when it is told to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.terminal import relief

pytestmark = pytest.mark.terminal

SILENT = {"PATH": "/nowhere", "RELIEF_SOUND": None}
REVERSED, AS_IT_WAS = b"\x1b[?5h", b"\x1b[?5l"


def test_it_asks_what_reached_the_person(tmp_path: Path) -> None:
    with relief("check", home=tmp_path, rows=40, env=SILENT) as terminal:
        terminal.wait_for("bell. Did you hear it? (y/n)")
        assert bytes(terminal.raw).count(b"\a") == 1
        assert REVERSED not in terminal.raw
        terminal.press("what", "enter")
        terminal.press("n", "enter")
        terminal.wait_for("The screen flashed. Did you see it? (y/n)")
        assert bytes(terminal.raw).count(REVERSED) == bytes(terminal.raw).count(AS_IT_WAS) == 1
        terminal.press("y", "enter")
        terminal.wait_for("Nothing here can speak.")
        assert terminal.wait_exit() == 0
    assert not (tmp_path / "settings.toml").exists()


def test_who_leaves_leaves(tmp_path: Path) -> None:
    with relief("check", home=tmp_path, rows=40, env=SILENT) as terminal:
        terminal.wait_for("(y/n)")
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 0
    with relief("check", home=tmp_path, rows=40, env=SILENT) as terminal:
        terminal.wait_for("(y/n)")
        terminal.press("ctrl+c")
        assert terminal.wait_exit() == 130
        assert "Traceback" not in terminal.text()
