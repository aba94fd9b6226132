"""Everything that is written can be read, in every theme and every tone."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

import relief_tui
from relief_tui.blocks.colour import contrast, luminance
from relief_tui.coach.step import Tone
from relief_tui.widgets.palette import DEFAULT_THEME, TONES, themes, variables

NAMES = [theme.name for theme in themes()]
TEXT, DIGITS = 4.5, 7.0
"""The least contrast of text (WCAG 2.2 AA) and of what must be read from the floor (AAA)."""

in_every_theme = pytest.mark.parametrize("theme", NAMES)
in_every_tone = pytest.mark.parametrize("tone", TONES)


def test_the_tones_are_those_of_the_coach() -> None:
    assert list(TONES) == [tone.value for tone in Tone]
    assert DEFAULT_THEME in NAMES


@in_every_theme
@in_every_tone
def test_words_on_a_band_and_on_the_ground(theme: str, tone: str) -> None:
    colours = variables(theme)
    ground = colours[f"{tone}-ground"]
    assert contrast(colours[f"{tone}-on"], colours[f"{tone}-fill"]) >= TEXT
    for part in ("words", "dim", "ink"):
        assert contrast(colours[f"{tone}-{part}"], ground) >= TEXT
    assert contrast(colours[f"{tone}-words"], colours[f"{tone}-raised"]) >= TEXT


@in_every_theme
@in_every_tone
def test_digits_on_the_ground(theme: str, tone: str) -> None:
    colours = variables(theme)
    assert contrast(colours[f"{tone}-ink"], colours[f"{tone}-ground"]) >= DIGITS


@in_every_theme
def test_screens_without_a_tone(theme: str) -> None:
    colours = variables(theme)
    for ground in ("ground", "raised"):
        for words in ("plain", "dim"):
            assert contrast(colours[words], colours[ground]) >= TEXT


@in_every_theme
def test_the_fills_differ_in_lightness(theme: str) -> None:
    """Who sees no hue still sees which phase it is: no neighbours in a round look alike."""
    colours = variables(theme)
    round_of = ("ready", "hold", "release", "check", "hold")
    for before, after in pairwise(round_of):
        pair = (colours[f"{before}-fill"], colours[f"{after}-fill"])
        assert abs(luminance(pair[0]) - luminance(pair[1])) > 0.03


@in_every_theme
def test_each_style_sheet_knows_its_colours(theme: str) -> None:
    known = variables(theme)
    for sheet in Path(relief_tui.__file__).parent.rglob("*.tcss"):
        used = set(re.findall(r"\$([\w-]+)", sheet.read_text(encoding="utf-8")))
        assert used <= known.keys(), sheet.name
