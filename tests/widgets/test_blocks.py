"""Bitmaps as cells of the terminal, in all colours, in few, and in plain characters."""

from __future__ import annotations

from itertools import combinations

import pytest
from textual.strip import Strip

from relief_tui.blocks.digits import digits
from relief_tui.blocks.raster import Bitmap, from_pixels
from relief_tui.blocks.terminal import plain_characters
from relief_tui.widgets.blocks import Digits, strips
from tests.support.pilot import resize, settle
from tests.widgets.stage import lines, staged

GROUND, INK = "#000000", "#ffffff"
CORNER = from_pixels(["1110", "1010"])
SIZES = [(40, 5), (40, 7), (40, 8), (80, 12), (100, 26)]


def halves(strip: Strip) -> list[tuple[str, str]]:
    """Upper and lower colour of every cell."""
    found = []
    for text, style, _ in strip:
        assert style is not None
        assert style.bgcolor is not None
        upper = style.bgcolor.get_truecolor().hex
        lower = style.color.get_truecolor().hex if style.color else upper
        found += [(upper, lower if character == "▄" else upper) for character in text]
    return found


def test_a_cell_has_two_pixels() -> None:
    [strip] = strips(CORNER, GROUND, INK, ascii_only=False)
    assert strip.text == " ▄  "
    assert halves(strip) == [(INK, INK), (INK, GROUND), (INK, INK), (GROUND, GROUND)]


def test_equal_cells_are_one_run() -> None:
    [strip] = strips(from_pixels(["111000", "111000"]), GROUND, INK, ascii_only=False)
    assert [text for text, _, _ in strip] == ["   ", "   "]


def test_a_pixel_half_covered_is_half_as_bright() -> None:
    [strip] = strips(Bitmap(1, (bytes([128]), bytes([128]))), GROUND, INK, ascii_only=False)
    [(upper, lower)] = halves(strip)
    assert upper == lower == "#bababa"  # half the light, in linear light


def test_plain_characters_are_whole_cells() -> None:
    """Half a cell of ink is ink: no stroke is lost."""
    [strip] = strips(CORNER, GROUND, INK, ascii_only=True)
    assert strip.text == "    "
    assert halves(strip) == [(INK, INK), (INK, INK), (INK, INK), (GROUND, GROUND)]


@pytest.mark.parametrize(("cols", "rows"), SIZES)
def test_no_two_plain_digits_look_alike(cols: int, rows: int) -> None:
    def look(digit: str) -> list[list[tuple[str, str]]]:
        bitmap = digits(digit, cols, rows)
        assert bitmap is not None
        return [halves(strip) for strip in strips(bitmap.crisp(), GROUND, INK, ascii_only=True)]

    looks = {digit: look(digit) for digit in "0123456789"}
    alike = [pair for pair in combinations(looks, 2) if looks[pair[0]] == looks[pair[1]]]
    assert alike == []


@pytest.mark.parametrize(
    ("environ", "plain"),
    [
        ({}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({"LANG": "de_DE.utf8"}, False),
        ({"LANG": "C"}, True),
        ({"LANG": "POSIX"}, True),
        ({"LANG": "en_GB.ISO-8859-1"}, True),
        ({"LANG": "C.UTF-8", "LC_ALL": "C"}, True),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, False),
        ({"LANG": "C", "LC_ALL": "", "LC_CTYPE": "C.UTF-8"}, False),
    ],
)
def test_which_characters_can_be_trusted(environ: dict[str, str], plain: bool) -> None:
    assert plain_characters(environ) is plain


async def test_digits_too_large_for_their_place_are_words() -> None:
    widget = Digits()
    widget.words = "3:00"
    async with staged(widget, 8, 2) as (stage, pilot):
        assert lines(stage.query_one(Digits)) == ["  3:00  ", " " * 8]
        await resize(pilot, 40, 8)
        assert "▄" in "".join(lines(stage.query_one(Digits)))


async def test_the_smallest_digits_need_half_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    widget = Digits()
    widget.words = "25"
    async with staged(widget, 20, 4):
        assert "▄" in "".join(lines(widget))
    monkeypatch.setenv("LC_ALL", "C")
    widget = Digits()
    widget.words = "25"
    async with staged(widget, 20, 4):
        assert [line.strip() for line in lines(widget)] == ["", "25", "", ""]


async def test_another_theme_repaints() -> None:
    widget = Digits()
    widget.words = "8"
    async with staged(widget, 20, 6) as (stage, pilot):
        before = widget.render_line(2)
        stage.theme = "relief-light"
        await settle(pilot)
        after = widget.render_line(2)
        assert after.text == before.text
        assert after != before
