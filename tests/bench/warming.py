"""A warm-up: how long it takes to begin, with many routines too; how true ten minutes are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from relief_tui.content.routines import load_routine
from tests.bench.row import AtMost, Ratio, Row
from tests.bench.running import busy
from tests.bench.starting import pairs, screen_ms
from tests.bench.watching import CHIP, DIGITS, bare, relief

_WORK = re.compile(rb"WORK BOTH \d+ s")
_DONE = re.compile(rb"DONE")
_OWN, _QUICK_S = 500, 20.0
_LINE = '[[steps]]\nname = "Bike"\nseconds = {:g}\ncues = ["easy", "loose"]\n'


def warmup(folder: Path, quick: bool) -> Iterator[Row]:
    """Start → the list of routines; start → the first line of one."""
    for args in (("warmup",), ("warmup", "standard")):
        ours, peers = pairs(
            5 if quick else 20,
            lambda args=args: screen_ms(relief(*args, home=folder), CHIP),  # type: ignore[misc]
            lambda: screen_ms(bare(folder), DIGITS),
        )
        name = " ".join(("relief", *args))
        yield Row(f"{name}: start → first screen", "bare app", "ms", ours, peers, Ratio(1.25))


def routines(folder: Path, quick: bool) -> Iterator[Row]:
    """The list with very many routines of one's own."""
    many, none = folder / "many", folder / "none"
    for number in range(_OWN):
        _own(many, f"own {number:03}", 30.0)
    ours, peers = pairs(
        3 if quick else 10,
        lambda: screen_ms(relief("warmup", home=many), CHIP),
        lambda: screen_ms(relief("warmup", home=none), CHIP),
    )
    what = f"relief warmup: {_OWN} routines of one's own"
    yield Row(what, "none", "ms", ours, peers, Ratio(2.0))


def ten_minutes(folder: Path, quick: bool) -> Iterator[Row]:
    """The end of a whole warm-up against the clock, from the beginning of its first work, while
    another process keeps a core busy: how far off it is, early or late."""
    name = "full"
    lasts_s = load_routine(name).total_s - load_routine(name).get_ready_s
    if quick:
        name, lasts_s = "short", _QUICK_S
        _own(folder, name, lasts_s)
    with busy(), relief("warmup", name, home=folder) as app:
        began, place = app.until(_WORK)
        ended, _ = app.until(_DONE, after=place, within_s=lasts_s + 60)
        app.quit()
    off_ms = 1000 * abs(ended - began - lasts_s)
    what = f"end of a warm-up of {lasts_s:g} s, the other core busy"
    yield Row(what, "the clock", "ms", (off_ms,), (), AtMost(100.0))


def _own(home: Path, name: str, seconds: float) -> None:
    """A routine of one line in the home of a person."""
    place = home / "routines"
    place.mkdir(parents=True, exist_ok=True)
    text = f'name = "{name}"\nget_ready_s = 5\n{_LINE.format(seconds)}'
    (place / f"{name}.toml").write_text(text, encoding="utf-8")
