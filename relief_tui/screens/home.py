"""Home: one giant way into relief, the last cramp, what is open, the other ways in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from relief_tui.coach.redflags import leg_words
from relief_tui.coach.safety import Card, OpenFlag
from relief_tui.report.home import HomeValue
from relief_tui.screens.room import RoomScreen
from relief_tui.widgets.heading import Heading
from relief_tui.widgets.keyline import Key, KeyLine

KEYS = (
    Key("c", "cramp", "app.cramp"),
    Key("d", "drank", "app.drank"),
    Key("m", "mute", "app.mute"),
    Key("?", "help", "app.help"),
    Key("q", "quit", "app.quit"),
)


class CrampField(Vertical):
    """The whole field is the way into relief."""

    async def on_click(self) -> None:
        """A click anywhere on it starts relief."""
        await self.run_action("app.cramp")


class HomeScreen(RoomScreen[None]):
    """The first screen of the app."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "app.cramp", "Cramp: relief starts at once", id="home-cramp"),
    ]

    def __init__(self, load: Callable[[], HomeValue]) -> None:
        super().__init__()
        self._load = load

    def compose(self) -> ComposeResult:
        """Title, the field, the last cramp, footer."""
        with Horizontal(id="title"):
            yield Static("RELIEF", id="name")
            yield Static(id="today")
        with CrampField(id="cramp", classes="fill-ease-out"):
            yield Heading(id="word")
            yield Static("CRAMP? c or SPACE: relief starts at once", id="cramp-keys", markup=False)
        yield Static(id="open")
        yield Static(id="last")
        yield Static(id="troubles")
        yield KeyLine()

    def on_mount(self) -> None:
        """The word, the keys."""
        self.query_one(Heading).words = "CRAMP!"
        self.query_one(KeyLine).keys = KEYS

    def on_screen_resume(self) -> None:
        """First the picture, then what the journal knows."""
        self.call_after_refresh(self.reload)

    def reload(self) -> None:
        """Show what is known now."""
        self._show(self._load())

    def _show(self, value: HomeValue) -> None:
        today = f"{value.now:%a} {value.now.day} {value.now:%b   %H:%M}"
        self.query_one("#today", Static).update(Content(today))
        self.query_one("#last", Static).update(_lines(value))
        self.query_one("#open", Static).update(_flags(value.flags))
        self.query_one("#troubles", Static).update(Content("\n".join(value.troubles)))
        self.set_class(bool(value.flags), "-flagged")
        self.set_class(bool(value.troubles), "-troubled")


def _lines(value: HomeValue) -> Content:
    lines = [Content.assemble(Content.styled("Last cramp  ", "dim"), Content(value.last))]
    if value.drinks:
        lines.append(Content.assemble(Content.styled("Today       ", "dim"), value.drinks))
    return Content("\n").join(lines)


def _flags(flags: Sequence[tuple[OpenFlag, Card]]) -> Content:
    """One line for all that is open, the legs named."""
    named = [f"{card.condition}, {leg_words(flag)}" for flag, card in flags]
    chip = Content.styled(" ! ", "bold #ffffff on #a20519")
    return Content.assemble(chip, (" open: ", "bold"), "; ".join(named))
