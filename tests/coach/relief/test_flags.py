"""Red flags: named in any phase, answered in a list, or open since another day."""

from __future__ import annotations

import pytest

from relief_tui.coach.event import Answered, Flagged, HoldDone, ReliefEnded
from relief_tui.coach.inputs import Cleared, Help, Main, OtherSide, Stop, Undo
from relief_tui.coach.safety import OpenFlag
from relief_tui.coach.step import Phase, Side
from tests.coach.driving import Run, relief
from tests.support.script import TIERS

RUNNING = [
    Phase.START, Phase.EASE_OUT, Phase.POSITION, Phase.EASE_IN, Phase.HOLD, Phase.LET_GO,
    Phase.CHECK,
]  # fmt: skip


def flag(card: str, side: Side | None = Side.LEFT) -> OpenFlag:
    """A flag that was opened yesterday."""
    return OpenFlag(card, TIERS[card], side, "2026-11-01T18:00:00+01:00")


def cards(run: Run) -> list[str]:
    """The cards that were opened in the run and not taken back."""
    return [flagged.card for flagged in run.standing(Flagged)]


@pytest.mark.parametrize("phase", RUNNING)
@pytest.mark.parametrize("card", ["RF05", "RF04"])
def test_a_card_of_the_first_two_tiers_ends_the_run_at_once(phase: Phase, card: str) -> None:
    run = Run(relief(side=Side.LEFT)).until(phase)
    run.press(Help(cards=(card,)))
    assert run.told(Flagged) == [Flagged(card, TIERS[card], Side.LEFT)]
    (ended,) = run.told(ReliefEnded)
    assert ended.outcome == "stopped"
    assert run.view.ending is not None
    assert (run.view.ending.lines, run.view.ending.cards) == (("ended with a flag",), (card,))


def test_the_highest_tier_stands_first_whatever_the_order() -> None:
    run = Run(relief(side=Side.RIGHT))
    run.press(Help(cards=("RF23", "RF14", "RF05", "RF02")))
    assert cards(run) == ["RF05", "RF23", "RF02", "RF14"]
    assert run.view.ending is not None
    assert run.view.ending.cards == ("RF05", "RF23", "RF02", "RF14")


@pytest.mark.parametrize("card", ["RF15", "RF25"])
def test_a_lower_tier_is_kept_and_the_hold_goes_on(card: str) -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.HOLD)
    run.wait(5.0)
    run.press(Help(cards=(card,)))
    assert (run.phase, run.view.seconds, cards(run)) == (Phase.HOLD, 10, [card])
    run.wait(10.0)
    assert run.told(HoldDone) == [HoldDone("R1", 15.0)]


def test_an_undo_takes_a_flag_back_with_the_end_it_brought() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.HOLD)
    run.wait(5.0)
    run.press(Help(cards=("RF05",)))
    run.press(Undo())
    assert (run.phase, run.view.seconds, cards(run)) == (Phase.HOLD, 10, [])
    assert run.standing(ReliefEnded) == []


def test_a_flag_named_after_the_end_is_kept_and_changes_the_last_lines() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.say("gone")
    run.until(Phase.REST)
    run.click(0, 1)
    run.until(Phase.WAITING).click(0, 0)
    assert run.press(Help(cards=("RF14", "RF02"))) == [
        Flagged("RF02", 2, Side.LEFT),
        Flagged("RF14", 3, Side.LEFT),
    ]
    assert run.view.ending is not None
    assert run.view.ending.word == "IT LET GO"
    assert run.view.ending.lines == ("ended with a flag",)
    assert run.view.ending.cards == ("RF02", "RF14")
    assert len(run.told(ReliefEnded)) == 1
    run.press(Undo())
    assert cards(run) == []
    undone = run.view.ending
    assert undone is not None
    assert undone.lines[0] == "ended well"


def test_a_small_flag_after_the_end_changes_no_line() -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.OVER)
    run.press(Help(cards=("RF20",)))
    assert cards(run) == ["RF20"]
    assert run.view.ending is not None
    assert run.view.ending.lines == ("nobody there",)


# The lists


@pytest.mark.parametrize(
    ("line", "opened"),
    [
        (1, ["RF03", "RF04"]),
        (2, ["RF05", "RF02"]),
        (3, ["RF06", "RF07", "RF09", "RF08", "RF10"]),
    ],
)
def test_each_line_of_the_red_flag_list_has_its_cards(line: int, opened: list[str]) -> None:
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.say("gone")
    run.until(Phase.REST)
    run.click(line)
    assert cards(run) == opened
    assert run.told(Answered)[1:] == [Answered("screen", line), Answered("pain", "unanswered")]
    assert run.told(ReliefEnded)[0].outcome == "gone"


def at_multi() -> Run:
    """A run that was told of cramps in other muscles too."""
    run = Run(relief(side=Side.LEFT)).until(Phase.CHECK)
    run.say("gone")
    run.until(Phase.REST)
    run.click(4)
    return run


