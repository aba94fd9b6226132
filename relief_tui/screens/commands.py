"""What the palette offers: everything that has a key, by name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Protocol, runtime_checkable

from textual.app import App, SystemCommand

from relief_tui.services import Services

OFFERS = (
    ("Cramp!", "Relief starts at once (c)", "cramp"),
    ("Red flags", "When to get help (!)", "red_flags"),
    ("Warm-up", "Choose one: it coaches itself (w)", "warmup"),
    ("Active recovery", "A light set by metronome (a)", "recovery"),
    ("Guide", "What is known, and how sure that is (g)", "guide"),
    ("History", "What happened: look, note, correct (h)", "history"),
    ("Drank", "Note a drink (d)", "drank"),
    ("Why did it cramp?", "Likely causes, one change to try (y)", "why"),
    ("Health questions", "Seven, once; they change wording only", "health"),
    ("Mute", "No bell, or the bell again (m)", "mute"),
    ("Settings", "All of them, explained (,)", "settings"),
    ("Keys", "The keys of this screen (?)", "help"),
    ("Theme", "Other colours", "change_theme"),
    ("Quit", "Nothing is lost (q)", "quit"),
)
"""Name, what it does, the app's action."""


DRANK = "drank"
"""The action that is about a drink."""


@runtime_checkable
class _Served(Protocol):
    """What has the services at hand, as the app does."""

    services: Services


def speaks_of_drinks(app: object) -> bool:
    """False where no drink is to be spoken of: to whoever was told to drink only so much."""
    return not isinstance(app, _Served) or bool(app.services.script.words.sip)


def commands(app: App[None]) -> Iterator[SystemCommand]:
    """The offers, the same on every screen."""
    drinks = speaks_of_drinks(app)
    for name, about, action in OFFERS:
        if action == DRANK and not drinks:
            continue
        yield SystemCommand(name, about, partial(app.run_action, f"app.{action}"))
