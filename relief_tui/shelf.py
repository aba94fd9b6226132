"""The routines there are: those that come with Relief, and the person's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from relief_tui.coach.routine import Routine
from relief_tui.coach.value import dataclass
from relief_tui.content import ContentError
from relief_tui.content.routines import SHIPPED, load_routine, read_routine
from relief_tui.errors import ReliefError


class NoRoutineError(ReliefError):
    """There is no routine of that name; ``str()`` says which there are."""


@dataclass(frozen=True, slots=True)
class Found:
    """A routine, or why there is none: ``trouble`` is the line that says what is wrong with its
    file. ``path`` is None for one that comes with Relief."""

    name: str
    routine: Routine | None
    path: Path | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The shipped routines and the files in ``folder``, which need not exist."""

    folder: Path

    def files(self) -> tuple[Path, ...]:
        """The files of own routines, by name."""
        try:
            found = (path for path in self.folder.iterdir() if path.suffix == ".toml")
            return tuple(sorted(found, key=lambda path: path.name.casefold()))
        except OSError:
            return ()

    def shipped(self) -> Iterator[Found]:
        """The routines that come with Relief, in the order in which they are offered."""
        for name in SHIPPED:
            yield Found(name, load_routine(name))

    def own(self) -> Iterator[Found]:
        """The person's own, one file after the other: none is read before it is asked for."""
        for path in self.files():
            yield self.look(path)

    def look(self, path: Path) -> Found:
        """The own routine in the file at ``path``, or what is wrong with it."""
        try:
            routine = read_routine(path)
        except ContentError as error:
            return Found(path.stem, None, path, str(error))
        return Found(routine.name, routine, path)

    def find(self, name: str) -> Routine:
        """The routine of this name, whatever its capitals.

        Raises ``NoRoutineError`` if there is none, ``ContentError`` if its file is broken.
        """
        wanted = name.casefold()
        if wanted in SHIPPED:
            return load_routine(wanted)
        broken = ""
        for path in sorted(self.files(), key=lambda path: path.stem.casefold() != wanted):
            found = self.look(path)
            if found.routine is not None and found.name.casefold() == wanted:
                return found.routine
            if path.stem.casefold() == wanted:
                broken = found.trouble
        if broken:
            raise ContentError(broken)
        raise NoRoutineError(f"no routine {name!r}; relief routines list shows all there are")
