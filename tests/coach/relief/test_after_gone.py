"""It let go: toes up, the red-flag list, pain now, REST; and what silence makes of them."""

from __future__ import annotations

import pytest

from relief_tui.coach.event import Answered, Cue, Flagged, ReliefEnded
from relief_tui.coach.inputs import Main, Next, Number, Pause, Stop, Undo
from relief_tui.coach.step import Asking, Phase, Side
from relief_tui.content import load_script
from tests.coach.driving import Run, relief

GONE_S = 44.0
REST_S = GONE_S + 30.0


def gone(**known: object) -> Run:
    """A run in which the first hold was enough."""
    run = Run(relief(side=Side.LEFT, **known)).until(Phase.CHECK)
    run.say("gone")
    return run


def ended(run: Run) -> ReliefEnded:
    """How the run ended; it did once."""
    (event,) = run.standing(ReliefEnded)
    return event


def test_the_weight_and_the_sip_stand_there_from_the_first_second_to_the_last() -> None:
    run = gone()
    stands = {run.notes}
    while not run.session.over:
        stands.add(run.notes)
        run.wait(1.0)
    assert stands == {("LOWER THE WEIGHT about 20 %", "Thirsty? SIP")}
    assert run.notes == ("LOWER THE WEIGHT: no more curls", "Thirsty? SIP")


@pytest.mark.parametrize(("number", "percent"), [(3, 20), (4, 40), (6, 40)])
def test_about_a_fifth_is_said_until_the_band_is_known(number: int, percent: int) -> None:
    run = gone().until(Phase.REST)
    run.click(0)
    assert run.notes == ("LOWER THE WEIGHT about 20 %", "Thirsty? SIP")
    run.click(number)
    assert run.notes == (f"LOWER THE WEIGHT about {percent} %", "Thirsty? SIP")


def test_after_a_red_flag_the_end_says_nothing_of_the_weight() -> None:
    run = gone().until(Phase.REST)
    run.click(1)
    assert run.notes == ()


def test_rest_begins_when_toes_up_ends_and_the_list_stands_beside_it() -> None:
    run = gone()
    assert run.view.cues == ("toes up",)
    assert run.view.question is None
    run.until(Phase.REST)
    assert run.steps(-2) == [(GONE_S, "TOES TO SHIN", 30.0), (REST_S, "REST", 180.0)]
    question = run.view.question
    assert question is not None
    assert (question.name, question.asking, len(question.options)) == ("screen", Asking.LIST, 4)
    assert question.none == "none of these"


def test_none_of_these_then_pain_now_then_the_rest_runs_out_and_the_green_light() -> None:
    run = gone().until(Phase.REST)
    run.click(0)
    assert run.view.question is not None
    assert (run.view.question.name, run.view.seconds) == ("pain", 180)
    run.click(2)
    assert run.view.question is None
    run.until(Phase.WAITING)
    assert run.view.question is not None
    assert (run.view.question.name, run.t) == ("green", REST_S + 180.0)
    run.until(Phase.OVER)
    assert ended(run) == ReliefEnded("gone", "mild", 1, GONE_S, Side.LEFT)
    assert run.told(Answered)[1:] == [
        Answered("screen", 0),
        Answered("pain", 2),
        Answered("green", "unanswered"),
    ]
    assert run.view.ending is not None
    assert run.view.ending.lines == ("not tested",)


def test_a_list_that_opens_after_a_long_rest_has_its_whole_five_minutes() -> None:
    """A moderate rest lasts as long as the silence that would end the run."""
    run = gone().until(Phase.REST)
    run.click(0, 4)
    run.until(Phase.WAITING)
    opened_at = run.t
    run.until(Phase.OVER)
    assert run.times(ReliefEnded) == [opened_at + 300.0]


def test_a_rest_that_is_over_waits_for_the_list_with_one_bell() -> None:
    run = gone().until(Phase.WAITING)
    assert run.steps(-1) == [(REST_S + 180.0, "REST", 90.0)]
    assert run.told(Cue)[-1] == Cue("attention")
    assert (run.view.seconds, run.view.list_open) == (0, True)
    run.wait(20.0)
    run.key(0)
    run.wait(200.0)
    assert run.told(Cue).count(Cue("attention")) == 1
    run.key(3)
    assert run.view.question is not None
    assert (run.phase, run.view.question.name) == (Phase.WAITING, "green")


