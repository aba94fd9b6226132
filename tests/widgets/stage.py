"""A widget alone in a window, in the colours and with the style sheet of the app."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

import relief_tui
from relief_tui.widgets.asking import Ask
from relief_tui.widgets.guidepane import GuidePane
from relief_tui.widgets.keyline import Keyed
from relief_tui.widgets.palette import DEFAULT_THEME, themes, variables
from relief_tui.widgets.tiles import CheckTiles
from tests.support.pilot import QuietPilot, settle


class Stage(App[None]):
    """One widget that fills the window, and what it told."""

    CSS_PATH = Path(relief_tui.__file__).parent / "app.tcss"

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget
        self.told: list[Message] = []
        for theme in themes():
            self.register_theme(theme)
        self.theme = DEFAULT_THEME

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What the themes that come with Textual lack."""
        return variables(DEFAULT_THEME)

    def compose(self) -> ComposeResult:
        """The widget."""
        self.widget.styles.width = self.widget.styles.height = "100%"
        yield self.widget

    def on_check_tiles_chosen(self, message: CheckTiles.Chosen) -> None:
        """A tile was pressed."""
        self.told.append(message)

    def on_ask_answered(self, message: Ask.Answered) -> None:
        """A line was pressed."""
        self.told.append(message)

    def on_guide_pane_jumped(self, message: GuidePane.Jumped) -> None:
        """A line to read on at was pressed."""
        self.told.append(message)

    def on_keyed_pressed(self, message: Keyed.Pressed) -> None:
        """A key of the footer was pressed."""
        self.told.append(message)


@asynccontextmanager
async def staged(widget: Widget, cols: int, rows: int) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    """The widget in a window of that size."""
    stage = Stage(widget)
    async with stage.run_test(size=(cols, rows)) as pilot:
        quiet = QuietPilot(pilot.app)
        await settle(quiet)
        yield stage, quiet


def lines(widget: Widget) -> list[str]:
    """What the widget paints, as plain text."""
    size: Size = widget.size
    return [widget.render_line(y).text for y in range(size.height)]
