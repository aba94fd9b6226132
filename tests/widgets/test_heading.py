"""A heading: block letters as large as fit, all words beside each other of one size."""

from __future__ import annotations

import pytest
from textual.geometry import Size

from relief_tui.blocks.digits import big_letters, fits
from relief_tui.widgets.heading import Heading
from tests.widgets.stage import lines, staged


def heading(words: str, *alike: str, widest: float = 0.86) -> Heading:
    made = Heading()
    made.words, made.alike, made.widest = words, alike, widest
    return made


@pytest.mark.parametrize(
    ("cols", "rows", "k"), [(80, 3, 1), (80, 5, 2), (80, 24, 2), (200, 60, 6), (25, 60, None)]
)
def test_as_large_as_fits(cols: int, rows: int, k: int | None) -> None:
    expected = None if k is None else big_letters("CRAMP!", k)
    assert heading("CRAMP!").bitmap(Size(cols, rows)) == expected


def test_short_words_before_smaller_letters() -> None:
    """``LOWER WEIGHT`` large, where the whole would have to be small."""
    assert fits("LOWER WEIGHT", 2, 130)
    assert not fits("LOWER THE WEIGHT", 2, 130)
    found = heading("LOWER THE WEIGHT", widest=1.0).bitmap(Size(130, 5))
    assert found == big_letters("LOWER WEIGHT", 2)


def test_words_beside_each_other_are_of_one_size() -> None:
    size = Size(70, 15)
    alone = heading("GONE").bitmap(size)
    among = heading("GONE", "GONE", "EASING").bitmap(size)
    assert alone == big_letters("GONE", 3)
    assert among == big_letters("GONE", 2)


async def test_plain_words_where_no_letters_fit() -> None:
    async with staged(heading("GET HELP"), 20, 3) as (stage, _):
        assert lines(stage.query_one(Heading)) == [" " * 20, "GET HELP".center(20), " " * 20]


async def test_words_that_do_not_fit_are_cut() -> None:
    async with staged(heading("GET HELP"), 4, 1) as (stage, _):
        assert lines(stage.query_one(Heading)) == ["GET "]


async def test_plain_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    async with staged(heading("GET HELP"), 80, 5) as (stage, _):
        assert lines(stage.query_one(Heading))[2].strip() == "GET HELP"
