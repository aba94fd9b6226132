"""Red-flag cards: what opens one, what an open one forbids, and the only way to clear it."""

from __future__ import annotations

from contextlib import closing

import pytest

from relief_tui.coach import inputs as press
from relief_tui.coach.event import Flagged
from relief_tui.coach.step import Phase, Side
from relief_tui.services import Services
from relief_tui.wishes import ReliefOptions
from tests.screens.situations import bring
from tests.support.clock import FakeClock
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)


def flag(card: str, side: Side | None) -> None:
    """An earlier run of the program left a red flag open."""
    with closing(Services(clock=FakeClock())) as services:
        services.log.write("", Flagged(card, 2, side))


def flagged(face: Face) -> list[tuple[str, int, str | None]]:
    return [(event["card"], event["tier"], event["side"]) for event in face.events("flagged")]


async def test_only_two_presses_of_k_clear_a_flag() -> None:
    flag("RF04", Side.LEFT)
    async with app_at() as face:
        assert "Calf muscle tear, left" in face.text
        await face.press("!", "8")
        assert "k checked by a clinician" in face.footer
        await face.press("k")
        assert "Press k again: a clinician has checked this." in face.text
        assert face.events("flag_cleared") == []
        await face.press("escape", "!", "8", "k", "k")
        assert face.event("flag_cleared")["card"] == "RF04"
        assert "Cleared: a clinician has" in face.text
        assert face.shown == "HomeScreen"
        await face.press("k", "k")
        assert len(face.events("flag_cleared")) == 1
        assert "Calf muscle tear" not in face.text


async def test_cards_that_were_only_opened_to_read_call_nobody_unasked() -> None:
    async with app_at() as face:
        await face.press("!", "7")
        assert "If it is this: call your local emergency number now." in face.text
        await face.press("escape", "!", "1")
        assert "If it is this" not in face.text


async def test_a_card_longer_than_the_window_says_how_to_read_on() -> None:
    async with app_at(60, 20) as face:
        await face.press("!", "5")
        assert "↓ read on" in face.footer
    async with app_at(200, 60) as face:
        await face.press("!", "5")
        assert "read on" not in face.footer


async def test_turning_the_card_takes_the_first_k_back() -> None:
    async with app_at() as face:
        await face.press("!", "3", "k", "n", "k")
        assert face.events("flag_cleared") == []
        await face.press("p", "k")
        assert face.events("flag_cleared") == []


@pytest.mark.parametrize("way_out", ["q", "c"])
async def test_a_flag_stays_cleared_however_the_card_is_left(way_out: str) -> None:
    flag("RF04", Side.LEFT)
    async with app_at() as face:
        await face.press("!", "8", "k", "k", way_out)
        assert face.event("flag_cleared")["card"] == "RF04"


async def test_k_does_nothing_on_a_card_without_a_flag() -> None:
    async with app_at() as face:
        await face.press("!", "7", "k")
        assert "Press k again" not in face.text
        await face.press("k", "escape")
        assert face.events("flag_cleared") == []


@pytest.mark.parametrize("leg", [Side.LEFT, Side.BOTH, None])
async def test_an_open_flag_for_that_leg_ends_the_run_after_ease_out(leg: Side | None) -> None:
    """A leg that nobody named may be that leg."""
    flag("RF04", Side.LEFT)
    async with app_at(now=ReliefOptions(side=leg)) as face:
        await face.until(Phase.EASE_OUT)
        assert "next: GET HELP, a red flag is open" in face.text
        await face.wait(10)
        assert face.shown == "CardScreen"
        assert "GET HELP" in face.text
        await face.press("escape")
        assert "Rest the leg. Do what the card says." in face.text
        words = [event["phase"] for event in face.events("step_began")]
        assert words == ["STOP THE SET", "WEIGHT DOWN"]


@pytest.mark.parametrize(("card", "leg"), [("RF04", Side.RIGHT), ("RF11", Side.LEFT)])
async def test_the_other_leg_is_free_and_other_flags_forbid_nothing(card: str, leg: Side) -> None:
    flag(card, leg)
    async with app_at(now=LEFT) as face:
        await face.until(Phase.HOLD)


async def test_turning_to_the_flagged_leg_in_a_hold_ends_it() -> None:
    flag("RF04", Side.RIGHT)
    async with app_at(now=LEFT) as face:
        await bring(face, "hold")
        await face.press("s")
        assert face.shown == "CardScreen"
        assert "Calf muscle tear" in face.text


async def test_a_yes_in_the_list_after_a_cramp_shows_its_cards_at_once() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "rest with list")
        await face.wait(1)
        await face.press("2")
        assert face.shown == "CardScreen"
        assert flagged(face) == [("RF05", 1, "left"), ("RF02", 2, "left")]
        await face.press("escape")
        assert "Rest the leg. Do what the card says." in face.text
        assert "walk" not in face.text
        assert face.event("relief_ended")["outcome"] == "gone"


async def test_other_muscles_are_asked_about_before_a_card() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "rest with list")
        await face.wait(1)
        await face.press("4")
        assert "More than the two calves" in face.text
        await face.wait(1)
        await face.press("1")
        assert "Cramps in several muscles or spreading" in face.text
        assert flagged(face) == [("RF12", 2, "left")]


async def test_much_pain_now_shows_the_card_of_a_tear() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "rest with pain")
        await face.wait(1)
        await face.press("7")
        assert "Calf muscle tear" in face.text
        assert flagged(face) == [("RF04", 2, "left")]


async def test_ten_minutes() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "spent, list answered")
        while face.view.phase is not Phase.OVER:
            face.tell(press.Answer(answer="same"))
            face.clock.advance(face.run.conductor.wait_s() or 0.0)
            face.run.tick()
        await face.settle()
        assert face.clock.now() - 1000.0 == 600.0
        assert "GET HELP · Think of: Cramp not letting go" in face.text
        assert face.event("relief_ended")["outcome"] == "unyielding"
