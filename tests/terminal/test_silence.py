"""The person falls silent after an answer: the relief still ends by itself, and as it should."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.history import events, kept_phases, outcomes
from tests.support.terminal import relief

pytestmark = pytest.mark.terminal

SCALE = 8.0


def test_gone_then_silence(tmp_path: Path) -> None:
    with relief("now", "--side", "right", home=tmp_path, scale=SCALE) as terminal:
        terminal.wait_for("EASE IN RIGHT")
        terminal.press("1")
        terminal.wait_for("LOWER THE WEIGHT about 20 %")
        terminal.wait_for(re.compile(r"REST \d+ s"))
        text = terminal.wait_for("Enough for today. Curls are done.", timeout=60)
        assert "walk" not in text
        assert "LOWER THE WEIGHT" in text
    assert outcomes(tmp_path) == ["gone"]
    (ending,) = events(tmp_path, "relief_ended")
    assert ending["band"] not in (None, "twitch")
    assert ending["time_to_relief_s"] == pytest.approx(21, abs=8)
    answers = [(event["question"], event["answer"]) for event in events(tmp_path, "answered")]
    assert answers == [("check", "gone"), ("screen", "unanswered"), ("pain", "unanswered")]


def test_worse_then_silence(tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path, scale=SCALE) as terminal:
        terminal.wait_for("TOES TO SHIN LEFT")
        terminal.press("4")
        pressed = terminal.wait_for("Rest the leg. Need help: press [!]")
        assert "HOLD" not in pressed
        text = terminal.wait_for("Training is over today.", timeout=60)
        lasted_s = (terminal.frames[-1][0] - terminal.seen("WEIGHT DOWN LEFT")) * SCALE
        assert lasted_s == pytest.approx(300 - 3, abs=3)
        assert "walk" not in text
    kept = kept_phases(tmp_path)
    assert "HOLD" not in kept
    assert outcomes(tmp_path) == ["worse"]
    answers = [(event["question"], event["answer"]) for event in events(tmp_path, "answered")]
    assert answers == [("check", "worse"), ("tear", "unanswered"), ("screen", "unanswered")]
