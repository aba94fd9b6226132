"""Keys of one's own: which actions may have others, and which keys are never given away."""

from __future__ import annotations

import re
from collections.abc import Mapping

_IDS = """
    cramp cramp-now red-flags warmup recovery guide history why drank mute settings help quit
    quit-now palette home-main leave-it
    settings-up settings-down settings-change settings-before settings-default settings-back
    main choose next back again longer shorter side position undo stop left right up down
    tick why-this leave
    list-up list-down list-page-up list-page-down list-first list-last list-start
    list-more list-back
    why-try why-before why-after why-down why-up why-undo why-health why-leave
    health-back health-leave
    guide-up guide-down guide-page-up guide-page-down guide-first guide-last guide-open guide-back
    guide-sources guide-search
    history-up history-down history-page-up history-page-down history-first history-last
    history-open history-back history-filter history-kind history-note history-correct
    history-delete history-undo
    pick-down pick-up card-next card-back card-clear card-down card-up card-yes card-no card-close
    card-read help-close
"""
IDS = frozenset(_IDS.split())
"""The ids of the bindings of all screens."""

ALWAYS = {"cramp": "c", "red-flags": "exclamation_mark", "quit": "q"}
"""What a person in pain must find where it always was: a key of one's own comes beside it."""

_KEPT = frozenset({"c", "space", "exclamation_mark", "!", "q", "ctrl+c", *"0123456789"})
_NAMES = """
    enter escape tab backspace delete insert home end pageup pagedown up down left right
    comma full_stop colon semicolon plus minus equals_sign underscore slash backslash question_mark
    ampersand quotation_mark apostrophe left_parenthesis right_parenthesis asterisk number_sign at
"""
_NAMED = frozenset(_NAMES.split())
_FUNCTION = re.compile(r"f([1-9]|1\d|2[0-4])")
_WITH = re.compile(r"(ctrl|shift|alt)\+")


def check(id: str, keys: str) -> None:
    """Raises ``ValueError`` with a sentence for the person if ``id`` may not have ``keys``, one
    or several with commas between them."""
    if id not in IDS:
        raise ValueError(f"{id} is the id of nothing")
    for key in (part.strip() for part in keys.split(",")):
        if key in _KEPT and key != ALWAYS.get(id):
            raise ValueError(f"{key} keeps what it does")
        bare = _WITH.sub("", key)
        if not (_printable(bare) or bare in _NAMED or _FUNCTION.fullmatch(bare)):
            raise ValueError(f"there is no key {key}")


def keymap(own: Mapping[str, str]) -> dict[str, str]:
    """The keys of each id, with those that always stay."""
    return {id: f"{ALWAYS[id]},{keys}" if id in ALWAYS else keys for id, keys in own.items()}


def _printable(key: str) -> bool:
    return len(key) == 1 and key.isprintable() and not key.isspace()
