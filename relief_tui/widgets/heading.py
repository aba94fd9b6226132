"""One line in block letters, as large as its area allows."""

from __future__ import annotations

from textual.geometry import Size

from relief_tui.blocks.digits import big_letters, fits
from relief_tui.blocks.raster import Bitmap
from relief_tui.blocks.terminal import plain_characters
from relief_tui.widgets.band import SHORT
from relief_tui.widgets.blocks import Blocks


class Heading(Blocks):
    """Words in block letters; in plain letters where blocks do not fit."""

    widest = 0.86
    """The part of the width that the words may take."""

    alike: tuple[str, ...] = ()
    """Words that stand beside these in letters of one size."""

    def bitmap(self, size: Size) -> Bitmap | None:
        """The largest letters that fit, the whole words before the short ones."""
        if plain_characters():
            return None
        room = int(size.width * self.widest)
        for k in range(2 * size.height // 5, 0, -1):
            if any(not fits(words, k, room) for words in self.alike):
                continue
            for words in (self.words, SHORT.get(self.words, self.words)):
                if fits(words, k, room):
                    return big_letters(words, k)
        return None
