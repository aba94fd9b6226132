"""``!`` in every phase and at home: the lines, the cards they lead to, the way back."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from relief_tui.coach.event import FlagCleared
from relief_tui.coach.step import Phase, Side
from relief_tui.wishes import ReliefOptions
from tests.screens.situations import SITUATIONS, bring
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


def flagged(face: Face) -> list[tuple[str, int, str | None]]:
    return [(event["card"], event["tier"], event["side"]) for event in face.events("flagged")]


@pytest.mark.parametrize("half", [0, 1])
async def test_going_back_changes_nothing(half: int) -> None:
    """The run goes on with what remained; a rest goes on behind the list."""
    async with app_at(now=LEFT) as face:
        for situation in list(SITUATIONS)[half::2]:
            face.again(LEFT)
            await bring(face, situation)
            before = face.view
            await face.press("!")
            assert face.shown == "PickerScreen"
            assert [line for line in LINES if line not in face.text] == []
            face.clock.advance(LONG_S)
            face.run.tick()
            await face.press("escape")
            assert face.shown == "RunScreen"
            rests = before.words == "REST" and before.seconds and not before.paused
            rested = LONG_S if rests else 0
            assert face.view.line == replace(before, seconds=before.seconds - rested).line
            assert face.view.paused is before.paused
        assert flagged(face) == []


EVERYWHERE = [
    *("", "w", ",", "?", "y", "y i", "0 1", "ctrl+p", "! 7", "c", "a", "w 3", "c x", "a x"),
    *("g", "g down enter enter", "g / c o f f e e", "g / c o f f e e enter s"),
]
"""Keys from home to every screen there is, and to runs of every kind, going on and over."""


@pytest.mark.parametrize("way", EVERYWHERE)
async def test_from_every_screen_two_keys_reach_the_card(way: str) -> None:
    """Not in the palette, where ``!`` is a letter: it is left by escape."""
    for number, condition in ((1, "Clot reached the lungs"), (3, "Achilles tendon rupture")):
        async with app_at() as face:
            await face.press(*way.split())
            if way == "ctrl+p":
                await face.press("escape")
            await face.press("!", str(number))
            assert face.shown == "CardScreen"
            assert f"GET HELP · Think of: {condition}" in face.text
            assert flagged(face)
            if face.app.run_screen is not None:
                assert face.view.phase is Phase.OVER


ALL_TRAINING = ["toes up", "plan", "work", "between", "ready", "get ready", "roll left", "reps"]


@pytest.mark.parametrize(("number", "tier"), [(5, 1), (3, 2)])
async def test_the_first_two_tiers_end_after_care_light_sets_and_warm_ups(
    number: int, tier: int
) -> None:
    async with app_at(now=LEFT) as face:
        for situation in ALL_TRAINING:
            face.again(LEFT)
            await bring(face, situation)
            await face.press("!", str(number))
            assert face.shown == "CardScreen", situation
            assert flagged(face)[-1][1] == tier
            await face.press("escape")
            assert face.view.phase is Phase.OVER, situation
            for flag in face.app.services.log.open_flags():
                face.app.services.log.write("", FlagCleared(flag.card, flag.side))


ENDED = ["start", "hold", "check", "release", "rest with pain", "spent, list answered", "over"]


async def test_a_number_ends_the_run_and_shows_the_cards() -> None:
    async with app_at(now=LEFT) as face:
        for situation in ENDED:
            face.again(LEFT)
            await bring(face, situation)
            over = face.view.phase is Phase.OVER
            await face.press("!", "5")
            assert face.shown == "CardScreen"
            for words in ("GET HELP", "emergency number", "card 1 of 2", "DO NOT"):
                assert words in face.text
            assert flagged(face)[-2:] == [("RF06", 1, "left"), ("RF13", 1, "left")]
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
    ("now", "answer", "order"),
    [
        (None, "1", ["hyponatraemia, severe", "hyponatraemia, early", "Heat stroke"]),
        (LEFT, "0", ["Heat stroke", "Heat exhaustion", "Sickle cell trait collapse"]),
    ],
    ids=["home", "run"],
)
async def test_how_much_was_drunk_orders_the_cards(
    now: ReliefOptions | None, answer: str, order: list[str]
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


@pytest.mark.parametrize(("wide", "high"), [(80, 24), (60, 20), (40, 12)])
async def test_which_card_of_how_many_stands_in_one_line(wide: int, high: int) -> None:
    count = re.compile(r"card \d of \d")
    async with app_at(wide, high) as face:
        for number in range(1, 7):
            await face.press("!", str(number))
            assert count.findall(face.text) == count.findall(face.words), number
            await face.press("escape")
