"""How much lighter, in block letters: the old load small and dim, the new one large."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from relief_tui.coach.lighter import Lighter
from relief_tui.coach.plan import Note
from relief_tui.widgets.heading import Heading

RULE_OF_THUMB = "○ rule of thumb"
"""Stands beside every figure that has no trial behind it."""


def old_words(lighter: Lighter) -> str:
    """``45 →``; empty where the old load is not known, or stays."""
    return f"{lighter.before.value:g} →" if lighter.before and lighter.lowers else ""


def new_words(lighter: Lighter) -> str:
    """``35 KG``, ``-20 %`` or ``NONE``."""
    if lighter.after is not None:
        return str(lighter.after).upper()
    return f"-{lighter.percent} %" if lighter.before is None else "NONE"


def with_label(note: Note) -> Content:
    """A line; a figure that has no trial behind it says so."""
    if not note.thumb:
        return Content(note.words)
    return Content.assemble((note.words, "bold"), f"   {RULE_OF_THUMB}")


class LoadPlan(Vertical):
    """Old and new load, why, and what goes with it."""

    def __init__(self) -> None:
        super().__init__()
        self._old = Heading(classes="old dim")
        self._new = Heading(classes="new")
        self._old.widest = self._new.widest = 1.0
        self._why = Static(classes="why words", markup=False)
        self._what = Static(classes="what words", markup=False)
        self._more = Static(classes="more dim", markup=False)

    def compose(self) -> ComposeResult:
        """Loads side by side, lines below."""
        with Horizontal(classes="loads"):
            yield self._old
            yield self._new
        yield self._why
        yield self._what
        yield self._more

    def show(self, lighter: Lighter, details: Sequence[Note]) -> None:
        """Show this advice: its figure, then ``details``: why, what is to be done, the rest."""
        self._old.words = old_words(lighter)
        self._old.display = bool(self._old.words)
        self._new.words = new_words(lighter)
        lines = [with_label(note) for note in details]
        for static, text in (
            (self._why, lines[:1]),
            (self._what, lines[1:2]),
            (self._more, lines[2:]),
        ):
            static.update(Content("\n").join(text))
