"""Which process is this, and is that one still running?

A process number alone does not tell: after a while the system gives it to another program. The
start mark does, as far as the platform can say when a process started.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

_PROC = Path("/proc")
_QUERY_LIMITED_INFORMATION = 0x1000
_STILL_ACTIVE = 259


def mark() -> tuple[int, str]:
    """This process: its number and its start mark."""
    pid = os.getpid()
    return pid, _start(pid) or ""


def alive(pid: int, mark: str) -> bool:
    """True if the very process that once gave this number and start mark is still running."""
    return pid > 0 and _start(pid) == mark


def _start(pid: int) -> str | None:
    """When the process with this number started, as an opaque mark; None if none is running."""
    if sys.platform == "win32":
        from ctypes import WinDLL  # two milliseconds that nobody else needs

        return _start_windows(pid, WinDLL("kernel32"))
    if (_PROC / "self/stat").exists():
        return _start_linux(pid, _PROC)
    return _start_posix(pid)


def _start_linux(pid: int, proc: Path) -> str | None:
    """Boot and clock ticks since it; a process that ended but was not collected is not running."""
    try:
        # The name in brackets may hold spaces and brackets itself: the rest begins at the last one.
        fields = (proc / str(pid) / "stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return None
    state, ticks = fields[0], fields[19]
    return None if state in "ZX" else f"{_boot(proc)}/{ticks}"


def _boot(proc: Path) -> str:
    try:
        return (proc / "sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return ""  # some containers hide it; the ticks alone still tell most processes apart


def _start_posix(pid: int) -> str | None:
    """The machine's name: it keeps a journal that travels on a stick from meeting a stranger."""
    import platform  # a millisecond that Linux need not spend

    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return None
    except PermissionError:
        pass  # it runs, and belongs to someone else
    return platform.node()


def _start_windows(pid: int, kernel32: Any) -> str | None:
    """When it was created. Never ``os.kill`` here: on Windows signal 0 ends the process."""
    from ctypes import wintypes

    kernel32.OpenProcess.restype = wintypes.HANDLE
    kernel32.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
    handle = kernel32.OpenProcess(_QUERY_LIMITED_INFORMATION, False, pid)
    if not handle:
        return None
    try:
        return _created_windows(wintypes.HANDLE(handle), kernel32)
    finally:
        kernel32.CloseHandle(wintypes.HANDLE(handle))


def _created_windows(handle: Any, kernel32: Any) -> str | None:
    from ctypes import byref, wintypes

    code = wintypes.DWORD()
    times = [wintypes.FILETIME() for _ in ("created", "ended", "in the kernel", "outside it")]
    known = kernel32.GetExitCodeProcess(handle, byref(code)) and kernel32.GetProcessTimes(
        handle, *map(byref, times)
    )
    if not known or code.value != _STILL_ACTIVE:
        return None
    return f"{times[0].dwHighDateTime:x}:{times[0].dwLowDateTime:x}"
