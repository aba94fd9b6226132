"""Ways to open the file: to write it, to look at it, and always to close it again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

BUSY_S = 0.1
"""How long a statement waits for another process. Relief's own writes take a tenth of a
millisecond; whatever holds the journal longer must not hold up a cramp."""

_NO_ROOM_BESIDE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


@contextmanager
def to_write(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a file that exists. Closed if the block fails, otherwise left open."""
    connection = _connect(path, "mode=rw")
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


@contextmanager
def to_read(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot change the file. Closed if the block fails, otherwise left open."""
    connection = _connect_reading(path)
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


def tune(connection: sqlite3.Connection) -> None:
    """A kill loses nothing; a power cut at most the last second, never the file."""
    with suppress(sqlite3.OperationalError):  # another process may be doing the very same
        connection.execute("PRAGMA journal_mode = WAL")
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    # Some network folders cannot do WAL; there only FULL keeps the file safe.
    connection.execute(f"PRAGMA synchronous = {'NORMAL' if mode == 'wal' else 'FULL'}")
    # So that REPLACE, too, meets the trigger that refuses deletions.
    connection.execute("PRAGMA recursive_triggers = ON")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_S, isolation_level=None)
    # One byte that is no UTF-8 must not cost the whole journal.
    connection.text_factory = _text
    return connection


def _connect_reading(path: Path) -> sqlite3.Connection:
    connection = _connect(path, "mode=ro")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        log = path.with_name(path.name + "-wal")
        complete = not log.exists() or not log.stat().st_size
        if error.sqlite_errorcode & 0xFF not in _NO_ROOM_BESIDE or not complete:
            raise
        # A folder that may not be written has no place for SQLite's own files; nobody writes
        # there, so the file can be read as it stands.
        return _connect(path, "immutable=1")
    except BaseException:
        connection.close()
        raise
    return connection


def _text(raw: bytes) -> str:
    return raw.decode(errors="replace")
