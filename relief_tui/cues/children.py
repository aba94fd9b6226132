"""Processes that sound: away from the terminal, never more than four, none older than ten seconds.

A library inside this process would write its complaints across the screen and could hang at exit;
a child with all its streams on the null device can do neither, and is heard as soon.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Protocol

from relief_tui.cues.ways import WINSOUND

MOST = 4
LONGEST_S = 10.0
HUNG_S = 1.0
"""Crowded out when older than this, a tone hung; a younger one was only many."""
LAST_S = 0.8
"""How long what sounds when the program ends may sound on."""


class Process(Protocol):
    """As much of ``subprocess.Popen`` as is needed here."""

    def wait(self, timeout: float | None = None) -> int:
        """The exit code; raises ``TimeoutExpired``."""

    def kill(self) -> None:
        """End it at once; nothing if it has ended."""


Start = Callable[[Sequence[str]], Process]
"""Starts a program; raises ``OSError`` if it cannot."""
Ended = Callable[[str], None]
"""Hears, in the background, why a child failed; an empty word if it did not."""
Background = Callable[[Callable[[], None]], None]


class Child:
    """One process that sounds, or did; at ``hangs_at`` it has sounded for too long."""

    def __init__(self, process: Process, hangs_at: float) -> None:
        self.process = process
        self.hangs_at = hangs_at
        self.stopped = False
        self.hung = False
        self.ended = False

    def stop(self) -> None:
        """Be silent. That is no failure."""
        self.stopped = True
        self.process.kill()


class Children:
    """Those that sound now."""

    def __init__(
        self,
        start: Start | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
        background: Background | None = None,
    ) -> None:
        self._start = start or start_process
        self.now = now
        self.later = background or _in_a_thread
        self._alive: list[Child] = []
        self._lock = threading.Lock()

    def begin(
        self,
        argv: Sequence[str],
        ended: Ended,
        *,
        longest_s: float = LONGEST_S,
        hung_s: float = HUNG_S,
        mind: bool = False,
    ) -> Child | None:
        """Start a program; returns at once, or with ``mind`` when it has ended. None, after
        ``ended`` heard why, if it could not be started. It is ended after ``longest_s``; where it
        has to give way, it is taken to hang after ``hung_s``."""
        try:
            child = Child(self._start(argv), self.now() + hung_s)
        except OSError as error:
            ended(error.strerror or type(error).__name__)
            return None
        with self._lock:
            self._alive.append(child)
            # Who was told to stop is silent, but stays until the one who minds it looks again.
            sounding = [each for each in self._alive if not each.stopped]
            crowded = sounding[: max(0, len(sounding) - MOST)]
        for oldest in crowded:
            self._crowd_out(oldest)
        if mind:
            self._mind(child, ended, longest_s)
        else:
            self.later(lambda: self._mind(child, ended, longest_s))
        return child

    def hush(self) -> None:
        """Silence, at once."""
        with self._lock:
            sounding = tuple(self._alive)
        for child in sounding:
            child.stop()

    def close(self) -> None:
        """The program ends: what sounds may end too, but not for long."""
        until = self.now() + LAST_S
        with self._lock:
            sounding = tuple(self._alive)
        for child in sounding:
            try:
                child.process.wait(max(0.0, until - self.now()))
            except subprocess.TimeoutExpired:
                child.stop()

    def _crowd_out(self, child: Child) -> None:
        if self.now() > child.hangs_at:
            child.hung = True
            child.process.kill()
        else:
            child.stop()

    def _mind(self, child: Child, ended: Ended, longest_s: float) -> None:
        """Wait until it has ended, or end it; tell how it went, unless it was told to stop."""
        try:
            code = child.process.wait(longest_s)
        except subprocess.TimeoutExpired:
            child.hung = True
            child.process.kill()
            code = child.process.wait()
        with self._lock:
            self._alive.remove(child)
            child.ended = True
        if not child.stopped:
            failed = f"failed with {code}" if code else ""
            ended("did not end" if child.hung else failed)


def start_process(argv: Sequence[str]) -> Process:
    """The program in a session of its own, so that keys of the terminal mean nothing to it."""
    if argv[0] == WINSOUND:
        return WindowsSound(argv[1])
    null = subprocess.DEVNULL
    return subprocess.Popen(
        argv,
        stdin=null,
        stdout=null,
        stderr=null,
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


class WindowsSound:
    """A tone by ``winsound``, which plays beside us and is silenced by playing nothing."""

    LASTS_S = 0.6
    """No tone is longer; it does not say when it has ended."""

    def __init__(self, path: str) -> None:
        self._sound: Any = import_module(WINSOUND)  # it is on Windows only
        self._stopped = threading.Event()
        sound = self._sound
        flags = sound.SND_FILENAME | sound.SND_ASYNC | sound.SND_NODEFAULT
        try:
            sound.PlaySound(path, flags)
        except RuntimeError as error:
            raise OSError(str(error)) from error

    def wait(self, timeout: float | None = None) -> int:
        """0, once the tone must be over."""
        del timeout
        self._stopped.wait(self.LASTS_S)
        return 0

    def kill(self) -> None:
        """Silence."""
        self._stopped.set()
        self._sound.PlaySound(None, 0)


def _in_a_thread(work: Callable[[], None]) -> None:
    threading.Thread(target=work, daemon=True).start()
