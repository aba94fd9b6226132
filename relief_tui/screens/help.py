"""The keys of the screen it was called from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from relief_tui.screens.commands import DRANK, speaks_of_drinks
from relief_tui.screens.digits import FRENCH_DIGITS
from relief_tui.screens.room import RoomScreen
from relief_tui.widgets.keyline import Key, KeyLine, key_name

_HIDDEN = frozenset({"equals_sign", "à", *FRENCH_DIGITS} - {"minus"})


class HelpScreen(RoomScreen[None]):
    """Every key that does something there, and what it does."""

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
            for keys, about in _grouped(shown):
                with Horizontal(classes="line"):
                    yield Static(keys, classes="key", markup=False)
                    yield Static(about, classes="about", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """The way back."""
        self.query_one(KeyLine).keys = (Key("esc", "back", "close"),)
        self.query_one("#keys").focus()

    def action_close(self) -> None:
        """Back to where it was called from."""
        self.dismiss(None)


def _grouped(bindings: Sequence[Binding]) -> list[tuple[str, str]]:
    """The keys of each action in one line, in the order of the bindings; only keys of ours.

    Those that also work where text is typed stand behind the others.
    """
    found: dict[str, list[str]] = {}
    for binding in sorted(bindings, key=lambda binding: binding.priority):
        if binding.key in _HIDDEN or binding.id is None:
            continue
        name = key_name(binding.key)
        keys = found.setdefault(binding.tooltip or binding.description, [])
        if name not in keys:
            keys.append(name)
    return [(" ".join(keys), about) for about, keys in found.items()]
