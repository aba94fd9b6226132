"""Toasts: none twice, and in a small window one at a time, beside what must be read."""

from __future__ import annotations

import pytest
from textual.widgets._toast import Toast

from relief_tui.cues.heard import NO_TONES
from relief_tui.wishes import WorkoutWish
from tests.support.pilot import Face, app_at

OVER = "Training is over today."


async def say(face: Face, *words: str) -> list[str]:
    """What stands there after these were said, each painted."""
    for each in words:
        face.app.notify(each, markup=False)
        await face.settle()
    return [note.message for note in face.app._notifications]


async def test_an_equal_toast_that_stands_there_is_not_shown_again() -> None:
    async with app_at() as face:
        assert await say(face, OVER, OVER, "Muted.", OVER) == [OVER, "Muted."]


@pytest.mark.parametrize("size", [(30, 10), (40, 14), (20, 6)])
async def test_in_a_small_window_there_is_one_of_two_lines(size: tuple[int, int]) -> None:
    async with app_at(*size, WorkoutWish("Leg curl")) as face:
        before = face.text.split("\n")
        [said] = await say(face, OVER, NO_TONES)
        assert said.count("\n") < 2
        assert said.startswith("No sound")
        assert said.endswith("…")
        [toast] = face.app.screen.query(Toast)
        assert (toast.region.y, toast.region.height) == (1, 2)
        covered = {y for y, line in enumerate(face.text.split("\n")) if line != before[y]}
        assert covered <= {1, 2}


async def test_a_small_toast_that_is_repeated_stays() -> None:
    async with app_at(30, 10) as face:
        [first] = await say(face, NO_TONES)
        assert await say(face, NO_TONES) == [first]


async def test_only_the_last_of_muted_and_not_is_said() -> None:
    async with app_at() as face:
        await face.press("m", "m")
        assert "Muted." not in [note.message for note in face.app._notifications]
        assert len(face.app._notifications) == 1


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_on_a_card_a_toast_lies_on_the_heading_alone(size: tuple[int, int]) -> None:
    async with app_at(*size) as face:
        await face.press("!", "2")
        assert face.shown == "CardScreen"
        call = face.app.screen.query_one("#call").region.y
        await say(face, NO_TONES)
        [toast] = face.app.screen.query(Toast)
        assert toast.region.height
        assert toast.region.bottom <= call
