"""A list to choose from, of routines or exercises: one widget that paints the lines that are seen,
however many there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from relief_tui.coach import value
from relief_tui.widgets.checklist import fitted
from relief_tui.widgets.palette import faint

_DIGITS = 9
_WIDE, _SOME = 60, 34
"""From so many columns on there is room for a sentence, and for when it was last done."""
_START = 5
"""Columns for the mark and the key of a line."""
_SHORTEST_NAME, _LONGEST_NAME, _LENGTH, _TAKES, _LAST = 14, 40, 6, 28, 12
"""The columns of a line."""


@value.dataclass(frozen=True, slots=True)
class RoutineRow:
    """One line. ``trouble``: why it cannot be started."""

    name: str
    length: str
    takes: str
    last: str
    trouble: str = ""


class RoutineList(ScrollView, can_focus=False):
    """``row`` answers the line at an index, and is asked only for lines that are seen. From
    ``parted_at`` on they stand below ``heading``; where there are none, ``empty`` says so. Names
    have ``names`` columns before there is room for what a line takes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"routines--marked"}

    marked: reactive[int] = reactive(0)

    @dataclass
    class Clicked(Message):
        """Somebody clicked the line at ``index``."""

        index: int

    def __init__(
        self,
        row: Callable[[int], RoutineRow],
        count: int,
        parted_at: int,
        *,
        heading: str,
        empty: str = "",
        names: int = _SHORTEST_NAME,
        takes: int = _TAKES,
    ) -> None:
        super().__init__()
        self._row = row
        self._count = count
        self._parted_at = parted_at
        self._heading, self._empty = heading, empty
        self._names, self._takes = names, takes

    def on_mount(self) -> None:
        """As high as there are lines."""
        self.on_resize()

    def on_resize(self) -> None:
        """Lines are as wide as the list."""
        told = not self._headed and bool(self._empty) and self.size.width >= _WIDE
        last = self._count if told else self._count - 1
        self.virtual_size = Size(self.size.width, self._y(last) + self._pitch)
        self._show_marked()

    @property
    def tells_takes(self) -> bool:
        """True where there is room for what a line without a length takes."""
        return self._room_for_takes(self.size.width - _START - 1) > 0

    def _room_for_takes(self, room: int, length: int = 0) -> int:
        left = room - self._names - length - _LAST - 3
        return min(self._takes, left) if left >= _LAST else 0

    def grow(self, count: int, parted_at: int) -> None:
        """There are more lines now."""
        self._count, self._parted_at = count, parted_at
        self.on_resize()
        self.refresh()

    def validate_marked(self, marked: int) -> int:
        """A line that there is."""
        return max(0, min(self._count - 1, marked))

    def watch_marked(self) -> None:
        """The marked line is seen."""
        self._show_marked()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click is the line's key."""
        index = self._index(event.y + self.scroll_offset.y)
        if index is not None:
            self.post_message(self.Clicked(index))

    def _show_marked(self) -> None:
        if self.size.height:
            y = self._y(self.marked)
            self.scroll_to_region(Region(0, y, 1, 1), animate=False, immediate=True)

    @property
    def _headed(self) -> bool:
        return self._parted_at < self._count

    @property
    def _pitch(self) -> int:
        """Lines stand apart, and are easier to hit, where all of them have room for it."""
        return 2 if 2 * (self._count + 1) <= self.size.height else 1

    def _y(self, index: int) -> int:
        return self._pitch * (index + (self._headed and index >= self._parted_at))

    def _index(self, y: int) -> int | None:
        """The line at ``y`` of the whole list, or just below it; None for the heading and for
        nothing."""
        at = y // self._pitch
        if self._headed and at >= self._parted_at:
            if at == self._parted_at:
                return None
            at -= 1
        return at if 0 <= at < self._count else None

    def render_line(self, y: int) -> Strip:
        """One line that is seen."""
        _, _, ground, ink = self.colors
        back = Style(bgcolor=ground.rich_color)
        dim = Style(color=faint(ground, ink, self.app.console.color_system).rich_color) + back
        wide = self.size.width
        y += self.scroll_offset.y
        if y % self._pitch:
            return Strip.blank(wide, back)
        index = self._index(y)
        if index is None:
            told = y == self._pitch * self._parted_at and (self._headed or wide >= _WIDE)
            words = f"     {self._heading if self._headed else self._empty}" if told else ""
            return Strip([Segment(set_cell_size(words, wide), dim)], wide)
        row = self._row(index)
        style = dim if row.trouble else Style(color=ink.rich_color) + back
        if index == self.marked:
            style = self.get_component_rich_style("routines--marked") + Style(bold=True)
        return Strip([Segment(set_cell_size(self._text(index, row, wide), wide), style)], wide)

    def _text(self, index: int, row: RoutineRow, wide: int) -> str:
        mark = "▶" if index == self.marked else "✗" if row.trouble else " "
        key = str(index + 1) if index < _DIGITS else " "
        start = f" {mark} {key} "
        room = wide - len(start) - 1
        if row.trouble:
            name = fitted(row.name, min(20, room))
            return f"{start}{name}  {fitted(row.trouble, room - 22)}"
        last = row.last.rjust(_LAST) if room >= _SOME else ""
        left = self._room_for_takes(room, _LENGTH + 2 if row.length else 0)
        takes = fitted(row.takes, left) if left else ""
        end = "  ".join(filter(None, (row.length and row.length.rjust(_LENGTH), takes, last)))
        return f"{start}{fitted(row.name, min(_LONGEST_NAME, room - len(end) - 1))} {end}"
