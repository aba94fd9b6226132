"""A workout: a set waits, a rest counts by itself, and whoever pressed nothing did nothing."""

from __future__ import annotations

import pytest

from relief_tui.coach import inputs as press
from relief_tui.coach.event import (
    Cue,
    Drank,
    SetDone,
    StepBegan,
    Undone,
    WorkoutBegan,
    WorkoutEnded,
)
from relief_tui.coach.plan import Note
from relief_tui.coach.session import Session
from relief_tui.coach.state import Standing
from relief_tui.coach.step import Phase, Tempo
from relief_tui.coach.training import TRAINING_S
from relief_tui.coach.workout.card import SetLine, shown
from relief_tui.coach.workout.planning import stepped
from tests.coach.driving import Run
from tests.coach.workouts import MILD, SCRIPT, card, gone_on, kg, workout

SLOW = Tempo(3.0, 0.0, 3.0)


def test_the_first_set_waits_with_what_was_asked_for() -> None:
    run = Run(workout())
    assert run.phase is Phase.SET
    assert (card(run).set_words, card(run).dose) == ("set 1 of 3", "45 kg × 10")
    assert run.told(WorkoutBegan) == [WorkoutBegan("Leg curl", kg(45.0), 3, 10)]
    assert run.view.seconds == 0
    assert run.view.next == "REST 120 s"


def test_one_key_logs_it_and_the_rest_runs_by_itself() -> None:
    run = Run(workout())
    run.press(press.Next(run.view.step))
    assert run.told(SetDone) == [SetDone("Leg curl", kg(45.0), 10)]
    assert run.view.line == "REST 120 s"
    assert run.view.next == "set 2 of 3, 45 kg × 10"
    told = run.wait(120.0)
    assert told[-1] == StepBegan(3, "WORK", None, "Leg curl", TRAINING_S)
    assert Cue("attention") in told
    assert (run.phase, card(run).set_no) == (Phase.SET, 2)


def test_space_logs_it_too() -> None:
    run = Run(workout())
    run.press(press.Main(run.view.step))
    assert len(run.told(SetDone)) == 1
    run.press(press.Main(run.view.step))
    assert run.view.paused


def test_another_number_and_another_load_stand_there_the_next_time() -> None:
    run = Run(workout())
    run.press(press.LogSet(None, 8, kg(42.5)))
    assert run.told(SetDone) == [SetDone("Leg curl", kg(42.5), 8)]
    assert run.view.next == "set 2 of 3, 42.5 kg × 8"


def test_without_a_key_nothing_is_logged() -> None:
    run = Run(workout())
    run.wait(2 * 3600.0)
    assert run.told(SetDone) == []
    assert run.phase is Phase.SET


def test_no_repetition_is_a_try_and_changes_no_plan() -> None:
    run = Run(workout())
    run.press(press.LogSet(None, 0))
    assert run.told(SetDone) == [SetDone("Leg curl", kg(45.0), 0)]
    assert card(run).reps == 10


@pytest.mark.parametrize(
    "typed",
    [
        press.SetReps(None, 0),
        press.PlanSets(None, reps=0),
        press.LogSet(None, 0),
    ],
)
def test_a_try_that_was_typed_first_changes_no_plan_either(typed: press.Input) -> None:
    run = Run(workout(reps=12))
    run.press(typed)
    if run.phase is Phase.SET:
        assert card(run).reps == 0
        run.press(press.SetReps(None, 0))
        run.press(press.Next())
    assert run.told(SetDone) == [SetDone("Leg curl", kg(45.0), 0)]
    assert run.view.next == "set 2 of 3, 45 kg × 12"


def test_a_try_that_began_the_workout_is_followed_by_the_usual_number() -> None:
    run = Run(workout(reps=0))
    run.press(press.Next())
    assert card(run).reps == SCRIPT.reps


def test_a_thousand_repetitions_count_and_more_are_a_slip() -> None:
    run = Run(workout())
    run.press(press.LogSet(None, 1001))
    assert run.told(SetDone) == []
    run.press(press.LogSet(None, 1000))
    assert run.told(SetDone)[0].reps == 1000


def test_a_key_that_came_as_the_rest_ended_logs_nothing() -> None:
    run = Run(workout())
    run.press(press.Next())
    rest = run.view.step
    run.wait(120.0)
    run.press(press.Next(rest))
    assert len(run.told(SetDone)) == 1


