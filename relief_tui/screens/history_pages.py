"""What the history shows, as the list and the pane take it; the sentences it says itself."""

from __future__ import annotations

from relief_tui.report.sheet import Sheet
from relief_tui.widgets.guidepane import Jump, Page, Part

NOTHING_YET = "Every cramp, warm-up and training will stand here: c, w or a begins one."
NOTHING_LEFT = "Nothing like that is written down: esc shows all of it again."
PLACEHOLDER = "left, exercise, load, a word of a note"
DELETED = "Deleted. u takes that back."
FLAG_STAYS = "Deleted. Its red flag stays, until it is cleared: !"
BROUGHT_BACK = "It counts again."
TO_CORRECT = "Correct: a number, or a click"


def page_of(sheet: Sheet, fields: tuple[str, ...] = ()) -> Page:
    """The page of what is marked; with ``fields`` only those, to be corrected by number."""
    if fields:
        jumps = tuple(Jump("", field) for field in fields)
        return Page(sheet.title, sheet.under, onward=TO_CORRECT, jumps=jumps)
    return Page(sheet.title, sheet.under, tuple(Part(*part) for part in sheet.parts))
