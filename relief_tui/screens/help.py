"""The keys of the screen it was called from; a click does what its key does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from relief_tui.screens.commands import DRANK, speaks_of_drinks
from relief_tui.screens.digits import FRENCH_DIGITS
from relief_tui.screens.room import RoomScreen
from relief_tui.widgets.keyline import Key, KeyLine, key_name

_MINUS = "minus"
_HIDDEN = frozenset({"equals_sign", "à", *FRENCH_DIGITS} - {_MINUS})


class Line(Horizontal):
    """The keys of one action, and what it does."""

    def __init__(self, keys: str, binding: Binding) -> None:
        super().__init__(classes="line")
        self._keys = keys
        self.binding = binding

    def compose(self) -> ComposeResult:
        """The keys, and what they do."""
        yield Static(self._keys, classes="key", markup=False)
        yield Static(said(self.binding), classes="about", markup=False)

    def on_click(self, event: events.Click) -> None:
        """As the key."""
        event.stop()
        self.screen.dismiss(self.binding)


class HelpScreen(RoomScreen[Binding | None]):
    """Every key that does something there, and what it does. Dismissed with what was clicked, to
    be done there."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,space,enter,question_mark,f1", "close", "Back", id="help-close")
    ]

    def __init__(self, bindings: Sequence[Binding]) -> None:
        super().__init__()
        self._shown = bindings

    def compose(self) -> ComposeResult:
        """A line for each action; none about a drink to whom none is spoken of."""
        drinks = speaks_of_drinks(self.app)
        shown = [each for each in self._shown if drinks or each.id != DRANK]
        with Horizontal(id="title"):
            yield Static("KEYS", id="name", markup=False)
        with VerticalScroll(id="keys"):
            for keys, binding in _grouped(shown):
                yield Line(keys, binding)
        yield KeyLine()

    def on_mount(self) -> None:
        """The way back."""
        self.query_one(KeyLine).keys = (Key("esc", "back", "close"),)
        self.query_one("#keys").focus()

    def action_close(self) -> None:
        """Back to where it was called from."""
        self.dismiss(None)


def said(binding: Binding) -> str:
    """What it does, in words."""
    return binding.tooltip or binding.description


def _grouped(bindings: Sequence[Binding]) -> list[tuple[str, Binding]]:
    """The keys of each action in one line, in the order of the bindings; only keys of ours.

    Those that also work where text is typed stand behind the others.
    """
    found: dict[str, tuple[list[str], Binding]] = {}
    for binding in sorted(bindings, key=lambda binding: binding.priority):
        if binding.key in _HIDDEN or binding.id is None:
            continue
        name = key_name(binding.key)
        keys, _ = found.setdefault(said(binding), ([], binding))
        if name not in keys:
            keys.append(name)
    return [(" ".join(_bare(keys)), binding) for keys, binding in found.values()]


def _bare(keys: list[str]) -> list[str]:
    """Without the minus that is the 6 of a French keyboard."""
    return [key for key in keys if key != key_name(_MINUS) or "6" not in keys]
