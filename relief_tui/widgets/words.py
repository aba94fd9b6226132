"""Text of a run: what a tick does not change costs nothing."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

APART = " · "
"""Between two parts of a line."""


class Words(Static):
    """Says something; written anew only if it changed, laid out anew only if its size does."""

    _said: Content | None = None

    def say(self, text: Content) -> None:
        """Say ``text`` from now on."""
        said = self._said
        if said is not None and (said.plain, said.spans) == (text.plain, text.spans):
            return
        self._said = text
        self.update(text, layout=False)
        if self._wants_other_size():
            self.refresh(repaint=False, layout=True)

    def _wants_other_size(self) -> bool:
        size, around, window = self.content_size, self.container_size, self.app.size
        width, height = self.styles.width, self.styles.height
        if width is not None and width.is_auto:
            return self.get_content_width(around, window) != size.width
        if height is not None and height.is_auto:
            return self.get_content_height(around, window, size.width) != size.height
        return False


class Parts(Words):
    """One line of parts, the most important first: those that have no room are left out, since of
    a cut one it cannot be told where it ends."""

    def render(self) -> Content:
        """As many parts as fit; always the first."""
        words = self._said.plain if self._said else ""
        while cell_len(words) > self.content_size.width and APART in words:
            words = words.rpartition(APART)[0]
        return Content(words)
