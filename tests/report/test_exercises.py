"""What is typed in place of an exercise from the list."""

from __future__ import annotations

import pytest

from relief_tui.coach.load import Load, Unit
from relief_tui.report.exercises import read_exercise


def test_a_name_and_a_load_are_read_and_either_may_be_left_out() -> None:
    assert read_exercise("Leg curl 45 kg", Unit.KG) == ("Leg curl", Load(45.0, Unit.KG))
    assert read_exercise("Zone2", Unit.KG) == ("Zone2", None)


@pytest.mark.parametrize("text", ["Leg curl 1e9 kg", "Leg curl 2.5e3kg", "1e9"])
def test_a_load_by_powers_is_refused_with_the_most_there_is(text: str) -> None:
    with pytest.raises(ValueError, match="at most"):
        read_exercise(text, Unit.KG)


def test_an_endless_name_is_refused() -> None:
    with pytest.raises(ValueError, match="200 characters"):
        read_exercise("x" * 201, Unit.KG)
