"""A real terminal for tests: run a program in it, press keys, see what a person would see.

    with relief("now", "--side", "left", home=tmp_path, scale=20) as terminal:
        terminal.wait_for("HOW IS IT?")
        terminal.press("1")

POSIX only. Columns and rows are cells, counted from 0 at the top left; times are real seconds.
"""

import os
import select
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from signal import SIGHUP, SIGINT, SIGKILL, SIGPIPE, SIGQUIT, SIGTERM
from tempfile import TemporaryDirectory
from typing import Self, TypeAlias

from tests.support.screen import Screen, Wanted, clicked, shows, typed

Changes: TypeAlias = Mapping[str, str | None] | None  # variables to set; a None takes one away

RELIEF = (sys.executable, "-m", "relief_tui")

POLL = 0.02  # between two looks at whether the program has ended
QUIET = 0.01  # output that pauses for this long has drawn a frame
FRAME = 0.25  # a frame is looked at after this long even if the output never pauses
LONE_ESC = 0.15  # Textual takes what follows an escape within 0.1 s for one key with alt


class Terminal:
    """A program in a terminal of its own, from `with` to the end of the block.

    Output is read while a method waits, never behind the test's back. `raw` is all of it;
    `frames` are the screens it made, each with the seconds from the start to its last byte;
    `screen` is as of the last wait; `pid` is the program, which leads a process group that dies
    with the block.
    """

    def __init__(
        self, argv: list[str], *, home: Path, cols: int = 80, rows: int = 24, env: Changes = None
    ) -> None:
        self.raw = bytearray()
        self.frames: list[tuple[float, str]] = []
        self.screen = Screen(cols, rows)
        self._argv, self._home, self._env = argv, home, env
        self._status: int | None = None

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            user = stack.enter_context(TemporaryDirectory(ignore_cleanup_errors=True))
            self._master, self._slave = os.openpty()
            stack.callback(os.close, self._master)
            stack.callback(os.close, self._slave)  # kept, to be asked when the program is gone
            self.resize(self.screen.columns, self.screen.lines)
            self._start = time.monotonic()
            self.pid = self._spawn(_environment(self._home, user, self._env))
            stack.callback(self._kill)
            self._cleanup = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._cleanup.close()

    def _spawn(self, env: dict[str, str]) -> int:
        # A session leader that opens a terminal gets it for its own. No fork: the test runner
        # has threads.
        tty = (os.POSIX_SPAWN_OPEN, 0, os.ttyname(self._slave), os.O_RDWR, 0)
        fds = [tty, (os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2)]
        argv, usual = self._argv, (SIGHUP, SIGINT, SIGPIPE, SIGQUIT, SIGTERM)
        return os.posix_spawnp(argv[0], argv, env, file_actions=fds, setsid=True, setsigdef=usual)

    def _kill(self) -> None:
        with suppress(ProcessLookupError, PermissionError):  # macOS refuses for a lone zombie
            os.killpg(self.pid, SIGKILL)
        if self._status is None:
            os.waitpid(self.pid, 0)

    def wait_for(self, wanted: Wanted, timeout: float = 10.0) -> str:
        """The first screen from now on that shows `wanted`."""
        if not self._wait(lambda: shows(self.text(), wanted), timeout):
            raise self._failure(f"{wanted!r} did not appear within {timeout:g} s")
        return self.text()

    def wait_gone(self, wanted: Wanted, timeout: float = 10.0) -> str:
        """The first screen from now on that does not show `wanted`."""
        if not self._wait(lambda: not shows(self.text(), wanted), timeout):
            raise self._failure(f"{wanted!r} did not go within {timeout:g} s")
        return self.text()

    def wait_exit(self, timeout: float = 10.0) -> int:
        """The program's exit status, or minus the signal that ended it."""
        self._wait(lambda: False, timeout)
        if self._status is None:
            raise self._failure(f"still running after {timeout:g} s")
        return self._status

    def watch(self, seconds: float) -> str:
        """Looks on for so long, or until the program has ended; the screen then."""
        self._wait(lambda: False, seconds)
        return self.text()

    def press(self, *keys: str) -> None:
        """Presses keys by name (`space`, `f2`, `ctrl+c`); any other text is typed as it is."""
        for key in keys:
            os.write(self._master, typed(key))
            if key == "esc":
                self.watch(LONE_ESC)

    def click(self, col: int, row: int) -> None:
        """Presses and releases the left button, as a terminal tells a program that asked."""
        if not self.screen.mouse_on:
            raise self._failure("the program does not listen to the mouse")
        os.write(self._master, clicked(col, row))

    def resize(self, cols: int, rows: int) -> None:
        """Gives the window another size; the program hears SIGWINCH."""
        self.screen.resize(rows, cols)
        termios.tcsetwinsize(self._master, (rows, cols))

    def signal(self, number: int) -> None:
        """Sends a signal to the program alone, not to its children."""
        if self._ended():
            raise self._failure("no program left to signal")
        os.kill(self.pid, number)

    def text(self) -> str:
        """The screen as of the last wait, without trailing blanks."""
        return self.screen.text()

    def line(self, contains: str) -> str:
        """The first line of the screen that contains these words."""
        for line in self.text().splitlines():
            if contains in line:
                return line
        raise self._failure(f"no line contains {contains!r}")

    def seen(self, wanted: Wanted, after: float = 0.0) -> float:
        """Seconds from the start to the first frame, drawn at `after` or later, that showed it."""
        for moment, text in self.frames:
            if moment >= after and shows(text, wanted):
                return moment
        raise self._failure(f"{wanted!r} was never on the screen")

    def given_back(self) -> bool:
        """True, or an AssertionError that names the modes the program left switched."""
        if left := [f"?{mode}" for mode in self.screen.switched()]:
            raise self._failure(f"modes not given back: {' '.join(left)}")
        return True

    def sane(self) -> bool:
        """True, or an AssertionError, if what is typed next would not be echoed line by line."""
        if ~termios.tcgetattr(self._slave)[3] & (termios.ECHO | termios.ICANON | termios.ISIG):
            raise self._failure("the terminal was left in raw mode")
        return True

    def _failure(self, what: str) -> AssertionError:
        state = "running" if self._status is None else f"ended with {self._status}"
        rule = "-" * self.screen.columns
        return AssertionError(f"{what}; the program: {state}\n{rule}\n{self.text()}\n{rule}")

    def _ended(self) -> bool:
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self._status = os.waitstatus_to_exitcode(status) if pid else None
        return self._status is not None

    def _wait(self, done: Callable[[], bool], seconds: float) -> bool:
        """Looks at every frame until `done`, the deadline, or the end of the program."""
        deadline, patience = time.monotonic() + seconds, QUIET
        while True:
            ended = self._ended()  # asked before reading, so that its last words are read
            came = self._frame(patience)
            left = deadline - time.monotonic()
            if done() or left <= 0 or (ended and not came):
                return done()
            patience = min(POLL, left)

    def _frame(self, patience: float) -> bool:
        """Takes in one frame if one begins within `patience` seconds."""
        if not self._readable(patience):
            return False
        end = time.monotonic() + FRAME
        while True:
            self._read()
            moment = time.monotonic()
            pause = FRAME if self.screen.half_drawn else QUIET
            if moment >= end or not self._readable(pause):
                break
        self.frames.append((moment - self._start, self.text()))
        return True

    def _readable(self, seconds: float) -> bool:
        return bool(select.select([self._master], [], [], max(0.0, seconds))[0])

    def _read(self) -> None:
        output = os.read(self._master, 65536)
        self.raw += output
        if answer := self.screen.take(output):
            os.write(self._master, answer)


