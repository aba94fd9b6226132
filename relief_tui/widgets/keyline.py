"""The footer: the keys that do something now at the left, the red flags always at the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from relief_tui.coach.value import dataclass
from relief_tui.widgets.palette import faint

GAP = 3
CHIP = " ! "
FULL_WORDS_FROM, SHORT_WORDS_FROM = 76, 56
"""From these widths on the chip has its words beside it."""


_NAMES = {
    "question_mark": "?",
    "exclamation_mark": "!",
    "plus": "+",
    "minus": "-",
    "escape": "esc",
    "comma": ",",
    "full_stop": ".",
    "slash": "/",
    "space": "SPACE",
    "enter": "ENTER",
    "delete": "del",
}


def key_name(key: str) -> str:
    """What stands on a key, or is said of it, by the name that Textual gives it."""
    return _NAMES.get(key, key)


def bare_action(action: str) -> str:
    """An action without the place where it is looked for."""
    return action.removeprefix("app.")


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the footer: what is pressed, what it does, the action behind it."""

    key: str
    label: str
    action: str


class Keyed(Widget):
    """Shows keys, each as the person has it; a click on one presses it."""

    own: reactive[Mapping[str, str]] = reactive({})
    """Actions that the person gave another key, each with its name."""

    class Pressed(Message):
        """Somebody clicked a key."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def named(self, key: Key) -> Key:
        """The same with the person's own key, if there is one."""
        own = self.own.get(bare_action(key.action))
        return replace(key, key=own) if own else key


class KeyLine(Keyed):
    """One row. Keys that do not fit are dropped from the right, never the ``!`` chip."""

    keys: reactive[tuple[Key, ...]] = reactive(())
    chip: reactive[bool] = reactive(True)
    """False only where the red flags themselves are on the screen."""
    line: reactive[str] = reactive("")
    """What stands there in place of the keys, for somebody who looks from afar."""
    full_words: reactive[str] = reactive("")
    """What stands beside the chip in a wide window; else ``red flags``."""

    def chip_words(self) -> str:
        """The words beside the chip that this width has room for; beside a line none."""
        if self.line:
            return ""
        if self.full_words and self.size.width >= FULL_WORDS_FROM:
            return self.full_words
        return "red flags" if self.size.width >= SHORT_WORDS_FROM else ""

    def places(self) -> list[tuple[int, Key]]:
        """The keys that fit and the columns they begin in."""
        words = self.chip_words()
        chip = len(CHIP) + (len(words) + 2 if words else 0) + GAP
        room = self.size.width - (chip if self.chip else 0)
        column = 2 if self.size.width >= 50 else 1
        found: list[tuple[int, Key]] = []
        for key in () if self.line else map(self.named, self.keys):
            wide = len(key.key) + 1 + len(key.label)
            if column + wide > room:
                break
            found.append((column, key))
            column += wide + GAP
        return found

    def render_line(self, y: int) -> Strip:
        """The keys, the chip, its words."""
        _, _, ground, text = self.colors
        back = Style(bgcolor=ground.rich_color)
        if y:
            return Strip.blank(self.size.width, back)
        strong = Style(color=text.rich_color, bold=True) + back
        label = Style(color=faint(ground, text, self.app.console.color_system).rich_color) + back
        segments: list[Segment] = []
        column = 0
        if self.line:
            wide = self.size.width - len(CHIP)
            segments, column = [_piece(self.line.center(wide)[:wide], label)], wide
        for start, key in self.places():
            segments += _piece(" " * (start - column), back), _piece(key.key, strong)
            segments.append(_piece(f" {key.label}", label))
            column = start + len(key.key) + 1 + len(key.label)
        segments += self._chip(column, strong, label, back)
        return Strip(segments).crop(0, self.size.width)

    def _chip(self, column: int, strong: Style, label: Style, back: Style) -> list[Segment]:
        if not self.chip:
            return [_piece(" " * max(0, self.size.width - column), back)]
        words = self.chip_words()
        tail = f" {words} " if words else ""
        space = self.size.width - column - len(CHIP) - len(tail)
        chip = Style(color="#ffffff", bgcolor="#a20519", bold=True)
        return [
            _piece(" " * max(0, space), back),
            _piece(CHIP, chip),
            _piece(tail, label if words != self.full_words else strong),
        ]

    def on_click(self, event: events.Click) -> None:
        """A click on a key presses it; right of the keys is the chip."""
        tail = len(self.chip_words()) + 2 if self.chip_words() else 0
        if self.chip and event.x >= self.size.width - len(CHIP) - tail:
            self.post_message(self.Pressed("app.red_flags"))
            return
        for start, key in self.places():
            if start - 1 <= event.x <= start + len(key.key) + len(key.label) + 1:
                self.post_message(self.Pressed(key.action))


def _piece(text: str, style: Style) -> Segment:
    return Segment(text, style)
