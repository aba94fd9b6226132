"""Putting the history right: a note, a correction, a deletion, each an event that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from relief_tui.coach.amended import amended
from relief_tui.coach.event import Advised, Corrected, Event, Noted, Undone
from relief_tui.coach.load import parse_load
from relief_tui.coach.step import Side
from relief_tui.coach.value import dataclass
from relief_tui.coach.workout.card import LONGEST_NAME
from relief_tui.journal.counting import counting
from relief_tui.journal.diary import NOTE, Told
from relief_tui.journal.summary import Episode, episodes
from relief_tui.journal.training import LOOK_BACK, before
from relief_tui.report.text import visible
from relief_tui.services import Services

_T = TypeVar("_T")
SIDES = (Side.LEFT, Side.RIGHT, Side.BOTH, None)
MACHINES = ("prone", "seated", "standing", "other", None)
LEG, MACHINE, EXERCISE, LOAD = "leg", "machine", "exercise", "load"
FIELDS = (LEG, MACHINE, EXERCISE, LOAD)
"""What of a cramp can be corrected."""
TYPED = (EXERCISE, LOAD)
"""Those that are typed; the others have few values, one after the other."""
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

    def turn(self, told: Told, field: str) -> None:
        """The next value of a field that has few."""
        episode = correctable(told)
        if episode is None:
            return
        if field == LEG:
            self._correct(told, replace(episode, side=_after(episode.side, SIDES)))
        else:
            self._correct(told, replace(episode, machine=_after(episode.machine, MACHINES)))

    def put(self, told: Told, field: str, text: str) -> str:
        """What was typed for a field, nothing being *not known*; answers what is wrong with it."""
        episode = correctable(told)
        if episode is None:
            return ""
        text = text.strip()
        if field == EXERCISE:
            if len(text) > LONGEST_NAME:
                return f"A name has at most {LONGEST_NAME} characters."
            self._correct(told, replace(episode, exercise=text or None))
            return ""
        try:
            load = parse_load(text, self._services.equipment.unit) if text else None
        except ValueError as error:
            return visible(str(error), 2 * LONGEST_NAME)
        self._correct(told, replace(episode, load=load))
        return ""

    def undo(self) -> Told | None:
        """Take back what was written last; what that was about."""
        if not self._done:
            return None
        done = self._done.pop()
        for id in reversed(done.ids):
            self._services.log.write(done.run, Undone(id))
        return done.told

    def _correct(self, told: Told, right: Episode) -> None:
        ending = next(entry.id for entry in reversed(told.entries) if entry.kind == "relief_ended")
        fields = (right.side, right.machine, right.exercise, right.load)
        if right == correctable(told):
            return
        self._write(told, Corrected(ending, *fields), *self._advised(told, right))

    def _advised(self, told: Told, right: Episode) -> tuple[Event, ...]:
        """The advice that was given, as it would be now; nothing if none was, or it stays."""
        wrong = correctable(told)
        if wrong and (wrong.exercise, wrong.load) == (right.exercise, right.load):
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
                advice[-1], earlier, right.band, right.exercise, right.load, script.after, gear
            ),
        )

    def _write(self, told: Told, *events: Event) -> None:
        write: Callable[[str, Event], str] = self._services.log.write
        self._done.append(_Done(told, told.run, tuple(write(told.run, each) for each in events)))


def correctable(told: Told) -> Episode | None:
    """The cramp, where there is one that ended and was not deleted."""
    if told.undone_by or not told.ended:
        return None
    return next(iter(episodes(told.entries)), None)


def values(episode: Episode) -> dict[str, str]:
    """Each field that can be corrected, and what stands there now."""
    known = (episode.side, episode.machine, episode.exercise, episode.load)
    return {
        field: visible(str(value)) if value else "not known"
        for field, value in zip(FIELDS, known, strict=True)
    }


def _after(value: _T, values: Sequence[_T]) -> _T:
    return values[(values.index(value) + 1) % len(values)] if value in values else values[0]
