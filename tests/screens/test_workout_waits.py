"""A workout that waits at home: for a cramp, for the training key, for another process."""

from __future__ import annotations

from dataclasses import replace

import pytest

from relief_tui.coach.step import Phase, Tempo
from relief_tui.coach.training import TRAINING_S
from relief_tui.report.beginning import NOTHING_TO_GO_ON_WITH
from relief_tui.services import Services
from relief_tui.wishes import ReliefOptions, WorkoutWish
from tests.screens.workouts import WISH, cramped, kg
from tests.support.pilot import Face, app_at

OFFER = "GO ON? workout, Leg curl set 2 of 3, REST"


def told(face: Face) -> list[str]:
    """The toasts that stand there."""
    return [each.message for each in face.app._notifications]


async def test_a_cramp_at_home_leaves_it_waiting_and_lower() -> None:
    async with app_at(now=WISH) as face:
        await face.press("enter", "escape", "c")
        assert "STOP THE SET" in face.text
        began = face.event("relief_began")
        assert (began["exercise"], began["load"]["value"]) == ("Leg curl", 45.0)
        await face.until(Phase.CHECK)
        await face.press("1", "x", "space")
        assert face.shown == "HomeScreen"
        assert OFFER in face.words
        assert face.events("workout_ended") == []
        await face.press("space", "enter")
        assert "No more curls today." in face.text
        assert len(face.events("workout_began")) == 1


async def test_the_training_key_goes_on_with_it_and_leads_to_the_list() -> None:
    async with app_at(now=WISH) as face:
        await face.press("enter", "escape", "t")
        assert face.shown == "RunScreen"
        assert face.view.line.startswith("REST 1")
        assert told(face)[0].startswith("GOING ON: workout, Leg curl set 2 of 3, REST")
        assert len(face.events("workout_began")) == 1
        await face.press("t")
        assert face.shown == "TrainingScreen"


async def test_the_command_again_goes_on_with_it() -> None:
    async with app_at(now=WISH) as face:
        await face.press("enter", "q")
    async with app_at(now=WorkoutWish(load=kg(60.0))) as face:
        assert face.view.line.startswith("REST 1")
        assert "45 kg" in face.text
        assert len(face.events("workout_began")) == 1


async def test_one_that_goes_on_elsewhere_is_told() -> None:
    async with app_at(now=WISH) as face:
        await face.press("enter", "escape")
        other = Services(face.app.services.paths, face.app.services.clock)
        run = other.go_on()
        assert run is not None
        run.begin()
        await face.press("space")
        assert face.shown == "HomeScreen"
        assert told(face) == [NOTHING_TO_GO_ON_WITH]
        other.close()


@pytest.mark.parametrize("size", [(40, 14), (60, 20), (80, 24), (120, 40)])
async def test_that_one_was_closed_covers_nothing_that_is_asked(size: tuple[int, int]) -> None:
    async with app_at(*size) as face:
        for run in ("first", "second"):
            cramped(face, run)
        relief = face.app.services.relief(ReliefOptions())
        relief.begin()
        relief.leave()
        face.app.runs.train(WISH)
        await face.settle()
        assert told(face)[0].startswith("Closed: relief, STOP THE SET")
        assert "Closed: relief" in face.text
        assert "1  Two-leg Romanian deadlift" in face.text
        assert "2  Hip thrust, toes up" in face.text


async def test_the_exercise_that_was_chosen_on_the_plan_comes_next() -> None:
    async with app_at(now=WISH) as face:
        await face.press("c")
        await face.until(Phase.CHECK)
        await face.press("1")
        await face.until(Phase.REST)
        for answer in ("0", "2"):
            await face.wait(1)
            await face.press(answer)
        await face.until(Phase.WAITING)
        for answer in ("0", "3", "2"):
            await face.wait(1)
            await face.press(answer)
        await face.press("space")
        assert face.view.workout is not None
        assert face.view.workout.name == "Hip thrust, toes up"
        await face.press("o", "w", "escape")
        assert face.view.workout.name != "Hip thrust, toes up"


async def test_a_cramp_after_the_end_knows_what_was_lifted_last() -> None:
    async with app_at(now=WISH) as face:
        await face.press("enter", "o", "x", "c")
        assert "STOP THE SET" in face.text
        await face.press("x")
        began = face.event("relief_began")
        assert (began["exercise"], began["load"]["value"]) == ("Leg curl", 45.0)


async def test_a_sip_after_an_absence_is_noted_as_it_is_told() -> None:
    async with app_at(now=replace(WISH, tempo=Tempo(3.0, 0.0, 3.0))) as face:
        await face.press("space")
        await face.until(Phase.TEMPO)
        face.clock.advance(60.0)
        await face.press("d")
        assert told(face) == ["Sip noted."]
        assert len(face.events("drank")) == 1
        assert face.view.workout is not None
        assert face.view.workout.sips == 1


async def test_a_sip_as_the_workout_ends_by_itself_is_noted_beside_it() -> None:
    async with app_at(now=WISH) as face:
        face.clock.advance(TRAINING_S + 60.0)
        await face.press("d")
        assert face.view.phase is Phase.OVER
        assert told(face) == ["Sip noted."]
        assert len(face.events("drank")) == 1


async def test_a_sip_that_is_taken_back_is_no_longer_told() -> None:
    async with app_at(now=WISH) as face:
        await face.press("enter", "d")
        assert told(face) == ["Sip noted."]
        await face.press("u")
        assert told(face) == []
        assert face.view.workout is not None
        assert face.view.workout.sips == 0