def test_other_muscles_too_opens_another_list() -> None:
    run = at_multi()
    assert run.view.question is not None
    assert run.view.question.name == "multi"
    assert cards(run) == []


@pytest.mark.parametrize("line", [1, 2])
def test_more_than_the_calves_or_unwell_is_a_red_flag(line: int) -> None:
    run = at_multi()
    run.click(line)
    assert cards(run) == ["RF12"]


def test_both_calves_and_well_is_none_but_training_is_over() -> None:
    run = at_multi()
    run.click(0, 2)
    run.until(Phase.OVER)
    assert cards(run) == []
    assert run.told(ReliefEnded)[0].outcome == "gone"
    assert run.view.ending is not None
    assert run.view.ending.lines == ("ended worse",)


# Open since another day


@pytest.mark.parametrize("card", ["RF01", "RF02", "RF03", "RF04", "RF05"])
@pytest.mark.parametrize(
    ("flagged", "leg"),
    [
        (Side.LEFT, Side.LEFT),
        (Side.LEFT, Side.BOTH),
        (Side.LEFT, None),
        (None, Side.RIGHT),
        (Side.BOTH, Side.RIGHT),
    ],
)
def test_an_open_flag_goes_as_far_as_easing_out_and_then_shows_its_card(
    card: str, flagged: Side | None, leg: Side | None
) -> None:
    run = Run(relief(side=leg, flags=(flag(card, flagged),))).until(Phase.EASE_OUT)
    assert run.view.next == "GET HELP, a flag"
    run.until(Phase.OVER)
    assert run.steps() == [(0.0, "STOP THE SET", 3.0), (3.0, "WEIGHT DOWN", 10.0)]
    assert run.told(ReliefEnded)[0].outcome == "stopped"
    assert run.told(Flagged) == []
    assert run.view.ending is not None
    assert run.view.ending.cards == (card,)


@pytest.mark.parametrize("open_flag", [flag("RF05", Side.RIGHT), flag("RF11"), flag("RF12")])
def test_the_other_leg_and_the_other_cards_forbid_no_hold(open_flag: OpenFlag) -> None:
    run = Run(relief(side=Side.LEFT, flags=(open_flag,))).until(Phase.CHECK)
    assert run.told(HoldDone) == [HoldDone("R1", 15.0)]


@pytest.mark.parametrize(
    "phase", [Phase.POSITION, Phase.EASE_IN, Phase.HOLD, Phase.LET_GO, Phase.CHECK]
)
def test_changing_to_a_flagged_leg_lets_go_of_it(phase: Phase) -> None:
    run = Run(relief(side=Side.LEFT, flags=(flag("RF03", Side.RIGHT),))).until(phase)
    run.press(OtherSide())
    assert run.session.over
    assert run.view.ending is not None
    assert run.view.ending.cards == ("RF03",)


def test_changing_to_a_flagged_leg_before_the_pull_still_eases_out() -> None:
    run = Run(relief(side=Side.LEFT, flags=(flag("RF03", Side.RIGHT),)))
    run.press(OtherSide())
    run.until(Phase.OVER)
    assert run.times(ReliefEnded) == [13.0]


def test_a_flag_comes_before_a_limit() -> None:
    run = Run(relief(side=Side.LEFT, flags=(flag("RF03"),))).until(Phase.EASE_OUT)
    run.press(Main())
    run.at(400.0)
    run.press(Main())
    run.until(Phase.OVER)
    assert run.view.ending is not None
    assert run.view.ending.cards == ("RF03",)


def test_a_flag_that_a_clinician_cleared_forbids_nothing_any_more() -> None:
    run = Run(relief(side=Side.LEFT, flags=(flag("RF03"), flag("RF05", Side.RIGHT))))
    assert run.press(Cleared(card="RF03", side=Side.LEFT)) == []
    assert run.until(Phase.EASE_OUT).view.next == "TOES TO SHIN 8 s"
    run.until(Phase.CHECK)
    assert run.told(HoldDone) == [HoldDone("R1", 15.0)]
    run.press(OtherSide())
    assert run.session.over


def test_clearing_one_flag_leaves_the_others() -> None:
    run = Run(relief(side=Side.LEFT, flags=(flag("RF03"), flag("RF03", None), flag("RF05"))))
    run.press(Cleared(card="RF03", side=Side.LEFT))
    run.until(Phase.OVER)
    assert run.view.ending is not None
    assert run.view.ending.cards == ("RF05", "RF03")


def test_what_a_clinician_said_is_no_press_to_undo() -> None:
    run = Run(relief(side=Side.LEFT, flags=(flag("RF03"),)))
    run.press(Cleared(1000, card="RF03", side=Side.LEFT))
    assert not run.view.can_undo
    run.press(Undo())
    run.until(Phase.CHECK)


def test_stop_while_easing_out_of_a_flagged_leg_is_cancelled() -> None:
    run = Run(relief(side=Side.LEFT, flags=(flag("RF03"),))).until(Phase.EASE_OUT)
    run.press(Stop())
    assert run.told(ReliefEnded)[0].outcome == "cancelled"
