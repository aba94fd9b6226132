"""The commands as a shell sees them: exit codes, streams, shapes, and not one stray escape."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from relief_tui import __version__
from relief_tui.cli.commands import COMMANDS
from tests.support.history import PHASES, events, reach
from tests.support.terminal import relief, run

pytestmark = pytest.mark.terminal


@pytest.fixture(scope="module")
def two_runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a cramp that let go, one that was stopped, and a drink."""
    home = tmp_path_factory.mktemp("home")
    told = ("--side", "left", "--exercise", "leg curl", "--weight", "42,5kg")
    with relief("now", *told, home=home) as terminal:
        reach(terminal, "HOW IS IT?")
        terminal.press("1")
        terminal.wait_for("LOWER THE WEIGHT")
        terminal.press("d", "q")
        terminal.wait_exit()
    with relief("now", "--side", "right", home=home) as terminal:
        reach(terminal, "HOW IS IT?", "RIGHT")
        terminal.press("q")
        terminal.wait_exit()
    return home


def test_version(tmp_path: Path) -> None:
    told = run("--version", home=tmp_path)
    assert (told.returncode, told.stdout, told.stderr) == (0, f"relief {__version__}\n", "")


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_has_an_example(command: str, option: str, tmp_path: Path) -> None:
    told = run(*command.split(), option, home=tmp_path)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith(f"Usage: relief {command}".rstrip())
    examples = re.split(r"Examples?:", told.stdout)[1]
    assert f"  relief {command}".rstrip() in examples
    assert "\x1b" not in told.stdout
    assert not list(tmp_path.iterdir())


def test_history_is_a_table(two_runs: Path) -> None:
    told = run("history", home=two_runs)
    assert (told.returncode, told.stderr) == (0, "")
    assert "\x1b" not in told.stdout
    header, gone, stopped, *rest = told.stdout.splitlines()
    assert header.split()[:5] == ["No", "When", "Side", "Outcome", "Band"]
    assert all(word in gone for word in ("left", "gone", "mild", "leg curl", "42.5 kg"))
    assert all(word in stopped for word in ("right", "stopped"))
    assert "1 drink" in " ".join(rest)


@pytest.mark.parametrize(("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_history_in_a_terminal(env: dict[str, str], coloured: bool, two_runs: Path) -> None:
    with relief("history", home=two_runs, env=env) as terminal:
        assert terminal.wait_exit() == 0
        assert all(word in terminal.text() for word in ("leg curl", "gone", "stopped", "1 drink"))
        assert (b"\x1b" in terminal.raw) == coloured
        assert terminal.given_back()


def test_history_as_json_is_one_list_of_events(two_runs: Path) -> None:
    told = events(two_runs)
    assert [event["id"] for event in told] == sorted({event["id"] for event in told})
    assert all(re.search(r"T.*[+-]\d\d:\d\d$", event["at"]) for event in told)
    first, second = (event["run"] for event in told if event["kind"] == "relief_began")
    assert {event["run"] for event in told} <= {first, second, ""}
    of_first = [event["phase"] for event in events(two_runs, "step_began") if event["run"] == first]
    assert of_first[: len(PHASES)] == list(PHASES)
    ended = {event["run"]: event for event in told if event["kind"] == "relief_ended"}
    assert ended[first]["load"] == {"value": 42.5, "unit": "kg"}
    assert [ended[run]["outcome"] for run in (first, second)] == ["gone", "stopped"]


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [("", "unanswered"), ("same,easing,gone", "gone"), ("gone,0,3", "gone"), ("worse", "worse")],
)
def test_simulate_as_json(answers: str, outcome: str, tmp_path: Path) -> None:
    told = run("simulate", "relief", "--answers", answers, "--json", home=tmp_path)
    assert (told.returncode, told.stderr) == (0, "")
    rows = json.loads(told.stdout)
    assert all(row.keys() >= {"t_s", "event", "step", "phase", "side", "cue"} for row in rows)
    times = [row["t_s"] for row in rows]
    assert times == sorted(times)
    (ending,) = (row for row in rows if row["event"] == "relief_ended")
    assert ending["outcome"] == outcome
    assert rows[-1] == ending
    began = [(row["t_s"], row["phase"]) for row in rows if row["event"] == "step_began"]
    assert began[: len(PHASES)] == list(zip((0, 3, 13, 21, 26, 41, 44), PHASES, strict=True))
    assert not list(tmp_path.iterdir())


def test_simulate_as_lines(tmp_path: Path) -> None:
    told = run("simulate", "relief", "--side", "left", home=tmp_path)
    assert told.returncode == 0
    assert "\x1b" not in told.stdout
    first, *_, last = told.stdout.splitlines()
    assert first.split() == ["0:00", "relief_began", "side=left"]
    assert "outcome=unanswered" in last
