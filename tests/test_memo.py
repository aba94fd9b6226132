"""A run that another process goes on with: what is remembered, and where it goes on."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relief_tui.coach import inputs as press
from relief_tui.coach.event import (
    HoldDone,
    Paused,
    RecoveryEnded,
    ReliefEnded,
    Resumed,
    WarmupEnded,
)
from relief_tui.coach.inputs import Number
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.plan import LightSet, Plan
from relief_tui.coach.recovery import Recovery
from relief_tui.coach.relief import Relief
from relief_tui.coach.routine import Exercise, Routine, Sides
from relief_tui.coach.session import Session
from relief_tui.coach.step import Phase, Side, Tempo
from relief_tui.coach.warmup import Warmup
from relief_tui.memo import MemoError, memo_of, recalled
from tests.coach.driving import SCRIPT, ZERO, Run, relief
from tests.coach.test_recovery import SCRIPT as LIGHT_SCRIPT
from tests.coach.toy import routine as toy
from tests.support.script import SAFETY

GIVEN: dict[str, dict[str, Any]] = {
    "warmup": {"safety": SAFETY},
    "relief": {"script": SCRIPT},
    "recovery": {"script": LIGHT_SCRIPT, "safety": SAFETY},
}


def kill(run: Run) -> str:
    """What was remembered of a run at this moment."""
    return memo_of(run.session.plan, run.session.standing(run.now))


def later(memo: str, away_s: float) -> Run:
    """The run in another process, whose clock has another beginning."""
    plan, was = recalled(memo, GIVEN.__getitem__)
    run = Run.__new__(Run)
    run.session = Session(plan)
    run.now = ZERO + 77_000.0
    run.story = list(run.session.go_on(was, run.now, away_s))
    run.story += run.session.advance(run.now)
    return run


def cramp(*words: str, until: Phase = Phase.HOLD, **known: Any) -> Run:
    known = {"side": Side.LEFT, "load": Load(45.0, Unit.KG)} | known
    run = Run(relief(**known))
    for word in words:
        run.until(Phase.CHECK).say(word)
    return run.until(until)


def light(sets: int = 2) -> Run:
    kilos = LightSet(Load(10.0, Unit.KG), Load(45.0, Unit.KG), sets)
    return Run(Recovery(LIGHT_SCRIPT, SAFETY, kilos))


# Where it goes on


@pytest.mark.parametrize("phase", [Phase.EASE_IN, Phase.HOLD])
def test_a_pull_starts_again_from_its_ramp(phase: Phase) -> None:
    run = cramp("same", until=phase)
    run.wait(3.0)
    again = later(kill(run), 60.0)
    assert again.view.line == "EASE IN LEFT 5 s"
    assert again.view.hold == 2
    again.until(Phase.HOLD)
    assert again.view.line == "HOLD LEFT 20 s"


def test_a_hold_that_would_end_too_late_is_not_begun_again() -> None:
    run = cramp()
    run.wait(3.0)
    assert later(kill(run), 280.0).phase is Phase.SPENT


@pytest.mark.parametrize(
    "phase", [Phase.START, Phase.EASE_OUT, Phase.POSITION, Phase.LET_GO, Phase.CHECK]
)
def test_a_step_goes_on_where_it_was(phase: Phase) -> None:
    run = cramp(until=phase)
    run.wait(1.25)
    left = run.session.standing(run.now).left_s
    again = later(kill(run), 60.0)
    assert again.phase is phase
    assert again.session.standing(again.now).left_s == pytest.approx(left)
    assert not again.view.paused
    assert [type(one.event) for one in again.story] == [Paused, Resumed]
    assert again.story[0].event == Paused(away_s=60.0)


def test_a_rest_has_gone_on_all_the_while() -> None:
    run = cramp("gone", until=Phase.REST)
    run.wait(20.0)
    again = later(kill(run), 100.0)
    assert again.view.line == "REST 60 s"
    assert again.view.question is not None
    assert again.view.question.name == "screen"


def test_a_rest_that_is_over_by_now_asks_what_comes_then() -> None:
    run = cramp("gone", until=Phase.REST)
    run.click(0, 2)
    again = later(kill(run), 600.0)
    assert again.phase is Phase.WAITING
    assert again.view.question is not None
    assert again.view.question.name == "green"
    again.wait(1.0)
    again.key(0)
    assert again.view.lighter is not None
    assert again.view.lighter.words == "45 → 35 kg"


def test_a_list_that_was_open_is_open_again_and_waits_its_whole_time() -> None:
    run = cramp("gone", until=Phase.WAITING)
    run.wait(50.0)
    again = later(kill(run), 1000.0)
    began = again.t
    again.until(Phase.OVER)
    assert again.t == began + 300.0


def test_a_rest_before_a_question_runs_into_it() -> None:
    run = cramp("easing", "easing", "easing", "easing", "easing", until=Phase.CHECK)
    run.say("easing")
    run.until(Phase.SPENT).wait(1.0)
    again = later(kill(run), 100.0)
    assert again.phase is Phase.RECHECK
    assert not again.view.paused


def test_a_one_that_was_typed_was_a_one() -> None:
    run = cramp("gone", until=Phase.REST)
    run.click(0)
    run.wait(1.0)
    run.key(1)
    assert later(kill(run), 100.0).notes[0] == "LOWER THE WEIGHT 45 → 35 kg"


def test_the_plan_is_still_there() -> None:
    run = cramp("gone", until=Phase.REST)
    run.click(0, 2)
    run.until(Phase.WAITING).click(0)
    again = later(kill(run), 200.0)
    assert again.phase is Phase.PLAN
    again.press(Number(again.view.asked, 1, click=True))
    (ended,) = again.told(ReliefEnded)
    assert (ended.outcome, ended.band, ended.holds) == ("gone", "mild", 1)


def test_a_light_set_goes_on_at_its_second() -> None:
    run = light().until(Phase.WORK)
    run.wait(20.0)
    again = later(kill(run), 100.0)
    beat = again.view.beat
    assert beat is not None
    assert (again.view.seconds, beat.rep, beat.word) == (28, 4, "CURL")
    again.until(Phase.OVER)
    assert again.told(RecoveryEnded) == [RecoveryEnded(16, "done")]


def test_a_set_whose_dose_has_changed_starts_again() -> None:
    run = light().until(Phase.WORK)
    run.wait(20.0)
    plan, was = recalled(
        kill(run),
        (
            GIVEN | {"recovery": {"script": replace(LIGHT_SCRIPT, reps=5), "safety": SAFETY}}
        ).__getitem__,
    )
    session = Session(plan)
    session.go_on(was, ZERO, 10.0)
    view = session.view(ZERO)
    assert (view.seconds, view.beat and view.beat.reps) == (30, 5)


# What is remembered


WORDS = st.lists(st.sampled_from(["same", "easing", "gone", "worse"]), max_size=4)


@given(words=WORDS, seconds=st.floats(0.0, 400.0), away_s=st.floats(0.0, 1800.0))
@example(words=["same"] * 4, seconds=282.0, away_s=238.0)
def test_at_any_moment_it_goes_on_in_the_same_phase_with_the_same_said(
    words: list[str], seconds: float, away_s: float
) -> None:
    run = Run(relief(side=Side.RIGHT))
    for word in words:
        if run.view.phase is Phase.OVER:
            break
        run.wait(20.0)
        run.say(word)
    run.wait(seconds)
    if run.session.over:
        return
    memo = kill(run)
    plan, was = recalled(memo, GIVEN.__getitem__)
    assert plan == run.session.plan
    assert memo_of(plan, was) == memo
    again = later(memo, away_s)
    limit = plan.step(was.t_s).alarm_s
    in_time = limit is None or was.t_s + away_s < limit
    if in_time and run.phase not in (Phase.EASE_IN, Phase.HOLD) and not run.phase.counts_away:
        assert again.phase is run.phase
        assert again.view.seconds == run.view.seconds
    assert again.view.seconds >= 0
    before = run.session.plan
    assert isinstance(before, Relief)
    again.wait(3600.0)
    assert again.session.over
    (ended,) = again.standing(ReliefEnded)
    assert ended.side is Side.RIGHT
    assert ended.holds == before.done + len(again.standing(HoldDone))


EXERCISES = st.builds(
    Exercise,
    name=st.sampled_from(["Bike", "Roll [calf]", "Übung"]),
    seconds=st.integers(1, 90).map(float),
    side=st.sampled_from(Sides),
    cues=st.just(("easy",)),
) | st.integers(1, 12).map(
    lambda reps: Exercise("Raises", 4.0 * reps, reps=reps, tempo=Tempo(2.0, 0.0, 2.0))
)
ROUTINES = st.builds(
    Routine,
    name=st.just("own"),
    steps=st.lists(EXERCISES, min_size=1, max_size=5).map(tuple),
    get_ready_s=st.sampled_from([0.0, 10.0]),
    change_s=st.sampled_from([0.0, 5.0]),
    switch_s=st.sampled_from([0.0, 5.0]),
)
PRESSES = st.sampled_from(
    [
        press.Main(), press.Next(), press.Back(), press.Again(), press.OtherSide(), press.Tick(),
        press.Tick(line=2), press.Jump(line=0), press.Jump(line=3), press.Adjust(seconds=5.0),
        press.Adjust(seconds=-5.0), press.Undo(),
    ]
)  # fmt: skip


@given(
    routine=ROUTINES,
    first=st.sampled_from([Side.LEFT, Side.RIGHT]),
    by_key=st.booleans(),
    presses=st.lists(st.tuples(st.floats(0.0, 60.0), PRESSES), max_size=8),
    seconds=st.floats(0.0, 90.0),
    away_s=st.floats(0.0, 1800.0),
)
def test_at_any_moment_a_routine_goes_on_in_the_same_line_at_the_same_second(
    routine: Routine,
    first: Side,
    by_key: bool,
    presses: list[tuple[float, press.Input]],
    seconds: float,
    away_s: float,
) -> None:
    run = Run(Warmup(SAFETY, routine, first, by_key))
    for wait_s, pressed in presses:
        run.wait(wait_s)
        run.press(pressed)
    run.wait(seconds)
    if run.session.over:
        return
    memo = kill(run)
    plan, was = recalled(memo, GIVEN.__getitem__)
    assert plan == run.session.plan
    assert memo_of(plan, was) == memo
    again = later(memo, away_s)
    assert (again.phase, again.view.words) == (run.phase, run.view.words)
    assert again.view.checklist == run.view.checklist
    assert again.view.seconds == run.view.seconds
    assert not again.view.paused
    before = run.session.plan
    assert isinstance(before, Warmup)
    again.wait(7200.0)
    (ended,) = again.standing(WarmupEnded)
    assert ended.outcome == ("done" if ended.done else "stopped")
    assert ended.done + ended.skipped == len(routine.steps)
    assert ended.done >= sum(all(each == "done" for each in line) for line in before.results)


def test_a_plan_that_cannot_be_gone_on_with_has_no_memo() -> None:
    plan: Plan = toy(10.0)
    assert memo_of(plan, Run(plan).session.standing(ZERO)) == ""


def damaged(change: dict[str, Any]) -> str:
    read = json.loads(kill(cramp()))
    return json.dumps(read | change)


@pytest.mark.parametrize(
    "memo",
    [
        "",
        "no json",
        "{}",
        "[]",
        damaged({"kind": "another"}),
        damaged({"standing": None}),
        damaged({"fields": {"phase": "no phase"}}),
        damaged({"fields": {"phase": "work"}}),
        damaged({"fields": {"done": "many"}}),
        damaged({"fields": {"position": "P99"}}),
        damaged({"fields": {"rung": {"id": "R99", "position": "P1", "seconds": 15.0}}}),
    ],
)
def test_what_does_not_fit_any_more_is_said_in_a_line(memo: str) -> None:
    with pytest.raises(MemoError, match="does not fit this version of Relief any more"):
        recalled(memo, GIVEN.__getitem__)


def test_what_this_version_does_not_know_is_left_out() -> None:
    read = json.loads(kill(cramp()))
    read["fields"]["a later field"] = 1
    plan, _ = recalled(json.dumps(read), GIVEN.__getitem__)
    assert isinstance(plan, Relief)
