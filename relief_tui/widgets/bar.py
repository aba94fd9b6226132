"""The round bar: one piece a step, filled as time runs. With its labels it also is what is next."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment as RichSegment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from relief_tui.coach.step import Segment
from relief_tui.coach.value import dataclass
from relief_tui.widgets.palette import faint, track

PASSED = "╌"
"""A piece that was passed over, told apart by its shape."""


@dataclass(frozen=True, slots=True)
class BarValue:
    """The pieces, the one that runs, and how much of it is done (0–1); ``passed`` are those that
    were passed over."""

    segments: tuple[Segment, ...] = ()
    current: int = 0
    done: float = 0.0
    passed: frozenset[int] = frozenset()


def widths(segments: Sequence[Segment], cols: int) -> list[int]:
    """Whole columns for each piece, by its length in time, a gap of one between them."""
    room = cols - (len(segments) - 1)
    if not segments or room < len(segments):
        return []
    total = sum(segment.seconds for segment in segments)
    shares = [max(1, int(room * segment.seconds / total)) for segment in segments]
    longest = max(range(len(shares)), key=shares.__getitem__)
    shares[longest] += room - sum(shares)
    return shares if shares[longest] > 0 else []


class RoundBar(Widget):
    """Draws a :class:`BarValue`; repaints only when a whole cell changes."""

    value: reactive[BarValue] = reactive(BarValue(), repaint=False)
    _cells: tuple[object, ...] = ()

    def watch_value(self, value: BarValue) -> None:
        """Repaint when a cell fills, not when a fraction moves; and then no more than that cell."""
        before, filled = self._cells, self._filled()
        self._cells = (value.segments, value.current, value.passed, self.size, filled)
        if self._cells == before:
            return
        if self._cells[:-1] != before[:-1]:
            self.refresh()
            return
        start = sum(share + 1 for share in widths(value.segments, self.size.width)[: value.current])
        was = before[-1] if isinstance(before[-1], int) else 0
        self.refresh(Region(start + min(was, filled), 0, abs(filled - was), 1))

    def on_resize(self) -> None:
        """Other widths, other cells."""
        self.watch_value(self.value)

    def _filled(self) -> int:
        shares = widths(self.value.segments, self.size.width)
        if not shares:
            return 0
        return int(shares[self.value.current] * min(1.0, max(0.0, self.value.done)))

    def render_line(self, y: int) -> Strip:
        """Row 0 is the bar, row 1 its labels."""
        _, _, ground, ink = self.colors
        back = ground.rich_color
        shares = widths(self.value.segments, self.size.width)
        if y == 0:
            left = track(ground, ink, self.app.console.color_system).rich_color
            dim = Style(color=ground.blend(ink, 0.6).rich_color, bgcolor=left)
            strip = self._bar(shares, Style(bgcolor=ink.rich_color), dim)
        elif y == 1:
            words = Style(color=faint(ground, ink, self.app.console.color_system).rich_color)
            strip = self._labels(shares, words, Style(color=ink.rich_color, bold=True))
        else:
            strip = Strip.blank(self.size.width)
        return strip.adjust_cell_length(self.size.width).apply_style(Style(bgcolor=back))

    def _bar(self, shares: list[int], done: Style, track: Style) -> Strip:
        found: list[RichSegment] = []
        for i, share in enumerate(shares):
            current = self.value.current
            if i in self.value.passed and i != current:
                found += [RichSegment(PASSED * share, track), RichSegment(" ")]
                continue
            full = share if i < current else self._filled() if i == current else 0
            found += [RichSegment(" " * full, done), RichSegment(" " * (share - full), track)]
            found.append(RichSegment(" "))
        return Strip(found[:-1])

    def _labels(self, shares: list[int], words: Style, strong: Style) -> Strip:
        found: list[RichSegment] = []
        for i, (share, segment) in enumerate(zip(shares, self.value.segments, strict=False)):
            whole, last_word = segment.word, segment.word.split()[-1:]
            labels = (f"{whole} {segment.seconds:g}", whole, *last_word)
            label = next((each for each in labels if cell_len(each) <= share), "")
            last = i == len(shares) - 1
            text = label.rjust(share) if last and i else label.ljust(share)
            found.append(RichSegment(text + " ", strong if i == self.value.current else words))
        return Strip(found)
