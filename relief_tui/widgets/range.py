"""The range of a repetition: how far the knee bends, and the line that is never passed."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from relief_tui.coach.tempo import Beat
from relief_tui.widgets.palette import hatched, track

SHOWN_DEG = 108
"""The bar shows the bend of the knee from straight to here (degrees)."""
STOP, FORBIDDEN = "▏", "/"


class RangeBar(Widget):
    """A bar from straight to fully bent; the filled part ends at ``stop_deg`` at the latest."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"range--stop"}

    reach: reactive[float] = reactive(0.0, repaint=False)
    """How far through the allowed range the weight is (0–1)."""
    stop_deg: reactive[int] = reactive(60)
    _second: object = None
    _cell: reactive[int] = reactive(0)

    def show(self, beat: Beat, *, moves: bool) -> None:
        """Show the beat; unless it ``moves``, in one jump a second."""
        second = (beat.rep, beat.word, beat.seconds)
        if moves or second != self._second:
            self._second = second
            self.reach = beat.reach

    def watch_reach(self, reach: float) -> None:
        """Repaint when the marker reaches another cell."""
        del reach
        self._cell = self.marker

    @property
    def stop(self) -> int:
        """The column of the line that is not passed."""
        return max(1, self.size.width * self.stop_deg // SHOWN_DEG)

    @property
    def marker(self) -> int:
        """The column of the marker, always before the line."""
        return round(min(1.0, max(0.0, self.reach)) * (self.stop - 1))

    def render_line(self, y: int) -> Strip:
        """The bar, and its labels in the last row."""
        _, _, ground, ink = self.colors
        back = Style(bgcolor=ground.rich_color)
        if y == self.size.height - 1:
            words = Style(color=ink.rich_color) + back
            return Strip([Segment(self._labels(), words)]).adjust_cell_length(self.size.width, back)
        colours = self.app.console.color_system
        left = track(ground, ink, colours).rich_color
        rest = self.size.width - self.stop - 1
        stop = self.get_component_styles("range--stop").color
        line = Style(color=stop.rich_color, bgcolor=left, bold=True)
        hatch = Style(color=hatched(ground, ink, colours).rich_color, bgcolor=ground.rich_color)
        return Strip(
            [
                Segment(" " * self.marker, Style(bgcolor=ground.blend(ink, 0.7).rich_color)),
                Segment(" ", Style(bgcolor=ink.rich_color)),
                Segment(" " * (self.stop - self.marker - 1), Style(bgcolor=left)),
                Segment(STOP, line),
                Segment(FORBIDDEN * rest, hatch),
            ]
        ).adjust_cell_length(self.size.width, back)

    def _labels(self) -> str:
        start, stop, end = "0° straight", f"{self.stop_deg}° stop here", "not today"
        text = start.ljust(self.stop - len(stop)) + stop if self.stop > 26 else ""
        text = text or stop.rjust(max(self.stop, len(stop)))
        room = self.size.width - len(text)
        return text + end.center(room) if room > len(end) + 2 else text
