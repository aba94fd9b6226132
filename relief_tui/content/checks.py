"""What no type can say: faults between the entries of a file, or between two files."""

from __future__ import annotations

from collections.abc import Iterable

from relief_tui.content.reading import ContentError


def fault(file: str, place: str, what: str) -> ContentError:
    """The error for ``what`` is wrong at ``place`` of ``file``, and its mend, as one line."""
    return ContentError(f"{file}: {place} {what}")


def check_unique(file: str, entries: str, key: str, values: Iterable[str]) -> None:
    """Raises ``ContentError`` if two of the ``entries`` (such as ``cards``) share a ``key``."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            raise fault(file, f"$.{entries}[{index}].{key}", f"is {value} again; give it its own")
        seen.add(value)
