"""Reads ``assets/relief`` into the coach's ``Script``: what is said, and how long things last."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from msgspec import Meta
from msgspec.structs import asdict

from relief_tui.coach.safety import Safety
from relief_tui.coach.script import (
    Lengths,
    Limits,
    NextWords,
    Position,
    Rung,
    Script,
    SilentWords,
    Words,
)
from relief_tui.content.aftercare import load_after
from relief_tui.content.checks import check_unique, fault
from relief_tui.content.folder import assets_folder
from relief_tui.content.reading import read
from relief_tui.content.safety import PICKER, load_safety
from relief_tui.content.shapes import (
    HoldSeconds,
    Line,
    Lines,
    Options,
    PositionId,
    RungId,
    Seconds,
    Table,
)

POSITIONS, LADDER, LIMITS = "positions.toml", "ladder.toml", "limits.toml"
MACHINES, WORDS = "machines.toml", "words.toml"


class _PositionTable(Table, frozen=True):
    id: PositionId
    name: Line
    when: Line
    cues: Annotated[tuple[Line, ...], Meta(min_length=1, max_length=2)]
    after_easing: bool = False
    at_once: bool = False


class _PositionsFile(Table, frozen=True):
    positions: Annotated[tuple[_PositionTable, ...], Meta(min_length=1, max_length=9)]


class _WorseTable(Table, frozen=True):
    position: PositionId
    seconds: HoldSeconds


class _RungTable(Table, frozen=True):
    id: RungId
    position: PositionId
    seconds: HoldSeconds
    cue: Line = ""
    massage: Line = ""


class _LadderFile(Table, frozen=True):
    rungs: Annotated[tuple[_RungTable, ...], Meta(min_length=1, max_length=9)]
    worse: _WorseTable


class _LengthsTable(Table, frozen=True):
    """The fields of ``Lengths``, but for ``after_worse_s``, which the ladder names."""

    start_s: Seconds
    ease_out_s: Seconds
    position_s: Seconds
    ease_in_s: Seconds
    let_go_s: Seconds
    check_s: Seconds
    toes_up_s: Seconds
    rest_s: Seconds


class _LimitsTable(Table, frozen=True):
    """The fields of ``Limits``."""

    holds: Annotated[int, Meta(ge=1, le=12)]
    clock_s: Seconds
    longest_hold_s: HoldSeconds
    recheck_s: Seconds
    ten_minutes_s: Seconds
    silence_s: Seconds
    worse_wait_s: Seconds
    severe_pain: Annotated[int, Meta(ge=1, le=10)]


class _LimitsFile(Table, frozen=True):
    lengths: _LengthsTable
    limits: _LimitsTable


class _MachinesFile(Table, frozen=True):
    """A field for each machine the coach knows: none can go without its lines."""

    prone: Lines
    seated: Lines
    standing: Lines
    other: Lines


class _NextTable(Table, frozen=True):
    """The fields of ``NextWords``."""

    flag: Line
    again: Line
    spent: Line
    list: Line
    plan: Line
    end: Line


class _SilentTable(Table, frozen=True):
    """The fields of ``SilentWords``."""

    hold: Line
    before: Line
    last: Line


class _WordsFile(Table, frozen=True):
    """The fields of ``Words``."""

    about: Lines
    start: Lines
    ready: Lines
    ease_in: Line
    hold: Lines
    half_pull: Line
    let_go: Line
    check: Line
    toes_up: Line
    sip: Line
    lower: Line
    silent: _SilentTable
    worse: Line
    spent: Lines
    ten_minutes: Line
    any_of_these: Line
    none_of_these: Line
    screen_hint: Line
    screen: Options
    tear: Options
    multi: Options
    pain: Line
    pain_hint: Line
    end_ok: Lines
    end_stopped: Lines
    end_nobody: Lines
    end_worse: Lines
    next: _NextTable


def load_script(assets: Path | None = None) -> Script:
    """All a relief needs, from the assets folder of this installation unless another is given.

    Raises ``ContentError`` if a file is missing or broken, or if two files disagree.
    """
    assets = assets or assets_folder()
    folder = assets / "relief"
    positions = _positions(read(folder / POSITIONS, _PositionsFile))
    ladder = read(folder / LADDER, _LadderFile)
    figures = read(folder / LIMITS, _LimitsFile)
    machines = read(folder / MACHINES, _MachinesFile)
    said = read(folder / WORDS, _WordsFile)
    ahead, silent = NextWords(**asdict(said.next)), SilentWords(**asdict(said.silent))
    words = Words(**asdict(said) | {"next": ahead, "silent": silent})
    safety = load_safety(assets)
    _check_ladder(ladder, positions, figures.limits.longest_hold_s)
    _check_screen(words, safety)
    return Script(
        positions=positions,
        ladder=tuple(Rung(**asdict(rung)) for rung in ladder.rungs),
        worse=Rung("worse", **asdict(ladder.worse)),
        ease_out=asdict(machines),
        lengths=Lengths(**asdict(figures.lengths), after_worse_s=ladder.worse.seconds),
        limits=Limits(**asdict(figures.limits)),
        words=words,
        safety=safety,
        after=load_after(assets),
    )


def _positions(file: _PositionsFile) -> dict[str, Position]:
    check_unique(POSITIONS, "positions", "id", (table.id for table in file.positions))
    return {table.id: Position(**asdict(table)) for table in file.positions}


def _check_ladder(file: _LadderFile, positions: Mapping[str, Position], longest_s: float) -> None:
    """Every rung has its own id, a position that exists, and a hold within the longest."""
    check_unique(LADDER, "rungs", "id", (rung.id for rung in file.rungs))
    places: dict[str, _RungTable | _WorseTable] = {"$.worse": file.worse}
    places |= {f"$.rungs[{index}]": rung for index, rung in enumerate(file.rungs)}
    for place, rung in places.items():
        if rung.position not in positions:
            known = ", ".join(positions)
            what = f"is {rung.position}; {POSITIONS} has {known}"
            raise fault(LADDER, f"{place}.position", what)
        if rung.seconds > longest_s:
            what = f"is {rung.seconds:g}; at most longest_hold_s of {LIMITS}, {longest_s:g}"
            raise fault(LADDER, f"{place}.seconds", what)


def _check_screen(words: Words, safety: Safety) -> None:
    lists, lines = len(safety.screen), len(words.screen)
    if lists != lines:
        what = f"has {lists} entries for {lines} lines in {WORDS}; give each line one"
        raise fault(PICKER, "$.screen", what)
