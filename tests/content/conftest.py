"""A copy of the shipped assets that a test may break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from relief_tui.content import assets_folder


@pytest.fixture(scope="module")
def shipped() -> Path:
    """The assets as they are shipped; only to be read."""
    return assets_folder()


@pytest.fixture
def assets(tmp_path: Path, shipped: Path) -> Path:
    """A copy of the shipped assets, new for each test."""
    return Path(shutil.copytree(shipped, tmp_path / "assets"))
