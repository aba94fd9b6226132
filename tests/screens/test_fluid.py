"""Told to drink only so much: no screen, no line of the plain face asks for a drink."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from relief_tui.wishes import ReliefOptions
from tests.coach.test_profile import TELLS_TO_DRINK
from tests.plain.stage import Stage
from tests.screens.situations import SITUATIONS, bring
from tests.screens.test_moments import ELSEWHERE
from tests.support.pilot import Face, app_at

WINDOWS = [(80, 24), (120, 40)]
_QUOTED = re.compile(r"“[^”]*”")
"""What people say, and Relief does not."""
_KEY = re.compile(r"\bd drank\b")


def asks(face: Face) -> str:
    """What asks for a drink there, if anything does."""
    words = _QUOTED.sub("", face.words)
    found = TELLS_TO_DRINK.search(words) or _KEY.search(words)
    return words[max(0, found.start() - 40) : found.end() + 40] if found else ""


async def test_no_moment_of_a_run_does() -> None:
    """In other windows no moment speaks of a sip at all: see test_profile."""
    async with app_at(80, 24, ReliefOptions()) as face:
        face.app.services.choose("fluid_restriction", "yes")
        for situation in SITUATIONS:
            face.again(ReliefOptions())
            await bring(face, situation)
            assert asks(face) == "", situation


@pytest.mark.parametrize(("wide", "high"), WINDOWS)
async def test_no_other_screen_does(wide: int, high: int) -> None:
    async with app_at(wide, high) as face:
        face.app.services.choose("fluid_restriction", "yes")
        await face.press("?", "escape")
        for name, (keys, _) in ELSEWHERE.items():
            await face.press(*keys.split())
            assert asks(face) == "", name
            while face.shown != "HomeScreen":
                await face.press("escape")


async def test_no_card_does() -> None:
    async with app_at() as face:
        face.app.services.choose("fluid_restriction", "yes")
        seen = ""
        for line in range(1, 1 + len(face.app.services.script.safety.picker)):
            await face.press("!", str(line))
            assert face.shown == "CardScreen"
            first = face.words
            while True:
                assert asks(face) == "", line
                seen += face.words
                await face.press("n")
                if face.words == first:
                    break
            await face.press("escape")
        assert "Fluid: what your clinician said comes first." in seen


def test_the_plain_face_does_not(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.services.choose("fluid_restriction", "yes")
    stage.relief((40.0, "1"), (120.0, "0"), (125.0, "2"), (135.0, "0"))
    said = "\n".join(stage.lines)
    assert "LOWER THE WEIGHT" in said
    assert not TELLS_TO_DRINK.search(said)
