"""What is clicked is large enough for a finger: whole rows, two where there is room."""

from __future__ import annotations

import pytest

from tests.support.pilot import Face, app_at


def row_of(face: Face, words: str) -> int:
    [row] = [row for row, line in enumerate(face.text.split("\n")) if words in line]
    return row


@pytest.mark.parametrize(("cols", "rows", "high"), [(40, 12, 1), (80, 24, 1), (120, 40, 2)])
async def test_a_routine(cols: int, rows: int, high: int) -> None:
    """From its first column to its last."""
    async with app_at(cols, rows) as face:
        for column in (3, cols - 4):
            for below in range(high):
                await face.press("w")
                await face.click_at(column, row_of(face, "2 standard") + below)
                assert face.shown == "RunScreen"
                assert face.view.title == "BIKE"
                await face.press("x", "escape")


@pytest.mark.parametrize(("cols", "rows", "high"), [(40, 12, 1), (80, 24, 1), (120, 40, 2)])
async def test_an_exercise(cols: int, rows: int, high: int) -> None:
    """The first click marks, the second starts."""
    async with app_at(cols, rows) as face:
        await face.press("t")
        for below in range(high):
            await face.press("home")
            await face.click_at(cols - 6, row_of(face, "3 Hip thrust") + below)
            assert "▶ 3 Hip thrust" in face.text
        await face.click_at(3, row_of(face, "3 Hip thrust"))
        assert face.shown == "RunScreen"


@pytest.mark.parametrize(("cols", "rows", "high"), [(40, 12, 1), (80, 24, 1), (120, 40, 2)])
async def test_a_setting(cols: int, rows: int, high: int) -> None:
    async with app_at(cols, rows) as face:
        await face.press(",")
        for below in range(high):
            await face.click_at(cols - 6, row_of(face, " equipment ") + below)
            assert "▶ equipment" in face.text
            await face.press("up")


@pytest.mark.parametrize("cols", [40, 80, 120])
async def test_a_key_of_the_footer(cols: int) -> None:
    """The key, its word and the cell on either side."""
    async with app_at(cols, 24) as face:
        start = face.footer.index("w warm-up")
        for column in (start - 1, start, start + len("w warm-up")):
            await face.click_at(column, 23)
            assert face.shown == "ChooserScreen"
            await face.press("escape")
