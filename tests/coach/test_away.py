"""Nobody was there: sleep, a closed lid, a stopped process."""

from __future__ import annotations

import pytest

from relief_tui.coach.event import Answered, Cue, Flagged, Paused, ReliefEnded, Resumed
from relief_tui.coach.inputs import Again, Answer, GoOn, Help, Main, Next, Stop, Worse
from relief_tui.coach.session import AWAY_S
from relief_tui.coach.step import CLOSED_S, Phase, Side
from tests.coach.driving import ZERO, Run, relief
from tests.coach.toy import routine

ASKED_S = 1.0
"""A running step asks to be woken a second later."""
GAP_S = 192.0

PULLING = [Phase.EASE_IN, Phase.HOLD]
KEEPING = [Phase.START, Phase.EASE_OUT, Phase.POSITION, Phase.LET_GO, Phase.CHECK]


def at_work(phase: Phase) -> Run:
    """A run one second into ``phase``."""
    run = Run(relief(side=Side.LEFT))
    if phase is not Phase.START:
        run.until(phase)
    run.wait(1.0)
    return run


def at_rest(phase: Phase) -> Run:
    """A run one second into a phase in which time asleep counts."""
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.say("worse" if phase is Phase.ASIDE else "gone")
    run.until(phase).wait(1.0)
    return run


def test_a_tick_just_late_enough_is_still_a_tick() -> None:
    run = Run(routine(60.0))
    run.sleep(ASKED_S + AWAY_S)
    assert not run.view.paused


def test_a_later_one_means_that_nobody_was_there() -> None:
    run = Run(routine(60.0))
    run.sleep(ASKED_S + AWAY_S + 0.1)
    assert [paused.away_s for paused in run.told(Paused)] == [pytest.approx(3.6)]
    assert run.view.paused
    assert run.view.seconds == 60


def test_late_is_measured_from_what_was_asked_not_from_the_last_call() -> None:
    run = Run(routine(60.0))
    run.press(Main())
    run.sleep(600.0)
    assert run.view.away_s is None
    run.press(Main())
    run.wait(1.0)
    assert run.view.seconds == 59


@pytest.mark.parametrize("phase", [*KEEPING, *PULLING])
def test_a_gap_pauses_at_the_moment_it_began(phase: Phase) -> None:
    run = at_work(phase)
    left = run.view.seconds
    run.sleep(GAP_S)
    assert (run.phase, run.view.seconds) == (phase, left)
    assert run.view.away_words == "away 3:12"
    assert run.told(Paused) == [Paused(away_s=GAP_S)]
    assert run.times(Paused) == [run.t - GAP_S]


@pytest.mark.parametrize("phase", KEEPING)
@pytest.mark.parametrize("key", [Main(), GoOn(), Next()])
def test_going_on_keeps_what_remained(phase: Phase, key: Main | GoOn | Next) -> None:
    run = at_work(phase)
    left = run.view.seconds
    run.sleep(GAP_S)
    assert run.press(key) == [Resumed()]
    assert (run.phase, run.view.seconds, run.view.away_words) == (phase, left, "")


@pytest.mark.parametrize("phase", PULLING)
@pytest.mark.parametrize("key", [Main(), GoOn(), Next(), Again()])
def test_a_pull_goes_on_from_its_ramp(phase: Phase, key: Main | GoOn | Next | Again) -> None:
    run = at_work(phase)
    run.sleep(GAP_S)
    run.press(key)
    assert (run.phase, run.view.seconds, run.view.paused) == (Phase.EASE_IN, 5, False)
    assert run.view.away_words == ""


def test_restarting_begins_the_step_again() -> None:
    run = at_work(Phase.CHECK)
    run.sleep(GAP_S)
    run.press(Again())
    assert (run.phase, run.view.seconds, run.view.paused) == (Phase.CHECK, 10, False)


def test_a_pull_that_no_longer_fits_is_not_begun() -> None:
    run = at_work(Phase.HOLD)
    run.sleep(280.0)
    run.press(Main())
    assert run.phase is Phase.SPENT


def test_coming_back_after_ten_minutes_the_check_comes_before_any_card() -> None:
    run = at_work(Phase.HOLD)
    run.sleep(700.0)
    run.press(Main())
    assert (run.phase, run.told(Flagged)) == (Phase.RECHECK, [])
    run.say("gone")
    assert run.phase is Phase.TOES_UP


