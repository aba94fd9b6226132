"""A journal in a folder of its own, and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from relief_tui.journal.log import Log, open_log
from relief_tui.journal.store import Journal
from tests.support.clock import FakeClock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def journal(path: Path, clock: FakeClock) -> Iterator[Journal]:
    with Journal.open(path, clock.wall) as journal:
        yield journal


@pytest.fixture
def log(path: Path, clock: FakeClock) -> Iterator[Log]:
    log = open_log(path, clock.wall)
    yield log
    log.close()
