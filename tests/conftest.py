"""What holds for every test: nothing of the person who runs them gets in."""

from __future__ import annotations

import gc
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

gc.set_threshold(200_000, 50, 100)  # looked for as often as is usual it takes a twentieth of all

_WAITING = ("terminal", "faults")
"""Marks of tests that mostly wait for a program in its own time."""
_EARLY = 0.8
"""By then the last of them has begun, or all would wait for it in the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that wait are spread among those that compute, so that no core is idle meanwhile."""
    waiting, working = dict[Path, None](), dict[Path, None]()
    for item in items:
        waits = any(item.get_closest_marker(mark) for mark in _WAITING)
        (waiting if waits else working)[item.path] = None
    place = {path: index / len(working) for index, path in enumerate(working)}
    place |= {path: _EARLY * index / len(waiting) for index, path in enumerate(waiting)}
    items.sort(key=lambda item: place[item.path])


@pytest.fixture(autouse=True)
def unplugged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Own settings, journal and switches are out of reach; ``RELIEF_HOME`` is ``tmp_path``. No
    loudspeaker is in reach either."""
    for name in list(os.environ):
        if name.startswith("RELIEF_") or name in ("NO_COLOR", "FORCE_COLOR"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("RELIEF_HOME", str(tmp_path))
    monkeypatch.setenv(SOUND_VARIABLE, BELL)
