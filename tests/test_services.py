"""What is built once for every face."""

from __future__ import annotations

from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.wishes import ReliefOptions


def test_a_second_cramp_keeps_the_machine_and_is_no_practice() -> None:
    first = ReliefOptions(Side.LEFT, "prone", 12.0, "curl", Load(45, Unit.KG), practice=True)
    assert first.again(None) == ReliefOptions(None, "prone", 12.0, "curl", Load(45, Unit.KG))
