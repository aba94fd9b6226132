"""A set led by a metronome counts what was done, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from relief_tui.coach import inputs as press
from relief_tui.coach.event import Cue, SetDone
from relief_tui.coach.step import Phase, Tempo
from relief_tui.coach.training import WATCH_S
from relief_tui.coach.workout.card import SetLine
from tests.coach.driving import Run
from tests.coach.workouts import MILD, SCRIPT, SIP, card, gone_on, kg, learned, workout

SLOW = Tempo(3.0, 0.0, 3.0)
READY_S = SCRIPT.ready_s
PRESS = {"Leg press": SetLine("Leg press", kg(100.0), 12)}


def led(after_s: float, **known: Any) -> Run:
    """A run ``after_s`` seconds into a led set of ten."""
    run = Run(workout(tempo=SLOW, **known))
    run.press(press.Main())
    run.wait(READY_S + after_s)
    return run


@pytest.mark.parametrize("swap", [press.OtherPosition(), press.Swap(None, "Leg press")])
def test_what_it_counted_is_no_set_of_another_exercise(swap: press.Input) -> None:
    run = led(31.0, lasts=PRESS)
    run.press(swap)
    assert (run.phase, card(run).led) == (Phase.SET, None)
    assert (card(run).exercise, card(run).dose) == ("Leg press", "100 kg × 12")
    run.press(press.Undo())
    assert (run.phase, card(run).exercise) == (Phase.TEMPO, "Leg curl")


def test_a_set_that_is_made_shorter_counts_as_far_as_it_went() -> None:
    run = led(1.0)
    for _ in range(9):
        run.press(press.Adjust(seconds=-5.0))
    run.wait(14.0)
    assert (run.phase, card(run).led) == (Phase.SET, 2)
    run.press(press.Next())
    assert run.told(SetDone) == [SetDone("Leg curl", kg(45.0), 2)]


def test_a_set_that_is_ended_by_making_it_shorter_counts_as_far_as_it_went() -> None:
    run = led(13.0)
    for _ in range(10):
        run.press(press.Adjust(seconds=-5.0))
    assert (run.phase, card(run).led) == (Phase.SET, 2)


def test_killed_in_it_the_set_waits_with_what_was_counted() -> None:
    again = gone_on(led(13.0), away_s=600.0)
    assert (again.phase, again.view.paused, card(again).led) == (Phase.SET, False, 2)
    again.wait(120.0)
    assert (again.phase, card(again).led) == (Phase.SET, 2)
    again.press(press.Next())
    assert again.told(SetDone) == [SetDone("Leg curl", kg(45.0), 2)]


def test_a_cramp_that_is_told_of_lowers_the_next_set_not_the_one_that_is_lifted() -> None:
    run = led(13.0)
    learned(run, training=MILD)
    assert (card(run).load, card(run).lower_words) == (kg(45.0), "LOWER THE WEIGHT 45 → 35 kg")
    run.press(press.Next())
    assert card(run).dose == "45 kg × 2"
    run.press(press.Next())
    assert run.told(SetDone) == [SetDone("Leg curl", kg(45.0), 2)]
    assert card(run).load == kg(35.0)
    run.press(press.Next())
    run.press(press.Main())
    assert (run.phase, run.view.next) == (Phase.READY, "WORK, 35 kg × 2")


def test_what_was_counted_before_the_cramp_is_logged_with_what_was_lifted() -> None:
    run = led(13.0)
    run.press(press.Cramped())
    again = gone_on(run, away_s=300.0, training=MILD)
    again.press(press.Next())
    assert again.told(SetDone) == [SetDone("Leg curl", kg(45.0), 2)]
    assert card(again).load == kg(35.0)


def test_a_set_that_is_begun_anew_after_a_cramp_is_lower() -> None:
    run = led(13.0)
    learned(run, training=MILD)
    run.press(press.Back())
    assert (run.phase, card(run).load, card(run).lower_words) == (
        Phase.SET,
        kg(35.0),
        "LOWER THE WEIGHT 45 → 35 kg",
    )


def test_a_load_that_is_set_while_it_is_led_is_what_is_logged() -> None:
    run = led(13.0)
    learned(run, training=MILD)
    run.press(press.SetLoad(None, kg(40.0)))
    run.press(press.Next())
    run.press(press.Next())
    assert run.told(SetDone) == [SetDone("Leg curl", kg(40.0), 2, kg(35.0))]


@pytest.mark.parametrize("after_s", [-1.0, 1.0])
def test_killed_before_anything_was_counted_it_is_led_from_the_start(after_s: float) -> None:
    again = gone_on(led(after_s), away_s=600.0)
    assert (again.phase, card(again).led, card(again).reps) == (Phase.SET, None, 10)
    again.press(press.Main())
    assert again.phase is Phase.READY


def test_the_end_of_the_watch_brings_no_sip_into_it() -> None:
    run = Run(workout(tempo=SLOW, reps=20, training=MILD))
    run.at(WATCH_S - 10.0 - SCRIPT.drink.every_s).press(press.Drink())
    run.at(WATCH_S - 25.0).press(press.Main())
    told = run.wait(60.0)
    assert (run.phase, card(run).watch_s, card(run).reminder) == (Phase.TEMPO, 0.0, "")
    assert Cue("thirsty") not in told
    assert run.wait(90.0).count(Cue("thirsty")) == 1
    assert (run.phase, card(run).reminder) == (Phase.SET, SIP)
