"""Text of a run: what a tick does not change costs nothing."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


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
