"""Whole reliefs, as somebody on the floor sees them and as the journal tells them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from relief_tui.app import ReliefApp
from relief_tui.coach import inputs as press
from relief_tui.coach.event import Flagged
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Phase, Side
from relief_tui.wishes import ReliefOptions
from tests.screens.situations import MILD, NONE
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)
AFTER_CARE = ("LOWER THE WEIGHT about 20 %", "rule of thumb", "Thirsty? SIP")
STOPPED, HELP = "Training is over today.", "Rest the leg. Need help: press [!]"


def phases(face: Face) -> list[str]:
    return [event["phase"] for event in face.events("step_began")]


def answers(face: Face) -> list[tuple[str, str | int]]:
    return [(event["question"], event["answer"]) for event in face.events("answered")]


async def test_nobody_there() -> None:
    """Not one key: mild holds, the question whether somebody is there, then no answer."""
    async with app_at(now=LEFT) as face:
        await face.until(Phase.CHECK)
        assert "HOW IS IT? LEFT 10 s" in face.text
        await face.wait(10)
        assert face.view.line == "EASE IN LEFT 5 s"
        await face.until(Phase.CHECK)
        await face.wait(10)
        assert "Still with me? A mild hold comes next. Need help: press [!]" in face.text
        await face.until(Phase.OVER)
        assert "No answer came: the holds are over." in face.text
        assert "Log saved." in face.text
        assert "LOWER THE WEIGHT" not in face.text

        ended = face.event("relief_ended")
        assert (ended["outcome"], ended["band"], ended["side"]) == ("unanswered", None, "left")
        assert ended["holds"] == len(face.events("hold_done")) == 6
        assert face.clock.now() - 1000.0 <= 300.0
        assert answers(face) == []


async def test_gone_at_the_first_check() -> None:
    """From that second what to lower and what to drink stand there, to the end and after it."""
    async with app_at(now=LEFT) as face:
        await face.until(Phase.CHECK)
        assert not any(words in face.text for words in AFTER_CARE)
        await face.press("1")
        assert "TOES TO SHIN LEFT 30 s" in face.text
        assert_after_care(face)
        await face.wait(30)
        assert "REST 180 s" in face.text
        assert "Any of these?" in face.text
        assert_after_care(face)
        await face.wait(1)
        await face.press("0")
        assert "Pain now?" in face.text
        assert_after_care(face)
        await face.wait(1)
        await face.press("2")
        assert "REST 178 s" in face.text
        assert_after_care(face)
        await face.until(Phase.WAITING)
        assert "Anything not right?" in face.text
        assert_after_care(face)
        await face.wait(1)
        await face.press("0")
        assert "LOWER THE WEIGHT about 20 %" in face.text
        assert "Go on lighter: about 20 % less" in face.text
        await face.wait(1)
        await face.press("0")
        assert "LOWER THE WEIGHT: No more curls today." in face.text
        for words in (*AFTER_CARE[1:], "easy walk, 5 minutes", "Log saved."):
            assert words in face.text

        ended = face.event("relief_ended")
        assert (ended["outcome"], ended["band"], ended["holds"]) == ("gone", "mild", 1)
        assert ended["time_to_relief_s"] == 44.0
        assert answers(face) == [
            ("check", "gone"),
            ("screen", 0),
            ("pain", 2),
            ("green", 0),
            ("plan", "not today"),
        ]


async def test_the_plan_with_a_load_and_the_light_set_that_follows() -> None:
    """The light set begins at once; a twitch in it is a cramp again, and the curls are over."""
    loaded = ReliefOptions(side=Side.LEFT, machine="prone", load=Load(45.0, Unit.KG))
    async with app_at(now=loaded) as face:
        await face.until(Phase.CHECK)
        face.tell(press.Answer(answer="gone"))
        await face.until(Phase.REST)
        face.tell(NONE, MILD)
        await face.look()
        assert "LOWER THE WEIGHT 45 → 35 kg" in face.text
        await face.until(Phase.WAITING)
        face.tell(NONE)
        await face.look()
        for words in (
            "LOWER THE WEIGHT 45 → 35 kg",
            "20 % less than 45 kg, rounded down",
            "rule of thumb",
            "At most 2 sets.",
            "Not today: Nordics",
            "Go on lighter: 35 kg",
            "ACTIVE RECOVERY: 10 kg, 8 slow reps",
            "not today: enough for today",
        ):
            assert words in face.text
        await face.wait(1)
        await face.press("a")
        assert "READY 10 s" in face.text
        assert "10 kg, working load 45 kg" in face.text
        await face.until(Phase.WORK)
        assert "rep 1 of 8" in face.text
        await face.press("c")
        assert "STOP THE SET" in face.words
        await face.until(Phase.CHECK)
        face.tell(press.Answer(answer="gone"))
        await face.look()
        assert "LOWER THE WEIGHT: No more curls today." in face.text
        first, second = face.events("relief_began")
        assert (second["machine"], second["load"]) == ("prone", first["load"])
        assert face.event("recovery_ended") == {
            "kind": "recovery_ended",
            "reps": 0,
            "outcome": "twitch",
        }


async def test_worse_in_a_light_set_is_a_twitch_and_relief_follows() -> None:
    async with app_at() as face:
        await face.press("a")
        await face.until(Phase.WORK)
        await face.wait(13)
        await face.press("4")
        assert "STOP THE SET" in face.words
        assert face.event("recovery_ended")["reps"] == 2
        assert face.event("recovery_ended")["outcome"] == "twitch"


async def test_a_light_set_is_refused_while_a_red_flag_is_open() -> None:
    async with app_at() as face:
        face.app.services.log.write("", Flagged("RF03", 2, Side.LEFT))
        await face.press("a")
        assert "Not now: a red flag is open" in face.words
        assert face.shown == "CardScreen"
        assert face.events("recovery_began") == []


async def test_no_light_set_while_a_timer_runs() -> None:
    async with app_at(now=LEFT) as face:
        await face.until(Phase.HOLD)
        await face.press("a")
        assert face.view.phase is Phase.HOLD
        assert face.events("recovery_began") == []


def assert_after_care(face: Face) -> None:
    assert [words for words in AFTER_CARE if words not in face.text] == []


async def test_home_again_with_the_last_cramp() -> None:
    async with app_at(now=LEFT) as face:
        await face.until(Phase.HOLD)
        await face.press("1", "x", "space")
        assert face.shown == "HomeScreen"
        assert face.part("#last") == "LAST CRAMP Mon 2 Nov, left calf let go in 0:26"


async def test_gone_then_silence() -> None:
    """Open questions are never read as none, and nobody is told to walk."""
    async with app_at(now=LEFT) as face:
        await face.until(Phase.CHECK)
        await face.press("1")
        gone = face.clock.now()
        await face.until(Phase.WAITING)
        assert "Any of these?" in face.text
        await face.until(Phase.OVER)
        assert face.clock.now() - gone == 300.0
        assert "No more curls today." in face.text
        assert "walk" not in face.text
        assert face.event("relief_ended")["outcome"] == "gone"
        assert answers(face)[1:] == [("screen", "unanswered"), ("pain", "unanswered")]


async def test_worse_in_a_hold() -> None:
    """Released at once; then two lists, and only after them a short hold with the knee bent."""
    async with app_at(now=LEFT) as face:
        await face.until(Phase.HOLD)
        await face.wait(4)
        await face.press("4")
        assert "LET GO LEFT 3 s" in face.text
        assert face.events("hold_done") == []
        assert HELP in face.text
        for words in ("Any of these?", "A pop or a tear", "One spot very sore to touch"):
            assert words in face.text
        await face.wait(3)
        assert face.view.words == "REST"
        assert HELP in face.text
        await face.press("0")
        assert "A pop, a tear, or a kick in the heel" in face.text
        await face.wait(1)
        await face.press("0")
        assert "TOES TO SHIN LEFT 8 s · Bent-knee stretch" in face.text
        assert "Bend that knee a little. Heel stays down." in face.text
        await face.until(Phase.HOLD)
        assert "HOLD LEFT 10 s" in face.text
        assert "Half the pull of before. Any sharper: let go." in face.text


async def test_worse_twice() -> None:
    async with app_at(now=LEFT) as face:
        await face.until(Phase.HOLD)
        await face.press("4")
        await face.wait(1)
        await face.press("0")
        await face.wait(1)
        await face.press("0")
        await face.until(Phase.HOLD)
        await face.press("4")
        assert face.shown == "CardScreen"
        for words in ("GET HELP", "Calf muscle tear", "Get medical help today."):
            assert words in face.words
        assert face.event("relief_ended")["outcome"] == "worse"
        assert face.event("flagged") == {
            "kind": "flagged", "card": "RF04", "tier": 2, "side": "left",
        }  # fmt: skip


async def test_worse_then_silence() -> None:
    async with app_at(now=LEFT) as face:
        await face.until(Phase.HOLD)
        await face.press("4")
        await face.until(Phase.OVER)
        assert face.clock.now() - 1000.0 == 300.0
        assert phases(face)[-2:] == ["LET GO", "REST"]
        assert STOPPED in face.text
        assert "walk" not in face.text
        assert face.event("relief_ended")["outcome"] == "worse"
        assert answers(face)[1:] == [("tear", "unanswered"), ("screen", "unanswered")]


async def test_same_climbs_and_easing_stays() -> None:
    async with app_at(now=LEFT) as face:
        for word in ("3", "2", "3"):
            await face.until(Phase.CHECK)
            await face.press(word)
        assert "Standing lunge stretch" in face.text
        await face.until(Phase.CHECK)
        assert [event["rung"] for event in face.events("hold_done")] == ["R1", "R2", "R2", "R3"]
        assert [event["seconds"] for event in face.events("hold_done")] == [15, 20, 20, 20]


async def test_nothing_is_kept_in_practice() -> None:
    async with app_at(now=ReliefOptions(practice=True)) as face:
        await face.until(Phase.CHECK)
        await face.press("1", "x")
        assert face.view.phase is Phase.OVER
        assert "Log saved." not in face.text
        assert face.events() == []


async def test_what_was_said_at_the_start_is_kept_to_the_end() -> None:
    load = Load(45.0, Unit.KG)
    said = ReliefOptions(Side.RIGHT, "seated", exercise="Seated curl", load=load, hold_s=12.0)
    async with app_at(now=said) as face:
        await face.until(Phase.EASE_OUT)
        assert "Let the legs come up straight, slowly." in face.text
        await face.until(Phase.HOLD)
        assert "HOLD RIGHT 12 s" in face.text
        await face.press("x")
        for event in (face.event("relief_began"), face.event("relief_ended")):
            kept = event["side"], event["machine"], event["exercise"], event["load"]
            assert kept == ("right", "seated", "Seated curl", {"value": 45.0, "unit": "kg"})


async def test_the_bell_rings_at_go_at_let_go_and_at_the_check(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By the bell that the app lends as it is built; no player is tried in a test."""
    rung: list[float] = []

    def ring(app: ReliefApp) -> None:
        rung.append(app.services.clock.now() - 1000.0)

    monkeypatch.setattr(ReliefApp, "bell", ring)
    async with app_at(now=LEFT) as face:
        await face.until(Phase.CHECK)
        assert rung == [26.0, 41.0, 44.0]
        await face.press("m")
        assert "Muted." in face.text
        await face.wait(60)
        assert rung == [26.0, 41.0, 44.0]
        await face.press("m")
        await face.until(Phase.CHECK)
        assert len(rung) > 3


async def test_the_journal_is_never_ahead_of_the_screen() -> None:
    """Steps are written as they begin, one after the other."""
    async with app_at(now=LEFT) as face:
        await face.until(Phase.CHECK)
        steps = [event["step"] for event in face.events("step_began")]
        assert all(after == before + 1 for before, after in pairwise(steps))
        assert steps[-1] == face.view.step
