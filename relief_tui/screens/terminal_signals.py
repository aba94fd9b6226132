"""What the terminal shows outside the screen: its window's title, and notifications.

Textual has no call for either. Its driver writes everything else, in a thread of its own, so it
has to write these too: this is the one place that reaches for it.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from textual.app import App

from relief_tui.coach.text import one_line
from relief_tui.settings import Notify

Write = Callable[[str], None]

TITLE_EVERY_S = 1.0
_SAVE, _RESTORE = "\x1b[22;2t", "\x1b[23;2t"
_DULL = frozenset({"linux", "dumb", ""})
"""Terminals without a window that could have a title."""


def writer(app: App[object]) -> Write | None:
    """Writes to the terminal as it is, between two frames; None where there is none, or one that
    shows nothing but its screen."""
    driver = app._driver
    if driver is None or app.is_headless or os.environ.get("TERM", "xterm") in _DULL:
        return None
    return driver.write


def title_sequence(words: str) -> str:
    """The sequence that gives the window this title (OSC 2)."""
    return f"\x1b]2;{one_line(words)}\x1b\\"


def notification(how: Notify, words: str, *, title: str = "Relief") -> str:
    """The sequence for a notification, as the terminal understands it; empty if none is wanted."""
    words, title = one_line(words), one_line(title)
    match how:
        case Notify.OSC9:
            return f"\x1b]9;{title}: {words}\x1b\\"
        case Notify.OSC777:
            return f"\x1b]777;notify;{title.replace(';', ',')};{words}\x1b\\"
    return ""


def notify_outside(app: App[object], how: Notify, words: str) -> None:
    """Tell somebody who looks at another window, if the settings want it."""
    write, sequence = writer(app), notification(how, words)
    if write is not None and sequence:
        write(sequence)


class WindowTitle:
    """The title of the window while a run is on the screen; afterwards it is what it was.

    ``write`` writes to the terminal; None: nothing is shown.
    """

    def __init__(self, write: Write | None) -> None:
        self._write = write
        self._shown = ""
        self._due = float("-inf")
        if write is not None:
            write(_SAVE)

    def show(self, words: str, now: float) -> float | None:
        """Show ``words`` at ``now`` (seconds), or, if the last change was less than a second ago,
        answer how long to wait before asking again."""
        if self._write is None or words == self._shown:
            return None
        if now < self._due:
            return self._due - now
        self._write(title_sequence(f"{words} – Relief"))
        self._shown, self._due = words, now + TITLE_EVERY_S
        return None

    def restore(self) -> None:
        """Give the window its own title back; without a stack of titles, none."""
        if self._write is not None:
            self._write(title_sequence("") + _RESTORE)
            self._write = None
