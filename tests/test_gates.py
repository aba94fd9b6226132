"""What no face may pass: red flags, the end of the curls, and what was said before a kill."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from relief_tui.coach import inputs as press
from relief_tui.coach.checklist import Mark
from relief_tui.coach.event import FlagCleared, Flagged, RecoveryEnded, ReliefEnded
from relief_tui.coach.keys import digit
from relief_tui.coach.plan import LightSet, Moment, TimeUp
from relief_tui.coach.recovery import Recovery
from relief_tui.coach.routine import Care, Exercise, Routine, Sides
from relief_tui.coach.step import Phase, Side
from relief_tui.coach.training import NEW, Allowed
from relief_tui.coach.view import View
from relief_tui.coach.warmup import Warmup
from relief_tui.coach.workout.script import WorkoutScript
from relief_tui.conductor import Conductor
from relief_tui.content import ContentError
from relief_tui.content.routines import load_routine
from relief_tui.paths import find_paths
from relief_tui.services import Services
from relief_tui.wishes import Refusal, ReliefOptions
from tests.support.clock import FakeClock

LEFT = ReliefOptions(side=Side.LEFT)
NOTHING_OF_IT, NO_PAIN = 0, 2


class Bench:
    """One person's Relief; every process that played a run is dead."""

    def __init__(self, home: Path) -> None:
        self.clock = FakeClock()
        paths = find_paths({"RELIEF_HOME": str(home)})
        self.services = Services(paths, self.clock, lambda _pid, _started: False)

    def relief(self, options: ReliefOptions = LEFT) -> Conductor:
        conductor = self.services.relief(options)
        conductor.begin()
        return conductor

    def until(self, run: Conductor, phase: Phase) -> View:
        """Let time pass until ``phase``."""
        view = run.advance()
        while view.phase is not phase:
            assert not run.over, f"it ended before {phase}"
            self.clock.advance(1.0)
            view = run.advance()
        return view

    def wait(self, run: Conductor, seconds: int) -> View:
        """Let time pass, with somebody there."""
        for _ in range(seconds):
            self.clock.advance(1.0)
            run.advance()
        return run.advance()

    def say(self, run: Conductor, number: int) -> View:
        """Press a number, later than a list that just opened ignores it."""
        pressed = digit(self.wait(run, 2), number)
        assert pressed is not None
        return run.handle(pressed)

    def planned(self, options: ReliefOptions = LEFT) -> Conductor:
        """A mild cramp, up to its plan."""
        run = self.relief(options)
        self.until(run, Phase.CHECK)
        self.say(run, 1)
        self.until(run, Phase.REST)
        self.say(run, NOTHING_OF_IT)
        self.say(run, NO_PAIN)
        self.until(run, Phase.WAITING)
        self.say(run, NOTHING_OF_IT)
        assert run.advance().phase is Phase.PLAN
        return run

    def outcome(self) -> str:
        """How the last relief ended."""
        ended = [e.event for e in self.services.log.entries(kinds={ReliefEnded.kind})]
        assert isinstance(ended[-1], ReliefEnded)
        return ended[-1].outcome


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def flag(bench: Bench, card: str, side: Side | None = None) -> None:
    tier = bench.services.script.safety.cards[card].tier
    bench.services.log.write("", Flagged(card, tier, side))


def test_a_red_flag_closes_every_way_to_a_light_set(bench: Bench) -> None:
    assert isinstance(bench.services.recovery(LightSet()), Conductor)
    flag(bench, "RF01", Side.RIGHT)
    for practice in (False, True):
        refused = bench.services.recovery(LightSet(), practice=practice)
        assert isinstance(refused, Refusal)
        assert refused.cards == ("RF01",)


def test_a_relief_beside_an_open_red_flag_plans_nothing(bench: Bench) -> None:
    flag(bench, "RF01", Side.RIGHT)
    run = bench.relief()
    bench.until(run, Phase.CHECK)
    bench.say(run, 1)
    bench.until(run, Phase.REST)
    bench.say(run, NOTHING_OF_IT)
    bench.say(run, NO_PAIN)
    view = bench.until(run, Phase.OVER)
    assert view.ending is not None
    assert view.ending.then is None
    assert view.lighter is None or view.lighter.percent == 100


@pytest.mark.parametrize("kind", ["plan", "light set"])
def test_what_was_cut_off_before_a_red_flag_is_not_gone_on_with(bench: Bench, kind: str) -> None:
    services = bench.services
    if kind == "plan":
        bench.planned()
    else:
        light = services.recovery(LightSet())
        assert isinstance(light, Conductor)
        light.begin()
    assert services.offer() is not None
    flag(bench, "RF06")
    assert services.offer() is None
    assert services.log.open_runs() != ()
    assert services.settle() is None
    assert services.log.open_runs() == ()
    services.log.write("", FlagCleared("RF06", None))
    assert services.offer() is None


