"""What of a run can be put right: of a cramp where it was and with what, of a workout its sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from relief_tui.coach.event import Corrected, Event, ReliefEnded, SetDone, Undone
from relief_tui.coach.load import Unit, parse_load
from relief_tui.coach.step import Side
from relief_tui.coach.value import dataclass
from relief_tui.coach.workout.card import LONGEST_NAME, dose
from relief_tui.coach.workout.typed import Typed, parse_set, read_set
from relief_tui.journal.cramps import Episode
from relief_tui.journal.diary import Told
from relief_tui.journal.summary import endings, event_of
from relief_tui.report.text import visible
from relief_tui.report.told import joined

_T = TypeVar("_T")
SIDES = (Side.LEFT, Side.RIGHT, Side.BOTH, None)
MACHINES = ("prone", "seated", "standing", "other", None)


@dataclass(frozen=True, slots=True)
class Field:
    """A value that can be corrected: its name, and how it is told.

    ``typed`` is what stands there to be written over; None: it has few values, one after the other.
    ``put`` makes of what was typed the event that puts it right; it raises ``ValueError`` with a
    sentence for the person.
    """

    name: str
    value: str
    typed: str | None
    put: Callable[[str], Event]


def fields(told: Told, unit: Unit) -> tuple[Field, ...]:
    """What of it can be corrected; nothing of what was deleted, or goes on. A load without a unit
    is one in ``unit``."""
    if told.undone_by or not told.ended:
        return ()
    return (*_of_a_cramp(told, unit), *_of_sets(told, unit))


def _of_a_cramp(told: Told, unit: Unit) -> Iterator[Field]:
    cramp = told.cramp
    if cramp is None:
        return
    (ending,) = (entry.id for entry, _ in endings(told.entries, ReliefEnded).values())
    yield _turned("leg", cramp.side, lambda: _right(ending, cramp, side=_after(cramp.side, SIDES)))
    yield _turned(
        "machine",
        cramp.machine,
        lambda: _right(ending, cramp, machine=_after(cramp.machine, MACHINES)),
    )
    name, load = cramp.exercise or "", str(cramp.load or "")
    yield Field(
        "exercise",
        _known(name),
        name,
        lambda text: _right(ending, cramp, exercise=_name(text) or None),
    )
    yield Field(
        "load",
        _known(load),
        load,
        lambda text: _right(ending, cramp, load=parse_load(text, unit) if text else None),
    )


def _of_sets(told: Told, unit: Unit) -> Iterator[Field]:
    done = [(entry, event_of(entry, SetDone)) for entry in told.entries]
    sets = [(entry, event) for entry, event in done if isinstance(event, SetDone)]
    before = ""
    for number, (entry, event) in enumerate(sets, start=1):
        name, how = _line(event.exercise), dose(event.load, event.reps)
        put = partial(_set, entry.id, event, unit)
        value = joined(how, name if name != before else "")  # of a row of sets the first names it
        yield Field(f"set {number}", value, f"{name} {how}".lstrip(), put)
        before = name


def _set(id: str, done: SetDone, unit: Unit, text: str) -> Event:
    """What the set really was; nothing typed: it was none. Bare repetitions leave the load as it
    is."""
    if not text:
        return Undone(id)
    before = f"{_line(done.exercise)} ".lstrip()
    name, typed = _read(text, before, unit)
    bare = typed.load is None and not name and not (before and text.startswith(before))
    load = done.load if bare else typed.load
    reps = done.reps if typed.reps is None else typed.reps
    return Corrected(id, exercise=_name(name) or done.exercise, load=load, reps=reps)


def _read(text: str, before: str, unit: Unit) -> tuple[str, Typed]:
    """Another exercise (empty: the one that stood there) and its set. ``before`` is the name that
    stood there, known also where there are numbers in it; a longer one may begin with it."""
    rest = text.removeprefix(before)
    if rest == text:
        return read_set(text, unit)
    try:
        return "", parse_set(rest, unit)
    except ValueError:
        name, typed = read_set(rest, unit)
        return f"{before}{name}" if name else "", typed


def _right(ending: str, cramp: Episode, **other: object) -> Event:
    right = replace(cramp, **other)  # type: ignore[arg-type]  # fields of a cramp, all of them
    return Corrected(ending, right.side, right.machine, right.exercise, right.load)


def _turned(name: str, value: str | None, put: Callable[[], Event]) -> Field:
    return Field(name, _known(value), None, lambda _: put())


def _known(value: str | None) -> str:
    return visible(value) if value else "not known"


def _line(name: str) -> str:
    """A name as it is typed: all of it, on one line."""
    return visible(" ".join(name.split()), len(name))


def _name(text: str) -> str:
    if len(text) > LONGEST_NAME:
        raise ValueError(f"A name has at most {LONGEST_NAME} characters.")
    return text


def _after(value: _T, values: Sequence[_T]) -> _T:
    return values[(values.index(value) + 1) % len(values)] if value in values else values[0]
