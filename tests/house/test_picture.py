"""The pictures of the README show what is there now.

With ``UPDATE_PICTURE=1`` they are drawn anew: the relief screen in ``assets``, the diagram in
the README.
"""

from __future__ import annotations

import os
import re

import pytest

from relief_tui.coach.diagram import mermaid
from relief_tui.coach.transitions import RELIEF, WARMUP
from tests.house import picture, readme

UPDATE = os.environ.get("UPDATE_PICTURE") == "1"
MEND = "draw it anew: UPDATE_PICTURE=1, see the README"


TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
"""The one that is painted for, whatever the tests run in."""


async def test_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in TERMINAL.items():
        monkeypatch.setenv(name, value)
    svg = await picture.draw()
    if UPDATE:
        picture.PATH.write_text(svg, encoding="utf-8")
    kept = picture.PATH.read_text(encoding="utf-8")
    assert picture.seen(kept) == picture.seen(svg), MEND


def test_the_screen_fetches_nothing() -> None:
    kept = picture.PATH.read_text(encoding="utf-8")
    assert not [word for word in ("@font-face", "@import", "href", "url(http") if word in kept]


def test_the_screen_is_in_the_readme() -> None:
    assert f"({picture.PATH.relative_to(readme.PATH.parent).as_posix()})" in readme.text()


def test_the_diagrams() -> None:
    drawn = [f"{mermaid(table)}" for table in (RELIEF, WARMUP)]
    if UPDATE:
        fences = iter(drawn)
        words = re.sub(r"(?s)(?<=```mermaid\n).*?(?=```)", lambda _: next(fences), readme.text())
        readme.PATH.write_text(words, encoding="utf-8")
    assert [f"{block.text.rstrip()}\n" for block in readme.blocks("mermaid")] == drawn, MEND
