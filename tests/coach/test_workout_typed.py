"""A set as it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.load import Load, Unit
from relief_tui.coach.workout.typed import Typed, parse_set, read_set

KG = Load(45.0, Unit.KG)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("8", Typed(8)),
        ("0", Typed(0)),
        ("1000", Typed(1000)),
        ("45kg", Typed(load=KG)),
        ("45 kg", Typed(load=KG)),
        ("42,5kg", Typed(load=Load(42.5, Unit.KG))),
        ("8 45kg", Typed(8, KG)),
        (" 8  45 KG ", Typed(8, KG)),
        ("8 45", Typed(8, KG)),
        ("45kg 8", Typed(8, KG)),
        ("45 kg × 8", Typed(8, KG)),
        ("8x45kg", Typed(8, KG)),
        ("8@100lb", Typed(8, Load(100.0, Unit.LB))),
        ("45 x 8", Typed(8, KG)),
        ("45×8", Typed(8, KG)),
        ("45 * 8", Typed(8, KG)),
        ("45 X 8", Typed(8, KG)),
        ("45kg*8", Typed(8, KG)),
        ("8@45", Typed(8, KG)),
        ("8 @ 45", Typed(8, KG)),
        ("@45", Typed(load=KG)),
        ("× 8", Typed(8)),
        ("10 reps", Typed(10)),
        ("1 rep", Typed(1)),
        ("0 Reps", Typed(0)),
        ("10reps", Typed(10)),
        ("45kg × 8 reps", Typed(8, KG)),
        ("8 reps 45", Typed(8, KG)),
        ("8 reps × 45", Typed(8, KG)),
        ("45 8 reps", Typed(8, KG)),
        ("45 x 8 reps", Typed(8, KG)),
    ],
)
def test_it_is_read_as_it_is_written(text: str, typed: Typed) -> None:
    assert parse_set(text, Unit.KG) == typed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1001", "at most 1000 repetitions"),
        ("1e9", "out of range"),
        ("8 1e9", "out of range"),
        ("8 999999kg", "out of range"),
        ("", "is no set"),
        ("8 45kg 3", "is no set"),
        ("45kg 40kg", "is no set"),
        ("45 x", "is no set"),
        ("8 @ ", "is no set"),
        ("45 x 1001", "at most 1000 repetitions"),
        ("1001 reps", "at most 1000 repetitions"),
        ("8 reps 45 reps", "is no load"),
        ("eight", "is no load"),
        ("[/]", "is no load"),
    ],
)
def test_what_is_none_is_told_in_a_line(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_set(text, Unit.KG)


@given(st.text(max_size=200))
def test_any_text_is_a_set_or_one_short_line(text: str) -> None:
    said, typed = "", Typed()
    try:
        typed = parse_set(text, Unit.KG)
    except ValueError as error:
        said = str(error)
    assert len(said) < 250
    assert typed.reps is None or 0 <= typed.reps <= 1000


@pytest.mark.parametrize(
    ("text", "name", "typed"),
    [
        ("8 45kg", "", Typed(8, KG)),
        ("45 kg × 8", "", Typed(8, KG)),
        ("Back Squat 45kg × 8", "Back Squat", Typed(8, KG)),
        ("back squat × 8", "back squat", Typed(8)),
        ("21s curl 45kg 8", "21s curl", Typed(8, KG)),
        ("curl 45 kg", "curl", Typed(load=KG)),
        ("Back Squat 45 x 8", "Back Squat", Typed(8, KG)),
        ("Back Squat 8 reps", "Back Squat", Typed(8)),
        ("Back Squat 45kg × 8 reps", "Back Squat", Typed(8, KG)),
    ],
)
def test_a_name_may_stand_before_it(text: str, name: str, typed: Typed) -> None:
    assert read_set(text, Unit.KG) == (name, typed)


@pytest.mark.parametrize(
    "text",
    [
        "1e9 kg x 10",
        "2000kg x 10",
        "2000 kg 10",
        "45 kk x 10",
        "45kk x 10",
        "45 stone x 10",
        "4O kg x 10",
        "4Okg x 10",
        "lO kg x 10",
        "-45 kg x 10",
        "45 kg leg curl x 10",
        "Squat 1e9 kg x 10",
        "Squat 2000kg x 10",
        "Squat 45 kk x 10",
        "Squat 4O kg x 10",
        "Squat 1e9 kg 10",
    ],
)
def test_a_load_that_no_gym_has_is_no_name(text: str) -> None:
    with pytest.raises(ValueError, match=r"is (no|out of range)"):
        read_set(text, Unit.KG)


@pytest.mark.parametrize(
    "name", ["21s curl", "Day 2 squat", "90/90 lift", "Curl 21s", "1-leg curl"]
)
def test_a_name_may_have_a_number(name: str) -> None:
    assert read_set(f"{name} 45kg × 8", Unit.KG) == (name, Typed(8, KG))
    assert read_set(f"{name} × 8", Unit.KG) == (name, Typed(8))


@pytest.mark.parametrize("text", ["", "curl", "8 45kg 3", "45kg 40kg", "1e9 8", "[/] 8", "-3 8"])
def test_what_is_no_name_makes_no_set(text: str) -> None:
    with pytest.raises(ValueError, match=r"is (no|out of range)"):
        read_set(text, Unit.KG)
