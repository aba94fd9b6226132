"""What holds for every test: nothing of the person who runs them gets in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from relief_tui.cues.here import BELL, SOUND_VARIABLE

# A run without a word says the same twice; new examples are looked for where they are asked for:
# pytest --hypothesis-profile=search
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=2_000, deadline=None)
settings.load_profile("same")


@pytest.fixture(autouse=True)
def unplugged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Own settings, journal and switches are out of reach; ``RELIEF_HOME`` is ``tmp_path``. No
    loudspeaker is in reach either."""
    for name in list(os.environ):
        if name.startswith("RELIEF_") or name in ("NO_COLOR", "FORCE_COLOR"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("RELIEF_HOME", str(tmp_path))
    monkeypatch.setenv(SOUND_VARIABLE, BELL)
