"""What stands at home only at times: the questions of the first start, the offer to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from relief_tui.widgets.chips import Chip

if TYPE_CHECKING:
    from relief_tui.settings.first import FirstStart


class GoOn(Vertical):
    """``GO ON?`` and what was cut off; one key each to go on and to leave it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = Static(classes="words", markup=False)
        self.show(words)

    def compose(self) -> ComposeResult:
        """The words, the keys below them."""
        yield self._words
        with Horizontal(classes="chips"):
            yield Chip("SPACE", "go on")
            yield Chip("x", "leave it")

    def show(self, words: str) -> None:
        """Show what was cut off, and where it stands now; also before it is on the screen."""
        self._words.update(Content.assemble(("GO ON? ", "bold"), words))


class HomeQuestion(Vertical):
    """A question beside everything else: its words, and a chip for each answer."""

    def __init__(self, words: str, picks: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.words = words
        self._picks = picks

    def compose(self) -> ComposeResult:
        """The words, the answers below them."""
        yield Static(Content(self.words), classes="words")
        with Horizontal(classes="chips"):
            yield from (Chip(key, word) for key, word in self._picks)


class FirstQuestions(Vertical):
    """The unit, the equipment and the tones, a line each, and what Relief is."""

    def __init__(self, first: FirstStart) -> None:
        super().__init__()
        self._first = first
        self._chips = {
            pick.key: Chip(pick.key, pick.word) for _, picks in first.rows for pick in picks
        }
        self._rows = tuple(Horizontal(classes="chips") for _ in first.rows)
        self._gear = Static(classes="gear dim", markup=False)
        self.show(first)

    def compose(self) -> ComposeResult:
        """What it is; then each question with its answers."""
        yield Static(Content(" ".join(self._first.about)), classes="about dim")
        for row, (label, picks) in zip(self._rows, self._first.rows, strict=True):
            with row:
                yield Static(f"{label:<12}", classes="label dim", markup=False)
                yield from (self._chips[pick.key] for pick in picks)
        yield self._gear

    def show(self, first: FirstStart) -> None:
        """Show what has been answered; also before it is on the screen."""
        for key, chip in self._chips.items():
            chip.choose(chosen=key in first.chosen)
        for row, (_, picks) in zip(self._rows, first.rows, strict=True):
            # Where there is room for two, an answered one makes way.
            row.set_class(any(pick.key in first.chosen for pick in picks), "-answered")
        self._gear.update(Content(first.gear))
