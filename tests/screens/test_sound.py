"""What is heard while the app shows a run, on a machine that only pretends to sound."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from relief_tui.coach.step import Phase
from relief_tui.cues.heard import NO_TONES, NO_VOICE
from tests.cues.stage import Machine
from tests.support.pilot import Face, app_at

PLAYS, SPEAKS = "paplay", "espeak-ng"


@asynccontextmanager
async def app_on(*programs: str, **known: Any) -> AsyncIterator[tuple[Face, Machine]]:
    """The app at home on a machine with these programs."""
    machine = Machine(programs, **known)
    async with app_at() as face:
        services = face.app.services
        if machine.voice:
            services.choose("voice", "true")
        machine.wishes = lambda: (services.settings.volume, services.settings.voice)
        machine.cues.face(face.app.bell, face.app._note)
        services.__dict__["cues"] = machine.cues
        yield face, machine


def noted(face: Face) -> list[str]:
    """The notifications that stand there."""
    return [note.message for note in face.app._notifications]


def tones(machine: Machine) -> list[str]:
    """The tones that were played, by name."""
    return [each.argv[-1].removesuffix(".wav") for each in machine.started if each.program == PLAYS]


async def test_a_round_is_heard() -> None:
    async with app_on(PLAYS) as (face, machine):
        await face.press("c")
        await face.until(Phase.CHECK)
        heard = [name.rpartition("/")[2] for name in tones(machine)]
        count = ["three", "two", "one"]
        assert heard == [
            *("attention", "tick", *count, "tick", *count, "tick", *count),
            *("go", "halfway", *count, "let-go", "attention"),
        ]
        assert {name.split("/")[1] for name in tones(machine)} == {"normal"}
        assert machine.notes == []


async def test_what_does_not_sound_is_noted_once_and_no_key_is_taken_away() -> None:
    async with app_on(voice=True) as (face, machine):
        await face.press("c")
        await face.until(Phase.HOLD)
        assert noted(face) == [], "nothing stands before the words while it hurts"
        await face.press("1", "n")
        assert face.view.phase is Phase.REST
        assert noted(face) == [], "a rest has words too"
        await face.press("x", "space")
        assert face.shown == "HomeScreen"
        assert noted(face) == [NO_TONES, NO_VOICE]
        await face.press("c")
        assert noted(face) == []
        assert machine.started == []


async def test_mute_silences_what_sounds() -> None:
    codes: dict[str, int | None] = {PLAYS: None, SPEAKS: None}
    async with app_on(PLAYS, SPEAKS, codes=codes, voice=True) as (face, machine):
        await face.press("c")
        assert len(machine.sounding) == 2
        await face.press("m")
        assert machine.sounding == []
        await face.until(Phase.HOLD)
        assert len(machine.started) == 2


@pytest.mark.parametrize(("key", "volume"), [("6", "loud"), ("7", "normal"), ("8", "quiet")])
async def test_the_answer_to_the_first_question_is_heard_at_once(key: str, volume: str) -> None:
    async with app_on(PLAYS) as (face, machine):
        await face.press(key)
        assert tones(machine) == [f"sounds/{volume}/go"]


async def test_off_is_not_heard() -> None:
    async with app_on(PLAYS) as (face, machine):
        await face.press("9", "c")
        await face.until(Phase.HOLD)
        assert machine.started == []


async def test_a_voice_chosen_during_a_run_speaks_at_the_next_cue() -> None:
    async with app_on(SPEAKS) as (face, machine):
        await face.press("c")
        await face.until(Phase.EASE_IN)
        face.app.services.choose("voice", "true")
        await face.until(Phase.HOLD)
        assert machine.started[-1].argv[-1] == "Hold. 15 seconds."
