"""The reading pane of the guide: one page, as long as it is, and where to read on."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from relief_tui.coach import value

MOST_JUMPS = 9
"""One key names one line."""


@value.dataclass(frozen=True, slots=True)
class Part:
    """A piece of a page: its name, its text, and whether it stands back."""

    name: str
    text: str
    dim: bool = False


@value.dataclass(frozen=True, slots=True)
class Jump:
    """Where to read on: the shape of its label and its name."""

    shape: str
    name: str


@value.dataclass(frozen=True, slots=True)
class Page:
    """What is read. ``help`` and ``call``: where it is a red-flag card, what stands above it in
    red in place of a title, and what to do first. ``jumps`` are numbered from 1 on, below
    ``onward``."""

    title: str
    under: str = ""
    parts: tuple[Part, ...] = ()
    onward: str = "Read on"
    jumps: tuple[Jump, ...] = ()
    help: str = ""
    call: str = ""


class JumpLine(Static):
    """One line to read on at; a click is its number."""

    def __init__(self, number: int) -> None:
        super().__init__(classes="jump", markup=False)
        self._number = number
        self._jump: Jump | None = None
        self.display = False

    def show(self, jump: Jump | None) -> None:
        """Show where it leads; nowhere, and it is not there."""
        if jump == self._jump:
            return
        self._jump = jump
        self.display = jump is not None
        if jump is not None:
            number = Content.styled(f"{self._number}", "bold")
            self.update(Content.assemble(number, f" {jump.shape or ' '} ", Content(jump.name)))

    def on_click(self) -> None:
        """The same as its number."""
        self.post_message(GuidePane.Jumped(self._number))


class GuidePane(VerticalScroll, can_focus=False):
    """Shows a :class:`Page` from its beginning."""

    _page: Page | None = None

    @dataclass
    class Jumped(Message):
        """Somebody clicked the line of that number."""

        number: int

    def compose(self) -> ComposeResult:
        """The call for help, the text, the lines to read on at."""
        yield Static(id="help", markup=False)
        yield Static(id="call", markup=False)
        yield Static(id="page", markup=False)
        yield Static(id="onward", markup=False)
        yield from (JumpLine(number) for number in range(1, MOST_JUMPS + 1))

    def show(self, page: Page) -> None:
        """Show another page; the same one stays where it was read to."""
        if page == self._page:
            return
        self._page = page
        for name, text in (("#help", page.help), ("#call", page.call)):
            line = self.query_one(name, Static)
            if line.display or text:
                line.display = bool(text)
                line.update(Content(text))
        self.query_one("#page", Static).update(_content(page))
        onward = self.query_one("#onward", Static)
        onward.display = bool(page.jumps)
        if page.jumps:
            onward.update(Content.styled(page.onward, "bold"))
        for index, line in enumerate(self.query(JumpLine)):
            line.show(page.jumps[index] if index < len(page.jumps) else None)
        if self.scroll_y:
            self.scroll_home(animate=False, immediate=True)


def _content(page: Page) -> Content:
    head = (Content.styled(page.title, "bold"), Content.styled(page.under, "$dim"))
    first = Content("\n").join([line for line in head if line.plain])
    return Content("\n\n").join([first, *map(_part, page.parts)])


def _part(part: Part) -> Content:
    text = Content.styled(part.text, "$dim") if part.dim else Content(part.text)
    if not part.name:
        return text
    between = "\n" if "\n" in part.text else "  "
    return Content.assemble(Content.styled(part.name, "bold"), between, text)
