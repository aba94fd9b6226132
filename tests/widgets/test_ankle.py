"""The leg on the screen: half blocks where they can be had, and no more repainted than moved."""

from __future__ import annotations

from typing import Self

import pytest
from textual.geometry import Region

from relief_tui.blocks.figure import Moment
from relief_tui.blocks.leg import Ink
from relief_tui.blocks.poses import FRAMES
from relief_tui.widgets.ankle import Ankle, few_colours
from tests.support.pilot import settle
from tests.widgets.stage import lines, staged

LAST = FRAMES - 1


class Watched(Ankle):
    """Keeps what it was asked to repaint."""

    def __init__(self) -> None:
        super().__init__()
        self.repainted: list[Region] = []

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        self.repainted += regions
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


def colours(ankle: Ankle) -> set[str]:
    """All colours in it."""
    segments = [segment for y in range(ankle.size.height) for segment in ankle.render_line(y)]
    both = [(each.style.color, each.style.bgcolor) for each in segments if each.style is not None]
    return {colour.name for pair in both for colour in pair if colour is not None}


async def test_only_half_blocks_and_spaces_blended_at_the_edges() -> None:
    async with staged(Ankle(), 35, 12) as (stage, pilot):
        ankle = stage.query_one(Ankle)
        ankle.moment = Moment("sitting", LAST, 0, arrow=True)
        await settle(pilot)
        assert set("".join(lines(ankle))) == {" ", "▄"}
        assert {len(line) for line in lines(ankle)} == {35}
        assert len(colours(ankle)) > 30


async def test_only_what_moved_is_repainted() -> None:
    ankle = Watched()
    async with staged(ankle, 55, 20) as (_, pilot):
        ankle.moment = Moment("sitting", 4, LAST)
        await settle(pilot)
        ankle.repainted.clear()
        ankle.moment = Moment("sitting", 5, LAST)
        [region] = ankle.repainted
        assert region.area < ankle.size.area / 3
        assert region.x > 20, "the leg lies still"
        ankle.repainted.clear()
        ankle.moment = Moment("sitting", 5, LAST)
        assert ankle.repainted == []


async def test_what_was_repainted_in_parts_is_what_is_painted_at_once() -> None:
    async with staged(Ankle(), 55, 20) as (stage, pilot):
        ankle = stage.query_one(Ankle)
        for frame in range(FRAMES):
            ankle.moment = Moment("lunge", frame, LAST)
            await settle(pilot)
        strips = stage.screen._compositor.render_strips()
        assert [strip.text for strip in strips] == lines(ankle)


async def test_nothing_to_show() -> None:
    async with staged(Ankle(), 20, 5) as (stage, _):
        assert set(lines(stage.query_one(Ankle))) == {" " * 20}


@pytest.mark.parametrize("term", ["xterm-16color", "xterm-256color"])
async def test_with_fewer_colours_every_pixel_has_one_ink(
    term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORTERM", "")
    monkeypatch.setenv("TERM", term)
    async with staged(Ankle(), 35, 12) as (stage, pilot):
        ankle = stage.query_one(Ankle)
        ankle.moment = Moment("sitting", LAST, 0, arrow=True)
        await settle(pilot)
        assert len(colours(ankle)) <= len(Ink) + 1


def test_sixteen_colours_differ_from_the_ground_and_shoe_from_sole() -> None:
    for ground, name in (("#000000", "black"), ("#b3dfff", "white")):
        few = few_colours(ground)
        assert name not in {few[ink] for ink in (Ink.SKIN, Ink.SHOE, Ink.SOLE, Ink.ARROW)}
        assert few[Ink.SKIN] != few[Ink.SHOE]
        assert few[Ink.SKIN] != few[Ink.CALF]


@pytest.mark.parametrize("poor", [{"LC_ALL": "C"}, {"TERM": "linux"}, {"NO_COLOR": "1"}])
async def test_plain_characters(poor: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in poor.items():
        monkeypatch.setenv(name, value)
    async with staged(Ankle(), 35, 12) as (stage, pilot):
        ankle = stage.query_one(Ankle)
        ankle.moment = Moment("sitting", LAST)
        await settle(pilot)
        assert "".join(lines(ankle)).isascii()
        assert "calf" in "".join(lines(ankle))
        ankle.moment = Moment("curl", LAST)
        await settle(pilot)
        assert not "".join(lines(ankle)).strip()


async def test_plain_characters_without_the_room_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    async with staged(Ankle(), 20, 5) as (stage, pilot):
        ankle = stage.query_one(Ankle)
        ankle.moment = Moment("sitting", LAST)
        await settle(pilot)
        assert not "".join(lines(ankle)).strip()
