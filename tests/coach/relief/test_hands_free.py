"""Not one key pressed: eased out, held, asked, held again, and stopped safely."""

from __future__ import annotations

import pytest

from relief_tui.coach.event import Answered, Flagged, HoldDone, ReliefBegan, ReliefEnded
from relief_tui.coach.inputs import Main
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Phase, Side
from tests.coach.driving import Run, relief

OPENING = [
    (0.0, "STOP THE SET", 3.0),
    (3.0, "WEIGHT DOWN", 10.0),
    (13.0, "TOES TO SHIN", 8.0),
]
ROUND_S = 33.0


def mild_round(began: float) -> list[tuple[float, str, float]]:
    return [
        (began, "EASE IN", 5.0),
        (began + 5.0, "HOLD", 15.0),
        (began + 20.0, "LET GO", 3.0),
        (began + 23.0, "HOW IS IT?", 10.0),
    ]


def test_every_step_of_a_relief_without_a_key() -> None:
    run = Run(relief(side=Side.RIGHT)).until(Phase.OVER)
    rounds = [step for n in range(6) for step in mild_round(21.0 + n * ROUND_S)]
    assert run.steps() == OPENING + rounds


def test_it_ends_unanswered_with_no_band_and_no_card() -> None:
    run = Run(relief(side=Side.RIGHT)).until(Phase.OVER)
    assert run.told(HoldDone) == [HoldDone("R1", 15.0)] * 6
    assert run.told(ReliefEnded) == [ReliefEnded("unanswered", None, 6, None, Side.RIGHT)]
    assert run.times(ReliefEnded) == [219.0]
    assert run.told(Flagged) == []
    assert run.told(Answered) == []
    ending = run.view.ending
    assert ending is not None
    assert (ending.lines, ending.cards) == (("nobody there",), ())


@pytest.mark.parametrize(("paused_s", "holds", "over_s"), [(64.0, 6, 313.0), (64.1, 5, 275.1)])
def test_no_hold_begins_that_would_end_after_five_minutes(
    paused_s: float, holds: int, over_s: float
) -> None:
    run = Run(relief(hold_s=20.0)).until(Phase.LET_GO)
    run.press(Main())
    run.wait(paused_s)
    run.press(Main())
    run.until(Phase.OVER)
    assert [ended.outcome for ended in run.told(ReliefEnded)] == ["unanswered"]
    assert len(run.told(HoldDone)) == holds
    assert run.times(ReliefEnded) == [pytest.approx(over_s)]


def test_after_two_silent_checks_it_asks_whether_somebody_is_there() -> None:
    run = Run(relief()).until(Phase.CHECK)
    notes = []
    for _ in range(3):
        run.until(Phase.EASE_IN)
        notes.append(run.notes)
        run.until(Phase.CHECK)
    assert notes == [(), ("still with me?",), ("still with me?",)]


@pytest.mark.parametrize("word", ["easing", "worse"])
def test_an_answer_ends_that_question(word: str) -> None:
    run = Run(relief()).until(Phase.CHECK)
    for _ in range(2):
        run.until(Phase.EASE_IN).until(Phase.CHECK)
    assert run.notes == ("still with me?",)
    run.say(word)
    if word == "worse":
        run.click(0, 0)
    run.until(Phase.CHECK).until(Phase.EASE_IN)
    assert not run.notes


def test_it_says_what_is_known_at_the_beginning_and_at_the_end() -> None:
    load = Load(45.0, Unit.KG)
    plan = relief(side=Side.LEFT, machine="prone", exercise="[bold] curl", load=load)
    run = Run(plan).until(Phase.OVER)
    assert run.told(ReliefBegan) == [ReliefBegan(Side.LEFT, "prone", "[bold] curl", load)]
    (ended,) = run.told(ReliefEnded)
    known = (ended.side, ended.machine, ended.exercise, ended.load)
    assert known == (Side.LEFT, "prone", "[bold] curl", load)


@pytest.mark.parametrize("machine", ["prone", "seated", "standing", "other", None])
def test_the_weight_comes_down_as_the_machine_wants_it(machine: str | None) -> None:
    run = Run(relief(machine=machine)).until(Phase.EASE_OUT)
    known = machine or "other"
    assert run.view.cues == (f"{known} down", f"{known} out")


@pytest.mark.parametrize(
    ("side", "words"),
    [(Side.LEFT, "LEFT"), (Side.RIGHT, "RIGHT"), (Side.BOTH, "BOTH"), (None, "CRAMPED LEG")],
)
def test_every_phase_of_a_round_names_the_leg(side: Side | None, words: str) -> None:
    run, lines = Run(relief(side=side)), []
    for phase in (Phase.START, Phase.EASE_OUT, Phase.POSITION, Phase.HOLD, Phase.CHECK):
        lines.append(run.until(phase).view.line)
    assert lines == [
        f"STOP THE SET {words} 3 s",
        f"WEIGHT DOWN {words} 10 s",
        f"TOES TO SHIN {words} 8 s",
        f"HOLD {words} 15 s",
        f"HOW IS IT? {words} 10 s",
    ]


@pytest.mark.parametrize("hold_s", [10.0, 18.0, 20.0])
def test_a_chosen_length_is_that_of_every_hold(hold_s: float) -> None:
    run = Run(relief(hold_s=hold_s)).until(Phase.CHECK)
    run.say("same")
    run.until(Phase.CHECK)
    run.say("easing")
    run.until(Phase.CHECK)
    assert [done.seconds for done in run.told(HoldDone)] == [hold_s] * 3