def test_enough_rested_is_one_key_and_so_are_five_seconds_more() -> None:
    run = Run(workout())
    run.press(press.Next())
    run.press(press.Adjust())
    assert run.view.seconds == 125
    run.press(press.Next(run.view.step))
    assert run.phase is Phase.SET


def test_a_set_is_taken_back_within_ten_seconds() -> None:
    run = Run(workout())
    run.press(press.LogSet(None, 8))
    run.wait(9.0)
    assert run.view.can_undo
    run.press(press.Undo())
    assert run.standing(SetDone) == []
    assert (run.phase, card(run).dose, card(run).done) == (Phase.SET, "45 kg × 10", ())
    assert run.told(Undone)


def test_back_from_the_rest_is_the_set_again() -> None:
    run = Run(workout())
    run.press(press.Next())
    run.wait(60.0)
    run.press(press.Back())
    assert (run.phase, card(run).set_no) == (Phase.SET, 1)
    assert run.standing(SetDone) == []
    run.press(press.Undo())
    assert (run.phase, card(run).set_no) == (Phase.SET_REST, 2)
    assert run.standing(SetDone) == [SetDone("Leg curl", kg(45.0), 10)]


def test_back_forgets_no_drink_and_nothing_that_was_planned_since() -> None:
    run = Run(workout())
    run.press(press.Next())
    run.press(press.Drink())
    run.press(press.SetReps(None, 7))
    run.press(press.SetSets(None, 5))
    run.press(press.Back())
    assert (card(run).sips, card(run).sets, card(run).dose) == (1, 5, "45 kg × 7")
    assert (run.standing(SetDone), run.standing(Drank)) == ([], [Drank()])


def test_back_from_a_set_that_waits_is_the_rest_and_then_the_set_before() -> None:
    run = Run(workout())
    run.press(press.Next())
    run.press(press.Next())
    run.press(press.Back())
    assert (run.phase, len(run.standing(SetDone))) == (Phase.SET_REST, 1)
    run.press(press.Back())
    assert (run.phase, len(run.standing(SetDone))) == (Phase.SET, 0)
    run.press(press.Back())
    assert (run.phase, card(run).set_no) == (Phase.SET, 1)


def test_back_from_a_set_by_metronome_begins_it_anew() -> None:
    run = Run(workout(tempo=SLOW, reps=4))
    run.press(press.Main())
    run.wait(5.0 + 13.0)
    run.press(press.Back())
    assert (run.phase, card(run).led) == (Phase.SET, None)
    run.press(press.Main())
    run.wait(5.0 + 13.0)
    run.press(press.Next())
    run.press(press.Back())
    assert (run.phase, card(run).led, card(run).reps) == (Phase.SET, None, 4)


def test_what_another_process_logged_is_not_taken_back() -> None:
    run = Run(workout())
    run.press(press.Next())
    again = gone_on(run)
    again.press(press.Back())
    assert (again.phase, card(again).set_no) == (Phase.SET_REST, 2)
    assert again.told(Undone) == []


def test_time_asleep_counts_in_a_rest() -> None:
    run = Run(workout())
    run.press(press.Next())
    run.sleep(50.0)
    assert run.view.line == "REST 70 s"
    run.sleep(4000.0)
    assert (run.phase, run.view.paused) == (Phase.SET, False)


def test_three_hours_without_a_key_end_it_with_what_was_done() -> None:
    """It was over with the last key."""
    run = Run(workout())
    run.wait(30.0)
    run.press(press.Next())
    run.wait(120.0 + TRAINING_S)
    assert run.session.over
    assert run.told(WorkoutEnded) == [WorkoutEnded("interrupted", 1, 10, 0, 0, 30.0)]


def test_a_lid_that_was_closed_for_longer_ends_it_where_it_stood() -> None:
    run = Run(workout())
    run.wait(100.0)
    run.sleep(10 * 3600.0)
    assert run.session.over
    assert run.told(WorkoutEnded)[0].seconds == 100.0
    run = Run(workout())
    run.sleep(2 * 3600.0)
    assert not run.session.over


def test_a_key_in_between_puts_the_end_off() -> None:
    run = Run(workout())
    run.wait(TRAINING_S - 60.0)
    run.press(press.SetReps(None, 12))
    run.wait(120.0)
    assert not run.session.over
    run.wait(TRAINING_S)
    assert run.session.over


