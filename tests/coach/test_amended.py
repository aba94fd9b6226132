"""The advice once the load or the exercise was corrected."""

from __future__ import annotations

from typing import get_args

import pytest

from relief_tui.coach.amended import amended
from relief_tui.coach.equipment import Stack
from relief_tui.coach.event import Advised, Band
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.training import NEW, Cramp, Training
from relief_tui.content import load_script

AFTER = load_script().after
GEAR = Stack(Load(5.0, Unit.KG))


def kg(value: float) -> Load:
    return Load(value, Unit.KG)


GIVEN = Advised(kg(45), kg(35), "mild: 20 % less than 45 kg, rounded down")
OVER = Advised(kg(45), None, f"repeat: {AFTER.curls_over}")


@pytest.mark.parametrize(
    ("load", "before", "after"),
    [(kg(55), kg(55), kg(40)), (kg(5), kg(5), None), (None, None, None)],
)
def test_the_load_that_was_really_lifted_is_cut_from(
    load: Load | None, before: Load | None, after: Load | None
) -> None:
    found = amended(GIVEN, NEW, "mild", "curl", load, AFTER, GEAR)
    assert (found.load_before, found.load_after) == (before, after)
    assert "20 %" in found.reason
    assert found.evidence == "rule of thumb"


def test_no_cut_is_on_top_of_another() -> None:
    first = Cramp(600.0, None, "gone", "mild", "curl", kg(60), Advised(kg(60), kg(45), "mild"))
    found = amended(GIVEN, Training((first,)), "mild", "curl", kg(45), AFTER, GEAR)
    assert found.load_after == kg(45)
    elsewhere = amended(GIVEN, Training((first,)), "mild", "press", kg(45), AFTER, GEAR)
    assert elsewhere.load_after == kg(35)


def test_where_no_load_was_left_none_is() -> None:
    for band in (None, *get_args(Band)):
        found = amended(OVER, NEW, band, "curl", kg(100), AFTER, GEAR)
        assert (found.load_before, found.load_after) == (kg(100), None)
        assert found.reason == OVER.reason


def test_an_exercise_that_is_not_for_today_is_swapped_and_another_is_lighter() -> None:
    swapped = amended(GIVEN, NEW, "mild", "Nordic", kg(45), AFTER, GEAR, rests=True)
    assert swapped == Advised(kg(45), None, f"mild: {AFTER.not_this}", swap=True)
    back = amended(swapped, NEW, "mild", "curl", kg(45), AFTER, GEAR)
    assert (back.load_after, back.swap) == (kg(35), False)
