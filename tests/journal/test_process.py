"""Is the process that wrote this mark still running?"""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
from ctypes import wintypes
from pathlib import Path
from typing import Any

import pytest

from relief_tui import process

_NO_SUCH_PID = 2**22 + 1
"""Above the highest number Linux gives."""


def test_this_process_is_alive() -> None:
    pid, mark = process.mark()
    assert pid == os.getpid()
    assert mark
    assert process.mark() == (pid, mark)
    assert process.alive(pid, mark)


@pytest.mark.parametrize("pid", [_NO_SUCH_PID, 2**70, 0, -1])
def test_a_number_nobody_has_is_not_alive(pid: int) -> None:
    assert not process.alive(pid, process.mark()[1])
    assert not process.alive(pid, "")


def test_the_same_number_with_another_mark_is_another_process() -> None:
    assert not process.alive(os.getpid(), "")
    assert not process.alive(os.getppid(), process.mark()[1])


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_process_is_dead_once_killed_even_before_it_is_collected() -> None:
    code = "from relief_tui import process; print(*process.mark(), flush=True); input()"
    command = [sys.executable, "-c", code]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        number, mark = child.stdout.readline().split()
        assert int(number) == child.pid
        assert process.alive(child.pid, mark)
        child.send_signal(signal.SIGKILL)
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        if process._PROC.joinpath("self/stat").exists():
            assert not process.alive(child.pid, mark)
    assert not process.alive(child.pid, mark)


def _proc(folder: Path, stat: str, boot: str | None = "b00t") -> Path:
    (folder / "7").mkdir()
    (folder / "7/stat").write_text(stat)
    if boot is not None:
        (folder / "sys/kernel/random").mkdir(parents=True)
        (folder / "sys/kernel/random/boot_id").write_text(f"{boot}\n")
    return folder


_REST = "1 7 7 0 -1 4194304 1 0 0 0 0 0 0 0 20 0 1 0 86400 1 1"


def test_linux_reads_the_ticks_behind_any_name(tmp_path: Path) -> None:
    folder = _proc(tmp_path, f"7 (a) S (b 1 2 3) S {_REST}")
    assert process._start_linux(7, folder) == "b00t/86400"
    assert process._start_linux(8, folder) is None


def test_linux_without_a_boot_id(tmp_path: Path) -> None:
    assert process._start_linux(7, _proc(tmp_path, f"7 (x) R {_REST}", None)) == "/86400"


def test_linux_counts_a_zombie_as_dead(tmp_path: Path) -> None:
    assert process._start_linux(7, _proc(tmp_path, f"7 (x) Z {_REST}")) is None


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill would end the process there")
def test_other_posix_asks_by_signal_0(monkeypatch: pytest.MonkeyPatch) -> None:
    assert process._start_posix(os.getpid()) == platform.node()
    assert process._start_posix(_NO_SUCH_PID) is None
    assert process._start_posix(2**70) is None

    def not_mine(_pid: int, _signal: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "kill", not_mine)
    assert process._start_posix(1) == platform.node()


class _Call:
    """A function of ``kernel32`` that fills what it is pointed at."""

    def __init__(self, answer: int, **fills: int) -> None:
        self.answer = answer
        self.fills = fills
        self.given: list[tuple[Any, ...]] = []

    def __call__(self, *given: Any) -> int:
        self.given.append(given)
        for name, value in self.fills.items():
            setattr(given[1]._obj, name, value)
        return self.answer


class _Kernel32:
    def __init__(self, handle: int = 5, code: int = 259, known: int = 1) -> None:
        self.OpenProcess = _Call(handle)
        self.GetExitCodeProcess = _Call(known, value=code)
        self.GetProcessTimes = _Call(known, dwHighDateTime=0x1DC, dwLowDateTime=0xABC)
        self.CloseHandle = _Call(1)


def test_windows_asks_when_it_was_created() -> None:
    kernel32 = _Kernel32()
    assert process._start_windows(7, kernel32) == "1dc:abc"
    assert kernel32.OpenProcess.given == [(0x1000, False, 7)]
    ((handle,),) = kernel32.CloseHandle.given
    assert isinstance(handle, wintypes.HANDLE)
    assert handle.value == 5


@pytest.mark.parametrize("kernel32", [_Kernel32(code=0), _Kernel32(known=0)])
def test_windows_a_process_that_ended_is_dead_and_its_handle_closed(kernel32: _Kernel32) -> None:
    assert process._start_windows(7, kernel32) is None
    assert len(kernel32.CloseHandle.given) == 1


def test_windows_a_number_nobody_has() -> None:
    kernel32 = _Kernel32(handle=0)
    assert process._start_windows(7, kernel32) is None
    assert kernel32.CloseHandle.given == []
