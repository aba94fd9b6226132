"""What the surface promises of every moment of a relief, in every window, and how it looks.

After a change that was meant: ``pytest tests/screens --snapshot-update``, and look at what
changed in the pictures.
"""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from relief_tui.coach.step import Phase, Side
from relief_tui.wishes import ReliefOptions
from tests.screens.evenings import chosen, cramps
from tests.screens.pictures import picture
from tests.screens.situations import SITUATIONS, bring
from tests.support.pilot import Face, app_at

pytestmark = pytest.mark.usefixtures("still")
LEFT = ReliefOptions(side=Side.LEFT)
PICTURED = ["40x12", "80x24", "200x60"]
BETWEEN = ["60x20", "120x40"]
WINDOWS = [*PICTURED, *BETWEEN]
SOME = ["start", "ease out", "hold", "check", "aside", "toes up", "rest with list", "over"]
SOME += ["set", "lower", "lower, own", "exercise off", "sip", "set rest", "set by tempo"]
SOME += ["green", "plan", "work", "change", "roll left", "reps", "reps by key", "warm-up over"]
"""Moments of every kind: what is right in three windows is looked at less in those between."""
LINES = {
    "start": "STOP THE SET LEFT 3 s",
    "ease out": "WEIGHT DOWN LEFT 10 s",
    "position": "TOES TO SHIN LEFT 8 s",
    "ease in": "EASE IN LEFT 5 s",
    "hold": "HOLD LEFT 15 s",
    "let go": "LET GO LEFT 3 s",
    "check": "HOW IS IT? LEFT 10 s",
    "release": "LET GO LEFT 3 s",
    "aside": "REST 271 s",
    "toes up": "TOES TO SHIN LEFT 30 s",
    "rest with list": "REST 180 s",
    "rest with pain": "REST 180 s",
    "rest": "REST 180 s",
    "spent": "REST 60 s",
    "spent, list answered": "REST 60 s",
    "recheck": "HOW IS IT? LEFT 10 s",
    "paused": "HOLD LEFT 13 s",
    "away": "HOLD LEFT 13 s",
    "waiting": "REST 0 s",
    "green": "REST 0 s",
    "plan": "LOWER THE WEIGHT about 20 %",
    "swap": "LOWER THE WEIGHT about 20 %",
    "over": "IT LET GO",
    "ready": "READY 10 s",
    "work": "WORK BOTH 48 s",
    "between": "REST 75 s",
    "light set over": "DONE",
    "get ready": "READY 10 s",
    "change": "READY 5 s",
    "switch": "READY 5 s",
    "roll left": "WORK LEFT 30 s",
    "roll right": "WORK RIGHT 30 s",
    "reps": "WORK BOTH 40 s",
    "reps by key": "WORK BOTH 10 reps",
    "warm-up over": "DONE",
    "set": "set 1 of 3",
    "set without a load": "set 1 of 3",
    "set after the last": "set 2",
    "lower": "LOWER THE WEIGHT 45 → 35 kg",
    "lower, own": "LOWER THE WEIGHT 45 → 35 kg",
    "exercise off": "No more curls today.",
    "sip": "Thirsty? SIP",
    "set rest": "REST 150 s",
    "set rest, paused": "REST 150 s",
    "set ready": "READY 5 s",
    "set by tempo": "WORK BOTH 60 s",
    "workout over": "DONE",
}
ANSWERS = ("gone", "easing", "same", "worse")
AFTER_CARE = ("LOWER THE WEIGHT about 20 %", "rule of thumb", "Thirsty? SIP")
OVER = ("LOWER THE WEIGHT: No more curls today.", *AFTER_CARE[1:])


def size_of(window: str) -> tuple[int, int]:
    cols, _, rows = window.partition("x")
    return int(cols), int(rows)


