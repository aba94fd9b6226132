"""``relief workout``: what it asks for, and what it refuses in a plain line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from relief_tui.cli import main
from relief_tui.coach.event import Flagged
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Tempo
from relief_tui.content.workout import load_workout
from relief_tui.journal.log import open_log
from relief_tui.plain import PlainFace
from relief_tui.wishes import WorkoutWish
from tests.support.clock import FakeClock


@pytest.fixture
def wishes(monkeypatch: pytest.MonkeyPatch) -> list[WorkoutWish]:
    """What the face was asked for."""
    found: list[WorkoutWish] = []

    def workout(_face: PlainFace, wish: WorkoutWish) -> int:
        found.append(wish)
        return 0

    monkeypatch.setattr(PlainFace, "workout", workout)
    return found


@pytest.mark.parametrize(
    ("args", "wish"),
    [
        ([], WorkoutWish()),
        (["Leg curl"], WorkoutWish("Leg curl")),
        (["  leg curl "], WorkoutWish("leg curl")),
        (["[/]", "--plain"], WorkoutWish("[/]")),
        (["x" * 5000], WorkoutWish("x" * 5000)),
        (["--weight", "42,5kg"], WorkoutWish(load=Load(42.5, Unit.KG))),
        (["--sets", "100", "--reps", "1000"], WorkoutWish(sets=100, reps=1000)),
        (["--rest", "0"], WorkoutWish(rest_s=0.0)),
        (["--tempo", "3-0-3"], WorkoutWish(tempo=Tempo(3.0, 0.0, 3.0))),
    ],
)
def test_what_is_said_is_asked_for(
    args: list[str], wish: WorkoutWish, wishes: list[WorkoutWish]
) -> None:
    assert main(["workout", *args]) == 0
    assert wishes == [wish]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ([""], "'' is no name of an exercise; write for example \"Leg curl\""),
        (["  "], "is no name of an exercise"),
        (["--weight", "heavy"], "'heavy' is no load; write for example 45kg, 42,5kg or 100lb"),
        (["--weight", "1e9"], "'1e9' is out of range; a load is above 0 and at most 1000 kg"),
        (["--weight", "-5kg"], "'-5kg' is out of range; a load is above 0 and at most 1000 kg"),
        (["--weight", "0"], "a load is above 0 and at most 1000 kg"),
        (["--sets", "0"], "1<=x<=100"),
        (["--sets", "101"], "1<=x<=100"),
        (["--reps", "1001"], "1<=x<=1000"),
        (["--reps", "0"], "1<=x<=1000"),
        (["--rest", "36000"], "36000 is out of range; a rest is 0 to 3600 seconds (60 minutes)"),
        (["--rest", "-1"], "-1 is out of range; a rest is 0 to 3600 seconds (60 minutes)"),
        (["--rest", "nan"], "nan is out of range"),
        (["--rest", "long"], "'long' is no number of seconds; write for example 150"),
        (["--tempo", "fast"], "write three numbers of seconds"),
        (["--tempo", "0-0-0"], "takes no time"),
    ],
)
def test_what_cannot_be_is_told_in_a_line(
    args: list[str], said: str, wishes: list[WorkoutWish], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["workout", *args]) == 2
    assert wishes == []
    out, err = capsys.readouterr()
    assert out == ""
    assert re.sub(r"\s+", " ", err).find(said) >= 0, err
    assert "Traceback" not in err


def test_the_help_tells_the_usual_sets_and_rest(capsys: pytest.CaptureFixture[str]) -> None:
    script = load_workout()
    assert main(["workout", "--help"]) == 0
    told = re.sub(r"\s+", " ", capsys.readouterr().out)
    assert f"sets are {script.sets} and a rest is {script.rest_s:g} s" in told


@pytest.mark.parametrize("command", ["workout", "recovery"])
def test_an_open_red_flag_is_told(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("RELIEF_HOME", str(tmp_path))
    log = open_log(tmp_path / "journal.db", FakeClock().wall)
    log.write("", Flagged("RF02", 1, None))
    log.close()
    assert main([command]) == 1
    err = capsys.readouterr().err
    assert err.startswith("relief: Not now: a red flag is open")
    assert "Press ! in relief to read it" in err
