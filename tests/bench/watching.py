"""Programs in a real terminal, 80x24, whose output is timed as it comes and never drawn.

Drawing it, as `tests.support.terminal` does, would take more of the machine than what is measured.
"""

from __future__ import annotations

import os
import re
import select
import sys
import time
from pathlib import Path
from resource import struct_rusage

from tests.support.screen import SYNCHRONIZED_ASKED, SYNCHRONIZED_KNOWN
from tests.support.terminal import Changes, Terminal

FRAME_END = b"\x1b[?2026l"
CHIP = re.compile(rb"48;2;162;5;25m ! ")
"""The red flags in the footer: only the app's own screen has them."""
DIGITS = re.compile("╶".encode())
"""Part of the bare app's number."""

_BIN = Path(sys.executable).parent
_BARE = Path(__file__).with_name("bare.py")
_LONGEST_S = 90.0
_TICKS = os.sysconf("SC_CLK_TCK")


class Watched(Terminal):
    """A program in a terminal that answers what Textual asks; moments are `time.monotonic()`."""

    def __init__(self, *argv: str | Path, home: Path, env: Changes = None) -> None:
        super().__init__([str(arg) for arg in argv], home=home, env=env)
        self.usage: struct_rusage | None = None
        self._chunks: list[tuple[int, float]] = []

    @property
    def began(self) -> float:
        """The moment the program was started."""
        return self._start

    def until(
        self,
        mark: re.Pattern[bytes],
        *,
        whole_frame: bool = True,
        after: int = 0,
        within_s: float = _LONGEST_S,
    ) -> tuple[float, int]:
        """The moment the mark stood on the terminal (with the rest of its frame) and the number
        of bytes up to there; `after` so many bytes from the start."""
        deadline = time.monotonic() + within_s
        while time.monotonic() < deadline:
            if found := mark.search(self.raw, after):
                end = self.raw.find(FRAME_END, found.end()) if whole_frame else found.end()
                if end >= 0:
                    return self.moment(end), end
            if not self._take(1.0) and self._ended():
                break
        raise SystemExit(f"{' '.join(self._argv)}: {mark.pattern!r} was never on the screen")

    def pass_time(self, until: float) -> None:
        """Take in what comes up to that moment."""
        while (left := until - time.monotonic()) > 0:
            self._take(left)

    def end(self) -> float:
        """Wait for the program's own end; the moment of it."""
        ended = os.pidfd_open(self.pid)
        try:
            while ended not in select.select([ended, self._master], [], [], _LONGEST_S)[0]:
                self._take(0)
            moment = time.monotonic()
        finally:
            os.close(ended)
        self._ended()
        return moment

    def quit(self) -> None:
        """Leave as a person does."""
        self.press("q")
        self.end()

    def cpu_s(self) -> float:
        """Processor time so far, user and system, its ended children too (10 ms steps)."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / _TICKS

    def peak_mib(self) -> float:
        """The most memory that was ever resident."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def moment(self, place: int) -> float:
        """When the byte at `place` came."""
        return next(moment for size, moment in self._chunks if size > place)

    def _take(self, patience: float) -> bool:
        ready = self._readable(patience)
        if ready:
            self._read()
        return ready

    def _read(self) -> None:
        output = os.read(self._master, 65536)
        moment = time.monotonic()
        self.raw += output
        self._chunks.append((len(self.raw), moment))
        if SYNCHRONIZED_ASKED in self.raw[-len(output) - len(SYNCHRONIZED_ASKED) :]:
            os.write(self._master, SYNCHRONIZED_KNOWN)

    def _ended(self) -> bool:
        if self._status is None:
            pid, status, usage = os.wait4(self.pid, os.WNOHANG)
            if pid:
                self._status, self.usage = os.waitstatus_to_exitcode(status), usage
        return self._status is not None


def relief(*args: str, home: Path, env: Changes = None) -> Watched:
    """Relief, as installed; silent unless ``env`` says otherwise."""
    return Watched(_BIN / "relief", *args, home=home, env=env)


def bare(home: Path) -> Watched:
    """The bare Textual app."""
    return Watched(sys.executable, _BARE, home=home)


def nothing(home: Path) -> Watched:
    """An interpreter that does nothing."""
    return Watched(sys.executable, "-c", "pass", home=home)


def termdown(seconds: int, home: Path) -> Watched:
    """The timer from PyPI."""
    return Watched(_BIN / "termdown", str(seconds), home=home)
