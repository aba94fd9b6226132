"""Red-flag cards: what to do, what not, and the only way to clear one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Static

from relief_tui.coach.redflags import GET_HELP, SURE, Deck
from relief_tui.coach.safety import OpenFlag
from relief_tui.screens.room import RoomScreen
from relief_tui.widgets.heading import Heading
from relief_tui.widgets.keyline import Key, KeyLine

_KEPT = "\N{NO-BREAK SPACE}"
GUARD_S = 1.0
"""A card that opens by itself ignores the keys of habit for so long."""


class CardScreen(RoomScreen[None]):
    """One card at a time, the most urgent first."""

    CSS_PATH = "card.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,pagedown,right", "turn(1)", "Next card", id="card-next"),
        Binding("p,pageup,left", "turn(-1)", "Card before", id="card-back"),
        Binding("k", "clear", "Checked by a clinician (press twice)", id="card-clear"),
        Binding("down", "scroll(1)", "Read on", id="card-down"),
        Binding("up", "scroll(-1)", "Read back", id="card-up"),
        Binding("1,ampersand", "order(1)", "Yes", id="card-yes", show=False),
        Binding("0,à", "order(0)", "No", id="card-no", show=False),
        Binding("escape", "close", "Back", id="card-close"),
        Binding("space,enter", "close_read", "Back, once it was read", id="card-read"),
    ]

    @dataclass
    class Cleared(Message):
        """A clinician has checked what these flags are about."""

        flags: tuple[OpenFlag, ...]

    def __init__(self, deck: Deck, flags: Sequence[OpenFlag] = (), *, why: str = "") -> None:
        super().__init__(classes="ground-danger")
        self._why = why
        self._deck = deck
        self._flags = list(flags)
        self._sure = False
        self._fresh = True

    def compose(self) -> ComposeResult:
        """Heading, the call, the card, footer."""
        yield Heading()
        yield Static(id="call", markup=False)
        with VerticalScroll(id="body", can_focus=False):
            if self._why:
                yield Static(Content(self._why), id="why", classes="words")
            yield Static(id="condition", classes="words")
            with Container(id="advice"):
                yield Static(id="do", classes="advice words")
                yield Static(id="do-not", classes="advice words")
            yield Static(id="signs", classes="words")
            yield Static(id="ask", classes="words")
        yield KeyLine(classes="words")

    def on_mount(self) -> None:
        """Show the first card."""
        self.query_one(Heading).words = GET_HELP
        self.set_timer(GUARD_S, self._settle)
        self._show()

    def _show(self) -> None:
        card = self._deck.card
        self.query_one("#call", Static).update(Content(self._deck.call))
        self._show_title()
        self.query_one("#signs", Static).update(Content(card.signs))
        self.query_one("#do", Static).update(_advice("DO", card.do))
        do_not = self.query_one("#do-not", Static)
        do_not.update(_advice("DO NOT", card.do_not))
        do_not.display = bool(card.do_not)
        ask = self.query_one("#ask", Static)
        ask.update(Content(self._question()))
        if self._sure:
            ask.scroll_visible(animate=False)
        self.call_after_refresh(self._show_keys)

    def _show_title(self) -> None:
        """As wide as there is room; before that is known, in one line."""
        condition = self.query_one("#condition", Static)
        wide = condition.size.width or sys.maxsize
        condition.update(Content(_in_lines(f"{GET_HELP} · {self._deck.title}", wide)))

    def resized(self, size: Size) -> None:
        """In another window the card may be longer, or fit."""
        del size
        self.call_after_refresh(self._show_keys)

    def _show_keys(self) -> None:
        self._show_title()
        self.query_one(KeyLine).keys = self._keys()

    def _question(self) -> str:
        if self._sure:
            return SURE
        if self._deck.reorder is not None:
            return f"{self._deck.reorder.words}  1 yes · 0 no"
        return "Checked by a clinician? k clears this flag." if self._mine() else ""

    def _keys(self) -> tuple[Key, ...]:
        keys = [Key("esc", "back", "close")]
        if self.query_one("#body").max_scroll_y > 0:
            keys.append(Key("↓", "read on", "scroll(1)"))
        if len(self._deck.cards) > 1:
            keys.append(Key("n", "next card", "turn(1)"))
        if self._mine():
            keys.append(Key("k", "checked by a clinician", "clear"))
        return tuple(keys)

    def _mine(self) -> list[OpenFlag]:
        """The open flags of the card that is shown."""
        return [flag for flag in self._flags if flag.card == self._deck.card.id]

    def action_turn(self, by: int) -> None:
        """Another card."""
        self._deck = self._deck.turned(by)
        self._sure = False
        self._show()

    def action_scroll(self, by: int) -> None:
        """Where the card is longer than the window."""
        self.query_one("#body").scroll_relative(y=by, animate=False)

    def action_order(self, yes: int) -> None:
        """The answer changes only which card comes first."""
        self._deck = self._deck.ordered(yes=bool(yes))
        self._show()

    def action_clear(self) -> None:
        """Checked by a clinician: the second press clears the flag."""
        mine = self._mine()
        if not mine:
            return
        if not self._sure:
            self._sure = True
        else:
            self._sure = False
            self._flags = [flag for flag in self._flags if flag not in mine]
            self.post_message(self.Cleared(tuple(mine)))
            if not self._flags:
                self.dismiss(None)
                return
        self._show()

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)

    def action_close_read(self) -> None:
        """Back, unless the key was meant for what stood here a moment ago."""
        if not self._fresh:
            self.dismiss(None)

    def _settle(self) -> None:
        self._fresh = False


def _in_lines(title: str, wide: int) -> str:
    """A title broken into lines, but never within which card of how many it is."""
    thought, gap, count = title.partition("   ")
    lines = wrap(f"{thought}{gap}{count.replace(' ', _KEPT)}", wide)
    return "\n".join(lines).replace(_KEPT, " ")


def _advice(title: str, text: str) -> Content:
    return Content.assemble(Content.styled(title, "bold"), "\n", Content(text))
