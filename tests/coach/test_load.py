"""Loads as people write them."""

from __future__ import annotations

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.load import HEAVIEST, Load, Unit, parse_load

KG, LB = Unit.KG, Unit.LB


@pytest.mark.parametrize(
    ("text", "load"),
    [
        ("45kg", Load(45.0, KG)),
        ("45 kg", Load(45.0, KG)),
        ("42,5kg", Load(42.5, KG)),
        ("42.5", Load(42.5, KG)),
        ("100lb", Load(100.0, LB)),
        ("  100 LBS ", Load(100.0, LB)),
        ("1000kg", Load(1000.0, KG)),
        ("0.125", Load(0.125, KG)),
    ],
)
def test_a_load_as_it_is_written(text: str, load: Load) -> None:
    assert parse_load(text) == load


def test_a_bare_number_has_the_unit_of_the_settings() -> None:
    assert parse_load("100", LB) == Load(100.0, LB)
    assert parse_load("100kg", LB) == Load(100.0, KG)


@pytest.mark.parametrize(
    "text",
    ["", "kg", "heavy", "4 5kg", "45 stone", "1e2", "45.1234kg", "1,000.5", "45kg 50kg", "nan"],
)
def test_what_is_no_load_is_quoted_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="no load; write for example 45kg") as error:
        parse_load(text)
    assert repr(text) in str(error.value)


@pytest.mark.parametrize(
    "text", ["0", "0,0kg", "-5kg", "1000.5kg", "2201 lb", "9999999", "1e9", "1e999 lb"]
)
def test_no_machine_carries_nothing_or_that_much(text: str) -> None:
    with pytest.raises(ValueError, match="out of range; a load is above 0 and at most"):
        parse_load(text)


@given(st.sampled_from(Unit), st.integers(1, 1_000_000).map(lambda n: n / 1000))
def test_what_is_shown_is_read_back(unit: Unit, value: float) -> None:
    load = Load(float(f"{value:g}"), unit)
    assert parse_load(str(load)) == load


@given(a=st.integers(1, 1_000_000), b=st.integers(1, 1_000_000))
def test_loads_are_compared_whatever_their_units(a: int, b: int) -> None:
    kilograms, pounds = Load(a / 1000, KG), Load(b / 1000, LB)
    heavier = Fraction(a) > Fraction(b) * Fraction("0.45359237")
    assert (kilograms.weight > pounds.weight) is heavier


@given(
    thousandths=st.integers(1, 1_000_000),
    percent=st.integers(0, 100),
    unit=st.sampled_from(Unit),
    into=st.sampled_from(Unit),
)
def test_a_cut_is_rounded_down_once(thousandths: int, percent: int, unit: Unit, into: Unit) -> None:
    pound = {KG: Fraction(1), LB: Fraction("0.45359237")}
    exact = Fraction(thousandths * (100 - percent), 100) * pound[unit] / pound[into]
    assert Load(thousandths / 1000, unit).less(percent, into).thousandths == floor(exact)


@given(st.text())
def test_any_text_is_a_load_or_refused_in_words(text: str) -> None:
    try:
        load = parse_load(text)
    except ValueError:
        return
    assert 0 < load.value <= HEAVIEST[load.unit]
