"""A routine file becomes a routine: the shipped ones, and those that somebody wrote."""

from __future__ import annotations

import re
from enum import StrEnum
from math import ceil
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta
from msgspec.structs import asdict

from relief_tui.coach.routine import PARTS, Care, Exercise, Routine, Sides
from relief_tui.coach.step import Tempo
from relief_tui.coach.tempo import parse_tempo
from relief_tui.content.checks import fault
from relief_tui.content.folder import assets_folder
from relief_tui.content.reading import read
from relief_tui.content.shapes import Line, RoutineName, Table

SHIPPED = (
    "full", "standard", "express", "roll-more", "stretches", "bedtime",
    "setup-prone", "setup-seated", "setup-standing",
)  # fmt: skip
"""The routines that come with Relief, in the order in which they are offered."""
MORE = "roll-more"
"""The one that is also offered as more of what another has."""

MOST_STEPS = 60
READ_PER_S = 15.0
"""Characters that can be read in a second while doing something else: subtitles are set for it
(rule of thumb)."""
LONGEST_TITLE = 13
"""Letters of a name in blocks that an 80-column window has room for."""

LONGEST_S = 3600.0
"""The longest step; longer is no warm-up."""

StepSeconds: TypeAlias = Annotated[float, Meta(ge=1, le=LONGEST_S)]
LeadSeconds: TypeAlias = Annotated[float, Meta(ge=0, le=120)]
Title: TypeAlias = Annotated[str, Meta(min_length=1, max_length=LONGEST_TITLE)]
Part: TypeAlias = Annotated[str, Meta(min_length=1, max_length=8)]


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


_LABELS = {
    Evidence.GOOD: "evidence: good",
    Evidence.LIMITED: "evidence: limited",
    Evidence.THERAPIST: "from your therapist",
    Evidence.A: "evidence: good",
    Evidence.B: "evidence: good",
    Evidence.C: "evidence: limited",
    Evidence.D: "rule of thumb",
}
_CARES = {Care.ROLL: r"\b(?:foam |self-)?roll", Care.STRETCH: r"stretch", Care.CURL: r"\bcurls?\b"}
"""How the name of a step tells what it is, where the file does not say."""


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


def load_routine(name: str, assets: Path | None = None) -> Routine:
    """A shipped routine, from the assets folder of this installation unless another is given.

    Raises ``ContentError`` if the file is missing or broken.
    """
    return read_routine((assets or assets_folder()) / "routines" / f"{name}.toml")


def read_routine(path: Path) -> Routine:
    """The routine in the file at ``path``; raises ``ContentError``: the path, the place in it,
    what is wrong, the mend."""
    table = read(path, RoutineTable)
    steps = tuple(_exercise(step, path, index) for index, step in enumerate(table.steps))
    return Routine(**asdict(table) | {"steps": steps})


def short_of(name: str) -> str:
    """A name in block letters: as many of its first words as there is room for."""
    kept = ""
    for word in name.partition(",")[0].split():
        longer = f"{kept} {word}".strip()
        if len(longer) > LONGEST_TITLE:
            break
        kept = longer
    return (kept or name[:LONGEST_TITLE]).upper()


def care_of(name: str) -> Care | None:
    """What a step of this name is, where the file does not say: rolling, a stretch, a curl."""
    said = (care for care, words in _CARES.items() if re.search(words, name, re.IGNORECASE))
    return next(said, None)


def _exercise(step: StepTable, path: Path, index: int) -> Exercise:
    try:
        tempo = parse_tempo(step.tempo) if step.tempo else None
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
            care=step.care or care_of(step.name),
            parts=step.parts,
        )
        _check_readable(exercise)
    except _StepError as error:
        raise fault(path.name, f"$.steps[{index}].{error.key}", str(error)) from error
    except ValueError as error:
        raise fault(path.name, f"$.steps[{index}].tempo", f"is wrong: {error}") from error
    return exercise


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
