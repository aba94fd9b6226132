"""A workout under any keys at any times: what must hold whatever somebody presses."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from relief_tui.coach import inputs as press
from relief_tui.coach.event import Cue, Drank, SetDone, Undone, WorkoutEnded
from relief_tui.coach.step import Phase, Side, Tempo
from relief_tui.coach.training import Allowed, Cramp, Training
from relief_tui.coach.transitions import WORKOUT
from relief_tui.coach.workout import Workout
from relief_tui.coach.workout.card import SetLine
from tests.coach.driving import Run
from tests.coach.workouts import SCRIPT, SIP, cramp, gone_on, kg, learned, workout
from tests.support.script import AFTER

KEYS = st.sampled_from(
    [
        press.Main(),
        press.Pause(),
        press.GoOn(),
        press.Next(),
        press.Back(),
        press.Again(),
        press.Adjust(seconds=5.0),
        press.Adjust(seconds=-5.0),
        press.OtherPosition(),
        press.OtherSide(),
        press.Drink(),
        press.Snooze(),
        press.Undo(),
        press.Worse(),
        press.Cramped(),
    ]
)
NAMES = st.sampled_from(["Leg curl", "leg  CURL", "RDL", "Nordic curl", "Leg press", "[/]", ""])
LOADS = st.sampled_from([None, *map(kg, (1.0, 2.5, 20.0, 45.0, 60.0, 300.0))])
LASTS = {"RDL": SetLine("RDL", kg(80.0), 8), "Leg press": SetLine("Leg press", None, 12)}


class AnyWorkout(RuleBasedStateMachine):
    """One workout, from its first set to wherever the keys lead."""

    def __init__(self) -> None:
        super().__init__()
        self.run = Run(workout())
        self.cramps: tuple[Cramp, ...] = ()
        self.seen = 0
        self.ended = False
        self.steps = 0

    @initialize(
        load=LOADS,
        rest_s=st.sampled_from([0.0, 60.0, 150.0]),
        tempo=st.sampled_from([None, Tempo(2.0, 0.0, 2.0)]),
        sip=st.sampled_from(["", SIP]),
    )
    def begin(self, load: object, rest_s: float, tempo: Tempo | None, sip: str) -> None:
        self.run = Run(workout(load=load, rest_s=rest_s, tempo=tempo, sip=sip, lasts=LASTS))

    @property
    def plan(self) -> Workout:
        plan = self.run.session.plan
        assert isinstance(plan, Workout)
        return plan

    # Time

    @rule(seconds=st.floats(0.0, 3.4))
    def a_tick(self, seconds: float) -> None:
        self.run.sleep(seconds)

    @rule()
    def to_the_end_of_the_rest(self) -> None:
        self.run.wait(float(self.run.view.seconds))

    @rule(seconds=st.one_of(st.floats(4.0, 4000.0), st.floats(10_000.0, 40_000.0)))
    def a_gap(self, seconds: float) -> None:
        self.run.sleep(seconds)

    @rule(seconds=st.floats(0.001, 100.0))
    def the_clock_is_set_back(self, seconds: float) -> None:
        before = self.run.session.view(self.run.now)
        assert self.run.session.advance(self.run.now - seconds) == ()
        assert self.run.session.view(self.run.now) == before

    # Keys

    @rule(key=KEYS)
    def a_key(self, key: press.Input) -> None:
        self.run.press(key)

    @rule(reps=st.sampled_from([None, 0, 8, 1000, 1001, -1]), load=LOADS)
    def a_set(self, reps: int | None, load: object) -> None:
        self.run.press(press.LogSet(None, reps, load))  # type: ignore[arg-type]

    @rule(load=LOADS)
    def a_load(self, load: object) -> None:
        self.run.press(press.SetLoad(None, load))  # type: ignore[arg-type]

    @rule(number=st.sampled_from([0, 1, 5, 100, 101, -3, 5000]))
    def a_plan(self, number: int) -> None:
        self.run.press(press.SetReps(None, number))
        self.run.press(press.SetSets(None, number))

    @rule(name=NAMES)
    def another_exercise(self, name: str) -> None:
        self.run.press(press.Swap(None, name))

    @rule(key=KEYS, back=st.integers(1, 3))
    def a_stale_key(self, key: press.Input, back: int) -> None:
        if isinstance(key, press.NEVER_STALE):
            return
        self.run.sleep(0.0)
        before = self.run.view
        if before.step > back:
            self.run.press(type(key)(before.step - back))
            assert self.run.view == before

    @rule(load=LOADS, away_s=st.floats(0.0, 2000.0), band=st.sampled_from(["mild", "moderate"]))
    def a_cramp(self, load: object, away_s: float, band: object) -> None:
        if self.run.session.over or len(self.cramps) > 3:
            return
        self.run.press(press.Cramped())
        exercise = self.plan.exercise
        self.cramps += (
            cramp(exercise, load=load, band=band, side=Side.LEFT),  # type: ignore[arg-type]
        )
        self.run = gone_on(self.run, away_s=away_s, training=Training(self.cramps))
        self.seen = 0

    @rule(away_s=st.floats(0.0, 300.0))
    def a_kill(self, away_s: float) -> None:
        if not self.run.session.over:
            self.run = gone_on(self.run, away_s=away_s)
            self.seen = 0

    @rule(sip=st.sampled_from(["", SIP]), deleted=st.booleans())
    def something_is_set_or_deleted_meanwhile(self, sip: str, deleted: bool) -> None:
        self.cramps = self.cramps[1:] if deleted else self.cramps
        learned(self.run, sip=sip, training=Training(self.cramps))

    @rule()
    def stop(self) -> None:
        if self.run.t > 1000.0:
            self.run.press(press.Stop())

    # What holds

    @invariant()
    def no_time_is_negative(self) -> None:
        view = self.run.view
        assert view.seconds >= 0
        assert 0.0 <= view.done <= 1.0
        if view.workout is not None:
            assert view.workout.watch_s >= 0.0

    @invariant()
    def steps_only_count_up(self) -> None:
        assert self.run.view.step >= self.steps
        self.steps = self.run.view.step

    @invariant()
    def it_is_in_a_phase_of_the_table(self) -> None:
        assert self.run.phase in WORKOUT

    @invariant()
    def nothing_above_what_is_advised_is_proposed(self) -> None:
        card = self.run.view.workout
        if card is None or card.own:
            return
        if card.allowed is not None and card.load is not None:
            assert card.load.weight <= card.allowed.weight
        if card.lower is not None and card.lower.before is not None:
            assert card.load == card.lower.after

    @invariant()
    def nothing_that_is_over_is_offered(self) -> None:
        card = self.run.view.workout
        if card is not None and self.plan.training.allowed is Allowed.NO_CURLS:
            names = [choice.name for choice in card.swaps]
            assert not [name for name in names if "curl" in name.casefold()]

    @invariant()
    def what_is_shown_was_logged(self) -> None:
        if self.run.story and not isinstance(self.run.story[0].event, Undone):
            logged = [
                SetLine(each.exercise, each.load, each.reps) for each in self.run.standing(SetDone)
            ]
            done = list(self.plan.done)
            assert done[len(done) - len(logged) :] == logged

    @invariant()
    def no_drink_is_forgotten(self) -> None:
        assert self.run.session.over or self.plan.sips >= len(self.run.standing(Drank))

    @invariant()
    def nothing_is_asked_of_who_wants_no_reminder_and_nothing_after_the_end(self) -> None:
        told = [one.event for one in self.run.story[self.seen :]]
        self.seen = len(self.run.story)
        card = self.run.view.workout
        asked = Cue("thirsty") in told
        assert self.plan.sip or not asked
        assert self.plan.sip or card is None or not card.reminder
        if self.ended:
            assert not asked
        self.ended = self.run.session.over
        if self.ended:
            assert card is None
            assert self.run.session.next_wakeup() is None

    @invariant()
    def it_is_over_exactly_when_it_ended_once(self) -> None:
        assert len(self.run.standing(WorkoutEnded)) == self.run.session.over

    @invariant()
    def something_is_always_ahead(self) -> None:
        wake = self.run.session.next_wakeup()
        if wake is None:
            assert self.run.session.over or self.run.view.paused
        else:
            assert wake > self.run.now - 1e-6

    @invariant()
    def only_a_rest_or_a_metronome_pauses(self) -> None:
        assert not (self.run.view.paused and self.run.phase is Phase.SET)

    @invariant()
    def every_tip_is_of_the_script(self) -> None:
        card = self.run.view.workout
        if card is not None and card.tip is not None and card.tip not in SCRIPT.tips:
            ranges = {f"{rule.range} {rule.tempo}" for rule in AFTER.bands.values()}
            assert card.tip.words in ranges  # what a cramp left of a curl


TestAnyWorkout = AnyWorkout.TestCase
TestAnyWorkout.settings = settings(max_examples=40, stateful_step_count=50, deadline=None)