def promised(face: Face, situation: str) -> list[str]:
    """What must stand there, each in one line. Where a window is narrow, previews may not."""
    view = face.view
    xs = face.app.size.width < 50
    words = [LINES[situation]] if not (xs and view.beat and view.lifting) else []
    if view.checking:
        words += ANSWERS
    if view.lowering:
        words += OVER if view.phase is Phase.OVER else AFTER_CARE
    if view.phase is Phase.PLAN:
        words += ["rule of thumb"]
    if view.beat is not None:
        reps = view.beat.reps
        words += [f"{view.beat.word} REP 1/{reps}" if xs else f"rep 1 of {reps}"]
        words += ["60° stop here"] if view.lifting else []
    if view.warming:
        words.append("next: ")
        short = view.beat and face.app.size.width < 76
        words += [] if xs else [view.title if short else view.position, " left"]
    if view.workout is not None:
        words += [view.workout.exercise]
        words += ["rule of thumb"] if view.workout.lower or view.workout.off else []
        words += [str(view.workout.load)] if view.workout.load and not view.workout.off else []
    previewed = view.next and not (view.list_open or view.paused or view.phase is Phase.START)
    if previewed and face.app.size.width >= 50:
        words.append(f"next: {view.next}")
    return words


@pytest.mark.parametrize("window", WINDOWS)
async def test_every_moment(window: str, snapshot: SnapshotAssertion) -> None:
    async with app_at(*size_of(window), LEFT) as face:
        for situation in SITUATIONS if window in PICTURED else SOME:
            face.again(LEFT)
            await bring(face, situation)
            lines = face.text.split("\n")
            missing = [
                words
                for words in promised(face, situation)
                if not any(words in line for line in lines)
            ]
            assert missing == [], situation
            if window in PICTURED:
                assert picture(face) == snapshot(name=situation)


ELSEWHERE = {
    "home": ("", "CRAMP"),
    "exercises": ("t", "▶ 1 Leg curl"),
    "an exercise that is typed": ("t slash n o r d", "nord"),
    "picker": ("!", "RED FLAGS"),
    "card": ("! 3", "GET HELP · Think of: Achilles tendon"),
    "question on a card": ("! 2", "GET HELP · Think of: Heat stroke"),
    "help": ("?", "KEYS"),
    "warm-ups": ("w", "standard"),
    "why": ("y", "No cramp is written down yet"),
    "guide": ("g", "What this is, and is not"),
    "a topic of the guide": ("g down enter", "Stop the pain first"),
    "a page of the guide": ("g / c o f f e e enter", "↺ corrected"),
    "sources": ("g / c o f f e e enter s", "Sources of: Coffee"),
    "settings": (",", "The unit loads are read and shown in."),
    "a setting that is typed": (", down down enter", "stack_step ="),
}


@pytest.mark.parametrize("window", [*WINDOWS, "30x10"])
async def test_elsewhere(window: str, snapshot: SnapshotAssertion) -> None:
    async with app_at(*size_of(window)) as face:
        for name, (keys, words) in ELSEWHERE.items():
            await face.press(*keys.split())
            assert any(words in line for line in face.text.split("\n")) or window == "30x10"
            assert words in face.words
            if window in PICTURED:
                assert picture(face) == snapshot(name=name)
            while face.shown != "HomeScreen":
                await face.press("escape")


WHY = {
    "question": ("y", "Known: [curl] · 45 kg"),
    "causes": ("escape", "A short calf under load"),
    "change": ("enter", "Go back to the last load"),
    "health question": ("i", "Do you take a statin"),
}
"""One after the other; the first from home."""


@pytest.mark.parametrize("window", [*WINDOWS, "30x10"])
async def test_why_it_cramped(window: str, snapshot: SnapshotAssertion) -> None:
    later_s = cramps(40.0, 45.0)
    chosen(health_asked="true", medicines="yes")
    async with app_at(*size_of(window), later_s=later_s) as face:
        for name, (key, words) in WHY.items():
            await face.press(key)
            assert words in face.words
            if window in PICTURED:
                assert picture(face) == snapshot(name=name)
