"""Where the lines go: whole ones into a pipe, broken between words on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from io import StringIO
from typing import TextIO

import pytest

from relief_tui.plain.page import Page

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has no pseudo-terminals")
KEYS = "ENTER gone · 1 gone · 2 easing · 3 same · i why · c cramp · relief check says why"


@dataclass
class Shown:
    """A terminal: what is written to it, and what it shows."""

    out: TextIO
    fd: int

    def lines(self) -> list[str]:
        """What was written, line by line."""
        self.out.write("\x04")
        self.out.flush()
        told = b""
        while not told.endswith(b"\x04"):
            told += os.read(self.fd, 4096)
        return told[:-1].decode().split("\r\n")[:-1]


@pytest.fixture
def terminal() -> Iterator[Shown]:
    """A terminal of 30 columns."""
    import termios

    master, slave = os.openpty()
    with ExitStack() as stack:
        stack.callback(os.close, master)
        out = stack.enter_context(os.fdopen(slave, "w", encoding="utf-8"))
        termios.tcsetwinsize(slave, (10, 30))
        yield Shown(out, master)


def test_on_a_terminal_a_line_is_broken_between_words(terminal: Shown) -> None:
    Page(terminal.out, StringIO()).line(KEYS)
    lines = terminal.lines()
    assert len(lines) > 2
    assert max(map(len, lines)) <= 30
    assert " ".join(line.strip() for line in lines) == KEYS


def test_a_key_stands_in_one_line_with_what_it_does(terminal: Shown) -> None:
    Page(terminal.out, StringIO()).line("1 gone · 2 easing · 3 same · c cramp")
    assert terminal.lines() == ["1 gone · 2 easing · 3 same ·", "  c cramp"]


def test_what_fits_stays_as_it_is_written(terminal: Shown) -> None:
    page = Page(terminal.out, StringIO())
    for line in ("", "[00:03] 45 kg × 10   thumb", "  - straight-knee", "x" * 30):
        page.line(line)
    assert terminal.lines() == ["", "[00:03] 45 kg × 10   thumb", "  - straight-knee", "x" * 30]


def test_a_word_that_is_wider_than_the_terminal_is_left_to_it(terminal: Shown) -> None:
    Page(terminal.out, StringIO()).line(f"no {'x' * 40} here")
    assert [line.strip() for line in terminal.lines()] == ["no", "x" * 40, "here"]


def test_a_trouble_is_broken_too(terminal: Shown) -> None:
    Page(StringIO(), terminal.out).tell_troubles(["no player works here; relief check says why"])
    lines = terminal.lines()
    assert max(map(len, lines)) <= 30
    assert " ".join(map(str.strip, lines)).endswith("here; relief check says why")


def test_a_terminal_that_tells_no_width_breaks_the_lines_itself(terminal: Shown) -> None:
    import termios

    termios.tcsetwinsize(terminal.out.fileno(), (0, 0))
    Page(terminal.out, StringIO()).line(KEYS)
    assert terminal.lines() == [KEYS]


def test_through_a_pipe_a_line_is_a_line() -> None:
    out = StringIO()
    Page(out, StringIO()).line(KEYS * 20)
    assert out.getvalue() == f"{KEYS * 20}\n"
