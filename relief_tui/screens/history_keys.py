"""The keys of the history, and which of them the footer shows: only those that do something now."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding, BindingType

from relief_tui.coach.value import dataclass
from relief_tui.journal.diary import Told
from relief_tui.screens.digits import NUMBERS
from relief_tui.widgets.keyline import Key

FILTER, NOTE = "filter", "note"
"""What is typed into the field, beside what is corrected."""
_MOST = 10**9
"""Farther than any list is long."""

HISTORY_BINDINGS: list[BindingType] = [
    Binding("up,p", "move(-1)", "The line above", id="history-up"),
    Binding("down,n", "move(1)", "The line below", id="history-down"),
    Binding("pageup", "page(-1)", "A page up", id="history-page-up"),
    Binding("pagedown", "page(1)", "A page down", id="history-page-down"),
    Binding("home", f"move(-{_MOST})", "The newest", id="history-first"),
    Binding("end", f"move({_MOST})", "The oldest", id="history-last"),
    Binding("enter,space,right", "open", "Open it; on a page: read on", id="history-open"),
    Binding("escape,left,backspace", "leave", "Back; all of it again", id="history-back"),
    Binding("slash", "filter", "Only what has these words", id="history-filter"),
    Binding("f", "kind", "Only one kind: cramps, warm-ups …", id="history-kind"),
    Binding("j", "note", "Jot down a note", id="history-note"),
    Binding("e", "correct", "Correct a cramp, or a set", id="history-correct"),
    Binding("k,delete", "delete", "Delete it, or bring it back", id="history-delete"),
    Binding("u", "undo", "Undo the last change", id="history-undo"),
    *(
        Binding(keys, f"put({number})", "Correct that", id=f"history-{number}", show=False)
        for number, keys in enumerate(NUMBERS, start=1)
    ),
]

_BACK, _HELP = Key("esc", "back", "leave"), Key("?", "help", "app.help")
_FILTER = Key("/", "filter", "filter")


@dataclass(frozen=True, slots=True)
class Footing:
    """What the footer must know: what is marked, if anything, and how much of it can be corrected;
    what is done with it, ``correcting`` so many lines."""

    told: Told | None
    marked: bool
    reading: bool = False
    scrolls: bool = False
    fields: int = 0
    correcting: int = 0
    typing: str = ""
    can_undo: bool = False


def keys_of(now: Footing) -> tuple[Key, ...]:
    """The keys that do something, what matters most first."""
    if now.typing:
        takes = "the list" if now.typing == FILTER else "keep it"
        return Key("ENTER", takes, "take"), Key("esc", "leave it", "leave")
    if now.correcting:
        number = Key(f"1-{now.correcting}" if now.correcting > 1 else "1", "correct that", "put(1)")
        undo = (Key("u", "undo", "undo"),) if now.can_undo else ()
        return number, Key("esc", "done", "leave"), *undo, _HELP
    return tuple(_keys(now))


def _keys(now: Footing) -> Iterator[Key]:
    if now.marked and not now.reading:
        yield Key("ENTER", "open", "open")
    yield _BACK
    if now.can_undo:
        yield Key("u", "undo", "undo")
    yield from _changes(now)
    if now.reading and now.scrolls:
        yield Key("↓", "read on", "move(1)")
    if not now.reading:
        yield Key("f", "kind", "kind")
        yield _FILTER
    yield _HELP


def _changes(now: Footing) -> Iterator[Key]:
    """What can be done about what is marked."""
    told = now.told
    if told is None or not (told.ended or told.undone_by):
        return
    if told.undone_by:
        yield Key("k", "bring back", "delete")
        return
    if told.run:
        yield Key("j", "note", "note")
    if now.fields:
        yield Key("e", "fix", "correct")
    yield Key("k", "delete", "delete")