def test_silence_ends_the_run_five_minutes_after_the_last_key() -> None:
    run = gone().until(Phase.OVER)
    assert run.times(ReliefEnded) == [GONE_S + 300.0]
    assert ended(run) == ReliefEnded("gone", "mild", 1, GONE_S, Side.LEFT)
    assert run.told(Answered)[1:] == [
        Answered("screen", "unanswered"),
        Answered("pain", "unanswered"),
    ]
    assert run.view.ending is not None
    assert run.view.ending.lines == ("not tested",)


@pytest.mark.parametrize("key", [Main(), Number(None, 9), Next()])
def test_any_key_puts_the_end_off(key: Main | Number | Next) -> None:
    run = gone().until(Phase.WAITING)
    run.wait(50.0)
    pressed_at = run.t
    run.press(key)
    run.until(Phase.OVER)
    assert run.times(ReliefEnded) == [pressed_at + 300.0]


def test_an_ending_in_silence_never_says_walk() -> None:
    script = load_script()
    words = script.words
    assert "walk" in " ".join(words.end_ok)
    for lines in (script.safety.end, words.end_worse, words.end_nobody):
        assert "walk" not in " ".join(lines).lower()


def test_pain_alone_unanswered_is_still_silence() -> None:
    run = gone().until(Phase.REST)
    run.click(0)
    run.until(Phase.OVER)
    assert run.told(Answered)[-1] == Answered("pain", "unanswered")
    assert run.view.ending is not None
    assert run.view.ending.lines == ("not tested",)


def test_waiting_is_not_skipped() -> None:
    run = gone().until(Phase.WAITING)
    run.wait(2.0)
    assert run.press(Next()) == []


@pytest.mark.parametrize("key", [Main(), Next()])
@pytest.mark.parametrize("phase", [Phase.REST, Phase.WAITING])
def test_no_big_key_answers_a_list(key: Main | Next, phase: Phase) -> None:
    run = gone().until(phase)
    run.wait(2.0)
    run.press(key)
    assert run.view.question is not None
    assert run.view.question.name == "screen"
    assert [said.question for said in run.told(Answered)] == ["check"]


def test_a_rest_that_nobody_needs_any_more_can_be_skipped() -> None:
    run = gone().until(Phase.REST)
    run.click(0, 2)
    run.wait(1.0)
    run.press(Next())
    assert run.view.question is not None
    assert (run.phase, run.view.question.name) == (Phase.WAITING, "green")


def test_stopping_after_it_let_go_is_gone() -> None:
    run = gone()
    run.wait(5.0)
    run.press(Stop())
    assert (ended(run).outcome, ended(run).time_to_relief_s) == ("gone", GONE_S)
    assert run.view.ending is not None
    assert run.view.ending.lines == ("not tested",)


def test_an_undo_takes_gone_back() -> None:
    run = gone()
    run.wait(6.0)
    run.press(Undo())
    assert (run.phase, run.view.seconds) == (Phase.CHECK, 10)
    assert run.standing(Answered) == []
    run.until(Phase.OVER)
    assert ended(run).outcome == "unanswered"


def test_an_undo_brings_an_ended_run_back() -> None:
    run = gone().until(Phase.REST)
    run.click(1)
    assert run.session.over
    assert run.view.ending is not None
    assert run.view.ending.cards == ("RF03", "RF04")
    run.wait(3.0)
    run.press(Undo())
    assert (run.phase, run.view.seconds) == (Phase.REST, 180)
    assert run.standing(Flagged) == []
    assert run.standing(ReliefEnded) == []
    assert [said.question for said in run.standing(Answered)] == ["check"]
    run.click(0, 2)
    run.until(Phase.OVER)
    assert ended(run).outcome == "gone"


def test_worse_after_all_is_no_longer_gone() -> None:
    run = gone()
    run.wait(10.0)
    run.say("worse")
    assert run.phase is Phase.RELEASE
    run.until(Phase.OVER)
    assert (ended(run).outcome, ended(run).time_to_relief_s) == ("worse", None)


# Pain now


def at_pain() -> Run:
    """A run that asks for the pain now, keys allowed."""
    run = gone().until(Phase.REST)
    run.click(0)
    run.wait(1.0)
    return run


