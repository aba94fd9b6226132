"""Types: strict, in the program and in its tests."""

from __future__ import annotations

from tests.house.ground import python


def test_mypy_has_nothing_to_say() -> None:
    ended = python("-m", "mypy")
    assert ended.returncode == 0, ended.stdout + ended.stderr
