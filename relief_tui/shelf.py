"""The routines there are: those that come with Relief, and the person's own."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from relief_tui.coach.routine import Routine
from relief_tui.coach.value import dataclass
from relief_tui.content import ContentError
from relief_tui.content.plain import shown
from relief_tui.content.routines import (
    SHIPPED,
    RoutineError,
    check_name,
    load_routine,
    read_routine,
    template,
)
from relief_tui.errors import ReliefError
from relief_tui.wholefile import write_whole

PLANS = ("relief", "recovery")
"""What can be played and is no routine; a routine of that name could not be."""


class NoRoutineError(ReliefError):
    """There is no routine of that name; ``str()`` says which there are."""


class ShelfError(ReliefError):
    """The shelf stays as it is; ``str()`` says why, and the mend."""


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
            found = [path for path in self.folder.iterdir() if path.suffix.lower() == ".toml"]
        except OSError:
            return ()
        ours = (path for path in found if not path.name.startswith("."))  # macOS leaves ._x.toml
        return tuple(sorted(ours, key=lambda path: (path.name.casefold(), path.name)))

    def shipped(self) -> Iterator[Found]:
        """The routines that come with Relief, in the order in which they are offered."""
        for name in SHIPPED:
            yield Found(name, load_routine(name))

    def own(self) -> Iterator[Found]:
        """The person's own, one file after the other: none is read before it is asked for.

        Of two files of one name the first has it.
        """
        taken: dict[str, Path] = {}
        for path in self.files():
            found = self.look(path)
            if found.routine is not None:
                trouble = _taken(found.name, path, taken)
                taken.setdefault(found.name.casefold(), path)
                found = Found(found.name, None, path, trouble) if trouble else found
            yield found

    def look(self, path: Path) -> Found:
        """The own routine in the file at ``path``, or what is wrong with it."""
        try:
            routine = read_routine(path)
        except ContentError as error:
            return Found(path.stem, None, path, str(error))
        if trouble := _taken(routine.name, path, {}):
            return Found(routine.name, None, path, trouble)
        return Found(routine.name, routine, path)

    def find(self, name: str) -> Routine:
        """The routine of this name, whatever its capitals.

        Raises ``NoRoutineError`` if there is none, ``ContentError`` if its file is broken.
        """
        found = self.pick(name).routine
        assert found is not None
        return found

    def pick(self, name: str) -> Found:
        """What :meth:`find` finds, and where it is from; raises as it does."""
        wanted = name.casefold()
        if wanted in SHIPPED:
            return Found(wanted, load_routine(wanted))
        broken, names = "", list(SHIPPED)
        for found in self.own():
            if found.name.casefold() == wanted:
                if found.routine is not None:
                    return found
                broken = broken or found.trouble
            names.append(found.name)
        if broken:
            raise ContentError(broken)
        near = get_close_matches(wanted, names, n=1)
        meant = f"did you mean {near[0]}? " if near else ""
        raise NoRoutineError(f"no routine {shown(name)}; {meant}`relief routines list` shows all")

    def check(self, path: Path) -> Routine:
        """The routine in any file, if it could be one of the person's own.

        Raises ``RoutineError``: all that is wrong with the file, or that its name is taken.
        """
        routine = read_routine(path)
        taken = {
            found.name.casefold(): found.path
            for found in self.own()
            if found.routine and found.path and not _same(found.path, path)
        }
        if trouble := _taken(routine.name, path, taken):
            raise RoutineError([trouble])
        return routine

    def add(self, path: Path) -> Found:
        """Copy the file at ``path`` to the person's own.

        Raises ``RoutineError`` as :meth:`check`, and ``ShelfError`` if it cannot be copied.
        """
        routine = self.check(path)
        place = self._free(routine.name)
        self._write(place, path.read_bytes())
        return Found(routine.name, routine, place)

    def new(self, name: str) -> Found:
        """Write an example of this name, with every key explained, to the person's own.

        Raises ``ContentError`` if it is no name, ``ShelfError`` if it is taken or not written.
        """
        check_name(name)
        own = {found.name.casefold(): found.path for found in self.own() if found.path}
        place = self._free(name)
        if trouble := _taken(name, place, own):
            raise ShelfError(trouble)
        self._write(place, template(name).encode())
        return Found(name, read_routine(place), place)

    def remove(self, name: str) -> Path:
        """Delete the person's own routine of this name, broken or not; its file.

        Raises ``NoRoutineError`` if there is none, ``ShelfError`` if it cannot be deleted.
        """
        wanted = name.casefold()
        own = [found for found in self.own() if found.name.casefold() == wanted]
        sound = [found for found in own if found.routine]
        for found in (sound or own)[:1]:
            assert found.path is not None
            try:
                found.path.unlink()
            except OSError as error:
                what = error.strerror or error
                raise ShelfError(f"{found.path} cannot be removed: {what}") from error
            return found.path
        if wanted in SHIPPED:
            raise ShelfError(f"{wanted} comes with Relief and stays; your own can be removed")
        raise NoRoutineError(
            f"no routine {shown(name)} of your own; relief routines list shows all"
        )

    def _free(self, name: str) -> Path:
        """The place for a routine of this name."""
        for path in self.files():
            if path.stem.casefold() == name.casefold():
                raise ShelfError(f"{path} is there already; {_remove(self.look(path).name)} first")
        return self.folder / f"{name}.toml"

    @staticmethod
    def _write(place: Path, data: bytes) -> None:
        try:
            write_whole(place, data)
        except OSError as error:
            what = error.strerror or error
            raise ShelfError(f"{place} cannot be written: {what}. Nothing was changed.") from error


def _taken(name: str, path: Path, own: dict[str, Path]) -> str:
    """Why the routine at ``path`` cannot have its name; nothing if it can."""
    low, said = name.casefold(), f"{path}: $.name is {shown(name)}"
    if low in SHIPPED:
        return f"{said}, which comes with Relief; give it its own"
    if low in PLANS:
        return f"{said}, which Relief calls something else; give it its own"
    if low in own:
        return f"{said}, as in {own[low]}; give it its own, or {_remove(name)} first"
    return ""


def _remove(name: str) -> str:
    word = f'"{name}"' if " " in name else name
    return f"relief routines remove {word}"


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
