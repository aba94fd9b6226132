"""Reads ``assets/workout/workout.toml``: what is said in a workout, and what is known of
exercises."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from msgspec import Meta
from msgspec.structs import asdict

from relief_tui.coach.reminders import ReminderRule
from relief_tui.coach.tempo import parse_tempo
from relief_tui.coach.workout.card import LONGEST_REST_S, MOST_REPS, MOST_SETS
from relief_tui.coach.workout.script import Entries, Exercise, Kind, Tip, WorkoutScript
from relief_tui.content.checks import check_unique, fault
from relief_tui.content.folder import assets_folder
from relief_tui.content.reading import read
from relief_tui.content.shapes import Line, Name, Seconds, Table, Word

WORKOUT = "workout.toml"

_Parts = tuple[Word, Word, Word]
_Long = Annotated[float, Meta(ge=60, le=LONGEST_REST_S)]


class _Tip(Table, frozen=True):
    words: Line
    kinds: Annotated[tuple[Kind, ...], Meta(min_length=1)]
    entry: Name
    evidence: Word


class _Exercise(Table, frozen=True):
    name: Line
    kind: Kind
    entry: Name
    machine: Word | None = None
    also: tuple[Word, ...] = ()
    whole: tuple[Word, ...] = ()
    why: str = ""
    cut: Annotated[int, Meta(ge=0, le=90)] = 0
    rests: bool = False
    offered: bool = True


class _Drink(Table, frozen=True):
    sets: Annotated[int, Meta(ge=1, le=MOST_SETS)]
    every_s: _Long
    later_s: _Long
    evidence: Word


class _Entries(Table, frozen=True):
    rest: Name
    lower: Name
    over: Name
    drink: Name


class _File(Table, frozen=True):
    first: Line
    sets: Annotated[int, Meta(ge=1, le=MOST_SETS)]
    reps: Annotated[int, Meta(ge=1, le=MOST_REPS)]
    rest_s: Annotated[float, Meta(ge=0, le=LONGEST_REST_S)]
    ready_s: Seconds
    tempo: Word
    curl: _Parts
    other: _Parts
    no_warmup: Line
    not_known: Line
    all_sets: Line
    swap: Line
    drink: _Drink
    entries: _Entries
    tips: Annotated[tuple[_Tip, ...], Meta(min_length=1)]
    exercises: Annotated[tuple[_Exercise, ...], Meta(min_length=1)]


def load_workout(assets: Path | None = None) -> WorkoutScript:
    """What is said in a workout, from the assets folder of this installation unless another is
    given.

    Raises ``ContentError`` if the file is missing or broken.
    """
    file = read((assets or assets_folder()) / "workout" / WORKOUT, _File)
    check_unique(WORKOUT, "tips", "words", (tip.words for tip in file.tips))
    check_unique(WORKOUT, "exercises", "name", (each.name for each in file.exercises))
    for number, each in enumerate(file.exercises):
        if any(word != word.casefold() for word in (*each.also, *each.whole)):
            raise fault(WORKOUT, f"$.exercises[{number}].also", "is compared in small letters only")
    try:
        tempo = parse_tempo(file.tempo)
    except ValueError as error:
        raise fault(WORKOUT, "$.tempo", str(error)) from error
    kept = asdict(file) | {
        "tempo": tempo,
        "tips": tuple(Tip(tip.words, tip.evidence, tip.entry, tip.kinds) for tip in file.tips),
        "exercises": tuple(Exercise(**asdict(each)) for each in file.exercises),
        "drink": ReminderRule(file.drink.sets, file.drink.every_s, file.drink.later_s),
        "drink_evidence": file.drink.evidence,
        "entries": Entries(**asdict(file.entries)),
    }
    return WorkoutScript(**kept)
