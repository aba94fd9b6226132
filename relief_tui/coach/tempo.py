"""Tempo: how long each part of a repetition lasts, and which part it is now."""

from __future__ import annotations

import re

from relief_tui.coach.step import FUZZ_S, Metronome, Tempo
from relief_tui.coach.value import dataclass

_TEMPO = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Beat:
    """Where a repetition stands: ``rep`` n of ``reps``, the word of the part, the whole seconds
    it has left, and how far through the range the weight is (0 straight, 1 the end of it, at
    ``range_deg``, if there is one). ``words`` are those of all parts that take time."""

    rep: int
    reps: int
    word: str
    seconds: int
    reach: float
    range_deg: int | None
    words: tuple[str, ...] = ()


def parse_tempo(text: str) -> Tempo:
    """Read ``3-0-3``: eccentric, pause, concentric, in whole seconds.

    Raises ``ValueError`` with a sentence for the person when it is something else.
    """
    match = _TEMPO.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no tempo; write three numbers of seconds, such as 3-0-3")
    tempo = Tempo(*map(float, match.groups()))
    if not tempo.rep_s:
        raise ValueError(f"{text!r} takes no time; write for example 3-0-3")
    return tempo


def beat(metronome: Metronome, spent_s: float) -> Beat:
    """The beat after ``spent_s`` seconds of the set; after its end, the last one."""
    tempo, last = metronome.tempo, metronome.reps - 1
    rep = min(int((spent_s + FUZZ_S) / tempo.rep_s), last)
    into = min(spent_s - rep * tempo.rep_s, tempo.rep_s)
    lift, pause, lower = metronome.words
    if into < tempo.concentric_s - FUZZ_S:
        word, left, reach = lift, tempo.concentric_s - into, into / tempo.concentric_s
    elif into < tempo.concentric_s + tempo.pause_s - FUZZ_S:
        word, left, reach = pause, tempo.concentric_s + tempo.pause_s - into, 1.0
    else:
        word, left = lower, tempo.rep_s - into
        reach = left / tempo.eccentric_s if tempo.eccentric_s else 0.0
    seconds = max(1, -int(-(left - FUZZ_S) // 1))
    reach = min(1.0, max(0.0, reach))
    lengths = (tempo.concentric_s, tempo.pause_s, tempo.eccentric_s)
    words = tuple(each for each, length in zip(metronome.words, lengths, strict=True) if length)
    return Beat(rep + 1, metronome.reps, word, seconds, reach, metronome.range_deg, words)


def next_part(metronome: Metronome, spent_s: float) -> tuple[float, str] | None:
    """When after ``spent_s`` the next part begins, and its word; None after the last."""
    tempo = metronome.tempo
    lift, pause, lower = metronome.words
    offsets = (
        (0.0, lift, tempo.concentric_s),
        (tempo.concentric_s, pause, tempo.pause_s),
        (tempo.concentric_s + tempo.pause_s, lower, tempo.eccentric_s),
    )
    rep = int(spent_s / tempo.rep_s)
    for number in (rep, rep + 1):
        for offset, word, length in offsets:
            at = number * tempo.rep_s + offset
            if length and number < metronome.reps and at > spent_s + FUZZ_S:
                return at, word
    return None


def reps_done(metronome: Metronome, spent_s: float) -> int:
    """How many repetitions were finished after ``spent_s`` seconds of the set."""
    return min(int((spent_s + FUZZ_S) / metronome.tempo.rep_s), metronome.reps)
