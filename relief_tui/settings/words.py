"""The settings in words: every key explained, every value as it is written in the file."""

from __future__ import annotations

from typing import cast

import msgspec
from msgspec import inspect

from relief_tui.coach.load import Unit
from relief_tui.coach.text import printable
from relief_tui.coach.value import dataclass
from relief_tui.settings.keys import LOAD, Settings, defaults

_SHORT = 60
"""Characters of the person's own text in a message."""
_HUGE = 10**15


@dataclass(frozen=True, slots=True)
class Row:
    """One key, explained. ``unit`` is empty where there is none; ``range`` is what is allowed, in
    words, and ``choices`` are all of it where it can be counted."""

    key: str
    value: object
    default: object
    unit: str
    range: str
    about: str
    choices: tuple[str, ...] = ()


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
                unit=settings.unit.value if extra["unit"] == LOAD else extra["unit"],
                range=extra["allowed"] or _range(kind.type),
                about=schema["description"],
                choices=_choices(kind.type),
            )
        )
    return tuple(rows)


def _choices(kind: inspect.Type) -> tuple[str, ...]:
    match kind:
        case inspect.BoolType():
            return ("true", "false")
        case inspect.EnumType(cls=choices):
            return tuple(str(choice.value) for choice in choices)
    return ()


def _range(kind: inspect.Type) -> str:
    match kind:
        case inspect.UnionType(types=(first, _)):
            return f"{_range(first)}, or not set"
        case inspect.VarTupleType(item_type=item):
            return f"a list of numbers such as 20; 10; 5, each {_range(item)}"
        case inspect.FloatType(ge=low, le=high):
            return f"{low:g} to {high:g}"
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
            return f'"{printable(value)}"'
        case float():
            return f"{value:.10g}"
        case int() if abs(value) > _HUGE:  # str() refuses thousands of digits
            return "a huge number"
        case list() | tuple():
            return f"[{', '.join(map(literal, value))}]"
        case dict():
            pairs = (f"{printable(key)} = {literal(own)}" for key, own in value.items())
            return f"{{{', '.join(pairs)}}}"
    return str(value)


def typed(value: object) -> str:
    """``value`` as a person types it; empty where nothing is set."""
    match value:
        case None:
            return ""
        case list() | tuple():
            return ", ".join(map(typed, value))
        case dict():
            return ", ".join(f"{printable(key)} {typed(own)}" for key, own in value.items())
        case str():
            return printable(value)
    return literal(value)


def short(text: str) -> str:
    """The person's own text, fit for one line of a message."""
    text = printable(text)
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
