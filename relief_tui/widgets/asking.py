"""A list of questions as numbered lines, or a scale from 0 to 10: a number or a click answers."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from relief_tui.coach.step import Asking, Question


class Row(Horizontal):
    """One line that can be clicked: its number in a chip, its words beside it."""

    def __init__(self, number: int, words: str = "") -> None:
        kind = "row" if words else "chip"
        super().__init__(classes=f"{kind} none" if words and not number else kind)
        self.number = number
        self.words = words

    def compose(self) -> ComposeResult:
        """Chip and words; the words wrap beside the chip, never below it."""
        yield Static(str(self.number), classes="number", markup=False)
        if self.words:
            yield Static(Content(self.words), classes="row-words")


def row_of(widget: Widget | None) -> Row | None:
    """The row that a clicked widget is or stands in."""
    while widget is not None and not isinstance(widget, Row):
        widget = widget.parent if isinstance(widget.parent, Widget) else None
    return widget


class Ask(Vertical):
    """Shows the question that is open, or nothing."""

    question: reactive[Question | None] = reactive(None)
    typed: reactive[str] = reactive("")

    @dataclass
    class Answered(Message):
        """Somebody clicked a line: its number."""

        number: int

    async def watch_question(self, question: Question | None) -> None:
        """Put up the lines of another question."""
        with self.app.batch_update():
            await self.remove_children()
            if question is None or question.asking is Asking.CHECK:
                return
            await self.mount(Static(Content(question.title), classes="title"))
            if question.asking is Asking.SCALE:
                chips = [Row(number) for number in range(11)]
                await self.mount(Scale(*chips))
            else:
                lines = enumerate(question.options, start=1)
                await self.mount(*(Row(number, words) for number, words in lines))
                await self.mount(Row(0, question.none))
            await self.mount(Static(Content(question.hint), classes="hint dim"))

    def watch_typed(self, typed: str) -> None:
        """A one that may become a ten."""
        for hint in self.query(".hint").results(Static):
            words = self.question.hint if self.question else ""
            hint.update(Content(f"{typed}…  press 0 for 10" if typed else words))

    def on_click(self, event: events.Click) -> None:
        """A click on a line is its number."""
        row = row_of(event.widget)
        if row is not None and event.chain == 1:  # the second click was meant for the first list
            self.post_message(self.Answered(row.number))


class Scale(Horizontal):
    """Eleven numbers in a row."""
