"""What the history shows, as the list and the pane take it; the sentences it says itself."""

from __future__ import annotations

from collections.abc import Sequence

from relief_tui.report.fields import Field
from relief_tui.report.sheet import Sheet
from relief_tui.widgets.guidepane import Jump, Page, Part

NOTHING_YET = "Every cramp, warm-up and training will stand here: c, w or a begins one."
NOTHING_LEFT = "Nothing like that is written down: esc shows all of it again."
PLACEHOLDER = "left, exercise, load, a word of a note"
DELETED = "Deleted. u takes that back."
FLAG_STAYS = "Deleted. Its red flag stays, until it is cleared: !"
BROUGHT_BACK = "It counts again."
MORE = "others of {} …"
_NUMBERS = 9
TO_CORRECT = "Correct: a number, or a click"


def page_of(sheet: Sheet) -> Page:
    """The page of what is marked."""
    return Page(sheet.title, sheet.under, tuple(Part(*part) for part in sheet.parts))


def correcting(sheet: Sheet, fields: Sequence[Field], start: int) -> Page:
    """Only what can be corrected of it, by number: as much as there are numbers, from ``start``."""
    jumps = tuple(Jump("", line) for line in numbered(fields, start))
    return Page(sheet.title, sheet.under, onward=TO_CORRECT, jumps=jumps)


def numbered(fields: Sequence[Field], start: int) -> list[str]:
    """The lines that have a number now."""
    lines = [f"{field.name}: {field.value}" for field in window(fields, start)]
    return lines if len(lines) == len(fields) else [*lines, MORE.format(len(fields))]


def window(fields: Sequence[Field], start: int) -> Sequence[Field]:
    """Those among them: where there are more than nine, the last number turns to others."""
    if len(fields) <= _NUMBERS:
        return fields
    start = start if start < len(fields) else 0
    return fields[start : start + _NUMBERS - 1]


def turned(fields: Sequence[Field], start: int) -> int:
    """Where the others begin; after the last ones the first again."""
    after = start + _NUMBERS - 1
    return after if after < len(fields) else 0
