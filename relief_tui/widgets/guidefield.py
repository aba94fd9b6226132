"""A field in which anything may be typed: to search, to name, to note."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from relief_tui.coach.text import printable


class GuideField(Input):
    """Takes what is typed; only ``!`` stays what it is everywhere, the way to the red flags."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
    """One line, however much is typed: the screen need not be laid out anew for it."""

    def __init__(self, placeholder: str = "search") -> None:
        super().__init__(placeholder=placeholder, compact=True)
        self.cursor_blink = False  # nothing here moves by itself

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """All that can be printed is typed."""
        return key != "exclamation_mark" and super().check_consume_key(key, character)

    def insert_text_at_cursor(self, text: str) -> None:
        """What is pasted is text: nothing in it that a terminal would obey."""
        super().insert_text_at_cursor(printable(text, " "))

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "exclamation_mark":
            event.prevent_default()
        else:
            await super()._on_key(event)
