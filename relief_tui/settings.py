"""The person's settings: what each key means, and reading them from ``settings.toml``.

Reading never fails: what cannot be used keeps its default and is told in a plain line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, cast

import msgspec
from msgspec import Meta, inspect

from relief_tui.coach.load import Load, Unit, parse_load
from relief_tui.tomlfile import TomlFileError, read_toml

_SHORT = 60  # characters of the person's own text in a message
_HUGE = 10**15
_LOAD = "load"  # in place of a unit: the one that is set

_PLATES = {Unit.KG: (20, 15, 10, 5, 2.5, 1.25), Unit.LB: (45, 35, 25, 10, 5, 2.5)}
_DUMBBELLS = {Unit.KG: tuple(range(2, 52, 2)), Unit.LB: tuple(range(5, 105, 5))}
_BAR = {Unit.KG: 20, Unit.LB: 45}
_STEP = {Unit.KG: Load(5, Unit.KG), Unit.LB: Load(10, Unit.LB)}

_Plate = Annotated[float, Meta(gt=0, le=110)]
_Dumbbell = Annotated[float, Meta(gt=0, le=250)]
_Bar = Annotated[float, Meta(ge=0, le=110)]
_Hold = Annotated[float, Meta(ge=10, le=20)]
_Name = Annotated[str, Meta(min_length=1, max_length=60)]

_A_STEP = 'a load such as "5 kg", or not set'
_A_THEME = "relief-dark, relief-light, relief-contrast or the name of another theme"
_A_KEY = 'keys such as "c,f2"'


def _about(text: str, *, unit: str = "", allowed: str = "", most: int | None = None) -> Meta:
    """What the person reads about a key; ``allowed`` where the type itself cannot tell."""
    return Meta(description=text, extra={"unit": unit, "allowed": allowed}, max_length=most)


class Volume(StrEnum):
    """How loud the tones are."""

    OFF = "off"
    QUIET = "quiet"
    NORMAL = "normal"
    LOUD = "loud"


class Motion(StrEnum):
    """Whether anything but the figures moves."""

    FULL = "full"
    REDUCED = "reduced"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings, with their defaults in kilograms; ``defaults`` knows those in pounds."""

    unit: Annotated[Unit, _about("The unit loads are read and shown in.")] = Unit.KG
    stack_step: Annotated[
        str | None,
        _about("The step of a weight stack; not set: 5 kg or 10 lb.", allowed=_A_STEP),
    ] = None
    plates: Annotated[tuple[_Plate, ...], _about("The plates at hand.", unit=_LOAD, most=40)] = (
        _PLATES[Unit.KG]
    )
    dumbbells: Annotated[
        tuple[_Dumbbell, ...], _about("The dumbbells at hand.", unit=_LOAD, most=100)
    ] = _DUMBBELLS[Unit.KG]
    bar: Annotated[_Bar, _about("The weight of the empty bar.", unit=_LOAD)] = _BAR[Unit.KG]
    hold_s: Annotated[
        _Hold | None, _about("How long each hold lasts; not set: 15 s, then 20 s.", unit="s")
    ] = None
    volume: Annotated[Volume, _about("How loud the tones are.")] = Volume.NORMAL
    voice: Annotated[bool, _about("Speaks the cues as well.")] = False
    flash: Annotated[bool, _about("Flashes the screen when something changes.")] = True
    motion: Annotated[Motion, _about("Reduced: no picture moves.")] = Motion.FULL
    theme: Annotated[_Name, _about("The colours of the app.", allowed=_A_THEME)] = "relief-dark"
    plain: Annotated[bool, _about("Lines of text in place of the app, like --plain.")] = False
    keys: Annotated[
        Mapping[str, _Name],
        _about("A table of your own keys: the id of what they do, and the keys.", allowed=_A_KEY),
    ] = {}

    def __post_init__(self) -> None:
        if self.stack_step is not None:
            parse_load(self.stack_step)

    @property
    def step_load(self) -> Load:
        """The step of a weight stack, as set or as usual for the unit."""
        return parse_load(self.stack_step, self.unit) if self.stack_step else _STEP[self.unit]


