"""A workout as the services make it: from the journal, through a kill, back from a cramp."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from relief_tui.coach import inputs as press
from relief_tui.coach.event import (
    Advised,
    Drank,
    Flagged,
    ReliefBegan,
    ReliefEnded,
    SetDone,
    WarmupEnded,
    WorkoutBegan,
    WorkoutEnded,
)
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side, Tempo
from relief_tui.coach.view import View
from relief_tui.coach.workout import Workout
from relief_tui.coach.workout.card import SetLine, WorkoutView
from relief_tui.conductor import Conductor
from relief_tui.journal.workouts import workouts
from relief_tui.paths import HOME_VARIABLE, find_paths
from relief_tui.report.exercises import exercises
from relief_tui.services import Services
from relief_tui.wishes import Refusal, ReliefOptions, WorkoutWish, again_of
from tests.support.clock import FakeClock


def kg(value: float) -> Load:
    return Load(value, Unit.KG)


LEG_CURL = WorkoutWish("Leg curl", kg(45.0))


class Place:
    """One machine, with one process after the other."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.clock = FakeClock()
        self.services = Services(find_paths({HOME_VARIABLE: str(home)}), self.clock)

    def process(self) -> Services:
        """Another process, which finds nobody else alive: the one before was killed."""
        services = Services(find_paths({HOME_VARIABLE: str(self.home)}), self.clock)
        services.alive = lambda *_: False
        self.services = services
        return services

    def begin(self, wish: WorkoutWish = LEG_CURL) -> Conductor:
        found = self.services.workout(wish)
        assert isinstance(found, Conductor), found
        found.begin()
        return found

    def watch(self, run: Conductor, seconds: int) -> None:
        """Time passes, and somebody is there."""
        for _ in range(seconds):
            self.clock.advance(1.0)
            run.advance()

    def cramp(
        self, waiting: Conductor, side: Side = Side.LEFT, *, green: bool = True
    ) -> Conductor | Refusal:
        """A cramp while ``waiting`` waits: relieved in a minute, with two more of rest, and left
        with the green light, the first one at least, or without."""
        waiting.handle(press.Cramped())
        options = again_of(waiting.plan)
        relief = self.services.relief(
            ReliefOptions(side, options.machine, None, options.exercise, options.load)
        )
        relief.begin()
        self.watch(relief, 60)
        relief.handle(press.Answer(None, "gone"))
        relief.handle(press.Next())
        relief.handle(press.Number(None, 0, True))
        relief.handle(press.Number(None, 2, True))
        self.clock.advance(120.0)
        lighter = relief.advance().lighter
        if green and lighter is not None and not lighter.over:
            relief.handle(press.Next())
            relief.handle(press.Number(None, 0, True))
            relief.handle(press.Number(None, 1, True))
        relief.handle(press.Stop())
        return self.services.back_to(waiting)

    def cramp_alone(self, load: Load) -> None:
        """A cramp in a leg curl that let go, at which nobody answered and nothing was advised."""
        write = self.services.log.write
        write("alone", ReliefBegan(Side.LEFT, None, "Leg curl", load))
        write("alone", ReliefEnded("gone", "mild", 1, 30.0, Side.LEFT, None, "Leg curl", load))


def card(view: View) -> WorkoutView:
    assert view.workout is not None
    return view.workout


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    here = Place(tmp_path)
    yield here
    here.services.close()


def test_what_is_not_said_is_as_last_time(place: Place) -> None:
    log = place.services.log
    log.write("old", SetDone("Leg press", kg(100.0), 12))
    log.write("old", SetDone("Seated leg curl", kg(40.0), 9))
    log.write("old", SetDone("leg press", kg(110.0), 11))
    shown = card(place.begin(WorkoutWish()).advance())
    assert (shown.exercise, shown.load, shown.reps) == ("leg press", kg(110.0), 11)
    shown = card(place.begin(WorkoutWish("SEATED leg curl")).advance())
    assert (shown.exercise, shown.load, shown.reps) == ("Seated leg curl", kg(40.0), 9)
    offered = place.services.gates.workout(WorkoutWish())
    assert isinstance(offered, Workout)
    assert offered.offered[:2] == ("leg press", "Seated leg curl")


def test_the_first_time_it_is_a_leg_curl_of_three_sets(place: Place) -> None:
    shown = card(place.begin(WorkoutWish()).advance())
    assert (shown.exercise, shown.load, shown.sets, shown.reps) == ("Leg curl", None, 3, 10)


