"""Reads one content file into a typed value; every fault is one plain line."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from relief_tui.content.plain import plainly
from relief_tui.errors import ReliefError
from relief_tui.tomlfile import TomlFileError, read_toml

ShapeT = TypeVar("ShapeT")


class ContentError(ReliefError):
    """A content file cannot be used; ``str(error)`` is one line: the file, the fault, the mend.

    The place in the file reads like ``$.cards[3].do`` (entries are counted from 0), or is a line
    and a column where the file is not TOML at all.
    """


def read(path: Path, shape: type[ShapeT]) -> ShapeT:
    """The TOML file at ``path`` as a value of ``shape``.

    Raises ``ContentError`` if it is missing, cannot be read, is no TOML or has another shape.
    """
    try:
        raw = read_toml(path)
    except FileNotFoundError:
        raise ContentError(f"{path.name}: not in {path.parent}; put it back") from None
    except TomlFileError as error:
        raise ContentError(str(error).replace(str(path), path.name, 1)) from error
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError as error:
        raise ContentError(f"{path.name}: {plainly(str(error), raw)}") from error
