"""The alphabet of five rows: what it holds, how wide it is, how it falls back."""

import ast
import string
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.blocks import letters

DIGITS = "0123456789"


def art(text: str) -> list[str]:
    return [row.replace("0", " ").replace("1", "#").rstrip() for row in letters.bitmap(text)]


def test_it_imports_nothing() -> None:
    tree = ast.parse(Path(letters.__file__).read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]


def test_every_glyph_is_a_rectangle_five_rows_high() -> None:
    for char, rows in letters.GLYPHS.items():
        assert len(rows.split()) == letters.HEIGHT, char
        assert len({len(row) for row in rows.split()}) == 1, char
        assert set(rows) <= {"0", "1", " "}, char


def test_every_glyph_differs_from_every_other() -> None:
    assert len(set(letters.GLYPHS.values())) == len(letters.GLYPHS)


def test_the_alphabet_has_all_that_the_screens_write() -> None:
    wanted = string.ascii_uppercase + string.digits + " ?!:%-+./',→"
    assert set(wanted) <= set(letters.GLYPHS)


def test_digits_are_equally_wide() -> None:
    assert {letters.width(digit) for digit in DIGITS} == {letters.width(" ")} == {3}


def test_a_word_looks_like_itself() -> None:
    assert art("Hold 2!") == [
        "#  #  ##  #   ###      ### #",
        "#  # #  # #   #  #       # #",
        "#### #  # #   #  #     ### #",
        "#  # #  # #   #  #     #",
        "#  #  ##  ### ###      ### #",
    ]


def test_letters_stand_one_pixel_apart_and_a_space_is_three_wide() -> None:
    assert letters.width("I") == 1
    assert letters.width("II") == 3
    assert letters.width("I I") == 7
    assert letters.width("CRAMP!") == 27
    assert letters.width("") == 0
    assert letters.bitmap("") == ("",) * letters.HEIGHT


@pytest.mark.parametrize(
    ("given_text", "folded"),
    [
        ("Mollet à étirer", "MOLLET A ETIRER"),
        ("größer", "GROSSER"),
        ("e\N{COMBINING ACUTE ACCENT}t", "ET"),
        ("don’t – wait…", "DON'T - WAIT..."),
        ("½", "1/2"),
        ("日", " "),
        ("\N{NO-BREAK SPACE}\t\x1b", "   "),
    ],
)
def test_other_characters_fall_back(given_text: str, folded: str) -> None:
    assert letters.fold(given_text) == folded


def test_every_accented_latin_letter_keeps_its_letter() -> None:
    for code in range(0xC0, 0x180):
        base = unicodedata.normalize("NFKD", chr(code).upper())[0]
        if base in string.ascii_uppercase:
            assert letters.fold(chr(code)).startswith(base), chr(code)


@given(st.text(max_size=40))
def test_any_text_is_drawn_as_wide_as_it_is_said_to_be(text: str) -> None:
    rows = letters.bitmap(text)
    assert len(rows) == letters.HEIGHT
    assert {len(row) for row in rows} == {letters.width(text)}
    assert set("".join(rows)) <= {"0", "1"}
    assert letters.fold(letters.fold(text)) == letters.fold(text)


def test_shapes_are_square_and_distinct() -> None:
    names = {"ready", "ease_out", "hold", "release", "check", "rest", "danger", "paused"}
    assert set(letters.SHAPES) == names
    assert len(set(letters.SHAPES.values())) == len(names)
    for name, rows in letters.SHAPES.items():
        assert [len(row) for row in rows] == [5] * 5, name


def test_half_blocks_pair_the_rows_and_pad_an_odd_one() -> None:
    on, off = True, False
    assert letters.half_blocks(("10", "11", "01")) == (
        ((on, on), (off, on)),
        ((off, off), (on, off)),
    )
    assert letters.half_blocks(("10", "11")) == (((on, on), (off, on)),)
    assert letters.half_blocks(()) == ()


@given(st.text(string.ascii_letters + DIGITS, min_size=1, max_size=12))
def test_half_blocks_lose_no_pixel(text: str) -> None:
    rows = letters.bitmap(text)
    cells = letters.half_blocks(rows)
    assert [len(row) for row in cells] == [letters.width(text)] * 3
    assert sum(upper + lower for row in cells for upper, lower in row) == "".join(rows).count("1")
