"""Every key during a relief does what the table of keys says."""

from __future__ import annotations

import pytest

from relief_tui.coach.step import Phase, Side
from relief_tui.wishes import ReliefOptions
from tests.screens.situations import bring
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)
ROUND = ["position", "ease in", "hold", "let go", "check"]
ANSWERS = {"1": "gone", "2": "easing", "3": "same", "4": "worse"}
FRENCH = {"&": "gone", "é": "easing", '"': "same", "'": "worse"}


def said(face: Face) -> list[tuple[str, str | int]]:
    return [(event["question"], event["answer"]) for event in face.events("answered")]


@pytest.mark.parametrize("key", ["n", "enter", "pagedown"])
async def test_next(key: str) -> None:
    """One press, one step."""
    async with app_at(now=LEFT) as face:
        for line in ("WEIGHT DOWN LEFT 10 s", "TOES TO SHIN LEFT 8 s", "EASE IN LEFT 5 s"):
            await face.press(key)
            assert face.view.line == line


@pytest.mark.parametrize("key", ["p", "pageup"])
async def test_back(key: str) -> None:
    """Back is the whole step again."""
    async with app_at(now=LEFT) as face:
        await bring(face, "position")
        await face.wait(5)
        await face.press(key)
        assert face.view.line == "WEIGHT DOWN LEFT 10 s"


async def test_again() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "hold")
        await face.wait(7)
        await face.press("r")
        assert face.view.line == "HOLD LEFT 15 s"


async def test_pause_keeps_what_remains() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "hold")
        await face.wait(4)
        await face.press("space")
        await face.wait(600)
        assert "HOLD LEFT 11 s · paused" in face.text
        assert "Paused. SPACE go on · r restart" in face.text
        await face.press("space")
        assert face.view.line == "HOLD LEFT 11 s"
        assert [event["kind"] for event in face.events("paused", "resumed")] == [
            "paused", "resumed",
        ]  # fmt: skip


async def test_away_means_the_ramp_again() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "away")
        assert "away 3:12 – SPACE go on · r restart" in face.text
        await face.press("space")
        assert face.view.line == "EASE IN LEFT 5 s"
        assert face.event("paused")["away_s"] == 192.0


async def test_five_seconds_more_and_less() -> None:
    """A hold never gets longer than 30 s."""
    async with app_at(now=LEFT) as face:
        await bring(face, "hold")
        for key, seconds in (("+", 20), ("=", 25), ("+", 30), ("+", 30), ("-", 25), ("-", 20)):
            await face.press(key)
            assert face.view.line == f"HOLD LEFT {seconds} s"


async def test_less_than_nothing_is_the_next_step() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "ease in")
        await face.press("-")
        assert face.view.line == "HOLD LEFT 15 s"


async def test_other_side() -> None:
    async with app_at() as face:
        await face.press("c")
        assert "STOP THE SET CRAMPED LEG 3 s" in face.text
        for word in ("LEFT", "RIGHT", "BOTH", "LEFT"):
            await face.press("s")
            assert f"STOP THE SET {word} 3 s" in face.text
        await face.press("x")
        assert face.event("relief_ended")["side"] == "left"


async def test_the_other_side_gets_its_full_time() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "hold")
        await face.wait(9)
        await face.press("s")
        assert face.view.line == "EASE IN RIGHT 5 s"


async def test_other_position() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "hold")
        await face.press("o")
        assert "TOES TO SHIN LEFT 8 s · Bench or wall lean" in face.text


async def test_undo() -> None:
    """Ten seconds long, and with the time that was left."""
    async with app_at(now=LEFT) as face:
        await bring(face, "hold")
        await face.wait(4)
        await face.press("1")
        await face.wait(9)
        assert "u undo" in face.footer
        await face.press("u")
        assert face.view.line == "HOLD LEFT 11 s"
        assert len(face.events("undone")) == 2  # of the answer and of the half hold
        await face.press("1")
        await face.wait(11)
        assert "u undo" not in face.footer
        await face.press("u")
        assert face.view.words == "TOES TO SHIN LEFT"


