"""Which warm-up? Those that come with Relief and one's own; a key, a number or a click starts."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from relief_tui.coach.routine import Routine
from relief_tui.report.choices import Choice, Choices
from relief_tui.report.text import visible
from relief_tui.screens.digits import FRENCH_DIGITS
from relief_tui.screens.room import RoomScreen
from relief_tui.widgets.keyline import Key, KeyLine
from relief_tui.widgets.routines import RoutineList, RoutineRow

OWN, NONE_OF_OWN = "your own", "none of your own yet: relief routines new NAME begins one"
_MOST = 10**6
"""Farther than any list is long."""


class ChooserScreen(RoomScreen[None]):
    """``start`` is given the routine that was chosen."""

    CSS_PATH = "chooser.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,p", "move(-1)", "The one above", id="list-up"),
        Binding("down,n", "move(1)", "The one below", id="list-down"),
        Binding("pageup", "page(-1)", "A page up", id="list-page-up"),
        Binding("pagedown", "page(1)", "A page down", id="list-page-down"),
        Binding("home", f"move(-{_MOST})", "The first", id="list-first"),
        Binding("end", f"move({_MOST})", "The last", id="list-last"),
        Binding("enter,space", "start", "Start it", id="list-start"),
        Binding("plus,equals_sign", "more", "Roll more, or not", id="list-more"),
        Binding("escape", "leave", "Back", id="list-back"),
        *(
            Binding(f"{n},{french}", f"start_line({n})", "Start that one", id=f"list-{n}")
            for n, french in enumerate(FRENCH_DIGITS, start=1)
        ),
    ]

    more: reactive[bool] = reactive(False, init=False)

    def __init__(self, choices: Choices, start: Callable[[Routine], None]) -> None:
        super().__init__()
        self._choices = choices
        self._start = start
        parted_at = len(choices.shipped)
        self._list = RoutineList(self._row, len(choices), parted_at, heading=OWN, empty=NONE_OF_OWN)

    def compose(self) -> ComposeResult:
        """Title, the list, what the marked one is, footer."""
        with Horizontal(id="title"):
            yield Static("WARM-UP", id="name", markup=False)
            yield Static(
                "length, what it takes, last done", id="context", classes="context", markup=False
            )
        yield self._list
        yield Static(id="about", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """The marked line, explained."""
        self.watch(self._list, "marked", self._show)

    def _row(self, index: int) -> RoutineRow:
        choice = self._choices.choice(index, more=self.more)
        trouble = visible(choice.trouble)
        return RoutineRow(choice.name, choice.length, choice.takes, choice.last, trouble)

    @property
    def _marked(self) -> Choice:
        return self._choices.choice(self._list.marked, more=self.more)

    def _show(self) -> None:
        choice = self._marked
        lines = [choice.about]
        if choice.routine is not None:
            steps = len(choice.routine.steps)
            lines.append(f"{steps} {'line' if steps == 1 else 'lines'}")
            if choice.more:
                lines[-1] += ", more rolling in it"
        about = self.query_one("#about", Static)
        about.update(Content("\n".join(filter(None, lines))))
        about.set_class(bool(choice.trouble), "-trouble")
        start = (Key("ENTER", "start", "start"),) if choice.routine else ()
        roll = "roll less" if self.more else "roll more"
        more = (Key("+", roll, "more"),) if self._choices.block else ()
        self.query_one(KeyLine).keys = (
            *start,
            *more,
            Key("esc", "back", "leave"),
            Key("?", "help", "app.help"),
        )

    def watch_more(self) -> None:
        """Other lengths."""
        self._list.refresh()
        self._show()

    def action_move(self, by: int) -> None:
        """The line above or below."""
        self._list.marked += by

    def action_page(self, by: int) -> None:
        """As far as can be seen."""
        self._list.marked += by * max(1, self._list.size.height - 1)

    def action_more(self) -> None:
        """The optional rolling, or not."""
        self.more = self._choices.block is not None and not self.more

    def action_start(self) -> None:
        """Start the marked one; one that cannot be says why."""
        choice, trouble = self._marked, self._choices.trouble(self._list.marked)
        if choice.routine is not None and not trouble:
            self._start(choice.routine)
        else:
            self.notify(visible(trouble), severity="warning", markup=False)

    def action_start_line(self, number: int) -> None:
        """Start the one of that number."""
        if number <= len(self._choices):
            self._list.marked = number - 1
            self.action_start()

    def on_routine_list_clicked(self, message: RoutineList.Clicked) -> None:
        """A click starts."""
        message.stop()
        self.action_start_line(message.index + 1)

    def action_leave(self) -> None:
        """Back to where it was called from."""
        self.dismiss(None)
