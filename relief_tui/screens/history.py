"""The history: looked through, filtered, noted on, put right."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.widgets import Input

from relief_tui.coach.event import Flagged
from relief_tui.journal.diary import Told
from relief_tui.report.amend import STILL_ON
from relief_tui.report.diary import Sieve
from relief_tui.report.fields import Field
from relief_tui.report.text import visible
from relief_tui.screens import history_pages as pages
from relief_tui.screens.history_keys import FILTER, HISTORY_BINDINGS, NOTE
from relief_tui.screens.history_view import HistoryView
from relief_tui.widgets.guidefield import GuideField
from relief_tui.widgets.guidepane import GuidePane

_SAID_S = 6.0
"""How long it is said what was done, in seconds."""


class HistoryScreen(HistoryView):
    """All that can be done there is written at once, and undone by ``u``."""

    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = HISTORY_BINDINGS

    def action_leave(self) -> None:
        """Out of what was begun last: the field, the correcting, the page, the filter, all."""
        if self._typing:
            self._stop_typing()
        elif self._correcting or self._reading:
            self._reading = self._reading and self._correcting
            self._correcting = False
            self._show()
        elif not self._diary.sieve.is_open:
            self._set_field("")
            self._narrow(Sieve())
        else:
            self.dismiss(None)

    # Narrowing the list

    def action_filter(self) -> None:
        """Into the field."""
        self._type(FILTER, self._diary.sieve.text)

    def action_kind(self) -> None:
        """The next kind of what there is."""
        self._reading = False
        self._narrow(replace(self._diary.sieve, kind=self._diary.next_kind))

    def _narrow(self, sieve: Sieve) -> None:
        line = self.line
        self._diary.narrow(sieve)
        found = self._diary.find(line.key) if line else None
        if line is not None and (line.told or sieve.is_open) and found is not None:
            self._again(line.key)
        else:
            self._marked = 1  # the first that was found, below the day it was on
            self._again("")

    # Typing

    def _type(self, what: str, text: str) -> None:
        self._typing = what
        self._reading &= what != FILTER
        self._set_field(text)
        field = self.query_one(GuideField)
        field.focus()
        if what not in (FILTER, NOTE):
            field.select_all()  # what is typed is in place of what was wrong; a key moves within it
        self._show()

    def _set_field(self, text: str) -> None:
        field = self.query_one(GuideField)
        with field.prevent(Input.Changed):
            field.value = visible(text, len(text))
        field.cursor_position = len(field.value)
        field.placeholder = pages.PLACEHOLDER if self._typing in ("", FILTER) else ""

    def _stop_typing(self) -> None:
        """The field is the filter's again."""
        self._typing = ""
        self.set_focus(None)
        self._set_field(self._diary.sieve.text)
        self._show()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """By a click into the field the list is filtered."""
        del event
        if not self._typing:
            self.action_filter()

    def on_input_changed(self, event: Input.Changed) -> None:
        """What is left of the list, at every key."""
        event.stop()
        if self._typing == FILTER:
            self._narrow(replace(self._diary.sieve, text=event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field."""
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Keep what was typed. What is refused stays in the field to be mended."""
        told, typing = self.told, self._typing
        text = self.query_one(GuideField).value
        trouble = ""
        if told is not None and typing == NOTE:
            self._amends.note(told, text)
        elif told is not None and (field := self._field(typing)):
            trouble = self._amends.put(told, field, text)
        if trouble:
            self.notify(trouble, severity="warning", markup=False)
            return
        self._stop_typing()
        if typing != FILTER:
            self._written(told)

    # Putting right

    def action_note(self) -> None:
        """A note about a run, in place of the one it has."""
        told = self._changeable
        if told is not None and told.run:
            self._type(NOTE, told.note)

    def action_correct(self) -> None:
        """Where it was, and with what."""
        told = self._changeable
        if told is not None and self._fields:
            self._correcting, self._from = True, 0
            self._reading |= not self.two_panes
            self._show()

    def action_put(self, number: int) -> None:
        """Another value for a field: the next one, or one that is typed."""
        told, here = self.told, pages.window(self._fields, self._from)
        if told is None or not self._correcting or number > len(here) + 1:
            return
        if number <= len(here):
            field = here[number - 1]
            if field.typed is not None:
                self._type(field.name, field.typed)
                return
            self._amends.put(told, field)
            self._written(told)
        elif len(here) < len(self._fields):
            self._from = pages.turned(self._fields, self._from)
            self._show()

    def _field(self, name: str) -> Field | None:
        return next((field for field in self._fields if field.name == name), None)

    def on_guide_pane_jumped(self, message: GuidePane.Jumped) -> None:
        """A click on a field that can be corrected."""
        message.stop()
        self.action_put(message.number)

    def action_delete(self) -> None:
        """What is marked counts no more; or again."""
        told = self.told
        if told is not None and told.undone_by:
            self._amends.bring_back(told)
            self._say(pages.BROUGHT_BACK)
        elif (told := self._changeable) is not None:
            self._amends.delete(told)
            flagged = any(entry.kind == Flagged.kind for entry in told.entries)
            self._say(pages.FLAG_STAYS if flagged else pages.DELETED)
        self._reading = self._correcting = False
        self._written(told)

    def action_undo(self) -> None:
        """Take back what was done here last."""
        told = self._amends.undo()
        if told is not None:
            self.app.clear_notifications()
        self._written(told)

    @property
    def _changeable(self) -> Told | None:
        """What is marked, if anything may be done about it yet."""
        told = self.told
        if told is not None and not told.ended:
            self._say(STILL_ON)
            return None
        return None if told is None or told.undone_by else told

    def _say(self, words: str) -> None:
        self.notify(words, timeout=_SAID_S, markup=False)

    def _written(self, told: Told | None) -> None:
        """Something was written: show what came of it."""
        if told is None:
            self._show()
            return
        key = self.line.key if self.line else ""
        self._diary.read_again(told)
        self._again(key if self._diary.find(told.key) is None else told.key)
