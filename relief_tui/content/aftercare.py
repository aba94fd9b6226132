"""Reads what follows a cramp: ``aftercare.toml``, and ``recovery.toml`` for the light set."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta
from msgspec.structs import asdict

from relief_tui.coach.recovery import RecoveryScript
from relief_tui.coach.script import After, BandRule, ListWords, PlanWords, Way, filled
from relief_tui.coach.tempo import parse_tempo
from relief_tui.content.checks import check_unique, fault
from relief_tui.content.folder import assets_folder
from relief_tui.content.reading import read
from relief_tui.content.shapes import (
    LONGEST_LINE,
    FigureLine,
    Line,
    Lines,
    Name,
    Options,
    Seconds,
    Table,
)

AFTERCARE, RECOVERY = "aftercare.toml", "recovery.toml"

Percent = Annotated[int, Meta(ge=0, le=100)]
Hours = Annotated[int, Meta(ge=0, le=168)]


class _BandTable(Table, frozen=True):
    rest_s: Seconds
    cut: Percent
    sets: Line | Literal[""] = ""
    range: Line | Literal[""] = ""
    tempo: Line | Literal[""] = ""
    most_sets: Annotated[int, Meta(ge=1, le=9)] | None = None
    recovery_sets: Annotated[int, Meta(ge=0, le=2)] = 0
    next_cut: Percent = 0
    after_h: Hours = 0
    half_sets: bool = False
    better_swap: bool = False


class _BandsTable(Table, frozen=True):
    """A field for each band: none can go without its figures."""

    twitch: _BandTable
    mild: _BandTable
    moderate: _BandTable
    severe: _BandTable
    repeat: _BandTable
    unyielding: _BandTable


class _GreenTable(Table, frozen=True):
    title: Line
    hint: Line
    none: Line
    lines: Options


class _PlanTable(Table, frozen=True):
    """The fields of ``PlanWords``."""

    title: Line
    hint: Line
    lighter: Line
    recovery: Line
    swap: Line
    better: Line
    twitch: Line
    none: Line
    no_load: Line
    lightest: Line


class _WayTable(Table, frozen=True):
    id: Name
    name: Line
    why: Line
    how: Line
    evidence: Literal["good", "limited", "rule of thumb"]


class _SwapTable(Table, frozen=True):
    title: Line
    hint: Line
    none: Line
    ways: Annotated[tuple[_WayTable, ...], Meta(min_length=1, max_length=9)]


class _AfterFile(Table, frozen=True):
    bands: _BandsTable
    green: _GreenTable
    plan: _PlanTable
    swap: _SwapTable
    retest_s: Seconds
    watch: Line
    watch_left: FigureLine
    cramp_no: FigureLine
    about: FigureLine
    not_known: Line
    at_most: FigureLine
    no_load: FigureLine
    curls_over: Line
    untested: Line
    not_right: Line
    wanted: Line
    training_over: Line
    over_third: Line
    over_legs: Line
    next_time: Line
    next_half: Line
    next_hours: FigureLine
    then_up: Line
    never_today: Line
    not_this: Line
    unloaded: Line


class _RecoveryFile(Table, frozen=True):
    reps: Annotated[int, Meta(ge=1, le=30)]
    slow_reps: FigureLine
    tempo: str
    ready_s: Seconds
    rest_s: Annotated[float, Meta(ge=60, le=90)]
    range_deg: Annotated[int, Meta(ge=10, le=60)]
    ready: Lines
    work: Lines
    rest: Lines
    done: Lines
    stopped: Lines
    unloaded: Line
    lightest: Line


def load_after(assets: Path | None = None) -> After:
    """What follows a cramp, from the assets folder of this installation unless another is given.

    Raises ``ContentError`` if the file, or that of the light set, is missing or broken.
    """
    light = load_recovery(assets)
    file = read((assets or assets_folder()) / "relief" / AFTERCARE, _AfterFile)
    check_unique(AFTERCARE, "swap.ways", "id", (way.id for way in file.swap.ways))
    ways = tuple(Way(**asdict(way)) for way in file.swap.ways)
    lines = tuple(way.line for way in ways)
    for index, line in enumerate(lines):
        if len(line) > LONGEST_LINE:
            place = f"$.swap.ways[{index}]"
            raise fault(
                AFTERCARE, place, f"name and why are {len(line)} characters; at most {LONGEST_LINE}"
            )
    kept = asdict(file)
    return After(
        **{name: kept[name] for name in kept if name not in ("bands", "green", "plan", "swap")},
        bands=_bands(file.bands),
        green=ListWords(**asdict(file.green)),
        plan=PlanWords(**asdict(file.plan)),
        swap=ListWords(file.swap.title, file.swap.hint, file.swap.none, lines),
        ways=ways,
        slow_reps=filled(light.slow_reps, light.reps),
    )


def load_recovery(assets: Path | None = None) -> RecoveryScript:
    """The active-recovery set, read like :func:`load_after`."""
    file = read((assets or assets_folder()) / "relief" / RECOVERY, _RecoveryFile)
    kept = asdict(file)
    try:
        kept["tempo"] = parse_tempo(file.tempo)
    except ValueError as error:
        raise fault(RECOVERY, "$.tempo", str(error)) from error
    return RecoveryScript(**kept)


def _bands(table: _BandsTable) -> Mapping[str, BandRule]:
    return {name: BandRule(**asdict(rule)) for name, rule in asdict(table).items()}
