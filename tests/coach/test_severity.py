"""The band of a cramp: the worse of holds, time and pain now."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.severity import ORDER, band

holds = st.integers(0, 6)
times = st.one_of(st.none(), st.floats(0.0, 600.0))
pains = st.one_of(st.none(), st.integers(0, 10))


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, "mild"),
        (1, "mild"),
        (2, "mild"),
        (3, "moderate"),
        (4, "moderate"),
        (5, "severe"),
        (6, "severe"),
    ],
)
def test_by_holds(count: int, expected: str) -> None:
    assert band(count, None, None) == expected


@pytest.mark.parametrize(
    ("held_s", "expected"),
    [(75.0, "mild"), (75.1, "moderate"), (150.0, "moderate"), (150.1, "severe")],
)
def test_by_time_from_the_first_hold(held_s: float, expected: str) -> None:
    assert band(1, held_s, 0) == expected


@pytest.mark.parametrize(
    ("pain", "expected"),
    [(0, "mild"), (3, "mild"), (4, "moderate"), (6, "moderate"), (7, "severe"), (10, "severe")],
)
def test_by_pain_now(pain: int, expected: str) -> None:
    assert band(1, 20.0, pain) == expected


@given(holds, times, pains)
def test_it_is_the_worst_of_the_three(count: int, held_s: float | None, pain: int | None) -> None:
    single = [band(count, None, None), band(0, held_s, None), band(0, None, pain)]
    assert band(count, held_s, pain) == max(single, key=ORDER.index)


@given(holds, times, pains)
def test_what_is_unknown_never_makes_it_worse_or_less_than_mild(
    count: int, held_s: float | None, pain: int | None
) -> None:
    known = ORDER.index(band(count, held_s, pain))
    assert 0 <= ORDER.index(band(count, None, pain)) <= known
    assert 0 <= ORDER.index(band(count, held_s, None)) <= known


@given(holds, times, pains)
def test_what_did_not_yield_is_unyielding(
    count: int, held_s: float | None, pain: int | None
) -> None:
    assert band(count, held_s, pain, unyielding=True) == "unyielding"
