"""Every key stands in the README, and every key in the README does something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import pytest
from textual.binding import Binding, BindingType
from textual.screen import Screen

from relief_tui.app import ReliefApp
from relief_tui.screens.card import CardScreen
from relief_tui.screens.chooser import ChooserScreen
from relief_tui.screens.guide import GuideScreen
from relief_tui.screens.help import HelpScreen
from relief_tui.screens.history import HistoryScreen
from relief_tui.screens.home import HomeScreen
from relief_tui.screens.picker import PickerScreen
from relief_tui.screens.profile import ProfileScreen
from relief_tui.screens.run import RunScreen
from relief_tui.screens.settings import SettingsScreen
from relief_tui.screens.training import TrainingScreen
from relief_tui.screens.why import WhyScreen
from relief_tui.settings import ownkeys
from tests.house import readme

PLACES: dict[str, list[Sequence[BindingType]]] = {
    "Keys everywhere": [ReliefApp.BINDINGS, [(ReliefApp.COMMAND_PALETTE_BINDING, "", "")]],
    "Keys at home": [HomeScreen.BINDINGS],
    "Keys on the page why it cramped": [WhyScreen.BINDINGS],
    "Keys in the health questions": [ProfileScreen.BINDINGS],
    "Keys in the settings": [SettingsScreen.BINDINGS],
    "Keys in the list of warm-ups": [ChooserScreen.BINDINGS],
    "Keys in the list of exercises": [TrainingScreen.BINDINGS],
    "Keys in the guide": [GuideScreen.BINDINGS],
    "Keys in the history": [HistoryScreen.BINDINGS],
    "Keys during relief": [RunScreen.BINDINGS],
    "Keys on the pages of red flags and of keys": [
        PickerScreen.BINDINGS,
        CardScreen.BINDINGS,
        HelpScreen.BINDINGS,
    ],
}

PRINTED = {
    "escape": "esc",
    "exclamation_mark": "!",
    "question_mark": "?",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "comma": ",",
    "full_stop": ".",
    "slash": "/",
    "ampersand": "&",
    "quotation_mark": '"',
    "apostrophe": "'",
    "left_parenthesis": "(",
    "underscore": "_",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}
"""How a key is written whose name is not what stands on it."""

_RANGE = re.compile(r"`(\d)`…`(\d)`")


@pytest.mark.parametrize("heading", PLACES)
def test_the_table_of_keys_is_whole(heading: str) -> None:
    shown = {key for row in readme.table(heading) for key in _shown(row[0])}
    assert shown == {key for bindings in PLACES[heading] for key in _bound(bindings)}


def test_the_ids_for_keys_of_ones_own_are_named() -> None:
    """All but those of the numbers."""
    named = {place: readme.codes(ids) for place, ids in readme.table("Keys of your own")}
    for heading, bindings in PLACES.items():
        ids = dict.fromkeys(_ids(bindings))
        assert list(named[heading.removeprefix("Keys ")]) == list(ids), heading
    assert {id for ids in named.values() for id in ids} == ownkeys.IDS


TABLES: dict[str, type[Screen[Any]]] = {
    "home": HomeScreen,
    "why": WhyScreen,
    "health": ProfileScreen,
    "settings": SettingsScreen,
    "list": ChooserScreen,
    "training": TrainingScreen,
    "guide": GuideScreen,
    "history": HistoryScreen,
    "run": RunScreen,
    "picker": PickerScreen,
    "card": CardScreen,
    "help": HelpScreen,
}


def test_the_settings_know_every_key_of_every_screen() -> None:
    """Or a key could be given away twice."""
    assert ownkeys.usual(ownkeys.EVERYWHERE) == _usual(ReliefApp.BINDINGS)
    assert set(TABLES) == set(ownkeys.PLACES)
    for place, screen in TABLES.items():
        assert ownkeys.usual(ownkeys.PLACES[place]) == _usual(screen.BINDINGS), place


def _usual(bindings: Sequence[BindingType]) -> dict[str, frozenset[str]]:
    """Ids and their keys; all that take a number are one, its digits left out."""
    found: dict[str, frozenset[str]] = {}
    for binding in bindings:
        assert isinstance(binding, Binding)
        assert binding.id
        number = binding.id[-1].isdigit()
        keys = {key for key in binding.key.split(",") if not (number and key.isdigit())}
        id = ownkeys.NUMBER if number else binding.id
        if keys:
            found[id] = found.get(id, frozenset()) | keys
    return found


def _ids(bindings: Sequence[Sequence[BindingType]]) -> Iterator[str]:
    for binding in chain.from_iterable(bindings):
        if isinstance(binding, Binding) and binding.id and not binding.id[-1].isdigit():
            yield binding.id


def _shown(cell: str) -> Iterator[str]:
    yield from readme.codes(cell)
    for first, last in _RANGE.findall(cell):
        yield from map(str, range(int(first), int(last)))


def _bound(bindings: Sequence[BindingType]) -> Iterator[str]:
    for binding in bindings:
        keys = binding.key if isinstance(binding, Binding) else binding[0]
        yield from (PRINTED.get(key, key) for key in keys.split(","))
