"""No meaning by colour alone: every state is told apart by its words, its letters or its shape."""

from __future__ import annotations

import pytest

from relief_tui.coach.step import Side
from relief_tui.wishes import ReliefOptions
from tests.screens.pictures import picture
from tests.screens.situations import SITUATIONS, TIMED, bring
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)


def marked(face: Face) -> str:
    """The line with the mark of what is chosen."""
    [line] = [line for line in face.text.split("\n") if "▶" in line]
    return line


@pytest.mark.parametrize("environ", [{}, {"NO_COLOR": "1"}, {"LC_ALL": "C"}])
async def test_every_phase_and_its_leg(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written, all colours left out, differs from moment to moment."""
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    async with app_at(now=LEFT) as face:
        seen: dict[str, str] = {}
        for moment in SITUATIONS:
            face.again(LEFT)
            await bring(face, moment)
            assert face.text not in seen.values(), moment
            seen[moment] = face.text
            line = face.view.line
            assert moment not in TIMED or face.view.checklist or line in face.text


async def test_the_answer_that_is_framed() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "check")
        seen = {picture(face)}
        for key in ("right", "right", "down", "left"):
            await face.press(key)
            seen.add(picture(face))
        assert len(seen) == 5


async def test_what_is_chosen_in_a_list() -> None:
    async with app_at() as face:
        for way in ("w", "g", ","):
            await face.press(way)
            first = marked(face)
            await face.press("down")
            assert marked(face) != first
            await face.press("escape")


async def test_a_line_of_a_warm_up_that_is_done_runs_or_is_left_out() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "reps")
        lines = [line[:40] for line in face.text.split("\n")]
        assert [line for line in lines if "✓" in line]
        assert len([line for line in lines if "▶" in line]) == 1
        await face.press("down")
        assert "›" in face.text


async def test_an_answer_that_was_given() -> None:
    async with app_at() as face:
        assert "✓ lb" not in face.text
        await face.press("2")
        assert "✓ lb" in face.text
