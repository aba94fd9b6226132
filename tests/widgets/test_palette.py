"""Everything that is written can be read, in every theme and every tone."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from rich._palettes import STANDARD_PALETTE
from textual.theme import BUILTIN_THEMES, Theme

import relief_tui
from relief_tui.blocks.colour import contrast, luminance
from relief_tui.coach.step import Tone
from relief_tui.widgets.palette import (
    ANSI_THEME,
    DEFAULT_THEME,
    TONES,
    borrowed,
    fitting,
    themes,
    variables,
)

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


def lightness(colour: str) -> float:
    """CIE L*: 0 black, 100 white; a step of the same size looks the same everywhere."""
    light = luminance(colour)
    return 116 * light ** (1 / 3) - 16 if light > 0.008856 else 903.3 * light


FOLLOWING = {
    "ease-out": {"ready", "hold", "danger"},
    "ready": {"hold", "rest", "danger"},
    "hold": {"release", "rest", "ready", "danger"},
    "release": {"check", "rest", "danger"},
    "check": {"hold", "rest", "danger"},
    "rest": {"check", "hold", "danger"},
}
"""What can come next: no two of them may be told apart by their hue alone."""


@in_every_theme
def test_phases_that_follow_each_other_differ_in_lightness(theme: str) -> None:
    fills = {tone: lightness(variables(theme)[f"{tone}-fill"]) for tone in TONES}
    assert all(
        abs(fills[tone] - fills[after]) >= 5 for tone, next in FOLLOWING.items() for after in next
    )


@in_every_theme
def test_no_two_phases_have_one_lightness(theme: str) -> None:
    fills = sorted(lightness(variables(theme)[f"{tone}-fill"]) for tone in TONES)
    assert all(after - before > 2.5 for before, after in pairwise(fills))


@in_every_theme
def test_each_style_sheet_knows_its_colours(theme: str) -> None:
    known = variables(theme)
    for sheet in Path(relief_tui.__file__).parent.rglob("*.tcss"):
        used = set(re.findall(r"\$([\w-]+)", sheet.read_text(encoding="utf-8")))
        assert used <= known.keys(), sheet.name


SIXTEEN = {STANDARD_PALETTE[number].hex for number in range(16)}
DARK_GREY = STANDARD_PALETTE[8].hex


def test_a_theme_of_the_sixteen_colours_alone() -> None:
    used = set(variables(ANSI_THEME).values())
    assert used <= SIXTEEN
    assert DARK_GREY not in used


@pytest.mark.parametrize(
    ("wanted", "colour_system", "theme"),
    [
        ("relief-light", "truecolor", "relief-light"),
        ("nord", "256", "nord"),
        ("no such", "truecolor", DEFAULT_THEME),
        ("relief-light", "standard", ANSI_THEME),
        ("no such", "standard", ANSI_THEME),
        ("relief-dark", None, "relief-dark"),
    ],
)
def test_the_theme_that_is_shown(wanted: str, colour_system: str | None, theme: str) -> None:
    assert fitting(wanted, [*NAMES, *BUILTIN_THEMES], colour_system) == theme


@pytest.mark.parametrize("theme", BUILTIN_THEMES.values(), ids=BUILTIN_THEMES)
def test_with_the_colours_of_a_theme_of_textual(theme: Theme) -> None:
    """The phases keep ours; what is read is readable in theirs."""
    found = borrowed(theme)
    assert found.keys() == variables(DEFAULT_THEME).keys()
    for ground in ("ground", "raised"):
        for words in ("plain", "dim"):
            assert contrast(found[words], found[ground]) >= TEXT
    for tone in TONES:
        for part in ("words", "dim", "ink"):
            assert contrast(found[f"{tone}-{part}"], found[f"{tone}-ground"]) >= TEXT
