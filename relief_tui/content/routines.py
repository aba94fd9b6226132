"""A routine file becomes a routine: the shipped ones, and those that somebody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import ceil
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import asdict

from relief_tui.coach.routine import Care, Exercise, Routine
from relief_tui.coach.step import Tempo
from relief_tui.coach.tempo import parse_tempo
from relief_tui.coach.text import printable
from relief_tui.content.folder import assets_folder
from relief_tui.content.plain import plainly
from relief_tui.content.reading import ContentError
from relief_tui.content.routinefile import (
    LONGEST_S,
    LONGEST_TITLE,
    MOST_STEPS,
    Evidence,
    Kind,
    RoutineTable,
    StepTable,
    place_of,
    routine_faults,
    step_faults,
)
from relief_tui.content.shapes import RoutineName
from relief_tui.tomlfile import TomlFileError, TooLargeError, read_toml

SHIPPED = (
    "full", "standard", "express", "roll-more", "stretches", "bedtime",
    "setup-prone", "setup-seated", "setup-standing",
)  # fmt: skip
"""The routines that come with Relief, in the order in which they are offered."""
MORE = "roll-more"
"""The one that is also offered as more of what another has."""

READ_PER_S = 15.0
"""Characters that can be read in a second while doing something else: subtitles are set for it
(rule of thumb)."""
LARGEST_BYTES = 256 * 1024
_COUNTED_BYTES = 16 * 1024 * 1024
_MOST_FAULTS = 20
"""More of them in one file help nobody."""

_LABELS = {
    Evidence.GOOD: "evidence: good",
    Evidence.LIMITED: "evidence: limited",
    Evidence.THERAPIST: "from your therapist",
    Evidence.A: "evidence: good",
    Evidence.B: "evidence: good",
    Evidence.C: "evidence: limited",
    Evidence.D: "rule of thumb",
}
_CARES = {
    Care.ROLL: r"\brolls?\b|\broll(?:ing|er)\b|\bfoam\b|massag|lacrosse|tennis ball|release",
    Care.STRETCH: r"stretch|\blean|\blunge|dorsiflex|\btowel",
    Care.CURL: r"(?<!toe )\bcurls?\b|nordic|\bramp set\b",
}
"""How the words of a step tell what it is, where the file does not say: rather once too often."""


class RoutineError(ContentError):
    """A routine file cannot be used. ``faults`` are all that were found in it, a line each;
    ``str(error)`` is the first of them."""

    def __init__(self, faults: Sequence[str]) -> None:
        more = f" (the first of {len(faults)} faults)" if len(faults) > 1 else ""
        super().__init__(f"{faults[0]}{more}")
        self.faults = tuple(faults)


def load_routine(name: str, assets: Path | None = None) -> Routine:
    """A shipped routine, from the assets folder of this installation unless another is given.

    Raises ``ContentError`` if the file is missing or broken.
    """
    return read_routine((assets or assets_folder()) / "routines" / f"{name}.toml")


def read_routine(path: Path) -> Routine:
    """The routine in the file at ``path``; raises ``RoutineError``: the path, the place in it,
    what is wrong, the mend."""
    called = printable(str(path))
    try:
        raw = read_toml(path, LARGEST_BYTES)
    except FileNotFoundError:
        raise RoutineError([f"{called}: there is no such file; mend the path"]) from None
    except TooLargeError as error:
        raise RoutineError([f"{called}: {_too_large(path)}"]) from error
    except TomlFileError as error:
        raise RoutineError([str(error).replace(str(path), called, 1)]) from error
    return routine_of(raw, called)


def routine_of(raw: Mapping[str, Any], called: str) -> Routine:
    """The routine that the top table of a file says; ``called`` is what an error calls the file.

    Raises ``RoutineError`` with all faults that were found.
    """
    try:
        table = msgspec.convert(raw, RoutineTable)
        steps = tuple(map(_exercise, table.steps))
    except (msgspec.ValidationError, _StepError) as error:
        faults = [f"{called}: {said}" for said in islice(_faults(raw), _MOST_FAULTS)]
        raise RoutineError(faults or [f"{called}: {plainly(str(error), raw)}"]) from error
    return Routine(**asdict(table) | {"steps": steps})


def check_name(name: str) -> None:
    """Raises ``ContentError`` if no routine can be called ``name``."""
    try:
        msgspec.convert(name, RoutineName)
    except msgspec.ValidationError as error:
        said = plainly(str(error), name).removeprefix("$")
        raise ContentError(f"the name of a routine{said}") from error


def template(name: str) -> str:
    """A routine file for a person to go on from, with every key explained."""
    text = (assets_folder() / "template" / "routine.toml").read_text("utf-8")
    return text.replace('"NAME"', f'"{name}"', 1)


def short_of(name: str) -> str:
    """A name in block letters: as many of its first words as there is room for."""
    kept = ""
    for word in name.partition(",")[0].split():
        longer = f"{kept} {word}".strip()
        if len(longer) > LONGEST_TITLE:
            break
        kept = longer
    return (kept or name[:LONGEST_TITLE]).upper()


def care_of(words: str) -> Care | None:
    """What a step called so is, where the file does not say: rolling, a stretch, a curl."""
    said = (care for care, told in _CARES.items() if re.search(told, words, re.IGNORECASE))
    return next(said, None)


def _too_large(path: Path) -> str:
    """What is wrong with a file of that size: most often, that it has too many steps."""
    with path.open("rb") as file:
        steps = len(re.findall(rb"(?m)^[ \t]*\[\[[ \t]*steps", file.read(_COUNTED_BYTES)))
    if steps > MOST_STEPS:
        return f"$.steps has {steps} entries; at most {MOST_STEPS}"
    size = f"{LARGEST_BYTES // 1024} KiB"
    return f"larger than {size}; shorten it: a routine has at most {MOST_STEPS} steps"


def _faults(raw: Mapping[str, Any]) -> Iterator[str]:
    """All faults of a file that has some; of the steps, too, where there are not too many."""
    yield from routine_faults(raw)
    steps = raw.get("steps")
    if not isinstance(steps, list) or len(steps) > MOST_STEPS:
        return
    for index, step in enumerate(steps):
        faults = list(step_faults(step, index))
        yield from faults
        if not faults:
            try:
                _exercise(msgspec.convert(step, StepTable))
            except _StepError as error:
                yield f"{place_of(index)}.{error.key} {error}"


def _exercise(step: StepTable) -> Exercise:
    """The step as the coach knows it; raises ``_StepError`` for what no single key shows."""
    tempo = _tempo(step)
    exercise = Exercise(
        name=step.name,
        seconds=_seconds(step, tempo),
        side=step.side,
        reps=step.reps or 0,
        tempo=tempo,
        pace=step.pace,
        purpose=step.purpose,
        cues=step.cues,
        evidence=_LABELS.get(step.evidence, step.evidence.value),
        short=step.short or short_of(step.name),
        care=step.care or care_of(f"{step.name}. {step.purpose}"),
        parts=step.parts,
    )
    _check_readable(exercise)
    return exercise


def _tempo(step: StepTable) -> Tempo | None:
    try:
        return parse_tempo(step.tempo) if step.tempo else None
    except ValueError as error:
        raise _StepError("tempo", f"is wrong: {error}") from error


class _StepError(Exception):
    """What is wrong with the value of ``key``, and the mend."""

    def __init__(self, key: str, words: str) -> None:
        super().__init__(words)
        self.key = key


def _seconds(step: StepTable, tempo: Tempo | None) -> float:
    """How long one side of ``step`` lasts; raises ``_StepError`` where the file does not tell."""
    if step.kind is Kind.TIME:
        if step.reps is not None:
            raise _StepError("reps", 'is for kind = "reps"; write that, or leave it out')
        if step.seconds is None:
            raise _StepError("seconds", "is missing; add it, such as seconds = 30")
        return step.seconds
    if step.reps is None:
        raise _StepError("reps", "is missing; add it, such as reps = 10")
    if tempo is None:
        if step.seconds is None:
            raise _StepError("tempo", 'is missing; add it, such as tempo = "2-0-2", or seconds')
        return step.seconds
    by_tempo = step.reps * tempo.rep_s
    if by_tempo > LONGEST_S:
        raise _StepError("reps", f"at {tempo} take {by_tempo:g} s; at most {LONGEST_S:g} s")
    if step.seconds not in (None, by_tempo):
        words = f"is {step.seconds:g}; {step.reps} reps at {tempo} take {by_tempo:g}: leave it out"
        raise _StepError("seconds", words)
    return by_tempo


def _check_readable(exercise: Exercise) -> None:
    """All cues of a step can be read while it runs."""
    letters = sum(map(len, exercise.cues))
    if letters > exercise.seconds * READ_PER_S:
        least_s = ceil(letters / READ_PER_S)
        words = f"take about {least_s} s to read, the step lasts {exercise.seconds:g} s: shorten"
        raise _StepError("cues", words)
