"""What belongs to a set of a workout: its exercise, and rows of keys for what is planned or due."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from relief_tui.widgets.keyrow import KeyRow, Piece
from relief_tui.widgets.words import Words

MOST_ROWS = 5


class SetCard(Vertical):
    """The name of the exercise, uncut, and a row for each thing that can be done about it."""

    def __init__(self) -> None:
        super().__init__()
        self._exercise = Words(classes="words exercise")
        self._rows = [KeyRow(classes="words") for _ in range(MOST_ROWS)]

    def compose(self) -> ComposeResult:
        """The name, the rows."""
        yield self._exercise
        yield from self._rows

    def show(self, name: str, rows: Sequence[tuple[Piece, ...]]) -> None:
        """Show these, each in a row of its own, as far as there are rows."""
        self._exercise.say(Content.styled(name, "bold"))
        for index, row in enumerate(self._rows):
            row.pieces = rows[index] if index < len(rows) else ()
            row.display = index < len(rows)
