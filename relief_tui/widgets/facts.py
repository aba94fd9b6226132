"""What home tells at a glance: a label, the fact, and a second line to it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Grid, Horizontal
from textual.content import Content
from textual.widgets import Static

from relief_tui.widgets.keyline import Key, Keyed, bare_action


class Fact(Static):
    """One fact below its label; in one line with it where there is no room."""

    def __init__(self, label: str, id: str) -> None:
        super().__init__(id=id, classes="fact", markup=False)
        self._label = label

    def show(self, words: str, detail: str, *, one_line: bool) -> None:
        """Show the fact; without words there is none."""
        self.display = bool(words)
        label, fact = (self._label, "dim"), (words, "bold")
        if one_line:
            first = self._label.split()[0].capitalize()
            self.update(Content.assemble((f"{first} ", "dim"), fact, (f"  {detail}", "dim")))
        else:
            self.update(Content.assemble(label, "\n", fact, "\n", (detail, "dim")))


class Way(Static):
    """Another way in: its key and what it is; a click is the key."""

    def __init__(self, key: Key) -> None:
        super().__init__(Content.assemble((key.key, "bold"), f"  {key.label}"), classes="way")
        self.add_class(f"-{bare_action(key.action)}")
        self._action = key.action

    def on_click(self) -> None:
        """The same as a key of the footer."""
        self.post_message(Keyed.Pressed(self._action))


class Ways(Grid):
    """The other ways in, in one row."""

    def __init__(self, keys: tuple[Key, ...]) -> None:
        super().__init__(id="ways")
        self._keys = keys

    def compose(self) -> ComposeResult:
        """A key each."""
        yield from map(Way, self._keys)


class Facts(Horizontal):
    """The facts side by side, or below each other."""

    def compose(self) -> ComposeResult:
        """Today, the last cramp, the next time."""
        yield Fact("TODAY", "drinks")
        yield Fact("LAST CRAMP", "last")
        yield Fact("NEXT TIME", "next")
