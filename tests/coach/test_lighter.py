"""How much lighter: the cut, what it is cut from, and what this gym can set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.equipment import Dumbbells, Equipment, Plates, Stack
from relief_tui.coach.lighter import Lighter, lighter, recovery_load
from relief_tui.coach.load import Load, Unit

KG, LB = Unit.KG, Unit.LB


def kg(value: float) -> Load:
    return Load(value, KG)


STACK = Stack(kg(5))
POUNDS = Stack(Load(10, LB))
BAR = Plates(kg(20), (kg(2.5),))
RACK = Dumbbells(tuple(kg(weight) for weight in range(2, 52, 2)))


@pytest.mark.parametrize(
    ("load", "percent", "equipment", "words"),
    [
        (kg(45), 10, STACK, "45 → 40 kg"),
        (kg(45), 20, STACK, "45 → 35 kg"),
        (kg(45), 40, STACK, "45 → 25 kg"),
        (kg(50), 40, STACK, "50 → 30 kg"),
        (kg(45), 20, BAR, "45 → 35 kg"),
        (kg(22.5), 20, BAR, "22.5 kg → none"),
        (kg(30), 20, RACK, "30 → 24 kg"),
        (kg(2), 10, RACK, "2 kg → none"),
        (Load(100, LB), 20, POUNDS, "100 → 80 lb"),
        (Load(95, LB), 40, POUNDS, "95 → 50 lb"),
        (Load(100, LB), 20, STACK, "100 lb → 35 kg"),
        (kg(45), 100, STACK, "none"),
        (None, 20, STACK, "about 20 %"),
    ],
)
def test_old_and_new(load: Load | None, percent: int, equipment: Equipment, words: str) -> None:
    assert lighter(load, None, percent, equipment).words == words


def test_what_was_cut_from_is_said() -> None:
    assert lighter(kg(45), kg(45), 20, STACK) == Lighter(
        20, kg(45), kg(35), "20 % less than 45 kg, rounded down", "5 kg step"
    )
    assert lighter(kg(40), kg(45), 20, STACK).why == (
        "20 % less than the 45 kg it cramped with, rounded down"
    )
    assert lighter(kg(40), kg(45), 20, STACK, cramped=False).why == (
        "20 % less than 45 kg, rounded down"
    )


def test_two_cuts_are_never_on_top_of_each_other() -> None:
    """A twitch took 45 to 40; the cramp that follows cuts from 45, not from 40."""
    assert lighter(kg(40), kg(45), 20, STACK).after == kg(35)


@pytest.mark.parametrize("load", [kg(35), kg(25)])
def test_a_load_that_is_light_enough_already_stays_and_is_no_arrow(load: Load) -> None:
    found = lighter(load, kg(45), 20, STACK)
    assert (found.after, found.lowers, found.words) == (load, False, f"at most {load}")
    assert found.why == "already 20 % less than the 45 kg it cramped with"


def test_a_cut_of_nothing_is_no_arrow() -> None:
    assert lighter(kg(45), None, 0, STACK).words == "at most 45 kg"


def test_a_first_load_in_another_unit_counts_as_what_it_weighs() -> None:
    assert lighter(kg(45), Load(100, LB), 20, STACK).after == kg(35)


def test_a_cut_is_exact_whatever_the_units() -> None:
    """20 % off 45 kg is 36 kg, to the gram, though the load that is on now is one in pounds."""
    found = lighter(Load(99.208, LB), kg(45), 20, Stack(kg(1)))
    assert (found.after, found.words) == (kg(36), "99.208 lb → 36 kg")
    assert lighter(kg(45), Load(100, LB), 20, Stack(Load(1, LB))).after == Load(80, LB)


loads = st.builds(Load, st.integers(1, 400_000).map(lambda n: n / 1000), st.sampled_from(Unit))


@given(
    load=loads,
    first=st.one_of(st.none(), loads),
    percent=st.sampled_from([10, 20, 40]),
    equipment=st.sampled_from([STACK, POUNDS, BAR, RACK]),
)
def test_it_is_never_heavier_than_the_cut_nor_than_now(
    load: Load, first: Load | None, percent: int, equipment: Equipment
) -> None:
    after = lighter(load, first, percent, equipment).after
    if after is None:
        return
    assert after.weight <= load.weight
    assert 100 * after.weight <= (100 - percent) * (first or load).weight
    assert equipment.heaviest(after) == after


@given(load=loads, first=st.one_of(st.none(), loads), equipment=st.sampled_from([STACK, POUNDS]))
def test_an_arrow_always_points_down(load: Load, first: Load | None, equipment: Equipment) -> None:
    found = lighter(load, first, 20, equipment)
    lower = found.after is None or found.after.weight < load.weight
    assert ("→" in found.words) is found.lowers is lower
    assert lower or first is not None


@given(load=loads, first=loads, percent=st.sampled_from([10, 20, 40]), unit=st.sampled_from(Unit))
def test_one_step_more_would_be_too_heavy(
    load: Load, first: Load, percent: int, unit: Unit
) -> None:
    """Nothing is lost to rounding on the way from one unit to another."""
    step = Load(1, unit)
    after = lighter(load, first, percent, Stack(step)).after
    more = step.weight + (after.weight if after else 0)
    assert more > load.weight or 100 * more > (100 - percent) * first.weight


@pytest.mark.parametrize(
    ("load", "equipment", "light"),
    [
        (kg(45), STACK, kg(10)),
        (kg(20), STACK, kg(5)),
        (kg(17), STACK, kg(5)),
        (kg(16), STACK, None),
        (kg(60), BAR, None),
        (kg(80), BAR, kg(20)),
        (Load(100, LB), POUNDS, Load(20, LB)),
        (None, STACK, None),
    ],
)
def test_the_recovery_set_weighs_a_quarter(
    load: Load | None, equipment: Equipment, light: Load | None
) -> None:
    assert recovery_load(load, equipment) == light


@given(load=loads, equipment=st.sampled_from([STACK, POUNDS, BAR, RACK]))
def test_the_recovery_set_is_never_above_thirty_percent(load: Load, equipment: Equipment) -> None:
    light = recovery_load(load, equipment)
    assert light is None or light.to(load.unit).thousandths * 10 <= load.thousandths * 3
