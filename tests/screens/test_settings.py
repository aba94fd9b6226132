"""The settings screen: read, explained, changed in place, at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from relief_tui.coach import inputs as press
from relief_tui.coach.step import Phase, Side
from relief_tui.settings import Settings
from relief_tui.settings.words import describe
from relief_tui.wishes import ReliefOptions
from tests.support.pilot import Face, app_at


async def to(face: Face, key: str) -> None:
    """The settings, with ``key`` as the current row."""
    await face.press("comma")
    for _ in range(len(describe(Settings()))):
        if f"▶ {key}" in face.text:
            return
        await face.press("down")
    raise AssertionError(f"no row {key}")


def written(folder: Path) -> str:
    return (folder / "settings.toml").read_text("utf-8")


@pytest.mark.parametrize(("cols", "rows"), [(80, 24), (60, 20), (120, 40), (200, 60), (40, 12)])
async def test_every_key_can_be_reached_with_its_explanation(cols: int, rows: int) -> None:
    async with app_at(cols, rows) as face:
        for key in ("unit", "stack_step", "hold_s", "keys"):
            await to(face, key)
            await face.press("escape")
        assert face.shown == "HomeScreen"


async def test_a_choice_is_one_key_and_shows_at_once(tmp_path: Path) -> None:
    async with app_at() as face:
        await to(face, "unit")
        assert "The unit loads are read and shown in." in face.words
        await face.press("enter")
        assert "unit                lb  (own)" in face.text
        assert "20 lb" not in face.text
        assert 'unit = "lb"' in written(tmp_path)
        await face.press("delete")
        assert "unit                kg" in face.text
        assert "(own)" not in face.text


async def test_a_value_is_typed_and_what_is_refused_stays_to_be_mended(tmp_path: Path) -> None:
    async with app_at() as face:
        await to(face, "hold_s")
        await face.press("enter", "9", "enter")
        assert "hold_s = 9 cannot be used; allowed: 10 to 20, or not set." in face.words
        await face.press("backspace", "1", "2", "enter")
        assert "hold_s              12 s  (own)" in face.text
        assert written(tmp_path) == "hold_s = 12\n"


async def test_letters_are_text_in_the_field_and_f2_is_still_a_cramp() -> None:
    async with app_at() as face:
        await to(face, "stack_step")
        await face.press("enter", "c", "q", "!", "d")
        assert face.shown == "SettingsScreen"
        assert face.events() == []
        await face.press("f2")
        assert "STOP THE SET" in face.words
        await face.press("x", "space")
        assert face.shown == "SettingsScreen"


async def test_escape_leaves_the_field_first_then_the_screen(tmp_path: Path) -> None:
    async with app_at() as face:
        await to(face, "bar")
        await face.press("enter", "5", "escape")
        assert face.shown == "SettingsScreen"
        assert "bar                 20 kg" in face.text
        await face.press("escape")
        assert face.shown == "HomeScreen"
    assert not (tmp_path / "settings.toml").exists()


@pytest.mark.parametrize(("cols", "rows"), [(80, 24), (40, 14)])
async def test_the_mouse_alone(cols: int, rows: int, tmp_path: Path) -> None:
    async with app_at(cols, rows) as face:
        await face.click("? help")
        await face.wheel(0 if rows > 20 else 8)
        await face.click("Settings")
        await face.click("volume")
        assert "▶ volume" in face.text
        await face.click("volume")
        assert written(tmp_path) == 'volume = "loud"\n'
        await face.click("esc back")
        assert face.shown == "HomeScreen"


async def test_a_theme_and_a_key_of_ones_own_hold_at_once(tmp_path: Path) -> None:
    async with app_at() as face:
        await to(face, "theme")
        await face.press("enter", *["backspace"] * 4, *"light", "enter")
        assert face.app.theme == "relief-light"
        assert written(tmp_path) == 'theme = "relief-light"\n'


async def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    async with app_at() as face:
        await to(face, "voice")
        await face.press("enter")
        assert "a folder where a file should be" in face.words
        assert "voice               true" in face.text


async def test_a_key_of_ones_own_is_typed_after_its_id(tmp_path: Path) -> None:
    async with app_at() as face:
        await to(face, "keys")
        await face.press("enter", *"drank")
        await face.pilot.press("space")  # with its character, as a terminal sends it
        await face.press(*"f9", "enter")
        assert "keys                drank f9" in face.text
        assert written(tmp_path) == '[keys]\ndrank = "f9"\n'
        await face.press("f9")
        assert len(face.events("drank")) == 1
        await face.press("enter", *"drank", "enter")
        assert "write keys.ID" in face.words
        await face.press("escape", "delete")
        assert "keys                none of your own" in face.text
        await face.press("f9", "d")
        assert len(face.events("drank")) == 2


async def test_the_volume_holds_at_once_also_in_a_run() -> None:
    rung = []
    async with app_at(now=ReliefOptions(side=Side.LEFT)) as face:
        face.app.services.cues.face(lambda: rung.append(1), lambda _: None)
        await to(face, "volume")
        await face.press("left", "left")
        assert "volume              off" in face.text
        await face.press("escape", "space")
        await face.until(Phase.CHECK)
        assert rung == []
        await to(face, "volume")
        await face.press("right")
        assert "volume              quiet" in face.text
        await face.press("escape", "space")
        await face.until(Phase.EASE_IN)
        await face.until(Phase.CHECK)
        assert rung != []


async def test_a_unit_that_would_change_numbers_is_refused_in_words(tmp_path: Path) -> None:
    mine = "plates = [20, 10]\n"
    (tmp_path / "settings.toml").write_text(mine, "utf-8")
    async with app_at() as face:
        await to(face, "unit")
        await face.press("enter")
        assert "plates in" in face.part("#about")
        assert "unit                kg" in face.text
        assert written(tmp_path) == mine
        await face.press("down", "up")
        assert "The unit loads are read and shown in." in face.part("#about")


async def test_a_theme_that_there_is_not_is_told() -> None:
    async with app_at() as face:
        await to(face, "theme")
        await face.press("enter", *"x", "enter")
        assert "No theme 'relief-darkx'" in face.words


@pytest.mark.parametrize(("cols", "rows"), [(60, 20), (40, 12), (20, 6)])
async def test_what_is_typed_and_what_is_refused_have_room(cols: int, rows: int) -> None:
    async with app_at(cols, rows) as face:
        await to(face, "hold_s")
        await face.press("enter", "9", "enter")
        assert face.app.screen.query_one("#field").region.width > cols // 3
        assert "hold_s = 9" in face.part("#about")
        assert "▶ hold_s" in face.text
        assert "hold_s = 9" in face.part("#typing")


@pytest.mark.parametrize("hostile", ["[/]", "[link='", "10[kg]"])
async def test_what_is_typed_is_never_markup(hostile: str) -> None:
    async with app_at(120, 30) as face:
        await to(face, "theme")
        await face.press("enter")
        face.app.screen.query_one(Input).value = hostile
        await face.settle()
        assert hostile in face.text
        await face.press("enter")
        assert f"▶ theme               {hostile}  (own)" in face.text


async def test_a_pull_waits_behind_the_settings() -> None:
    async with app_at(now=ReliefOptions(side=Side.LEFT)) as face:
        await face.until(Phase.HOLD)
        await face.press("comma")
        assert face.shown == "SettingsScreen"
        await face.wait(60)
        await face.press("escape")
        assert (face.view.phase, face.view.paused) == (Phase.HOLD, True)


async def test_a_rest_goes_on_behind_the_settings() -> None:
    async with app_at(now=ReliefOptions(side=Side.LEFT)) as face:
        await face.until(Phase.CHECK)
        face.tell(press.Answer(answer="gone"))
        await face.until(Phase.REST)
        await face.press("comma")
        await face.wait(10)
        await face.press("escape")
        assert (face.view.phase, face.view.paused) == (Phase.REST, False)
