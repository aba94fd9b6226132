"""A short leg day in a real terminal: sets, rests, a cramp, and the end, by keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.history import events
from tests.support.terminal import Terminal, relief
from tests.terminal.test_by_hand import answer_list

pytestmark = pytest.mark.terminal

LEG_PRESS = ("Leg", "space", "press", "space", "120kg")
SEATED = ("Seated", "space", "leg", "space", "curl", "space", "30kg")
PULLING = re.compile("(EASE IN|HOLD|LET GO) CRAMPED LEG")
"""At this speed one of them may be over before it is seen."""


def cramp(terminal: Terminal) -> None:
    """A cramp that lets go in its first hold; nothing is wrong, pain is 2."""
    terminal.press("c")
    terminal.wait_for(PULLING)
    terminal.press("1", "n")
    answer_list(terminal, "Any of these?", "0")
    answer_list(terminal, "Pain now?", "2")


def own(terminal: Terminal, *typed: str, row: str) -> None:
    """Another exercise, typed into the list with its load."""
    terminal.press("t")
    terminal.wait_for("TRAINING")
    terminal.press("/")
    terminal.wait_for("its name, and its load")
    terminal.press(*typed, "enter")
    terminal.wait_for(re.compile(row, re.DOTALL))
    terminal.press("enter")


def test_three_exercises_and_two_cramps(tmp_path: Path) -> None:
    options = ("Leg curl", "--weight", "45kg", "--sets", "2", "--rest", "20")
    with relief("workout", *options, home=tmp_path, scale=24.0) as terminal:
        terminal.wait_for("WORK · set 1 of 2 · 45 kg × 10")
        terminal.press("enter")
        terminal.wait_for(re.compile(r"REST \d+ s.*next: set 2 of 2, 45 kg × 10", re.DOTALL))
        terminal.wait_for("WORK · set 2 of 2")
        cramp(terminal)
        terminal.wait_for("Anything not right?", timeout=25.0)
        answer_list(terminal, "Anything not right?", "0")
        answer_list(terminal, "1    Go on lighter: 35 kg", "1")
        terminal.wait_gone("Go on lighter")
        terminal.press("space")
        assert "rule of thumb" in terminal.wait_for("LOWER THE WEIGHT 45 → 35 kg")
        terminal.press("enter")
        terminal.wait_for("Done: 35 kg × 10")
        own(terminal, *LEG_PRESS, row="▶ 1 Leg press.*120 kg")
        terminal.wait_for("next: set 1 of 2, 120 kg × 10")
        terminal.press("enter")
        terminal.wait_for("WORK · set 1 of 2 · 120 kg × 10")
        terminal.press("space")
        terminal.wait_for("Done: 120 kg × 10")
        own(terminal, *SEATED, row="Seated leg curl.*30 kg")
        terminal.press("enter")
        terminal.wait_for(re.compile(r"WORK · set 1 of \d · "))
        terminal.press("enter")
        terminal.wait_for("Done: 30 kg × 10")
        cramp(terminal)
        terminal.wait_for("SPACE back", timeout=25.0)
        terminal.press("space")
        terminal.wait_for("No more curls today.")
        terminal.press("x")
        terminal.wait_for("Leg press: 120 kg × 10")
        terminal.wait_for("2 cramps")
        terminal.press("space")
        terminal.wait_for("CRAMP?")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.given_back()
    done = [(each["exercise"], each["load"]["value"]) for each in events(tmp_path, "set_done")]
    assert done == [
        ("Leg curl", 45.0),
        ("Leg curl", 35.0),
        ("Leg press", 120.0),
        ("Seated leg curl", 30.0),
    ]
    (ended,) = events(tmp_path, "workout_ended")
    assert (ended["outcome"], ended["sets"], ended["cramps"]) == ("done", 4, 2)
    first, second = events(tmp_path, "relief_ended")
    assert (first["exercise"], first["load"]["value"]) == ("Leg curl", 45.0)
    assert (second["exercise"], second["load"]["value"]) == ("Seated leg curl", 30.0)
    assert second["band"] == "repeat"
