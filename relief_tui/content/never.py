"""Holds a text against what Relief must never say (``assets/safety/never.toml``)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Annotated, TypeAlias

from msgspec import Meta

from relief_tui.coach.value import dataclass
from relief_tui.content.checks import check_unique, fault
from relief_tui.content.folder import assets_folder
from relief_tui.content.reading import read
from relief_tui.content.shapes import Name, Table, Text

NEVER = "never.toml"

_STRAIGHT = str.maketrans("’‘“”–—‑", "''\"\"---")
_DENIAL = (
    r"""(?i)(?:\b(?:no|not|never|cannot|nor|without|avoid)|n't)(?:[ '"]+[\w-]+){0,3}[ '"]*\Z"""
)
"""A denial and at most three words: where it ends, what follows is denied too."""
_NEAR = 80
"""Characters looked at for a denial: longer than any four words of the texts."""

_Texts: TypeAlias = Annotated[tuple[Text, ...], Meta(min_length=1)]


class _NeverTable(Table, frozen=True):
    name: Name
    why: Text
    patterns: Annotated[tuple[Annotated[str, Meta(min_length=1)], ...], Meta(min_length=1)]
    catches: _Texts
    passes: _Texts


class _NeverFile(Table, frozen=True):
    never: Annotated[tuple[_NeverTable, ...], Meta(min_length=1)]


@dataclass(frozen=True, slots=True)
class Never:
    """One thing never to be said: why, and how it is recognised.

    ``catches`` are sentences that say it, ``passes`` sentences that come near and do not.
    """

    name: str
    why: str
    patterns: tuple[re.Pattern[str], ...]
    catches: tuple[str, ...]
    passes: tuple[str, ...]

    def said_in(self, text: str) -> bool:
        """True if ``text`` says it and does not deny it just before, in the same clause."""
        text = " ".join(text.translate(_STRAIGHT).split())
        return any(
            not re.search(_DENIAL, text[max(0, hit.start() - _NEAR) : hit.start()])
            for pattern in self.patterns
            for hit in pattern.finditer(text)
        )


def never_said(text: str) -> list[str]:
    """The names of what ``text`` says and must not, in the order of the file; empty if clean.

    Raises ``ContentError`` if the list of what must not be said is missing or broken.
    """
    return [rule.name for rule in _shipped() if rule.said_in(text)]


def load_never(assets: Path | None = None) -> tuple[Never, ...]:
    """What must never be said, from the assets folder of this installation unless another is given.

    Raises ``ContentError`` if the file is missing or broken.
    """
    tables = read((assets or assets_folder()) / "safety" / NEVER, _NeverFile).never
    check_unique(NEVER, "never", "name", (table.name for table in tables))
    return tuple(_rule(table, f"$.never[{index}]") for index, table in enumerate(tables))


@cache
def _shipped() -> tuple[Never, ...]:
    """Read once: a text guard is called for hundreds of texts."""
    return load_never()


def _rule(table: _NeverTable, place: str) -> Never:
    patterns = tuple(
        _compiled(pattern, f"{place}.patterns[{index}]")
        for index, pattern in enumerate(table.patterns)
    )
    return Never(table.name, table.why, patterns, table.catches, table.passes)


def _compiled(pattern: str, place: str) -> re.Pattern[str]:
    """A pattern may be written over several lines; their ends and indents are no part of it."""
    joined = "".join(line.strip() for line in pattern.splitlines())
    try:
        return re.compile(joined, re.IGNORECASE)
    except re.error as error:
        raise fault(NEVER, place, f"is no regular expression: {error}") from error
