"""The guide: how long it takes to open, and to answer each key of a search."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.keys import press_ms
from tests.bench.row import AtMost, Row
from tests.bench.watching import CHIP, FRAME_END, Watched, relief

_IDLE_S = 2.5
"""After the first picture: home has been idle, and the guide is read."""
_PAUSE_S = 0.2
_OPEN = re.compile(rb"What this is, and is not")
_FIELD = re.compile(rb"leave the field")
_SEARCHES = ("toes into the bench", "hot or cold", "magnezium tablets", "cramp in bed")


def guide(folder: Path, quick: bool) -> Iterator[Row]:
    """`g` → the guide, at once and from home that was idle; each key of a search → the hits."""
    opened: list[float] = []
    hurried: list[float] = []
    typed: list[float] = []
    for _ in range(3 if quick else 15):
        with relief(home=folder) as app:
            app.until(CHIP)
            hurried.append(press_ms(app, "g", _OPEN))
            app.press("esc")
            app.quit()
        with relief(home=folder) as app:
            app.until(CHIP)
            app.pass_time(time.monotonic() + _IDLE_S)
            opened.append(press_ms(app, "g", _OPEN))
            app.press("esc")
            app.quit()
    with relief(home=folder) as app:
        app.until(CHIP)
        app.pass_time(time.monotonic() + _IDLE_S)
        press_ms(app, "g", _OPEN)
        for search in _SEARCHES[: 1 if quick else None]:
            press_ms(app, "/", _FIELD)
            for key in search:
                typed.append(_last_frame_ms(app, "space" if key == " " else key))
            app.press("esc")
            app.pass_time(time.monotonic() + _PAUSE_S)
            app.press("esc")
            app.pass_time(time.monotonic() + _PAUSE_S)
        app.press("esc")
        app.pass_time(time.monotonic() + _PAUSE_S)
        app.quit()
    yield Row("key g → the guide, home idle", "–", "ms", opened, (), AtMost(150.0, median))
    yield Row("key g → the guide, at once", "–", "ms", hurried, (), AtMost(300.0, median))
    yield Row("key of a search → what it finds", "–", "ms", typed, (), AtMost(50.0, median))


def _last_frame_ms(app: Watched, key: str) -> float:
    """From the key to the end of the last frame that follows from it: the field is painted before
    the list and the page. The cursor blinks now and then, which the median leaves out."""
    before, pressed = len(app.raw), time.monotonic()
    app.press(key)
    app.pass_time(pressed + _PAUSE_S)
    end = app.raw.rfind(FRAME_END, before)
    return 1000 * (app.moment(end) - pressed)
