"""What a person types is text: on the screen, in the table and in the JSON."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.history import events, reach
from tests.support.terminal import relief, run

pytestmark = pytest.mark.faults

HOSTILE = {
    "markup": "[bold]leg curl[/bold]",
    "closing": "a [/foo] b [/]",
    "link": '[link="',
    "unit": "10[kg]",
    "emoji": "🦵💥 wadenheben ñ 足",
    "long": "curl " * 1000,
    "escapes": "\x1b[31mred\x1b[0m \x1b]0;title\a\x9b2J",
    "lines": "one\ntwo\r\nthree\ttab",
    "right to left": "\u202ecurl\u202c \u200bwide",
    "option": "--hold",
    "quotes": """'"`$(id)`; DROP TABLE events""",
    "empty": "",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_name_of_an_exercise_is_text(text: str, tmp_path: Path) -> None:
    with relief("now", "--side", "left", f"--exercise={text}", home=tmp_path) as terminal:
        reach(terminal, "HOW IS IT?")
        terminal.press("1")
        terminal.wait_for("LOWER THE WEIGHT")
        terminal.press("x", "space")
        terminal.wait_for("LAST CRAMP")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.given_back()
        assert not re.search(rb"\x1b\[31m|title|\xc2\x9b", terminal.raw)
    (ending,) = events(tmp_path, "relief_ended")
    assert ending["exercise"] == text
    table = run("history", home=tmp_path)
    assert (table.returncode, table.stderr) == (0, "")
    assert not _CONTROL.search(table.stdout)
    assert max(map(len, table.stdout.splitlines())) <= 110
    assert len(table.stdout.splitlines()) == 2
    start = text.split()[0][:12] if text.isascii() and text.isprintable() and text else ""
    assert start in table.stdout


def test_a_name_in_a_broken_encoding(tmp_path: Path) -> None:
    with relief("now", "--exercise", "curl \udcff", home=tmp_path) as terminal:
        reach(terminal, "WEIGHT DOWN", "CRAMPED LEG")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.given_back()
    (ending,) = events(tmp_path, "relief_ended")
    assert ending["exercise"] == "curl ?"
