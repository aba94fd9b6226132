"""The checkout under test: its folders, its files, and programs run in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "relief_tui"
TESTS = ROOT / "tests"

TOP = ("relief_tui", "assets", "tests", "pyproject.toml", "README.md", "LICENSE")
"""All that lies in the checkout, beside what begins with a dot."""

FAST = {"RELIEF_TIME_SCALE": "200"}
"""A relief with nobody there takes a second; much faster, and a busy machine counts as away."""

_LONGEST_S = 60
_HIDDEN = (".ci", ".gitignore")


def kept_files() -> Iterator[Path]:
    """Every file that belongs to the project; also right where it was unpacked without git."""
    for entry in (ROOT / name for name in (*TOP, *_HIDDEN)):
        files = [entry] if entry.is_file() else sorted(entry.rglob("*"))
        yield from (file for file in files if file.is_file() and "__pycache__" not in file.parts)


def modules(folder: Path) -> list[Path]:
    """The Python files below ``folder``."""
    return sorted(folder.rglob("*.py"))


def run(
    *argv: str, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end with nothing on stdin; ``env`` is added to ours."""
    return subprocess.run(
        argv,
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=_LONGEST_S,
        check=False,
    )


def python(
    *args: str, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the interpreter that runs the tests."""
    return run(sys.executable, *args, cwd=cwd, env=env)


def script(name: str) -> str:
    """A command that was installed beside that interpreter."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    assert found, f"{name} is not installed; the extra `dev` has it"
    return found
