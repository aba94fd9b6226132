"""A whole relief as it is heard: every tone at its time and of its pitch, every word of the voice.

Both runs play into sinks of a sound server that the tests start for themselves, at the same time;
what they played is recorded and listened to. Needs PulseAudio, and ``espeak-ng`` for the voice.
"""

from __future__ import annotations

import re
import runpy
import shutil
from array import array
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from relief_tui.coach import cueing
from relief_tui.coach.event import Cue, StepBegan
from relief_tui.coach.relief import Relief
from relief_tui.coach.simulate import Line, timeline
from relief_tui.coach.step import Side
from relief_tui.content import load_script
from relief_tui.cues.tones import TONES
from tests.house.ground import ROOT
from tests.support.ear import RATE_HZ, Recording, find, loudness, no_device, sound_device, track
from tests.support.history import events
from tests.support.screen import Wanted
from tests.support.terminal import Terminal, relief

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(bool(no_device()), reason=f"no sound device can be had: {no_device()}"),
]

HOLD_S = 10.0
"""Every hold: the shortest there is."""
FAST, SLOW = 6.0, 2.0
"""Of the tones: as fast as a busy machine can be without counting as away. Of the voice: a word
takes its time."""
EARLY_S, LATE_S = 0.06, cueing.LATE_S + 0.1
"""Real seconds around the mark: what is later is not even played, and a device takes its time.
How punctual it is on a machine that is not busy, ``tests.bench`` measures."""
MAKER: dict[str, Any] = runpy.run_path(str(ROOT / "assets" / "sounds" / "make.py"))
NOTES = sorted({hertz for notes in MAKER["TONES"].values() for hertz, _ in notes if hertz})
CHECK = re.compile(r"HOW IS IT\? LEFT \d+ s")
"""The check itself, not its name beside *next*."""
SPEECH, SILENCE = 300.0, 30.0
"""Root mean square, of 32767."""


@dataclass(frozen=True)
class Heard:
    """A run and what was heard of it; ``began`` is the second of the recording at which it did."""

    samples: array[int]
    began: float
    scale: float

    def at(self, t_s: float) -> float:
        """The second of the recording at a second of the run."""
        return self.began + t_s / self.scale


@dataclass(frozen=True)
class Both:
    tones: Heard
    voice: Heard


@pytest.fixture(scope="module")
def heard() -> Iterator[Both]:
    """Two reliefs with nobody there: one in tones to its end, one in words to its first check."""
    with ExitStack() as stack:
        # Not the folder of the test: the path of a socket must be short.
        folder = Path(stack.enter_context(TemporaryDirectory(ignore_cleanup_errors=True)))
        device = stack.enter_context(sound_device(folder, "tones", "voice"))
        ears, homes, runs = [], [], []
        for sink, scale, said in (
            ("tones", FAST, 'volume = "normal"\n'),
            ("voice", SLOW, 'volume = "off"\nvoice = true\n'),
        ):
            home = folder / f"{sink}-home"
            home.mkdir()
            (home / "settings.toml").write_text(said)
            ears.append(stack.enter_context(device.listen(sink)))
            env = {**device.env(sink), "RELIEF_SOUND": None}
            run = relief(
                "now", "--side", "left", "--hold", f"{HOLD_S:g}", home=home, scale=scale, env=env
            )
            runs.append(stack.enter_context(run))
            homes.append(home)
        with ThreadPoolExecutor() as watchers:  # who is not watched writes no further
            list(watchers.map(_play, runs, ("No answer came", CHECK)))
        for ear in ears:
            ear.stop()
        yield Both(
            _heard(ears[0], homes[0], FAST),
            _heard(ears[1], homes[1], SLOW),
        )


def _play(terminal: Terminal, until: Wanted) -> None:
    """Watch a run up to these words and a little longer, then leave."""
    terminal.wait_for(until, timeout=60)
    terminal.watch(1.0)
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert terminal.given_back()


def _heard(ear: Recording, home: Path, scale: float) -> Heard:
    """The run began where the step that came with the least delay says."""
    kept = [datetime.fromisoformat(event["at"]) for event in events(home, "step_began")]
    planned = [line.t_s for line in PLANNED if isinstance(line.happened.event, StepBegan)]
    zero = min(at.timestamp() - t_s / scale for at, t_s in zip(kept[1:], planned[1:], strict=False))
    return Heard(ear.samples, ear.at(zero), scale)


PLANNED: list[Line] = list(timeline(Relief(load_script(), side=Side.LEFT, hold_s=HOLD_S)))
CUES: list[tuple[float, str]] = [
    (line.t_s, line.happened.event.cue)
    for line in PLANNED
    if isinstance(line.happened.event, Cue) and line.t_s
]
"""All but the very first, which stood on the screen before the app could play it."""


def _pattern(name: str) -> list[float]:
    samples = array("h", MAKER["samples"](MAKER["TONES"][name], MAKER["PEAKS"]["normal"]))
    return track([*samples, *[0] * round(0.02 * RATE_HZ)], NOTES)


def test_every_tone_is_heard_at_its_time_and_of_its_pitch(heard: Both) -> None:
    patterns = {name: _pattern(name) for name in set(TONES.values())}
    notes = track(heard.tones.samples, NOTES)
    missed = []
    for t_s, cue in CUES:
        due = heard.tones.at(t_s)
        at, share = find(patterns[TONES[cue]], notes, from_s=due - EARLY_S, to_s=due + LATE_S)
        if share < 0.8:
            missed.append((t_s, cue, round(at - due, 3), round(share, 2)))
    assert missed == []
    assert {cue for _, cue in CUES} >= {"step", "go", "half", "3", "2", "1", "let go", "check"}


def test_no_tone_is_clipped(heard: Both) -> None:
    assert 13_000 < max(map(abs, heard.tones.samples)) < 32_000


def test_nothing_is_heard_that_is_no_cue(heard: Both) -> None:
    """Between the cue that opens a hold and its half time."""
    tones = heard.tones
    for t_s, cue in CUES:
        if cue == "go":
            begin, end = tones.at(t_s + 3.0), tones.at(t_s + 4.7)
            assert loudness(tones.samples, begin, end) < SILENCE, f"at {t_s} s"


@pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")
def test_the_voice_speaks_at_every_milestone_and_is_silent_between(heard: Both) -> None:
    voice = heard.voice
    first_check = next(t_s for t_s, cue in CUES if cue == "check")
    said = [(t_s, cue) for t_s, cue in CUES if t_s <= first_check]
    silent = [
        (t_s, cue)
        for t_s, cue in said
        if loudness(voice.samples, voice.at(t_s), voice.at(t_s) + 0.45) < SPEECH
    ]
    assert silent == []
    assert len(said) > 15
    weight_down = next(t_s for t_s, cue in said if cue == "step")
    begin, end = voice.at(weight_down + 4.2), voice.at(weight_down + 6.5)
    assert loudness(voice.samples, begin, end) < SILENCE
