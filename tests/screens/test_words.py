"""The words a person, a script or a screen reader relies on, as plain text at every size."""

from __future__ import annotations

import pytest

from relief_tui.coach.step import Phase, Side
from relief_tui.services import ReliefOptions
from tests.screens.situations import TIMED, bring
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)
SIZES = [(40, 12), (60, 20), (80, 24), (120, 40), (200, 60)]
PHASE_WORDS = {
    "start": "STOP THE SET LEFT 3 s",
    "ease out": "WEIGHT DOWN LEFT 10 s",
    "position": "TOES TO SHIN LEFT 8 s",
    "ease in": "EASE IN LEFT 5 s",
    "hold": "HOLD LEFT 15 s",
    "let go": "LET GO LEFT 3 s",
    "check": "HOW IS IT? LEFT 10 s",
    "release": "LET GO LEFT 3 s",
    "aside": "REST 271 s",
    "toes up": "TOES TO SHIN LEFT 30 s",
    "rest with list": "REST 180 s",
    "rest with pain": "REST 180 s",
    "rest": "REST 180 s",
    "spent": "REST 60 s",
    "spent, list answered": "REST 60 s",
    "recheck": "HOW IS IT? LEFT 10 s",
    "paused": "HOLD LEFT 13 s",
    "away": "HOLD LEFT 13 s",
}


@pytest.mark.parametrize(("cols", "rows"), SIZES)
async def test_the_line_of_every_phase(cols: int, rows: int) -> None:
    async with app_at(cols, rows, LEFT) as face:
        for situation in TIMED:
            face.again(LEFT)
            await bring(face, situation)
            assert face.view.line == PHASE_WORDS[situation]
            assert one_line_has(face, PHASE_WORDS[situation])
            assert_words_of_the_check(face)
            assert_after_care(face)
            assert_preview(face, narrow=cols < 50)


def one_line_has(face: Face, words: str) -> bool:
    return any(words in line for line in face.text.split("\n"))


def assert_words_of_the_check(face: Face) -> None:
    if face.view.checking:
        assert [word for word in ("gone", "easing", "same", "worse") if word not in face.text] == []


def assert_after_care(face: Face) -> None:
    """From the second it let go, whatever else is asked."""
    if face.view.cooling:
        for words in ("LOWER THE WEIGHT about 20 %", "rule of thumb", "Thirsty? SIP"):
            assert one_line_has(face, words)


def assert_preview(face: Face, *, narrow: bool) -> None:
    """Where there is no room for it, it is left out; the first words need all of it."""
    view = face.view
    shown = view.next and not (view.list_open or view.paused or view.phase is Phase.START)
    if shown and not narrow:
        assert one_line_has(face, f"next: {view.next}")


@pytest.mark.parametrize(("cols", "rows"), [*SIZES, (30, 10)])
async def test_red_flags_and_home(cols: int, rows: int) -> None:
    async with app_at(cols, rows) as face:
        assert "CRAMP" in face.text
        await face.press("!")
        assert "RED FLAGS" in face.text
        await face.press("1")
        assert one_line_has(face, "GET HELP")
        assert "Call your local emergency number now." in face.words


@pytest.mark.parametrize(("cols", "rows"), SIZES)
async def test_the_end(cols: int, rows: int) -> None:
    async with app_at(cols, rows, LEFT) as face:
        await bring(face, "over")
        assert "IT LET GO" in face.text
        assert "Enough for today. Curls are done." in face.text
        assert_after_care(face)
