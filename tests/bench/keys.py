"""How long it takes from a key to the screen that it changes."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.row import Ratio, Row, p99
from tests.bench.watching import CHIP, DIGITS, Watched, bare, relief

_PAUSE_S = 0.35
"""Between two keys: the bare app's notification has gone by then."""
_HELD = re.compile(rb"HOLD LEFT \d+ s[^\x1b]*paused")
_HOLDS = re.compile(rb"HOLD LEFT \d+ s(?! . [A-Z ]*. paused)")


def keys(folder: Path, quick: bool) -> Iterator[Row]:
    """Pause and again, in a hold; a notification in the bare app."""
    count = 20 if quick else 200
    ours: list[float] = []
    peers: list[float] = []
    with relief("now", "--side", "left", home=folder) as app, bare(folder) as peer:
        peer.until(DIGITS)
        app.until(CHIP)
        for word in (b"WEIGHT DOWN LEFT", b"TOES TO SHIN LEFT", b"EASE IN LEFT", b"HOLD LEFT"):
            app.press("n")
            app.until(re.compile(word))
        for number in range(1, count + 1):
            key, mark = ("space", _HELD) if number % 2 else ("r", _HOLDS)
            ours.append(press_ms(app, key, mark))
            peers.append(press_ms(peer, "x", re.compile(rb"pressed %d\b" % number)))
            _let_pass(_PAUSE_S, app, peer)
    for name, goal in (("median", Ratio(1.5)), ("p99", Ratio(1.5, p99))):
        what = f"key → changed screen, {name}"
        yield Row(what, "bare app notifying", "ms", ours, peers, goal)


def press_ms(terminal: Watched, key: str, mark: re.Pattern[bytes]) -> float:
    """From the key to the end of the frame that shows the mark."""
    before, pressed = len(terminal.raw), time.monotonic()
    terminal.press(key)
    moment, _ = terminal.until(mark, after=before)
    return 1000 * (moment - pressed)


def _let_pass(seconds: float, *terminals: Watched) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for terminal in terminals:
            terminal.pass_time(min(end, time.monotonic() + 0.02))
