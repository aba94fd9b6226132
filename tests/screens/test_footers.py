"""The footer: what stands there works, and what must stand there does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from relief_tui.coach.step import Side
from relief_tui.screens.run_keys import keys_of
from relief_tui.services import ReliefOptions
from tests.screens.situations import SITUATIONS, bring
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)


async def fresh(face: Face, situation: str) -> None:
    """A run in that situation, long enough for a list to listen."""
    if face.shown == "HelpScreen":
        await face.press("escape")
    if face.shown == "HomeScreen":
        await face.press("c")
    face.again(LEFT)
    SITUATIONS[situation](face)
    face.clock.advance(1.0)
    await face.look()


def state(face: Face) -> tuple[object, ...]:
    """All that a key may change."""
    view = face.app.run_screen and replace(face.view, can_undo=False)
    return face.shown, view, len(face.events()), face.app.muted, face.app._exit, face.text


@pytest.mark.parametrize("situation", SITUATIONS)
async def test_no_key_is_dead(situation: str) -> None:
    async with app_at(140, 8, LEFT) as face:
        await fresh(face, situation)
        keys = keys_of(face.view)
        assert len(keys) > 1
        for key in keys:
            assert f"{key.key} {key.label}" in face.footer
            before = state(face)
            await face.press(key.key.lower())
            assert state(face) != before, f"{key.key} {key.label}"
            await fresh(face, situation)


@pytest.mark.parametrize(
    ("way", "keys"),
    [
        ("", ["c", "d", "m", "?", "q"]),
        ("!", ["1", "7", "0"]),
        ("! 3", ["escape", "n", "k"]),
        ("?", ["escape"]),
    ],
    ids=["home", "picker", "card", "help"],
)
async def test_no_key_is_dead_elsewhere(way: str, keys: list[str]) -> None:
    for key in keys:
        async with app_at() as face:
            await face.press(*way.split())
            before = state(face)
            await face.press(key)
            assert state(face) != before, key


@pytest.mark.parametrize(
    ("cols", "words"),
    [
        (120, "!  pop, numb, swelling, feel ill"),
        (76, "!  pop, numb, swelling, feel ill"),
        (75, "!  red flags"),
        (56, "!  red flags"),
        (55, "!"),
        (20, "!"),
    ],
)
async def test_the_chip(cols: int, words: str) -> None:
    """It is the last to give way; off the clock its words are the short ones."""
    short = "!  red flags" if cols >= 56 else "!"
    async with app_at(cols, 24, LEFT) as face:
        for situation, last in (("hold", words), ("check", words), ("over", short)):
            face.again(LEFT)
            await bring(face, situation)
            assert face.footer.endswith(last)
        await face.press("space")
        assert face.footer.endswith(short)
