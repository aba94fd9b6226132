"""With not one key the coach goes on by itself, at the right times, and stops at its limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.history import PHASES, events, kept_phases, shown_phases
from tests.support.terminal import relief

pytestmark = pytest.mark.terminal

SCALE = 8.0
"""As fast as leaves the stalls of a busy machine well below an absence (2.5 s of the coach)."""

BEGINS = dict(zip(PHASES, (0, 3, 13, 21, 26, 41, 44), strict=True))
"""Seconds from STOP THE SET to the beginning of each phase."""
ROUND, ROUNDS = ("EASE IN", "HOLD", "LET GO", "HOW IS IT?"), 6
ROUND_S = 33


def test_up_to_the_hold_in_real_time(tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        terminal.wait_for("HOLD LEFT 15 s", timeout=40)
        began = terminal.seen("STOP THE SET")
        for phase in PHASES[1:5]:
            at = terminal.seen(f"{phase} LEFT") - began
            assert at == pytest.approx(BEGINS[phase], abs=0.3), phase
        for left in range(10, 0, -1):  # second by second, none left out
            at = terminal.seen(f"WEIGHT DOWN LEFT {left} s") - began
            assert at == pytest.approx(13 - left, abs=0.3), left


def test_nobody_there(tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path, scale=SCALE) as terminal:
        terminal.wait_for("No answer came: the holds are over.", timeout=60)
        ended = terminal.frames[-1][0]
        due = [(phase, BEGINS[phase]) for phase in PHASES[:3]] + [
            (phase, BEGINS[phase] + number * ROUND_S) for number in range(ROUNDS) for phase in ROUND
        ]
        shown = shown_phases(terminal)
        assert [phase for _, phase in shown] == [phase for phase, _ in due]
        assert kept_phases(tmp_path) == [phase for phase, _ in due]
        start, since = shown[1][0], BEGINS["WEIGHT DOWN"]
        moments = [moment - start for moment, _ in shown[1:]] + [ended - start]
        limit = BEGINS["EASE IN"] + ROUNDS * ROUND_S
        expected = [(at - since) / SCALE for _, at in due[1:]] + [(limit - since) / SCALE]
        assert moments == pytest.approx(expected, abs=0.3)
        assert "hold 6 of 6" in "".join(text for _, text in terminal.frames)
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.given_back()
    (ending,) = events(tmp_path, "relief_ended")
    assert (ending["outcome"], ending["band"], ending["holds"]) == ("unanswered", None, ROUNDS)
    assert ending["side"] == "left"
