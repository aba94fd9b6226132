"""The screen stays awake while a timer runs, where `wakepy` (the extra `awake`) is installed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

LATER_S = 3.0
"""Loading it takes a tenth of a second, which no first picture has to wait for."""

Hold = Callable[[], AbstractContextManager[object]]
"""Makes what keeps the screen awake between its enter and its exit."""


def installed() -> bool:
    """True if the screen can be kept awake."""
    from importlib.util import find_spec

    return find_spec("wakepy") is not None


def _presenting() -> AbstractContextManager[object]:
    """Raises ``ImportError`` where the extra is not installed."""
    from wakepy import keep

    mode: AbstractContextManager[object] = keep.presenting(on_fail="pass")
    return mode


class Awake:
    """Told at every moment of a run whether its timer runs; never blocks."""

    def __init__(self, hold: Hold = _presenting, later_s: float = LATER_S) -> None:
        self._hold = hold
        self._later_s = later_s
        self._released: threading.Event | None = None
        self._missing = False

    def keep(self, running: bool) -> None:
        """Awake from now on, or not any more."""
        if running and self._released is None and not self._missing:
            self._released = threading.Event()
            threading.Thread(target=self._holding, args=(self._released,), daemon=True).start()
        elif not running and self._released is not None:
            self._released.set()
            self._released = None

    def _holding(self, released: threading.Event) -> None:
        """In one thread from beginning to end: what it talks to may belong to its thread."""
        if released.wait(self._later_s):
            return
        try:
            with self._hold():
                released.wait()
        except Exception:  # noqa: BLE001 - who knows what it talks to; a trace would cross the app
            self._missing = True  # not installed, or of no use here: the coach goes on without