def pain(run: Run) -> list[int | str]:
    """What was said of the pain."""
    return [said.answer for said in run.standing(Answered) if said.question == "pain"]


@pytest.mark.parametrize("number", [0, 2, 3, 6])
def test_one_key_is_the_number(number: int) -> None:
    run = at_pain()
    run.key(number)
    assert pain(run) == [number]


def test_one_and_nought_within_a_second_and_a_half_is_ten() -> None:
    run = at_pain()
    run.key(1)
    assert (pain(run), run.view.typed) == ([], "1")
    run.wait(1.4)
    run.key(0)
    assert pain(run) == [10]


def test_one_alone_is_one_after_a_second_and_a_half() -> None:
    run = at_pain()
    typed_at = run.t
    run.key(1)
    run.wait(1.4)
    assert pain(run) == []
    run.wait(0.2)
    assert pain(run) == [1]
    assert run.times(Answered)[-1] == typed_at + 1.5
    assert run.view.typed == ""


def test_one_then_another_number_is_that_number() -> None:
    run = at_pain()
    run.key(1)
    run.key(5)
    assert pain(run) == [5]


def test_a_click_on_one_does_not_wait() -> None:
    run = at_pain()
    run.click(1)
    assert pain(run) == [1]


def test_a_one_typed_as_the_rest_ends_is_still_a_one() -> None:
    run = at_pain()
    run.at(REST_S + 180.0 - 0.5)
    run.key(1)
    run.wait(1.0)
    assert (run.phase, run.view.typed) == (Phase.WAITING, "1")
    run.wait(1.0)
    assert pain(run) == [1]
    assert run.view.question is not None
    assert run.view.question.name == "green"


def test_an_undo_takes_both_keys_of_ten_back() -> None:
    run = at_pain()
    left = run.view.seconds
    run.key(1)
    run.wait(1.0)
    run.key(0)
    run.wait(5.0)
    run.press(Undo())
    assert (pain(run), run.view.typed, run.view.seconds) == ([], "", left)
    run.wait(1.5)
    assert pain(run) == []
    run.press(Undo())
    assert run.view.question is not None
    assert run.view.question.name == "screen"


@pytest.mark.parametrize(("number", "cards"), [(6, []), (7, ["RF04"]), (10, ["RF04"])])
def test_much_pain_brings_the_tear_card(number: int, cards: list[str]) -> None:
    run = at_pain()
    run.click(number)
    assert [flag.card for flag in run.told(Flagged)] == cards
    assert run.session.over is bool(cards)
    if cards:
        assert (ended(run).outcome, ended(run).band) == ("gone", "severe")
        assert run.view.ending is not None
        assert run.view.ending.lines == ("ended with a flag",)


# The band


def test_the_band_takes_the_time_only_if_a_check_was_answered() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.HOLD)
    run.press(Main())
    run.wait(100.0)
    run.press(Main())
    run.say("gone")
    run.until(Phase.OVER)
    assert ended(run).band == "mild"
    answered = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    answered.press(Main())
    answered.until(Phase.CHECK).until(Phase.HOLD)
    answered.wait(10.0)
    answered.say("gone")
    answered.until(Phase.OVER)
    assert (ended(answered).holds, ended(answered).band) == (3, "moderate")


@pytest.mark.parametrize(("paused_s", "band"), [(57.0, "mild"), (57.1, "moderate")])
def test_slow_to_let_go_at_the_first_check(paused_s: float, band: str) -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.press(Pause())
    run.wait(paused_s)
    run.say("gone")
    run.until(Phase.OVER)
    assert (ended(run).holds, ended(run).band) == (1, band)


def test_slow_to_let_go_in_a_hold_after_a_check() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.press(Pause())
    run.wait(60.0)
    run.say("easing")
    run.until(Phase.HOLD)
    run.say("gone")
    run.until(Phase.OVER)
    assert (ended(run).holds, ended(run).band) == (2, "moderate")


def test_after_five_minutes_it_is_unyielding() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.press(Main())
    run.until(Phase.HOLD)
    run.press(Main())
    run.at(301.0)
    run.say("gone")
    run.until(Phase.OVER)
    assert (ended(run).outcome, ended(run).band) == ("gone", "unyielding")
