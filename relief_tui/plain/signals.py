"""Signals, noted at once and acted on between two pieces of work, so that none is cut in two."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, Self

_MINDED = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")


class Signalled(Exception):  # noqa: N818 - nothing went wrong
    """The process was told to end; ``number`` is the signal."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Signals:
    """Within ``with`` signals are collected; ``fd`` becomes readable when one comes (None where
    that is not possible). A signal the process was started to ignore stays ignored."""

    def __init__(self) -> None:
        self.fd: int | None = None
        self._came: deque[int] = deque()
        self._handlers: dict[int, Any] = {}
        self._write: int | None = None
        self._wakeup = -1

    def __enter__(self) -> Self:
        with suppress(ValueError):  # not the main thread: then somebody else minds the signals
            for number in _minded():
                self._handlers[number] = signal.signal(number, self._note)
            if sys.platform != "win32":
                self.fd, self._write = os.pipe()
                os.set_blocking(self.fd, False)
                os.set_blocking(self._write, False)
                self._wakeup = signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.fd is not None and self._write is not None:
            signal.set_wakeup_fd(self._wakeup)
            os.close(self.fd)
            os.close(self._write)
            self.fd = self._write = None
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers.clear()

    def interrupted(self) -> bool:
        """True if the person asked to stop (ctrl+c) since the last look.

        Raises ``Signalled`` if the process was told to end.
        """
        if self.fd is not None:
            with suppress(BlockingIOError):
                os.read(self.fd, 4096)
        if not self._came:
            return False
        number = self._came.popleft()
        if number != signal.SIGINT:
            raise Signalled(number)
        return True

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self._came.append(number)


def _minded() -> list[int]:
    known = [getattr(signal, name) for name in _MINDED if hasattr(signal, name)]
    return [number for number in known if signal.getsignal(number) not in (None, signal.SIG_IGN)]
