"""The guide: topics and entries, a pane to read them in, a search as one types."""

from __future__ import annotations

from dataclasses import replace
from textwrap import wrap
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Input, Static

from relief_tui.coach.guide import Entry, Guide
from relief_tui.report.variations import Today
from relief_tui.screens.guide_keys import GUIDE_BINDINGS, keys_of, keys_typing
from relief_tui.screens.guide_places import LEGEND, Atlas, Place
from relief_tui.screens.room import RoomScreen
from relief_tui.widgets.guidefield import GuideField
from relief_tui.widgets.guidelist import GuideList
from relief_tui.widgets.guidepane import GuidePane
from relief_tui.widgets.keyline import Key, KeyLine
from relief_tui.widgets.words import Words

_SHORT = 40
"""Below this width the way out of the field is told in one word."""
_MARGIN = 8
"""Cells beside what is told in place of a list."""
_MOST_BACK = 200
"""How many places are kept to go back to."""


def _way_out_early(keys: tuple[Key, ...], wide: int) -> tuple[Key, ...]:
    """The footer drops from the right what has no room: never the way out."""
    leave = next(key for key in keys if key.action == "leave")
    rest = [key for key in keys if key is not leave]
    at = 1 if rest and rest[0].action in ("open", "move(1)") else 0
    if wide < _SHORT:
        leave = replace(leave, label=leave.label.split()[0])
    return (*rest[:at], leave, *rest[at:])


