"""The history in every window, as it looks; and that every word of it can be read.

After a change that was meant: ``pytest tests/screens --snapshot-update``, and look at what
changed in the pictures.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.screens.pictures import picture
from tests.screens.test_contrast import pale
from tests.screens.test_history import LATER_S, evening
from tests.support.pilot import app_at

MOMENTS = {
    "a training": ("h", "HISTORY"),
    "a cramp": ("down down enter", "From its start"),
    "to be corrected": ("e", "1 leg: left"),
    "a note": ("escape j h a r d", "note:"),
    "noted": ("enter escape", "let go in 0:41"),
    "deleted": ("k f f f f", "deleted"),
    "nothing left": ("escape / z z", "Nothing like that"),
}
"""One after the other; the first from home. And what stands there, where there is room."""


@pytest.mark.parametrize("window", ["40x12", "60x20", "80x24", "120x40", "200x60"])
async def test_the_history(window: str, snapshot: SnapshotAssertion) -> None:
    cols, rows = map(int, window.split("x"))
    evening()
    async with app_at(cols, rows, later_s=LATER_S) as face:
        for name, (keys, words) in MOMENTS.items():
            await face.press(*keys.split())
            face.app.clear_notifications()
            await face.settle()
            assert words in face.words or cols < 60, name
            assert picture(face) == snapshot(name=name)


@pytest.mark.parametrize("theme", ["relief-dark", "relief-light", "relief-contrast"])
async def test_every_word_can_be_read(theme: str, tmp_path: Path) -> None:
    evening()
    with (tmp_path / "settings.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'theme = "{theme}"\n')
    async with app_at(later_s=LATER_S) as face:
        for name, (keys, _) in MOMENTS.items():
            await face.press(*keys.split())
            assert list(pale(face)) == [], name
