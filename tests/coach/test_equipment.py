"""The loads a gym can set: always one that can be loaded, never above what was asked for."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.equipment import Dumbbells, Equipment, Plates, Stack, heavier, less_heavy
from relief_tui.coach.load import Load, Unit

KG, LB = Unit.KG, Unit.LB


def kg(value: float) -> Load:
    return Load(value, KG)


STACK = Stack(kg(5))
BAR = Plates(kg(20), (kg(2.5),))
RACK = Dumbbells(tuple(kg(weight) for weight in range(2, 52, 2)))


@pytest.mark.parametrize(
    ("equipment", "most", "set_to"),
    [
        (STACK, kg(36), kg(35)),
        (STACK, kg(35), kg(35)),
        (STACK, kg(4.999), None),
        (BAR, kg(36), kg(35)),
        (BAR, kg(24.9), kg(20)),
        (BAR, kg(19.9), None),
        (Plates(kg(20), (kg(15), kg(10))), kg(60), kg(60)),
        (Plates(kg(0), (kg(10),)), kg(19), None),
        (RACK, kg(36.9), kg(36)),
        (RACK, kg(1.5), None),
        (Stack(Load(10, LB)), Load(95, LB), Load(90, LB)),
        (STACK, Load(100, LB), kg(45)),
        (Stack(Load(10, LB)), kg(45), Load(90, LB)),
    ],
)
def test_the_heaviest_that_can_be_set(
    equipment: Equipment, most: Load, set_to: Load | None
) -> None:
    assert equipment.heaviest(most) == set_to


def test_tenths_are_exact() -> None:
    assert Stack(kg(0.1)).heaviest(kg(0.3)) == kg(0.3)
    assert Stack(kg(2.3)).heaviest(kg(6.9)) == kg(6.9)


@pytest.mark.parametrize(
    ("load", "words"),
    [(35.0, "bar 20, 5 + 2.5 a side"), (20.0, "the bar alone"), (50.0, "bar 20, 10 + 5 a side")],
)
def test_how_plates_are_set(load: float, words: str) -> None:
    plates = Plates(kg(20), (kg(10), kg(5), kg(2.5)))
    assert plates.words(kg(load)) == words


def test_plates_that_only_a_second_look_finds() -> None:
    """The heaviest plate first would leave 5 kg that nothing fills."""
    plates = Plates(kg(20), (kg(15), kg(10)))
    assert plates.words(kg(60)) == "bar 20, 10 + 10 a side"


def test_an_assumed_step_is_said_to_be_one() -> None:
    assert STACK.words(kg(35)) == "5 kg step"
    assert Stack(kg(5), assumed=True).words(kg(35)) == "5 kg step, the default"


@pytest.mark.parametrize(
    "weights", [(), (kg(0.0004),), (kg(1.25), kg(0.0004)), (kg(0),), (kg(-5),)]
)
def test_weights_that_weigh_nothing_are_no_equipment(weights: tuple[Load, ...]) -> None:
    """Any number of pairs of them would fit: nobody may count that far."""
    with pytest.raises(ValueError, match="thousandth"):
        Plates(kg(20), weights)
    with pytest.raises(ValueError, match="thousandth"):
        Dumbbells(weights)
    for step in weights:
        if step.thousandths < 1:
            with pytest.raises(ValueError, match="thousandth"):
                Stack(step)


def test_weights_in_two_units_are_no_equipment() -> None:
    with pytest.raises(ValueError, match="one unit"):
        Plates(kg(20), (Load(45, LB),))
    with pytest.raises(ValueError, match="one unit"):
        Dumbbells((kg(20), Load(45, LB)))


milli = st.integers(1, 60_000).map(lambda n: kg(n / 1000))
few = st.lists(milli, min_size=1, max_size=3, unique=True).map(tuple)


@given(step=milli, most=milli)
def test_a_stack_rounds_down_to_a_pin(step: Load, most: Load) -> None:
    found = Stack(step).heaviest(most)
    pins = most.thousandths // step.thousandths
    assert found == (kg(pins * step.thousandths / 1000) if pins else None)


@given(
    bar=st.integers(0, 25),
    sides=st.lists(st.integers(1, 20), min_size=1, max_size=3),
    top=st.integers(0, 90),
)
def test_plates_are_as_heavy_as_any_pairs_could_be(bar: int, sides: list[int], top: int) -> None:
    counts = product(*(range(46 // side + 1) for side in sides))
    sums = (bar + 2 * sum(n * s for n, s in zip(c, sides, strict=True)) for c in counts)
    best = max((load for load in sums if load <= top), default=0)
    plates = Plates(kg(bar), tuple(kg(side) for side in sides))
    assert plates.heaviest(kg(top)) == (kg(best) if best else None)


@given(bar=milli, plates=few, most=milli)
def test_the_words_of_plates_add_up(bar: Load, plates: tuple[Load, ...], most: Load) -> None:
    equipment = Plates(bar, plates)
    found = equipment.heaviest(most)
    if found is None:
        assert bar.thousandths > most.thousandths
        return
    words = equipment.words(found)
    named = words.partition(", ")[2].removesuffix(" a side")
    side = sum(round(float(plate) * 1000) for plate in named.split(" + ")) if named else 0
    assert bar.thousandths + 2 * side == found.thousandths <= most.thousandths


@given(weights=few, most=milli)
def test_a_rack_holds_what_it_gives(weights: tuple[Load, ...], most: Load) -> None:
    found = Dumbbells(weights).heaviest(most)
    lighter = [weight for weight in weights if weight.value <= most.value]
    assert found == (max(lighter, key=lambda load: load.value) if lighter else None)


@given(st.integers(1, 1_000_000), st.sampled_from(Unit))
def test_there_and_back_is_never_heavier(thousandths: int, unit: Unit) -> None:
    load = Load(thousandths / 1000, unit)
    other = LB if unit is KG else KG
    back = load.to(other).to(unit)
    assert 0 <= load.thousandths - back.thousandths <= 3


GYMS = (
    Stack(Load(5.0, Unit.KG)),
    Plates(Load(20.0, Unit.KG), (Load(1.25, Unit.KG), Load(20.0, Unit.KG))),
    Dumbbells((Load(10.0, Unit.LB), Load(12.5, Unit.LB), Load(30.0, Unit.LB))),
)


@given(st.sampled_from(GYMS), st.integers(1, 400_000))
def test_a_step_up_and_a_step_down_are_the_nearest_that_can_be_set(
    gym: Stack | Plates | Dumbbells, thousandths: int
) -> None:
    load = Load(thousandths / 1000, Unit.KG)
    up, down = heavier(gym, load), less_heavy(gym, load)
    if up is not None:
        assert up.weight > load.weight
        below = less_heavy(gym, up)
        assert below is None or below.weight <= load.weight
    if down is not None:
        assert down.weight < load.weight
        above = heavier(gym, down)
        assert above is None or above.weight >= load.weight


def test_the_first_step_is_the_lightest_of_all() -> None:
    assert [heavier(gym, None) for gym in GYMS] == [
        Load(5.0, Unit.KG),
        Load(20.0, Unit.KG),
        Load(10.0, Unit.LB),
    ]
    assert heavier(GYMS[2], Load(30.0, Unit.LB)) is None
    assert less_heavy(GYMS[0], Load(5.0, Unit.KG)) is None
