"""Everything can be done with a mouse or a finger: what can be read can be pressed."""

from __future__ import annotations

import pytest

from relief_tui.coach.step import Phase, Side
from relief_tui.widgets.tiles import CHOICES, Tile
from relief_tui.wishes import ReliefOptions
from tests.screens.situations import bring
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)


def said(face: Face) -> list[tuple[str, str | int]]:
    return [(event["question"], event["answer"]) for event in face.events("answered")]


async def choose(face: Face, number: int) -> None:
    """Click a number of the scale."""
    await face.pilot.click(list(face.app.screen.query("Row.chip"))[number])
    await face.settle()


async def test_a_whole_relief() -> None:
    async with app_at() as face:
        await face.click_at(3, 3)
        assert "STOP THE SET CRAMPED LEG 3 s" in face.text
        await face.click("s other side")
        await face.click("n next")
        await face.click("n next")
        assert face.view.line == "TOES TO SHIN LEFT 8 s"
        await face.until(Phase.HOLD)
        await face.click("SPACE pause")
        assert face.view.paused
        await face.click("SPACE go on")
        assert not face.view.paused
        await face.until(Phase.CHECK)
        await face.click("gone it let go")
        await face.click("d drank")
        await face.until(Phase.REST)
        await face.click("none of these")
        await choose(face, 3)
        assert said(face) == [("side", "left"), ("check", "gone"), ("screen", 0), ("pain", 3)]
        assert len(face.events("drank")) == 1
        await face.until(Phase.OVER)
        await face.click("SPACE home")
        assert face.shown == "HomeScreen"


@pytest.mark.parametrize(("cols", "rows"), [(20, 6), (80, 24)])
async def test_the_tiles(cols: int, rows: int) -> None:
    async with app_at(cols, rows, LEFT) as face:
        for number, choice in enumerate(CHOICES):
            face.again(LEFT)
            await bring(face, "check")
            await face.pilot.click(list(face.app.screen.query(Tile))[number])
            await face.settle()
            assert said(face)[-1] == ("check", choice.word)


@pytest.mark.parametrize(("cols", "rows"), [(20, 8), (30, 10), (40, 12), (80, 24)])
async def test_the_scale(cols: int, rows: int) -> None:
    """A click on 1 is 1 and a click on 10 is 10, at once; no number is out of reach."""
    async with app_at(cols, rows, LEFT) as face:
        for number in (1, 10):
            face.again(LEFT)
            await bring(face, "rest with pain")
            await choose(face, number)
            assert said(face)[-1] == ("pain", number)


@pytest.mark.parametrize("words", ["1 ", "A pop, a tear"])
async def test_a_line_of_a_list(words: str) -> None:
    """Its number or its words; the first second is only for keys."""
    async with app_at(now=LEFT) as face:
        await bring(face, "rest with list")
        await face.click(words)
        assert ("screen", 1) in said(face)
        assert face.shown == "CardScreen"


async def test_red_flags() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "hold")
        await face.click("pop, numb, swelling")
        assert face.shown == "PickerScreen"
        await face.click("none of these: go back")
        assert face.view.line == "HOLD LEFT 15 s"
        await face.click("!  pop, numb")
        await face.click("0 none of these")
        assert not face.view.paused
        await face.click("!  pop, numb")
        await face.click("Popped, tore")
        assert "card 1 of 2" in face.text
        await face.click("n next card")
        assert "card 2 of 2" in face.text
        await face.click("k checked by a clinician")
        await face.click("k checked by a clinician")
        assert face.event("flag_cleared")["card"] == "RF04"
        await face.click("esc back")
        assert face.view.phase is Phase.OVER


async def test_help() -> None:
    async with app_at(100, 24, LEFT) as face:
        await bring(face, "aside")
        await face.click("? help")
        assert face.shown == "HelpScreen"
        await face.click("esc back")
        assert face.shown == "RunScreen"


async def test_a_click_beside_everything_does_nothing() -> None:
    async with app_at(now=LEFT) as face:
        for situation in ("hold", "check", "rest with list"):
            face.again(LEFT)
            await bring(face, situation)
            before = face.view
            for spot in ((0, 0), (0, 10), (0, 22)):
                await face.click_at(*spot)
            assert face.view == before
