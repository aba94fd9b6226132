"""Keys from standard input, waited for without ever looking in vain."""

from __future__ import annotations

import os
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from math import inf
from types import TracebackType
from typing import Protocol, Self

from relief_tui.plain.keys import Decoder, Named
from relief_tui.plain.reader import CHUNK, Reader, open_reader
from relief_tui.plain.signals import Signals

_BELONGS_S = 0.1
"""What follows an escape, or the beginning of a long line, within this time belongs to it."""


class Keys(Protocol):
    """Where keys come from. Used within ``with``; the terminal is as before at its end."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    @property
    def terminal(self) -> bool:
        """True if a person presses them one by one; False if they come through a pipe."""

    @property
    def ended(self) -> bool:
        """True once no key can come any more."""

    def key(self, wait_s: float | None) -> str | None:
        """The next key, waited for at most ``wait_s`` real seconds (None: for ever).

        None when the time is up, and at once when the input ends; from then on it only waits.
        Raises ``Signalled`` when the process was told to end.
        """

    def name_lines(self, named: Named) -> None:
        """From now on a line from a pipe may mean a key of its own."""

    def put_back(self, key: str) -> None:
        """The key comes again, before all others."""

    def check(self) -> None:
        """Raises ``Signalled`` if the process was told to end."""


class StdinKeys:
    """The keys of this process. A terminal gives them one by one and does not echo them."""

    def __init__(self) -> None:
        self._fd = _descriptor()
        self._terminal = self._fd is not None and os.isatty(self._fd)
        self._decoder = Decoder(lines=not self._terminal)
        self._queue: deque[str] = deque()
        self._closed = self._fd is None
        self._signals = Signals()
        self._stack = ExitStack()
        self._reader: Reader | None = None

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            stack.enter_context(self._signals)
            if self._terminal and self._fd is not None:
                stack.enter_context(_single_keys(self._fd))
            self._reader = open_reader(self._fd, self._signals.fd, terminal=self._terminal)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    @property
    def terminal(self) -> bool:
        return self._terminal

    @property
    def ended(self) -> bool:
        return self._closed and not self._queue

    def key(self, wait_s: float | None) -> str | None:
        until = inf if wait_s is None else time.monotonic() + wait_s
        ended_before = self._closed
        while not self._queue:
            if self._closed and (until == inf or not ended_before):
                return None
            self._fill(max(0.0, until - time.monotonic()))
            if self._signals.interrupted():
                return "ctrl+c"
            if not self._queue and time.monotonic() >= until:
                return None
        return self._next()

    def name_lines(self, named: Named) -> None:
        self._decoder.named = named

    def put_back(self, key: str) -> None:
        self._queue.appendleft(key)

    def check(self) -> None:
        self._signals.interrupted()

    def _next(self) -> str | None:
        key = self._queue.popleft()
        if key == "ctrl+d" and self._terminal:
            self._closed = True
            self._queue.clear()
            return None
        return key

    def _fill(self, wait_s: float) -> None:
        if self._decoder.pending:
            wait_s = min(wait_s, _BELONGS_S)
        data = self._reader.read(wait_s) if self._reader else None
        if data:
            self._queue.extend(self._decoder.feed(data, more=len(data) >= CHUNK))
            return
        self._queue.extend(self._decoder.flush())
        if data is not None:
            self._closed = True


def _descriptor() -> int | None:
    try:
        return sys.stdin.fileno()
    except (AttributeError, OSError, ValueError):  # none, closed, or not a file
        return None


@contextmanager
def _single_keys(fd: int) -> Iterator[None]:
    """The terminal gives every key as it is pressed; a Windows console can do nothing else."""
    if sys.platform == "win32":
        yield
        return
    import termios
    import tty

    before = None
    with suppress(termios.error):  # here and below: the terminal may have gone away
        before = termios.tcgetattr(fd)
        tty.setcbreak(fd, termios.TCSANOW)
    try:
        yield
    finally:
        if before is not None:
            with suppress(termios.error):
                termios.tcsetattr(fd, termios.TCSANOW, before)
