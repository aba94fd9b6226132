"""A routine that coaches itself: its time, its sides, skips, jumps, ticks, what is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach import inputs as press
from relief_tui.coach.checklist import Mark
from relief_tui.coach.event import Cue, Flagged, StepBegan, WarmupBegan, WarmupEnded, WarmupStep
from relief_tui.coach.plan import Moment
from relief_tui.coach.routine import Care, Exercise, Routine, Sides, with_more
from relief_tui.coach.step import Phase, Side, Tempo
from relief_tui.coach.transitions import WARMUP
from relief_tui.coach.warmup import Warmup
from tests.coach.driving import Run
from tests.support.script import SAFETY

BIKE = Exercise("Bike", 60.0, cues=("easy",))
ROLL = Exercise("Roll calf", 30.0, Sides.EACH, care=Care.ROLL)
RAISES = Exercise("Raises", 40.0, reps=10, tempo=Tempo(2, 0, 2))
CURLS = Exercise("Band curls", 20.0, Sides.EACH, reps=5, tempo=Tempo(2, 0, 2), care=Care.CURL)
ROUTINE = Routine("short", (BIKE, ROLL, RAISES, CURLS), takes=("roller", "band"), then=("go",))
WHY = "no rolling today"


def warmup(routine: Routine = ROUTINE, **known: object) -> Run:
    return Run(Warmup(SAFETY, routine, **known))  # type: ignore[arg-type]


def marks(run: Run) -> list[str]:
    assert run.view.checklist is not None
    return [line.mark for line in run.view.checklist.lines]


def results(run: Run) -> list[tuple[int, str, str]]:
    return [(e.step, str(e.side), e.result) for e in run.standing(WarmupStep)]


def ended(run: Run) -> WarmupEnded:
    (event,) = run.standing(WarmupEnded)
    return event


def into(run: Run, name: str, phase: Phase = Phase.WORK, side: Side | None = None) -> Run:
    """Wait for a line; it must come within ten minutes."""
    for _ in range(600):
        view = run.view
        if view.position == name and view.phase is phase and side in (None, view.side):
            return run
        run.wait(1.0)
    raise AssertionError(f"no {name}")


# Hands-free


def test_with_no_key_pressed_it_runs_from_the_first_line_to_the_last() -> None:
    run = warmup().until(Phase.OVER)
    assert run.steps() == [
        (0.0, "READY", 10.0),
        (10.0, "WORK", 60.0),
        (70.0, "READY", 5.0),
        (75.0, "WORK", 30.0),
        (105.0, "READY", 5.0),
        (110.0, "WORK", 30.0),
        (140.0, "READY", 5.0),
        (145.0, "WORK", 40.0),
        (185.0, "READY", 5.0),
        (190.0, "WORK", 20.0),
        (210.0, "READY", 5.0),
        (215.0, "WORK", 20.0),
    ]
    assert run.t == ROUTINE.total_s == 235.0
    assert run.told(WarmupBegan) == [WarmupBegan("short")]
    assert ended(run) == WarmupEnded("done", 4, 0, "short", 235.0)
    assert results(run) == [
        (1, "both", "done"),
        (2, "left", "done"),
        (2, "right", "done"),
        (3, "both", "done"),
        (4, "left", "done"),
        (4, "right", "done"),
    ]
    assert run.view.ending is not None
    assert (run.view.ending.word, run.view.ending.lines) == (
        "DONE",
        ("4 of 4 done, in 3:55.", "go"),
    )


TIMES = st.integers(1, 90).map(float)
EXERCISES = st.builds(Exercise, st.just("x"), TIMES, st.sampled_from(Sides)) | st.builds(
    lambda reps, tempo, side: Exercise("y", reps * tempo.rep_s, side, reps, tempo),
    st.integers(1, 12),
    st.sampled_from([Tempo(2, 0, 2), Tempo(3, 1, 2), Tempo(3, 0, 3)]),
    st.sampled_from(Sides),
)
LEADS = st.sampled_from([0.0, 3.0, 5.0, 10.0])
ROUTINES = st.builds(
    Routine,
    st.just("any"),
    st.lists(EXERCISES, min_size=1, max_size=6).map(tuple),
    LEADS,
    LEADS,
    LEADS,
)


@given(routine=ROUTINES, first=st.sampled_from([Side.LEFT, Side.RIGHT]))
def test_any_routine_lasts_what_it_says_and_each_side_gets_its_full_time(
    routine: Routine, first: Side
) -> None:
    run = warmup(routine, first=first)
    assert run.view.left_s == routine.total_s
    run.wait(routine.total_s)
    assert run.session.over
    assert run.times(WarmupEnded) == [pytest.approx(routine.total_s)]
    work = [e for e in run.told(StepBegan) if e.phase == "WORK"]
    assert [(e.side, e.seconds) for e in work] == [
        (side, step.seconds) for step in routine.steps for side in step.sides(first)
    ]


@given(routine=ROUTINES)
def test_a_tick_leads_every_change_by_three_seconds(routine: Routine) -> None:
    run = warmup(routine)
    run.wait(routine.total_s)
    threes = {round(one.at, 3) for one in run.story if one.event == Cue("3")}
    steps = [(one.at, one.event) for one in run.story if isinstance(one.event, StepBegan)]
    for at, began in steps:
        if began.seconds >= 5.0:
            assert round(at + began.seconds - 3.0, 3) in threes


@given(routine=ROUTINES, seconds=st.floats(0.0, 900.0))
def test_what_is_left_in_total_is_what_will_pass(routine: Routine, seconds: float) -> None:
    run = warmup(routine)
    run.wait(min(seconds, routine.total_s))
    if run.session.over:
        return
    left = run.view.left_s
    assert left is not None
    assert left - 1.0 <= routine.total_s - run.t <= left + 1e-3


def test_the_next_thing_is_always_named() -> None:
    run = warmup()
    assert run.view.cues == ("Have at hand: roller, band.",)
    seen: dict[tuple[Phase, str, Side | None], str] = {}
    while not run.session.over:
        seen.setdefault((run.view.phase, run.view.position, run.view.side), run.view.next)
        run.wait(1.0)
    assert all(seen.values())
    assert seen[Phase.READY, "Bike", Side.BOTH] == "Bike, 60 s"
    assert seen[Phase.WORK, "Bike", Side.BOTH] == "Roll calf"
    assert seen[Phase.CHANGE, "Roll calf", Side.LEFT] == "Roll calf LEFT, 30 s"
    assert seen[Phase.WORK, "Roll calf", Side.LEFT] == "RIGHT, the same, then Raises"
    assert seen[Phase.SWITCH, "Roll calf", Side.RIGHT] == "Roll calf RIGHT, 30 s"
    assert seen[Phase.CHANGE, "Raises", Side.BOTH] == "Raises, 10 reps"
    assert seen[Phase.WORK, "Band curls", Side.RIGHT] == "done"


def test_the_phase_line_names_the_side_at_work_only() -> None:
    run = into(warmup(), "Roll calf", Phase.SWITCH)
    assert run.view.line == "READY 5 s"
    assert run.until(Phase.WORK).view.line == "WORK RIGHT 30 s"


def test_the_bar_counts_both_sides_of_a_line() -> None:
    run = into(warmup(), "Roll calf", side=Side.LEFT)
    run.wait(15.0)
    assert run.view.current == 1
    assert run.view.piece_done == pytest.approx(0.25)
    assert into(run, "Roll calf", Phase.SWITCH).view.piece_done == 0.5
    assert into(run, "Raises", Phase.CHANGE).view.piece_done == 0.0


# Repetitions


def test_a_line_by_repetitions_is_led_by_its_tempo() -> None:
    run = into(warmup(), "Raises")
    run.wait(5.0)
    beat = run.view.beat
    assert beat is not None
    assert (beat.rep, beat.reps, beat.word, beat.range_deg) == (2, 10, "UP", None)


def test_by_key_a_line_by_repetitions_waits_and_any_of_the_keys_ends_it() -> None:
    for key in (press.Main, press.Next):
        run = into(warmup(by_key=True), "Raises")
        assert (run.view.beat, run.view.seconds) == (None, 0)
        assert run.view.checklist is not None
        assert run.view.checklist.reps == 10
        run.wait(90.0)
        assert run.view.position == "Raises"
        run.press(key())
        assert (run.view.position, run.view.phase) == ("Band curls", Phase.CHANGE)
        assert (3, "both", "done") in results(run)


def test_by_key_nobody_there_skips_the_line_after_ten_minutes() -> None:
    run = into(warmup(by_key=True), "Raises")
    run.wait(601.0)
    assert (3, "both", "skipped") in results(run)


# Skips, jumps, ticks


def test_next_skips_a_side_and_starts_at_once_where_one_gets_ready() -> None:
    run = warmup()
    run.press(press.Next())
    assert run.view.phase is Phase.WORK
    run.wait(3.0)
    run.press(press.Next())
    assert (run.view.phase, run.view.position) == (Phase.CHANGE, "Roll calf")
    assert results(run) == [(1, "both", "skipped")]
    assert marks(run) == [Mark.SKIPPED, Mark.NOW, Mark.OPEN, Mark.OPEN]


def test_half_a_line_is_skipped_in_the_end() -> None:
    run = into(warmup(), "Roll calf", side=Side.RIGHT)
    run.press(press.Next())
    run.until(Phase.OVER)
    assert (ended(run).done, ended(run).skipped) == (3, 1)
    assert run.view.ending is not None
    assert run.view.ending.lines[0].startswith("3 of 4 done, 1 skipped, in ")


def test_a_jump_ahead_skips_what_lies_between_and_a_jump_back_does_it() -> None:
    run = warmup()
    run.press(press.Jump(line=2))
    assert (run.view.phase, run.view.position, run.view.seconds) == (Phase.CHANGE, "Raises", 5)
    assert results(run) == [(1, "both", "skipped"), (2, "left", "skipped"), (2, "right", "skipped")]
    run.press(press.Jump(line=0))
    run.until(Phase.OVER)
    assert (ended(run).done, ended(run).skipped) == (4, 0)


@pytest.mark.parametrize("line", [-1, 4, 99])
def test_there_is_no_such_line(line: int) -> None:
    run = warmup()
    assert run.press(press.Jump(line=line)) == []
    assert run.press(press.Tick(line=line)) == []


def test_a_tick_ends_the_line_that_runs_and_spares_one_that_comes() -> None:
    run = into(warmup(), "Bike")
    run.press(press.Tick(line=2))
    assert (run.view.position, marks(run)[2]) == ("Bike", Mark.DONE)
    run.press(press.Tick())
    assert (run.view.position, run.view.phase) == ("Roll calf", Phase.CHANGE)
    assert into(run, "Band curls", Phase.CHANGE).t < 100.0
    run.until(Phase.OVER)
    assert (ended(run).done, ended(run).skipped) == (4, 0)
    assert run.press(press.Tick(line=0)) == []


def test_the_last_line_ticked_off_is_the_end() -> None:
    run = warmup()
    for _ in range(4):
        run.press(press.Tick())
    assert ended(run) == WarmupEnded("done", 4, 0, "short", 0.0)


def test_an_undo_takes_back_a_skip_with_its_result() -> None:
    run = into(warmup(), "Bike")
    run.wait(10.0)
    run.press(press.Next())
    run.wait(2.0)
    run.press(press.Undo())
    assert (run.view.position, run.view.seconds, results(run)) == ("Bike", 50, [])
    run.until(Phase.OVER)
    assert ended(run).done == 4


def test_back_goes_past_the_seconds_between_to_the_line_before() -> None:
    run = into(warmup(), "Raises")
    run.press(press.Back())
    assert (run.view.line, run.view.position) == ("WORK RIGHT 30 s", "Roll calf")
    assert results(run) == [(1, "both", "done"), (2, "left", "done")]
    run.until(Phase.OVER)
    assert ended(run).done == 4


def test_again_and_five_seconds() -> None:
    run = into(warmup(), "Bike")
    run.wait(20.0)
    run.press(press.Again())
    assert run.view.seconds == 60
    run.press(press.Adjust(seconds=5.0))
    assert run.view.seconds == 65
    run.press(press.Adjust(seconds=-5.0))
    assert run.view.seconds == 60


def test_a_muscle_is_rolled_two_minutes_at_most() -> None:
    run = into(warmup(), "Roll calf")
    for _ in range(30):
        run.press(press.Adjust(seconds=5.0))
    assert run.view.seconds == 120


def test_the_other_leg_first() -> None:
    run = into(warmup(), "Roll calf", Phase.CHANGE)
    run.press(press.OtherSide())
    assert (run.view.side, run.view.next) == (Side.RIGHT, "Roll calf RIGHT, 30 s")
    run.until(Phase.WORK).wait(10.0)
    run.press(press.OtherSide())
    assert (run.view.phase, run.view.side) == (Phase.SWITCH, Side.LEFT)
    run.until(Phase.OVER)
    assert [side for step, side, _ in results(run) if step == 2] == ["left", "right"]
    assert ended(run).done == 4


def test_a_pause_keeps_the_second() -> None:
    run = into(warmup(), "Bike")
    run.wait(12.0)
    run.press(press.Main())
    run.wait(100.0)
    run.press(press.Main())
    assert (run.view.position, run.view.seconds) == ("Bike", 48)


def test_nobody_there_pauses_it_and_half_an_hour_closes_it() -> None:
    run = into(warmup(), "Bike")
    run.sleep(200.0)
    assert run.view.paused
    assert run.view.away_s == pytest.approx(200.0, abs=1.0)
    run.press(press.GoOn())
    assert run.view.position == "Bike"
    run.sleep(2000.0)
    assert ended(run).outcome == "interrupted"


def test_stop_keeps_what_was_done() -> None:
    run = into(warmup(), "Raises")
    run.press(press.Stop())
    assert (ended(run).outcome, ended(run).done, ended(run).skipped) == ("stopped", 2, 2)
    assert marks(run) == [Mark.DONE, Mark.DONE, Mark.SKIPPED, Mark.SKIPPED]


# What speaks against a line


def test_what_is_off_is_passed_over_and_says_why() -> None:
    run = warmup(off=((Care.ROLL, WHY), (Care.STRETCH, "not here")))
    assert marks(run)[1] is Mark.OFF
    assert run.notes == (WHY,)
    assert run.press(press.Jump(line=1)) == run.press(press.Tick(line=1)) == []
    run.until(Phase.OVER)
    assert "Roll calf" not in [e.position for e in run.told(StepBegan)]
    assert (ended(run).done, ended(run).skipped) == (3, 1)
    assert run.view.ending is not None
    assert WHY in run.view.ending.lines


def test_a_grave_flag_ends_it_with_its_card() -> None:
    run = into(warmup(), "Bike")
    run.press(press.Help(cards=("RF02",)))
    assert run.told(Flagged) == [Flagged("RF02", 2, None)]
    assert ended(run).outcome == "stopped"
    assert run.view.ending is not None
    assert run.view.ending.cards == ("RF02",)
    assert run.view.ending.lines[0] == "ended with a flag"
    assert len(run.view.ending.lines) == 2


def test_a_flag_of_the_calf_that_does_not_end_it_ends_the_rolling() -> None:
    run = into(warmup(), "Roll calf")
    run.press(press.Help(cards=("RF14",)))
    assert (run.view.position, run.view.phase) == ("Raises", Phase.CHANGE)
    assert marks(run)[1] is Mark.OFF
    assert "red flag is open" in run.notes[0]


def test_a_flag_of_something_else_changes_nothing() -> None:
    run = into(warmup(), "Roll calf")
    run.press(press.Help(cards=("RF18",)))
    assert run.view.line == "WORK LEFT 30 s"
    assert Mark.OFF not in marks(run)


def test_nothing_to_do_is_no_warm_up_that_was_done() -> None:
    run = warmup(replace(ROUTINE, steps=(ROLL,)), off=((Care.ROLL, WHY),))
    assert ended(run) == WarmupEnded("stopped", 0, 1, "short", 0.0)


def test_no_way_leads_back_to_what_a_flag_forbids() -> None:
    run = into(warmup(), "Raises")
    run.press(press.Help(cards=("RF14",)))
    run.press(press.Back())
    assert run.view.position != "Roll calf"
    run.until(Phase.OVER)
    late = [e for e in run.told(StepBegan) if e.position == "Roll calf"]
    assert [e.phase for e in late] == ["READY", "WORK", "READY", "WORK"]


def test_a_flag_that_leaves_nothing_to_do_ends_it() -> None:
    run = into(warmup(replace(ROUTINE, steps=(BIKE, ROLL))), "Roll calf")
    run.press(press.Help(cards=("RF14",)))
    assert (ended(run).outcome, ended(run).done) == ("stopped", 1)


# Order of legs, pauses, ways back


def test_results_belong_to_a_leg_whichever_comes_first() -> None:
    run = into(warmup(), "Roll calf", side=Side.RIGHT)
    run.press(press.Next())
    into(run, "Band curls", Phase.CHANGE).press(press.OtherSide())
    run.press(press.Jump(line=1))
    run.until(Phase.OVER)
    assert ended(run).done == 4
    latest = {(step, side): result for step, side, result in results(run)}
    assert latest[2, "left"] == latest[2, "right"] == "done"


def test_how_long_it_took_does_not_count_pauses() -> None:
    run = into(warmup(), "Bike")
    run.press(press.Main())
    run.wait(300.0)
    run.press(press.Main())
    run.until(Phase.OVER)
    assert ended(run).seconds == ROUTINE.total_s
    assert run.t == ROUTINE.total_s + 300.0


def test_nothing_done_is_nothing_to_be_proud_of() -> None:
    run = warmup()
    while not run.session.over:
        run.press(press.Next())
    assert (ended(run).outcome, ended(run).done) == ("stopped", 0)
    assert run.view.ending is not None
    assert "go" not in run.view.ending.lines


def test_a_line_that_is_done_again_can_be_ticked_off_again() -> None:
    run = into(warmup(), "Roll calf")
    run.press(press.Jump(line=0))
    run.until(Phase.WORK).press(press.Tick())
    assert run.view.position == "Roll calf"


def test_without_a_trail_back_is_the_side_before() -> None:
    plan = into(warmup(), "Roll calf", side=Side.RIGHT).session.plan
    run = Run(plan)
    assert isinstance(plan, Warmup)
    turn = plan.react(press.Back(), Moment(0.0, 0.0, 0.0))
    assert turn is not None
    assert turn.step is not None
    assert (turn.step.position, turn.step.side) == ("Roll calf", Side.LEFT)
    before = replace(plan, turn=0).react(press.Back(), Moment(0.0, 0.0, 0.0))
    assert before is not None
    assert before.step is not None
    assert before.step.position == "Bike"
    assert replace(plan, line=0, turn=0).react(press.Back(), Moment(0.0, 0.0, 0.0)) is None
    assert run.view.position == "Roll calf"


def test_a_line_that_waits_for_a_key_can_be_paused() -> None:
    run = into(warmup(by_key=True), "Raises")
    run.press(press.Pause())
    assert run.view.paused
    run.wait(1000.0)
    run.press(press.Main())
    assert (run.view.position, run.view.paused) == ("Raises", False)


# Blocks and tables


def test_more_rolling_takes_the_place_of_the_rolling_there_is() -> None:
    more = replace(ROLL, name="Roll more", seconds=60.0)
    block = Routine("more", (more,), takes=("roller", "ball"))
    longer = with_more(ROUTINE, block)
    assert [step.name for step in longer.steps] == ["Bike", "Roll more", "Raises", "Band curls"]
    assert longer.takes == ("roller", "band", "ball")
    without = with_more(replace(ROUTINE, steps=(BIKE, RAISES)), block)
    assert [step.name for step in without.steps] == ["Bike", "Roll more", "Raises"]


PRESSES = st.sampled_from(
    [
        press.Next(), press.Back(), press.Again(), press.Main(), press.OtherSide(), press.Undo(),
        press.Tick(), press.Tick(line=1), press.Jump(line=0), press.Jump(line=3),
        press.Adjust(seconds=5.0), press.Adjust(seconds=-5.0), press.Help(cards=("RF14",)),
    ]
)  # fmt: skip


@given(presses=st.lists(st.tuples(PRESSES, st.floats(0.0, 40.0)), max_size=25))
def test_whatever_is_pressed_it_ends_and_every_line_is_done_or_skipped(
    presses: list[tuple[press.Input, float]],
) -> None:
    run = warmup()
    for input, seconds in presses:
        run.press(input)
        run.wait(seconds)
        assert run.view.phase in WARMUP
    if run.view.paused:
        run.press(press.GoOn())
    run.wait(1200.0)
    last = ended(run)
    assert last.done + last.skipped == 4
    latest = {(step, side): result for step, side, result in results(run)}
    done = [n for n in range(1, 5) if {r for (s, _), r in latest.items() if s == n} == {"done"}]
    assert len(done) == last.done
