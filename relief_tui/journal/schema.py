"""The shape of the journal, as steps; ``PRAGMA user_version`` tells how many were taken."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from relief_tui.journal.files import reserve
from relief_tui.journal.trouble import refusal

Step = tuple[str, ...]

REFUSE_DELETE = """
CREATE TRIGGER events_are_kept BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END
"""
ALLOW_DELETE = "DROP TRIGGER events_are_kept"

_EVENTS = """
CREATE TABLE events (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    run TEXT NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL CHECK (json_valid(data))
) WITHOUT ROWID
"""
_REFUSE_UPDATE = """
CREATE TRIGGER events_stay_as_written BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END
"""
_POSITION = """
CREATE TABLE position (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    run TEXT NOT NULL,
    step INTEGER NOT NULL,
    remaining_s REAL NOT NULL,
    at TEXT NOT NULL,
    pid INTEGER NOT NULL,
    started TEXT NOT NULL
)
"""

# One row a run: two processes on one journal do not take each other's place.
_POSITIONS = """
CREATE TABLE position (
    run TEXT PRIMARY KEY,
    step INTEGER NOT NULL,
    remaining_s REAL NOT NULL,
    at TEXT NOT NULL,
    pid INTEGER NOT NULL,
    started TEXT NOT NULL,
    memo TEXT NOT NULL
) WITHOUT ROWID
"""

# Which runs have no ending cannot be put into an index, so triggers keep the list. It may name
# too many (who reads it looks at the events of those runs), never too few, whatever the order in
# which events, endings and undoings arrive. `+` takes the id's affinity away, without which
# SQLite would not look into the index of what was undone.
_UNENDED = """
CREATE TABLE unended (run TEXT, began TEXT, PRIMARY KEY (run, began)) WITHOUT ROWID
"""
_BEGAN = """
CREATE TRIGGER run_began AFTER INSERT ON events
WHEN NEW.kind IN ('relief_began', 'warmup_began', 'recovery_began', 'workout_began')
    AND NOT EXISTS (
        SELECT 1 FROM events AS ended
        WHERE ended.run = NEW.run
            AND ended.kind = replace(NEW.kind, '_began', '_ended')
            AND NOT EXISTS (
                SELECT 1 FROM events AS undone
                WHERE undone.kind = 'undone' AND json_extract(undone.data, '$.event') = +ended.id
            )
    )
BEGIN INSERT OR IGNORE INTO unended VALUES (NEW.run, NEW.kind); END
"""
_ENDED = """
CREATE TRIGGER run_ended AFTER INSERT ON events
WHEN NEW.kind IN ('relief_ended', 'warmup_ended', 'recovery_ended', 'workout_ended')
    AND NOT EXISTS (
        SELECT 1 FROM events AS undone
        WHERE undone.kind = 'undone' AND json_extract(undone.data, '$.event') = +NEW.id
    )
BEGIN DELETE FROM unended WHERE run = NEW.run AND began = replace(NEW.kind, '_ended', '_began'); END
"""
_ENDING_UNDONE = """
CREATE TRIGGER ending_undone AFTER INSERT ON events WHEN NEW.kind = 'undone'
BEGIN
    INSERT OR IGNORE INTO unended
    SELECT run, replace(kind, '_ended', '_began') FROM events
    WHERE id = json_extract(NEW.data, '$.event')
        AND kind IN ('relief_ended', 'warmup_ended', 'recovery_ended', 'workout_ended');
END
"""

CRAMP = "kind = 'relief_ended' AND json_extract(data, '$.outcome') <> 'cancelled'"
"""Which events end a cramp: a relief that was called off before a hold was none."""

ENDING = "kind IN ('relief_ended', 'warmup_ended', 'recovery_ended', 'workout_ended')"
NOTE = "kind = 'noted'"
HELPED = "kind = 'answered' AND json_extract(data, '$.question') = 'helped'"

STEPS: tuple[Step, ...] = (
    (
        _EVENTS,
        _REFUSE_UPDATE,
        REFUSE_DELETE,
        "CREATE INDEX events_of_run ON events (run)",
        "CREATE INDEX flags ON events (kind) WHERE kind IN ('flagged', 'flag_cleared')",
        "CREATE INDEX undone ON events (json_extract(data, '$.event')) WHERE kind = 'undone'",
        _POSITION,
        _UNENDED,
        _BEGAN,
        _ENDED,
        _ENDING_UNDONE,
    ),
    ("DROP TABLE position", _POSITIONS),
    (f"CREATE INDEX cramps ON events (id) WHERE {CRAMP}",),
    ("CREATE INDEX warmups ON events (id) WHERE kind = 'warmup_ended'",),
    (
        f"CREATE INDEX endings ON events (id) WHERE {ENDING}",
        f"CREATE INDEX notes ON events (id) WHERE {NOTE}",
        f"CREATE INDEX helped ON events (id) WHERE {HELPED}",
    ),
    ("CREATE INDEX corrected ON events (json_extract(data, '$.event')) WHERE kind = 'corrected'",),
    ("CREATE INDEX sets ON events (id) WHERE kind = 'set_done'",),
)
"""All steps, oldest first. A step that was ever released is never changed: add another."""


def version(connection: sqlite3.Connection) -> int:
    """How many steps the journal has taken; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check(connection: sqlite3.Connection, path: Path, steps: Sequence[Step] = STEPS) -> int:
    """The version of a journal this program may read; changes nothing.

    Raises ``JournalError`` for one written by a newer Relief or by another program.
    """
    found = version(connection)
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if found == 0 and tables:
        raise refusal(path, "belongs to another program. Move that file, or set RELIEF_HOME.")
    if found > len(steps):
        raise refusal(
            path,
            f"was written by a newer Relief (version {found}, known {len(steps)}). "
            "Update Relief; the file is left as it is.",
        )
    return found


def upgrade(
    connection: sqlite3.Connection, path: Path, now: datetime, steps: Sequence[Step] = STEPS
) -> Path | None:
    """Take the steps that are missing, each together with its record, or not at all.

    A journal that has events is copied first, to ``journal.backup-DATE.db`` beside it; answers
    where, or None. ``connection`` must be in autocommit mode.
    """
    found = check(connection, path, steps)
    if found == len(steps):
        return None
    copy = _backup(connection, path, now) if found and _has_events(connection) else None
    for number in range(found + 1, len(steps) + 1):
        _take(connection, number, steps[number - 1])
    return copy


@contextmanager
def transaction(connection: sqlite3.Connection, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
    """All of the block, or nothing of it; nobody else writes in between. With ``BEGIN`` alone they
    may, but what is read in the block is as it stood at one moment."""
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _take(connection: sqlite3.Connection, number: int, step: Step) -> None:
    with transaction(connection):
        if version(connection) >= number:
            return  # another process was faster
        for statement in step:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")


def _has_events(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM events)").fetchone()[0])


def _backup(connection: sqlite3.Connection, path: Path, now: datetime) -> Path:
    copy = reserve(path, "backup", now)
    try:
        with closing(sqlite3.connect(copy)) as target:
            connection.backup(target)
    except BaseException:
        copy.unlink(missing_ok=True)  # half a backup is none
        raise
    return copy
