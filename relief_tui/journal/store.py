"""The journal on disk: one append-only table of events, and where the running timer stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from relief_tui.coach.event import Event
from relief_tui.coach.value import dataclass
from relief_tui.journal import queries, schema
from relief_tui.journal.connection import to_read, to_write, tune
from relief_tui.journal.entry import (
    Entry,
    Stamp,
    UnfitError,
    Wall,
    chosen,
    from_row,
    id_floor,
    to_row,
)
from relief_tui.journal.files import number, prepare
from relief_tui.journal.trouble import plainly
from relief_tui.process import mark

_POSITION = "SELECT run, step, remaining_s, at, pid, started, memo"
_END = "g"
"""Greater than any id: they are written in hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a timer stood: seconds left of a step of a run, at ``at`` (ISO 8601).

    ``pid`` and ``started`` are the mark of the process that ran it (see ``process``); ``memo`` is
    what a later process needs to go on (see ``memo``), empty where it cannot.
    """

    run: str
    step: int
    remaining_s: float
    at: str
    pid: int
    started: str
    memo: str = ""


class Journal:
    """An open journal. Every method raises ``JournalError`` when the file does not play along.

    ``file`` is the number of the file that was opened (see ``files.number``).
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        wall: Wall,
        file: tuple[int, int] | None = None,
    ) -> None:
        self.path = path
        self.file = file
        self._connection = connection
        self._wall = wall
        self._stamp = Stamp(wall)
        self._mark: tuple[int, str] | None = None
        self._unfit: dict[str, str] = {}

    @classmethod
    def open(cls, path: Path, wall: Wall, steps: Sequence[schema.Step] = schema.STEPS) -> Self:
        """The journal at ``path``, created or brought up to date where needed."""
        with plainly(path):
            prepare(path)
            file = number(path)  # before it is opened: one that comes in between is met later
            with to_write(path) as connection:
                schema.check(connection, path, steps)  # before anything is changed
                tune(connection)
                schema.upgrade(connection, path, wall(), steps)
                journal = cls(connection, path, wall, file)
                journal._stamp.follow(journal.newest())
                return journal

    @classmethod
    def read(cls, path: Path, wall: Wall) -> Self | None:
        """The journal at ``path`` to look at, never to change; None if there is none yet."""
        with plainly(path):
            try:
                if path.is_file() and not path.stat().st_size:
                    return None
                path.stat()
            except FileNotFoundError:
                return None
            with to_read(path) as connection:
                return cls(connection, path, wall) if schema.check(connection, path) else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing is lost by not getting here."""
        with plainly(self.path):
            self._connection.close()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """All that is written in the block is kept, or nothing of it."""
        with plainly(self.path), schema.transaction(self._connection):
            yield

    def append(self, run: str, event: Event) -> str:
        """Write the event as happened now and answer its id; it is on disk when this returns."""
        entry = self._stamp.entry(run, event)
        self.put(entry)
        return entry.id

    def put(self, entry: Entry) -> None:
        """Write an entry as it is; one whose id is known already is left as it was."""
        with plainly(self.path):
            self._connection.execute(
                "INSERT INTO events (id, at, run, kind, data) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO NOTHING",
                to_row(entry),
            )

    def newest(self) -> str:
        """The id of the last event; empty if there is none."""
        with plainly(self.path):
            row = self._connection.execute("SELECT max(id) FROM events").fetchone()
        return row[0] or ""

    def version(self) -> int:
        """A number that is another one once another process has written, be it an event or where
        its timer stands."""
        with plainly(self.path):
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def entries(
        self, *, since: datetime | None = None, kinds: Collection[str] | None = None
    ) -> list[Entry]:
        """The entries at or after ``since`` and of these kinds (None: all), oldest first.

        Rows that do not fit their kind are left out; ``unfit`` tells of them.
        """
        conditions, values = ["true"], []
        if since is not None:
            # An id is never older than its time: this only spares reading what is surely earlier.
            conditions.append("id >= ?")
            values.append(id_floor(since))
        if kinds is not None:
            conditions.append(f"kind IN ({', '.join('?' * len(kinds))})")
            values.extend(kinds)
        found = self._rows(
            f"{queries.COLUMNS} WHERE {' AND '.join(conditions)} ORDER BY id", values
        )
        return chosen(found, since, None)

    def flag_entries(self) -> list[Entry]:
        """All that ``summary.open_flags`` needs, found by index however long the journal is."""
        return self._rows(queries.FLAGS)

    def unended_entries(self) -> list[Entry]:
        """All that ``summary.unended`` needs, found by index however long the journal is."""
        return self._rows(queries.UNENDED)

    def open_runs(self) -> tuple[list[Entry], dict[str, Position]]:
        """``unended_entries``, and where each timer stood at that moment, by its run."""
        with plainly(self.path), schema.transaction(self._connection, "BEGIN"):
            stood = self._connection.execute(f"{_POSITION} FROM position").fetchall()
            return self.unended_entries(), {row[0]: Position(*row) for row in stood}

    def latest_entries(self, most: int = 8) -> list[Entry]:
        """The entries of the last ``most`` cramps, found by index however long the journal is."""
        return self._rows(queries.LATEST, [most])

    def warmup_entries(self) -> list[Entry]:
        """The endings of all routines, found by index however long the journal is."""
        return self._rows(queries.WARMUPS)

    def set_entries(self) -> list[Entry]:
        """The last few hundred sets, found by index however long the journal is."""
        return self._rows(queries.SETS)

    def ending_entries(self, since: datetime) -> list[Entry]:
        """The endings of all runs since then, found by index however long the journal is."""
        return self._rows(queries.ENDINGS, [id_floor(since)])

    def tried_entries(self) -> list[Entry]:
        """All that ``trying.trying`` needs, found by index however long the journal is."""
        return self._rows(queries.TRIED)

    def run_entries(self, run: str) -> list[Entry]:
        """All of a run, and what came of it."""
        return self._rows(queries.RUN, [run])

    def page_entries(self, before: str, most: int) -> tuple[list[Entry], str]:
        """The last ``most`` entries before this id (empty: of all) that tell that something
        happened, with all of their runs and what came of them; and the id of the oldest of them,
        empty where nothing is before it."""
        before = before or _END
        with plainly(self.path):
            row = self._connection.execute(queries.OLDEST, (before, most - 1)).fetchone()
        oldest = row[0] if row else ""
        return self._rows(queries.PAGE, [oldest, before, oldest, before]), oldest

    @property
    def unfit(self) -> str:
        """A line about the rows that did not fit their kind when read; empty if all did."""
        if not self._unfit:
            return ""
        id, why = next(iter(self._unfit.items()))
        return (
            f"{len(self._unfit)} of the events in {self.path} cannot be understood and are left "
            f"out. The first: {id}, {why}. Nothing was changed; updating Relief may help."
        )

    def keep_position(self, run: str, step: int, remaining_s: float, memo: str = "") -> None:
        """Note where this process's timer of ``run`` stands, in place of what was noted before."""
        if self._mark is None:
            self._mark = mark()
        at = self._wall().isoformat(timespec="milliseconds")
        with plainly(self.path):
            self._connection.execute(
                "INSERT OR REPLACE INTO position "
                "(run, step, remaining_s, at, pid, started, memo) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (run, step, remaining_s, at, *self._mark, memo),
            )

    def position(self, run: str) -> Position | None:
        """What ``keep_position`` noted last of ``run``, by whatever process; None once it was
        cleared."""
        with plainly(self.path):
            row = self._connection.execute(
                f"{_POSITION} FROM position WHERE run = ?", (run,)
            ).fetchone()
        return Position(*row) if row else None

    def let_go(self, run: str) -> None:
        """This process plays ``run`` no more: whoever wants may go on with it."""
        with plainly(self.path):
            self._connection.execute(
                "UPDATE position SET pid = 0, started = '' WHERE run = ?", (run,)
            )

    def clear_position(self, run: str) -> None:
        """The timer of ``run`` has ended."""
        with plainly(self.path):
            self._connection.execute("DELETE FROM position WHERE run = ?", (run,))

    def erase(self, before: datetime | None = None) -> int:
        """Truly remove the events before this time (None: all) and answer how many they were.

        Undoing and clearing are events; this alone takes something out of the file. Backups and
        damaged copies are other files: see ``files.copies``.
        """
        old = "? IS NULL OR coalesce(julianday(at), 0) < julianday(?)"
        when = None if before is None else before.isoformat()
        with plainly(self.path), schema.transaction(self._connection):
            self._connection.execute(schema.ALLOW_DELETE)
            gone = self._connection.execute(f"DELETE FROM events WHERE {old}", (when, when))
            self._connection.execute(schema.REFUSE_DELETE)
            self._connection.execute(f"DELETE FROM position WHERE {old}", (when, when))
            self._connection.execute(
                "DELETE FROM unended WHERE run NOT IN (SELECT run FROM events)"
            )
        with plainly(self.path):
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return gone.rowcount

    def _rows(self, query: str, values: Sequence[str | int] = ()) -> list[Entry]:
        found = []
        with plainly(self.path):
            for row in self._connection.execute(query, values):
                try:
                    found.append(from_row(row))
                except UnfitError as error:
                    self._unfit[str(row[0])] = str(error)
        return found
