"""A short leg day in a real terminal: sets, rests, a cramp, and the end, by keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.history import events, reach
from tests.support.terminal import relief
from tests.terminal.test_by_hand import answer_list

pytestmark = pytest.mark.terminal


def test_a_leg_day(tmp_path: Path) -> None:
    options = ("Leg curl", "--weight", "45kg", "--sets", "2", "--rest", "20")
    with relief("workout", *options, home=tmp_path, scale=12.0) as terminal:
        terminal.wait_for("WORK · set 1 of 2 · 45 kg × 10")
        terminal.press("enter")
        terminal.wait_for(re.compile(r"REST \d+ s.*next: set 2 of 2, 45 kg × 10", re.DOTALL))
        terminal.wait_for("WORK · set 2 of 2")
        terminal.press("c")
        reach(terminal, "HOW IS IT?", "CRAMPED LEG")
        terminal.press("1", "n")
        answer_list(terminal, "Any of these?", "0")
        answer_list(terminal, "Pain now?", "2")
        terminal.wait_for("Anything not right?", timeout=25.0)
        answer_list(terminal, "Anything not right?", "0")
        answer_list(terminal, "1    Go on lighter: 35 kg", "1")
        terminal.wait_gone("Go on lighter")
        terminal.press("space")
        assert "rule of thumb" in terminal.wait_for("LOWER THE WEIGHT 45 → 35 kg")
        terminal.press("enter")
        terminal.wait_for("Done: 35 kg × 10")
        terminal.press("t")
        terminal.wait_for("TRAINING")
        terminal.press("/")
        terminal.wait_for("its name, and its load")
        terminal.press("Leg", "space", "press")
        terminal.press("space", "120kg", "enter")
        terminal.wait_for(re.compile("▶ 1 Leg press.*120 kg", re.DOTALL))
        terminal.press("enter")
        terminal.wait_for("next: set 1 of 2, 120 kg × 10")
        terminal.press("enter")
        terminal.wait_for("WORK · set 1 of 2 · 120 kg × 10")
        terminal.press("space", "x")
        terminal.wait_for("Leg press: 120 kg × 10")
        terminal.press("space")
        terminal.wait_for("CRAMP?")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.given_back()
    done = [(each["exercise"], each["load"]["value"]) for each in events(tmp_path, "set_done")]
    assert done == [("Leg curl", 45.0), ("Leg curl", 35.0), ("Leg press", 120.0)]
    (ended,) = events(tmp_path, "workout_ended")
    assert (ended["outcome"], ended["sets"], ended["cramps"]) == ("done", 3, 1)
    (cramp,) = events(tmp_path, "relief_ended")
    assert (cramp["exercise"], cramp["load"]["value"]) == ("Leg curl", 45.0)
