"""The README as data: its code blocks and its tables."""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.house.ground import ROOT

PATH = ROOT / "README.md"

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`]+)`")
_CELL = re.compile(r"(?<!\\)\|")


class Block(NamedTuple):
    """A fenced block: the word after the fence, and the lines without it."""

    language: str
    text: str


def text() -> str:
    """All of it."""
    return PATH.read_text(encoding="utf-8")


def blocks(language: str = "") -> list[Block]:
    """The fenced blocks in order, or those of one language."""
    found = [Block(*match.groups()) for match in _BLOCK.finditer(text())]
    return [block for block in found if language in ("", block.language)]


def commands() -> list[str]:
    """Every line of every ``sh`` block."""
    return [line for block in blocks("sh") for line in block.text.splitlines() if line.strip()]


def section(heading: str) -> str:
    """What stands between a heading and the next one of any level."""
    _, found, rest = text().partition(f"# {heading}\n")
    assert found, f"the README has no heading {heading!r}"
    return re.split(r"^#+ ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def table(heading: str) -> list[list[str]]:
    """The rows of the table below ``heading``, as cells, without the table's own head."""
    lines = [line for line in section(heading).splitlines() if line.startswith("|")]
    assert len(lines) > 2, f"no table below {heading!r}"
    return [
        [cell.strip().replace(r"\|", "|") for cell in _CELL.split(line)[1:-1]] for line in lines[2:]
    ]


def codes(cell: str) -> list[str]:
    """What a cell sets as code."""
    return _CODE.findall(cell)
