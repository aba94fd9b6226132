"""What the journal knows of the circumstances of a cramp."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from datetime import datetime

from relief_tui.coach.causes import Circumstances
from relief_tui.coach.event import Answered, Drank
from relief_tui.coach.load import Load
from relief_tui.journal.counting import counting
from relief_tui.journal.cramps import Episode, episodes
from relief_tui.journal.entry import Entry
from relief_tui.journal.trainings import going_on, is_warm_up, since_an_end, working


class Past:
    """What a journal tells of every cramp in it. Each is looked at once; ``entries`` are those of
    the journal, in any order."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = counting(entries)
        self._times = [entry.time for entry in self._entries]
        self._working = working(self._entries)
        self._working_times = [entry.time for entry in self._working]
        self.cramps = episodes(self._entries)
        """The cramps, oldest first."""
        self._began = {cramp.run: datetime.fromisoformat(cramp.at) for cramp in self.cramps}
        self._warmed = {entry.run for entry in self._entries if is_warm_up(entry.event)}
        self._answers: dict[str, list[Answered]] = {}
        for entry in self._entries:
            if isinstance(event := entry.event, Answered):
                self._answers.setdefault(entry.run, []).append(event)
        self._known: dict[str, Circumstances] = {}

    def answers(self, cramp: Episode, names: Container[str]) -> dict[str, int]:
        """The last answer about ``cramp`` to each of these questions."""
        return {
            given.question: given.answer
            for given in self._answers.get(cramp.run, ())
            if given.question in names and isinstance(given.answer, int)
        }

    def before(self, cramp: Episode) -> list[Episode]:
        """The cramps before it, the newest first."""
        at = datetime.fromisoformat(cramp.at)
        earlier = [one for one in self.cramps if self._began[one.run] < at]
        return earlier[::-1]

    def known(self, cramp: Episode) -> Circumstances:
        """The circumstances of ``cramp``: what came before it."""
        found = self._known.get(cramp.run)
        if found is None:
            found = self._known[cramp.run] = self._look(cramp)
        return found

    def _look(self, cramp: Episode) -> Circumstances:
        at = datetime.fromisoformat(cramp.at)
        done = self._working[: bisect_left(self._working_times, at)]
        others = [entry for entry in done if entry.run != cramp.run]
        training = since_an_end(going_on(others, at))
        runs = {entry.run for entry in training}
        cramps = _counted(one for one in reversed(self.before(cramp)) if one.run != cramp.run)
        began = training[0].time if training else at
        return Circumstances(
            machine=cramp.machine,
            exercise=cramp.exercise,
            load=cramp.load,
            before=_load_before([one for one in cramps if _alike(one, cramp)], began),
            new_machine=_is_new(cramp.machine, [one.machine for one in cramps]),
            minutes_in=int((at - began).total_seconds() / 60) if training else None,
            cramp_no=1 + sum(one.run in runs for one in cramps),
            warmed_up=not runs.isdisjoint(self._warmed) if training else None,
            drinks=self._drinks(began, at, cramp.run) if training else None,
        )

    def _drinks(self, began: datetime, until: datetime, run: str) -> int:
        first, last = bisect_left(self._times, began), bisect_left(self._times, until)
        span = self._entries[first:last]
        return sum(entry.kind == Drank.kind and entry.run != run for entry in span)


def _alike(one: Episode, other: Episode) -> bool:
    """True if two cramps came in the same exercise on the same machine, as far as either is
    known."""
    place = (other.exercise, other.machine)
    return any(place) and (one.exercise, one.machine) == place


def _counted(cramps: Iterable[Episode]) -> list[Episode]:
    """The cramps of which somebody said anything."""
    return [cramp for cramp in cramps if cramp.outcome != "unanswered"]


def _load_before(same: Sequence[Episode], began: datetime) -> Load | None:
    """The load of the last episode in an earlier training."""
    earlier = [cramp.load for cramp in same if datetime.fromisoformat(cramp.at) < began]
    return earlier[-1] if earlier else None


def _is_new(machine: str | None, earlier: Sequence[str | None]) -> bool:
    known = {each for each in earlier if each}
    return machine is not None and bool(known) and machine not in known
