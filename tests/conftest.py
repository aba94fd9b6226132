"""What holds for every test: nothing of the person who runs them gets in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def unplugged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Own settings, journal and switches are out of reach; ``RELIEF_HOME`` is ``tmp_path``."""
    for name in list(os.environ):
        if name.startswith("RELIEF_") or name in ("NO_COLOR", "FORCE_COLOR"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("RELIEF_HOME", str(tmp_path))
