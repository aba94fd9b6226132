"""Putting the history right: a note, a correction, a deletion, each an event that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from relief_tui.coach.amended import amended
from relief_tui.coach.event import Advised, Corrected, Event, Noted, Undone
from relief_tui.coach.value import dataclass
from relief_tui.coach.workout.card import LONGEST_NAME
from relief_tui.journal.counting import CORRECTABLE, counting
from relief_tui.journal.diary import NOTE, Told
from relief_tui.journal.training import LOOK_BACK, before
from relief_tui.report.fields import Field, fields
from relief_tui.report.text import visible
from relief_tui.services import Services

STILL_ON = "It has not ended yet: go on with it at home, or leave it there."


@dataclass(frozen=True, slots=True)
class _Done:
    """What was written at once, and taken back at once."""

    told: Told
    run: str
    ids: tuple[str, ...]


class Amends:
    """What is written here is undone here, the last thing first."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._done: list[_Done] = []

    @property
    def can_undo(self) -> bool:
        """True if something was written here."""
        return bool(self._done)

    def note(self, told: Told, text: str) -> None:
        """Keep a note about a run in place of the one there is; an empty one takes that away."""
        if text.strip() != told.note:
            self._write(told, Noted(NOTE, text.strip()))

    def delete(self, told: Told) -> None:
        """Take it back as a whole; red flags stay open."""
        self._write(told, Undone(told.key))

    def bring_back(self, told: Told) -> None:
        """Let stand again what was deleted, by whomever and however often."""
        self._write(told, *map(Undone, told.undone_by))

    def fields(self, told: Told) -> tuple[Field, ...]:
        """What of it can be corrected."""
        return fields(told, self._services.equipment.unit)

    def put(self, told: Told, field: Field, text: str = "") -> str:
        """What was typed for a field, or its next value; answers what is wrong with it."""
        try:
            event = field.put(" ".join(text.split()))
        except ValueError as error:
            return visible(str(error), 2 * LONGEST_NAME)
        if not _says_nothing_new(told, event):
            self._write(told, event, *self._advised(told, event))
        return ""

    def undo(self) -> Told | None:
        """Take back what was written last; what that was about."""
        if not self._done:
            return None
        done = self._done.pop()
        for id in reversed(done.ids):
            self._services.log.write(done.run, Undone(id))
        return done.told

    def _advised(self, told: Told, event: Event) -> tuple[Event, ...]:
        """The advice that was given, as it would be now; nothing if none was, or it stays."""
        wrong = told.cramp
        if wrong is None or not isinstance(event, Corrected):
            return ()
        right = replace(wrong, side=event.side, exercise=event.exercise, load=event.load)
        if (wrong.exercise, wrong.load) == (right.exercise, right.load):
            return ()
        log, at = self._services.log, datetime.fromisoformat(right.at)
        own = [entry.event for entry in counting(log.run_entries(told.run))]
        advice = [event for event in own if isinstance(event, Advised)]
        if not advice:
            return ()
        earlier = before(log.entries(since=at - LOOK_BACK), right)
        script, gear = self._services.script, self._services.equipment
        return (
            amended(
                advice[-1],
                earlier,
                right.band,
                right.exercise,
                right.load,
                script.after,
                gear,
                rests=self._services.gates.rests(right.exercise or ""),
            ),
        )

    def _write(self, told: Told, *events: Event) -> None:
        write: Callable[[str, Event], str] = self._services.log.write
        self._done.append(_Done(told, told.run, tuple(write(told.run, each) for each in events)))


def _says_nothing_new(told: Told, event: Event) -> bool:
    """True of a correction to what stands there already."""
    if not isinstance(event, Corrected):
        return False
    now = next(entry.event for entry in told.entries if entry.id == event.event)
    names = CORRECTABLE[now.kind] if now else ()
    return all(getattr(now, name) == getattr(event, name) for name in names)
