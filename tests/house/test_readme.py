"""The README is true: its commands run, and every command and variable stands in it."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from relief_tui.cli.commands import COMMANDS, root
from relief_tui.content.routinefile import RoutineTable, StepTable
from relief_tui.content.routines import read_routine
from tests.house import readme
from tests.house.ground import FAST, PACKAGE, ROOT, TESTS, modules, python, run

SET_UP = "python3 -m venv .venv && .venv/bin/python -m pip install -q -e "
OPEN = f"{SET_UP}. && .venv/bin/relief"
TEST = f"{SET_UP}'.[dev]' && .venv/bin/python -m pytest"

TOOL = ".venv/bin/python -m "
DRY = {
    "pytest": ["--collect-only", "-qq", "-n0"],
    "ruff": ["--diff"],
    "tests.bench": ["--help"],
}
"""How a tool is asked what it would do: find tests, change nothing."""

VARIABLE = re.compile(r"^[A-Z_]+=\S+ ")

COMMAND_LINES = [line for line in readme.commands() if VARIABLE.sub("", line).startswith("relief")]
STORY = [line for line in COMMAND_LINES if "routines" in line or "ankle-morning" in line]
"""These are run one after the other: each needs what those before it left."""
TOOL_LINES = [line for line in readme.commands() if TOOL in line and line not in (OPEN, TEST)]
REMOVAL = [line for line in readme.commands() if line.startswith("rm ")]


def test_the_first_two_blocks_set_up_and_open_set_up_and_test() -> None:
    first, second = readme.blocks()[:2]
    assert first == readme.Block("sh", f"{OPEN}\n")
    assert second == readme.Block("sh", f"{TEST}\n")


@pytest.mark.parametrize("line", [line for line in COMMAND_LINES if line not in STORY])
def test_a_command_runs(line: str, tmp_path: Path) -> None:
    _run_in(tmp_path, line)


def test_a_routine_of_your_own_goes_the_way_that_is_told(tmp_path: Path) -> None:
    """With the file as it is shown."""
    (example,) = readme.blocks("toml")
    (tmp_path / "ankle-morning.toml").write_text(example.text, encoding="utf-8")
    for line in STORY:
        _run_in(tmp_path, line)
    assert read_routine(tmp_path / "ankle-morning.toml").length == "2:08"


def _run_in(tmp_path: Path, line: str) -> None:
    argv = shlex.split(VARIABLE.sub("", line))
    ended = python("-m", "relief_tui", *argv[1:], cwd=tmp_path, env=FAST)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("line", TOOL_LINES)
def test_a_tool_takes_the_words_it_is_given(line: str) -> None:
    tool, *words = shlex.split(line.partition(TOOL)[2])
    if words[:1] == ["-m"]:
        words += _one_of_each_kind()
    ended = python("-m", tool, *words, *DRY[tool])
    assert ended.returncode == 0, ended.stdout + ended.stderr


def _one_of_each_kind() -> list[str]:
    """Test files that any choice by mark finds something in; to collect all takes seconds."""
    sources = {path: path.read_text(encoding="utf-8") for path in modules(TESTS)}
    marked = [
        next(path for path, source in sources.items() if f"pytest.mark.{kind}" in source)
        for kind in ("terminal", "faults")
    ]
    return [__file__, *map(str, marked)]


def test_every_line_is_tried_by_one_of_these() -> None:
    tried = {OPEN, TEST, *COMMAND_LINES, *TOOL_LINES, *REMOVAL}
    assert set(readme.commands()) == tried
    assert COMMAND_LINES
    assert TOOL_LINES
    assert len(REMOVAL) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="the line is for a POSIX shell")
def test_the_line_that_removes_everything_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("RELIEF_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert python("-m", "relief_tui", "now", env=FAST).returncode == 0
    assert _files(tmp_path)
    run("sh", "-c", REMOVAL[0])
    assert not _files(tmp_path)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_every_command_and_option_stands_in_its_table() -> None:
    shown: dict[str, set[str]] = {}
    for row in readme.table("Commands"):
        words = readme.codes(row[0])[0]
        name = ([*words.split(), ""])[1]
        found = shown.setdefault(name if name in COMMANDS else "", set())
        found.update(re.findall(r"--[a-z-]+", words))
    assert shown == {"": _options(root), **{name: _options(_load(name)) for name in COMMANDS}}


@pytest.mark.parametrize(
    ("heading", "shape"), [("Above the steps", RoutineTable), ("In a step", StepTable)]
)
def test_every_key_of_a_routine_stands_in_its_table(
    heading: str, shape: type[RoutineTable | StepTable]
) -> None:
    shown = [readme.codes(row[0])[0] for row in readme.table(heading)]
    template = (ROOT / "assets" / "template" / "routine.toml").read_text(encoding="utf-8")
    assert sorted(shown) == sorted(shape.__struct_fields__)
    assert all(re.search(rf"^(# )?{key} = |\[\[{key}", template, re.MULTILINE) for key in shown)


def _load(name: str) -> click.Command:
    module, _, attribute = COMMANDS[name].target.partition(":")
    command: click.Command = getattr(import_module(module), attribute)
    return command


def _options(command: click.Command) -> set[str]:
    below = command.commands.values() if isinstance(command, click.Group) else ()
    parts = (command, *below) if command is not root else (command,)
    options = [param for part in parts for param in part.params if isinstance(param, click.Option)]
    return {name for option in options for name in option.opts if name.startswith("--")}


_TEXTUAL = {"TEXTUAL_ANIMATIONS"}
"""What Textual reads, and we go by."""


def test_every_variable_stands_in_its_table() -> None:
    known = re.compile(r"\b(?:RELIEF_[A-Z]+(?:_[A-Z]+)*|NO_COLOR)\b")
    sources = [path.read_text(encoding="utf-8") for path in modules(PACKAGE)]
    used = {name for source in sources for name in known.findall(source)}
    shown = [readme.codes(row[0])[0] for row in readme.table("Variables")]
    assert {name.partition("=")[0] for name in shown} == used | _TEXTUAL


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
@pytest.mark.parametrize("status", [0, 3])
def test_the_ci_runs_the_second_block(status: int, tmp_path: Path) -> None:
    """Tried on a README that says something else, where nothing is to be installed."""
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    second = f"cat; echo {status} passed; exit {status}"
    blocks = f"```sh\nexit 9\n```\n\nwords\n\n```sh\n{second}\n```\n\n```sh\nexit 8\n```\n"
    (tmp_path / "README.md").write_text(f"# Name\n\n{blocks}", encoding="utf-8")
    for program in ("pulseaudio", "paplay", "espeak-ng"):
        (tmp_path / program).touch(mode=0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    ended = run(str(tmp_path / ".ci" / "run"), env={"CI": "true", "PATH": path})
    assert (ended.returncode, ended.stdout) == (status, f"{status} passed\n")