@pytest.mark.parametrize(
    ("says", "outcome", "cards"), [(True, "unyielding", ["RF11"]), (False, "unanswered", [])]
)
def test_after_that_check_ten_minutes_are_over(says: bool, outcome: str, cards: list[str]) -> None:
    run = at_work(Phase.HOLD)
    run.sleep(700.0)
    run.press(Main())
    if says:
        run.say("same")
    else:
        run.wait(10.0)
    assert [ended.outcome for ended in run.told(ReliefEnded)] == [outcome]
    assert [flag.card for flag in run.told(Flagged)] == cards
    assert [said.answer for said in run.told(Answered)] == ["same"] * says + ["unanswered"]


def test_a_list_answered_at_the_limit_is_an_answer() -> None:
    run = at_work(Phase.HOLD)
    run.sleep(280.0)
    run.press(Main())
    run.click(0)
    run.until(Phase.OVER)
    assert run.told(ReliefEnded)[0].outcome == "unyielding"


@pytest.mark.parametrize("phase", [Phase.REST, Phase.ASIDE])
def test_in_a_rest_time_asleep_counts(phase: Phase) -> None:
    run = at_rest(phase)
    left = run.view.seconds
    run.sleep(100.0)
    assert (run.phase, run.view.paused, run.view.seconds) == (phase, False, left - 100)


def test_asleep_through_a_rest_to_its_end() -> None:
    run = at_rest(Phase.REST)
    run.sleep(300.0)
    assert run.told(ReliefEnded)[0].outcome == "gone"
    assert run.times(ReliefEnded) == [44.0 + 300.0]


def test_a_gap_that_begins_in_a_rest_pauses_at_the_check_it_reaches() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.say("worse")
    run.wait(1.0)
    run.click(0, 0)
    while run.phase is not Phase.SPENT:
        run.until(Phase.CHECK)
        run.say("easing")
    run.wait(10.0)
    began = run.t - 10.0
    run.sleep(120.0)
    assert (run.phase, run.view.paused, run.view.seconds) == (Phase.RECHECK, True, 10)
    assert run.view.away_s == 70.0
    assert run.times(Paused) == [began + 60.0]


def test_the_press_that_wakes_was_made_without_seeing() -> None:
    run = at_work(Phase.CHECK)
    run.now += GAP_S
    run.press(Answer(run.view.step, "gone"))
    assert run.told(Answered) == []
    assert run.view.paused
    run.say("gone")
    assert run.phase is Phase.TOES_UP


def test_what_is_never_stale_counts_even_then() -> None:
    for key, phase in ((Stop(), Phase.OVER), (Help(cards=("RF05",)), Phase.OVER)):
        run = at_work(Phase.HOLD)
        run.now += GAP_S
        run.press(key)
        assert run.phase is phase
    run = at_work(Phase.HOLD)
    run.now += GAP_S
    run.press(Worse())
    assert run.phase is Phase.RELEASE


def test_away_too_long_closes_the_run_at_the_moment_of_the_gap() -> None:
    run = at_work(Phase.HOLD)
    left_at = run.t
    told = run.sleep(CLOSED_S + 1.0)
    assert told[0] == Cue("done")
    assert [ended.outcome for ended in run.told(ReliefEnded)] == ["interrupted"]
    assert run.times(ReliefEnded) == [left_at]
    assert run.told(Paused) == []


def test_too_long_is_thirty_minutes() -> None:
    assert CLOSED_S == 1800.0


def test_a_pause_may_be_as_long_as_it_likes() -> None:
    run = at_work(Phase.HOLD)
    run.press(Main())
    run.sleep(2 * CLOSED_S)
    assert (run.phase, run.view.paused, run.view.away_s) == (Phase.HOLD, True, None)


def test_away_just_short_of_that_only_pauses() -> None:
    run = at_work(Phase.HOLD)
    run.sleep(CLOSED_S)
    assert (run.phase, run.view.paused) == (Phase.HOLD, True)


@pytest.mark.parametrize("phase", [Phase.TOES_UP, Phase.REST, Phase.WAITING])
def test_a_run_cut_off_after_it_let_go_stays_gone(phase: Phase) -> None:
    run = at_rest(phase)
    run.sleep(CLOSED_S + 1.0)
    (ended,) = run.told(ReliefEnded)
    assert (ended.outcome, ended.time_to_relief_s) == ("gone", 44.0)


def test_toes_up_is_no_rest() -> None:
    run = at_rest(Phase.TOES_UP)
    run.sleep(GAP_S)
    assert (run.phase, run.view.paused) == (Phase.TOES_UP, True)


def test_asleep_right_after_the_start() -> None:
    run = Run(relief())
    run.sleep(GAP_S)
    assert (run.phase, run.view.paused, run.now) == (Phase.START, True, ZERO + GAP_S)
    assert not [cue for cue in run.told(Cue) if cue.cue != "start"]