def _environment(home: Path, user: str, changes: Changes) -> dict[str, str]:
    """What a program needs to start, and nothing else of the user's; `user` is its $HOME."""
    env: dict[str, str | None] = {
        **{name: os.environ.get(name) for name in ("PATH", "PYTHONPATH")},
        "HOME": user,
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "RELIEF_HOME": str(home),
        "RELIEF_SOUND": "bell",
        **(changes or {}),
    }
    return {name: value for name, value in env.items() if value is not None}


def relief(
    *args: str,
    home: Path,
    cols: int = 80,
    rows: int = 24,
    env: Changes = None,
    scale: float | None = None,
) -> Terminal:
    """Relief in a terminal; its clock runs `scale` times as fast as ours."""
    speed = {"RELIEF_TIME_SCALE": None if scale is None else str(scale)}
    return Terminal([*RELIEF, *args], home=home, cols=cols, rows=rows, env={**speed, **(env or {})})


def run(
    *args: str, home: Path, input: str | None = None, env: Changes = None, timeout: float = 20.0
) -> subprocess.CompletedProcess[str]:
    """Relief without a terminal: `input` comes through a pipe that then ends."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as user:
        return subprocess.run(
            [*RELIEF, *args],
            env=_environment(home, user, env),
            input=input or "",
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )
