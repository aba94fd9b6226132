"""``!`` in every phase, the cards it leads to, and what an open flag forbids."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from relief_tui.coach import inputs as press
from relief_tui.coach.event import Flagged
from relief_tui.coach.step import Phase, Side
from relief_tui.services import ReliefOptions, Services
from tests.screens.situations import SITUATIONS, bring
from tests.support.clock import FakeClock
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)
LINES = (
    "1    Breathless or chest pain",
    "2    Confused, very hot, or fainting",
    "3    Popped, tore, or kicked in the heel",
    "4    One leg swollen, hot, red, numb or cold",
    "5    Dark urine, or very weak",
    "6    Cramps in other muscles, or spreading",
    "7    Something else",
    "0    none of these: go back",
)
LONG_S = 20


def flag(card: str, side: Side | None) -> None:
    """An earlier run of the program left a red flag open."""
    with closing(Services(clock=FakeClock())) as services:
        services.log.write("", Flagged(card, 2, side))


def flagged(face: Face) -> list[tuple[str, int, str | None]]:
    return [(event["card"], event["tier"], event["side"]) for event in face.events("flagged")]


@pytest.mark.parametrize("situation", SITUATIONS)
async def test_at_every_moment(situation: str) -> None:
    """Going back changes nothing, a rest goes on meanwhile; a number ends the run with its cards.

    What is named after the run is kept without a leg.
    """
    async with app_at(now=LEFT) as face:
        await bring(face, situation)
        before = face.view
        over = before.phase is Phase.OVER
        await face.press("!")
        assert face.shown == "PickerScreen"
        assert [line for line in LINES if line not in face.text] == []
        face.clock.advance(LONG_S)
        face.run.tick()
        await face.press("escape")
        assert face.shown == "RunScreen"
        rested = LONG_S if before.words == "REST" and before.seconds else 0
        assert face.view.line == replace(before, seconds=before.seconds - rested).line
        assert face.view.paused is before.paused
        assert flagged(face) == []

        await face.press("!", "1")
        assert face.shown == "CardScreen"
        for words in ("GET HELP", "emergency number", "card 1 of 2", "DO NOT"):
            assert words in face.text
            assert flagged(face) == [("RF01", 1, "left"), ("RF24", 1, "left")]
        await face.press("escape")
        assert face.view.phase is Phase.OVER
        assert over or "Rest the leg. Do what the card says." in face.text


async def test_at_home_too() -> None:
    async with app_at() as face:
        await face.press("!", "3")
        assert "GET HELP · Think of: Achilles tendon rupture" in face.text
        await face.press("escape")
        assert face.shown == "HomeScreen"
        assert "Achilles tendon rupture, leg not named" in face.words
        assert flagged(face) == [("RF03", 2, None), ("RF04", 2, None)]


@pytest.mark.parametrize(
    ("answer", "order"),
    [
        ("1", ["hyponatraemia, severe", "hyponatraemia, early", "Heat stroke"]),
        ("0", ["Heat stroke", "Heat exhaustion", "Sickle cell trait collapse"]),
    ],
)
@pytest.mark.parametrize("now", [None, LEFT], ids=["home", "run"])
async def test_how_much_was_drunk_orders_the_cards(
    answer: str, order: list[str], now: ReliefOptions | None
) -> None:
    async with app_at(now=now) as face:
        await face.press("!", "2")
        assert "Heat stroke   card 1 of 5" in face.text
        assert "Far more to drink than usual?  1 yes · 0 no" in face.text
        await face.press(answer)
        assert "Far more to drink" not in face.text
        for condition in order:
            assert condition in face.text
            await face.press("n")
        assert len(flagged(face)) == 5


async def test_something_else_shows_every_card_and_flags_nothing() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "hold")
        await face.press("!", "7")
        seen = [face.words.partition("Think of: ")[2].partition(" card ")[0]]
        for number in range(2, 26):
            await face.press("n")
            assert f"card {number} of 25" in face.words
            seen.append(face.words.partition("Think of: ")[2].partition(" card ")[0])
        cards = face.app.services.script.safety
        assert seen == [card.condition for card in cards.by_tier(cards.cards)]
        await face.press("n", "p", "escape")
        assert face.view.line == "HOLD LEFT 15 s"
        assert not face.view.paused
        assert flagged(face) == []


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
        await face.press("k", "k")
        await face.press("escape")
        assert len(face.events("flag_cleared")) == 1
        assert "Calf muscle tear" not in face.text


async def test_turning_the_card_takes_the_first_k_back() -> None:
    async with app_at() as face:
        await face.press("!", "3", "k", "n", "k")
        assert face.events("flag_cleared") == []
        await face.press("p", "k")
        assert face.events("flag_cleared") == []


@pytest.mark.parametrize("way_out", ["q", "c", "f2", "ctrl+c"])
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
