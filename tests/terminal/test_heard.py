"""A relief as it is heard: every tone at its time and of its pitch, every word of the voice.

Tones and voice are both on, as a person has them, and must not get into each other's way. Each
plays into a sink of its own, of a sound server that the test starts for itself; what they played
is recorded and listened to. Needs PulseAudio, and ``espeak-ng`` for the voice.
"""

from __future__ import annotations

import os
import re
import runpy
import shutil
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import inf
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
from tests.support.ear import RATE_HZ, find, loudness, no_device, sound_device, track
from tests.support.history import events, shown_phases
from tests.support.terminal import Terminal, relief

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(bool(no_device()), reason=f"no sound device can be had: {no_device()}"),
]

HOLD_S = 10.0
"""Every hold: the shortest there is."""
SCALE = 2.0
"""As fast as words can be said."""
SPOKEN_S = 1.0
"""A program that speaks has to be loaded first, which takes its time on a busy machine."""
EARLY_S, LATE_S = 0.06, cueing.LATE_S + 0.1
"""Real seconds around the mark: what is later is not even played, and a device takes its time.
How punctual it is on a machine that is not busy, ``tests.bench`` measures."""
PUNCTUAL_S = cueing.LATE_S / 2
"""A screen that paints later than this stalls, and its cue may be left out on purpose."""
MAKER: dict[str, Any] = runpy.run_path(str(ROOT / "assets" / "sounds" / "make.py"))
NOTES = sorted({hertz for notes in MAKER["TONES"].values() for hertz, _ in notes if hertz})
CHECK_OR_AWAY = re.compile(r"HOW IS IT\? LEFT \d+ s|away \d")
"""The check itself, not its name beside *next*; or a machine that stalled for seconds."""
SPEECH, SILENCE = 300.0, 30.0
"""Root mean square, of 32767."""
SETTINGS = 'voice = true\nplayer = "paplay"\nspeech = "espeak-ng"\n'
STALLED = "the machine stalled twice: for seconds, or so that some of the sound was lost"
LOST_S = 0.1
"""What is still on its way into a recording when it is stopped."""


def _planned() -> list[Line]:
    """The plan up to its first check, with nobody there."""
    found = []
    for line in timeline(Relief(load_script(), side=Side.LEFT, hold_s=HOLD_S)):
        found.append(line)
        if isinstance(line.happened.event, Cue) and line.happened.event.cue == "check":
            break
    return found


PLANNED = _planned()
STEPS = {
    line.happened.event.phase: line.t_s
    for line in PLANNED
    if isinstance(line.happened.event, StepBegan)
}
"""When each phase begins."""
CUES: list[tuple[float, str]] = [
    (line.t_s, line.happened.event.cue)
    for line in PLANNED
    if isinstance(line.happened.event, Cue) and line.t_s
]
"""All but the very first, which stood on the screen before the app could play it."""


@dataclass(frozen=True)
class Heard:
    """What was heard of a run; ``tones_at`` and ``voice_at`` are the seconds of the recordings at
    which it began, ``due`` the cues at which the screen was punctual."""

    tones: array[int]
    voice: array[int]
    tones_at: float
    voice_at: float
    due: list[tuple[float, str]]


@pytest.fixture(scope="module")
def heard() -> Heard:
    """A relief with nobody there, up to its first check."""
    found = _listen() or _listen()
    if found is None:
        pytest.skip(STALLED)
    return found


def _listen() -> Heard | None:
    """Run it once; None if the machine stalled too long for the coach or for the recorder."""
    # Not the folder of the test: the path of a socket must be short.
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        (home / "settings.toml").write_text(SETTINGS)
        with (
            sound_device(home, "tones", "voice") as device,
            device.listen("tones") as tones,
            device.listen("voice") as voice,
        ):
            env = {**device.env("voice"), "RELIEF_SOUND": None, "PATH": _path(home)}
            args = ("now", "--side", "left", "--hold", f"{HOLD_S:g}")
            with relief(*args, home=home, scale=SCALE, env=env) as terminal:
                terminal.wait_for(CHECK_OR_AWAY, timeout=60)
                terminal.watch(1.0)
                terminal.press("q")
                assert terminal.wait_exit() == 0
                assert terminal.given_back()
        for recording in (tones, voice):
            recording.stop()
        if events(home, "paused") or max(tones.lost_s, voice.lost_s) > LOST_S:
            return None
        zero = _zero(home)
        return Heard(
            tones.samples, voice.samples, tones.at(zero), voice.at(zero), _punctual(terminal)
        )


