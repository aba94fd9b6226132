"""The red-flag picker: which of these is it? A number or a click; everything else goes back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from relief_tui.coach.redflags import NONE, TITLE, Choice
from relief_tui.screens.digits import FRENCH_DIGITS
from relief_tui.screens.room import RoomScreen
from relief_tui.widgets.asking import Row, row_of
from relief_tui.widgets.band import Band, BandValue
from relief_tui.widgets.keyline import Key, KeyLine

_FEW = 7
"""More lines than this stand closer together."""


class PickerScreen(RoomScreen[Choice | None]):
    """Numbered lines; ``0`` or escape means none of these."""

    CSS_PATH = "picker.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0,à,escape", "pick(0)", "None of these", id="pick-0"),
        Binding("down", "scroll(1)", "Read on", id="pick-down"),
        Binding("up", "scroll(-1)", "Read back", id="pick-up"),
        *(
            Binding(f"{n},{french}", f"pick({n})", f"Line {n}", id=f"pick-{n}", show=False)
            for n, french in enumerate(FRENCH_DIGITS, start=1)
        ),
    ]

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__(classes="ground-check")
        self._choices = choices

    def compose(self) -> ComposeResult:
        """Band, lines, footer."""
        yield Band(classes="fill-danger")
        yield Static("RED FLAGS. Any of these? Not sure counts as yes.", id="hint")
        with VerticalScroll(id="lines", can_focus=False):
            for number, choice in enumerate(self._choices, start=1):
                yield Row(number, choice.words)
            yield Row(0, NONE)
        yield KeyLine()

    def on_mount(self) -> None:
        """The words of the band and the footer."""
        self.query_one(Band).value = BandValue("danger", TITLE, "", TITLE)
        last = len(self._choices)
        self.set_class(len(self._choices) > _FEW, "-many")
        self.query_one(KeyLine).chip = False
        self.query_one(KeyLine).keys = (
            Key(f"1-{last}", "yes, this one", f"pick({last})"),
            Key("0", "none of these", "pick(0)"),
        )

    def on_click(self, event: events.Click) -> None:
        """A click on a line is its number."""
        row = row_of(event.widget)
        if row is not None and event.chain == 1:
            self.action_pick(row.number)

    def action_scroll(self, by: int) -> None:
        """Where there are more lines than rows."""
        self.query_one("#lines").scroll_relative(y=by, animate=False)

    def action_pick(self, number: int) -> None:
        """The line of that number; ``0`` is none of them."""
        if number == 0:
            self.dismiss(None)
        elif number <= len(self._choices):
            self.dismiss(self._choices[number - 1])