def test_the_plan_that_was_cut_off_is_told_whole(bench: Bench) -> None:
    run = bench.planned()
    bench.say(run, 4)  # it only twitched
    bench.services.leave_it()
    (entry,) = bench.services.log.entries(kinds={ReliefEnded.kind})
    assert isinstance(entry.event, ReliefEnded)
    assert (entry.event.outcome, entry.event.band) == ("gone", "twitch")
    assert entry.event.time_to_relief_s is not None


def test_worse_stays_worse_after_a_kill(bench: Bench) -> None:
    run = bench.relief()
    bench.until(run, Phase.CHECK)
    run.handle(press.Worse())
    bench.clock.advance(5.0)
    run.advance()
    bench.services.leave_it()
    assert bench.outcome() == "worse"
    assert bench.services.training().allowed is Allowed.NOTHING
    assert bench.services.curls_refused() is not None


def test_the_repetitions_of_a_light_set_that_was_cut_off_are_those_that_were_done(
    bench: Bench,
) -> None:
    run = bench.services.recovery(LightSet())
    assert isinstance(run, Conductor)
    run.begin()
    for _ in range(3):
        bench.until(run, Phase.WORK)
        bench.wait(run, 13)
        run.handle(press.Again())
    bench.wait(run, 13)
    bench.services.leave_it()
    (entry,) = bench.services.log.entries(kinds={RecoveryEnded.kind})
    assert entry.event == RecoveryEnded(2, "interrupted")


def test_a_set_made_shorter_goes_on_where_it_was(bench: Bench) -> None:
    run = bench.services.recovery(LightSet())
    assert isinstance(run, Conductor)
    run.begin()
    view = bench.until(run, Phase.WORK)
    run.handle(press.Adjust(view.step, -5.0))
    left = bench.wait(run, 10).seconds
    again = bench.services.go_on()
    assert again is not None
    assert again.begin().seconds == left


def test_a_practice_knows_of_no_cramp_before_it(bench: Bench) -> None:
    bench.services.log.write("one", ReliefEnded("gone", "mild", 1, 40.0, Side.LEFT))
    gates = bench.services.gates
    assert len(gates.relief(LEFT).training.cramps) == 1
    assert gates.relief(replace(LEFT, practice=True)).training == NEW


def test_a_practice_leads_to_a_practice(bench: Bench) -> None:
    before = len(bench.services.log.entries())
    run = bench.planned(replace(LEFT, practice=True))
    view = bench.say(run, 2)
    assert view.ending is not None
    assert view.ending.then is not None
    light = bench.services.recovery(view.ending.then, practice=True)
    assert isinstance(light, Conductor)
    light.begin()
    light.handle(press.Stop())
    assert len(bench.services.log.entries()) == before


def test_a_long_pause_is_no_absence(bench: Bench) -> None:
    run = bench.relief()
    bench.until(run, Phase.HOLD)
    run.handle(press.Pause())
    for _ in range(45):
        bench.clock.advance(run.wait_s() or 0.0)
        run.advance()
    assert bench.services.offer() is not None


# Warm-ups

EASY = ("easy", "loose")
LINES = (
    Exercise("Bike", 20.0, cues=EASY),
    Exercise("Roll calf", 20.0, Sides.EACH, cues=EASY, care=Care.ROLL),
    Exercise("Band curls", 20.0, cues=EASY, care=Care.CURL),
    Exercise("Wall stretch", 20.0, cues=EASY, care=Care.STRETCH),
)
ROUTINE = Routine("own", LINES)


def warming(bench: Bench, line: int = 0) -> Conductor:
    """A warm-up that has begun at ``line``."""
    run = bench.services.warmup(ROUTINE, line=line)
    assert isinstance(run, Conductor)
    run.begin()
    return run


def left_out(view: View) -> list[str]:
    assert view.checklist is not None
    return [line.name for line in view.checklist.lines if line.mark is Mark.OFF]


def cramps(bench: Bench, times: int) -> None:
    """So many mild cramps that let go, each up to the plan if one may follow."""
    for number in range(times):
        run = bench.relief() if number else bench.planned()
        if number:
            bench.until(run, Phase.CHECK)
            bench.say(run, 1)
        run.handle(press.Stop())


@pytest.mark.parametrize("card", ["RF01", "RF02"])
def test_a_red_flag_that_closes_training_refuses_a_warm_up(bench: Bench, card: str) -> None:
    flag(bench, card, Side.RIGHT)
    refused = bench.services.warmup(ROUTINE)
    assert isinstance(refused, Refusal)
    assert refused.cards == (card,)


def test_what_was_cut_off_before_such_a_flag_is_not_gone_on_with(bench: Bench) -> None:
    warming(bench)
    assert bench.services.offer() is not None
    flag(bench, "RF02")
    assert bench.services.settle() is None
    assert bench.services.log.open_runs() == ()
    (ended,) = bench.services.log.warmups()
    assert ended.outcome == "interrupted"


