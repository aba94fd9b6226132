"""Words and keys in one row, in the middle of it: what can be done about one thing."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from relief_tui.widgets.keyline import Key, Keyed
from relief_tui.widgets.palette import faint

Piece = str | Key
"""Words, or a key with its label; blanks at the ends of words keep pieces apart."""


class KeyRow(Keyed):
    """One row. Where there is no room for all, keys lose the air around them, then their labels,
    and then what stands last is cut."""

    pieces: reactive[tuple[Piece, ...]] = reactive(())

    def render_line(self, y: int) -> Strip:
        """The words in bold, keys reversed, labels dim."""
        _, _, ground, ink = self.colors
        back = Style(bgcolor=ground.rich_color)
        if y:
            return Strip.blank(self.size.width, back)
        bold = Style(color=ink.rich_color, bold=True) + back
        cap = bold + Style(reverse=True)
        dim = Style(color=faint(ground, ink, self.app.console.color_system).rich_color) + back
        styles = {"words": bold, "key": cap, "label": dim}
        segments = [Segment(text, styles[kind]) for text, kind, _ in self._parts()]
        left = self._left(segment.text for segment in segments)
        strip = Strip([Segment(" " * left, back), *segments])
        return strip.adjust_cell_length(self.size.width, back)

    def on_click(self, event: events.Click) -> None:
        """A click on a key, or on its label, presses it."""
        parts = list(self._parts())
        column = self._left(text for text, _, _ in parts)
        for text, _, action in parts:
            column += cell_len(text)
            if event.x < column:
                if action:
                    self.post_message(self.Pressed(action))
                return

    def _left(self, texts: Iterator[str]) -> int:
        return max(0, (self.size.width - sum(map(cell_len, texts))) // 2)

    def _parts(self) -> list[tuple[str, str, str]]:
        """What fits: a text, how it is painted, the action behind it."""
        found: list[tuple[str, str, str]] = []
        for air, labels in ((True, True), (False, True), (False, False)):
            found = list(self._written(air=air, labels=labels))
            if sum(cell_len(text) for text, _, _ in found) <= self.size.width:
                break
        return found

    def _written(self, *, air: bool, labels: bool) -> Iterator[tuple[str, str, str]]:
        for piece in self.pieces:
            if isinstance(piece, str):
                yield (piece if air else _tight(piece)), "words", ""
                continue
            key = self.named(piece)
            if key.key:
                yield (f" {key.key} " if air else key.key), "key", key.action
            if key.label and (labels or not key.key or len(self.pieces) == 1):
                yield f" {key.label}", "label", key.action


def _tight(words: str) -> str:
    """The same with one blank for several."""
    bare = " ".join(words.split())
    return f" {bare} " if bare else " "
