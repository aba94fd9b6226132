"""The footer: keys give way from the right, the chip never does, and all can be clicked."""

from __future__ import annotations

import pytest

from relief_tui.widgets.keyline import Key, KeyLine
from tests.support.pilot import resize, settle
from tests.widgets.stage import lines, staged

FULL = "pop, numb, swelling, feel ill"
KEYS = (
    Key("SPACE", "pause", "main"), Key("1", "gone", "digit(1)"), Key("4", "worse", "digit(4)"),
    Key("x", "stop", "stop"), Key("?", "help", "app.help"),
)  # fmt: skip


def footer(*, full: str = FULL, chip: bool = True) -> KeyLine:
    made = KeyLine()
    made.keys, made.full_words, made.chip = KEYS, full, chip
    return made


@pytest.mark.parametrize(
    ("cols", "row"),
    [
        (90, "  SPACE pause   1 gone   4 worse   x stop   ? help       !  " + FULL + " "),
        (76, "  SPACE pause   1 gone   4 worse           !  " + FULL + " "),
        (75, "  SPACE pause   1 gone   4 worse   x stop   ? help            !  red flags "),
        (56, "  SPACE pause   1 gone   4 worse           !  red flags "),
        (55, "  SPACE pause   1 gone   4 worse   x stop            ! "),
        (40, " SPACE pause   1 gone   4 worse       ! "),
        (12, "          ! "),
        (2, " !"),
    ],
)
async def test_what_fits(cols: int, row: str) -> None:
    async with staged(footer(), cols, 2) as (stage, _):
        assert lines(stage.query_one(KeyLine)) == [row, " " * cols]


async def test_off_the_clock_the_words_are_short() -> None:
    async with staged(footer(full=""), 90, 1) as (stage, _):
        assert lines(stage.query_one(KeyLine))[0].endswith(" !  red flags ")


async def test_without_the_chip_the_keys_have_all_the_room() -> None:
    async with staged(footer(chip=False), 49, 1) as (stage, _):
        keys = " SPACE pause   1 gone   4 worse   x stop   ? help"
        assert lines(stage.query_one(KeyLine)) == [keys]


async def test_a_click_presses_the_key_or_the_chip_it_is_on() -> None:
    async with staged(footer(), 90, 1) as (stage, pilot):
        for column, action in (
            (2, "main"), (8, "main"), (12, "main"), (16, "digit(1)"), (35, "stop"),
            (57, "app.red_flags"), (89, "app.red_flags"),
        ):  # fmt: skip
            await pilot.click(KeyLine, offset=(column, 0))
            await settle(pilot)
            assert [getattr(message, "action", "") for message in stage.told] == [action], column
            stage.told.clear()


async def test_a_click_between_does_nothing() -> None:
    async with staged(footer(), 90, 1) as (stage, pilot):
        for column in (0, 14, 52):
            await pilot.click(KeyLine, offset=(column, 0))
            await settle(pilot)
        assert stage.told == []


async def test_every_width_is_filled_and_never_overrun() -> None:
    async with staged(footer(), 120, 1) as (stage, pilot):
        line = stage.query_one(KeyLine)
        for cols in (1, 2, 3, 4, 8, 20, 49, 50, 55, 56, 75, 76, 119):
            await resize(pilot, cols, 1)
            assert line.size.width == cols
            assert len(lines(line)[0]) == cols
            assert "!" in lines(line)[0] or cols < 2
