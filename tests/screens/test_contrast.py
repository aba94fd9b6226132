"""What is painted can be read: every word on every screen, in every theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from relief_tui.blocks.colour import contrast
from relief_tui.coach.step import Side
from relief_tui.wishes import ReliefOptions
from tests.screens.situations import bring
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)
MOMENTS = ["start", "ease out", "hold", "check", "release", "rest with pain", "paused"]
MOMENTS += ["change", "roll right", "reps", "warm-up over"]
"""Every tone, and what stands there only now and then."""
SCREENS = ["!", "! 3", "w", "i"]
GUIDE = ["g", "g down enter", "g / r f 0 4", "g / r f 0 4 enter", "g / r f 0 4 enter s"]
NO_WORDS = " ▁▂▃▄▅▆▇▏"
"""Block letters, the line between list and page, the end of a scroll bar."""
LEAST = 4.5
"""WCAG 2.2 AA for text."""


def pale(face: Face) -> Iterator[tuple[str, float]]:
    """The words that stand out too little from what is behind them."""
    for strip in face.app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if not text.strip(NO_WORDS) or style is None or not style.color or not style.bgcolor:
                continue
            colours = style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex
            if contrast(*colours) < LEAST:
                yield text, contrast(*colours)


@pytest.mark.parametrize("theme", ["relief-dark", "relief-light", "relief-contrast"])
async def test_every_word(theme: str, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(f'theme = "{theme}"', encoding="utf-8")
    async with app_at() as face:
        assert list(pale(face)) == []
        for keys in GUIDE:
            await face.press(*keys.split())
            assert list(pale(face)) == [], keys
            while face.shown != "HomeScreen":
                await face.press("escape")
        await face.press("c")
        for moment in MOMENTS:
            face.again(LEFT)
            await bring(face, moment)
            assert list(pale(face)) == [], moment
        for keys in SCREENS:
            await face.press(*keys.split())
            assert list(pale(face)) == [], keys
            await face.press("escape")
