"""What a run costs while it goes on, and how true its time is."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.row import AtMost, Ratio, Row
from tests.bench.watching import CHIP, DIGITS, Watched, bare, relief, termdown

_MINUTE = 60
_EASE_IN_S, _HOLD_S = 5.0, 10.0
_CHECK = re.compile(rb"HOW IS IT\?[A-Z ]* \d+ s")
"""The check itself, not its name beside *next* while the foot is let go."""


def _shown(words: str) -> re.Pattern[bytes]:
    return re.compile(re.escape(words.encode()))


def _press_on(terminal: Watched, *phases: str) -> int:
    """Next, until each of the phases has stood on the screen; the bytes so far."""
    place = 0
    for phase in phases:
        before = len(terminal.raw)
        terminal.press("n")
        _, place = terminal.until(_shown(phase), after=before)
    return place


def processor(folder: Path, quick: bool) -> Iterator[Row]:
    """The first minute of a hands-free relief, in full motion and in reduced, then a minute of
    rest; a whole `termdown 60` at its side.

    All run in the same minutes. What Relief takes for the rest is the difference between two
    moments of its processor time; all else is from the start on. The peer's figure is its whole
    life, from its resource usage.
    """
    (folder / "still").mkdir()
    (folder / "still" / "settings.toml").write_text('motion = "reduced"', encoding="utf-8")
    moving, still, rests, peers = [], [], [], []
    for _ in range(1 if quick else 3):
        with (
            termdown(_MINUTE, folder) as peer,
            relief("now", home=folder) as app,
            relief("now", home=folder / "still") as reduced,
        ):
            _pass_time(app.began + _MINUTE, app, reduced)
            moving.append(app.cpu_s())
            still.append(reduced.cpu_s())
            reduced.quit()
            rests.append(_rest_s(app))
            app.quit()
            peer.end()
            assert peer.usage is not None
            peers.append(peer.usage.ru_utime + peer.usage.ru_stime)
    name = f"termdown {_MINUTE}"
    yield Row("processor time, first 60 s of a relief", name, "s", moving, peers, Ratio(2.0))
    yield Row("the same in reduced motion", name, "s", still, peers, Ratio(1.5))
    yield Row("processor time, 60 s of rest", name, "s", rests, peers, Ratio(1.0))


def _pass_time(until: float, *terminals: Watched) -> None:
    """Take in what comes from all of them up to that moment."""
    while time.monotonic() < until:
        for terminal in terminals:
            terminal.pass_time(min(until, time.monotonic() + 0.05))


def _rest_s(app: Watched) -> float:
    """Processor time of a minute of rest, once the cramp is said to be gone."""
    app.press("1")
    app.until(_shown("TOES TO SHIN"), after=len(app.raw))
    _press_on(app, "REST 1")
    app.pass_time(time.monotonic() + 2.0)
    before = app.cpu_s()
    app.pass_time(time.monotonic() + _MINUTE)
    return app.cpu_s() - before


def holds(folder: Path, quick: bool) -> Iterator[Row]:
    """The end of each hold against the clock, from the key that began its round, while another
    process keeps a core busy; the way of the key itself is in the figure."""
    late: list[float] = []
    with busy():
        for _ in range(1 if quick else 2):
            with relief("now", "--hold", f"{_HOLD_S:g}", "--side", "left", home=folder) as app:
                app.until(CHIP)
                _press_on(app, "WEIGHT DOWN", "TOES TO SHIN")
                for _ in range(2 if quick else 6):
                    late.append(_round_ms(app))
                app.quit()
    yield Row("end of a hold, the other core busy", "the clock", "ms", late, (), AtMost(50.0))


@contextmanager
def busy() -> Iterator[None]:
    """Another process keeps a core busy."""
    other = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        other.kill()
        other.wait()


def _round_ms(terminal: Watched) -> float:
    """How late the end of the hold stands on the screen."""
    pressed = time.monotonic()
    place = _press_on(terminal, "EASE IN")
    _, place = terminal.until(_shown("HOLD LEFT"), after=place)
    moment, place = terminal.until(_shown("LET GO LEFT"), after=place)
    terminal.until(_CHECK, after=place)
    return 1000 * (moment - pressed - _EASE_IN_S - _HOLD_S)


def memory(folder: Path, quick: bool) -> Iterator[Row]:
    """The peak after a round, the way to the rest and the red flags; the bare app's after one
    notification."""
    ours, peers = [], []
    for _ in range(1 if quick else 5):
        with relief("now", home=folder) as app:
            app.until(CHIP)
            _press_on(app, "WEIGHT DOWN", "TOES TO SHIN", "EASE IN", "HOLD", "LET GO", "HOW IS IT?")
            app.press("1")
            app.until(_shown("TOES TO SHIN"), after=len(app.raw))
            _press_on(app, "REST 1")
            app.press("!")
            app.pass_time(time.monotonic() + 1.0)
            ours.append(app.peak_mib())
            app.press("esc")
            app.quit()
        with bare(folder) as peer:
            peer.until(DIGITS)
            peer.press("x")
            peer.until(_shown("pressed 1"))
            peers.append(peer.peak_mib())
            peer.quit()
    yield Row("peak memory of a relief", "bare app", "MiB", ours, peers, Ratio(1.5))
