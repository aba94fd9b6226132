"""The four answers: a frame that arrows move, words that never break, tiles that are pressed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from relief_tui.widgets.tiles import CHOICES, CheckTiles, Tile
from tests.support.pilot import settle
from tests.widgets.stage import Stage, staged


@asynccontextmanager
async def asked() -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    """The tiles while *How is it?* is asked."""
    async with staged(CheckTiles(), 80, 20) as (stage, pilot):
        stage.query_one(CheckTiles).asked = True
        await settle(pilot)
        yield stage, pilot


@pytest.mark.parametrize(
    ("moves", "word"),
    [
        ([], None),
        ([(1, 0)], "gone"),
        ([(0, 1)], "gone"),
        ([(1, 0), (1, 0)], "easing"),
        ([(1, 0), (0, 1)], "same"),
        ([(1, 0), (1, 0), (0, 1)], "worse"),
        ([(1, 0), (-1, 0), (0, -1)], "gone"),
        ([(1, 0), (1, 0), (1, 0), (0, 1), (0, 1), (0, -1)], "easing"),
    ],
)
async def test_arrows_move_the_frame_and_stop_at_the_edge(
    moves: list[tuple[int, int]], word: str | None
) -> None:
    async with asked() as (stage, pilot):
        tiles = stage.query_one(CheckTiles)
        for move in moves:
            tiles.move(*move)
        await settle(pilot)
        assert tiles.word == word
        framed = [tile.choice.word for tile in tiles.query(Tile) if tile.has_class("-chosen")]
        assert framed == ([word] if word else [])


async def test_a_new_check_has_no_frame() -> None:
    async with asked() as (stage, pilot):
        tiles = stage.query_one(CheckTiles)
        tiles.move(0, 1)
        for again in (False, True):
            tiles.asked = again
            await settle(pilot)
        assert len(tiles.query(Tile)) == len(CHOICES)
        assert tiles.word is None
        assert not tiles.query(".-chosen")


@pytest.mark.parametrize("number", range(4))
async def test_a_press_anywhere_on_a_tile_says_its_word(number: int) -> None:
    async with asked() as (stage, pilot):
        tile = stage.query(Tile)[number]
        for spot in (tile, *tile.query("*")):
            await pilot.click(spot)
            await settle(pilot)
        words = {message.word for message in stage.told if isinstance(message, CheckTiles.Chosen)}
        assert words == {CHOICES[number].word}


@pytest.mark.parametrize(("cols", "lines"), [(60, 1), (14, 2)])
async def test_what_a_word_means_stays_together(cols: int, lines: int) -> None:
    async with staged(Tile(CHOICES[1]), cols, 6) as (stage, pilot):
        stage.screen.add_class("-xs")
        await settle(pilot)
        caption = stage.query_one(".tile-means", Static)
        rows = [caption.render_line(y).text.strip() for y in range(caption.size.height)]
        together = ["2 easing less tight"] if lines == 1 else ["2 easing", "less tight"]
        assert [row for row in rows if row] == together
