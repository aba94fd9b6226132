"""The health questions: once, skippable; where fluid is restricted no sip is spoken of."""

from __future__ import annotations

from pathlib import Path

import pytest

from relief_tui.coach.step import Phase, Side
from relief_tui.settings.keys import Said
from relief_tui.wishes import ReliefOptions
from tests.screens.evenings import chosen, cramps
from tests.screens.situations import SITUATIONS, bring
from tests.support.pilot import app_at

LEFT = ReliefOptions(side=Side.LEFT)
OFFER = "Health questions, once, skippable"


async def test_home_offers_them_after_the_first_questions_and_takes_no_key_away() -> None:
    async with app_at() as face:
        assert OFFER not in face.words
        await face.press("0")
        assert OFFER in face.words
        await face.press("c")
        assert "STOP THE SET" in face.words
        await face.press("x", "escape")
        assert OFFER in face.words


@pytest.mark.parametrize("way", ["0", "no, thank you"])
async def test_whoever_skips_them_is_not_asked_again(way: str) -> None:
    chosen()
    async with app_at() as face:
        await (face.press(way) if way == "0" else face.click(way))
        assert OFFER not in face.words
    async with app_at() as face:
        assert OFFER not in face.words


async def test_seven_keys_answer_seven_questions(tmp_path: Path) -> None:
    chosen()
    async with app_at() as face:
        await face.press("1")
        assert "a statin, a water tablet" in face.words
        assert "question 1 of 7" in face.words
        await face.press("1", "2", "0", "é", "2", "1")
        assert "question 7 of 7" in face.words
        await face.click("No")
        assert face.shown == "HomeScreen"
        settings = face.app.services.settings
        assert (settings.medicines, settings.pregnancy) == (Said.YES, Said.NO)
        assert (settings.sickle_trait, settings.kidney) == (Said.NOT_SAID, Said.NO)
        assert (settings.fluid_restriction, settings.clot_history) == (Said.YES, Said.NO)
    assert "fluid_restriction" in (tmp_path / "settings.toml").read_text("utf-8")


async def test_back_and_leaving_the_rest() -> None:
    chosen()
    async with app_at() as face:
        await face.press("1", "1", "p")
        assert "question 1 of 7 so far: yes" in face.words
        await face.press("escape")
        assert face.shown == "HomeScreen"
        assert OFFER not in face.words


async def test_they_can_be_reached_from_the_page_why_it_cramped() -> None:
    later_s = cramps(40.0)
    chosen(health_asked="true")
    async with app_at(100, 40, later_s=later_s) as face:
        await face.press("y", "escape", "i", "1", "escape")
        assert face.shown == "WhyScreen"
        await face.press("down", "down", "down")
        assert "card RF18" in face.words


# No sip where fluid is restricted


@pytest.mark.parametrize("window", [(40, 12), (120, 40)])
async def test_no_moment_of_a_run_speaks_of_a_sip(window: tuple[int, int]) -> None:
    chosen(fluid_restriction="yes")
    async with app_at(*window, LEFT) as face:
        for situation in SITUATIONS:
            face.again(LEFT)
            await bring(face, situation)
            words = face.words.lower()
            assert not [word for word in ("sip", "thirst", "drank") if word in words], situation


async def test_nor_does_home_and_the_key_still_notes_in_silence() -> None:
    chosen(fluid_restriction="yes")
    async with app_at(120, 40) as face:
        assert "drank" not in face.words
        for key in ("m", "ctrl+p", "y"):
            await face.press(key)
            words = face.words.lower()
            assert not [word for word in ("sip", "thirst", "drink yet") if word in words], key
            await face.press("escape")
        await face.press("d")
        assert "noted" not in face.words.lower()
        assert len(face.events("drank")) == 1


async def test_the_change_about_drinking_fits_who_must_not_drink_more() -> None:
    later_s = cramps(40.0)
    chosen(fluid_restriction="yes")
    async with app_at(120, 60, later_s=later_s) as face:
        await face.press("y", "0", "0", "1", "0")
        assert "ONE CHANGE TO TRY: How much to drink is what you agreed" in face.words
        assert "electrolytes" not in face.words


@pytest.mark.parametrize("now", [None, LEFT], ids=["home", "run"])
@pytest.mark.parametrize(
    ("setting", "keys", "condition"),
    [
        ("clot_history", "! 4", "Clot in the leg"),
        ("sickle_trait", "! 5", "Sickle cell trait collapse"),
    ],
)
async def test_the_card_that_concerns_one_most_lies_on_top(
    setting: str, keys: str, condition: str, now: ReliefOptions | None
) -> None:
    chosen(**{setting: "yes"})
    async with app_at(now=now) as face:
        if now:
            await face.until(Phase.HOLD)
        await face.press(*keys.split())
        assert f"Think of: {condition}" in face.words
