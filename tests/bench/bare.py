"""The peer: a bare Textual app that shows one `Digits`, and a notification for each key."""

from __future__ import annotations

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Digits


class Bare(App[None]):
    """As little as a Textual app can be."""

    pressed = 0

    def compose(self) -> ComposeResult:
        """One number."""
        yield Digits("42")

    def on_key(self, event: events.Key) -> None:
        """Notify, or quit."""
        if event.key == "q":
            self.exit()
        self.pressed += 1
        self.notify(f"pressed {self.pressed}", timeout=0.2)


if __name__ == "__main__":
    Bare().run()
