"""What is painted can be read: every word on every screen, in every theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich._palettes import STANDARD_PALETTE
from rich.color import ColorSystem
from rich.terminal_theme import TerminalTheme
from textual.theme import BUILTIN_THEMES

from relief_tui.blocks.colour import contrast
from relief_tui.coach.step import Side
from relief_tui.widgets.palette import themes
from relief_tui.wishes import ReliefOptions
from tests.screens.situations import bring
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)
MOMENTS = ["start", "ease out", "hold", "check", "release", "rest with pain", "paused"]
MOMENTS += ["set", "lower", "lower, own", "exercise off", "sip", "set rest", "set by tempo"]
MOMENTS += ["change", "roll right", "reps", "warm-up over"]
"""Every tone, and what stands there only now and then."""
SCREENS = ["!", "! 3", "w", "t", "t /", "i"]
GUIDE = ["g", "g down enter", "g / r f 0 4", "g / r f 0 4 enter", "g / r f 0 4 enter s"]
NO_WORDS = " ▁▂▃▄▅▆▇▏▌"
"""Block letters, the line between list and page, the end of a scroll bar, the edge of a toast."""
_SIXTEEN = [STANDARD_PALETTE[number] for number in range(16)]
VGA = TerminalTheme(_SIXTEEN[0], _SIXTEEN[15], [*_SIXTEEN[:8]], [*_SIXTEEN[8:]])
LEAST = 4.5
"""WCAG 2.2 AA for text."""


def pale(face: Face, system: ColorSystem = ColorSystem.TRUECOLOR) -> Iterator[tuple[str, float]]:
    """The words that stand out too little from what is behind them, as the terminal shows it."""
    for strip in face.app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if not text.strip(NO_WORDS) or style is None or not style.color or not style.bgcolor:
                continue
            colours = (
                colour.downgrade(system).get_truecolor(VGA).hex
                for colour in (style.color, style.bgcolor)
            )
            if (found := contrast(*colours)) < LEAST:
                yield text, found


async def every_word(system: ColorSystem) -> None:
    """Look at every screen and every tone."""
    async with app_at() as face:
        assert list(pale(face, system)) == []
        for keys in GUIDE:
            await face.press(*keys.split())
            assert list(pale(face, system)) == [], keys
            while face.shown != "HomeScreen":
                await face.press("escape")
        await face.press("c")
        for moment in MOMENTS:
            face.again(LEFT)
            await bring(face, moment)
            assert list(pale(face, system)) == [], moment
        for keys in SCREENS:
            await face.press(*keys.split())
            assert list(pale(face, system)) == [], keys
            await face.press("escape")


@pytest.mark.parametrize("theme", [theme.name for theme in themes()])
async def test_every_word(theme: str, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(f'theme = "{theme}"\nflash = false\n', encoding="utf-8")
    await every_word(ColorSystem.TRUECOLOR)


@pytest.mark.usefixtures("still")
async def test_every_word_in_sixteen_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "")
    monkeypatch.setenv("TERM", "linux")
    await every_word(ColorSystem.STANDARD)


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize("term", ["truecolor", ""])
async def test_every_word_without_colour(term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLORTERM", term)
    monkeypatch.setenv("TERM", "xterm" if not term else "xterm-256color")
    await every_word(ColorSystem.TRUECOLOR if term else ColorSystem.STANDARD)


async def test_every_theme_of_textual() -> None:
    """What is read, in the colours of each."""
    async with app_at() as face:
        for keys, back in (("", ""), (",", "escape"), ("g", "escape")):
            await face.press(*keys)
            for theme in BUILTIN_THEMES:
                face.app.theme = theme
                await face.settle()
                assert list(pale(face)) == [], (keys, theme)
            await face.press(*([back] if back else []))
