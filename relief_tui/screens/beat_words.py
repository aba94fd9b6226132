"""A set by metronome, in words: the same in a light set and in a routine."""

from __future__ import annotations

from relief_tui.coach.tempo import Beat
from relief_tui.widgets.band import BandValue


def beat_band(beat: Beat, shape: str, *, before: str = "") -> BandValue:
    """The part of a repetition and its number; all of a set in one form."""
    number = f"{beat.rep}/{beat.reps}"
    most, longest = f"{beat.reps}/{beat.reps}", max(beat.words, key=len)
    short = max((word.split()[-1] for word in beat.words), key=len)
    widest = BandValue(shape, longest, f"REP {most}", short=(short, most))
    return BandValue(
        shape,
        beat.word,
        f"REP {number}",
        f"{before}{beat.word} REP {number}",
        (beat.word.split()[-1], number),
        widest,
    )
