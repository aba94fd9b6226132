"""The app as it is painted for one and the same terminal, whatever the tests run in."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual._compositor import Compositor

from tests.support.pilot import TERMINAL
from tests.support.sheets import parse_once


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with all colours and UTF-8."""
    for name, value in TERMINAL.items():
        monkeypatch.setenv(name, value)


@pytest.fixture(autouse=True)
def sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Style sheets are parsed once, not once for each app."""
    parse_once(monkeypatch)


@pytest.fixture(autouse=True)
def unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is painted but what a test looks at: without a terminal it would go nowhere."""

    def nothing(compositor: Compositor, *_: object, **__: object) -> None:
        compositor._dirty_regions.clear()

    monkeypatch.setattr(Compositor, "render_update", nothing)


@pytest.fixture
def still(tmp_path: Path) -> None:
    """No flash, which real time would end before or after a picture is taken."""
    (tmp_path / "settings.toml").write_text("flash = false\n", encoding="utf-8")
