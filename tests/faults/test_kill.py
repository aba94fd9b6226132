"""Killed at any moment: what was shown is kept, the file is sound, and the next start closes it."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from signal import SIGKILL

import pytest

from tests.support.history import PHASES, Event, answers, events, nothing_missing, outcomes, reach
from tests.support.terminal import Terminal, relief, run

pytestmark = pytest.mark.faults

AFTERWARDS: dict[str, tuple[tuple[str, str], ...]] = {
    "toes up": (("1", "LOWER THE WEIGHT"),),
    "rest": (("1", "LOWER THE WEIGHT"), ("n", "Any of these?")),
    "paused": (("space", "Paused"),),
    "worse": (("4", "A pop or a tear"),),
    "picker": (("!", "RED FLAGS"),),
    "help": (("?", "Five seconds more"),),
}
"""From a hold on: the keys, and what each of them shows."""


def kill(terminal: Terminal) -> None:
    terminal.signal(SIGKILL)
    assert terminal.wait_exit() == -SIGKILL


def sound(home: Path) -> bool:
    """Asked of SQLite itself, before Relief has opened the file again."""
    with closing(sqlite3.connect(home / "journal.db")) as journal:
        return [row[0] for row in journal.execute("PRAGMA integrity_check")] == ["ok"]


def closed_by_the_next(home: Path) -> Event:
    """Starts another relief; the ending it wrote for the one that was killed."""
    with relief("now", "--side", "right", home=home) as terminal:
        reach(terminal, "WEIGHT DOWN", "RIGHT")
        kill(terminal)
    (ending,) = events(home, "relief_ended")
    assert ending["run"] == events(home, "relief_began")[0]["run"]
    told, _, waiting = run("history", home=home).stdout.partition("\n\n")
    assert len(told.splitlines()) == 2
    assert waiting.startswith("Not ended yet")
    none = (
        "Begun again: the same cramp" if ending["holds"] else "Cancelled before a hold: no cramps"
    )
    assert (none if ending["outcome"] == "interrupted" else ending["outcome"]) in told
    return ending


@pytest.mark.parametrize("phase", PHASES)
def test_in_a_phase(phase: str, tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        reach(terminal, phase)
        kill(terminal)
        assert sound(tmp_path)
        assert nothing_missing(terminal, tmp_path)
    ending = closed_by_the_next(tmp_path)
    holds = int(PHASES.index(phase) > PHASES.index("HOLD"))
    assert (ending["outcome"], ending["holds"]) == ("interrupted", holds)
    assert (ending["side"], ending["time_to_relief_s"]) == ("left", None)


@pytest.mark.parametrize("moment", AFTERWARDS)
def test_after_a_press(moment: str, tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        reach(terminal, "HOLD")
        for key, shown in AFTERWARDS[moment]:
            terminal.press(key)
            terminal.wait_for(shown)
        kill(terminal)
        assert sound(tmp_path)
        assert nothing_missing(terminal, tmp_path)
    ending = closed_by_the_next(tmp_path)
    gone = moment in ("toes up", "rest")
    assert ending["outcome"] == (
        "gone" if gone else "worse" if moment == "worse" else "interrupted"
    )
    assert (ending["time_to_relief_s"] is not None) == gone
    open_lists = ["unanswered", "unanswered"]
    said = {
        "toes up": ["gone"],
        "rest": ["gone", *open_lists],
        "worse": ["worse", *open_lists],
    }.get(moment, [])
    assert [answer for _, answer in answers(tmp_path)] == said


def test_with_a_card_on_the_screen_its_flags_stay_open(tmp_path: Path) -> None:
    with relief("now", "--side", "left", home=tmp_path) as terminal:
        reach(terminal, "HOLD")
        terminal.press("!")
        terminal.wait_for("RED FLAGS")
        terminal.press("3")
        terminal.wait_for("GET HELP")
        kill(terminal)
        assert sound(tmp_path)
    assert outcomes(tmp_path) == ["stopped"]
    with relief(home=tmp_path) as terminal:
        assert "Training is over today." in terminal.wait_for("Achilles")


def test_at_home_a_drink_is_kept(tmp_path: Path) -> None:
    with relief(home=tmp_path) as terminal:
        terminal.wait_for("LAST CRAMP")
        terminal.press("d")
        terminal.wait_for("Sip noted.")
        kill(terminal)
    assert sound(tmp_path)
    assert len(events(tmp_path, "drank")) == 1


@pytest.mark.parametrize("seed", range(6))
def test_at_any_moment(seed: int, tmp_path: Path) -> None:
    """Anywhere between the first cue and the second hold, presses on their way or not."""
    chance = random.Random(seed)
    with relief("now", "--side", "left", home=tmp_path, scale=8) as terminal:
        terminal.wait_for("STOP THE SET")
        for _ in range(3):
            terminal.watch(chance.uniform(0, 0.8))
            terminal.press(*chance.choices("n23+-osu", k=chance.randrange(4)))
        kill(terminal)
        journal = tmp_path / "journal.db"
        assert not journal.exists() or sound(tmp_path)
        assert nothing_missing(terminal, tmp_path)
    began = len(events(tmp_path, "relief_began"))
    with relief("now", "--side", "right", home=tmp_path) as terminal:
        reach(terminal, "WEIGHT DOWN", "RIGHT")
    assert outcomes(tmp_path) == ["interrupted"] * began
