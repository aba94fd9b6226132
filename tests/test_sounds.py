"""The tones that are bundled: made by their script, clear, short, distinct."""

from __future__ import annotations

import runpy
import wave
from array import array
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from relief_tui.cues.tones import SILENCE, TONES
from relief_tui.cues.ways import VOLUMES
from tests.support.ear import HOP_S, RATE_HZ, loudness, track

FOLDER = Path(__file__).parents[1] / "assets" / "sounds"
MAKER: dict[str, Any] = runpy.run_path(str(FOLDER / "make.py"))
NAMES: tuple[str, ...] = tuple(MAKER["TONES"])
PITCHES = range(400, 4_000, 50)
"""Where the strongest frequency is looked for: far beyond where it should be."""


def read(path: Path) -> array[int]:
    with wave.open(str(path)) as file:
        shape = file.getnchannels(), file.getsampwidth(), file.getframerate()
        assert shape == (1, 2, RATE_HZ)
        return array("h", file.readframes(file.getnframes()))


def tone(name: str, volume: str = "normal") -> array[int]:
    return read(FOLDER / volume / f"{name}.wav")


def test_they_are_what_the_script_makes(tmp_path: Path) -> None:
    MAKER["make"](tmp_path)
    made = {file.relative_to(tmp_path): file.read_bytes() for file in tmp_path.rglob("*.wav")}
    kept = {file.relative_to(FOLDER): file.read_bytes() for file in FOLDER.rglob("*.wav")}
    assert made == kept


def test_every_tone_is_used_and_every_cue_has_one() -> None:
    assert set(TONES.values()) == set(NAMES)
    assert set(MAKER["PEAKS"]) == set(VOLUMES)


@pytest.mark.parametrize("volume", VOLUMES)
@pytest.mark.parametrize("name", NAMES)
def test_a_tone_is_short_and_not_clipped(name: str, volume: str) -> None:
    samples = tone(name, volume)
    peak = max(map(abs, samples)) / 32_767
    assert peak == pytest.approx(MAKER["PEAKS"][volume], rel=0.05)
    assert peak < 0.95
    assert 0.03 <= len(samples) / RATE_HZ <= 0.4
    ends = (*samples[:4], *samples[-4:])
    assert max(map(abs, ends)) < 0.1 * peak * 32_767, "it clicks"


@pytest.mark.parametrize("name", NAMES)
def test_every_note_lies_where_the_ear_is_keenest(name: str) -> None:
    notes = [pitch for pitch in track(tone(name), PITCHES) if pitch]
    assert notes
    assert all(1_000 <= pitch <= 2_000 for pitch in notes)


@pytest.mark.parametrize("name", NAMES)
def test_each_rendering_is_clearly_louder_than_the_one_before(name: str) -> None:
    quiet, normal, loud = (loudness(tone(name, volume)) for volume in VOLUMES)
    assert quiet * 1.9 < normal
    assert normal * 1.9 < loud


def test_no_two_tones_sound_alike() -> None:
    tracks = {name: track(tone(name), sorted(pitches())) for name in NAMES}
    for one, other in combinations(NAMES, 2):
        length = max(len(tracks[one]), len(tracks[other]))
        first, second = (
            each + [0.0] * (length - len(each)) for each in (tracks[one], tracks[other])
        )
        differs = sum(a != b for a, b in zip(first, second, strict=True))
        assert differs * HOP_S >= 0.03, f"{one} and {other}"


def pitches() -> set[float]:
    return {hertz for notes in MAKER["TONES"].values() for hertz, _ in notes if hertz}


def test_the_lead_climbs_and_letting_go_falls() -> None:
    lead = [MAKER["TONES"][name][0][0] for name in ("three", "two", "one", "go")]
    assert lead == sorted(set(lead))
    falling = [hertz for hertz, _ in MAKER["TONES"]["let-go"]]
    assert falling == sorted(set(falling), reverse=True)


def test_what_asks_a_player_is_not_heard() -> None:
    assert not any(read(FOLDER / f"{SILENCE}.wav"))
