"""The lines of a routine that runs: what is done, what runs, what comes; one of them chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from relief_tui.coach.checklist import CheckLine, Checklist, Mark
from relief_tui.widgets.palette import faint

MARKS = {Mark.OPEN: " ", Mark.NOW: "▶", Mark.DONE: "✓", Mark.SKIPPED: "–", Mark.OFF: "∅"}
CHOSEN = "›"
SHAPES = {
    "good": "●",
    "limited": "◐",
    "rule of thumb": "○",
    "corrected": "↺",
    "no support found": "∅",
    "from your therapist": "◆",
}
"""The shape of each label of what is known."""
FORGOTTEN_S = 10.0
"""A line that was chosen and not started is chosen no more after so long: ``enter`` is *next*."""
_DETAIL_ROWS, _AIRY_ROWS = 3, 20


def labelled(evidence: str) -> str:
    """A label with its shape: ``◐ limited``."""
    label = evidence.removeprefix("evidence: ")
    return f"{SHAPES.get(label, '')} {label}".strip()


class RoutineLines(Widget):
    """Paints a :class:`Checklist`; what is known of its current line below it, where there is
    room."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--now"}

    value: reactive[Checklist | None] = reactive(None)
    chosen: reactive[int | None] = reactive(None, init=False)

    _forget: Timer | None = None

    @dataclass
    class Chosen(Message):
        """Another line is chosen, or none."""

    @dataclass
    class Started(Message):
        """Somebody clicked the chosen line."""

    def validate_chosen(self, chosen: int | None) -> int | None:
        """A line that there is."""
        lines = self.value.lines if self.value else ()
        return chosen if chosen is not None and chosen < len(lines) else None

    def watch_chosen(self, chosen: int | None) -> None:
        """A choice does not last."""
        if self._forget is not None:
            self._forget.stop()
        if chosen is not None:
            self._forget = self.set_timer(FORGOTTEN_S, self.forget)
        self.post_message(self.Chosen())

    def forget(self) -> None:
        """Nothing is chosen."""
        self.chosen = None

    def move(self, by: int) -> None:
        """Choose the next line above or below that is not left out today."""
        if self.value is None:
            return
        lines = self.value.lines
        line = self.value.current if self.chosen is None else self.chosen
        while 0 <= line + by < len(lines):
            line += by
            if lines[line].mark is not Mark.OFF:
                self.chosen = line
                return

    def on_click(self, event: events.Click) -> None:
        """A click chooses a line, another one starts there."""
        line = self._line_at(event.y)
        if line is None or self.value is None or self.value.lines[line].mark is Mark.OFF:
            return
        if line == self.chosen:
            self.post_message(self.Started())
        else:
            self.chosen = line

    # Painting

    @property
    def _pitch(self) -> int:
        """Lines stand apart where there is room for it."""
        lines = len(self.value.lines) if self.value else 0
        return 2 if _AIRY_ROWS <= self.size.height >= 2 * lines + _DETAIL_ROWS else 1

    @property
    def _top(self) -> int:
        """The first line that is shown, so that the chosen or current one is."""
        if self.value is None:
            return 0
        seen = self.value.current if self.chosen is None else self.chosen
        least = len(self.value.lines) - self.size.height // self._pitch
        return max(0, min(seen - self.size.height // (2 * self._pitch), least))

    def _line_at(self, y: int) -> int | None:
        row, between = divmod(y, self._pitch)
        line = row + self._top
        there = self.value is not None and line < len(self.value.lines)
        return line if there and not between else None

    def render_line(self, y: int) -> Strip:
        """A line, or what is known of the current one."""
        _, _, ground, ink = self.colors
        back = Style(bgcolor=ground.rich_color)
        plain = Style(color=ink.rich_color) + back
        dim = Style(color=faint(ground, ink, self.app.console.color_system).rich_color) + back
        line = self._line_at(y)
        if self.value is None:
            return Strip.blank(self.size.width, back)
        if line is not None:
            return self._row(self.value.lines[line], line == self.chosen, plain, dim)
        after = y - self._pitch * (len(self.value.lines) - self._top)
        told = self._details(self.value).get(after, "")
        text = fitted(f"   {told}", self.size.width)
        return Strip([Segment(text, dim)], self.size.width)

    def _row(self, line: CheckLine, chosen: bool, plain: Style, dim: Style) -> Strip:
        marks = f"{CHOSEN if chosen else ' '}{MARKS[line.mark]} "
        told = line.mark.value if line.mark in (Mark.SKIPPED, Mark.OFF) else line.dose
        room = self.size.width - len(marks) - len(told) - 3
        text = f"{marks}{fitted(line.name, room)}  {told} "
        style = plain if line.mark is Mark.OPEN else dim
        if line.mark is Mark.NOW:
            style = self.get_component_rich_style("lines--now") + Style(bold=True)
        style += Style(bold=chosen or line.mark is Mark.NOW)
        return Strip([Segment(set_cell_size(text, self.size.width), style)], self.size.width)

    def _details(self, value: Checklist) -> dict[int, str]:
        """What is known of the line that runs, by the row below the list that it stands in."""
        over = value.lines[value.current].mark is not Mark.NOW
        if over or self.size.height - self._pitch * len(value.lines) < _DETAIL_ROWS:
            return {}
        known = [labelled(value.evidence), value.pace]
        rows = [value.purpose, " · ".join(filter(None, known))]
        return dict(enumerate(filter(None, rows), start=1))


def fitted(words: str, room: int) -> str:
    """``words`` in exactly so many cells; what does not fit ends in ``…``."""
    shown = set_cell_size(words, max(0, room))
    if room > 1 and shown.rstrip() != words.rstrip():
        shown = set_cell_size(set_cell_size(words, room - 1).rstrip() + "…", room)
    return shown
