"""Every screen as it looks in a small, a usual and a large window.

After a change that was meant: ``pytest tests/screens/test_pictures.py --snapshot-update``, and
look at what changed.
"""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from relief_tui.coach.step import Side
from relief_tui.services import ReliefOptions
from tests.screens.pictures import picture
from tests.screens.situations import SITUATIONS, bring
from tests.support.pilot import app_at

LEFT = ReliefOptions(side=Side.LEFT)
WINDOWS = [(40, 12), (80, 24), (200, 60)]
ELSEWHERE = {"home": "", "picker": "!", "card": "! 3", "question on a card": "! 2", "help": "?"}

windows = pytest.mark.parametrize(("cols", "rows"), WINDOWS, ids=["40x12", "80x24", "200x60"])


@windows
async def test_a_relief(cols: int, rows: int, snapshot: SnapshotAssertion) -> None:
    async with app_at(cols, rows, LEFT) as face:
        for situation in SITUATIONS:
            face.again(LEFT)
            await bring(face, situation)
            assert picture(face) == snapshot(name=situation)


@windows
async def test_elsewhere(cols: int, rows: int, snapshot: SnapshotAssertion) -> None:
    for name, keys in ELSEWHERE.items():
        async with app_at(cols, rows) as face:
            await face.press(*keys.split())
            assert picture(face) == snapshot(name=name)
