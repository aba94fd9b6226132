"""STOP THE SET in the very place and colours of the first cue, so that nothing jumps."""

from __future__ import annotations

from textual.geometry import Size

from relief_tui.blocks.raster import Bitmap, from_pixels
from relief_tui.blocks.terminal import plain_characters
from relief_tui.firstcue import WORDS, field, field_rows
from relief_tui.widgets.blocks import Blocks


class FirstField(Blocks):
    """The field of the first cue; its height is set by :func:`field_rows`."""

    def on_mount(self) -> None:
        """Plain words for where blocks do not fit."""
        self.words = " ".join(WORDS)

    def fit(self, rows: int) -> None:
        """Take as many rows of a window ``rows`` high as the first cue does."""
        self.styles.height = field_rows(rows)

    def bitmap(self, size: Size) -> Bitmap | None:
        """The pixels of the first cue for this window."""
        if plain_characters():
            return None
        pixels = field(size.width, self.app.size.height)
        return from_pixels(pixels) if pixels and len(pixels) == 2 * size.height else None