def test_every_set_is_in_the_journal_before_it_is_seen(place: Place) -> None:
    run = place.begin()
    run.handle(press.LogSet(None, 8))
    told = [entry.event for entry in place.services.log.entries()]
    assert WorkoutBegan("Leg curl", kg(45.0), 3, 10) in told
    assert SetDone("Leg curl", kg(45.0), 8) in told


def test_a_warm_up_of_today_is_known(place: Place) -> None:
    assert card(place.begin().advance()).warm_up
    place.services.log.write("w", WarmupEnded("stopped", 1, 5, "standard"))
    place.services.log.write("w", WarmupEnded("done", 5, 0, "bedtime"))
    assert card(place.begin().advance()).warm_up
    place.services.log.write("w2", WarmupEnded("done", 5, 1, "standard"))
    assert not card(place.begin().advance()).warm_up
    place.clock.advance(24 * 3600.0)
    assert card(place.begin().advance()).warm_up


def test_back_from_a_cramp_the_load_has_fallen_and_the_rest_has_counted_on(place: Place) -> None:
    run = place.begin(WorkoutWish("Leg curl", kg(45.0), rest_s=600.0))
    run.handle(press.Next())
    place.clock.advance(100.0)
    run.advance()
    again = place.cramp(run)
    assert isinstance(again, Conductor)
    view = again.begin()
    assert view.line == "REST 320 s"
    shown = card(view)
    assert (shown.lower_words, shown.load) == ("LOWER THE WEIGHT 45 → 35 kg", kg(35.0))
    assert (shown.watch_minutes, shown.cramps) == (58, 1)
    episode = place.services.log.latest_episode()
    assert episode is not None
    assert (episode.exercise, episode.load, episode.machine) == ("Leg curl", kg(45.0), None)


def test_the_second_cramp_ends_the_curls_and_the_third_the_training(place: Place) -> None:
    run: Conductor | Refusal = place.begin()
    for shown_off in ("", "No more curls today."):
        assert isinstance(run, Conductor)
        run = place.cramp(run)
        assert isinstance(run, Conductor)
        assert card(run.begin()).off == shown_off
    assert isinstance(run, Conductor)
    over = place.cramp(run)
    assert over == Refusal("Training is over today.")
    assert place.services.log.entries()[-1].kind == "workout_ended"
    refused = place.services.workout(LEG_CURL)
    assert refused == Refusal("Training is over today.")


def test_an_open_red_flag_lets_no_workout_begin(place: Place) -> None:
    place.services.log.write("", Flagged("RF02", 1, Side.LEFT))
    refused = place.services.workout(LEG_CURL)
    assert isinstance(refused, Refusal)
    assert refused.cards == ("RF02",)


def test_a_machine_is_known_by_its_name(place: Place) -> None:
    run = place.begin(WorkoutWish("Seated leg curl (machine)", kg(40.0)))
    assert again_of(run.plan) == ReliefOptions(
        machine="seated", exercise="Seated leg curl (machine)", load=kg(40.0)
    )


def test_fluid_restriction_and_the_setting_silence_the_reminder(place: Place) -> None:
    run = place.begin()
    plan = run.plan
    assert isinstance(plan, Workout)
    assert plan.sip
    place.services.choose("drink_reminder", "false")
    plan = place.begin().plan
    assert isinstance(plan, Workout)
    assert plan.sip == ""
    place.services.choose("drink_reminder", "true")
    place.services.choose("fluid_restriction", "yes")
    plan = place.begin().plan
    assert isinstance(plan, Workout)
    assert plan.sip == ""


def test_killed_in_a_rest_it_is_offered_and_goes_on_where_the_clock_stands(place: Place) -> None:
    run = place.begin()
    run.handle(press.LogSet(None, 8, kg(42.5)))
    place.clock.advance(30.0)
    run.advance()
    place.clock.advance(20.0)
    services = place.process()
    offer = services.offer()
    assert offer is not None
    assert offer.kind == "workout"
    again = services.go_on()
    assert again is not None
    view = again.begin()
    assert view.line == "REST 100 s"
    assert card(view).done[0].words == "42.5 kg × 8"
    assert view.next == "set 2 of 3, 42.5 kg × 8"


def test_killed_while_a_set_waits_it_is_offered_for_three_hours(place: Place) -> None:
    place.begin()
    place.clock.advance(2.9 * 3600.0)
    assert place.process().offer() is not None
    place.clock.advance(0.2 * 3600.0)
    assert place.process().settle() is None
    assert [done.outcome for done in workouts(place.services.log.entries())] == ["interrupted"]


