"""Coverage: areas are exact, overlaps count once, bitmaps keep their size."""

from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.blocks.raster import (
    FULL,
    Bitmap,
    beside,
    box,
    cells,
    elbow,
    fill,
    from_pixels,
    slant,
)

coordinates = st.floats(0, 12).map(lambda value: round(value, 2))


def area(bitmap: Bitmap) -> float:
    """Return how many pixels are covered, parts of pixels included."""
    return sum(map(sum, bitmap.rows)) / FULL


def test_a_box_on_whole_pixels_has_sharp_edges() -> None:
    drawn = fill([box(1, 1, 3, 2)], 4, 3)
    assert drawn == from_pixels(["0000", "0110", "0000"])


def test_half_a_pixel_is_half_covered() -> None:
    assert fill([box(0.5, 0, 1.5, 0.5)], 2, 1).rows == (bytes([64, 64]),)


@given(coordinates, coordinates, coordinates)
def test_a_box_covers_its_area(left: float, right: float, bottom: float) -> None:
    left, right = sorted((left, right))
    drawn = fill([box(left, 0, right, round(bottom))], 12, 12)
    assert area(drawn) == pytest.approx((right - left) * round(bottom), abs=0.1)


@pytest.mark.parametrize("side", [(-1, -1), (1, -1), (-1, 1), (1, 1)])
def test_an_elbow_covers_a_quarter_of_a_ring(side: tuple[int, int]) -> None:
    drawn = fill([elbow((10, 10), 9, 4, side)], 20, 20)
    assert area(drawn) == pytest.approx(pi * (81 - 16) / 4, rel=0.01)
    assert drawn.rows[10 + 4 * side[1]][10 + 4 * side[0]] == FULL
    assert drawn.rows[10 - 4 * side[1]][10 + 4 * side[0]] == 0


@pytest.mark.parametrize("falls", [True, False])
def test_a_slant_fills_its_corners_and_is_as_thick_as_asked(falls: bool) -> None:
    drawn = fill([slant((0, 0, 40, 60), 8, falls=falls)], 40, 60)
    cut = sum(drawn.rows[30]) / FULL
    run = 40 - cut
    assert cut * 60 / (60**2 + run**2) ** 0.5 == pytest.approx(8, abs=0.1)
    assert drawn.rows[0][0 if falls else -1] > FULL / 2
    assert drawn.rows[-1][-1 if falls else 0] > FULL / 2


def test_overlapping_ink_counts_once() -> None:
    ring = elbow((6, 6), 5, 2, (1, 1))
    assert fill([ring, ring], 12, 12) == fill([ring], 12, 12)
    halves = [box(0, 0, 2.5, 1), box(0.5, 0, 1, 1), box(2.5, 0, 4, 1), box(1, 0, 1.5, 1)]
    assert fill(halves, 4, 1).rows == (bytes([FULL] * 4),)


def test_nothing_covers_nothing() -> None:
    assert fill([], 3, 2) == Bitmap(3, (bytes(3),) * 2)
    assert area(fill([box(2, 2, 2, 2)], 4, 4)) == 0


def test_pixels_are_enlarged_to_squares() -> None:
    assert from_pixels(["10"], 2) == from_pixels(["1100", "1100"])


def test_beside_leaves_gaps_between() -> None:
    dot = from_pixels(["1"])
    assert beside([dot, dot, dot], 2) == from_pixels(["1001001"])
    assert beside([], 2).width == 0


def test_centred_gives_the_odd_pixel_to_the_right_and_below() -> None:
    dot = from_pixels(["1"])
    assert dot.centred(4, 2) == from_pixels(["0100", "0000"])
    assert dot.centred(1, 1) == dot


def test_crisp_is_all_or_nothing_from_one_half() -> None:
    assert Bitmap(4, (bytes([0, 127, 128, 255]),)).crisp().rows == (bytes([0, 0, 255, 255]),)


def test_cells_pair_the_rows_and_pad_an_odd_one() -> None:
    bitmap = Bitmap(2, (bytes([1, 2]), bytes([3, 4]), bytes([5, 6])))
    assert cells(bitmap) == [[(1, 3), (2, 4)], [(5, 0), (6, 0)]]
    assert cells(Bitmap(0, ())) == []
