"""What sound and voice cost: a start with both on, and how long after its mark a tone begins."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from relief_tui.coach.event import Cue, StepBegan
from relief_tui.coach.relief import Relief
from relief_tui.coach.simulate import timeline
from relief_tui.coach.step import Side
from relief_tui.content import load_script
from relief_tui.journal.store import Journal
from tests.bench.row import AtMost, Ratio, Row, p99
from tests.bench.running import busy
from tests.bench.starting import pairs, screen_ms
from tests.bench.watching import CHIP, DIGITS, bare, relief
from tests.support.clock import FakeClock

_CHECK = re.compile(rb"HOW IS IT\?[A-Z ]* \d+ s")
_CHECK_S = 44.0
_FUZZ_S = 0.005  # the journal knows milliseconds
_PLAYER = '#!/bin/sh\necho "$(date +%s%N)" "$1" >>"$RELIEF_HOME/played"\n'
"""Tells when it was started; it is the first of all players that is looked for."""


def sound(folder: Path, quick: bool) -> Iterator[Row]:
    """The first screen with tones and voice on; then every tone up to the first check, the other
    core busy."""
    env = _player(folder)
    (folder / "settings.toml").write_text('volume = "loud"\nvoice = true\n')
    for args in (("now",), ()):
        ours, peers = pairs(
            5 if quick else 20,
            lambda args=args: screen_ms(relief(*args, home=folder, env=env), CHIP),  # type: ignore[misc]
            lambda: screen_ms(bare(folder), DIGITS),
        )
        name = " ".join(("relief", *args))
        what = f"{name}, sound and voice on: first screen"
        yield Row(what, "bare app", "ms", ours, peers, Ratio(1.25))
    late: list[float] = []
    with busy():
        for number in range(1 if quick else 3):
            home = folder / str(number)
            home.mkdir()
            late += _late_ms(home, env)
    what = "mark → player runs, other core busy"
    yield Row(what, "the clock", "ms", late, (), AtMost(25.0, median))
    yield Row(f"{what}: p99", "the clock", "ms", late, (), AtMost(50.0, p99))


def _player(folder: Path) -> dict[str, str | None]:
    """A machine with that player before all others, and a voice that says nothing."""
    programs = folder / "programs"
    programs.mkdir()
    for name, text in (("pw-play", _PLAYER), ("espeak-ng", "#!/bin/sh\n")):
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    return {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "RELIEF_SOUND": None}


def _late_ms(home: Path, env: dict[str, str | None]) -> list[float]:
    """How long after its mark each player ran, from the start to the first check. The run began
    where its most punctual step says."""
    with relief("now", "--side", "left", home=home, env=env) as app:
        app.until(_CHECK)
        app.quit()
    lines = list(timeline(Relief(load_script(), side=Side.LEFT)))
    steps = [line.t_s for line in lines if isinstance(line.happened.event, StepBegan)]
    with Journal.open(home / "journal.db", FakeClock().wall) as journal:
        began = [entry.time.timestamp() for entry in journal.entries(kinds=["step_began"])]
    zero = min(at - t_s for at, t_s in zip(began[1:], steps[1:], strict=False))
    marks = [line.t_s for line in lines if isinstance(line.happened.event, Cue)]
    played = [line.split() for line in (home / "played").read_text().splitlines()]
    moments = [int(at) / 1e9 - zero for at, path in played if "silence" not in path]
    return [
        1000 * min(moment - mark for moment in moments if moment >= mark - _FUZZ_S)
        for mark in marks
        if 0 < mark < _CHECK_S
    ]
