"""The keys that work on every screen: cramp, red flags, drank, mute, help, quit, the palette."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import Static

from relief_tui.coach.step import Phase, Side
from relief_tui.screens.help import Line
from relief_tui.wishes import ReliefOptions, WorkoutWish
from tests.screens.situations import bring
from tests.support.pilot import app_at

LEFT = ReliefOptions(side=Side.LEFT)


async def test_from_home_to_relief() -> None:
    async with app_at() as face:
        for key in ("c", "f2", "space", "enter"):
            assert "CRAMP" in face.text
            await face.press(key)
            assert "STOP THE SET CRAMPED LEG 3 s" in face.text
            assert face.events("relief_began")[-1]["side"] is None
            await face.press("x", "escape")


@pytest.mark.parametrize("screen", ["?", "!", "! 7", "! 7 ?"])
async def test_cramp_comes_back_to_the_run_that_goes_on(screen: str) -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "hold")
        await face.press(*screen.split())
        assert face.shown != "RunScreen"
        await face.press("f2")
        assert face.shown == "RunScreen"
        assert face.view.line == "HOLD LEFT 15 s"
        assert not face.view.paused
        assert len(face.events("relief_began")) == 1


async def test_cramp_during_a_round_changes_nothing() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "hold")
        before = face.view
        await face.press("c", "f2")
        assert face.view == before


async def test_a_cramp_after_it_let_go_is_a_new_one() -> None:
    """The one before is closed as what it was, the leg is still known."""
    async with app_at(now=LEFT) as face:
        for situation in ("toes up", "rest with list", "rest", "waiting", "over"):
            face.again(LEFT)
            await bring(face, situation)
            ended = len(face.events("relief_ended")) + (situation != "over")
            await face.press("c")
            assert "STOP THE SET LEFT 3 s" in face.text
            assert "LOWER THE WEIGHT" not in face.text
            outcomes = [event["outcome"] for event in face.events("relief_ended")]
            assert outcomes == ["gone"] * ended
            assert face.events("relief_began")[-1]["side"] == "left"


async def test_drank() -> None:
    async with app_at() as face:
        await face.press("d")
        assert "Sip noted." in face.text
        assert "1 drink" in face.text
        await face.press("d", "c", "d")
        assert face.events("drank") == [{"kind": "drank", "ml": None}] * 3


async def test_mute() -> None:
    async with app_at() as face:
        await face.press("m")
        assert "Muted." in face.text
        assert face.app.services.cues.muted
        await face.press("m")
        assert not face.app.services.cues.muted


@pytest.mark.parametrize("screen", ["", "w", "t", "g", "h", ",", "y", "y i", "! 7", "c"])
async def test_on_the_page_of_keys_they_stand_in_one_line_apart_from_what_they_do(
    screen: str,
) -> None:
    async with app_at() as face:
        await face.press(*screen.split(), "?")
        assert face.shown == "HelpScreen"
        for line in face.app.screen.query(Line):
            keys = line.query_one(".key", Static)
            said = str(keys.content)
            assert len(said) <= keys.size.width < keys.outer_size.width, said


@pytest.mark.parametrize("key", ["?", "f1"])
async def test_help(key: str) -> None:
    """Every key of the run with what it does; the run goes on behind it."""
    async with app_at(120, 60, LEFT) as face:
        await bring(face, "hold")
        await face.press(key)
        assert face.shown == "HelpScreen"
        for words in (
            "n pagedown Next",
            "+ Five seconds more",
            "4 Worse: let go at once; or line 4",
            "c f2 Cramp! Relief starts at once",
            "! Red flags: when to get help",
            "q ctrl+c Quit; nothing is lost",
            "ctrl+p Everything by name",
        ):
            assert words in face.words
        await face.wait(3)
        await face.press(key)
        assert face.view.line == "HOLD LEFT 12 s"
        assert face.shown == "RunScreen"


QUITS = [("q", situation) for situation in ("start", "hold", "check", "toes up", "rest", "over")]


@pytest.mark.parametrize(("key", "situation"), [*QUITS, ("ctrl+c", "aside")])
async def test_quitting_never_discards(key: str, situation: str) -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, situation)
        gone = face.view.cooling
        await face.press(key)
        assert face.app._exit
        assert (face.event("relief_ended")["outcome"] == "gone") is gone


async def test_quitting_keeps_the_minutes_rested_and_the_questions_left_open() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "rest with list")
        await face.press("q")
        open_now = [(event["question"], event["answer"]) for event in face.events("answered")][1:]
        assert open_now == [("screen", "unanswered"), ("pain", "unanswered")]


OUTCOMES = {
    "start": "cancelled",
    "hold": "cancelled",
    "check": "stopped",
    "toes up": "gone",
    "aside": "worse",
    "spent": "unyielding",
}


async def test_stop_keeps_what_was_done() -> None:
    async with app_at(now=LEFT) as face:
        for situation, outcome in OUTCOMES.items():
            face.again(LEFT)
            await bring(face, situation)
            await face.press("x")
            assert face.view.phase is Phase.OVER
            assert face.events("relief_ended")[-1]["outcome"] == outcome


async def test_home_after_the_end() -> None:
    async with app_at() as face:
        for key in ("space", "enter", "n", "pagedown", "escape"):
            await face.press("c", "escape")
            assert face.shown == "RunScreen", "escape leaves no run that goes on"
            await face.press("x", key)
            assert face.shown == "HomeScreen"


async def test_the_palette_offers_what_has_a_key() -> None:
    async with app_at(100, 90) as face:
        await face.press("ctrl+p")
        for words in ("Cramp!", "Red flags", "Drank", "Mute", "Keys", "Theme", "Quit"):
            assert words in face.text
        await face.press("c", "r", "a", "enter")
        await face.settle()
        assert face.shown == "RunScreen"


async def test_f2_works_where_text_is_typed() -> None:
    async with app_at() as face:
        await face.press("ctrl+p", "c", "f2")
        assert face.shown == "RunScreen"


async def test_everything_by_name() -> None:
    async with app_at() as face:
        await face.press("ctrl+p", *"Drank", "down", "enter")
        assert len(face.events("drank")) == 1
        await face.press("ctrl+p", *"Settings", "down", "enter")
        assert face.shown == "SettingsScreen"


async def test_the_palette_offers_what_this_screen_does(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[keys]\nside = "k"\ndrank = "f9"\n', "utf-8")
    async with app_at(100, 120, LEFT) as face:
        await bring(face, "hold")
        await face.press("ctrl+p")
        for words in ("Other side", "On this screen (k)", "Note a drink (f9)", "Voice: on"):
            assert words in face.text
        await face.press(*"Other side", "down", "enter")
        assert face.view.side is Side.RIGHT


async def test_the_palette_tells_of_a_key_what_it_does_here() -> None:
    async with app_at(now=WorkoutWish("Leg curl")) as face:
        offered = {each.title for each in face.app.get_system_commands(face.app.screen)}
        assert offered >= {"Lighter", "Heavier", "A rep less", "Other exercise"}
        assert not any("workout:" in title for title in offered)
    async with app_at(now=LEFT) as face:
        offered = {each.title for each in face.app.get_system_commands(face.app.screen)}
        assert "Other position" in offered
        assert not any("in a workout" in title.lower() for title in offered)


async def test_the_palette_changes_a_setting_for_good(tmp_path: Path) -> None:
    async with app_at() as face:
        await face.press("ctrl+p", *"quiet", "down", "enter")
        assert face.app.services.settings.volume == "quiet"
        await face.press("ctrl+p", *"Theme", "down", "enter", *"relief-light", "down", "enter")
        assert face.app.theme == "relief-light"
    assert (tmp_path / "settings.toml").read_text("utf-8") == (
        'volume = "quiet"\ntheme = "relief-light"\n'
    )


async def test_keys_of_ones_own_stand_in_footer_and_help(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[keys]\nside = "k"\nhelp = "f4,f9"\n', "utf-8")
    async with app_at(140, 50, LEFT) as face:
        await bring(face, "hold")
        assert "k other side" in face.footer
        assert "f4 help" in face.footer
        await face.click("k other side")
        assert face.view.side is Side.RIGHT
        await face.press("f4")
        assert re.search(r"^ *k +Other side$", face.text, re.MULTILINE)
        assert re.search(r"^ *f4 f9 +The keys of this screen$", face.text, re.MULTILINE)


async def test_a_key_that_is_given_another_thing_changes_the_footers_at_once() -> None:
    async with app_at() as face:
        assert "d drank" in face.footer
        await face.press(",")
        for key, value in (("keys.drank", "f9"), ("keys.help", "f4")):
            assert face.app._choose(key, value) == ""
        await face.press("escape")
        assert "f9 drank" in face.footer
        assert "f4 help" in face.footer