def _path(folder: Path) -> str:
    """Where programs are looked for: first a player that plays into the sink of the tones."""
    player = folder / "bin" / "paplay"
    player.parent.mkdir()
    player.write_text(f'#!/bin/sh\nPULSE_SINK=tones exec {shutil.which("paplay")} "$@"\n')
    player.chmod(0o700)
    return f"{player.parent}{os.pathsep}{os.environ['PATH']}"


def _zero(home: Path) -> float:
    """When the run began, by the wall clock."""
    kept = events(home, "step_began")
    return _least(
        (datetime.fromisoformat(event["at"]).timestamp(), event["phase"]) for event in kept
    )


def _punctual(terminal: Terminal) -> list[tuple[float, str]]:
    """The cues in whose moment the screen was painted: with each comes another second."""
    zero = _least(shown_phases(terminal))
    painted = [moment - zero for moment, _ in terminal.frames]
    return [
        (t_s, cue)
        for t_s, cue in CUES
        if any(-EARLY_S <= moment - t_s / SCALE <= PUNCTUAL_S for moment in painted)
    ]


def _least(came: Iterable[tuple[float, str]]) -> float:
    """Where the run began, as the phase says that came with the least delay. The first of all
    stood there before the app did."""
    return min(at - STEPS[phase] / SCALE for at, phase in came if STEPS.get(phase))


def _pattern(name: str) -> list[float]:
    samples = array("h", MAKER["samples"](MAKER["TONES"][name], MAKER["PEAKS"]["normal"]))
    return track([*samples, *[0] * round(0.02 * RATE_HZ)], NOTES)


def test_the_screen_was_punctual_enough_to_tell(heard: Heard) -> None:
    """Without that the rest would say little."""
    if len(heard.due) < len(CUES) / 2:
        pytest.skip("the machine stalled at most of the cues")
    assert {cue for _, cue in CUES} >= {"step", "go", "half", "3", "2", "1", "let go", "check"}


def test_every_tone_is_heard_at_its_time_and_of_its_pitch(heard: Heard) -> None:
    patterns = {name: _pattern(name) for name in set(TONES.values())}
    notes = track(heard.tones, NOTES)
    missed = []
    for t_s, cue in heard.due:
        due = heard.tones_at + t_s / SCALE
        at, share = find(patterns[TONES[cue]], notes, from_s=due - EARLY_S, to_s=due + LATE_S)
        if share < 0.8:
            missed.append((t_s, cue, round(at - due, 3), round(share, 2)))
    assert missed == []


def test_no_tone_is_clipped(heard: Heard) -> None:
    assert 13_000 < max(map(abs, heard.tones)) < 32_000


def test_nothing_is_heard_that_is_no_cue(heard: Heard) -> None:
    """Between the cue that opens the hold and its half time."""
    go = next(t_s for t_s, cue in CUES if cue == "go")
    begin, end = (heard.tones_at + (go + after_s) / SCALE for after_s in (2.0, 4.7))
    assert loudness(heard.tones, begin, end) < SILENCE


@pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")
def test_the_voice_speaks_at_every_milestone_and_is_silent_between(heard: Heard) -> None:
    silent = []
    for t_s, cue in heard.due:
        begin = heard.voice_at + t_s / SCALE
        until_next = min((at - t_s for at, _ in CUES if at > t_s), default=inf) / SCALE
        if loudness(heard.voice, begin, begin + min(until_next, SPOKEN_S)) < SPEECH:
            silent.append((t_s, cue))
    assert silent == []
    weight_down = next(t_s for t_s, cue in CUES if cue == "step")
    begin, end = (heard.voice_at + (weight_down + after_s) / SCALE for after_s in (4.2, 6.5))
    assert loudness(heard.voice, begin, end) < SILENCE
