"""The keys of the guide, and which of them the footer shows: only those that do something now."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from relief_tui.screens.digits import NUMBERS
from relief_tui.screens.guide_places import Place
from relief_tui.widgets.keyline import Key

_MOST = 10**6
"""Farther than any list is long."""

GUIDE_BINDINGS: list[BindingType] = [
    Binding("up,p", "move(-1)", "The line above", id="guide-up"),
    Binding("down,n", "move(1)", "The line below", id="guide-down"),
    Binding("pageup", "page(-1)", "A page up", id="guide-page-up"),
    Binding("pagedown", "page(1)", "A page down", id="guide-page-down"),
    Binding("home", f"move(-{_MOST})", "The beginning", id="guide-first"),
    Binding("end", f"move({_MOST})", "The end", id="guide-last"),
    Binding("enter,space,right", "open", "Open it; on a page: read on", id="guide-open"),
    Binding("escape,left,backspace", "leave", "Back", id="guide-back"),
    Binding("s", "sources", "The sources, and what was read of them", id="guide-sources"),
    Binding("slash", "search", "Search as you type", id="guide-search"),
    *(
        Binding(keys, f"jump({number})", "Read on there", id=f"guide-{number}")
        for number, keys in enumerate(NUMBERS, start=1)
    ),
]

_OPEN, _NEXT = Key("ENTER", "open", "open"), Key("↓", "next", "move(1)")
_READ_ON = Key("↓", "read on", "move(1)")
_SOURCES, _ENTRY = Key("s", "sources", "sources"), Key("s", "the entry", "sources")
_ALWAYS = (
    Key("/", "search", "search"),
    Key("esc", "back", "leave"),
    Key("?", "help", "app.help"),
)
_LEAVE = Key("esc", "leave the field", "leave")


def keys_typing(place: Place) -> tuple[Key, ...]:
    """While something is typed into the field."""
    return (_OPEN, _NEXT, _LEAVE) if place.aims else (_LEAVE,)


def keys_of(place: Place, *, shown: bool, scrolls: bool, onward: int) -> tuple[Key, ...]:
    """``shown``: the page is seen; ``scrolls``: not all of it; ``onward``: so many numbers lead on
    from it."""
    keys = []
    if not place.reading and place.aims:
        keys.append(_OPEN)
    if place.reading and scrolls:
        keys.append(_READ_ON)
    if shown and onward:
        keys.append(Key("1" if onward == 1 else f"1-{onward}", "go there", "jump(1)"))
    if shown and place.entry:
        keys.append(_ENTRY if place.sources else _SOURCES)
    return (*keys, *_ALWAYS)
