"""``relief history`` of one cramp, and of what was corrected and deleted."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from relief_tui.cli import main
from relief_tui.coach.event import Corrected, Noted, ReliefBegan, ReliefEnded, Undone
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.journal.diary import NOTE
from relief_tui.report.why import NO_EPISODE
from relief_tui.services import Services
from tests.screens.test_hostile import NASTY

Capture = pytest.CaptureFixture[str]
KILOS = Load(45.0, Unit.KG)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RELIEF_HOME", str(tmp_path))
    return tmp_path


def cramp(run: str, exercise: str = "leg curl") -> str:
    with closing(Services()) as services:
        services.log.write(run, ReliefBegan(Side.LEFT, "prone", exercise, KILOS))
        ended = ReliefEnded("gone", "mild", 1, 41.0, Side.LEFT, "prone", exercise, KILOS)
        return services.log.write(run, ended)


def said(capsys: Capture, *words: str) -> str:
    assert main(["history", *words]) == 0
    return capsys.readouterr().out


def test_a_cramp_is_told_by_its_number_or_by_its_run(capsys: Capture) -> None:
    cramp("0123456789abcdef", "leg curl")
    cramp("fedcba9876543210", "nordic")
    assert "nordic" in said(capsys, "--episode", "1")
    assert "leg curl" in said(capsys, "--episode", "2")
    assert "leg curl" in said(capsys, "--episode", "0123456789abcdef")
    told = json.loads(said(capsys, "--episode", "1", "--json"))
    assert {event["run"] for event in told} == {"fedcba9876543210"}


@pytest.mark.parametrize("wanted", ["3", "0", "-1", "[/]", "x" * 5000, "²"])
def test_one_that_is_not_there_is_an_error_in_a_line(capsys: Capture, wanted: str) -> None:
    cramp("0123456789abcdef")
    assert main(["history", f"--episode={wanted}"]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") <= 2
    assert "--episode 1 is the last one" in error


def test_without_any_it_says_so_and_writes_nothing(capsys: Capture, home: Path) -> None:
    assert said(capsys, "--episode", "1").strip() == NO_EPISODE
    assert json.loads(said(capsys, "--episode", "1", "--json")) == []
    assert list(home.iterdir()) == []


def test_what_was_corrected_is_told_and_what_it_was(capsys: Capture) -> None:
    ending = cramp("one")
    with closing(Services()) as services:
        services.log.write("one", Corrected(ending, Side.RIGHT, "seated", "nordic", None))
    assert "right" in said(capsys)
    page = said(capsys, "--episode", "1")
    assert page.startswith("Right calf")
    assert "load was 45 kg" in page
    [ended] = [e for e in json.loads(said(capsys, "--json")) if e["kind"] == "relief_ended"]
    assert (ended["side"], ended["exercise"], ended["load"]) == ("right", "nordic", None)
    assert ended["was"]["load"] == {"value": 45.0, "unit": "kg"}


def test_a_deleted_cramp_is_told_no_more_but_stays_in_the_file(capsys: Capture) -> None:
    cramp("one")
    with closing(Services()) as services:
        services.log.write("one", Undone("one"))
    assert "Nothing is written down yet" in said(capsys)
    assert said(capsys, "--episode", "1").strip() == NO_EPISODE
    kinds = [event["kind"] for event in json.loads(said(capsys, "--json"))]
    assert kinds == ["relief_began", "relief_ended", "undone"]


@pytest.mark.parametrize("text", NASTY.values(), ids=list(NASTY))
def test_names_and_notes_are_text(capsys: Capture, text: str) -> None:
    cramp("one", text)
    with closing(Services()) as services:
        services.log.write("one", Noted(NOTE, text))
    page = said(capsys, "--episode", "1")
    assert all(line.isprintable() or "\u200d" in line for line in page.splitlines())
    assert len(page) < 5000
