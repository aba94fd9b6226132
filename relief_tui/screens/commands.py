"""What the palette offers: everything that has a key, by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Protocol, runtime_checkable

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from relief_tui.screens.looks import LooksApp
from relief_tui.screens.room import RoomScreen
from relief_tui.services import Services
from relief_tui.settings import Settings
from relief_tui.widgets.keyline import key_name

OFFERS = (
    ("Cramp!", "Relief starts at once", "cramp"),
    ("Red flags", "When to get help", "red_flags"),
    ("Warm-up", "Choose one: it coaches itself", "warmup"),
    ("Training", "Sets, rests, reminders that are due", "training"),
    ("Active recovery", "A light set by metronome", "recovery"),
    ("Guide", "What is known, and how sure that is", "guide"),
    ("History", "What happened: look, note, correct", "history"),
    ("Drank", "Note a drink", "drank"),
    ("Why did it cramp?", "Likely causes, one change to try", "why"),
    ("Health questions", "Seven, once; they change wording only", "health"),
    ("Mute", "No bell, or the bell again", "mute"),
    ("Settings", "All of them, explained", "settings"),
    ("Keys", "The keys of this screen", "help"),
    ("Theme", "Other colours", "change_theme"),
    ("Quit", "Nothing is lost", "quit"),
)
"""Name, what it does, the app's action."""


TOGGLES = ("volume", "voice", "flash", "motion")
"""Settings that are worth a change in the middle of something."""
_SAID = {"true": "on", "false": "off"}

Command = Callable[[], object]

DRANK = "drank"
"""The action that is about a drink."""


@runtime_checkable
class _Served(Protocol):
    """What has the services at hand, as the app does."""

    services: Services


def speaks_of_drinks(app: object) -> bool:
    """False where no drink is to be spoken of: to whoever was told to drink only so much."""
    return not isinstance(app, _Served) or bool(app.services.script.words.sip)


def commands(
    app: LooksApp, screen: Screen[object], settings: Settings, choose: Callable[[str, str], None]
) -> Iterator[SystemCommand]:
    """What can be done on every screen, then what can be done on ``screen``, then what is worth
    changing without the list of settings; ``choose`` changes it."""
    from relief_tui.settings.words import describe, typed  # no start has to wait for it

    drinks = speaks_of_drinks(app)
    keys = _keys(app.BINDINGS, app)
    for name, about, action in OFFERS:
        if action == DRANK and not drinks:
            continue
        yield SystemCommand(name, _with_key(about, keys.get(action)), _run(app, f"app.{action}"))
    yield from _of_screen(app, screen)
    for row in describe(settings):
        if row.key in TOGGLES:
            for choice in row.choices:
                if choice != typed(row.value):
                    name = f"{row.key.capitalize()}: {_SAID.get(choice, choice)}"
                    yield SystemCommand(name, row.about, partial(choose, row.key, choice))


def theme_choices(app: LooksApp, choose: Callable[[str, str], None]) -> list[tuple[str, Command]]:
    """Each theme there is; the one that is picked stays, also after Relief ends."""
    return [(name, partial(choose, "theme", name)) for name in sorted(app.available_themes)]


def _of_screen(app: LooksApp, screen: Screen[object]) -> Iterator[SystemCommand]:
    """What the screen does by a key now; not what several keys do alike, as with numbers."""
    own = [each for each in screen.BINDINGS if isinstance(each, Binding) and each.id]
    here = screen.told_here if isinstance(screen, RoomScreen) else str
    told = Counter(here(each.description) for each in own)
    keys = _keys(screen.BINDINGS, app)
    live = {active.binding.id for active in screen.active_bindings.values() if active.enabled}
    for each in own:
        words = here(each.description)
        if told[words] == 1 and each.id in live:
            about = _with_key("On this screen", keys[each.action])
            yield SystemCommand(words, about, _run(screen, each.action))


def _keys(bindings: Iterable[BindingType], app: LooksApp) -> dict[str, str]:
    """The first key of each action, as it is for this person."""
    found: dict[str, str] = {}
    for each in bindings:
        if isinstance(each, Binding) and each.id:
            keys = app.own_keys.get(each.id, each.key)
            found.setdefault(each.action, key_name(keys.partition(",")[0]))
    return found


def _with_key(about: str, key: str | None) -> str:
    return f"{about} ({key})" if key else about


def _run(node: LooksApp | Screen[object], action: str) -> Command:
    return partial(node.run_action, action)
