"""What the rest of the program writes to and reads from, whatever state the disk is in."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from relief_tui.coach.event import Drank, Event, SetDone, Undone
from relief_tui.coach.safety import OpenFlag
from relief_tui.journal import diary, patterns, summary
from relief_tui.journal.cramps import Episode, episodes
from relief_tui.journal.entry import Entry, Stamp, Wall, chosen
from relief_tui.journal.files import number
from relief_tui.journal.rescue import rescued
from relief_tui.journal.store import Journal, Position
from relief_tui.journal.training import LOOK_BACK
from relief_tui.journal.trouble import JournalError, Reason
from relief_tui.journal.trying import Trying, trying
from relief_tui.journal.workouts import Logged, logged, sets_done

_T = TypeVar("_T")
_NO_RUNS: tuple[list[Entry], dict[str, Position]] = ([], {})
PAGE = 100
"""How many events a page of what happened has."""


def open_log(path: Path, wall: Wall) -> Log:
    """The log kept at ``path``. Never fails: ``troubles`` says what is wrong, if anything is.

    A damaged file is moved aside and a new one begun; where the file cannot be used at all the
    log works in memory, and tries the file again whenever something is written.
    """
    log = Log(wall, path)
    log.flush()
    return log


def nowhere() -> Log:
    """A log that keeps nothing, for practice."""
    return Log(lambda: datetime.now(UTC), None)


class Log:
    """A journal that never fails its caller.

    What cannot be written now waits in memory, in order, and is tried again before the next event
    is; what is read includes what waits. What this process wrote is remembered, should the file
    turn out to be damaged.
    """

    def __init__(self, wall: Wall, path: Path | None) -> None:
        self._wall = wall
        self._path = path
        self._stamp = Stamp(wall)
        self._journal: Journal | None = None
        self._file: tuple[int, int] | None = None
        self._waiting: deque[Entry] = deque()
        self._written: list[Entry] = []
        self._moved = ""
        self._trouble = ""
        self._version: int | None = None

    @property
    def keeps(self) -> bool:
        """False in practice."""
        return self._path is not None

    @property
    def saved(self) -> bool:
        """True if every event written so far is in the journal on disk."""
        return self._journal is not None and not self._waiting

    @property
    def troubles(self) -> tuple[str, ...]:
        """What is wrong now: plain lines, each with what happened, where, and the mend."""
        unfit = self._journal.unfit if self._journal else ""
        return tuple(line for line in (self._moved, self._trouble, unfit) if line)

    def write(self, run: str, event: Event) -> str:
        """Keep the event as happened now; answers its id, whether or not it is on disk yet."""
        id = self.take(run, event)
        self.flush()
        return id

    def take(self, run: str, event: Event) -> str:
        """Keep the event as happened now, together with the next position of a run, or its end: a
        kill never comes between the two. Answers its id."""
        entry = self._stamp.entry(run, event)
        if self._path is not None:
            self._waiting.append(entry)
        return entry.id

    def flush(self) -> bool:
        """Write what waits; answers ``saved``."""
        self._write(None)
        return self.saved

    def close(self) -> None:
        """Write what waits and close the file. A later ``write`` opens it again."""
        if self._waiting:
            self.flush()
        self._drop()

    def news(self) -> bool:
        """True if another process has written since this was asked last; the first time never."""
        before, self._version = self._version, self._on_disk(Journal.version, self._version)
        return before not in (None, self._version)

    def entries(
        self, *, since: datetime | None = None, kinds: Collection[str] | None = None
    ) -> list[Entry]:
        """The entries at or after ``since`` and of these kinds (None: all), oldest first."""
        kept = self._kept(lambda journal: journal.entries(since=since, kinds=kinds))
        return kept + chosen(self._waiting, since, kinds)

    def latest_episode(self) -> Episode | None:
        """The last cramp; quick, however long the journal is."""
        most, seen = 8, -1
        open_now = [entry for run, _ in self.open_runs() for entry in run.entries]
        while True:
            kept = self._kept(partial(Journal.latest_entries, most=most))
            found = episodes([*kept, *open_now, *self._waiting])
            if found or len(kept) == seen:
                return found[-1] if found else None
            most, seen = 8 * most, len(kept)  # the last ones were taken back: look further

    def run_entries(self, run: str) -> list[Entry]:
        """All of a run, and what came of it; quick, however long the journal is."""
        kept = self._kept(lambda journal: journal.run_entries(run))
        return kept + [entry for entry in self._waiting if entry.run == run]

    def logged(self, run: str) -> Logged:
        """What counts of a workout so far; quick, however long the journal is."""
        own = self.run_entries(run)
        if not own:
            return Logged((), 0)
        sips = self.entries(since=own[0].time - LOOK_BACK, kinds={Drank.kind, Undone.kind})
        return logged(run, [*own, *sips])

    def page(self, before: str = "") -> diary.Page:
        """What happened before this id (empty: up to now), the newest of it; quick, however long
        the journal is."""
        most = PAGE
        while True:
            read = partial(Journal.page_entries, before=before, most=most)
            kept, oldest = self._on_disk(read, (list[Entry](), ""))
            start = diary.whole_from(kept, oldest, before) if oldest else ""
            if start or not oldest:
                own = diary.began_between([*kept, *self._waiting], start, before)
                return diary.Page(tuple(own), start)
            most *= 4  # one training is longer than the page

    def warmups(self) -> tuple[summary.WarmupDone, ...]:
        """The routines that ended, oldest first; quick, however long the journal is."""
        return summary.warmups([*self._kept(Journal.warmup_entries), *self._waiting])

    def sets(self) -> tuple[SetDone, ...]:
        """The last few hundred sets, oldest first; quick, however long the journal is."""
        return sets_done([*self._kept(Journal.set_entries), *self._waiting])

    def trying(self) -> Trying | None:
        """The change that is being tried; quick, however long the journal is."""
        return trying([*self._kept(Journal.tried_entries), *self._waiting])

    def pattern(self) -> patterns.Pattern | None:
        """Cramps of the last four weeks that come back, unless a clinician has looked at them
        since the last one; quick, however long the journal is."""
        now = self._wall()
        since = now - patterns.WITHIN
        endings = [*self._kept(lambda journal: journal.ending_entries(since)), *self._waiting]
        found = patterns.pattern(endings, now)
        if found is None:
            return None
        return patterns.unseen(found, [*self._kept(Journal.flag_entries), *self._waiting])

    def open_flags(self) -> tuple[OpenFlag, ...]:
        """The red flags that are open now; quick, however long the journal is."""
        return summary.open_flags([*self._kept(Journal.flag_entries), *self._waiting])

    def open_runs(self) -> tuple[tuple[summary.Unended, Position | None], ...]:
        """The runs that were cut off or still go on, and where their timers stood at that moment.
        None where that cannot be read now; none that only this process knows yet: it plays it."""
        kept, stood = self._on_disk(Journal.open_runs, _NO_RUNS)
        on_disk = {entry.run for entry in kept}
        found = summary.unended([*kept, *self._waiting])
        return tuple((run, stood.get(run.run)) for run in found if run.run in on_disk)

    def keep_position(self, run: str, step: int, remaining_s: float, memo: str = "") -> None:
        """Note where the timer stands (seconds left of a step); lost if it cannot be written.

        What waits is written with it, all of it or nothing.
        """
        self._write(lambda journal: journal.keep_position(run, step, remaining_s, memo))

    def position(self, run: str) -> Position | None:
        """Where the timer of ``run`` stood last, by whatever process; None once it was cleared."""
        return self._on_disk(partial(Journal.position, run=run), None)

    def let_go(self, run: str) -> None:
        """This process plays ``run`` no more: whoever wants may go on with it."""
        self._on_disk(partial(Journal.let_go, run=run), None)

    def clear_position(self, run: str) -> None:
        """The timer of ``run`` has ended; what waits is written with that."""
        self._write(lambda journal: journal.clear_position(run))

    def _kept(self, read: Callable[[Journal], list[Entry]]) -> list[Entry]:
        return self._on_disk(read, list[Entry]())

    def _on_disk(self, work: Callable[[Journal], _T], otherwise: _T) -> _T:
        """``work`` on the journal, or ``otherwise`` where there is none to work on."""
        if self._path is None:
            return otherwise
        for _ in range(3):  # anew what was open, then a new journal if that is damaged, too
            opened, named = self._journal, number(self._path)
            try:
                done = work(self._opened(self._path, named))
            except JournalError as error:
                met = opened is None and named == number(self._path)
                if not self._mended(error, self._path, met=met):
                    break
            else:
                if not self._waiting:
                    self._trouble = ""
                return done
        return otherwise

    def _opened(self, path: Path, named: tuple[int, int] | None) -> Journal:
        """The open journal; where the path names another file by now, or none, that one, with all
        that was said to be saved."""
        if self._file not in (None, named):
            self._drop()
            self._file = None
            self._wait_again(())
        if self._journal is None:
            self._journal = Journal.open(path, self._wall)
            self._file = self._journal.file
            self._stamp.follow(self._journal.newest())
            with suppress(JournalError):  # the next write says so
                self._put(self._journal)
        return self._journal

    def _write(self, place: Callable[[Journal], None] | None) -> None:
        """Write what waits and ``place``, all of it or nothing."""
        self._on_disk(lambda journal: self._put(journal, place), None)

    def _put(self, journal: Journal, place: Callable[[Journal], None] | None = None) -> None:
        if not self._waiting and place is None:
            return
        with journal.at_once():
            for entry in self._waiting:
                journal.put(entry)
            if place is not None:
                place(journal)
        self._written += self._waiting
        self._waiting.clear()

    def _mended(self, error: JournalError, path: Path, *, met: bool) -> bool:
        """Make way for another try, or note what is wrong and answer False. ``met``: it is wrong
        with the file that is there, which was opened for this."""
        if not error.passes:
            self._drop()
        if error.reason is Reason.DAMAGED and not met:
            return True  # what is there may be sound, and another process writing to it
        if error.reason is Reason.DAMAGED and not self._moved:  # twice: the disk is at fault
            try:
                self._moved, flags = rescued(path, self._wall)
            except JournalError as worse:
                error = worse
            else:
                self._wait_again(flags)  # open red flags outlive the file
                return True
        self._trouble = f"{error} Until then this is kept in memory only."
        return False

    def _wait_again(self, entries: Iterable[Entry]) -> None:
        """These wait to be written, and what was said to be saved must be so again."""
        again = {entry.id: entry for entry in (*entries, *self._written)}
        self._written.clear()
        self._waiting.extendleft(reversed(again.values()))

    def _drop(self) -> None:
        journal, self._journal = self._journal, None
        if journal is not None:
            with suppress(JournalError):
                journal.close()
