"""How is it? What each answer at the check leads to."""

from __future__ import annotations

from typing import Any

import pytest

from relief_tui.coach.event import Advised, Answered, Flagged, HoldDone, ReliefEnded
from relief_tui.coach.inputs import Answer, Help, Input, Main, Next, Stop
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Phase, Side
from relief_tui.coach.training import Cramp, Training
from tests.coach.driving import Run, relief


def at_check() -> Run:
    """A run at its first check, 44 s after it began."""
    return Run(relief(side=Side.LEFT)).until(Phase.CHECK)


def limit_by_same() -> Run:
    """A run in which six holds changed nothing."""
    run = at_check()
    for _ in range(5):
        run.say("same")
        run.until(Phase.CHECK)
    run.say("same")
    return run


def test_the_check_asks_with_four_words() -> None:
    question = at_check().view.question
    assert question is not None
    assert question.options == ("gone", "easing", "same", "worse")


def test_same_climbs_the_ladder_and_ends_it() -> None:
    run = limit_by_same()
    assert run.told(HoldDone) == [
        HoldDone("R1", 15.0),
        *(HoldDone(rung, 20.0) for rung in ("R2", "R3", "R4", "R5", "R6")),
    ]
    assert run.told(Answered) == [Answered("check", "same")] * 6
    assert run.phase is Phase.SPENT
    holds = [step for step in run.steps() if step[1] in ("TOES TO SHIN", "HOLD")]
    assert holds == [
        (13.0, "TOES TO SHIN", 8.0),
        (26.0, "HOLD", 15.0),
        (49.0, "HOLD", 20.0),
        (72.0, "TOES TO SHIN", 8.0),
        (85.0, "HOLD", 20.0),
        (108.0, "TOES TO SHIN", 8.0),
        (121.0, "HOLD", 20.0),
        (144.0, "TOES TO SHIN", 8.0),
        (157.0, "HOLD", 20.0),
        (180.0, "TOES TO SHIN", 8.0),
        (193.0, "HOLD", 20.0),
    ]


def test_each_rung_says_how_to_get_there_and_what_to_mind() -> None:
    run, said = at_check(), []
    for _ in range(5):
        run.say("same")
        run.until(Phase.HOLD)
        said.append((run.view.position, run.view.cues[0]))
        run.until(Phase.CHECK)
    assert said == [
        ("way P1", "hold"),
        ("way P3", "hold"),
        ("way P4", "hold"),
        ("way P5", "hold on to something"),
        ("way P1", "once more"),
    ]


def test_easing_holds_the_same_way_again_for_twenty_seconds() -> None:
    run = at_check()
    run.say("easing")
    assert (run.phase, run.view.next) == (Phase.EASE_IN, "HOLD 20 s")
    run.until(Phase.CHECK)
    run.until(Phase.HOLD)
    assert run.view.length_s == 20.0
    run.until(Phase.CHECK)
    assert [done.rung for done in run.told(HoldDone)] == ["R1"] * 3


@pytest.mark.parametrize("key", [Main(), Next()])
def test_still_there_holds_the_same_again(key: Main | Next) -> None:
    run = at_check()
    run.wait(4.0)
    run.press(key)
    assert run.told(Answered) == [Answered("check", "still")]
    assert run.steps(-1) == [(48.0, "EASE IN", 5.0)]
    run.until(Phase.LET_GO)
    assert run.told(HoldDone) == [HoldDone("R1", 15.0)] * 2


def test_gone_at_the_check() -> None:
    run = at_check()
    run.wait(2.0)
    run.say("gone")
    assert run.told(Answered) == [Answered("check", "gone")]
    assert run.steps(-1) == [(46.0, "TOES TO SHIN", 30.0)]
    assert run.told(HoldDone) == [HoldDone("R1", 15.0)]


@pytest.mark.parametrize(
    ("phase", "into_s", "held"),
    [
        (Phase.EASE_IN, 2.0, []),
        (Phase.HOLD, 7.5, [HoldDone("R1", 7.5)]),
        (Phase.LET_GO, 1.0, [HoldDone("R1", 15.0)]),
    ],
)
def test_gone_ends_a_pull_wherever_it_is(phase: Phase, into_s: float, held: list[HoldDone]) -> None:
    run = Run(relief(side=Side.LEFT)).until(phase)
    run.wait(into_s)
    said_at = run.t
    run.say("gone")
    assert run.phase is Phase.TOES_UP
    assert run.told(HoldDone) == held
    run.until(Phase.OVER)
    (ended,) = run.told(ReliefEnded)
    assert (ended.outcome, ended.holds, ended.time_to_relief_s) == ("gone", len(held), said_at)


@pytest.mark.parametrize("phase", [Phase.START, Phase.EASE_OUT, Phase.POSITION])
def test_nothing_is_gone_before_there_was_a_pull(phase: Phase) -> None:
    run = Run(relief(side=Side.LEFT)).until(phase)
    assert run.say("gone") == []
    assert run.phase is phase


@pytest.mark.parametrize("word", ["easing", "same"])
@pytest.mark.parametrize("phase", [Phase.EASE_IN, Phase.HOLD, Phase.LET_GO, Phase.TOES_UP])
def test_easing_and_same_answer_only_the_check(phase: Phase, word: str) -> None:
    run = at_check()
    run.say("gone" if phase is Phase.TOES_UP else "easing")
    run.until(phase)
    assert run.say(word) == []


def test_a_word_that_is_no_answer_answers_nothing() -> None:
    run = at_check()
    assert run.press(Answer(None, "better")) == []
    assert run.phase is Phase.CHECK


def test_worse_in_a_word_is_worse() -> None:
    run = at_check()
    run.press(Answer(run.view.step, "worse"))
    assert run.phase is Phase.RELEASE


