"""``relief history`` from outside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from relief_tui.cli import main
from relief_tui.coach.event import Drank, Flagged, ReliefEnded, Undone
from relief_tui.journal.log import Log, open_log
from tests.support.clock import FakeClock
from tests.support.stdout import TerminalOut

_ROOT = Path(__file__).parents[2]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(wall=datetime.now(UTC))


@pytest.fixture
def log(tmp_path: Path, clock: FakeClock) -> Iterator[Log]:
    log = open_log(tmp_path / "journal.db", clock.wall)
    yield log
    log.close()


def run(*arguments: str, home: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    code = """
import sys
from relief_tui.cli import main
code = main(sys.argv[1:])
assert not {"textual", "relief_tui.content"} & set(sys.modules), "more was loaded than is needed"
sys.exit(code)
"""
    return subprocess.run(
        [sys.executable, "-c", code, "history", *arguments],
        capture_output=True,
        cwd=_ROOT,
        env={**os.environ, "RELIEF_HOME": str(home), **variables},
    )


def test_without_a_journal_it_says_so_and_creates_nothing(tmp_path: Path) -> None:
    answer = run(home=tmp_path / "nowhere")
    assert (answer.returncode, answer.stderr) == (0, b"")
    assert answer.stdout.startswith(b"Nothing is written down yet")
    assert list(tmp_path.iterdir()) == []
    assert json.loads(run("--json", home=tmp_path / "nowhere").stdout) == []
    assert list(tmp_path.iterdir()) == []


def test_it_shows_what_a_running_relief_wrote(log: Log, tmp_path: Path) -> None:
    log.write("r", ReliefEnded("gone", "mild", 2, 72.4, exercise="[/] \x1b[31m"))
    answer = run(home=tmp_path, FORCE_COLOR="1", TERM="xterm-256color")
    assert (answer.returncode, answer.stderr) == (0, b"")
    assert b"1:12" in answer.stdout
    assert "[/] �[31m".encode() in answer.stdout
    assert b"\x1b" not in answer.stdout


def test_a_pipe_of_another_encoding_gets_its_lines(log: Log, tmp_path: Path) -> None:
    log.write("r", ReliefEnded("gone", exercise="Fußheben 👟"))
    answer = run(home=tmp_path, PYTHONIOENCODING="cp1252")
    assert (answer.returncode, answer.stderr) == (0, b"")
    assert "Fußheben ?".encode("cp1252") in answer.stdout


def test_json_is_all_events_those_undone_among_them(
    log: Log, capsys: pytest.CaptureFixture[str]
) -> None:
    drink = log.write("", Drank(250))
    log.write("", Undone(drink))
    assert main(["history", "--json"]) == 0
    drank, undone = json.loads(capsys.readouterr().out)
    assert (drank["kind"], drank["ml"], undone["event"]) == ("drank", 250.0, drink)
    assert main(["history"]) == 0
    assert capsys.readouterr().out.startswith("Nothing")


def test_days_go_back_from_now_and_flags_beyond(
    tmp_path: Path, clock: FakeClock, capsys: pytest.CaptureFixture[str]
) -> None:
    clock.advance(-timedelta(days=3).total_seconds())
    log = open_log(tmp_path / "journal.db", clock.wall)
    log.write("", Drank(111))
    log.write("r", Flagged("RF03", 1))
    clock.advance(timedelta(days=2, hours=1).total_seconds())
    log.write("", Drank(222))
    log.close()
    assert main(["history", "--days", "1"]) == 0
    said = capsys.readouterr().out
    assert "222 ml" in said
    assert "111 ml" not in said
    assert "RF03" in said
    assert main(["history", "--days", "1", "--json"]) == 0
    assert [event["ml"] for event in json.loads(capsys.readouterr().out)] == [222]
    assert main(["history", "--days", "4", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 3


@pytest.mark.parametrize("days", ["0", "-1", "x", "1.5", "99999999999"])
def test_days_that_are_none_are_wrong_usage(days: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", "--days", days]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "--days" in said.err


def test_a_damaged_journal_is_one_plain_line_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(b"a shopping list\n" * 500)
    answer = run(home=tmp_path)
    assert (answer.returncode, answer.stdout) == (1, b"")
    (line,) = answer.stderr.decode().splitlines()
    assert line.startswith(f"relief: The journal {path} is damaged")
    assert [p.name for p in tmp_path.iterdir()] == ["journal.db"]
    assert path.read_bytes() == b"a shopping list\n" * 500


def test_a_folder_in_its_place_is_one_plain_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "journal.db").mkdir()
    assert main(["history"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "it is a folder, not a file" in said.err


def test_events_it_cannot_understand_are_told_of_on_stderr(
    log: Log, capsys: pytest.CaptureFixture[str]
) -> None:
    log.write("", Drank(250))
    assert log._journal is not None
    log._journal._connection.execute(
        "INSERT INTO events VALUES ('1', '2026-11-02T18:30:00+01:00', 'r', 'drank', '[]')"
    )
    assert main(["history", "--json"]) == 0
    said = capsys.readouterr()
    assert len(json.loads(said.out)) == 1
    assert said.err.startswith("relief: 1 of the events in ")


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    variables: dict[str, str],
    coloured: bool,
    log: Log,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    log.write("", Drank(250))
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", TerminalOut(sys.stdout))
    assert main(["history"]) == 0
    assert ("\x1b[" in capsys.readouterr().out) is coloured
