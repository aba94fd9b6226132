"""Small choices in one line: a key, what it means, large enough for a finger."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.widgets import Static


class Chip(Static):
    """A key and its word; ``chosen`` shows by a mark and by its fill. A click is the key."""

    @dataclass
    class Pressed(Message):
        """Somebody clicked the chip of ``key``."""

        key: str

    def __init__(self, key: str, word: str) -> None:
        super().__init__(markup=False, classes="chip")
        self.key = key
        self.word = word
        self.choose(chosen=False)

    def choose(self, *, chosen: bool) -> None:
        """Show whether this one is chosen."""
        mark = "✓ " if chosen else ""
        self.update(Content.assemble((f" {self.key} ", "bold reverse"), f" {mark}{self.word} "))
        self.set_class(chosen, "-chosen")

    def on_click(self) -> None:
        """A click presses the key."""
        self.post_message(self.Pressed(self.key))