def test_it_ends_three_hours_after_the_last_key() -> None:
    run = Run(workout())
    run.wait(TRAINING_S - 60.0)
    run.press(press.SetReps(None, 12))
    run.wait(TRAINING_S - 1.0)
    assert not run.session.over
    run.wait(2.0)
    assert run.session.over


def test_it_ends_with_a_summary() -> None:
    run = Run(workout())
    for reps in (10, 10, 8):
        run.press(press.LogSet(None, reps))
        run.press(press.Next())
    run.press(press.Swap(None, "Two-leg Romanian deadlift"))
    run.press(press.LogSet(None, 12, kg(60.0)))
    run.press(press.Drink())
    run.wait(60.0)
    run.press(press.Stop())
    ending = run.view.ending
    assert ending is not None
    assert (ending.word, ending.score) == ("DONE", "4 sets")
    assert ending.lines == (
        "Leg curl: 45 kg × 10 (2 sets), 45 kg × 8",
        "Two-leg Romanian deadlift: 60 kg × 12",
        "4 sets, 40 reps, 1 sip, in 1:00.",
    )
    assert run.told(WorkoutEnded) == [WorkoutEnded("done", 4, 40, 0, 1, 60.0)]


def test_without_a_set_it_was_only_stopped_and_the_end_can_be_taken_back() -> None:
    run = Run(workout())
    run.press(press.Stop())
    assert run.told(WorkoutEnded)[0].outcome == "stopped"
    run.press(press.Undo())
    assert not run.session.over


def test_another_exercise_in_one_key_and_round_again() -> None:
    lasts = {"Leg press": SetLine("Leg press", kg(120.0), 12)}
    run = Run(workout(lasts=lasts))
    seen = []
    for _ in range(20):
        run.press(press.OtherPosition(run.view.step))
        seen.append(card(run).exercise)
    assert seen[:2] == ["Leg press", "Two-leg Romanian deadlift"]
    assert len(set(seen)) == 2 + sum(each.offered for each in SCRIPT.exercises)
    assert "Leg curl" in seen
    assert run.told(SetDone) == []


def test_another_exercise_comes_with_its_last_set_and_keeps_its_count() -> None:
    lasts = {"Leg Press": SetLine("Leg Press", kg(120.0), 12)}
    run = Run(workout(lasts=lasts))
    run.press(press.Next())
    run.press(press.Swap(None, "leg  press"))
    assert run.view.next == "set 1 of 3, 120 kg × 12"
    assert card(run).name == "Leg Press"
    run.press(press.Swap(None, "Leg curl"))
    assert run.view.next == "set 2 of 3, 45 kg × 10"


def test_what_was_chosen_from_the_list_is_one_press_and_one_undo() -> None:
    run = Run(workout())
    run.press(press.PlanSets(None, "Leg press", kg(120.0), 12, 5))
    assert (card(run).name, card(run).dose, card(run).sets) == ("Leg press", "120 kg × 12", 5)
    run.press(press.PlanSets(None, "leg  press", None, None, 1000))
    assert (card(run).dose, card(run).sets) == ("120 kg × 12", 5)
    run.press(press.Undo())
    run.press(press.Undo())
    assert (card(run).name, card(run).dose, card(run).sets) == ("Leg curl", "45 kg × 10", 3)


def test_a_step_more_or_less_of_each_number_stays_what_a_set_can_be() -> None:
    plan = workout(reps=1, sets=1)
    assert stepped(plan, "load", 1).load == kg(50.0)
    assert stepped(plan, "load", -1).load == kg(40.0)
    assert stepped(workout(load=None), "load", -1).load is None
    assert [stepped(plan, "reps", by).reps for by in (1, -1, -2)] == [2, 0, 0]
    assert [stepped(plan, "sets", by).sets for by in (1, -1)] == [2, 1]


def test_beyond_the_plan_it_says_so_and_goes_on() -> None:
    run = Run(workout(sets=1))
    run.press(press.Next())
    assert run.view.next == SCRIPT.all_sets
    run.press(press.Next())
    assert card(run).set_words == "set 2"
    run.press(press.Next())
    assert len(run.told(SetDone)) == 2


def test_without_a_rest_the_next_set_waits_at_once() -> None:
    run = Run(workout(rest_s=0.0))
    run.press(press.Next(run.view.step))
    assert (run.phase, card(run).set_no) == (Phase.SET, 2)


