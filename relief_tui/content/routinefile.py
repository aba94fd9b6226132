"""What may stand in a routine file, and all that is wrong with one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import Meta

from relief_tui.coach.routine import PARTS, Care, Sides
from relief_tui.content.plain import plainly, shown
from relief_tui.content.shapes import Line, RoutineName, Table, Word

MOST_STEPS = 60
LONGEST_TITLE = 13
"""Letters of a name in blocks that an 80-column window has room for."""
LONGEST_S = 3600.0
"""The longest step; longer is no warm-up."""

StepSeconds: TypeAlias = Annotated[float, Meta(ge=1, le=LONGEST_S)]
LeadSeconds: TypeAlias = Annotated[float, Meta(ge=0, le=120)]
Title: TypeAlias = Annotated[Word, Meta(max_length=LONGEST_TITLE)]
Part: TypeAlias = Annotated[Word, Meta(max_length=8)]


class Kind(StrEnum):
    """How the length of a step is told."""

    TIME = "time"
    REPS = "reps"


class Evidence(StrEnum):
    """What is known of a step; or the grade of it, A to D; or that a clinician gave it."""

    GOOD = "good"
    LIMITED = "limited"
    THUMB = "rule of thumb"
    NONE = "no support found"
    CORRECTED = "corrected"
    THERAPIST = "therapist"
    A = "A"
    B = "B"
    C = "C"
    D = "D"


class StepTable(Table, frozen=True):
    """One ``[[steps]]`` of a routine file."""

    name: Line
    kind: Kind = Kind.TIME
    seconds: StepSeconds | None = None
    reps: Annotated[int, Meta(ge=1, le=100)] | None = None
    tempo: Line | Literal[""] = ""
    pace: Line | Literal[""] = ""
    side: Sides = Sides.BOTH
    purpose: Line | Literal[""] = ""
    cues: Annotated[tuple[Line, ...], Meta(min_length=2, max_length=3)] = ()
    evidence: Evidence = Evidence.THUMB
    short: Title | Literal[""] = ""
    care: Care | None = None
    parts: tuple[Part, Part, Part] = PARTS


class RoutineTable(Table, frozen=True):
    """The whole of a routine file."""

    name: RoutineName
    steps: Annotated[tuple[StepTable, ...], Meta(min_length=1, max_length=MOST_STEPS)]
    get_ready_s: LeadSeconds = 10.0
    change_s: LeadSeconds = 5.0
    switch_s: LeadSeconds = 5.0
    about: Line | Literal[""] = ""
    takes: Annotated[tuple[Title, ...], Meta(max_length=6)] = ()
    then: Annotated[tuple[Line, ...], Meta(max_length=3)] = ()


_WORDS: dict[str, type[StrEnum]] = {
    "kind": Kind,
    "side": Sides,
    "evidence": Evidence,
    "care": Care,
}
"""The keys that take one word of a few."""
_STEP = {"name": "x"}
_ROUTINE: dict[str, Any] = {"name": "x", "steps": [_STEP]}
"""Tables with nothing wrong in them, into which one key after the other is put."""


def place_of(index: int) -> str:
    """Where the step at ``index`` is, for a person and as a path."""
    return f"step {index + 1}, $.steps[{index}]"


def routine_faults(raw: Mapping[str, Any]) -> Iterator[str]:
    """Each thing that is wrong with a routine outside its steps: the place, the fault, the mend."""
    steps = raw.get("steps")
    told_apart = isinstance(steps, list) and 1 <= len(steps) <= MOST_STEPS
    rest = {key: value for key, value in raw.items() if key != "steps" or not told_apart}
    missing = [key for key in _ROUTINE if key not in raw]
    yield from _faults(rest, RoutineTable, _ROUTINE, missing, "$")


def step_faults(step: object, index: int) -> Iterator[str]:
    """Each thing that is wrong with the keys of one step."""
    place = place_of(index)
    if not isinstance(step, dict):
        yield f"{place} is {shown(step)}; write it as a table, below [[steps]]"
        return
    missing = [key for key in _STEP if key not in step]
    yield from _faults(step, StepTable, _STEP, missing, place)


def _faults(
    table: Mapping[str, Any],
    shape: type[Table],
    sound: Mapping[str, Any],
    missing: list[str],
    place: str,
) -> Iterator[str]:
    for key in missing:
        yield f"{place}.{key} is missing; add it"
    for key, value in table.items():
        if key not in shape.__struct_fields__:
            near = get_close_matches(key, shape.__struct_fields__, n=1)
            mend = f"did you mean {near[0]}?" if near else "remove it or mend its spelling"
            yield f"{place} has an unknown key {shown(key)}; {mend}"
            continue
        with_it = {**sound, key: value}
        try:
            msgspec.convert(with_it, shape)
        except msgspec.ValidationError as error:
            yield place + _mend(key, value, plainly(str(error), with_it).removeprefix("$"))


def _mend(key: str, value: object, said: str) -> str:
    if key == "steps" and not isinstance(value, list):
        return f".steps is {shown(value)}; write each step as a table, below [[steps]]"
    if key not in _WORDS or not isinstance(value, str):
        return said
    *words, last = _WORDS[key]
    return f".{key} is {shown(value)}; write {', '.join(words)} or {last}"