class GuideScreen(RoomScreen[None]):
    """``at``: the entry it opens at; without one, its first page."""

    CSS_PATH = "guide.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = GUIDE_BINDINGS

    place: reactive[Place | None] = reactive(None, init=False, repaint=False)

    def __init__(self, guide: Guide, today: Today, at: Entry | None = None) -> None:
        super().__init__()
        self._atlas = Atlas(guide, today)
        self._first = self._atlas.at(at) if at else self._atlas.start
        self._back: list[Place] = []
        self._clearing = False

    def compose(self) -> ComposeResult:
        """Title, the field, the list and the page, footer."""
        with Horizontal(id="title"):
            yield Static("GUIDE", id="name", markup=False)
            yield Words(id="where")
            yield Words(id="context")
        with Horizontal(id="search"):
            yield Static("/", id="slash", markup=False)
            yield GuideField()
            yield Words(id="found")
        with Horizontal(id="panes"):
            yield GuideList()
            yield GuidePane()
        yield KeyLine()

    def on_mount(self) -> None:
        """The first place. What is typed is looked up at once, not by a message: with its key, all
        of it is painted in one frame."""
        self.watch(self.query_one(GuidePane), "show_vertical_scrollbar", self._show_keys)
        self.watch(self.query_one(GuideField), "value", self._typed, init=False)
        self.place = self._first

    # Showing

    @property
    def typing(self) -> bool:
        """True while something is typed into the field."""
        return isinstance(self.focused, GuideField)

    @property
    def page_shown(self) -> bool:
        """True where the page of the marked line is seen."""
        return self.two_panes or (self.place is not None and self.place.reading)

    def watch_place(self, place: Place | None) -> None:
        """Show it."""
        if place is None:
            return
        self.set_classes_of(place)
        lines = self.query_one(GuideList)
        lines.show(self._atlas.lines(place), place.marked, live=not place.reading)
        lines.legend = self._beside(place)
        self.query_one(GuidePane).show(self._atlas.read(place))
        self._tell(place)
        self._show_keys()

    def _beside(self, place: Place) -> tuple[str, ...]:
        """Below the lines: what the shapes mean; that nothing was found, if no page says so."""
        if place.searching and not place.aims and not self.two_panes:
            wide = max(1, self.size.width - _MARGIN)
            return tuple(
                each for line in self._atlas.nothing(place) for each in wrap(line, wide) or [""]
            )
        return LEGEND if place.topic or place.searching else ()

    def set_classes_of(self, place: Place) -> None:
        """State as classes: the style sheet says what of it is seen."""
        two = self.two_panes
        self.update_classes(
            {
                "-two": two,
                "-list": not two and not place.reading,
                "-page": not two and place.reading,
            }
        )

    def _tell(self, place: Place) -> None:
        """What stands above list and page."""
        typed = self.query_one(GuideField).value.strip()
        told = self._atlas.told(place, self.room_class, typed=typed, fresh=not self._back)
        for id, words in zip(("#where", "#found", "#context"), told, strict=True):
            self.query_one(id, Words).say(Content(words))

    def resized(self, size: Size) -> None:
        """Other room: one pane or two."""
        del size
        if self.place is not None:
            self.set_classes_of(self.place)
            self.query_one(GuideList).legend = self._beside(self.place)
            self._tell(self.place)
            self._show_keys()

    def _show_keys(self) -> None:
        if (place := self.place) is None:
            return
        line, pane = self.query_one(KeyLine), self.query_one(GuidePane)
        keys = (
            keys_typing(place)
            if self.typing
            else keys_of(
                place,
                shown=self.page_shown,
                scrolls=pane.show_vertical_scrollbar,
                onward=len(self._atlas.onward(place)),
            )
        )
        line.keys = keys if self.two_panes else _way_out_early(keys, self.size.width)

    # Going from place to place

    def _go(self, place: Place) -> None:
        """To another place; back leads here again."""
        if self.place is not None:
            self._back = [*self._back, self.place][-_MOST_BACK:]
        self.place = place

    def _return(self) -> None:
        """Back to the place before, or out of the guide."""
        if not self._back:
            self.dismiss(None)
            return
        self.place = self._back.pop()
        if not any(place.searching for place in (*self._back, self.place)):
            self._clear_field()

    def _clear_field(self) -> None:
        self._clearing = True
        self.query_one(GuideField).value = ""
        self._clearing = False

    def start_over(self) -> None:
        """The first page again."""
        self.set_focus(None)
        self._clear_field()
        self._back = []
        self.place = self._atlas.start

    def action_move(self, by: int) -> None:
        """Another line of the list, or of the page that is read."""
        place = self.place
        if place is None:
            return
        if place.reading:
            self.query_one(GuidePane).scroll_relative(y=by, animate=False, immediate=True)
        else:
            self.place = replace(place.moved(by), sources=False)

    def action_page(self, by: int) -> None:
        """As far as can be seen: of the page, where it stands there."""
        pane = self.query_one(GuidePane)
        if self.page_shown:
            rows = by * max(1, pane.size.height - 1)
            pane.scroll_relative(y=rows, animate=False, immediate=True)
        else:
            self.action_move(by * max(1, self.query_one(GuideList).size.height - 1))

    def action_open(self) -> None:
        """What is marked; on a page, on."""
        place = self.place
        if place is None or not place.aims:
            return
        if place.reading:
            self.action_page(1)
        else:
            self.set_focus(None)
            self._go(self._atlas.opened(place))

    def action_leave(self) -> None:
        """Out of the field, with what was found; else back."""
        typing, field = self.typing, self.query_one(GuideField)
        self.set_focus(None)
        if not typing or not field.value.strip():
            self._return()
        else:
            self._show_keys()

    def action_jump(self, number: int) -> None:
        """Read on at the line of that number."""
        place = self.place
        if place is not None and self.page_shown:
            onward = self._atlas.onward(place)
            if number <= len(onward):
                self._go(self._atlas.at(onward[number - 1]))

    def action_sources(self) -> None:
        """What the entry rests on, and what was read of it; or back to it."""
        place = self.place
        if place is None or place.entry is None or not self.page_shown:
            return
        if place.sources:
            self._return()
        else:
            self._go(replace(place, sources=True, reading=True))

    # Searching

    def action_search(self) -> None:
        """Into the field."""
        self.query_one(GuideField).focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """By key or by click into the field: a search begins, or goes on."""
        del event
        if self.place is not None and not self.place.searching:
            self._go(self._found(self.query_one(GuideField).value, self.place))
        elif self.place is not None and self.place.reading and not self.two_panes:
            self._show_list(replace(self.place, reading=False, sources=False))
        self._show_keys()

    def _show_list(self, found: Place) -> None:
        """From a page that stands alone to what was found: the field is above it."""
        if self._back[-1:] == [found]:
            self._back.pop()
        self.place = found

    def _found(self, text: str, now: Place) -> Place:
        """What ``text`` finds; nothing typed lists the last place that was not a search."""
        before = (place for place in (now, *reversed(self._back)) if not place.searching)
        return self._atlas.found(text, next(before, self._atlas.start))

    def _typed(self, text: str) -> None:
        """What is found, at every key."""
        if self.place is not None and self.place.searching and not self._clearing:
            self.place = self._found(text, self.place)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field opens the marked line."""
        event.stop()
        self.action_open()

    # The mouse

    def on_guide_list_clicked(self, message: GuideList.Clicked) -> None:
        """A click opens a line."""
        message.stop()
        if self.place is not None:
            self.place = replace(self.place, marked=message.index, reading=False, sources=False)
            self.action_open()

    def on_guide_pane_jumped(self, message: GuidePane.Jumped) -> None:
        """A click on a line to read on at."""
        message.stop()
        self.action_jump(message.number)
