"""Reads ``assets/why``: the causes of a cramp, and what is asked about one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta
from msgspec.structs import asdict

from relief_tui.coach.causes import Asked, Cause, Sign
from relief_tui.coach.value import dataclass
from relief_tui.content.checks import check_unique
from relief_tui.content.folder import assets_folder
from relief_tui.content.reading import read
from relief_tui.content.shapes import Line, Name, Table, Text

CAUSES = "causes.toml"


class _CauseTable(Table, frozen=True):
    id: Name
    title: Line
    known: Text
    change: Text
    short: Line
    entry: Name
    evidence: Literal["evidence: good", "evidence: limited", "rule of thumb"]
    words: dict[Sign, Text]


class _LineTable(Table, frozen=True):
    words: Line
    sign: Sign | None = None


class _QuestionTable(Table, frozen=True):
    name: Name
    title: Line
    lines: Annotated[tuple[_LineTable, ...], Meta(min_length=2, max_length=4)]


class _File(Table, frozen=True):
    causes: Annotated[tuple[_CauseTable, ...], Meta(min_length=1)]
    questions: Annotated[tuple[_QuestionTable, ...], Meta(max_length=4)]


@dataclass(frozen=True, slots=True)
class Causes:
    """The causes in the order of the evidence, and at most four questions."""

    causes: tuple[Cause, ...]
    questions: tuple[Asked, ...]


def load_causes(assets: Path | None = None) -> Causes:
    """The causes, from the assets folder of this installation unless another is given.

    Raises ``ContentError`` if the file is missing or broken.
    """
    file = read((assets or assets_folder()) / "why" / CAUSES, _File)
    check_unique(CAUSES, "causes", "id", (cause.id for cause in file.causes))
    return Causes(
        tuple(Cause(**asdict(cause)) for cause in file.causes),
        tuple(
            Asked(
                each.name,
                each.title,
                tuple(line.words for line in each.lines),
                tuple(line.sign for line in each.lines),
            )
            for each in file.questions
        ),
    )
