"""Whatever stands in a file, what is said of it is one line that begins with the place."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import Meta

from relief_tui.content.plain import plainly, shown
from relief_tui.content.shapes import CardId, Line, Lines, Seconds, Table


class Sample(Table, frozen=True):
    """Every kind of field the content files have."""

    line: Line = "x"
    lines: Lines = ("x",)
    card: CardId = "RF01"
    seconds: Seconds = 1.0
    tier: Annotated[int, Meta(ge=1, le=4)] = 1
    easing: bool = False
    kind: Literal["time", "reps"] = "time"
    cards: Literal["all"] | Lines = "all"
    inner: tuple[Sample, ...] = ()


FIELDS = Sample.__struct_fields__
SIMPLE = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.dates(), st.times()
)
VALUES = st.recursive(
    SIMPLE,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(raw=st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=8), VALUES, max_size=3))
@example(raw={" - at `": None})
@example(raw={" - at `$.x": None})
def test_any_fault_is_one_line_that_begins_with_its_place(raw: dict[str, Any]) -> None:
    try:
        msgspec.convert(raw, Sample)
    except msgspec.ValidationError as error:
        said = plainly(str(error), raw)
        assert said.startswith("$")
        assert len(said.splitlines()) == 1
        assert len(said) < 200
        assert not {"str", "array", "object", "regex"} & set(said.replace("`", " ").split())


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({"inner": [{}, {"line": 5}]}, "$.inner[1].line is a whole number; write a text"),
        ({"inner": [{"inner": [{"tier": 0}]}]}, "$.inner[0].inner[0].tier is 0; at least 1"),
        ({" - at ": 5}, "$ has an unknown key ' - at '; remove it or mend its spelling"),
        ({"cards": 5}, "$.cards is a whole number; write a text or a list"),
        ({"lines": []}, "$.lines is empty; write something"),
        ({"kind": "rep"}, "$.kind is 'rep', no word known there; mend its spelling"),
        ({"seconds": float("inf")}, "$.seconds is inf; at most 600"),
        (
            {"line": " x"},
            "$.line is ' x'; write one line of plain text, with no space before or after it",
        ),
    ],
)
def test_a_fault_deep_inside_is_found(raw: dict[str, Any], said: str) -> None:
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert(raw, Sample)
    assert plainly(str(caught.value), raw) == said


def test_a_message_of_an_unknown_kind_is_passed_on() -> None:
    assert plainly("Something\nnew - at `$.line`", {}) == "$.line: Something new"


def test_long_values_are_cut_short() -> None:
    assert shown("x" * 100) == f"'{'x' * 39}…'"
    assert shown(15.0) == "15"
    assert shown(1 << 20_000) == "a huge number"
