"""The four answers to *How is it?*: readable from the floor, large enough for a finger."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Grid, Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from relief_tui.coach.value import dataclass
from relief_tui.widgets.blocks import Digits
from relief_tui.widgets.heading import Heading


@dataclass(frozen=True, slots=True)
class Choice:
    """One tile: its number, its word, what it means, and the tone of its fill."""

    number: int
    word: str
    means: str
    tone: str


CHOICES = (
    Choice(1, "gone", "it let go", "hold"),
    Choice(2, "easing", "less tight", "check"),
    Choice(3, "same", "no change", "ready"),
    Choice(4, "worse", "sharper", "danger"),
)


class Caption(Static):
    """The word and what it means, in one line or in two, never broken elsewhere. In a small
    window, which has no room for a large number, the number as well."""

    def __init__(self, choice: Choice) -> None:
        super().__init__(classes="tile-means")
        self._choice = choice
        self._chosen = False

    def choose(self, chosen: bool) -> None:
        """Show whether ENTER would answer with this one."""
        self._chosen = chosen
        self._say(self.size.width)

    def on_resize(self, event: events.Resize) -> None:
        """One line, if there is room for it."""
        self._say(event.size.width)

    def _say(self, wide: int) -> None:
        word, means = self._choice.word, self._choice.means
        small = self.screen.has_class("-xs") or self.screen.has_class("-tiny")
        mark = f"{'▶ ' if self._chosen else ''}{f'{self._choice.number} ' if small else ''}"
        gap = " " if len(mark) + len(word) + 1 + len(means) <= wide else "\n"
        self.update(Content.assemble((f"{mark}{word}", "bold"), gap, means))


class Tile(Horizontal):
    """A large number in reversed colours, the word in block letters, what it means in plain."""

    def __init__(self, choice: Choice) -> None:
        super().__init__(classes=f"fill-{choice.tone}")
        self.choice = choice

    def compose(self) -> ComposeResult:
        """Number, word, meaning."""
        number = Digits(classes="tile-number")
        number.words = str(self.choice.number)
        word = Heading(classes="tile-word")
        word.words = self.choice.word.upper()
        word.alike = tuple(choice.word.upper() for choice in CHOICES)
        word.widest = 0.95
        yield number
        with Vertical():
            yield word
            yield Caption(self.choice)


class CheckTiles(Grid):
    """Two by two tiles, there while it is asked; arrows choose one, a click answers.

    Between two checks the twenty widgets of the tiles would be most of what every change of
    phase has to style.
    """

    asked: reactive[bool] = reactive(False)
    chosen: reactive[int | None] = reactive(None)

    class Chosen(Message):
        """Somebody clicked the tile of ``word``."""

        def __init__(self, word: str) -> None:
            super().__init__()
            self.word = word

    async def watch_asked(self, asked: bool) -> None:
        """Put up the tiles, or take them away, none of them chosen."""
        self.chosen = None
        with self.app.batch_update():
            await self.remove_children()
            if asked:
                await self.mount(*map(Tile, CHOICES))

    def watch_chosen(self, chosen: int | None) -> None:
        """Mark the chosen tile."""
        for number, tile in enumerate(self.query(Tile)):
            tile.set_class(number == chosen, "-chosen")
            tile.query_one(Caption).choose(number == chosen)

    def move(self, across: int, down: int) -> None:
        """Choose the next one; the first move chooses the first."""
        if self.chosen is None:
            self.chosen = 0
            return
        row, column = divmod(self.chosen, 2)
        self.chosen = 2 * min(1, max(0, row + down)) + min(1, max(0, column + across))

    @property
    def word(self) -> str | None:
        """The word of the chosen tile."""
        return None if self.chosen is None else CHOICES[self.chosen].word

    def on_click(self, event: events.Click) -> None:
        """A click on a tile is an answer."""
        for widget in event.widget.ancestors_with_self if event.widget else ():
            if isinstance(widget, Tile):
                self.post_message(self.Chosen(widget.choice.word))
