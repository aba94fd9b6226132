"""Lower the weight: what stands there after a cramp, that it never falls twice, what is over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach import inputs as press
from relief_tui.coach.event import Band, Noted, SetDone
from relief_tui.coach.load import Load
from relief_tui.coach.step import Side
from relief_tui.coach.training import NEW, Training
from relief_tui.coach.workout.card import SetLine
from relief_tui.coach.workout.script import Kind
from tests.coach.driving import Run
from tests.coach.workouts import MILD, SCRIPT, after, card, cramp, gone_on, kg, learned, workout
from tests.support.script import AFTER

RDL = "Two-leg Romanian deadlift"


def cramped(run: Run, training: Training = MILD, *, away_s: float = 300.0) -> Run:
    """The workout after a cramp."""
    run.press(press.Cramped())
    return gone_on(run, away_s=away_s, training=training)


def test_after_a_cramp_the_plan_is_lowered_already_and_says_from_what() -> None:
    run = cramped(Run(workout()))
    assert card(run).lower_words == "LOWER THE WEIGHT 45 → 35 kg"
    assert (card(run).load, card(run).allowed, card(run).dose) == (kg(35.0), kg(35.0), "35 kg × 10")
    assert run.notes[0] == "LOWER THE WEIGHT 45 → 35 kg"
    assert run.view.notes[0].thumb
    assert card(run).entry == SCRIPT.entries.lower


def test_the_next_set_is_logged_with_less_and_then_nothing_more_is_said() -> None:
    run = cramped(Run(workout()))
    run.press(press.Next())
    assert run.told(SetDone) == [SetDone("Leg curl", kg(35.0), 10)]
    assert (card(run).lower_words, card(run).load, card(run).allowed) == ("", kg(35.0), kg(35.0))


def test_what_the_cramp_left_of_the_sets_and_of_the_range_stands_on_the_card() -> None:
    run = Run(workout(sets=4))
    run.press(press.Next())
    run.press(press.Next())
    run = cramped(run, after(cramp(load=kg(45.0), band="moderate")))
    shown = card(run)
    assert (shown.set_words, shown.tip and shown.tip.words) == (
        "set 1 of 2",
        "half ankle quiet",
    )
    run.press(press.Next())
    assert run.view.next.startswith("set 2 of 2, ")
    run.press(press.Next())
    run.press(press.Next())
    assert run.view.next == SCRIPT.all_sets


def test_no_more_sets_than_were_planned_are_left() -> None:
    run = Run(workout(sets=2))
    run.press(press.Next())
    run.press(press.Next())
    assert card(cramped(run)).set_words == "set 1 of 1"


def test_a_workout_that_begins_after_the_cramp_knows_what_it_left() -> None:
    run = Run(workout(training=MILD))
    assert (card(run).set_words, card(run).sets) == ("set 1 of 2", 2)
    run.press(press.Swap(exercise=RDL))
    tip = card(run).tip
    assert card(run).set_words == "set 1 of 3"
    assert tip
    assert "two-thirds" not in tip.words


def test_after_the_sets_that_a_cramp_left_all_are_done_in_the_rest_and_after_it() -> None:
    run = Run(workout(sets=5, training=MILD))
    for _ in range(2):
        assert not card(run).all_done
        run.press(press.LogSet())
        run.press(press.Next())
    assert card(run).set_words == "set 3"
    assert card(run).all_done == SCRIPT.all_sets


def test_a_twitch_leaves_the_sets_as_planned() -> None:
    shown = card(cramped(Run(workout()), after(cramp(load=kg(45.0), band="twitch"))))
    assert shown.set_words == "set 1 of 3"
    assert shown.tip
    assert shown.tip.words == "20 short slowly"


def test_once_the_hour_is_over_the_plan_is_as_it_was() -> None:
    run = cramped(Run(workout()), away_s=300.0)
    run.wait(3600.0)
    assert card(run).set_words == "set 1 of 3"


def test_one_may_go_on_with_the_heavier_load_and_it_is_noted() -> None:
    run = cramped(Run(workout()))
    run.press(press.LogSet(None, 10, kg(45.0)))
    assert run.told(SetDone) == [SetDone("Leg curl", kg(45.0), 10, advised=kg(35.0))]
    assert card(run).lower_words == "LOWER THE WEIGHT 45 → 35 kg"
    assert card(run).load == kg(35.0)


def test_a_load_that_the_person_set_stands_there_for_one_set_with_the_advice_beside_it() -> None:
    run = cramped(Run(workout()))
    run.press(press.SetLoad(None, kg(50.0)))
    assert (card(run).load, card(run).own) == (kg(50.0), True)
    assert card(run).lower_words == "LOWER THE WEIGHT 50 → 35 kg"
    run.press(press.Next())
    assert run.told(SetDone)[0].load == kg(50.0)
    assert (card(run).load, card(run).own) == (kg(35.0), False)


def test_a_lighter_load_is_taken_as_it_is() -> None:
    run = cramped(Run(workout()))
    run.press(press.SetLoad(None, kg(30.0)))
    assert (card(run).load, card(run).lower_words) == (kg(30.0), "")
    run.press(press.Next())
    assert card(run).load == kg(30.0)


def test_killed_again_and_again_it_falls_once() -> None:
    run = cramped(Run(workout()))
    for _ in range(5):
        run = gone_on(run)
        assert (card(run).load, card(run).lower_words) == (kg(35.0), "LOWER THE WEIGHT 45 → 35 kg")
    run.press(press.Next())
    for _ in range(5):
        run = gone_on(run)
        assert (card(run).load, card(run).lower_words) == (kg(35.0), "")


def test_to_another_exercise_and_back_it_falls_once() -> None:
    run = cramped(Run(workout(lasts={"Leg press": SetLine("Leg press", kg(100.0), 8)})))
    run.press(press.Next())
    for _ in range(3):
        run.press(press.Swap(None, "Leg press"))
        assert (card(run).load, card(run).lower_words) == (kg(100.0), "")
        run.press(press.Swap(None, "Leg curl"))
        assert card(run).load == kg(35.0)


def test_another_curl_falls_by_the_same_part_once() -> None:
    lasts = {"Seated leg curl": SetLine("Seated leg curl", kg(50.0), 10)}
    run = cramped(Run(workout(lasts=lasts)))
    run.press(press.Swap(None, "Seated leg curl"))
    assert card(run).lower_words == "LOWER THE WEIGHT 50 → 40 kg"
    for _ in range(3):
        run.press(press.Next())
        run.press(press.Next())
        assert (card(run).load, card(run).allowed) == (kg(40.0), kg(40.0))


def test_however_the_exercise_was_written_when_it_cramped_it_falls_once() -> None:
    """``relief now --exercise "leg curl" --weight 45kg`` beside a workout of *Leg curl*."""
    before = after(cramp("leg  CURL", load=kg(45.0)))
    run = Run(workout(load=kg(35.0), training=before))
    assert (card(run).load, card(run).allowed, card(run).lower_words) == (kg(35.0), kg(35.0), "")


def test_of_several_cramps_the_largest_cut_holds() -> None:
    moderate = cramp(load=kg(45.0), band="moderate", ago_s=1200.0)
    run = Run(workout(load=kg(25.0), training=after(moderate)))
    assert card(run).allowed == kg(25.0)
    twitch = cramp(load=kg(25.0), band="twitch")
    run = Run(workout(load=kg(45.0), training=after(moderate, twitch)))
    assert card(run).lower_words == "LOWER THE WEIGHT 45 → 20 kg"  # what was advised last


def test_a_twitch_after_a_moderate_cramp_lets_no_curl_rise() -> None:
    moderate = cramp(load=kg(45.0), band="moderate", ago_s=1200.0)
    known = {"exercise": "Seated leg curl", "load": kg(50.0)}
    run = Run(workout(**known, training=after(moderate)))
    assert card(run).allowed == kg(30.0)
    run = Run(workout(**known, training=after(moderate, cramp("Prowler", band="twitch"))))
    assert card(run).allowed == kg(30.0)


def test_what_an_hour_passed_since_is_of_another_watch() -> None:
    moderate = cramp(load=kg(45.0), band="moderate", ago_s=4000.0)
    run = Run(workout(training=after(moderate, cramp("Leg press", band="twitch"))))
    assert card(run).lower_words == "LOWER THE WEIGHT 45 → 40 kg"


def test_never_more_than_was_advised_after_a_cramp_in_it() -> None:
    """The first load of the day was heavier than the one it cramped with."""
    run = Run(workout(load=kg(60.0), firsts={"leg curl": kg(60.0)}, training=MILD))
    assert card(run).lower_words == "LOWER THE WEIGHT 60 → 35 kg"


def test_a_ramp_of_light_sets_before_does_not_make_it_lighter_than_was_advised() -> None:
    run = Run(workout(load=kg(45.0), firsts={"leg curl": kg(20.0)}, training=MILD))
    assert card(run).lower_words == "LOWER THE WEIGHT 45 → 35 kg"


@pytest.mark.parametrize(
    ("firsts", "exercise", "words"),
    [
        ({"leg curl": kg(40.0)}, "Leg curl", "20 % less than the 60 kg it cramped with"),
        ({"leg curl": kg(60.0)}, "Leg curl", "20 % less than the 60 kg it cramped with"),
        ({}, "Leg curl", "20 % less than the 60 kg it cramped with"),
        ({"seated leg curl": kg(60.0)}, "Seated leg curl", "20 % less than 60 kg"),
        ({}, "Seated leg curl", "20 % less than 50 kg"),
    ],
)
def test_it_is_said_which_load_is_cut_from_and_what_that_was(
    firsts: dict[str, Load], exercise: str, words: str
) -> None:
    """Sets with 40 and 50 kg, a cramp with 60: 40 was the first load, and is not what counts."""
    before = after(cramp(load=kg(60.0)))
    run = Run(workout(exercise=exercise, load=kg(50.0), firsts=firsts, training=before))
    lower = card(run).lower
    assert lower is not None
    assert lower.why == f"{words}, rounded down"


def test_a_load_said_when_the_cut_was_known_is_cut_again_only_for_a_cramp_in_it() -> None:
    settled = {"leg curl": None}
    run = Run(workout(load=kg(35.0), firsts=settled, training=after(cramp("Prowler"))))
    assert (card(run).load, card(run).lower_words) == (kg(35.0), "")
    own = cramp(load=kg(35.0), band="twitch")
    run = Run(workout(load=kg(35.0), firsts=settled, training=after(cramp("Prowler"), own)))
    assert card(run).load == kg(25.0)


def test_a_hinge_falls_to_sixty_per_cent() -> None:
    run = cramped(Run(workout(lasts={RDL: SetLine(RDL, kg(100.0), 8)})))
    run.press(press.Swap(None, RDL))
    assert card(run).lower_words == "LOWER THE WEIGHT 100 → 60 kg"


def test_a_load_that_is_not_known_falls_by_a_part_and_is_taken_as_it_is_said() -> None:
    run = cramped(Run(workout(load=None)), after(cramp()))
    assert card(run).lower_words == "LOWER THE WEIGHT about 20 %"
    run.press(press.LogSet(None, 10, kg(30.0)))
    assert run.told(Noted) == []
    assert (card(run).load, card(run).lower_words) == (kg(30.0), "")


@pytest.mark.parametrize(("band", "load"), [("twitch", 40.0), ("mild", 35.0), ("moderate", 25.0)])
def test_it_falls_by_the_band(band: Band, load: float) -> None:
    run = cramped(Run(workout()), after(cramp(load=kg(45.0), band=band)))
    assert card(run).load == kg(load)


def test_the_watch_counts_down_its_hour_and_then_nothing_is_advised_against() -> None:
    run = cramped(Run(workout()))
    assert card(run).watch_minutes == 60
    run.wait(1800.0)
    assert card(run).watch_words.startswith("60-minute watch: 30 min left.")
    run.wait(1800.0)
    assert (card(run).watch_words, card(run).lower_words) == ("", "")
    assert (card(run).load, card(run).allowed) == (kg(35.0), None)
    run.press(press.SetLoad(None, kg(45.0)))
    assert (card(run).load, card(run).lower_words) == (kg(45.0), "")


def test_an_hour_that_passed_elsewhere_is_over() -> None:
    run = Run(workout(training=after(cramp(load=kg(45.0), ago_s=3700.0))))
    assert (card(run).load, card(run).watch_minutes, card(run).lower) == (kg(45.0), 0, None)


def test_in_the_watch_no_nordics() -> None:
    run = cramped(Run(workout(exercise="Nordic curls")))
    assert card(run).off == AFTER.never_today
    assert not {"Nordic curl", "Ball curl"} & {choice.name for choice in card(run).swaps}
    run.wait(3600.0)
    assert card(run).off == ""


def test_the_second_cramp_ends_the_curls_and_one_key_goes_on_to_what_is_easiest() -> None:
    run = cramped(Run(workout()), after(cramp(load=kg(45.0)), cramp(load=kg(35.0), band="repeat")))
    assert card(run).off == AFTER.curls_over
    assert [choice.name for choice in card(run).swaps] == [RDL, "Hip thrust, toes up"]
    run.press(press.Next(run.view.step))
    assert run.told(SetDone) == []
    assert (card(run).exercise, card(run).off) == (RDL, "")
    assert card(run).lower_words == "LOWER THE WEIGHT about 40 %"


def test_once_the_curls_are_over_one_that_is_not_known_carries_a_line() -> None:
    over = after(cramp(), cramp(band="repeat"))
    run = Run(workout(exercise="Hammy thing", training=over))
    assert (card(run).off, card(run).notes) == ("", (SCRIPT.not_known,))
    run.press(press.Swap(None, RDL))
    assert SCRIPT.not_known not in card(run).notes
    run = Run(workout(exercise="Hammy thing", training=MILD))
    assert card(run).notes == ()


@pytest.mark.parametrize("reps", [0, 5])
def test_no_set_is_logged_of_what_is_over(reps: int) -> None:
    run = cramped(Run(workout()), after(cramp(), cramp(band="repeat")))
    before = run.view
    run.press(press.LogSet(None, reps, kg(20.0)))
    assert run.told(SetDone) == []
    assert run.told(Noted) == []
    assert run.view == before


def test_the_other_leg_ends_the_training() -> None:
    run = cramped(Run(workout()), after(cramp(), cramp(side=Side.RIGHT)))
    assert card(run).off == AFTER.training_over
    assert card(run).swaps == ()
    before = run.view
    run.press(press.Next())
    assert run.view == before


def test_the_exercise_that_cramped_counts_as_a_curl_whatever_it_is() -> None:
    run = cramped(Run(workout(exercise="Prowler")), after(cramp("Prowler", load=kg(45.0))))
    assert card(run).load == kg(35.0)
    run = Run(workout(exercise="Biceps curl", training=MILD))
    assert card(run).load == kg(45.0)


def test_too_light_to_be_set_is_no_load_at_all() -> None:
    run = cramped(Run(workout(load=kg(5.0))), after(cramp(load=kg(5.0))))
    assert card(run).load is None
    assert card(run).off
    run.press(press.Next())
    assert run.told(SetDone) == []


@pytest.mark.parametrize(
    ("name", "kind", "machine"),
    [
        ("Seated Leg Curl (Machine)", Kind.CURL, "seated"),
        ("leg curl  LYING", Kind.CURL, "prone"),
        ("Standing leg curl", Kind.CURL, "standing"),
        ("Leg Curl", Kind.CURL, None),
        ("Romanian Deadlift (Barbell)", Kind.HINGE, None),
        ("Nordic hamstring curl", Kind.CURL, None),
        ("Biceps curl", Kind.OTHER, None),
        ("Curl", Kind.CURL, None),
        ("Curls", Kind.CURL, None),
        ("Leg-curls", Kind.CURL, None),
        ("Prone curl", Kind.CURL, "prone"),
        ("Glute ham raise", Kind.CURL, None),
        ("Glute-ham raises", Kind.CURL, None),
        ("GHR", Kind.CURL, None),
        ("Hurdle jumps", Kind.OTHER, None),
        ("RDLs", Kind.HINGE, None),
        ("", Kind.OTHER, None),
    ],
)
def test_an_exercise_is_known_however_it_is_written(
    name: str, kind: Kind, machine: str | None
) -> None:
    assert (SCRIPT.of(name).kind, SCRIPT.of(name).machine) == (kind, machine)


def test_single_leg_deadlifts_are_not_the_two_leg_ones() -> None:
    names = (
        "Single-leg RDL", "SLRDL", "One leg romanian deadlift", "Single-leg deadlift",
        "single leg deadlifts", "One-leg deadlift",
    )  # fmt: skip
    assert all(SCRIPT.of(name).rests for name in names)
    assert not SCRIPT.of("RDL").rests


@given(
    loads=st.lists(st.floats(1.0, 400.0), min_size=1, max_size=12),
    kills=st.lists(st.booleans(), min_size=12, max_size=12),
    band=st.sampled_from(["twitch", "mild", "moderate"]),
)
def test_for_one_cramp_no_load_is_ever_proposed_below_its_own_cut(
    loads: list[float], kills: list[bool], band: Band
) -> None:
    """Whatever is logged in between: the advice stands, and nobody is led above it."""
    first = kg(round(loads[0]))
    before = Run(workout(load=first))
    run = cramped(before, after(cramp(load=first, band=band)))
    advised = card(run).allowed
    for load, kill in zip(loads, kills, strict=False):
        assert card(run).allowed == advised
        if advised is not None:
            found = card(run).load
            assert found is not None
            assert found.weight <= advised.weight
            run.press(press.LogSet(None, 8, kg(round(load))))
            run.press(press.Next())
        run = gone_on(run) if kill else run
    if advised is not None and kg(round(load)).weight >= advised.weight:
        assert card(run).load == advised


def test_a_cramp_that_is_deleted_while_a_set_waits_cuts_nothing_any_more() -> None:
    run = cramped(Run(workout()))
    learned(run, training=replace(NEW, taken_back=MILD.runs))
    assert (card(run).load, card(run).lower, card(run).watch_words) == (kg(45.0), None, "")


def test_whoever_looks_elsewhere_still_goes_on_with_their_own_load() -> None:
    run = cramped(Run(workout()))
    run.press(press.SetLoad(None, kg(45.0)))
    learned(run, training=MILD)
    assert (card(run).load, card(run).own) == (kg(45.0), True)
    learned(run, training=after(*MILD.cramps, cramp(load=kg(45.0))))
    assert not card(run).own
    assert card(run).off