def defaults(unit: Unit = Unit.KG) -> Settings:
    """The settings of a person who set nothing but ``unit``."""
    return Settings(unit=unit, plates=_PLATES[unit], dumbbells=_DUMBBELLS[unit], bar=_BAR[unit])


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading ``path``; each problem is one line that names the place and the mend."""

    settings: Settings
    problems: tuple[str, ...]
    path: Path
    exists: bool


def load_settings(path: Path) -> Loaded:
    """Read the settings at ``path``; never raises and never writes, whatever is there."""
    try:
        table = read_toml(path)
    except FileNotFoundError:
        return Loaded(Settings(), (), path, exists=False)
    except TomlFileError as error:
        return Loaded(Settings(), (f"{error}. Until then the defaults hold.",), path, exists=True)
    settings, problems = _accept(table)
    return Loaded(settings, tuple(f"{path}: {line}" for line in problems), path, exists=True)


def _accept(table: Mapping[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """The settings in ``table``, and a line for each key that could not be used."""
    good: dict[str, Any] = {}
    bad: dict[str, Any] = {}
    unknown: list[str] = []
    for key, value in table.items():
        if key not in Settings.__struct_fields__:
            unknown.append(key)
        elif _fits(key, value):
            good[key] = value
        elif key == "keys" and isinstance(value, dict):
            good[key] = {id: own for id, own in value.items() if _fits(key, {id: own})}
            bad |= {f"keys.{id}": own for id, own in value.items() if id not in good[key]}
        else:
            bad[key] = value
    usual = defaults(Unit(good.get("unit", Unit.KG)))
    settings = msgspec.convert(msgspec.structs.asdict(usual) | good, Settings)
    return settings, (*map(_unknown, unknown), *_refusals(bad, settings.unit))


def _fits(key: str, value: object) -> bool:
    try:
        msgspec.convert({key: value}, Settings)
    except msgspec.ValidationError:
        return False
    return True


def _unknown(key: str) -> str:
    from difflib import get_close_matches

    known = Settings.__struct_fields__
    near = get_close_matches(key, known, n=1)
    mend = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}."
    return f"unknown key {_short(key)} is ignored; {mend}"


def _refusals(bad: Mapping[str, object], unit: Unit) -> Iterable[str]:
    rows = {row.key: row for row in describe(defaults(unit))} if bad else {}
    for key, value in bad.items():
        row = rows[key.partition(".")[0]]
        until = literal(row.default) if key in rows else "the usual key"
        refused = f"{_short(key)} = {_short(literal(value))}"
        yield f"{refused} cannot be used; allowed: {row.range}. Until then: {until}."


@dataclass(frozen=True, slots=True)
class Row:
    """One key, explained. ``unit`` is empty where there is none; ``range`` is what is allowed."""

    key: str
    value: object
    default: object
    unit: str
    range: str
    about: str


def describe(settings: Settings) -> tuple[Row, ...]:
    """Every key in order; values are plain (JSON), defaults those for the unit that is set."""
    value = msgspec.to_builtins(settings)
    default = msgspec.to_builtins(defaults(settings.unit)) | {"unit": Unit.KG.value}
    rows = []
    for field in cast(inspect.StructType, inspect.type_info(Settings)).fields:
        kind = cast(inspect.Metadata, field.type)
        extra, schema = kind.extra or {}, kind.extra_json_schema or {}
        rows.append(
            Row(
                key=field.name,
                value=value[field.name],
                default=default[field.name],
                unit=settings.unit.value if extra["unit"] == _LOAD else extra["unit"],
                range=extra["allowed"] or _range(kind.type),
                about=schema["description"],
            )
        )
    return tuple(rows)


def _range(kind: inspect.Type) -> str:
    match kind:
        case inspect.UnionType(types=(first, _)):
            return f"{_range(first)}, or not set"
        case inspect.VarTupleType(item_type=item):
            return f"a list of numbers, each {_range(item)}"
        case inspect.FloatType(gt=None, ge=low, le=high):
            return f"{low:g} to {high:g}"
        case inspect.FloatType(gt=low, le=high):
            return f"above {low:g}, at most {high:g}"
        case inspect.EnumType(cls=choices):
            return ", ".join(str(choice.value) for choice in choices)
    return "true or false"


def literal(value: object) -> str:
    """``value`` as it is written in the file."""
    match value:
        case None:
            return "not set"
        case bool():
            return str(value).lower()
        case str():
            return f'"{_printable(value)}"'
        case float():
            return f"{value:.10g}"
        case int() if abs(value) > _HUGE:  # str() refuses thousands of digits
            return "a huge number"
        case list() | tuple():
            return f"[{', '.join(map(literal, value))}]"
        case dict():
            pairs = (f"{_printable(key)} = {literal(own)}" for key, own in value.items())
            return f"{{{', '.join(pairs)}}}"
    return str(value)


def _short(text: str) -> str:
    """The person's own text, fit for one line of a message."""
    text = _printable(text)
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in text)
