"""The list of the guide: topics, entries with their label, or what a search found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from relief_tui.coach import value
from relief_tui.widgets.checklist import fitted
from relief_tui.widgets.lineview import LineView
from relief_tui.widgets.palette import faint

_NAME, _WIDE = 34, 62
"""The columns of a name, and from how many on there is room beside it."""


class Row(Protocol):
    """What a line of the list is made of; see :class:`GuideLine`."""

    @property
    def shape(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def more(self) -> str: ...
    @property
    def head(self) -> bool: ...


@value.dataclass(frozen=True, slots=True)
class GuideLine:
    """One line: the shape of its label, its name, and what else is told where there is room. A
    ``head`` stands above what belongs to it."""

    shape: str
    name: str
    more: str = ""
    head: bool = False


class GuideList(LineView):
    """Paints the lines that are seen. ``live``: the arrows are for the list, not for the page."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"guide--marked", "guide--read"}

    lines: reactive[tuple[Row, ...]] = reactive((), layout=False)
    marked: reactive[int] = reactive(0)
    live: reactive[bool] = reactive(True)
    legend: reactive[tuple[str, ...]] = reactive(())
    """What the shapes mean: below the lines, where there is room; or why there are none."""

    @dataclass
    class Clicked(Message):
        """Somebody clicked the line at ``index``."""

        index: int

    def show(self, lines: tuple[Row, ...], marked: int, *, live: bool) -> None:
        """Show these lines, one of them marked."""
        self.lines = lines
        self.marked = marked
        self.live = live
        self.call_after_refresh(self._show_marked)  # by then it is known whether it scrolls

    def watch_lines(self) -> None:
        """As high as there are lines."""
        self.hold(len(self.lines))
        self._show_marked()

    def watch_marked(self) -> None:
        """The marked line is seen."""
        self._show_marked()

    def on_resize(self) -> None:
        """Lines are as wide as the list."""
        self.watch_lines()

    def on_click(self, event: events.Click) -> None:
        """A click chooses a line."""
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self.lines):
            self.post_message(self.Clicked(index))

    def _show_marked(self) -> None:
        if self.size.height:
            self.scroll_to_region(Region(0, self.marked, 1, 1), animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """One line that is seen."""
        _, _, ground, ink = self.colors
        wide = self.size.width
        index = y + self.scroll_offset.y
        back = Style(bgcolor=ground.rich_color)
        plain = Style(color=ink.rich_color) + back
        bold = plain + Style(bold=True)
        dim = Style(color=faint(ground, ink, self.app.console.color_system).rich_color) + back
        if index >= len(self.lines):
            below = index - len(self.lines) - bool(self.lines)
            told = Segment(self._told(below), dim)
            return Strip([told]).adjust_cell_length(wide, back)
        line = self.lines[index]
        plain = bold if line.head else plain
        if index == self.marked:
            kind = "guide--marked" if self.live else "guide--read"
            plain = dim = self.get_component_rich_style(kind) + Style(bold=True)
        mark = "▶" if index == self.marked else " "
        start = f" {mark} {line.shape} " if line.shape else f" {mark} "
        room = wide - len(start) - 1
        if wide >= _WIDE and line.more:
            wide_name = _NAME + 2 * line.head  # what else is told stands in one column
            name = f"{fitted(line.name, wide_name)} "
            more = fitted(line.more, room - wide_name - 1)
        else:
            name, more = fitted(line.name, room), ""
        segments = [Segment(f"{start}{name}", plain), Segment(f"{more} ", dim)]
        return Strip(segments).adjust_cell_length(wide, back)

    def _told(self, at: int) -> str:
        """A line of the legend, if all of it has room; why there are no lines, as far as it has."""
        room = not self.lines or len(self.lines) + 1 + len(self.legend) <= self.size.height
        return f"   {self.legend[at]}" if room and 0 <= at < len(self.legend) else ""
