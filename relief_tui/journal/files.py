"""The journal's files: private ones, and copies that never take another's name."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

_BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside the file itself."""


def prepare(path: Path) -> None:
    """See to it that ``path`` is a file of this person alone, in a folder that exists.

    Raises ``OSError`` where that cannot be.
    """
    private_folder(path.parent)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if path.stat().st_mode & 0o077:
        with suppress(PermissionError):  # the file system of a stick may know no rights
            path.chmod(0o600)


def number(path: Path) -> tuple[int, int] | None:
    """What tells the file at ``path`` from any other that stood or will stand there; None if there
    is none, or files have no number here."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found.st_ino else None


def private_folder(folder: Path) -> None:
    """Create the folder, and those above it that are missing, for this person alone.

    A folder that exists keeps the rights it has: it may be a stick, or someone's home.
    """
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)


def reserve(path: Path, word: str, now: datetime) -> Path:
    """An empty file of this person alone: ``journal.WORD-20261122-103800.db`` beside ``path``.

    A name that is taken, by the file or by what SQLite keeps beside it, is passed over.
    """
    stem = f"{path.stem}.{word}-{now:%Y%m%d-%H%M%S}"
    number = 1
    while True:
        free = path.with_name(f"{stem}{f'-{number}' if number > 1 else ''}{path.suffix}")
        number += 1
        if any(_beside(free, suffix).exists() for suffix in _BESIDE):
            continue
        try:
            os.close(os.open(free, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            continue
        return free


def set_aside(path: Path, now: datetime) -> Path:
    """Move a damaged journal out of the way, with what is beside it; answers where it is now.

    What is beside it goes first: a new journal must never find an old one's log.
    """
    place = reserve(path, "damaged", now)
    try:
        for suffix in _BESIDE:
            if _beside(path, suffix).exists():
                _beside(path, suffix).replace(_beside(place, suffix))
        path.replace(place)
    except OSError:
        place.unlink(missing_ok=True)  # nothing but the reserved name
        raise
    return place


def copies(path: Path) -> list[Path]:
    """The backups of the journal, the damaged ones moved aside, and what is beside them."""
    found: list[Path] = []
    for word in ("backup", "damaged"):
        found += path.parent.glob(f"{path.stem}.{word}-*{path.suffix}*")
    return sorted(found)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)
