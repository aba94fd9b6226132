"""Every window, down to a single cell, and windows that change while something runs."""

from __future__ import annotations

import pytest
from textual.geometry import Size

from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.screens.looks import room
from relief_tui.wishes import ReliefOptions
from tests.screens.situations import MILD, NONE, SITUATIONS, bring
from tests.support.pilot import app_at

LEFT = ReliefOptions(side=Side.LEFT)
WINDOWS = [(200, 60), (80, 24), (40, 12), (30, 10), (20, 6), (10, 3), (1, 1)]
ODD = [(20, 6), (100, 2), (2, 40), (1, 1)]


@pytest.mark.parametrize(
    ("size", "name"),
    [
        ((200, 60), "xl"), ((160, 50), "xl"), ((159, 50), "l"), ((160, 49), "l"),
        ((100, 34), "l"), ((99, 34), "m"), ((76, 22), "m"), ((75, 22), "s"), ((76, 21), "s"),
        ((50, 18), "s"), ((49, 18), "xs"), ((50, 17), "xs"), ((30, 10), "xs"), ((29, 10), "tiny"),
        ((30, 9), "tiny"), ((1, 1), "tiny"),
    ],
)  # fmt: skip
def test_how_much_room_a_window_gives(size: tuple[int, int], name: str) -> None:
    assert room(Size(*size)) == name


async def test_a_hold_in_every_window_and_back() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "hold")
        before = face.text
        for seconds, (cols, rows) in enumerate(WINDOWS, start=1):
            await face.resize(cols, rows)
            await face.wait(1)
            assert face.view.line == f"HOLD LEFT {15 - seconds} s"
            if cols >= 20 and rows >= 6:
                assert face.view.line in face.text
        await face.press("r")
        await face.resize(80, 24)
        await face.settle()
        assert face.text.replace("0:33", "0:26") == before


@pytest.mark.parametrize("plain", [False, True])
async def test_the_phase_line_leaves_out_what_has_no_room_rather_than_cut_it(
    monkeypatch: pytest.MonkeyPatch, *, plain: bool
) -> None:
    if plain:
        monkeypatch.setenv("LC_ALL", "C")
    async with app_at(60, 20, ReliefOptions()) as face:
        await bring(face, "hold")
        assert face.part("#status-line") == "HOLD CRAMPED LEG 15 s"
        await face.press("space")
        between = "-" if plain else "·"
        assert face.part("#status-line") == f"HOLD CRAMPED LEG 15 s {between} paused"
        await face.resize(80, 24)
        assert face.part("#status-line").endswith(f"paused {between} Straight-knee pull")


@pytest.mark.parametrize(("cols", "rows"), [(20, 6), (1, 1)])
async def test_every_moment(cols: int, rows: int) -> None:
    """From 20 columns on something can be read, whatever there is to tell."""
    async with app_at(now=LEFT) as face:
        await face.resize(cols, rows)
        for situation in SITUATIONS:
            face.again(LEFT)
            await bring(face, situation)
            lines = face.text.split("\n")
            assert len(lines) == rows
            assert max(map(len, lines)) <= cols
            assert face.words or cols < 20


async def test_what_can_be_chosen_comes_before_the_reasons() -> None:
    async with app_at(30, 10, ReliefOptions(side=Side.LEFT, load=Load(45.0, Unit.KG))) as face:
        await bring(face, "plan")
        assert "LOWER THE WEIGHT 45 → 35 kg" in face.text
        for line in ("1 Go on lighter: 35 kg", "2 ACTIVE RECOVERY", "3 Swap", "4 It only", "0 not"):
            assert line in face.text
        await face.resize(40, 12)
        assert face.words.index("not today") < face.words.index("rule of thumb")


async def test_a_list_has_the_whole_of_a_low_window() -> None:
    async with app_at(30, 10, LEFT) as face:
        await bring(face, "rest with list")
        for line in ("1 A pop", "2 One calf", "3 Dark", "0 none of these"):
            assert line in face.text
        face.tell(NONE, MILD)
        await face.look()
        assert "LOWER THE WEIGHT" in face.text


@pytest.mark.parametrize(
    "way",
    [
        *("", "! 1", "! 7", "?", "w", ",", ", down down enter", "0 1", "y"),
        *("g", "g down enter enter"),
    ],
)
async def test_every_other_screen(way: str) -> None:
    async with app_at() as face:
        await face.press(*way.split())
        shown = face.shown
        for cols, rows in (*ODD, (80, 24)):
            await face.resize(cols, rows)
            assert face.shown == shown
            assert face.words or cols < 20


@pytest.mark.parametrize(
    ("way", "last"), [("! 2", "1 yes · 0 no"), ("!", "none of these: go back")]
)
async def test_what_does_not_fit_can_be_scrolled_to(way: str, last: str) -> None:
    async with app_at(30, 10) as face:
        await face.press(*way.split())
        assert last not in face.words
        await face.press(*["down"] * 12)
        assert last in face.words
        await face.press(*["up"] * 12)
        assert last not in face.words
