"""What happened, told by trainings: runs and drinks, each once, in the order in which they began.
Pure: entries in, values out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import pairwise

from relief_tui.coach.event import (
    Drank,
    Flagged,
    Noted,
    ReliefEnded,
    SetDone,
    WorkoutEnded,
)
from relief_tui.coach.value import dataclass
from relief_tui.journal.counting import counting, deletions, target
from relief_tui.journal.cramps import Episode, episodes
from relief_tui.journal.entry import Entry
from relief_tui.journal.trainings import apart, over, working

NOTE = "note"
"""What a note of the person's own is about."""
BESIDE = (
    "step_began", "hold_done", "answered", "advised", "warmup_step", "paused", "resumed", "noted",
    "flagged", "flag_cleared", "corrected", "snoozed", "undone",
)  # fmt: skip
"""The kinds that do not tell that something happened, but what it was made of, or more of it. A
kind that only a later version knows happened by itself."""

_SAYS_MORE = (Noted.kind, Flagged.kind)


@dataclass(frozen=True, slots=True)
class Page:
    """What happened in a stretch of time, with what came of it: whole trainings. ``start`` is where
    the page before it ends; empty if there is none."""

    entries: tuple[Entry, ...]
    start: str


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened: a run, or an event that belongs to none.

    ``key`` names it in the journal; ``plan`` is ``relief``, ``warmup``, ``recovery``, ``workout``,
    or the kind of the event; ``ended`` is False for a run that goes on or was cut off; ``entries``
    are those that count, oldest first; ``undone_by`` are the ids of what took it back, if it was.
    ``void``: it came to nothing, a relief to no cramp of its own, or a workout to no set.
    """

    key: str
    run: str
    plan: str
    ended: bool
    entries: tuple[Entry, ...]
    undone_by: tuple[str, ...] = ()
    void: bool = False

    @property
    def at(self) -> str:
        """When it began (ISO 8601)."""
        return self.entries[0].at

    @property
    def cramp(self) -> Episode | None:
        """The cramp that it was, once it ended; None: it was none."""
        return None if self.void else next(iter(episodes(self.entries)), None)

    @property
    def note(self) -> str:
        """What the person noted about it; empty for nothing."""
        notes = [entry.event for entry in self.entries if entry.kind == Noted.kind]
        texts = [each.text for each in notes if isinstance(each, Noted) and each.about == NOTE]
        return texts[-1] if texts else ""


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs together, oldest first: a training, or what stands alone on a day."""

    training: bool
    told: tuple[Told, ...]

    @property
    def at(self) -> str:
        """When the first of it began (ISO 8601)."""
        return self.told[0].at


def groups(entries: Iterable[Entry]) -> tuple[Group, ...]:
    """What counts of the entries, oldest first. What is no training by itself, such as a sip,
    stands with the training it came in, else with its day."""
    return _grouped(counting(entries), {})


def deleted(entries: Iterable[Entry]) -> tuple[Group, ...]:
    """What was taken back as a whole: runs, and events that belong to none."""
    known = tuple(entries)
    undone, counts = deletions(known), {entry.id for entry in counting(known)}
    by = dict(undone)
    for entry in known:
        if entry.id in counts and entry.kind == "undone":
            by.setdefault(target(entry), (entry.id,))
    gone = [entry for entry in counting(known, deleted=True) if _key(entry) in undone]
    alone = [entry for entry in known if _key(entry) == entry.id and entry.id in by]
    return _grouped(sorted((*gone, *alone), key=lambda entry: entry.id), by)


def began_between(entries: Iterable[Entry], start: str, before: str) -> list[Entry]:
    """The entries of what began with an id from ``start`` on and below ``before`` (each empty: no
    bound), and all that only say more of something."""
    known = sorted(entries, key=lambda entry: entry.id)
    first: dict[str, str] = {}
    for entry in known:
        if _tells(entry):
            first.setdefault(_key(entry), entry.id)
    inside = {key for key, id in first.items() if start <= id and (not before or id < before)}
    return [entry for entry in known if not _tells(entry) or _key(entry) in inside]


def whole_from(entries: Iterable[Entry], oldest: str, before: str) -> str:
    """The first id from ``oldest`` on before which nothing happened for so long that whatever comes
    from it on, on another day, is told whole without what was earlier; empty if there is none."""
    known = sorted(entries, key=lambda entry: entry.id)
    own = [e for e in known if _tells(e) and oldest <= e.id and (not before or e.id < before)]
    pairs = pairwise(own)
    parts = (later.id for one, later in pairs if apart(one, later) and _day(one) != _day(later))
    return next(parts, "")


def _tells(entry: Entry) -> bool:
    return entry.kind not in BESIDE


def _day(entry: Entry) -> str:
    return entry.at[:10]


def _key(entry: Entry) -> str:
    """What names it: its run; of a drink, and of what belongs to none, the entry itself."""
    return entry.id if entry.kind == Drank.kind else entry.run or entry.id


def _grouped(
    entries: Sequence[Entry], undone_by: Mapping[str, tuple[str, ...]]
) -> tuple[Group, ...]:
    told: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if _tells(entry) or (entry.run and entry.kind in _SAYS_MORE):
            told[_key(entry)].append(entry)
    # Without the undoings among the entries: of what was deleted is told what it was.
    cramps = {each.run for each in episodes(each for own in told.values() for each in own)}
    void = {key for key, own in told.items() if _void(own, cramped=key in cramps)}
    parts = _parts([entry for entry in entries if _tells(entry)], void)
    return tuple(
        Group(
            training,
            tuple(_told(key, told[key], undone_by.get(key, ()), void=key in void) for key in keys),
        )
        for training, keys in parts
        if keys
    )


def _void(own: Sequence[Entry], *, cramped: bool) -> bool:
    """True if the run of these entries ended and came to nothing; ``cramped``: it was a cramp."""
    ended = {entry.kind for entry in own}
    if ReliefEnded.kind in ended:
        return not cramped
    if WorkoutEnded.kind not in ended or SetDone.kind in ended:
        return False
    return not any(e.event.sets for e in own if isinstance(e.event, WorkoutEnded))


def _parts(entries: Sequence[Entry], void: Container[str]) -> list[tuple[bool, list[str]]]:
    """The keys of what happened, parted into trainings (True) and days (False); what is ``void``
    alone makes no training."""
    works = {entry.id for entry in working(entries)}
    parts: list[list[str]] = []
    trainings: set[str] = set()
    seen: set[str] = set()
    training: list[str] = []
    last: Entry | None = None
    day = ""
    for entry in entries:
        key, goes_on = _key(entry), last is not None and not over(last, entry)
        if entry.id in works:
            if not goes_on:
                training = []
                parts.append(training)
            last = entry
        if key in seen:
            continue
        seen.add(key)
        if entry.id in works or goes_on:
            training.append(key)
            trainings |= {key} if entry.id in works and key not in void else set()
            continue
        if not parts or parts[-1] is training or day != _day(entry):
            parts.append([])
        day = _day(entry)
        parts[-1].append(key)
    return [(not trainings.isdisjoint(keys), keys) for keys in parts]


def _told(key: str, entries: Sequence[Entry], undone_by: tuple[str, ...], *, void: bool) -> Told:
    first = next(entry for entry in entries if _tells(entry))
    plan, _, word = first.kind.rpartition("_")
    ended = {entry.kind for entry in entries}
    run = first.run if key == first.run else ""
    is_run = bool(run) and word in ("began", "ended")
    return Told(
        key,
        run,
        plan if is_run else first.kind,
        not is_run or f"{plan}_ended" in ended,
        tuple(entries),
        undone_by,
        void,
    )