# At the limit


def test_at_the_limit_training_is_over_and_the_red_flag_list_opens() -> None:
    run = limit_by_same()
    assert run.steps(-1) == [(216.0, "REST", 60.0)]
    assert run.view.cues == ("training is over", "keep warm")
    assert run.notes == ("rest the leg",)
    assert run.view.question is not None
    assert run.view.question.name == "screen"


@pytest.mark.parametrize("word", ["easing", "still"])
def test_an_answer_that_meets_the_limit_is_kept(word: str) -> None:
    run = at_check()
    for _ in range(5):
        run.until(Phase.CHECK)
        run.press(Main())
    run.until(Phase.CHECK)
    run.press(Main() if word == "still" else Answer(None, word))
    assert run.phase is Phase.SPENT
    assert run.told(Answered)[-1] == Answered("check", word)


def test_the_limit_asks_again_every_minute_and_ends_at_ten() -> None:
    run = limit_by_same()
    run.click(0)
    run.until(Phase.OVER)
    began = 216.0
    again = [step for n in range(6) for step in _minute(began + n * 70.0)]
    assert run.steps()[-len(again) + 1 :] == [*again[:-2], (566.0, "REST", 34.0)]
    assert run.told(Flagged) == [Flagged("RF11", 2, Side.LEFT)]
    (ended,) = run.told(ReliefEnded)
    assert (ended.outcome, ended.band, ended.holds) == ("unyielding", "unyielding", 6)
    assert run.times(ReliefEnded) == [600.0]
    assert run.view.ending is not None
    assert run.view.ending.lines == ("ten minutes", "ended with a flag")
    assert run.view.ending.cards == ("RF11",)


def _minute(began: float) -> list[tuple[float, str, float]]:
    return [(began, "REST", 60.0), (began + 60.0, "HOW IS IT?", 10.0)]


def test_gone_after_the_limit_has_its_after_care_too() -> None:
    run = limit_by_same().until(Phase.RECHECK)
    run.say("gone")
    run.until(Phase.REST)
    run.click(0, 2)
    run.until(Phase.OVER)
    (ended,) = run.told(ReliefEnded)
    assert (ended.outcome, ended.band, ended.time_to_relief_s) == ("gone", "severe", 276.0)


def test_a_list_that_gone_left_open_is_stored_as_unanswered() -> None:
    run = limit_by_same()
    run.wait(1.0)
    run.say("gone")
    run.press(Stop())
    assert run.told(Answered)[-1] == Answered("screen", "unanswered")


@pytest.mark.parametrize("word", ["same", "easing"])
def test_still_locked_at_the_recheck_waits_another_minute(word: str) -> None:
    run = limit_by_same().until(Phase.RECHECK)
    run.say(word)
    assert run.steps(-1) == [(276.0, "REST", 60.0)]
    assert run.told(Answered)[-1] == Answered("check", word)


def test_no_hold_follows_the_limit_even_after_worse() -> None:
    run = limit_by_same()
    run.say("worse")
    run.click(0, 0)
    assert [word for _, word, _ in run.steps(-2)] == ["LET GO", "REST"]
    assert run.phase is Phase.SPENT


@pytest.mark.parametrize("holds", [0, 1])
def test_stopping_keeps_what_was_done(holds: int) -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.LET_GO if holds else Phase.HOLD)
    run.press(Stop())
    (ended,) = run.told(ReliefEnded)
    assert (ended.outcome, ended.holds) == ("stopped" if holds else "cancelled", holds)
    assert ended.band is None
    assert run.view.ending is not None
    assert run.view.ending.lines == ("stopped",)


def left(way: Input, **known: Any) -> Run:
    """A relief that was left after the first check."""
    run = Run(relief(**{"side": Side.LEFT, "load": Load(45, Unit.KG)} | known)).until(Phase.CHECK)
    run.say("same")
    run.press(way)
    return run


def test_what_is_left_after_a_hold_lowers_the_weight_as_a_mild_one_does() -> None:
    """It counts as a cramp: nothing is lowered later that was not said at the end."""
    run = left(Stop())
    (ended,) = run.told(ReliefEnded)
    assert ended.outcome == "stopped"
    assert run.notes == ("LOWER THE WEIGHT 45 → 35 kg",)
    assert run.told(Advised) == [
        Advised(ended.load, Load(35, Unit.KG), "as if mild: 20 % less than 45 kg, rounded down")
    ]


def test_what_is_left_as_the_second_cramp_ends_the_curls() -> None:
    before = Training((Cramp(600.0, Side.LEFT, "gone", "mild"),))
    assert left(Stop(), training=before).notes == ("LOWER THE WEIGHT: no more curls",)


def test_what_is_left_before_a_hold_or_for_a_red_flag_says_nothing_of_the_weight() -> None:
    run = Run(relief(side=Side.LEFT, load=Load(45, Unit.KG))).until(Phase.HOLD)
    run.press(Stop())
    assert (run.notes, run.told(Advised)) == ((), [])
    flagged = left(Help(cards=("RF05",)))
    assert (flagged.notes, flagged.told(Advised)) == ((), [])
    later = left(Stop())
    later.press(Help(cards=("RF05",)))
    assert later.notes == ()


def test_nothing_is_asked_about_the_exercise_while_it_is_held() -> None:
    """To know it takes a file to be read: no hold waits for that."""
    asked: list[str] = []

    def rests(exercise: str) -> bool:
        asked.append(exercise)
        return True

    run = Run(relief(side=Side.LEFT, exercise="Nordics", rests=rests))
    for _ in range(5):
        run.until(Phase.HOLD).until(Phase.CHECK)
    assert asked == []
    run.press(Stop())
    assert run.view.lighter is not None
    assert run.view.lighter.swap
    assert set(asked) == {"Nordics"}