@pytest.mark.parametrize("again", [False, True])
def test_a_flag_of_the_calf_leaves_rolling_and_stretching_out(bench: Bench, again: bool) -> None:
    run = warming(bench) if again else None
    flag(bench, "RF14")
    if run is None:
        run = warming(bench)
    else:
        going_on = bench.services.go_on()
        assert going_on is not None
        going_on.begin()
        run = going_on
    assert left_out(run.advance()) == ["Roll calf", "Wall stretch"]
    run.handle(press.Jump(line=1))
    assert run.advance().position == "Bike"
    seen = set()
    while not run.over:
        seen.add(bench.wait(run, 1).position)
    assert seen == {"Bike", "Band curls", ""}


def test_a_flag_named_in_the_middle_of_rolling_leads_past_it(bench: Bench) -> None:
    run = warming(bench, 1)
    bench.until(run, Phase.WORK)
    view = run.handle(press.Help(cards=("RF14",)))
    assert left_out(view) == ["Roll calf", "Wall stretch"]
    assert view.position == "Band curls"


def test_where_nothing_is_left_to_do_it_says_why(bench: Bench) -> None:
    flag(bench, "RF14")
    refused = bench.services.warmup(ROUTINE, line=3)
    assert isinstance(refused, Refusal)
    assert "red flag" in refused.words


@pytest.mark.parametrize(("times", "curls"), [(0, True), (1, True), (2, False)])
def test_after_the_second_cramp_there_are_no_curls(bench: Bench, times: int, curls: bool) -> None:
    cramps(bench, times)
    view = warming(bench).advance()
    assert left_out(view) == ([] if curls else ["Band curls"])
    assert curls or any("No more curls" in note.words for note in view.notes)
    assert bench.services.log.latest_episode() is not None or not times


def test_what_was_done_of_a_warm_up_that_was_cut_off_is_told(bench: Bench) -> None:
    run = warming(bench)
    bench.wait(run, 40)
    bench.services.leave_it()
    (ended,) = bench.services.log.warmups()
    assert (ended.outcome, ended.done, ended.skipped) == ("interrupted", 1, 3)


def test_a_warm_up_that_was_cut_off_waits_for_a_relief_at_once(bench: Bench) -> None:
    warming(bench)
    bench.relief().handle(press.Stop())
    assert bench.services.log.warmups() == ()
    offer = bench.services.offer()
    assert offer is not None
    assert offer.kind == "warmup"


# The change that is being tried


def test_what_is_tried_opens_a_warm_up_and_a_light_set_and_no_relief(bench: Bench) -> None:
    services = bench.services
    services.hindsight.try_change("a", "position")
    words = "To try: Toes neutral, and stop short of the full bend."
    light = services.gates.recovery(services.light_set())
    warm = services.gates.warmup(load_routine("express"))
    assert isinstance(light, Recovery)
    assert isinstance(warm, Warmup)
    for plan in (light, warm):
        turn = plan.begin()
        notes = [note.words for note in turn.plan.facts(turn.step).notes]
        assert words in notes
        at_work = turn.plan.react(TimeUp(), Moment(10.0, 10.0, 0.0))
        assert at_work is not None
        notes = [note.words for note in at_work.plan.facts(at_work.step).notes]
        assert words not in notes
    relief = services.gates.relief(ReliefOptions())
    assert words not in [note.words for note in relief.facts(relief.begin().step).notes]


@pytest.mark.parametrize(("name", "rests"), [("Nordic curls", True), ("Leg curl", False)])
def test_a_relief_knows_what_is_not_for_today_by_its_name(
    name: str, rests: bool, tmp_path: Path
) -> None:
    bench = Bench(tmp_path)
    run = bench.relief(ReliefOptions(side=Side.LEFT, exercise=name))
    bench.until(run, Phase.CHECK)
    run.handle(press.Answer(None, "gone"))
    lighter = run.advance().lighter
    assert (lighter is not None and lighter.swap) == rests


def test_a_relief_goes_on_where_nothing_can_be_read_of_exercises(tmp_path: Path) -> None:
    def broken() -> WorkoutScript:
        raise ContentError("workout.toml is broken")

    gates = replace(Bench(tmp_path).services.gates, sets=broken)
    assert not gates.rests("Nordic curls")
    assert gates.curls("Romanian deadlift")
    assert gates.meant("RDL") == "RDL"


def test_a_relief_knows_a_curl_by_its_name(tmp_path: Path) -> None:
    gates = Bench(tmp_path).services.gates
    names = ("Lying leg curl", "curl", None, "Romanian deadlift")
    assert [gates.curls(name) for name in names] == [True, True, True, False]


def test_a_relief_knows_which_exercise_a_name_means(tmp_path: Path) -> None:
    gates = Bench(tmp_path).services.gates
    names = ("RDL", "two-leg romanian deadlift", "Seated curl, short range", "My own")
    deadlift = "Two-leg Romanian deadlift"
    assert [gates.meant(name) for name in names] == [
        deadlift,
        deadlift,
        "Seated leg curl",
        "My own",
    ]
