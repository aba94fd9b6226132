"""The screen in ASCII: every character has one that stands for it, as wide as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from relief_tui.widgets.ascii import in_ascii
from relief_tui.widgets.checklist import CHOSEN, MARKS, SHAPES


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_no_line_gets_longer_or_shorter(text: str) -> None:
    assert in_ascii(text).isascii()
    assert cell_len(in_ascii(text)) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("HOLD LEFT 12 s · Straight-knee pull", "HOLD LEFT 12 s - Straight-knee pull"),
        ("LOWER THE WEIGHT 45 → 25 kg", "LOWER THE WEIGHT 45-> 25 kg"),
        ("45 kg → none", "45 kg-> none"),
        ("45 →", "45->"),
        (" → ", " > "),
        ("Übung für Zoë…", "Ubung fur Zoe."),
        ("2 × 0:30", "2 x 0:30"),
        ("拉伸", "????"),
    ],
)
def test_as_it_is_shown(text: str, shown: str) -> None:
    assert in_ascii(text) == shown


@pytest.mark.parametrize("shapes", [[*MARKS.values(), CHOSEN], [*SHAPES.values()]])
def test_shapes_that_mean_something_stay_apart(shapes: list[str]) -> None:
    shown = [in_ascii(shape) for shape in shapes]
    assert "?" not in shown
    assert len(set(shown)) == len(set(shapes)) - (CHOSEN in shapes)
