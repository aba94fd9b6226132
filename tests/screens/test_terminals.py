"""Poorer terminals: fewer colours, none, or no characters but the plain ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import ColorSystem

from relief_tui.coach.step import Side
from relief_tui.widgets.bar import RoundBar
from relief_tui.widgets.blocks import Blocks
from relief_tui.wishes import ReliefOptions
from tests.screens.pictures import picture
from tests.screens.situations import bring
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)
SCREENS = {
    "": "CRAMP",
    "!": "RED FLAGS",
    "! 3": "GET HELP",
    "?": "KEYS",
    "w": "full",
    "y": "No cramp is written down yet",
    "g down down enter enter": "esc back",
    ",": "The unit loads are read and shown in.",
}
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
            assert face.text.isascii()
            assert face.view.ending or face.view.line in face.text
            assert situation != "hold" or "█" in picture(face)


@pytest.mark.parametrize(("cols", "rows"), [(30, 10), (80, 24)])
async def test_no_screen_has_other_than_plain_characters(
    cols: int, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    async with app_at(cols, rows) as face:
        for keys, words in SCREENS.items():
            await face.press(*keys.split())
            assert words in face.words
            assert face.text.isascii(), keys
            while face.shown != "HomeScreen":
                await face.press("escape")


@pytest.mark.parametrize("theme", ["relief-light", "nord", "no such theme"])
async def test_sixteen_colours_have_a_theme_of_their_own(
    theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is set; only a theme that there is not is spoken of."""
    (tmp_path / "settings.toml").write_text(f'theme = "{theme}"', encoding="utf-8")
    monkeypatch.setenv("COLORTERM", "")
    monkeypatch.setenv("TERM", "linux")
    async with app_at() as face:
        assert face.app.theme == "relief-ansi"
        assert ("No theme" in face.text) is (theme == "no such theme")
        assert "16 colours" not in face.text


async def test_a_theme_that_cannot_be_shown_is_told_when_it_is_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLORTERM", "")
    monkeypatch.setenv("TERM", "linux")
    async with app_at() as face:
        await face.press(",")
        while "▶ theme" not in face.text:
            await face.press("down")
        await face.press("enter", *["backspace"] * len("dark"), *"light", "enter")
        assert "This terminal has 16 colours: relief-ansi stays." in face.words


async def test_the_bar_is_told_apart_in_sixteen_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done, what is left and what lies between have three colours there."""
    monkeypatch.setenv("COLORTERM", "")
    monkeypatch.setenv("TERM", "linux")
    async with app_at(now=LEFT) as face:
        for moment in ("hold", "let go", "rest"):
            face.again(LEFT)
            await bring(face, moment)
            face.clock.advance(1.5)
            await face.look()
            bar = face.app.screen.query_one(RoundBar)
            backs = {
                style.bgcolor.downgrade(ColorSystem.STANDARD).number
                for _, style, _ in bar.render_line(0)
                if style is not None and style.bgcolor is not None
            }
            assert len(backs) == 3 or len(bar.value.segments) == 1, moment
