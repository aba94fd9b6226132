"""An ear: a sound device that is not there, what was played on it, and the notes in that.

    with sound_device(tmp_path) as device, device.listen("tones") as heard:
        run_something(env=device.env("tones"))
        heard.stop()
        assert find("go", track(heard.samples), near_s=heard.at(moment))

A PulseAudio server of the test's own plays into null sinks and lets them be recorded; neither the
hardware nor the person's own server is touched. Moments are ``time.time()``, seconds of a
recording count from its first sample.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from math import cos, pi, sqrt
from pathlib import Path
from types import TracebackType
from typing import Self

RATE_HZ = 22_050
HOP_S = 0.01
"""How finely a recording is looked at."""
_WINDOW = 441  # samples: 20 ms tell notes apart that are 50 Hz from each other
_FAINT = 200  # of 32767: softer is silence
_NEEDED = ("pulseaudio", "paplay", "parec")
_LONGEST_S = 10.0


def no_device() -> str:
    """Why there can be no sound device here; empty if there can."""
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


class Recording:
    """What one sink plays, from ``with`` to :meth:`stop`.

    ``lost_s`` are the seconds of it that are not in the recording, because the server stalled or
    ended: from then on the seconds of the recording are not those of the clock.
    """

    def __init__(self, sink: str, env: Mapping[str, str]) -> None:
        self.samples = array("h")
        self.lost_s = float("inf")
        self._argv = ["parec", "--raw", "--format=s16le", f"--rate={RATE_HZ}", "--channels=1",
                      "--latency-msec=10", f"--device={sink}.monitor"]  # fmt: skip
        self._env = {**os.environ, **env}
        self._began = float("inf")
        self._came = threading.Event()

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            self._argv, env=self._env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self._came.wait(_LONGEST_S), "the recorder gives nothing"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """No more is recorded."""
        if self._process.poll() is None:
            self.lost_s = self.at(time.time()) - len(self.samples) / RATE_HZ
        self._process.kill()
        self._process.wait()
        self._reader.join(_LONGEST_S)

    def at(self, moment: float) -> float:
        """The second of the recording at ``moment``."""
        return moment - self._began

    def _read(self) -> None:
        assert self._process.stdout is not None
        odd = b""
        while got := os.read(self._process.stdout.fileno(), 4096):
            got = odd + got
            even = len(got) - len(got) % 2
            self.samples.frombytes(got[:even])
            odd = got[even:]
            # The piece that came soonest after it was played tells best when all began.
            self._began = min(self._began, time.time() - len(self.samples) / RATE_HZ)
            self._came.set()
        self._process.stdout.close()


class SoundDevice:
    """A server and its sinks."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "socket"
        self._own = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}

    def start(self, sinks: Sequence[str]) -> subprocess.Popen[bytes]:
        """The server, when it answers."""
        loaded = [f"module-native-protocol-unix socket={self.socket} auth-anonymous=1"]
        loaded += [f"module-null-sink sink_name={sink} rate={RATE_HZ} channels=1" for sink in sinks]
        argv = [
            "pulseaudio",
            "-n",
            "--fail=yes",
            "--daemonize=no",
            "--use-pid-file=no",
            "--exit-idle-time=-1",
        ]
        for module in loaded:
            argv += ["-L", module]
        null = subprocess.DEVNULL
        server = subprocess.Popen(
            argv, env={**os.environ, **self._own}, stdout=null, stderr=null, stdin=null
        )
        deadline = time.monotonic() + _LONGEST_S
        while not self._answers() and server.poll() is None:
            assert time.monotonic() < deadline, "pulseaudio does not answer"
        return server

    def env(self, sink: str) -> dict[str, str]:
        """What a program needs to play there."""
        return {**self._own, "PULSE_SERVER": f"unix:{self.socket}", "PULSE_SINK": sink}

    def listen(self, sink: str) -> Recording:
        """Record what a sink plays."""
        return Recording(sink, self.env(sink))

    def _answers(self) -> bool:
        asked = subprocess.run(
            ["pactl", "info"], env={**os.environ, **self.env("")}, capture_output=True, check=False
        )
        return asked.returncode == 0


@contextmanager
def sound_device(folder: Path, *sinks: str) -> Iterator[SoundDevice]:
    """A device with these sinks, for as long as the block lasts."""
    device = SoundDevice(folder)
    server = device.start(sinks)
    try:
        assert server.poll() is None, f"pulseaudio ended with {server.returncode}"
        yield device
    finally:
        server.kill()
        server.wait()


# Listening


def loudness(samples: Sequence[int], begin_s: float = 0.0, end_s: float | None = None) -> float:
    """The root mean square between two seconds."""
    first = max(0, round(begin_s * RATE_HZ))
    part = samples[first : None if end_s is None else round(end_s * RATE_HZ)]
    return sqrt(sum(value * value for value in part) / max(1, len(part)))


def strength(samples: Sequence[int], hertz: float) -> float:
    """How much of one frequency there is (Goertzel's algorithm)."""
    turn = 2 * cos(2 * pi * hertz / RATE_HZ)
    before = last = 0.0
    for value in samples:
        before, last = last, value + turn * last - before
    return before * before + last * last - turn * before * last


def note(samples: Sequence[int], notes: Sequence[float]) -> float:
    """The strongest of these notes (hertz); 0 in silence."""
    if max(map(abs, samples), default=0) < _FAINT:
        return 0.0
    return max(notes, key=lambda hertz: strength(samples, hertz))


def track(samples: Sequence[int], notes: Sequence[float]) -> list[float]:
    """The note at every hundredth of a second."""
    hops = range(int((len(samples) - _WINDOW) / RATE_HZ / HOP_S))
    places = (round(hop * HOP_S * RATE_HZ) for hop in hops)  # no hop is a whole number of samples
    return [note(samples[place : place + _WINDOW], notes) for place in places]


def find(
    tone: Sequence[float], heard: Sequence[float], *, from_s: float, to_s: float
) -> tuple[float, float]:
    """When a tone begins between two seconds, and how much of it is there (0 to 1): the place at
    which most of its track agrees with what was heard."""
    places = range(max(0, round(from_s / HOP_S)), round(to_s / HOP_S) + 1)
    share, place = max(
        (
            (sum(a == b for a, b in zip(tone, heard[place:], strict=False)) / len(tone), -place)
            for place in places
        ),
        default=(0.0, 0),
    )
    return -place * HOP_S, share
