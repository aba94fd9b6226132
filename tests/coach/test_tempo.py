"""Tempo and beat: which part of which repetition it is, at any moment of a set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.step import Metronome, Tempo
from relief_tui.coach.tempo import Beat, beat, next_part, parse_tempo, reps_done

SET = Metronome(Tempo(3, 0, 3), 8, ("CURL", "PAUSE", "LET OUT"), 60)

tempos = st.builds(Tempo, *[st.integers(0, 5).map(float)] * 3).filter(lambda tempo: tempo.rep_s)
sets = st.builds(
    Metronome, tempos, st.integers(1, 12), st.just(("up", "pause", "down")), st.just(60)
)


@pytest.mark.parametrize(
    ("spent_s", "expected"),
    [
        (0.0, Beat(1, 8, "CURL", 3, 0.0, 60, ("CURL", "LET OUT"))),
        (1.5, Beat(1, 8, "CURL", 2, 0.5, 60, ("CURL", "LET OUT"))),
        (3.0, Beat(1, 8, "LET OUT", 3, 1.0, 60, ("CURL", "LET OUT"))),
        (5.9, Beat(1, 8, "LET OUT", 1, 0.1 / 3, 60, ("CURL", "LET OUT"))),
        (6.0, Beat(2, 8, "CURL", 3, 0.0, 60, ("CURL", "LET OUT"))),
        (47.5, Beat(8, 8, "LET OUT", 1, 0.5 / 3, 60, ("CURL", "LET OUT"))),
        (48.0, Beat(8, 8, "LET OUT", 1, 0.0, 60, ("CURL", "LET OUT"))),
        (60.0, Beat(8, 8, "LET OUT", 1, 0.0, 60, ("CURL", "LET OUT"))),
    ],
)
def test_three_nought_three(spent_s: float, expected: Beat) -> None:
    now = beat(SET, spent_s)
    assert replace(now, reach=expected.reach) == expected
    assert now.reach == pytest.approx(expected.reach)


def test_a_pause_is_held_at_the_end_of_the_range() -> None:
    metronome = Metronome(Tempo(3, 1, 2), 2, ("CURL", "PAUSE", "LET OUT"), 60)
    assert [beat(metronome, s).word for s in range(6)] == [
        "CURL", "CURL", "PAUSE", "LET OUT", "LET OUT", "LET OUT",
    ]  # fmt: skip
    assert beat(metronome, 2.5).reach == 1.0


@given(sets, st.floats(0, 200))
def test_the_range_is_never_passed_and_a_rep_never_skipped(
    metronome: Metronome, spent_s: float
) -> None:
    now = beat(metronome, spent_s)
    assert 0.0 <= now.reach <= 1.0
    assert 1 <= now.rep <= metronome.reps
    assert now.seconds >= 1
    assert reps_done(metronome, spent_s) in (now.rep - 1, now.rep)


@given(sets)
def test_every_part_is_called_once_at_its_time(metronome: Metronome) -> None:
    called, at = [], 0.0
    while (part := next_part(metronome, at)) is not None:
        called.append(part)
        at = part[0]
        assert beat(metronome, at).word == part[1]
    lengths = (metronome.tempo.concentric_s, metronome.tempo.pause_s, metronome.tempo.eccentric_s)
    assert len(called) == metronome.reps * sum(map(bool, lengths)) - 1
    assert all(at < metronome.seconds for at, _ in called)


@pytest.mark.parametrize(
    ("text", "tempo"), [("3-0-3", Tempo(3, 0, 3)), (" 2-1-4 ", Tempo(2, 1, 4))]
)
def test_a_tempo_as_it_is_written(text: str, tempo: Tempo) -> None:
    assert parse_tempo(text) == tempo
    assert str(tempo) == text.strip()


@pytest.mark.parametrize("text", ["3-0", "", "3-0-3-1", "-3-0-3", "a-b-c", "0-0-0", "100-0-1"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="3-0-3"):
        parse_tempo(text)
