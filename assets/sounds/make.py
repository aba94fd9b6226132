"""Makes the tones of Relief: ``python assets/sounds/make.py`` writes each anew beside itself.

It lies here so that whoever changes a tone finds both, and goes into the source archive for the
same reason; the wheel carries only what it made. Standard library only, and the same bytes every
time: a test makes them again and compares.

Every note is a fundamental of 1 to 2 kHz, where the ear is keenest and a small speaker strongest,
with a third of the third harmonic and a fifth of the fifth: close enough to a square to be heard
through music, and still without an edge. Ramps at both ends keep it from clicking.
"""

from __future__ import annotations

import wave
from array import array
from collections.abc import Iterator
from math import cos, pi, sin
from pathlib import Path
from sys import byteorder

FOLDER = Path(__file__).resolve().parent
RATE_HZ = 22_050
"""The fifth harmonic of the highest note stays below half of it."""
ATTACK_S, RELEASE_S = 0.004, 0.012

PEAKS = {"quiet": 0.14, "normal": 0.42, "loud": 0.94}
"""The peak of each rendering, as a part of full scale: about 10 and 7 dB apart, none clipped."""

C, D, E, F, G, A, B = 1046.5, 1174.7, 1318.5, 1396.9, 1568.0, 1760.0, 1975.5
"""The octave from C6 (hertz, equal temperament)."""

TONES: dict[str, tuple[tuple[float, float], ...]] = {
    "tick": ((D, 0.035),),
    "three": ((C, 0.09),),
    "two": ((E, 0.09),),
    "one": ((G, 0.09),),
    "go": ((B, 0.32),),
    "halfway": ((F, 0.07), (0, 0.07), (F, 0.07)),
    "let-go": ((A, 0.11), (F, 0.11), (C, 0.13)),
    "switch": ((D, 0.08), (A, 0.08), (D, 0.08), (A, 0.08)),
    "done": ((C, 0.09), (E, 0.09), (G, 0.09), (B, 0.09)),
    "attention": ((B, 0.07), (0, 0.06), (B, 0.07), (0, 0.06), (B, 0.07)),
}
"""Each tone as notes: hertz (0: silence) and seconds. The lead climbs towards the change, going is
one long high note, letting go falls."""
SILENCE = "silence"
"""Asks a player whether it plays at all, and is not heard."""
SILENCE_S = 0.02

_CREST = max(sin(x) + sin(3 * x) / 3 + sin(5 * x) / 5 for x in (n * pi / 4096 for n in range(4096)))


def samples(notes: tuple[tuple[float, float], ...], peak: float) -> array[int]:
    """The notes one after the other, 16 bits each; ``peak`` is a part of full scale."""
    made = array("h")
    for hertz, seconds in notes:
        made.extend(round(32767 * peak * value) for value in _note(hertz, seconds))
    return made


def _note(hertz: float, seconds: float) -> Iterator[float]:
    """One note from -1 to 1."""
    count = round(seconds * RATE_HZ)
    for number in range(count):
        x = 2 * pi * hertz * number / RATE_HZ
        value = (sin(x) + sin(3 * x) / 3 + sin(5 * x) / 5) / _CREST
        begun, left = number / RATE_HZ, (count - 1 - number) / RATE_HZ
        yield value * _ramp(begun / ATTACK_S) * _ramp(left / RELEASE_S)


def _ramp(part: float) -> float:
    """From 0 to 1, with no edge at either end."""
    return (1 - cos(pi * min(part, 1.0))) / 2


def write(path: Path, made: array[int]) -> None:
    """One file, mono, little endian as the format wants it."""
    if byteorder == "big":
        made.byteswap()
    path.parent.mkdir(exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(made.tobytes())


def make(folder: Path) -> None:
    """All of them."""
    for volume, peak in PEAKS.items():
        for name, notes in TONES.items():
            write(folder / volume / f"{name}.wav", samples(notes, peak))
    write(folder / f"{SILENCE}.wav", samples(((0, SILENCE_S),), 0.0))


if __name__ == "__main__":
    make(FOLDER)