async def test_the_answers() -> None:
    async with app_at(now=LEFT) as face:
        for key, word in [*ANSWERS.items(), *FRENCH.items()]:
            face.again(LEFT)
            await bring(face, "check")
            await face.press(key)
            assert said(face)[-1] == ("check", word)
            assert not face.view.checking


async def test_still_there() -> None:
    async with app_at(now=LEFT) as face:
        for key in ("space", "n", "pagedown", "enter"):
            face.again(LEFT)
            await bring(face, "check")
            await face.press(key)
            assert said(face)[-1] == ("check", "still")
            assert face.view.line == "EASE IN LEFT 5 s"


async def test_arrows_choose() -> None:
    async with app_at(now=LEFT) as face:
        for arrows, word in (
            ("right", "gone"),
            ("down right", "easing"),
            ("left down", "same"),
            ("up right down left", "same"),
            ("up down right", "worse"),
        ):
            face.again(LEFT)
            await bring(face, "check")
            await face.press(*arrows.split(), "enter")
            assert said(face)[-1] == ("check", word)


async def test_the_frame_is_gone_at_the_next_check() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "check")
        await face.press("right", "space")
        await face.until(Phase.CHECK)
        await face.press("enter")
        assert said(face) == [("check", "still"), ("check", "still")]


async def test_gone_ends_a_round() -> None:
    async with app_at(now=LEFT) as face:
        for situation in ("ease in", "hold", "let go"):
            face.again(LEFT)
            await bring(face, situation)
            await face.press("1")
            assert face.view.line == "TOES TO SHIN LEFT 30 s"


async def test_worse_acts_in_every_phase_of_a_round() -> None:
    """It lets go at once; where nothing was pulled yet there is nothing to let go of."""
    async with app_at(now=LEFT) as face:
        for situation in ("start", "ease out", *ROUND):
            face.again(LEFT)
            await bring(face, situation)
            await face.press("4")
            assert face.view.words == ("LET GO LEFT" if situation in ROUND else "REST")
            assert "A pop or a tear" in face.text
            assert "Rest the leg. Need help: press [!]" in face.text


async def test_the_way_out_still_stands_there_when_it_gets_worse_under_the_weight() -> None:
    async with app_at(now=ReliefOptions(machine="prone")) as face:
        await bring(face, "ease out")
        await face.press("4")
        assert "Let the pad DOWN slowly with both legs." in face.text


async def test_a_list_ignores_keys_in_its_first_second() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "rest with list")
        await face.wait(0.9)
        await face.press("0", "2", "space", "n")
        assert face.view.line == "REST 180 s"
        assert said(face) == [("check", "gone")]
        await face.wait(0.1)
        await face.press("0")
        assert said(face)[-1] == ("screen", 0)


@pytest.mark.parametrize(("key", "shown"), [("!", "PickerScreen"), ("x", "RunScreen")])
async def test_a_list_never_ignores(key: str, shown: str) -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "rest with list")
        await face.press(key)
        assert face.shown == shown
        assert (face.view.phase is Phase.OVER) is (key == "x")


async def test_nothing_but_a_number_answers_a_list() -> None:
    async with app_at(now=LEFT) as face:
        await bring(face, "release")
        await face.wait(2)
        for key in ("space", "enter", "pagedown", "n", "5", "9"):
            await face.press(key)
            assert "A pop or a tear" in face.text
        assert said(face) == [("check", "worse")]


async def test_pain_now() -> None:
    """``1`` waits for the ``0`` that would make it ten."""
    async with app_at(now=LEFT) as face:
        for keys, waited, pain in (
            ("0", 0.0, 0), ("à", 0.0, 0), ("é", 0.0, 2), ("6", 0.0, 6),
            ("1", 1.6, 1), ("1 3", 0.0, 3), ("1 0", 0.0, 10),
        ):  # fmt: skip
            face.again(LEFT)
            await bring(face, "rest with pain")
            await face.wait(1)
            first, *more = keys.split()
            await face.press(first)
            assert ("1…  press 0 for 10" in face.text) is (first == "1")
            await face.wait(waited)
            await face.press(*more)
            assert said(face)[-1] == ("pain", pain)
