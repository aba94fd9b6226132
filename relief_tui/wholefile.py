"""Writing a file of the person's: as a whole or not at all, and for its owner alone."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` beside ``path``, then rename: the file is the old or the new one, never half
    of either. A link is followed; folders that lack are made (0700, the file 0600).

    Raises ``OSError`` if it cannot be written; then nothing has changed.
    """
    place = path.resolve() if path.is_symlink() else path
    for folder in reversed(place.parents):
        if not folder.exists():
            folder.mkdir(mode=0o700, exist_ok=True)
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(beside, flags, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
