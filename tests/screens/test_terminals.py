"""Poorer terminals: fewer colours, none, or no characters but the plain ones."""

from __future__ import annotations

import pytest

from relief_tui.coach.step import Side
from relief_tui.widgets.blocks import Blocks
from relief_tui.wishes import ReliefOptions
from tests.screens.pictures import picture
from tests.screens.situations import bring
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)
BLENDED = "hold"
"""The digits of this moment have rounded corners."""


def shades(face: Face) -> set[str]:
    """The colours in the digits."""
    screen = face.app.screen
    region = screen.query_one("#count", Blocks).region
    strips = screen._compositor.render_strips()[region.y : region.bottom]
    segments = [each for strip in strips for each in strip.crop(region.x, region.right)]
    colours = [
        colour
        for segment in segments
        if segment.style is not None
        for colour in (segment.style.color, segment.style.bgcolor)
        if colour is not None
    ]
    return {colour.get_truecolor().hex for colour in colours}


async def test_all_colours_blend_edges() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, BLENDED)
        assert len(shades(face)) > 2


@pytest.mark.parametrize("changes", [{"COLORTERM": ""}, {"COLORTERM": "", "TERM": "linux"}])
async def test_fewer_colours_are_crisp(
    changes: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing but ink and ground."""
    for name, value in changes.items():
        monkeypatch.setenv(name, value)
    async with app_at(now=LEFT) as face:
        await bring(face, BLENDED)
        assert len(shades(face)) == 2
        assert "█" in picture(face)


async def test_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with app_at(now=LEFT) as face:
        await bring(face, BLENDED)
        assert len(shades(face)) == 2
        assert all(len({shade[1:3], shade[3:5], shade[5:7]}) == 1 for shade in shades(face))


@pytest.mark.parametrize(("cols", "rows"), [(40, 12), (80, 24)])
async def test_plain_characters(cols: int, rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words in place of block letters and shapes; digits of whole cells."""
    monkeypatch.setenv("LC_ALL", "C")
    async with app_at(cols, rows) as face:
        assert "CRAMP!" in face.text
        await face.press("c")
        for situation in ("start", "hold", "check", "paused", "rest with list", "over"):
            face.again(LEFT)
            await bring(face, situation)
            assert not set("▄▀█▲▼■□●‖") & set(face.text)
            assert face.view.ending or face.view.line in face.text
            assert situation != "hold" or "█" in picture(face)