def test_killed_in_a_relief_inside_it_the_relief_is_offered_and_then_the_workout(
    place: Place,
) -> None:
    run = place.begin()
    run.handle(press.LogSet(None, 8))
    run.handle(press.Cramped())
    relief = place.services.relief(again_of(run.plan))
    # the process that is killed plays both
    relief.begin()
    place.clock.advance(20.0)
    relief.advance()
    services = place.process()
    offer = services.offer()
    assert offer is not None
    assert offer.kind == "relief"
    again = services.go_on()
    assert again is not None
    again.begin()
    place.watch(again, 40)
    again.handle(press.Answer(None, "gone"))
    again.handle(press.Stop())
    offer = services.offer()
    assert offer is not None
    assert offer.kind == "workout"
    workout = services.go_on()
    assert workout is not None
    shown = card(workout.begin())
    over = "No more curls today. The four tests were not answered."
    assert (len(shown.done), shown.off) == (1, over)


def test_what_was_cut_off_ends_no_training(place: Place) -> None:
    run = place.begin()
    place.cramp(run)
    place.process().leave_it()
    assert len(place.services.training().cramps) == 1
    log = place.services.log
    log.write("other", WorkoutEnded("stopped"))
    assert len(place.services.training().cramps) == 1
    log.write("other", WorkoutEnded("done", 3))
    assert place.services.training().cramps, "the hour after the cramp goes on"
    place.clock.advance(3600.0)
    assert not place.services.training().cramps


def test_a_drink_in_the_relief_answers_the_reminder(place: Place) -> None:
    run = place.begin()
    place.clock.advance(890.0)
    run.advance()
    run.handle(press.Cramped())
    place.services.log.write("", Drank())
    place.clock.advance(60.0)
    again = place.services.back_to(run)
    assert isinstance(again, Conductor)
    assert card(again.begin()).reminder == ""


def test_a_sip_in_another_process_is_counted_and_one_taken_back_here_is_not(place: Place) -> None:
    run = place.begin()
    run.handle(press.Drink())
    other = Services(place.services.paths, place.clock)
    for sips in (2, 3):
        other.log.write("", Drank())
        place.watch(run, 1)
        assert card(run.advance()).sips == sips
    other.close()
    place.services.look_again(run)
    assert card(run.handle(press.Undo())).sips == 2
    again = place.services.back_to(run)
    assert isinstance(again, Conductor)
    again.begin()
    assert card(place.services.look_again(again)).sips == 2
    again.handle(press.Next())
    again.handle(press.Stop())
    [done] = workouts(place.services.log.entries())
    assert done.sips == 2


def test_a_cramp_that_was_told_elsewhere_counts(place: Place) -> None:
    run = place.begin()
    log = place.services.log
    log.write("r", ReliefBegan(Side.LEFT))
    log.write("r", Advised(None, None, "mild: about 20 % less"))
    log.write("r", ReliefEnded("gone", "mild", 1, 30.0, Side.LEFT))
    again = place.services.back_to(run)
    assert isinstance(again, Conductor)
    assert card(again.begin()).lower_words == "LOWER THE WEIGHT 45 → 35 kg"


def test_a_cramp_in_another_process_is_known_within_a_second(place: Place) -> None:
    run = place.begin()
    run.handle(press.Next())
    place.watch(run, 10)
    other = Services(place.services.paths, place.clock)
    other.log.write("r", ReliefBegan(Side.LEFT, None, "Leg curl", kg(45.0)))
    other.log.write("r", Advised(kg(45.0), kg(35.0), "mild: why"))
    ended = ReliefEnded("gone", "mild", 1, 30.0, Side.LEFT, None, "Leg curl", kg(45.0))
    other.log.write("r", ended)
    other.close()
    assert card(run.handle(press.Drink())).load == kg(45.0), "a press is for what was seen"
    place.watch(run, 1)
    shown = card(run.advance())
    assert (shown.load, shown.lower_words) == (kg(35.0), "LOWER THE WEIGHT 45 → 35 kg")
    assert shown.watch_minutes == 60


def test_a_late_tick_takes_nothing_back_that_was_left(place: Place) -> None:
    run = place.begin(WorkoutWish("Leg curl", kg(45.0), rest_s=30.0))
    run.handle(press.Next())
    run.leave()
    before = place.services.log.entries()
    place.watch(run, 60)
    run.handle(press.Next())
    assert place.services.log.entries() == before
    assert place.services.offer() is not None


def test_a_light_set_after_a_relief_that_was_killed_leaves_the_workout_waiting(
    place: Place,
) -> None:
    run = place.begin()
    run.handle(press.Next())
    services = place.process()
    light = services.recovery(services.light_set(kg(45.0)))
    assert isinstance(light, Conductor)
    light.begin()
    light.handle(press.Stop())
    offer = services.offer()
    assert offer is not None
    assert offer.kind == "workout"


