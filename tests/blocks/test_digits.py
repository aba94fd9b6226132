"""Digits and words: their sizes, that they fit, and that no two look alike."""

from itertools import combinations
from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.blocks import letters
from relief_tui.blocks.digits import big_letters, big_shape, digits, fits, size
from relief_tui.blocks.raster import FULL, Bitmap
from relief_tui.blocks.strokes import DRAWN, Pen, glyph

DIGITS = "0123456789"
SIZES = [(40, 8), (60, 11), (80, 12), (64, 26), (108, 38)]
PENS = [Pen(6, 8, 2), Pen(12, 14, 2), Pen(18, 21, 3), Pen(26, 48, 8), Pen(46, 72, 12)]

columns = st.integers(0, 220)
lines = st.integers(0, 70)


def drawn(text: str, cols: int, rows: int, wide: float = 0.86) -> Bitmap:
    bitmap = digits(text, cols, rows, wide=wide)
    assert bitmap is not None
    return bitmap


def ink_box(bitmap: Bitmap) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of all that is not ground."""
    ys = [y for y, row in enumerate(bitmap.rows) if any(row)]
    xs = [x for x in range(bitmap.width) if any(row[x] for row in bitmap.rows)]
    return xs[0], ys[0], xs[-1] + 1, ys[-1] + 1


def art(bitmap: Bitmap) -> list[str]:
    return ["".join("#" if pixel else "." for pixel in row) for row in bitmap.crisp().rows]


def difference(one: Bitmap, other: Bitmap) -> float:
    """Return how many whole pixels two bitmaps of one size differ by."""
    pairs = zip(b"".join(one.rows), b"".join(other.rows), strict=True)
    return sum(abs(a - b) for a, b in pairs) / FULL


@pytest.mark.parametrize(
    ("cols", "rows", "height", "width", "stroke"),
    [
        (40, 8, 14, 12, 2),  # window 40x12
        (60, 11, 19, 16, 3),  # 60x20
        (80, 12, 21, 18, 3),  # 80x24
        (64, 26, 48, 26, 8),  # 120x40, right of the figure
        (108, 38, 72, 46, 12),  # 200x60, right of the figure
    ],
)
def test_the_size_of_two_digits(cols: int, rows: int, height: int, width: int, stroke: int) -> None:
    assert size("12", cols, rows) == Pen(width, height, stroke)
    left, top, right, bottom = ink_box(drawn("08", cols, rows))
    assert (right - left, bottom - top) == (2 * width + stroke, height)


def test_an_eight_as_it_stands_on_the_smallest_screen() -> None:
    assert art(glyph("8", Pen(8, 14, 2))) == [
        "..####..",
        ".######.",
        "###..###",
        "##....##",
        "##....##",
        "###..###",
        ".######.",
        ".######.",
        "###..###",
        "##....##",
        "##....##",
        "###..###",
        ".######.",
        "..####..",
    ]


@given(st.text("0123456789: ", max_size=6), columns, lines, st.sampled_from([0.4, 0.86, 1.0]))
def test_digits_never_raise_and_fill_the_area_they_are_given(
    text: str, cols: int, rows: int, wide: float
) -> None:
    bitmap = digits(text, cols, rows, wide=wide)
    if bitmap is not None:
        assert (bitmap.width, bitmap.height) == (cols, 2 * rows)
        assert {len(row) for row in bitmap.rows} == {cols}
        assert any(any(row) for row in bitmap.rows)


@given(st.text(max_size=4), columns, lines)
def test_what_is_not_a_number_is_left_to_plain_text(text: str, cols: int, rows: int) -> None:
    if not set(text) & set(DIGITS) or set(text) - set(DIGITS + ": "):
        assert digits(text, cols, rows) is None


@given(st.text(DIGITS, min_size=1, max_size=4), columns, lines)
def test_digits_stand_in_the_middle(text: str, cols: int, rows: int) -> None:
    pen = size(text, cols, rows)
    if pen is None:
        return
    left, top, right, bottom = ink_box(drawn("8" * len(text), cols, rows))
    assert 0 <= (cols - right) - left <= 1
    assert 0 <= (2 * rows - bottom) - top <= 1
    assert pen.width >= 3 * pen.stroke
    assert (pen.height - 3 * pen.stroke) % 2 == 0


@pytest.mark.parametrize(("cols", "rows"), [*SIZES, (20, 3)])
def test_digits_are_tabular(cols: int, rows: int) -> None:
    seconds = drawn("18", cols, rows)
    last = ink_box(drawn(" 8", cols, rows))
    for digit in DIGITS:
        assert size(f"{digit}8", cols, rows) == size("18", cols, rows)
        right_half = drawn(f"{digit}8", cols, rows)
        assert [row[last[0] :] for row in right_half.rows] == [
            row[last[0] :] for row in seconds.rows
        ]


@pytest.mark.parametrize(
    ("pen", "radius"),
    [
        (Pen(6, 8, 2), 2),  # an opening of two pixels keeps its corners
        (Pen(8, 14, 2), 4),
        (Pen(18, 21, 3), 6),
        (Pen(40, 48, 8), 17),
        (Pen(26, 48, 8), 13),  # half of the upper arm
    ],
)
def test_elbows_are_rounded_as_far_as_there_is_room(pen: Pen, radius: int) -> None:
    width, height, stroke = pen
    inside = radius - stroke
    outer = width * height - (4 - pi) * radius**2
    inner = (width - 2 * stroke) * (height - 2 * stroke) - (4 - pi) * inside**2
    ink = sum(map(sum, glyph("0", pen).rows)) / FULL
    assert ink == pytest.approx(outer - inner, abs=0.5)


@pytest.mark.parametrize("pen", PENS)
def test_no_two_digits_look_alike(pen: Pen) -> None:
    for one, other in combinations(DIGITS, 2):
        apart = difference(glyph(one, pen), glyph(other, pen))
        assert apart >= pen.stroke**2 / 2, (one, other)


@pytest.mark.parametrize("pen", PENS)
def test_openings_stay_open(pen: Pen) -> None:
    eight = glyph("8", pen)
    middle = pen.width // 2
    for opening in (pen.height // 4, pen.height - 1 - pen.height // 4):
        assert min(row[middle] for row in eight.rows[opening - 1 : opening + 2]) == 0


@pytest.mark.parametrize("pen", PENS)
def test_symmetric_digits_are_symmetric(pen: Pen) -> None:
    for digit in "08":
        rows = glyph(digit, pen).rows
        assert rows == rows[::-1]
        assert all(row == row[::-1] for row in rows)
    turned = tuple(row[::-1] for row in reversed(glyph("6", pen).rows))
    assert turned == glyph("9", pen).rows


def test_distance_mode_makes_digits_wider() -> None:
    near, far = size("12", 120, 28), size("12", 120, 28, wide=1.0)
    assert near is not None
    assert far is not None
    assert far.width > near.width
    assert far.height == near.height


def test_a_clock_has_two_square_dots_between_its_digits() -> None:
    pen = size("0:00", 80, 12)
    assert pen is not None
    clock = drawn("0:00", 80, 12)
    left, top, right, bottom = ink_box(clock)
    assert right - left == 3 * pen.width + 4 * pen.stroke
    start = left + pen.width + pen.stroke
    colon = [row[start - 1 : start + pen.stroke + 1] for row in clock.rows[top:bottom]]
    empty, dot = bytes(pen.stroke + 2), bytes([0, *[FULL] * pen.stroke, 0])
    assert colon.count(dot) == 2 * pen.stroke
    assert colon.count(empty) == pen.height - 2 * pen.stroke
    assert colon == colon[::-1]


def test_small_areas_get_small_digits_and_then_none() -> None:
    assert ink_box(drawn("88", 7, 3)) == (0, 0, 7, 5)
    assert digits("88", 6, 3) is None
    assert digits("88", 7, 2) is None
    assert digits("88", 0, 0) is None


@given(st.text(max_size=12), st.integers(1, 4))
def test_words_are_as_wide_as_their_pixels(text: str, k: int) -> None:
    bitmap = big_letters(text, k)
    assert bitmap.width == letters.width(text) * k if text else bitmap.width == 0
    assert bitmap.height in (5 * k, 0)
    assert fits(text, k, bitmap.width)
    assert not fits(text, k, bitmap.width - 1)


def test_the_smallest_words_are_the_bitmaps() -> None:
    rows = big_letters("Hold", 1).rows
    assert tuple("".join("1" if pixel else "0" for pixel in row) for row in rows) == (
        letters.bitmap("HOLD")
    )


def test_letters_of_scale_two_are_drawn_with_a_pen() -> None:
    assert art(big_letters("WR7K", 2)) == [
        "##......##..#######...######..##...###",
        "##......##..########..######..##..###.",
        "##......##..##....##.....##...##.###..",
        ".##....##...##....##.....##...#####...",
        ".##.##.##...########.....##...####....",
        ".########...#######......##...####....",
        ".########...##..##.......##...#####...",
        ".########...##...##.....##....##.###..",
        ".###..###...##...##.....##....##..###.",
        "..##..##....##....##....##....##...###",
    ]


@pytest.mark.parametrize("k", [1, 2, 3, 4])
def test_no_two_letters_look_alike(k: int) -> None:
    shapes = {big_letters(char, k).crisp() for char in letters.GLYPHS}
    assert len(shapes) == len(letters.GLYPHS)


@pytest.mark.parametrize("k", [1, 2, 3])
def test_phase_shapes_are_square_and_distinct(k: int) -> None:
    shapes = {big_shape(name, k).crisp() for name in letters.SHAPES}
    assert len(shapes) == len(letters.SHAPES)
    assert {(shape.width, shape.height) for shape in shapes} == {(5 * k, 5 * k)}


def test_every_path_belongs_to_a_letter_or_a_shape() -> None:
    assert set(letters.GLYPHS) | set(letters.SHAPES) >= DRAWN
