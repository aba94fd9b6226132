"""A workout that waits, in lines: for a cramp, for the command again, for another process."""

from __future__ import annotations

import pytest

from relief_tui.coach.event import Drank
from relief_tui.coach.load import Load, Unit
from relief_tui.report.beginning import NOTHING_TO_GO_ON_WITH
from tests.plain.stage import Meanwhile, Stage, Told
from tests.plain.test_workout import GREEN

KILLED = ((5.0, "8"), (10.0, Told(15)))
OFFER = "GO ON? workout, Leg curl set 2 of 3, REST"
GOES_ON = "GOING ON: workout, Leg curl set 2 of 3, REST"


@pytest.fixture
def after(stage: Stage) -> Stage:
    """The next process: a workout was killed in its first rest."""
    stage.workout(*KILLED)
    return stage.after_the_kill()


def test_a_cramp_at_home_leaves_it_waiting_and_lower(after: Stage) -> None:
    keys = ((0.0, "c"), *GREEN, (240.0, "space"), (250.0, "x"), (260.0, "q"))
    after.at_home(*keys, open=True)
    assert after.ended["exercise"] == "Leg curl"
    told = after.out.getvalue()
    assert told.count(OFFER) == 2
    assert "LOWER THE WEIGHT 45 → 35 kg" in told
    assert [entry.data["outcome"] for entry in after.kept("workout_ended")] == ["done"]


def test_a_cramp_that_was_left_in_its_rest_leaves_it_waiting_without_a_curl(after: Stage) -> None:
    """The four tests were not answered: the workout says what the relief said."""
    keys = ((0.0, "c"), (30.0, "1"), (31.0, "x"), (40.0, "space"), (50.0, "x"), (60.0, "q"))
    after.at_home(*keys, open=True)
    told = after.out.getvalue()
    assert told.count(OFFER) == 2
    assert "No more curls today.   rule of thumb\n[00:31] The four tests were not answered." in told
    assert "[00:50] No more curls today. The four tests were not answered." in told


def test_relief_at_once_says_that_it_is_still_there(after: Stage) -> None:
    after.relief((1.0, "x"))
    assert after.lines[-1].startswith("Still there: workout, Leg curl set 2 of 3, REST")
    assert after.kept("workout_ended") == []
    assert after.ended["load"] == {"value": 45.0, "unit": "kg"}


def test_practice_says_nothing_of_it(after: Stage) -> None:
    after.relief((1.0, "x"), practice=True)
    assert "Still there" not in after.out.getvalue()


def test_the_command_again_goes_on_with_it(after: Stage) -> None:
    after.workout((5.0, "x"), exercise="", load=None)
    assert after.lines[0].startswith(GOES_ON)
    assert after.lines[0].endswith("o is another exercise, x ends it.")
    assert len(after.kept("workout_began")) == 1
    assert after.kept("workout_ended")[0].data["sets"] == 1


def test_a_named_exercise_begins_another(after: Stage) -> None:
    after.workout((5.0, "x"), exercise="Leg press", load=Load(100.0, Unit.KG))
    assert after.lines[0].startswith("Closed: workout. Leg curl: 45 kg × 8.")
    assert len(after.kept("workout_began")) == 2


def test_the_key_at_home_goes_on_with_it(after: Stage) -> None:
    after.at_home((0.0, "t"), (5.0, "x"), (6.0, "q"))
    assert any(line.startswith(GOES_ON) for line in after.lines)
    assert len(after.kept("workout_began")) == 1


def test_one_that_goes_on_elsewhere_is_told_and_no_relief_begins(stage: Stage) -> None:
    stage.workout((5.0, "8"), (10.0, "escape"))
    other = Stage(stage.home, clock=stage.clock)

    def go_on() -> None:
        run = other.services.go_on()
        assert run is not None
        run.begin()

    stage.at_home((0.0, Meanwhile(go_on)), (1.0, "space"), (2.0, "q"), open=True)
    assert NOTHING_TO_GO_ON_WITH in stage.lines
    assert stage.kept("relief_began") == []


def test_a_sip_that_was_noted_elsewhere_is_noted_here(stage: Stage) -> None:
    other = Stage(stage.home, clock=stage.clock)

    def drink() -> None:
        other.services.log.write("", Drank())

    stage.workout((905.0, Meanwhile(drink)), (910.0, "x"), open=True)
    told = stage.out.getvalue()
    assert "d: noted" in told
    assert ("Sip noted." in told, "Later." in told) == (True, False)
    assert stage.kept("workout_ended")[0].data["sips"] == 1


@pytest.mark.parametrize(
    ("number", "exercise"),
    [("1", "Two-leg Romanian deadlift"), ("2", "Hip thrust, toes up"), ("3", "Seated leg curl")],
)
def test_the_exercise_that_was_chosen_on_the_plan_comes_next(
    stage: Stage, number: str, exercise: str
) -> None:
    swapped = [*GREEN[:-1], (232.0, "3"), (234.0, number)]
    keys = [(10.0 + at, key) for at, key in swapped]
    stage.workout((5.0, "8"), (10.0, "c"), *keys, (300.0, "x"))
    _, _, back = stage.out.getvalue().partition("Back in the workout:")
    assert f"WORK {exercise}, set 1 of" in back


def test_what_was_chosen_in_one_relief_says_nothing_after_another(stage: Stage) -> None:
    swapped = [(10.0 + at, key) for at, key in (*GREEN[:-1], (232.0, "3"), (234.0, "1"))]
    stage.workout(
        (5.0, "8"), (10.0, "c"), *swapped, (300.0, "t"), (301.0, "swap Leg press 100kg"),
        (310.0, "w"), (311.0, "escape"), (320.0, "x"),
    )  # fmt: skip
    *_, last = stage.out.getvalue().split("Back in the workout:")
    assert "WORK Leg press, set 1 of" in last