def test_all_of_it_is_remembered(place: Place) -> None:
    run = place.begin(WorkoutWish("\udcff [/]", kg(45.0), 5, 12, 90.0, Tempo(3.0, 1.0, 2.0)))
    run.handle(press.LogSet(None, 8, kg(42.5)))
    run.handle(press.Drink())
    run.handle(press.OtherPosition())
    run.handle(press.SetLoad(None, kg(60.0)))
    run.leave()
    again = place.services.go_on()
    assert again is not None
    again.begin()
    plan = again.plan
    assert isinstance(plan, Workout)
    for each in fields(Workout):
        if each.name not in Workout.GIVEN:
            assert getattr(plan, each.name) == getattr(run.plan, each.name), each.name
    assert plan.done == (SetLine("? [/]", kg(42.5), 8),)


def test_a_memo_that_does_not_fit_is_closed_with_what_was_done(place: Place) -> None:
    run = place.begin()
    run.handle(press.LogSet(None, 8))
    run.handle(press.LogSet(None, 8))
    log = place.services.log
    log.keep_position(run.run, 2, 10.0, '{"kind":"workout"}')
    assert place.process().settle() is None
    (done,) = workouts(place.services.log.entries())
    assert (done.outcome, [each.reps for each in done.sets]) == ("interrupted", [8])
    assert place.services.troubles


SEATED = "Seated leg curl"


def test_however_often_a_workout_is_left_a_load_falls_once_for_one_cramp(place: Place) -> None:
    """Another curl than the one that cramped, last done with 40 kg, days ago."""
    place.services.log.write("old", SetDone(SEATED, kg(40.0), 10))
    place.clock.advance(2 * 24 * 3600.0)
    run = place.cramp(place.begin())
    assert isinstance(run, Conductor)
    run.begin()
    for _ in range(4):
        shown = card(run.handle(press.Swap(None, SEATED)))
        assert (shown.load, shown.allowed) == (kg(30.0), kg(30.0))
        run.handle(press.LogSet(None, 8))
        run.handle(press.Stop())
        run = place.begin(WorkoutWish())
    assert card(run.advance()).exercise == SEATED
    assert card(run.advance()).load == kg(30.0)


def test_the_first_load_of_the_day_is_cut_from_not_the_last(place: Place) -> None:
    log = place.services.log
    log.write("old", SetDone(SEATED, kg(60.0), 10))
    place.clock.advance(2 * 24 * 3600.0)
    log.write("warm", WorkoutBegan(SEATED, kg(50.0)))
    log.write("warm", SetDone(SEATED, kg(50.0), 10))
    log.write("warm", SetDone(SEATED, kg(40.0), 10))
    run = place.cramp(place.begin())
    assert isinstance(run, Conductor)
    run.begin()
    assert card(run.handle(press.Swap(None, SEATED))).load == kg(40.0)


def test_a_load_falls_once_for_a_cramp_that_nobody_answered(place: Place) -> None:
    place.cramp_alone(kg(45.0))
    shown = card(place.begin(WorkoutWish("Leg curl", kg(35.0))).advance())
    assert (shown.load, shown.lower_words, shown.allowed) == (kg(35.0), "", kg(35.0))


def test_a_load_first_said_in_the_watch_stays_as_it_is(place: Place) -> None:
    run = place.cramp(place.begin())
    assert isinstance(run, Conductor)
    run.begin()
    assert card(run.handle(press.Swap(None, SEATED))).lower_words.endswith("about 20 %")
    run.handle(press.LogSet(None, 8, kg(30.0)))
    for _ in range(3):
        run.handle(press.Stop())
        run = place.begin(WorkoutWish())
        assert card(run.advance()).load == kg(30.0)
        run.handle(press.LogSet(None, 8))


def test_the_list_of_exercises_knows_the_watch(place: Place) -> None:
    place.services.log.write("old", SetDone(SEATED, kg(40.0), 10))
    place.cramp(place.begin())
    plan = place.services.gates.workout(WorkoutWish("Leg curl", kg(45.0)))
    assert isinstance(plan, Workout)
    found = exercises(plan)
    assert not {"Nordic curl", "Ball curl"} & set(found.names)
    assert found.plan.advice.lower is not None
    assert found.plan.advice.lower.words == "45 → 35 kg"
    seated = found.index_of(SEATED)
    assert seated is not None
    chosen = found.planned(seated)
    assert (chosen.load, chosen.before) == (kg(30.0), kg(40.0))
    run = place.begin(WorkoutWish(chosen.exercise, chosen.load, chosen.sets, chosen.reps))
    assert card(run.advance()).lower_words == "LOWER THE WEIGHT 40 → 30 kg"
