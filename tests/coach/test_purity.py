"""The coach is pure: the syntax tree of every file of it imports nothing that does anything."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import relief_tui.coach

HOME = Path(relief_tui.coach.__file__).parent
FILES = sorted(HOME.rglob("*.py"))

ALLOWED = {
    "__future__",
    "collections.abc",
    "dataclasses",
    "enum",
    "functools",
    "itertools",
    "math",
    "re",
    "typing",
}
"""Values, types, arithmetic, memory. A module is added here only if it knows no clock and no
world."""


def imported(source: str) -> Iterator[str]:
    """Every module that a source imports, wherever in it; relative ones begin with a dot."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def impure(source: str) -> list[str]:
    """What a source imports and must not."""
    return [
        name
        for name in imported(source)
        if name not in ALLOWED and not f"{name}.".startswith("relief_tui.coach.")
    ]


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(HOME)) for path in FILES])
def test_a_file_imports_only_the_coach_and_what_is_pure(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert impure(source) == []
    assert "__import__" not in source


def test_all_that_is_allowed_is_of_the_standard_library() -> None:
    assert {name.partition(".")[0] for name in ALLOWED} <= sys.stdlib_module_names


@pytest.mark.parametrize(
    "line",
    [
        "import time",
        "from datetime import datetime",
        "def now():\n    import random",
        "from relief_tui.journal import Log",
        "from relief_tui import clock",
        "import os.path",
        "from . import session",
        "import msgspec",
        "from relief_tui.coaching import x",
    ],
)
def test_what_the_rule_catches(line: str) -> None:
    assert len(impure(line)) == 1


def test_the_rule_lets_the_coach_use_itself() -> None:
    assert impure("from relief_tui.coach import inputs\nimport relief_tui.coach.step") == []
