"""What can go wrong with the journal, in words: what happened, where, and the mend."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path

from relief_tui.errors import ReliefError


class Reason(Enum):
    """Why the journal cannot be used."""

    DAMAGED = auto()
    """It can be moved aside and a new one begun."""
    LOCKED = auto()
    FULL = auto()
    FORBIDDEN = auto()
    REFUSED = auto()
    """It is whole, but not this program's to touch."""
    OUT_OF_REACH = auto()


class JournalError(ReliefError):
    """The journal could not be opened, read or written; ``str()`` is a plain line about it."""

    def __init__(self, reason: Reason, line: str) -> None:
        super().__init__(line)
        self.reason = reason

    @property
    def passes(self) -> bool:
        """True if the open journal is still good and the same work may succeed later."""
        return self.reason in (Reason.LOCKED, Reason.FULL)


_CODES = {
    sqlite3.SQLITE_CORRUPT: Reason.DAMAGED,
    sqlite3.SQLITE_NOTADB: Reason.DAMAGED,
    sqlite3.SQLITE_ERROR: Reason.REFUSED,  # whole, but not as our statements expect it
    sqlite3.SQLITE_BUSY: Reason.LOCKED,
    sqlite3.SQLITE_LOCKED: Reason.LOCKED,
    sqlite3.SQLITE_FULL: Reason.FULL,
    sqlite3.SQLITE_READONLY: Reason.FORBIDDEN,
    sqlite3.SQLITE_PERM: Reason.FORBIDDEN,
    sqlite3.SQLITE_AUTH: Reason.FORBIDDEN,
}

_ERRNOS = {
    errno.ENOSPC: Reason.FULL,
    errno.EDQUOT: Reason.FULL,
    errno.EROFS: Reason.FORBIDDEN,
    errno.EACCES: Reason.FORBIDDEN,
    errno.EPERM: Reason.FORBIDDEN,
}

_LINES = {
    Reason.DAMAGED: "The journal {path} is damaged ({why}). "
    "The next run moves it aside and begins a new one.",
    Reason.LOCKED: "The journal {path} is locked by another program. Close that program.",
    Reason.FULL: "There is no room left for the journal {path} ({why}). Free some space.",
    Reason.FORBIDDEN: "The journal {path} may not be written ({why}). "
    "Allow it, or name another folder in RELIEF_HOME.",
    Reason.REFUSED: "The journal {path} cannot be used ({why}). "
    "Move that file away, or update Relief.",
    Reason.OUT_OF_REACH: "The journal {path} cannot be reached ({why}). "
    "Mend the path, or name another folder in RELIEF_HOME.",
}


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turn whatever SQLite or the disk says about ``path`` into a ``JournalError``."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            raise  # not the file's fault: the connection was used wrongly
        reason = _CODES.get(code & 0xFF, Reason.OUT_OF_REACH)
        raise _error(reason, path, error) from error
    except OSError as error:
        reason = _ERRNOS.get(error.errno or 0, Reason.OUT_OF_REACH)
        raise _error(reason, path, error) from error


def refusal(path: Path, why: str) -> JournalError:
    """A journal that is whole, but not this program's to touch: ``why``, and the mend."""
    return JournalError(Reason.REFUSED, f"The journal {path} {why}")


def _error(reason: Reason, path: Path, error: Exception) -> JournalError:
    if path.is_dir():
        why = "it is a folder, not a file"
    else:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return JournalError(reason, _LINES[reason].format(path=path, why=why))
