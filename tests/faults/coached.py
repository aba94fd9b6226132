"""What all these tests ask for: Relief coaches whatever is broken, and tells it in plain lines."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.history import reach
from tests.support.terminal import Changes, Terminal, relief

_LEAVE = b"\x1b[?1049l"
_UNSEEN = re.compile(rb"\x1b\[\?\d+[hl]|\x1b\]2;[^\x1b]*\x1b\\|\x1b\[23;2t")
"""Modes, and the title of the window that is given back."""


def coached(home: Path, env: Changes = None) -> list[str]:
    """Plays a relief up to its hold and quits; the lines it leaves in the shell."""
    with relief("now", "--side", "left", home=home, env=env) as terminal:
        reach(terminal, "HOLD")
        return told_after(terminal)


def told_after(terminal: Terminal) -> list[str]:
    """Quits; the lines that stand in the shell afterwards, however wide, without `relief:`."""
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert terminal.given_back()
    assert terminal.sane()
    after = bytes(terminal.raw).rpartition(_LEAVE)[2]
    return plain_lines(_UNSEEN.sub(b"", after).decode())


def wrapped(words: str) -> re.Pattern[str]:
    """The words on a screen, wherever its lines were broken."""
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def plain_lines(text: str) -> list[str]:
    """The lines of an error output, each told as ours, and none of them a traceback."""
    lines = text.splitlines()
    assert all(line.startswith("relief: ") for line in lines), text
    return [line.removeprefix("relief: ") for line in lines]
