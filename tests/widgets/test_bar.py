"""The round bar: whole cells by the length in time, labels below, what is done filled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color

from relief_tui.coach.step import Segment
from relief_tui.widgets.bar import BarValue, RoundBar, widths
from tests.support.pilot import settle
from tests.widgets.stage import lines, staged

ROUND = (
    Segment("TOES TO SHIN", 8), Segment("EASE IN", 5), Segment("HOLD", 15), Segment("LET GO", 3),
)  # fmt: skip

pieces = st.lists(st.builds(Segment, st.just("HOLD"), st.floats(0.5, 600)), max_size=8)


@given(pieces, st.integers(0, 250))
def test_the_pieces_fill_the_row(segments: list[Segment], cols: int) -> None:
    shares = widths(segments, cols)
    if shares:
        assert len(shares) == len(segments)
        assert sum(shares) + len(shares) - 1 == cols
        assert min(shares) >= 1
    else:
        assert not segments or cols < 2 * len(segments) + 8


def painted(bar: RoundBar) -> str:
    """The first row: ``#`` filled, ``.`` to come, a space between the pieces."""
    _, _, ground, ink = bar.colors
    names = {ink.rgb: "#", ground.rgb: " "}
    cells = [
        (text, Color.from_rich_color(style.bgcolor).rgb if style else ground.rgb)
        for text, style, _ in bar.render_line(0)
    ]
    return "".join(names.get(colour, ".") * len(text) for text, colour in cells)


@pytest.mark.parametrize(
    ("current", "done", "row"),
    [
        (0, 0.0, "........ ..... ............... ..."),
        (0, 0.5, "####.... ..... ............... ..."),
        (1, 0.0, "######## ..... ............... ..."),
        (2, 0.999, "######## ##### ##############. ..."),
        (3, 1.0, "######## ##### ############### ###"),
        (3, 7.0, "######## ##### ############### ###"),
        (0, -1.0, "........ ..... ............... ..."),
    ],
)
async def test_what_is_done_is_filled(current: int, done: float, row: str) -> None:
    async with staged(RoundBar(), 34, 2) as (stage, pilot):
        bar = stage.query_one(RoundBar)
        bar.value = BarValue(ROUND, current, done)
        await settle(pilot)
        assert painted(bar) == row


async def test_labels_stand_below_their_pieces_as_far_as_they_fit() -> None:
    async with staged(RoundBar(), 74, 2) as (stage, pilot):
        bar = stage.query_one(RoundBar)
        bar.value = BarValue(ROUND, 2, 0.5)
        await settle(pilot)
        words = " ".join(lines(bar)[1].split())
        assert words == "TOES TO SHIN 8 EASE IN 5 HOLD 15 LET GO"
        row, labels = painted(bar), lines(bar)[1]
        starts = [0, *(i + 1 for i, cell in enumerate(row) if cell == " ")]
        assert [labels[start : start + 4] for start in starts[:3]] == ["TOES", "EASE", "HOLD"]
        strong = [text.strip() for text, style, _ in bar.render_line(1) if style and style.bold]
        assert strong == ["HOLD 15"]


async def test_nothing_to_show_and_no_room() -> None:
    async with staged(RoundBar(), 3, 3) as (stage, pilot):
        bar = stage.query_one(RoundBar)
        for value in (BarValue(), BarValue(ROUND, 3, 1.0)):
            bar.value = value
            await settle(pilot)
            assert lines(bar) == ["   ", "   ", "   "]


async def test_it_repaints_only_when_a_cell_changes() -> None:
    async with staged(RoundBar(), 34, 2) as (stage, pilot):
        bar = stage.query_one(RoundBar)
        bar.value = BarValue(ROUND, 2, 0.0)
        await settle(pilot)
        before = bar._cells
        bar.value = BarValue(ROUND, 2, 0.05)
        assert bar._cells == before
        bar.value = BarValue(ROUND, 2, 0.08)
        assert bar._cells != before


async def test_a_piece_too_narrow_for_its_name_has_the_last_word_of_it() -> None:
    bar = RoundBar()
    async with staged(bar, 31, 2) as (_, pilot):
        bar.value = BarValue((Segment("roll calf", 60), Segment("roll hams", 20)), 0, 0.0)
        await settle(pilot)
        assert lines(bar)[1].split() == ["roll", "calf", "60", "hams"]
