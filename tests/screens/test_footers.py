"""The footer: what stands there works, and what must stand there does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from relief_tui.coach.step import Side
from relief_tui.screens.run_keys import keys_of
from relief_tui.wishes import ReliefOptions
from tests.screens.situations import SITUATIONS, bring
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)
PRESSED = {"esc": "escape"}


async def fresh(face: Face, situation: str) -> None:
    """A run in that situation, long enough for a list to listen."""
    while face.shown in ("TrainingScreen", "HelpScreen", "WhyScreen", "CardScreen", "GuideScreen"):
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
    return (
        face.shown,
        view,
        len(face.events()),
        face.app.services.cues.muted,
        face.app._exit,
        face.text,
    )


@pytest.mark.parametrize("half", [0, 1])
async def test_no_key_is_dead(half: int) -> None:
    """In each phase each is pressed once, and shown always; help and a drink are the same
    everywhere."""
    pressed: set[tuple[str, ...]] = set()
    async with app_at(160, 8, LEFT) as face:
        for situation in list(SITUATIONS)[half::2]:
            await fresh(face, situation)
            keys = keys_of(face.view)
            assert len(keys) > 1
            for key in keys:
                assert f"{key.key} {key.label}" in face.footer
                everywhere = key.action.startswith("app.")
                mark = (key.action,) if everywhere else (key.action, face.view.phase)
                if mark in pressed:
                    continue
                before = state(face)
                await face.press(PRESSED.get(key.key, key.key.lower()))
                assert state(face) != before, f"{situation}: {key.key} {key.label}"
                pressed.add(mark)
                await fresh(face, situation)


@pytest.mark.parametrize(
    ("way", "keys"),
    [
        ("", "d m w g ? q"),
        ("!", "1 7 0"),
        ("! 3", "escape n k"),
        ("?", "escape"),
        ("w", "down escape"),
        ("g", "enter / escape ? down pagedown"),
        ("g down enter enter", "1 s / escape"),
    ],
    ids=["home", "picker", "card", "help", "warm-ups", "guide", "page of the guide"],
)
async def test_no_key_is_dead_elsewhere(way: str, keys: str) -> None:
    async with app_at() as face:
        for key in keys.split():
            await face.press(*way.split())
            before = state(face)
            await face.press(key)
            assert state(face) != before, key
            while face.shown != "HomeScreen":
                await face.press("escape")


async def test_the_chip() -> None:
    """It is the last to give way."""
    async with app_at(120, 24, LEFT) as face:
        assert face.footer.endswith("!  pop, numb, swelling, feel ill")
        for cols, words in (
            (76, "!  pop, numb, swelling, feel ill"),
            (75, "!  red flags"),
            (56, "!  red flags"),
            (55, "!"),
            (20, "!"),
        ):
            await face.resize(cols, 24)
            assert face.footer.endswith(words)


async def test_off_the_clock_the_chip_says_red_flags() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "over")
        assert face.footer.endswith("!  red flags")
        await face.press("space")
        assert face.footer.endswith("!  red flags")
