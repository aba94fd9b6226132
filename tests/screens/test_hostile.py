"""Text from outside is text: no markup, no control codes, however long and on every screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from relief_tui.coach.step import Phase, Side
from relief_tui.wishes import ReliefOptions, WorkoutWish
from tests.support.pilot import app_at

NASTY = {
    "markup": "[bold]x[/bold]",
    "closing": "[/]",
    "unknown closing": "a [/foo] b",
    "link": '[link="',
    "emoji": "🦵🏽👨‍👩‍👧 ﷽",
    "long": "x" * 5000,
    "control": "\x1b[31m\x07\x00\x9b2J\r\n\t",
    "right to left": "\u202etfel\u202c",
    "half a letter": "\udc80",
}

each = pytest.mark.parametrize("text", NASTY.values(), ids=list(NASTY))


async def test_the_name_of_the_exercise() -> None:
    async with app_at(now=ReliefOptions(Side.LEFT)) as face:
        for name, text in NASTY.items():
            face.again(ReliefOptions(Side.LEFT, exercise=text))
            await face.until(Phase.CHECK)
            await face.press("1")
            assert "LOWER THE WEIGHT" in face.text, name
            await face.press("x")
            kept = face.events("relief_ended")[-1]["exercise"]
            assert kept == text.encode(errors="replace").decode()
        await face.press("space")
        assert "Think of: Cramps that come back" in face.words  # each was a training of its own
        await face.press("escape")
        assert face.part("#last") == "LAST CRAMP Tue 3 Nov, left calf let go in 0:44"


async def test_an_exercise_of_a_workout() -> None:
    """In the set, its rest, its list, its end and at home, in every window."""
    async with app_at() as face:
        for number, text in enumerate(NASTY.values()):
            await face.resize(*((80, 24), (30, 10), (120, 40))[number % 3])
            face.app.runs.train(WorkoutWish(text, reps=5))
            await face.settle()
            assert "set 1 of 3" in face.text
            await face.press("t", "escape", "enter")
            assert "REST 150 s" in face.text
            await face.press("t", "enter", "x")
            assert not [char for line in face.text.split("\n") for char in line if ord(char) < 32]
            assert "DONE" in face.text
            kept = face.events("set_done")[-1]["exercise"]
            assert kept == text.encode(errors="replace").decode()
            await face.press("space")
            assert face.shown == "HomeScreen"
            await face.press("t")
            assert face.shown == "TrainingScreen"
            await face.press("escape")


@each
async def test_a_setting(text: str, tmp_path: Path) -> None:
    """What is told of it at home and in a toast is told as text."""
    lines = f"theme = {json.dumps(text[:60])}\n{json.dumps(text)} = 1\n"
    (tmp_path / "settings.toml").write_text(lines, encoding="utf-8", errors="surrogateescape")
    async with app_at(200, 40) as face:
        assert face.app.theme == "relief-dark"
        assert "settings.toml" in face.words
        assert not [char for line in face.text.split("\n") for char in line if ord(char) < 32]
        await face.press("c")
        assert "STOP THE SET" in face.text


@pytest.mark.parametrize("name", ["[bold]", "a [/foo] b", '[link="', "🦵", "x" * 200])
async def test_a_folder_whose_name_stands_in_what_is_told(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / name
    monkeypatch.setenv("RELIEF_HOME", str(home))
    (home / "journal.db").mkdir(parents=True)
    told = "".join(str(home).split())
    async with app_at(200, 50) as face:
        assert told in "".join(face.text.split())
        await face.press("c")
        await face.wait(4)
        assert told in "".join(face.text.split())
        assert "WEIGHT DOWN CRAMPED LEG 9 s" in face.text


async def test_what_is_said_in_passing() -> None:
    async with app_at(120, 40) as face:
        for text in NASTY.values():
            face.app.notify(text, markup=False)
        await face.settle()
        assert "CRAMP?" in face.text
