"""Nothing from outside reaches the terminal but text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.report.text import LONGEST, day_and_time, minutes, visible


@given(st.text(max_size=200))
def test_whatever_it_is_it_is_one_line_of_text(text: str) -> None:
    shown = visible(text)
    assert len(shown) <= LONGEST
    assert shown.replace("\u200d", "").replace("\u200c", "").isprintable()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("leg curl [bold]x[/]", "leg curl [bold]x[/]"),
        ("\x1b[31mred\x07", "�[31mred�"),
        ("c1 \x9b2J", "c1 �2J"),
        ("two\r\nlines\tand more\u2028", "two  lines and more "),
        ("right to left \u202e", "right to left �"),
        ("👩‍🚀", "👩‍🚀"),
        ("à́̂", "à́̂"),
        ("\ud800", "�"),
    ],
)
def test_what_a_terminal_would_obey_is_shown_as_a_mark(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_long_name_ends_in_an_ellipsis() -> None:
    assert visible("x" * 5000) == "x" * (LONGEST - 1) + "…"
    assert visible("x" * LONGEST) == "x" * LONGEST


def test_times_are_those_of_the_place() -> None:
    assert day_and_time("2026-11-02T18:30:59.999+09:00") == "2026-11-02 18:30"


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0.0, "0:00"), (59.9, "0:59"), (72.4, "1:12"), (600.0, "10:00")]
)
def test_spans_are_minutes_and_seconds(seconds: float, shown: str) -> None:
    assert minutes(seconds) == shown
    assert minutes(None) == "–"
