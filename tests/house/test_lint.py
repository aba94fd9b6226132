"""Format and lint: one style, held by a program."""

from __future__ import annotations

import pytest

from tests.house.ground import python


@pytest.mark.parametrize("rule", [("format", "--check"), ("check",)], ids=" ".join)
def test_ruff_has_nothing_to_say(rule: tuple[str, ...]) -> None:
    ended = python("-m", "ruff", *rule, ".")
    assert ended.returncode == 0, ended.stdout + ended.stderr
