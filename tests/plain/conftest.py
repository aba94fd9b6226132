"""A stage for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from relief_tui.coach.script import Words
from relief_tui.content import load_script
from tests.plain.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path)
    yield stage
    stage.services.close()


@pytest.fixture(scope="session")
def words() -> Words:
    return load_script().words
