"""A set by metronome, in words: the same in a light set and in a routine."""

from __future__ import annotations

from dataclasses import replace

from relief_tui.coach.tempo import Beat
from relief_tui.widgets.band import BandValue


def beat_band(beat: Beat, shape: str, *, before: str = "") -> BandValue:
    """The part of a repetition and its number; all of a set in one form."""

    def part(word: str, rep: int) -> BandValue:
        number, last = f"{rep}/{beat.reps}", word.split()[-1]
        plain = f"{before}{word} REP {number}"
        return BandValue(shape, word, f"REP {number}", plain, (last, number))

    series = tuple(part(word, beat.reps) for word in beat.words)
    return replace(part(beat.word, beat.rep), series=series)
