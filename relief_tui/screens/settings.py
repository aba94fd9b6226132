"""The settings: every key with its value, what it means, and changed in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from relief_tui.screens.room import RoomScreen
from relief_tui.settings import Settings
from relief_tui.settings.words import Row, describe, typed
from relief_tui.widgets.keyline import Key, KeyLine

KEYS = (
    Key("ENTER", "change", "change(1)"),
    Key("esc", "back", "leave"),
    Key("del", "default", "unset"),
    Key("?", "help", "app.help"),
)
TYPING = (Key("ENTER", "keep", "change(1)"), Key("esc", "leave as it was", "leave"))
NOT_SET, NO_KEYS = "not set", "none of your own"
"""What stands in place of a value that is not there."""
_KEY_WIDTH, _NARROW = 20, 12
"""The columns of a key, and where there are few."""


class SettingRow(Static):
    """One key and its value; a click chooses it, a second one changes it."""

    @dataclass
    class Clicked(Message):
        """Somebody clicked the row at ``index``."""

        index: int

    def __init__(self, index: int) -> None:
        super().__init__(markup=False, classes="setting")
        self._index = index

    def show(self, row: Row, *, current: bool, wide: int) -> None:
        """Show the value ``wide`` columns on, and whether this is the row the keys are for."""
        mark = "▶" if current else " "
        own = "" if row.value == row.default else "  (own)"
        key = f"{row.key:<{wide - 1}}"
        self.update(Content(f" {mark} {key} {_shown(row.value, row.unit)}{own}"))
        self.set_class(current, "-current")

    def on_click(self) -> None:
        """A click chooses or changes."""
        self.post_message(self.Clicked(self._index))


class SettingsScreen(RoomScreen[None]):
    """``read`` answers the settings in force; ``choose`` changes one and answers what went wrong,
    or nothing."""

    CSS_PATH = "settings.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,p,pageup", "move(-1)", "The setting above", id="settings-up"),
        Binding("down,n,pagedown", "move(1)", "The setting below", id="settings-down"),
        Binding("enter,space,right", "change(1)", "Change it", id="settings-change"),
        Binding("left", "change(-1)", "The choice before", id="settings-before"),
        Binding("delete,backspace", "unset", "Its default again", id="settings-default"),
        Binding("escape", "leave", "Back", id="settings-back"),
    ]

    at: reactive[int] = reactive(0, init=False)

    def __init__(
        self, read: Callable[[], Settings], choose: Callable[[str, str], str], path: str
    ) -> None:
        super().__init__()
        self._read = read
        self._choose = choose
        self._path = path
        self._rows = describe(read())

    def compose(self) -> ComposeResult:
        """Title, a row a key, what the current one means, the field to type in, footer."""
        with Horizontal(id="title"):
            yield Static("SETTINGS", id="name")
            yield Static(Content(self._path), id="path", classes="context")
        with VerticalScroll(id="rows", can_focus=False):
            yield from (SettingRow(index) for index in range(len(self._rows)))
        yield Static(id="about", markup=False)
        with Horizontal(id="typing"):
            yield Static(id="label", markup=False)
            yield Input(id="field", compact=True, select_on_focus=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """The first key is the current one; nothing is typed yet."""
        self._stop_typing()

    def resized(self, size: Size) -> None:
        """Where there are few columns the values begin sooner."""
        del size
        self._show()

    @property
    def typing(self) -> bool:
        """True while a value is typed."""
        return self.query_one("#typing").visible

    def watch_at(self) -> None:
        """Another row is the current one."""
        self._show()
        self.query(SettingRow)[self.at].scroll_visible(animate=False)

    def action_move(self, by: int) -> None:
        """The row above or below."""
        if not self.typing:
            self.at = min(len(self._rows) - 1, max(0, self.at + by))

    def action_change(self, by: int) -> None:
        """The next choice, or a field to type in."""
        row = self._rows[self.at]
        if self.typing:
            self._take(self.query_one("#field", Input).value)
        elif row.choices:
            at = row.choices.index(typed(row.value))
            self._take(row.choices[(at + by) % len(row.choices)])
        else:
            self._type("" if isinstance(row.value, dict) else typed(row.value))

    def action_unset(self) -> None:
        """The default again."""
        self._take("default")

    def action_leave(self) -> None:
        """Out of the field, or back."""
        if self.typing:
            self._stop_typing()
        else:
            self.dismiss(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field."""
        event.stop()
        self._take(event.value)

    def on_setting_row_clicked(self, message: SettingRow.Clicked) -> None:
        """A click on the current row changes it; on another one it chooses that."""
        message.stop()
        if self.typing:
            self._stop_typing()
        if message.index == self.at:
            self.action_change(1)
        else:
            self.at = message.index

    def on_click(self, event: events.Click) -> None:
        """Where rows stand apart, what is below one belongs to it."""
        above = [row for row in self.query(SettingRow) if row.region.bottom == event.screen_y]
        if above and event.widget is self.query_one("#rows"):
            above[0].on_click()

    def on_key(self, event: events.Key) -> None:
        """Escape leaves the field, not the screen."""
        if self.typing and event.key == "escape":
            event.stop()
            self._stop_typing()

    def _type(self, text: str) -> None:
        field = self.query_one("#field", Input)
        field.value = text
        field.cursor_position = len(text)
        self.query_one("#label", Static).update(Content(f"{self._rows[self.at].key} = "))
        self.query_one("#typing").visible = True
        field.focus()
        self.query_one(KeyLine).keys = TYPING

    def _stop_typing(self) -> None:
        self.query_one("#typing").visible = False
        self.query_one(KeyLine).keys = KEYS
        self.set_focus(None)
        self._show()

    def _take(self, text: str) -> None:
        """Change the current key; what is refused stays in the field to be mended."""
        row = self._rows[self.at]
        before = self._read()
        trouble = self._choose(*_setting(row, text))
        refused = bool(trouble) and self._read() == before
        self._rows = describe(self._read())
        self.show_own_keys()
        if self.typing and not refused:
            self._stop_typing()
        self._show(trouble)

    def _show(self, trouble: str = "") -> None:
        """The values; below them what the current one means, or what went wrong with it."""
        wide = _NARROW if self.room_class in ("xs", "tiny") else _KEY_WIDTH
        for index, widget in enumerate(self.query(SettingRow)):
            widget.show(self._rows[index], current=index == self.at, wide=wide)
        row = self._rows[self.at]
        usual = _shown(row.default, row.unit)
        about = self.query_one("#about", Static)
        about.update(Content(trouble or f"{row.about} Allowed: {row.range}. Default: {usual}."))
        about.set_class(bool(trouble), "-trouble")


def _shown(value: object, unit: str) -> str:
    """A value as it stands in its row, with its unit."""
    if not typed(value):
        return NO_KEYS if isinstance(value, dict) else NOT_SET
    return f"{typed(value)} {unit}".rstrip()


def _setting(row: Row, text: str) -> tuple[str, str]:
    """The key and the value that were typed: of one's own keys, the id comes first."""
    id, _, keys = text.strip().partition(" ")
    return (f"{row.key}.{id}", keys) if isinstance(row.value, dict) and keys else (row.key, text)
