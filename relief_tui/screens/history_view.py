"""What is seen of the history: trainings and what was in them, a page for each; ways through it."""

from __future__ import annotations

from textwrap import wrap

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from relief_tui.journal.diary import Told
from relief_tui.report.amend import Amends
from relief_tui.report.diary import ALL, Diary, Line
from relief_tui.report.fields import Field
from relief_tui.screens import history_pages as pages
from relief_tui.screens.history_keys import FILTER, Footing, keys_of
from relief_tui.screens.room import TWO_PANES, RoomScreen
from relief_tui.widgets.guidefield import GuideField
from relief_tui.widgets.guidelist import GuideList
from relief_tui.widgets.guidepane import GuidePane, Page
from relief_tui.widgets.keyline import KeyLine
from relief_tui.widgets.words import Words


class HistoryView(RoomScreen[None]):
    """The newest first. ``diary`` is what is shown, ``amends`` what can be done about it."""

    AUTO_FOCUS = ""

    def __init__(self, diary: Diary, amends: Amends) -> None:
        super().__init__()
        self._diary = diary
        self._amends = amends
        self._marked = 0
        self._reading = False
        self._correcting = False
        self._from = 0
        self._typing = ""
        self._to_the_end = False

    def compose(self) -> ComposeResult:
        """Title, the field, the list and the page, footer."""
        with Horizontal(id="title"):
            yield Static("HISTORY", id="name", markup=False)
            yield Words(id="where")
            yield Words(id="context")
        with Horizontal(id="search"):
            yield Words(id="what")
            yield GuideField()
            yield Words(id="found")
        with Horizontal(id="panes"):
            yield GuideList()
            yield GuidePane()
        yield KeyLine()

    def on_mount(self) -> None:
        """Whether a page can be scrolled shows once it is laid out."""
        field = self.query_one(GuideField)
        field.placeholder = pages.PLACEHOLDER
        field.select_on_focus = False  # a note is written on, not over
        self.watch(self.query_one(GuidePane), "show_vertical_scrollbar", self._show_keys)
        self.watch(self.query_one(GuideList), "scroll_y", self._read_on, init=False)

    def on_screen_resume(self) -> None:
        """There may be more by now, written here or by another process."""
        self.reload()

    # Where one is

    @property
    def line(self) -> Line | None:
        """The marked line."""
        lines = self._diary.lines
        return lines[self._marked] if self._marked < len(lines) else None

    @property
    def told(self) -> Told | None:
        """What the marked line tells of; None for a training."""
        return self.line.told if self.line else None

    @property
    def _fields(self) -> tuple[Field, ...]:
        """What of it can be corrected."""
        return self._amends.fields(self.told) if self.told else ()

    @property
    def _writing(self) -> bool:
        """True while something is typed about what is marked, which then stays marked."""
        return self._typing not in ("", FILTER)

    def reload(self) -> None:
        """Read it anew, as far as it was looked at."""
        key = self.line.key if self.line else ""
        self._diary.start_over()
        self._diary.read_on()
        while key and self._diary.find(key) is None and not self._diary.whole:
            if len(self._diary.lines) > self._marked:
                break
            self._diary.read_on()
        self._again(key)

    def _again(self, key: str) -> None:
        """Other lines: mark the one of ``key`` if it is there, else the one in its place."""
        at = self._diary.find(key) if key else None
        self._marked = min(self._marked, max(0, len(self._diary.lines) - 1)) if at is None else at
        self._correcting &= at is not None
        self._reading &= self.line is not None
        self._show()

    # Showing

    def _show(self) -> None:
        """All of it as it is now."""
        two = self.two_panes
        self.update_classes(
            {
                "-two": two,
                "-list": not two and not self._reading,
                "-page": not two and self._reading,
                "-typing": bool(self._typing),
            }
        )
        lines, shown = self._diary.lines, self.query_one(GuideList)
        shown.show(lines, self._marked, live=not self._reading)
        shown.legend = () if lines or two else tuple(wrap(self._nothing, self.size.width - 8))
        if two or self._reading:
            self.query_one(GuidePane).show(self._page())
        self._tell()
        self._show_keys()
        self._read_on()

    def _page(self) -> Page:
        if self.line is None:
            return Page(self._nothing)
        sheet = self._diary.sheet(self.line)
        if self._correcting and self._fields:
            return pages.correcting(sheet, self._fields, self._from)
        return pages.page_of(sheet)

    @property
    def _nothing(self) -> str:
        return pages.NOTHING_YET if self._diary.empty else pages.NOTHING_LEFT

    def _tell(self) -> None:
        """What stands above list and page."""
        sieve, typing = self._diary.sieve, self._typing
        found = f"{self._diary.found}{'' if self._diary.whole else '+'} found"
        said = {
            "#where": "" if sieve.kind == ALL else sieve.kind,
            "#context": "the newest first" if self.two_panes else "",
            "#what": "/" if typing in ("", FILTER) else f"{typing}:",
            "#found": "" if sieve.is_open or self.size.width < TWO_PANES.width else found,
        }
        for id, words in said.items():
            self.query_one(id, Words).say(Content(words))

    def _show_keys(self) -> None:
        if not self.is_mounted:
            return
        self.query_one(KeyLine).keys = keys_of(
            Footing(
                self.told,
                marked=self.line is not None,
                reading=self._reading,
                scrolls=self.query_one(GuidePane).show_vertical_scrollbar,
                fields=len(self._fields),
                correcting=len(pages.numbered(self._fields, self._from)) * self._correcting,
                typing=self._typing,
                can_undo=self._amends.can_undo,
            )
        )

    def resized(self, size: Size) -> None:
        """Other room: one pane or two."""
        del size
        if self.is_mounted:
            self._show()

    def _read_on(self) -> None:
        """One page more at a time, keys in between, until there is more than is seen."""
        shown = self.query_one(GuideList)
        seen = max(self._marked, int(shown.scroll_y)) + 3 * max(1, shown.size.height)
        if self._diary.whole or (len(self._diary.lines) >= seen and not self._to_the_end):
            self._to_the_end = False
        else:
            self.call_later(self._one_page_more)

    def _one_page_more(self) -> None:
        self._diary.read_on()
        if self._to_the_end:
            self._marked = max(0, len(self._diary.lines) - 1)
        if self._diary.whole or not self._to_the_end:
            self._show()
        else:
            self._read_on()

    # Moving

    def action_move(self, by: int) -> None:
        """Another line of the list, or of the page that is read."""
        if self._writing:
            return
        if self._reading:
            self.query_one(GuidePane).scroll_relative(y=by, animate=False, immediate=True)
            return
        last = max(0, len(self._diary.lines) - 1)
        self._to_the_end = self._marked + by > last and by > 1
        self._to(max(0, min(last, self._marked + by)))

    def _to(self, at: int) -> None:
        self._correcting = self._correcting and at == self._marked
        self._marked = at
        self._show()

    def action_page(self, by: int) -> None:
        """As far as can be seen: of the page, where it is read."""
        if self._writing:
            return
        pane, lines = self.query_one(GuidePane), self.query_one(GuideList)
        if self._reading:
            rows = by * max(1, pane.size.height - 1)
            pane.scroll_relative(y=rows, animate=False, immediate=True)
        else:
            last = max(0, len(self._diary.lines) - 1)
            self._to(max(0, min(last, self._marked + by * max(1, lines.size.height - 1))))

    def action_open(self) -> None:
        """The page of what is marked; on a page, on."""
        if self._writing:
            return
        if self._reading:
            self.action_page(1)
        elif self.line is not None:
            self._reading = True
            self._show()

    def on_guide_list_clicked(self, message: GuideList.Clicked) -> None:
        """A click opens a line."""
        message.stop()
        if self._writing:
            return
        self._reading = not self.two_panes
        self._to(message.index)
