"""Reliefs by key, by mouse, and in a window that changes its size."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.history import answers, events, kept_phases, nothing_missing, outcomes, reach
from tests.support.terminal import Terminal, relief

pytestmark = pytest.mark.terminal

SCALE = 2.0
SIZES = ((40, 12), (200, 60), (30, 10), (120, 40), (80, 24))

GUARD_S = 1.1
"""A list ignores keys in its first second: they were aimed at what stood there before."""


def answer_list(terminal: Terminal, title: str, number: str) -> None:
    terminal.wait_for(title)
    terminal.watch(GUARD_S)
    terminal.press(number)


def click(terminal: Terminal, words: str) -> None:
    """Clicks the middle of these words."""
    lines = terminal.wait_for(words).split("\n")
    row = next(number for number, line in enumerate(lines) if words in line)
    terminal.click(lines[row].index(words) + len(words) // 2, row)


def test_it_let_go(tmp_path: Path) -> None:
    options = ("--side", "left", "--machine", "prone", "--exercise", "leg curl", "--weight", "45kg")
    with relief("now", *options, home=tmp_path) as terminal:
        reach(terminal, "HOW IS IT?")
        terminal.wait_for(re.compile("gone.*easing.*same.*worse", re.DOTALL))
        terminal.press("1")
        assert "SIP" in terminal.wait_for("LOWER THE WEIGHT")
        assert "rule of thumb" in terminal.line("LOWER THE WEIGHT")
        terminal.press("n")
        answer_list(terminal, "Any of these?", "0")
        answer_list(terminal, "Pain now?", "2")
        terminal.wait_gone("Pain now?")
        terminal.press("n")
        answer_list(terminal, "Anything not right?", "0")
        assert "rule of thumb" in terminal.wait_for("LOWER THE WEIGHT 45 → 35 kg")
        answer_list(terminal, "Go on lighter: 35 kg", "1")
        assert "LOWER THE WEIGHT" in terminal.wait_for("Log saved.")
        terminal.press("space")
        assert "CRAMP?" in terminal.wait_for("let go in")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.given_back()
        assert nothing_missing(terminal, tmp_path)
    assert answers(tmp_path) == [
        ("check", "gone"),
        ("screen", 0),
        ("pain", 2),
        ("green", 0),
        ("plan", "lighter"),
    ]
    (ending,) = events(tmp_path, "relief_ended")
    told = {"machine": "prone", "exercise": "leg curl", "load": {"value": 45.0, "unit": "kg"}}
    assert ending.items() >= {"outcome": "gone", "holds": 1, "side": "left", **told}.items()
    assert 0 < ending["time_to_relief_s"] < 26


def test_easing_and_same_climb_the_ladder(tmp_path: Path) -> None:
    with relief("now", "--side", "both", home=tmp_path) as terminal:
        reach(terminal, "HOW IS IT?", "BOTH")
        terminal.press("2")
        terminal.wait_for("EASE IN BOTH")
        for phase in ("HOLD BOTH 20 s", "LET GO BOTH", "HOW IS IT?"):
            terminal.press("n")
            terminal.wait_for(phase)
        terminal.press("3")
        terminal.wait_for("hold 3 of 6")
        terminal.press("x")
        terminal.wait_for("Log saved.")
    assert answers(tmp_path) == [("check", "easing"), ("check", "same")]
    assert outcomes(tmp_path) == ["stopped"]


def test_worse_lets_go_at_once(tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        reach(terminal, "HOLD")
        terminal.press("4")
        assert "HOLD" not in terminal.wait_for("LET GO LEFT")
        answer_list(terminal, "A pop or a tear", "0")
        answer_list(terminal, "A pop, a tear, or a kick", "0")
        terminal.wait_for("TOES TO SHIN LEFT")
        terminal.press("n")
        assert "next: HOLD 10 s" in terminal.wait_for("EASE IN LEFT")
        terminal.press("4")
        terminal.wait_for("GET HELP")
    assert answers(tmp_path) == [("check", "worse"), ("tear", 0), ("screen", 0), ("check", "worse")]
    assert [flag["card"] for flag in events(tmp_path, "flagged")] == ["RF04"]


def test_a_red_flag_stays_open_until_a_clinician_checked_it(tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        reach(terminal, "EASE IN")
        terminal.press("!")
        terminal.wait_for("Popped, tore")
        terminal.press("3")
        assert "Achilles" in terminal.wait_for("GET HELP")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.given_back()
    opened = [(flag["card"], flag["side"]) for flag in events(tmp_path, "flagged")]
    assert opened == [("RF03", "left"), ("RF04", "left")]
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        reach(terminal, "WEIGHT DOWN")
        terminal.press("n")
        terminal.wait_for("GET HELP")
        for card in ("card 1 of 2", "card 2 of 2"):
            terminal.wait_for(card)
            terminal.press("k")
            terminal.wait_for("Press k again")
            terminal.press("k")
            terminal.wait_gone("Press k again")
            terminal.press("n")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    cleared = [(flag["card"], flag["side"]) for flag in events(tmp_path, "flag_cleared")]
    assert cleared == opened
    assert kept_phases(tmp_path)[-2:] == ["STOP THE SET", "WEIGHT DOWN"]
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        reach(terminal, "HOLD")


def test_the_mouse_does_all_of_it(tmp_path: Path) -> None:
    with relief(home=tmp_path) as terminal:
        terminal.wait_for("CRAMP?")
        click(terminal, "CRAMP?")
        terminal.wait_for("STOP THE SET CRAMPED LEG")
        click(terminal, "s other side")
        terminal.wait_for("STOP THE SET LEFT")
        for phase in ("WEIGHT DOWN LEFT", "TOES TO SHIN LEFT", "EASE IN LEFT"):
            click(terminal, "n next")
            terminal.wait_for(phase)
        click(terminal, " !  pop, numb")
        terminal.wait_for("RED FLAGS")
        click(terminal, "none of these")
        terminal.wait_for("EASE IN LEFT")
        terminal.press("n", "n", "n")
        terminal.wait_for("HOW IS IT?")
        click(terminal, "it let go")
        terminal.wait_for("LOWER THE WEIGHT")
        click(terminal, "n next")
        terminal.wait_for("Any of these?")
        click(terminal, "none of these")
        terminal.wait_for("Pain now?")
        click(terminal, "6    7    8")
        terminal.wait_for("GET HELP")
    said = [("side", "left"), ("check", "gone"), ("screen", 0), ("pain", 7)]
    assert answers(tmp_path) == said


def test_a_window_may_change_its_size_in_a_hold(tmp_path: Path) -> None:
    drawn = re.compile(r"HOLD LEFT \d+ s.*SPACE pause[^\n]*\Z", re.DOTALL)  # down to the last row
    with relief("now", "--side", "left", home=tmp_path, scale=SCALE) as terminal:
        reach(terminal, "HOLD")
        for size in SIZES:
            terminal.resize(*size)
            terminal.wait_for(drawn)
        terminal.wait_for("LET GO LEFT")
        lasted_s = (terminal.seen("LET GO LEFT") - terminal.seen("HOLD LEFT")) * SCALE
        assert lasted_s == pytest.approx(15, abs=0.8)
    (hold,) = events(tmp_path, "hold_done")
    assert hold["seconds"] == 15.0


def test_home_is_where_you_come_back_to(tmp_path: Path) -> None:
    with relief(home=tmp_path) as terminal:
        assert "none yet" in terminal.wait_for("LAST CRAMP")
        terminal.press("d")
        terminal.wait_for("Sip noted.")
        terminal.press("c")
        reach(terminal, "HOW IS IT?", "CRAMPED LEG")
        terminal.press("x")
        terminal.wait_for("Log saved.")
        terminal.press("space")
        terminal.wait_for("LAST CRAMP")
        terminal.wait_gone("none yet")
        terminal.press("f2")
        terminal.wait_for("STOP THE SET CRAMPED LEG")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.given_back()
        assert terminal.sane()
    assert len(events(tmp_path, "drank")) == 1
    assert outcomes(tmp_path) == ["stopped", "cancelled"]
