"""The reading pane of the guide: one page, as long as it is, and where to read on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from relief_tui.coach import value
from relief_tui.widgets.lineview import LineView

MOST_JUMPS = 9
"""One key names one line."""
MEASURE = 79
"""Cells of a line at most: longer ones are hard to read."""


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


@value.dataclass(frozen=True, slots=True)
class _Row:
    """A line of the pane. ``kind``: the component it is painted as, if not as text; ``number``:
    where a click on it leads, 0 for nowhere."""

    text: Content = Content("")
    kind: str = ""
    number: int = 0


class GuidePane(LineView):
    """Shows a :class:`Page` from its beginning.

    It breaks the page into lines by itself and paints those that are seen.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"guide--help"}

    _page: Page | None = None
    _rows: tuple[_Row, ...] = ()

    @dataclass
    class Jumped(Message):
        """Somebody clicked the line of that number."""

        number: int

    def show(self, page: Page) -> None:
        """Show another page; the same one stays where it was read to."""
        if page == self._page:
            return
        self._page = page
        self._break()
        if self.scroll_y:
            self.scroll_home(animate=False, immediate=True)

    def on_resize(self) -> None:
        """Lines are as wide as the pane."""
        self._break()

    def on_click(self, event: events.Click) -> None:
        """A click on a line to read on at is its number."""
        at = event.get_content_offset(self)
        index = at.y + self.scroll_offset.y if at else -1
        if 0 <= index < len(self._rows) and (number := self._rows[index].number):
            self.post_message(self.Jumped(number))

    def render_line(self, y: int) -> Strip:
        """One line that is seen."""
        index = y + self.scroll_offset.y
        row = self._rows[index] if index < len(self._rows) else _Row()
        look, wide = self.visual_style, self.size.width
        if row.kind:
            look = look + Style.from_styles(self.get_component_styles(row.kind))
        room = min(wide, MEASURE) if row.kind else wide
        strips = Visual.to_strips(self, row.text, room, 1, look, pad=bool(row.kind))
        strip = strips[0] if strips else Strip([])
        return strip.adjust_cell_length(wide, self.visual_style.rich_style)

    def _break(self) -> None:
        """Into lines."""
        wide = self.size.width
        if self._page is not None and wide:
            self._rows = tuple(_rows(self._page, max(4, min(wide - 2, MEASURE))))
            self.hold(len(self._rows))


def _rows(page: Page, wide: int) -> Iterator[_Row]:
    if page.help:
        for line in Content(page.help).wrap(wide - 2):
            yield _Row(Content.assemble(" ", line), "guide--help")
    if page.call:
        yield from map(_Row, Content.styled(page.call, "bold").wrap(wide))
        yield _Row()
    yield from map(_Row, _content(page).wrap(wide))
    if page.jumps:
        yield _Row()
        yield _Row(Content.styled(page.onward, "bold"))
    for number, jump in enumerate(page.jumps, start=1):
        start = Content.assemble((f"{number}", "bold"), f" {jump.shape or ' '} ")
        for line in Content(jump.name).wrap(wide - start.cell_length):
            yield _Row(start + line, number=number)
            start = Content(" " * start.cell_length)


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
