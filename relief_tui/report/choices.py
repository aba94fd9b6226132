"""The routines to choose from: each with its length, what it takes, when it was last done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from pathlib import Path

from relief_tui.coach.routine import Routine, with_more
from relief_tui.coach.value import dataclass
from relief_tui.content import ContentError
from relief_tui.content.routines import MORE, SHIPPED
from relief_tui.report.recent import days_words, last_done
from relief_tui.report.text import visible
from relief_tui.services import Services
from relief_tui.shelf import Found, Shelf


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the list. ``routine`` None: it cannot be started, ``trouble`` says why.

    ``last`` is when it was last done; ``more`` is true where the optional lines are in it;
    ``file`` is the name of the file it stands in.
    """

    name: str
    routine: Routine | None
    last: str = ""
    trouble: str = ""
    more: bool = False
    file: str = ""

    @property
    def length(self) -> str:
        """``7:00``."""
        return self.routine.length if self.routine else ""

    @property
    def takes(self) -> str:
        """``roller, band``."""
        return visible(", ".join(self.routine.takes)) if self.routine else ""

    @property
    def about(self) -> str:
        """What it is, in a line; or what is wrong with its file."""
        return visible(self.routine.about) if self.routine else f"{self.file}: {self.trouble}"


@dataclass(frozen=True, slots=True)
class Choices:
    """All there are. The file of one's own is read when its line is first asked for: many of them
    are never seen."""

    shelf: Shelf
    shipped: tuple[Found, ...]
    own: tuple[Path, ...]
    done: Mapping[str, datetime]
    now: datetime
    _read: dict[Path, Found] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.shipped) + len(self.own)

    @property
    def block(self) -> Routine | None:
        """The lines that ``more`` puts in."""
        return next((each.routine for each in self.shipped if each.name == MORE), None)

    def choice(self, index: int, *, more: bool = False) -> Choice:
        """The line at ``index``; with ``more`` a warm-up has the optional lines in it."""
        found = self._found(index)
        routine = found.routine
        mored = more and routine is not None and self.block is not None and self._longer(found)
        if mored and routine is not None and self.block is not None:
            routine = with_more(routine, self.block)
        return Choice(
            name=visible(found.name),
            routine=routine,
            last=days_words(self.done.get(found.name), self.now),
            trouble=found.trouble.removeprefix(f"{found.path}: "),
            more=mored,
            file=visible(found.path.name) if found.path else found.name,
        )

    def trouble(self, index: int) -> str:
        """Why the line at ``index`` cannot be started; nothing if it can. Only here all files of
        one's own are read: another may have the name already."""
        found = self._found(index)
        if found.path is None or found.routine is None:
            return found.trouble
        first = self.shelf.pick(found.name).path
        if first is None or first == found.path:
            return ""
        return f"{visible(first.name)} has that name already."

    def _found(self, index: int) -> Found:
        if index < len(self.shipped):
            return self.shipped[index]
        path = self.own[index - len(self.shipped)]
        if path not in self._read:
            self._read[path] = self.shelf.look(path)
        return self._read[path]

    def _longer(self, found: Found) -> bool:
        """True for the warm-ups, which the optional lines are meant for."""
        return found.path is not None or found.name in SHIPPED[: SHIPPED.index(MORE)]


def choices(services: Services) -> Choices:
    """What there is to choose from now."""
    shelf = services.shelf
    done = last_done(services.log.warmups())
    return Choices(shelf, _shipped(shelf), shelf.files(), done, services.clock.wall())


def _shipped(shelf: Shelf) -> tuple[Found, ...]:
    """Those that come with Relief, as far as they are there: a broken installation is no reason to
    hide one's own."""
    found = []
    try:
        for each in shelf.shipped():
            found.append(each)
    except ContentError as error:
        found.append(Found("more", None, None, str(error)))
    return tuple(found)
