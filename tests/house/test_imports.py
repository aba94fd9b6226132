"""What gets loaded, seen in a fresh interpreter: import contracts read, these look."""

from __future__ import annotations

import ast
import pkgutil
from pathlib import Path

import pytest

import relief_tui
from tests.house.ground import FAST, PACKAGE, modules, python

_ALL_OF = """
import pkgutil, sys
from importlib import import_module
before = set(sys.modules)
module = import_module(sys.argv[1])
for found in pkgutil.walk_packages(getattr(module, "__path__", ()), f"{module.__name__}."):
    import_module(found.name)
print(*sorted(set(sys.modules) - before))
"""
_COMMAND = """
import sys
from relief_tui.cli import main
code = main(sys.argv[1:])
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""
_FIRST_CUE = """
import sys
before = set(sys.modules)
cli = sys.modules["relief_tui.cli"] = type(sys)("relief_tui.cli")
cli.main = lambda argv: print(*sorted(set(sys.modules) - before))
sys.argv = ["relief", "now"]
from relief_tui.__main__ import main
from relief_tui.firstcue import paint
paint(80, 24)
main()
"""

WATCHED = {"textual", "rich", "click", "msgspec", "sqlite3", "platformdirs", "asyncio"}
"""What costs time to load, or ties a module to one face of the program."""

_DISK = {"msgspec", "sqlite3"}
_SCREEN = {"textual", "rich", "asyncio", "platformdirs"}  # Textual brings the others
MAY_LOAD: dict[str, set[str]] = {
    "__main__": set(),
    "awake": set(),
    "app": _SCREEN | _DISK,
    "blocks": set(),
    "cli": WATCHED - {"textual", "asyncio"},
    "clock": set(),
    "coach": set(),
    "conductor": _DISK,
    "content": {"msgspec"},
    "cues": set(),
    "errors": set(),
    "firstcue": set(),
    "gates": _DISK,
    "journal": _DISK,
    "memo": {"msgspec"},
    "offers": _DISK,
    "hindsight": _DISK,
    "paths": set(),
    "plain": _DISK,
    "process": set(),
    "report": _DISK,
    "screens": _SCREEN | _DISK,
    "services": _DISK,
    "settings": {"msgspec"},
    "shelf": {"msgspec"},
    "stock": _DISK,
    "tomlfile": set(),
    "widgets": _SCREEN,
    "wholefile": set(),
    "wishes": set(),
}

PURE = {
    "__future__",
    "bisect",
    "collections",
    "dataclasses",
    "decimal",
    "enum",
    "fractions",
    "functools",
    "itertools",
    "math",
    "operator",
    "re",
    "string",
    "typing",
}
"""The standard library as far as it knows no file, clock, thread or chance."""
IMPURE = {"open", "print", "input", "exec", "eval", "__import__"}


def _loaded(code: str, *args: str) -> set[str]:
    ended = python("-c", code, *args)
    assert ended.returncode == 0, ended.stderr
    return set(ended.stdout.split())


def test_every_module_has_its_line_here() -> None:
    assert {module.name for module in pkgutil.iter_modules(relief_tui.__path__)} == set(MAY_LOAD)


@pytest.mark.parametrize("name", MAY_LOAD)
def test_a_package_loads_only_what_its_layer_needs(name: str) -> None:
    loaded = _loaded(_ALL_OF, f"relief_tui.{name}")
    assert f"relief_tui.{name}" in loaded
    assert loaded & WATCHED <= MAY_LOAD[name]


def test_the_coach_loads_nothing_of_ours_but_itself() -> None:
    ours = {name for name in _loaded(_ALL_OF, "relief_tui.coach") if name.startswith("relief_tui")}
    assert "relief_tui.coach.session" in ours
    assert {name.split(".")[1] for name in ours if "." in name} == {"coach"}


@pytest.mark.parametrize("path", modules(PACKAGE / "coach"), ids=lambda path: path.stem)
def test_the_coach_is_pure(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                wanted = {alias.name for alias in names}
            case ast.ImportFrom(module=module, level=level):
                assert level == 0, f"line {node.lineno}: say where from"
                wanted = {module or ""}
            case ast.Call(func=ast.Name(id=name)):
                assert name not in IMPURE, f"line {node.lineno}: {name}"
                continue
            case _:
                continue
        outside = {name for name in wanted if not f"{name}.".startswith("relief_tui.coach.")}
        assert {name.partition(".")[0] for name in outside} <= PURE, f"line {node.lineno}"


def test_before_the_first_cue_nothing_is_loaded_but_its_letters() -> None:
    assert _loaded(_FIRST_CUE) == {
        "relief_tui",
        "relief_tui.__main__",
        "relief_tui.blocks",
        "relief_tui.blocks.letters",
        "relief_tui.blocks.terminal",
        "relief_tui.cli",
        "relief_tui.firstcue",
    }


_STOPPED = f"""
import os
out, into = os.pipe()
os.write(into, b"x")
os.close(into)
os.dup2(out, 0)
{_COMMAND}"""
"""The command, with one key on its standard input: stop."""


def test_what_is_known_of_exercises_is_not_loaded_for_a_relief_before_its_end() -> None:
    """What it ends with may need it; see ``tests/coach/relief`` for what asks."""
    line = "now --plain --exercise Nordics --side left"
    ended = python("-c", _STOPPED, *line.split(), env=FAST)
    assert ended.returncode == 0, ended.stderr
    assert "relief_tui.content.workout" not in ended.stderr.split()


def test_a_command_in_the_shell_never_loads_textual() -> None:
    """The first leaves a journal for the others to read."""
    for line in ("now --plain", "history", "history --json", "settings", "simulate relief"):
        ended = python("-c", _COMMAND, *line.split(), env=FAST)
        assert ended.returncode == 0, ended.stderr
        assert "textual" not in ended.stderr.split(), line
