"""Why did it cramp? What is known is shown, the rest asked; one change is tried, then judged."""

from __future__ import annotations

import pytest

from relief_tui.coach.event import Noted, WarmupEnded
from relief_tui.coach.step import Phase, Side
from relief_tui.wishes import ReliefOptions
from tests.screens.evenings import DAY_S, chosen, cramps
from tests.screens.situations import bring
from tests.support.pilot import Face, app_at

TOES = "Toes neutral, and stop short of the full bend."


def answers(face: Face) -> dict[str, object]:
    """What counts of the answers about a cramp."""
    undone = {event["event"] for event in face.events("undone")}
    return {
        entry.data["question"]: entry.data["answer"]
        for entry in face.app.services.log.entries(kinds={"answered"})
        if entry.id not in undone
    }


async def test_what_is_known_is_shown_and_four_keys_answer_the_rest() -> None:
    async with app_at(later_s=cramps(40.0, 45.0)) as face:
        await face.press("y")
        assert "cramp 2 of 2" in face.words
        assert "Known: [curl] · 45 kg, +12 % to your last cramp there" in face.words
        for number, title in enumerate(
            ("toes pointed?", "Where in the movement?", "sweat?", "sleep?"), start=1
        ):
            assert title in face.words
            assert f"{number} of 4" in face.words
            assert "CHANGE TO TRY" not in face.words
            await face.press("1" if number == 1 else "0")
        assert list(answers(face).values()) == [1, 0, 0, 0]
        assert "A short calf under load ● evidence: good" in face.words
        assert "The toes were pointed." in face.words
        assert "The load was 12 % above that of your last cramp there." in face.words
        assert "ONE CHANGE TO TRY: Ankle quiet, toes neutral." in face.words
        assert "More of it in the guide: g" in face.words
        assert "relief guide" not in face.words


async def test_the_causes_keep_the_order_of_the_evidence() -> None:
    async with app_at(120, 60, later_s=cramps(40.0)) as face:
        await face.press("y", "escape")
        titles = ("A short calf", "More than before", "Tired nerve", "No warm-up", "Fluid and salt")
        places = [face.text.index(title) for title in titles]
        assert places == sorted(places)
        assert "nothing of it is certain" in face.words
        assert "Too little is known to say." in face.words


async def test_questions_are_left_by_escape_and_asked_again_another_time() -> None:
    async with app_at(later_s=cramps(40.0)) as face:
        await face.press("y", "escape")
        assert "toes pointed?" not in face.words
        await face.press("escape")
        assert face.shown == "HomeScreen"
        await face.press("y")
        assert "toes pointed?" in face.words


@pytest.mark.parametrize("keys", ["& é à à", "1 2 0 0"])
async def test_a_french_keyboard_answers_too(keys: str) -> None:
    async with app_at(later_s=cramps(40.0)) as face:
        await face.press("y", *keys.split())
        assert list(answers(face).values()) == [1, 2, 0, 0]


async def test_nothing_but_a_number_answers() -> None:
    async with app_at(later_s=cramps(40.0)) as face:
        await face.press("y", "space", "enter", "4", "9")
        assert answers(face) == {}
        await face.click("Yes, pointed")
        assert answers(face) == {"why-toes": 1}


async def test_the_last_answer_can_be_taken_back() -> None:
    async with app_at(later_s=cramps(40.0)) as face:
        await face.press("y", "1", "2", "u")
        assert "Where in the movement?" in face.words
        assert answers(face) == {"why-toes": 1}
        await face.press("u", "u")
        assert answers(face) == {}


async def test_earlier_cramps() -> None:
    async with app_at(later_s=cramps(40.0, 45.0, 50.0)) as face:
        await face.press("y", "p", "left")
        assert "cramp 1 of 3" in face.words
        assert "40 kg" in face.words
        await face.press("p")
        assert "cramp 1 of 3" in face.words
        await face.press("n")
        assert "cramp 2 of 3" in face.words


async def test_without_a_cramp_one_sentence() -> None:
    async with app_at() as face:
        await face.press("y")
        assert "No cramp is written down yet" in face.words
        await face.press("1", "enter", "p", "n", "u", "escape")
        assert face.shown == "HomeScreen"


async def test_not_while_a_timer_runs_and_again_after_the_end() -> None:
    async with app_at(now=ReliefOptions(Side.LEFT)) as face:
        await bring(face, "hold")
        await face.press("y")
        assert face.shown == "RunScreen"
        face.again(ReliefOptions(Side.LEFT))
        await bring(face, "over")
        await face.click("why did it cramp?")
        assert "toes pointed?" in face.words
        await face.press("escape", "escape")
        assert face.view.phase is Phase.OVER


async def test_nothing_is_asked_of_what_was_no_cramp() -> None:
    async with app_at(now=ReliefOptions(Side.LEFT)) as face:
        await face.press("x")
        assert "why did it cramp?" not in face.footer


async def test_a_cramp_there_starts_relief() -> None:
    async with app_at(later_s=cramps(40.0)) as face:
        await face.press("y", "c")
        assert "STOP THE SET CRAMPED LEG 3 s" in face.text
        await face.press("x", "escape")
        assert face.shown == "WhyScreen"


