"""A presenter remote: what its few keys send is enough for a relief, and none of it does harm."""

from __future__ import annotations

import pytest

from relief_tui.coach.step import Phase, Side
from relief_tui.wishes import ReliefOptions
from tests.screens.situations import TIMED, bring
from tests.support.pilot import app_at

LEFT = ReliefOptions(side=Side.LEFT)
NEXT, BACK, BLACK = "pagedown", "pageup", ("full_stop", "b")
SHOW = ("f5", "shift+f5", "escape")
"""What its button for the beginning and the end of a show sends."""


@pytest.mark.parametrize("key", [NEXT, "space"])
async def test_one_key_begins_a_relief_and_asks_for_the_next_hold(key: str) -> None:
    async with app_at() as face:
        await face.press(key)
        assert face.view.phase is Phase.START
        for hold in range(1, 4):
            await face.until(Phase.CHECK)
            await face.press(key)
            assert not face.view.checking
            assert len(face.events("hold_done")) == hold


async def test_next_alone_drives_a_relief_to_its_end() -> None:
    """It asks for hold after hold; when there are no more, time does the rest."""
    async with app_at() as face:
        await face.press(NEXT)
        seen = [face.view.phase]
        while seen[-1] is not Phase.SPENT:
            face.clock.advance(0.5)  # nobody presses twice in one moment
            await face.press(NEXT)
            if face.view.phase is not seen[-1]:
                seen.append(face.view.phase)
        assert seen[:6] == [
            Phase.START,
            Phase.EASE_OUT,
            Phase.POSITION,
            Phase.EASE_IN,
            Phase.HOLD,
            Phase.LET_GO,
        ]
        assert len(face.events("hold_done")) == seen.count(Phase.HOLD) == 6
        await face.until(Phase.OVER)  # which nobody has to press anything for
        assert face.view.ending is not None


async def test_back_and_black_screen() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "hold")
        await face.press(BACK)
        assert face.view.phase is Phase.EASE_IN
        for key in BLACK:
            await face.press(key)
            assert face.view.paused
            await face.press(key)
            assert not face.view.paused


@pytest.mark.parametrize("key", SHOW)
async def test_its_other_keys_do_no_harm(key: str) -> None:
    async with app_at(now=LEFT) as face:
        for moment in ("start", "hold", "check", "let go", "rest"):
            assert moment in TIMED
            face.again(LEFT)
            await bring(face, moment)
            before = face.view
            await face.press(key)
            assert face.view == before
            assert face.shown == "RunScreen"
