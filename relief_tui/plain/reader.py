"""Waiting for bytes and for a signal at once, in the way each platform allows."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from math import inf
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Protocol

LOOK_S = 0.2
"""How often a signal is looked for where it cannot wake a wait."""
CHUNK = 4096
"""Bytes that are read at once, at most: after so many there may be more."""
_WINDOWS = {"I": "\x1b[5~", "Q": "\x1b[6~", ";": "\x1bOP", "<": "\x1bOQ"}
"""PageUp, PageDown, F1 and F2, as a Windows console names them and as the others do."""


class Reader(Protocol):
    """Reads what is there."""

    def read(self, wait_s: float) -> bytes | None:
        """What came within ``wait_s`` seconds (or infinity); None if nothing did, ``b""`` once
        when the input has ended. May return early."""


class SelectReader:
    """For POSIX. ``fd`` None: there is no input; ``wake`` becomes readable when a signal comes."""

    def __init__(self, fd: int | None, wake: int | None) -> None:
        self._fd = fd
        self._wake = wake

    def read(self, wait_s: float) -> bytes | None:
        watched = [fd for fd in (self._fd, self._wake) if fd is not None]
        ready, _, _ = select.select(watched, [], [], None if wait_s == inf else wait_s)
        if self._fd is None or self._fd not in ready:
            return None
        try:
            data = os.read(self._fd, CHUNK)
        except BlockingIOError:
            return None
        except OSError:  # such as a terminal that went away
            data = b""
        if not data:
            self._fd = None
        return data


class ThreadReader:
    """For Windows, where a console cannot be waited for: another thread reads."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._read: SimpleQueue[bytes] = SimpleQueue()
        Thread(target=self._pump, args=(chunks,), daemon=True).start()

    def read(self, wait_s: float) -> bytes | None:
        try:
            return self._read.get(timeout=min(wait_s, LOOK_S))
        except Empty:
            return None

    def _pump(self, chunks: Iterator[bytes]) -> None:
        with suppress(OSError):
            for chunk in chunks:
                self._read.put(chunk)
        self._read.put(b"")


def open_reader(fd: int | None, wake: int | None, *, terminal: bool) -> Reader:
    """The reader for this platform."""
    if sys.platform != "win32":
        return SelectReader(fd, wake)
    if terminal:
        import msvcrt

        return ThreadReader(console_keys(msvcrt.getwch, msvcrt.kbhit))
    return ThreadReader(_chunks(fd))


def console_keys(take: Callable[[], str], more: Callable[[], bool]) -> Iterator[bytes]:
    """The keys of a Windows console; ``take`` waits for one, ``more`` tells if another is there.

    Keys without a character come as two: the first may also be ``à``, which then comes alone.
    """
    while True:
        key = take()
        if key in ("\x00", "\xe0") and more():
            key = _WINDOWS.get(take(), "")
        encoded = key.encode("utf-8", "ignore")
        if encoded:
            yield encoded


def _chunks(fd: int | None) -> Iterator[bytes]:
    while fd is not None and (data := os.read(fd, CHUNK)):
        yield data