# One change


@pytest.mark.parametrize("way", ["enter", "space", "click"])
async def test_a_change_is_noted_and_home_and_the_next_run_open_with_it(way: str) -> None:
    later_s = cramps(40.0)
    chosen(health_asked="true")
    async with app_at(later_s=later_s) as face:
        await face.press("y", "escape")
        await (face.click("Too little") if way == "click" else face.press(way))
        assert face.event("noted") == {"kind": "noted", "about": "change", "text": "position"}
        assert "✓ Noted" in face.words
        await face.press("enter", "escape")
        assert len(face.events("noted")) == 1
        assert f"To try: {TOES}" in face.words
        await face.press("a")
        assert f"To try: {TOES}" in face.words
        await face.until(Phase.WORK)
        assert "To try" not in face.words
        await face.press("x", "escape", "w", "3")
        assert f"To try: {TOES}" in face.words
        await face.until(Phase.WORK)
        assert "To try" not in face.words


async def test_a_relief_never_opens_with_it() -> None:
    async with app_at(later_s=cramps(40.0, after=(Noted("change", "position"),))) as face:
        await face.press("c")
        for phase in (Phase.START, Phase.POSITION, Phase.HOLD, Phase.CHECK):
            await face.until(phase)
            assert "To try" not in face.words


TRIED = (Noted("change", "position"),)


async def after_a_training(face: Face) -> None:
    face.app.services.log.write("later", WarmupEnded("done", 6, 0))
    await face.press("?", "escape")


@pytest.mark.parametrize(("key", "word"), [("1", "yes"), ("2", "no"), ("3", "not tried")])
async def test_after_a_training_home_asks_whether_it_helped(key: str, word: str) -> None:
    later_s = cramps(40.0, after=TRIED)
    chosen(health_asked="true")
    async with app_at(later_s=later_s) as face:
        assert "Did it help?" not in face.words
        await after_a_training(face)
        assert f"To try was: {TOES} Did it help?" in face.words
        await (face.click(word) if key == "3" else face.press(key))
        assert face.events("answered")[-1]["answer"] == int(key)
        assert "Did it help?" not in face.words
        assert (f"To try: {TOES}" in face.words) is (key == "3")


async def test_that_question_takes_no_key_away() -> None:
    later_s = cramps(40.0, after=TRIED)
    chosen(health_asked="true")
    async with app_at(later_s=later_s) as face:
        await after_a_training(face)
        await face.press("space")
        assert "STOP THE SET" in face.words
        assert face.events("answered") == []


@pytest.mark.parametrize(("cols", "rows"), [(40, 12), (60, 20), (80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("due", [False, True])
async def test_the_way_into_relief_stays_large(cols: int, rows: int, due: bool) -> None:
    later_s = cramps(40.0, 45.0, 45.0, after=TRIED)
    chosen(health_asked="true")
    async with app_at(cols, rows, later_s=later_s) as face:
        if due:
            await after_a_training(face)
        assert "Toes neutral" in face.words
        assert ("3  not tried" in face.text) is due
        assert "Cramps in 3 trainings" in face.words
        assert face.app.screen.query_one("#cramp").region.height >= rows // 4


# Cramps that come back


async def test_the_card_of_a_pattern_comes_up_once_after_the_relief_is_left() -> None:
    async with app_at(later_s=cramps(40.0)) as face:
        await face.press("c")
        await face.until(Phase.CHECK)
        await face.press("1", "x")
        assert face.shown == "RunScreen"
        await face.press("escape")
        assert face.shown == "CardScreen"
        assert "Think of: Cramps that come back" in face.words
        assert "Book a clinician in the next days." in face.words
        assert "Cramps in 2 trainings in a row." in face.words
        assert face.events("flagged") == [
            {"kind": "flagged", "card": "RF20", "tier": 3, "side": None}
        ]
        await face.press("escape")
        assert "60-minute watch" in face.words
        assert "open: Cramps that come back" in face.words
        face.clock.advance(DAY_S)
        await face.press("c")
        await face.until(Phase.CHECK)
        await face.press("1", "x", "escape")
        assert face.shown == "HomeScreen"
        assert len(face.events("flagged")) == 1


async def test_cleared_it_stays_away_until_the_next_cramp() -> None:
    async with app_at(later_s=cramps(40.0, 45.0)) as face:
        await face.press("a", "x", "escape", "k", "k")
        assert face.shown == "HomeScreen"
        assert "Cramps in" not in face.words
        await face.press("a", "x", "escape")
        assert face.shown == "HomeScreen"
        face.clock.advance(DAY_S)
        await face.press("c")
        await face.until(Phase.CHECK)
        await face.press("1", "x", "escape")
        assert face.shown == "CardScreen"


async def test_more_of_the_change_is_one_key_away() -> None:
    async with app_at(later_s=cramps(40.0)) as face:
        await face.press("y", "1", "1", "0", "0")
        assert "g more of it" in face.footer
        await face.press("g")
        assert face.shown == "GuideScreen"
        assert "Do not point the toes" in face.words
        await face.press("escape")
        assert "ONE CHANGE TO TRY" in face.words
