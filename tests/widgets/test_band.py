"""The band: the largest form that fits, and the same as one line of words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Size

from relief_tui.blocks.digits import big_letters, big_shape
from relief_tui.blocks.raster import Bitmap
from relief_tui.coach.step import Phase, Side, side_word
from relief_tui.widgets.band import PLAIN_SHAPES, SHORT, Band, BandValue
from tests.support.pilot import settle
from tests.widgets.stage import lines, staged

HOLD = BandValue("hold", "HOLD", "LEFT", "HOLD LEFT 12 s")
LONG = BandValue("ready", "TOES TO SHIN", "CRAMPED LEG", "TOES TO SHIN CRAMPED LEG 8 s")
SIDES = [None, *Side]


def drawn(value: BandValue, cols: int, rows: int) -> Bitmap | None:
    band = Band()
    band.value = value
    return band.bitmap(Size(cols, rows))


def starts_with(bitmap: Bitmap | None, start: Bitmap) -> bool:
    assert bitmap is not None
    return [row[: start.width] for row in bitmap.rows] == list(start.rows)


def ends_with(bitmap: Bitmap | None, end: Bitmap) -> bool:
    assert bitmap is not None
    return [row[-end.width :] for row in bitmap.rows] == list(end.rows)


@pytest.mark.parametrize(("cols", "rows", "k"), [(60, 4, 1), (80, 5, 1), (120, 8, 2), (200, 12, 4)])
def test_shape_and_word_at_the_left_the_leg_at_the_right(cols: int, rows: int, k: int) -> None:
    bitmap = drawn(HOLD, cols, rows)
    assert starts_with(bitmap, big_shape("hold", k))
    assert ends_with(bitmap, big_letters("LEFT", k))
    assert bitmap is not None
    assert bitmap.height == 5 * k


def test_what_gives_way_first() -> None:
    """The shape, then the words become the short ones, then smaller letters, then one line."""
    long = replace(LONG, right="LEFT")
    assert starts_with(drawn(long, 90, 5), big_shape("ready", 1))
    assert starts_with(drawn(long, 80, 5), big_letters("TOES TO SHIN", 1))
    assert starts_with(drawn(long, 70, 5), big_shape("ready", 1))
    assert starts_with(drawn(long, 56, 5), big_letters("TOES UP", 1))
    assert drawn(long, 40, 5) is None
    assert drawn(HOLD, 80, 1) is None
    assert drawn(HOLD, 0, 0) is None


@pytest.mark.parametrize("left", ["HOLD", "LET GO", "TOES TO SHIN"])
def test_a_leg_that_was_not_named_is_left_out_where_it_does_not_fit(left: str) -> None:
    """Any shorter word for it reads as an order: to hold the cramp."""
    value = replace(LONG, left=left)
    assert ends_with(drawn(value, 140, 5), big_letters("CRAMPED LEG", 1))
    assert drawn(value, 60, 4) == drawn(replace(value, right=""), 60, 4) is not None


@pytest.mark.parametrize(("cols", "rows"), [(66, 4), (76, 5), (100, 8), (160, 12)])
@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.OVER])
def test_every_phase_of_every_leg_is_in_block_letters(phase: Phase, cols: int, rows: int) -> None:
    """From 66 columns on, whichever leg it is."""
    shape = phase.tone.replace("-", "_")
    for side in SIDES:
        right = side_word(side) if phase.carries_side else "" if phase is Phase.PLAN else "3:00"
        assert drawn(BandValue(shape, phase.word, right), cols, rows) is not None


@given(
    st.builds(
        BandValue,
        st.sampled_from(["", *PLAIN_SHAPES]),
        st.sampled_from([*SHORT, "HOLD", "REST"]),
        st.sampled_from(["LEFT", "CRAMPED LEG", "3:00", ""]),
    ),
    st.integers(0, 250),
    st.integers(0, 20),
)
def test_it_never_leaves_its_place(value: BandValue, cols: int, rows: int) -> None:
    bitmap = drawn(value, cols, rows)
    if bitmap is not None:
        assert bitmap.width <= cols
        assert bitmap.height <= 2 * rows


async def test_one_row_is_the_whole_line() -> None:
    async with staged(Band(), 40, 1) as (stage, pilot):
        stage.query_one(Band).value = HOLD
        await settle(pilot)
        assert lines(stage.query_one(Band)) == ["■ HOLD LEFT 12 s".center(40)]


async def test_plain_characters_have_no_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    async with staged(Band(), 40, 5) as (stage, pilot):
        stage.query_one(Band).value = HOLD
        await settle(pilot)
        assert [line.strip() for line in lines(stage.query_one(Band))] == [
            "", "", "HOLD LEFT 12 s", "", "",
        ]  # fmt: skip


def test_short_words_of_its_own_come_last() -> None:
    """They say less: letters become smaller before."""
    named = BandValue("hold", "ROLL CALF", "LEFT", "ROLL CALF LEFT", ("CALF", "LEFT"))
    assert drawn(named, 120, 8) == drawn(replace(named, short=("", "")), 120, 8)
    assert drawn(named, 60, 4) == drawn(replace(HOLD, left="CALF"), 60, 4) is not None
