"""Reads ``assets/guide/behind.toml``: which entry is behind which moment of a run."""

from __future__ import annotations

from pathlib import Path

from relief_tui.coach.behind import Behind
from relief_tui.content.checks import fault
from relief_tui.content.folder import assets_folder
from relief_tui.content.reading import read
from relief_tui.content.shapes import Name, Table

BEHIND = "behind.toml"


class _File(Table, frozen=True):
    cues: dict[str, Name]
    lines: dict[str, Name]


def load_behind(assets: Path | None = None) -> Behind:
    """The table, from the assets folder of this installation unless another is given.

    Raises ``ContentError`` if the file is missing or broken.
    """
    file = read((assets or assets_folder()) / "guide" / BEHIND, _File)
    if "" not in file.lines:
        raise fault(BEHIND, "$.lines", 'needs an entry for all other lines: "" = ID')
    return Behind(file.cues, file.lines)
