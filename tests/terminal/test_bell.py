"""The terminal's bell: at go, at let go and at the check, so that eyes may stay on the foot."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.history import PHASES, reach
from tests.support.terminal import Terminal, relief

pytestmark = pytest.mark.terminal

_COMMAND = re.compile(rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
"""A command to the terminal may end in the same byte; that one is not heard."""


def bells(terminal: Terminal) -> int:
    return _COMMAND.sub(b"", bytes(terminal.raw)).count(b"\a")


def test_it_rings_when_the_body_is_to_do_something_else(tmp_path: Path) -> None:
    heard = {}
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        for phase in PHASES:
            terminal.wait_for(f"{phase} LEFT")
            terminal.watch(0.1)
            heard[phase] = bells(terminal)
            terminal.press("n")
    assert list(heard.values()) == [0, 0, 0, 0, 1, 2, 3]


@pytest.mark.parametrize("quiet", ["volume", "mute"])
def test_it_keeps_silent_when_told_so(quiet: str, tmp_path: Path) -> None:
    if quiet == "volume":
        (tmp_path / "settings.toml").write_text('volume = "off"\n')
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        terminal.wait_for("SPACE pause")
        if quiet == "mute":
            terminal.press("m")
            terminal.wait_for("Muted.")
        reach(terminal, "HOW IS IT?")
        terminal.watch(0.1)
        assert bells(terminal) == 0
