"""The keys that work on every screen, and the signals that end the app as a person would."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

from textual.binding import Binding, BindingType

EVERYWHERE: list[BindingType] = [
    Binding("c", "cramp", "Cramp! Relief starts at once", id="cramp"),
    Binding("f2", "cramp", "Cramp! Relief starts at once", id="cramp-now", priority=True),
    Binding("exclamation_mark", "red_flags", "Red flags: when to get help", id="red-flags"),
    Binding("w", "warmup", "Warm up: choose one", id="warmup"),
    Binding("t", "training", "Training: sets, rests and reminders", id="training"),
    Binding("a", "recovery", "Active recovery: a light set", id="recovery"),
    Binding("g", "guide", "The guide: look something up", id="guide"),
    Binding("h", "history", "The history: what happened", id="history"),
    Binding("y", "why", "Why did it cramp?", id="why"),
    Binding("d", "drank", "Note a drink", id="drank"),
    Binding("m", "mute", "Mute, or not", id="mute"),
    Binding("comma", "settings", "Settings", id="settings"),
    Binding("question_mark,f1", "help", "The keys of this screen", id="help"),
    Binding("q", "quit", "Quit; nothing is lost", id="quit"),
    Binding("ctrl+c", "quit", "Quit; nothing is lost", id="quit-now", priority=True),
    Binding("ctrl+p", "command_palette", "Everything by name", id="palette", priority=True),
]

_SIGNALS = ("SIGTERM", "SIGHUP")


def heed_signals(end: Callable[[int], None]) -> None:
    """Call ``end`` with the shell's return code (128 + number) when a signal asks to end."""
    loop = asyncio.get_running_loop()
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and sys.platform != "win32":
            with suppress(RuntimeError, ValueError):  # not in the main thread: a test
                loop.add_signal_handler(number, end, 128 + number)
