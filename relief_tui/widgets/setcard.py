"""What belongs to a set of a workout: its exercise, and rows of keys for what is planned or due."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from relief_tui.blocks.digits import fits
from relief_tui.blocks.letters import fold
from relief_tui.widgets.heading import Heading
from relief_tui.widgets.keyrow import KeyRow, Piece
from relief_tui.widgets.words import Words

MOST_ROWS = 5
_MARGINS = 16


class SetCard(Vertical):
    """The name of the exercise, uncut, and a row for each thing that can be done about it."""

    def __init__(self) -> None:
        super().__init__()
        self._large = Heading(classes="large")
        self._exercise = Words(classes="words exercise")
        self._rows = [KeyRow(classes="words") for _ in range(MOST_ROWS)]

    def compose(self) -> ComposeResult:
        """The name, the rows."""
        yield self._large
        yield self._exercise
        yield from self._rows

    def show(self, name: str, rows: Sequence[tuple[Piece, ...]], *, letters: int) -> None:
        """Show these, each in a row of its own, as far as there are rows. The name stands in block
        letters of that size, if they say all of it; none of size 0."""
        room = self.app.size.width - _MARGINS
        large = letters > 0 and fold(name) == name.upper() and fits(name, letters, room)
        self._large.display, self._exercise.display = large, bool(name) and not large
        self._large.styles.height = (5 * letters + 1) // 2
        self._large.words = name
        self._exercise.say(Content.styled(name, "bold"))
        for index, row in enumerate(self._rows):
            row.pieces = rows[index] if index < len(rows) else ()
            row.display = index < len(rows)
