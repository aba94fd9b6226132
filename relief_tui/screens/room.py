"""How much room a window gives, and the screen that knows it."""

from __future__ import annotations

from typing import TypeVar

from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.screen import Screen

from relief_tui.screens.looks import ROOMS, LooksApp, room
from relief_tui.widgets.keyline import Keyed, bare_action, key_name

TWO_PANES = Size(76, 12)
"""From here on a list and a page stand side by side."""

Result = TypeVar("Result")


class RoomScreen(Screen[Result]):
    """A screen that carries the class of its window, such as ``-m``, and minds its footer."""

    room_class = "m"

    @property
    def guide_entry(self) -> str:
        """The id of the entry at which the guide opens from here; empty for its first page."""
        return ""

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._take_room(self.app.size)  # known before anything is styled for the first time

    def _take_room(self, size: Size) -> None:
        self.room_class = room(size)
        self.update_classes({f"-{name}": name == self.room_class for name in ROOMS})

    def on_resize(self, event: events.Resize) -> None:
        """Other room, other sizes."""
        self._take_room(event.size)
        self.resized(event.size)

    def on_screen_resume(self) -> None:
        """Keys may have been given to other things meanwhile."""
        self.show_own_keys()

    def show_own_keys(self) -> None:
        """The footer shows the keys that the person chose, where they chose some."""
        own = self.app.own_keys if isinstance(self.app, LooksApp) else {}
        bindings = (*self.BINDINGS, *self.app.BINDINGS) if own else ()
        names = {
            bare_action(binding.action): key_name(own[binding.id].partition(",")[0])
            for binding in reversed(bindings)
            if isinstance(binding, Binding) and binding.id and binding.id in own
        }
        for keyed in self.query(Keyed):
            keyed.own = names

    @property
    def two_panes(self) -> bool:
        """True where a list and a page have room side by side."""
        return self.size.width >= TWO_PANES.width and self.size.height >= TWO_PANES.height

    def resized(self, size: Size) -> None:
        """For screens that must do more than restyle."""

    def told_here(self, words: str) -> str:
        """What is told of a key in this moment, of ``words`` that tell all that it does."""
        return words

    def reload(self) -> None:
        """For screens that show what the journal knows: there is more in it now."""

    async def on_keyed_pressed(self, message: Keyed.Pressed) -> None:
        """A click on a key of the screen is the key itself."""
        message.stop()
        await self.run_action(message.action)
