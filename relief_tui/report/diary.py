"""The history to leaf through: read as far as it is looked at, filtered, noted on, corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relief_tui.coach.value import dataclass
from relief_tui.journal import diary
from relief_tui.journal.diary import Group, Told
from relief_tui.report.sheet import Sheet, Sheets, group_sheet
from relief_tui.report.told import (
    CALLED_OFF,
    KINDS,
    OTHERS,
    haystack,
    head_of,
    joined,
    kind_of,
    line_of,
)
from relief_tui.services import Services

ALL, DELETED = "all", "deleted"
_NAMES = (kind.name for kind in KINDS.values() if kind.name != "sets")
SIEVES = (ALL, *_NAMES, CALLED_OFF.name, OTHERS, DELETED)
"""What the list can be narrowed to."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: what belongs together (``told`` None), or one thing of it. ``key`` is
    what it is found by again, ``says`` what a filter looks at."""

    key: str
    name: str
    more: str
    shape: str
    group: Group
    told: Told | None = None
    says: str = ""

    @property
    def head(self) -> bool:
        """True for what stands above what belongs to it."""
        return self.told is None


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is left of the list: one kind of it, and what says all of the words in ``text``."""

    kind: str = ALL
    text: str = ""

    @property
    def is_open(self) -> bool:
        """True if it lets everything through."""
        return self.kind == ALL and not self.text.strip()

    def left(self, lines: Iterable[Line]) -> list[Line]:
        """What of it is wanted."""
        if self.is_open:
            return list(lines)
        words, any_kind = self.text.casefold().split(), self.kind in (ALL, DELETED)
        return [
            line
            for line in lines
            if (any_kind or line.told is None or kind_of(line.told).name == self.kind)
            and all(word in line.says for word in words)
        ]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One page of the journal: where it begins and ends, its lines, and those that are deleted."""

    before: str
    start: str
    told: tuple[tuple[Line, ...], ...]
    deleted: tuple[tuple[Line, ...], ...]


class Diary:
    """The newest first; :meth:`read_on` reads one page more, which takes a few milliseconds."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._sheets = Sheets(services, services.log.open_flags)
        self._leaves: list[_Leaf] = []
        self.sieve = Sieve()
        self.lines: tuple[Line, ...] = ()

    @property
    def whole(self) -> bool:
        """True once all of the journal is read."""
        return bool(self._leaves) and not self._leaves[-1].start

    @property
    def empty(self) -> bool:
        """True if all is read and nothing ever happened."""
        return self.whole and not any(leaf.told or leaf.deleted for leaf in self._leaves)

    @property
    def found(self) -> int:
        """How many things that happened are shown."""
        return sum(1 for line in self.lines if line.told)

    def start_over(self) -> None:
        """Forget what was read: another run may have happened, or another process written."""
        self._leaves, self.lines = [], ()

    def read_on(self) -> None:
        """Read one page more, if there is one."""
        if not self.whole:
            leaf = self._read(self._leaves[-1].start if self._leaves else "")
            self._leaves.append(leaf)
            self.lines += tuple(self._left([leaf]))

    @property
    def next_kind(self) -> str:
        """The kind after that of the sieve of which something was read; all of it after the
        last."""
        found = {
            kind_of(line.told).name
            for leaf in self._leaves
            for block in leaf.told
            for line in block
            if line.told
        }
        found |= {DELETED} if any(leaf.deleted for leaf in self._leaves) else set()
        after = SIEVES[SIEVES.index(self.sieve.kind) + 1 :]
        return next((kind for kind in after if kind in found), ALL)

    def narrow(self, sieve: Sieve) -> None:
        """Show what ``sieve`` lets through, of what was read so far."""
        self.sieve = sieve
        self.lines = tuple(self._left(self._leaves))

    def read_again(self, told: Told) -> None:
        """Something was written about what happened. Where its page ends elsewhere now, for more
        happened meanwhile, what lies behind it is read anew, too."""
        at = next((i for i, each in enumerate(self._leaves) if self._holds(each, told.key)), None)
        if at is not None:
            leaf, count = self._leaves[at], len(self._leaves)
            self._leaves[at] = self._read(leaf.before)
            if self._leaves[at].start != leaf.start:
                del self._leaves[at + 1 :]
                while len(self._leaves) < count and not self.whole:
                    self._leaves.append(self._read(self._leaves[-1].start))
        self.narrow(self.sieve)

    def find(self, key: str) -> int | None:
        """Where the line of ``key`` is now; None if it is not among those that are shown."""
        return next((at for at, line in enumerate(self.lines) if line.key == key), None)

    def sheet(self, line: Line) -> Sheet:
        """The page of a line."""
        told = line.told
        if told is None:
            return group_sheet(line.group, self._services.clock.wall())
        entries = self._services.log.run_entries(told.run) if told.run else told.entries
        return self._sheets.of(told, entries)

    def _left(self, leaves: Iterable[_Leaf]) -> Iterator[Line]:
        for leaf in leaves:
            for head, *lines in leaf.deleted if self.sieve.kind == DELETED else leaf.told:
                left = self.sieve.left(lines)
                if left:
                    yield head
                    yield from left

    def _read(self, before: str) -> _Leaf:
        page = self._services.log.page(before)
        told, gone = diary.groups(page.entries), diary.deleted(page.entries)
        return _Leaf(before, page.start, self._blocks(told), self._blocks(gone))

    def _blocks(self, groups: Iterable[Group]) -> tuple[tuple[Line, ...], ...]:
        """The newest training first; in it, what came first."""
        now = self._services.clock.wall()
        found = []
        for group in reversed(tuple(groups)):
            found.append(tuple(_lines(group, head_of(group, now))))
        return tuple(found)

    @staticmethod
    def _holds(leaf: _Leaf, key: str) -> bool:
        return any(line.key == key for block in (*leaf.told, *leaf.deleted) for line in block)


def latest(services: Services, most: int) -> Iterator[str]:
    """The last trainings in lines, with all that was in them; nothing where nothing happened."""
    book = Diary(services)
    while not book.whole and sum(line.head for line in book.lines) < most:
        book.read_on()
    heads = 0
    for line in book.lines:
        heads += line.told is None
        if heads > most:
            return
        yield line.name if line.told is None else f"  {joined(line.name, line.more)}"


def _lines(group: Group, head: tuple[str, str]) -> Iterator[Line]:
    yield Line(f"from {group.told[0].key}", *head, "", group)
    for told in group.told:
        name, more = line_of(told)
        says = haystack(told, *head, name, more)
        yield Line(told.key, name, more, kind_of(told).shape, group, told, says)