def test_a_metronome_leads_a_set_and_what_it_counted_waits_to_be_logged() -> None:
    run = Run(workout(tempo=SLOW, reps=4))
    run.press(press.Main(run.view.step))
    assert run.view.line == "READY 5 s"
    run.wait(5.0)
    assert run.view.line == "WORK BOTH 24 s"
    assert run.view.beat is not None
    run.wait(24.0)
    assert (run.phase, card(run).led, run.told(SetDone)) == (Phase.SET, 4, [])
    run.press(press.Next(run.view.step))
    assert run.told(SetDone) == [SetDone("Leg curl", kg(45.0), 4)]


def test_a_set_by_metronome_that_stops_early_says_what_was_done() -> None:
    run = Run(workout(tempo=SLOW, reps=4))
    run.press(press.Main())
    run.wait(5.0 + 13.0)
    run.press(press.Next(run.view.step))
    assert (run.phase, card(run).led) == (Phase.SET, 2)
    run.press(press.Next(run.view.step))
    assert (run.told(SetDone)[0].reps, card(run).reps) == (2, 2)


def test_a_cramp_in_a_set_by_metronome_stops_it() -> None:
    run = Run(workout(tempo=SLOW, reps=4))
    run.press(press.Main())
    run.wait(5.0 + 7.0)
    run.press(press.Cramped())
    assert (run.phase, card(run).led) == (Phase.SET, 1)
    assert run.told(SetDone) == []


def test_a_cramp_in_a_rest_lets_it_count_on() -> None:
    run = Run(workout())
    run.press(press.Next())
    run.press(press.Cramped())
    run.sleep(60.0)
    assert run.view.line == "REST 60 s"


def test_another_line_of_technique_before_each_set_with_its_entry() -> None:
    run = Run(workout(sip=""))
    seen = []
    for _ in range(7):
        tip = card(run).tip
        assert tip is not None
        assert run.view.cues == (tip.words,)
        assert card(run).entry == tip.entry
        seen.append(tip.words)
        run.press(press.Next())
        run.press(press.Next())
    assert len(set(seen)) == 6
    assert seen[0] == seen[6]


def test_a_warm_up_that_is_missing_is_said_until_the_first_set() -> None:
    run = Run(workout(warmed=False, opening=(Note("To try: quiet ankle"),)))
    assert run.notes == ("To try: quiet ankle", SCRIPT.no_warmup)
    assert (card(run).warm_up, card(run).notes) == (SCRIPT.no_warmup, ("To try: quiet ankle",))
    run.press(press.Next())
    assert not run.view.notes
    assert not card(run).warm_up


def test_the_change_to_try_stands_beside_the_advice_again() -> None:
    run = Run(workout(opening=(Note("To try: quiet ankle"),)))
    run.press(press.Next())
    again = gone_on(run, training=MILD)
    assert run.view.notes == ()
    assert card(again).notes == ("To try: quiet ankle",)


def test_a_hundred_sets_are_told_in_one_line_an_exercise() -> None:
    run = Run(workout(sets=100))
    for number in range(100):
        run.press(press.LogSet(None, 1 + number % 20))
        run.press(press.Next())
    run.press(press.Stop())
    ending = run.view.ending
    assert ending is not None
    assert ending.lines[0].endswith("45 kg × 8, and 92 more")
    assert ending.score == "100 sets"


def test_any_name_is_kept_whole_and_shown_in_one_line() -> None:
    name = "[/] " + "x" * 5000
    run = Run(workout(exercise=name))
    run.press(press.Next())
    assert run.told(SetDone)[0].exercise == name
    assert len(card(run).exercise) == 200
    assert shown("a\n\x1b[2Jb") == "a [2Jb"


def test_cut_off_in_a_rest_it_goes_on_where_the_clock_stands() -> None:
    run = Run(workout())
    run.press(press.Next())
    run.wait(30.0)
    standing = run.session.standing(run.now)
    again = Session(run.session.plan)
    again.go_on(standing, 9000.0, 40.0)
    assert again.view(9000.0).line == "REST 50 s"
    later = Session(run.session.plan)
    later.go_on(Standing(30.0, 2, 120.0, 90.0, 120.0), 9000.0, 3000.0)
    assert later.view(9000.0).phase is Phase.SET
