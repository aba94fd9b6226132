"""Turns what msgspec says about a value into words for the person who edits the file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Sized

from relief_tui.content.shapes import MEANINGS

_SHOWN = 40  # characters of a faulty text that are quoted; enough to find it

_SAID = (
    ("Object missing required field `(?P<key>.+)`", "{at}.{key} is missing; add it"),
    (
        "Object contains unknown field `(?P<unknown>.*)`",
        "{at} has an unknown key {unknown}; remove it or mend its spelling",
    ),
    ("Expected `(?:str|array)` of length >= 1", "{at} is empty; write something"),
    ("Expected `str` of length (?P<sign>[<>]=) (?P<figure>.+)", "{at} is {size}; {sign} {figure}"),
    (
        "Expected `array` of length (?P<sign>[<>]=) (?P<figure>.+)",
        "{at} has {size}; {sign} {figure}",
    ),
    (
        "Expected `(?:int|float)` (?P<sign>[<>]=?) (?P<figure>.+)",
        "{at} is {value}; {sign} {figure}",
    ),
    ("Expected `str` matching regex (?P<pattern>.+)", "{at} is {value}; write {pattern}"),
    ("Invalid enum value .*", "{at} is {value}, no word known there; mend its spelling"),
    ("Number out of range", "{at} is {value}; write a smaller one"),
    (r"Expected `(?P<wanted>.+)`, got `(?P<got>\w+)`", "{at} is {got}; write {wanted}"),
)
"""Each way msgspec 0.20 and later words a fault, and how Relief words it."""

_SIGNS = {"<=": "at most", ">=": "at least", "<": "below", ">": "above"}
_KINDS = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "datetime": "a date",
    "date": "a date",
    "time": "a time of day",
}
_MEANT = {repr(pattern): meaning for pattern, meaning in MEANINGS.items()}


def plainly(message: str, raw: object) -> str:
    """One line: what is wrong, the place of it in the file, and the mend.

    ``message`` is that of a ``msgspec.ValidationError``, ``raw`` the value it is about. A message
    of a kind unknown here is passed on as it is.
    """
    wrong, found, place = message.rpartition(" - at `")
    told = found and place.startswith("$")  # or it is the name of a key that reads like it
    wrong, at = (wrong, place.rstrip("`")) if told else (message, "$")
    value = _value(raw, at)
    for pattern, said in _SAID:
        if match := re.fullmatch(pattern, wrong, re.DOTALL):
            return said.format(at=at, value=shown(value), size=_size(value), **_words(match))
    return f"{at}: {' '.join(wrong.split())}"


def shown(value: object) -> str:
    """A value as it can be quoted in one line, cut short if it is long."""
    if isinstance(value, int) and value.bit_length() > 64:
        return "a huge number"  # Python refuses to write out the longest ones
    if isinstance(value, str) and len(value) > _SHOWN:
        value = value[: _SHOWN - 1] + "…"
    return _figure(repr(value))


def _words(match: re.Match[str]) -> dict[str, str]:
    """The parts of msgspec's message, each in words."""
    tell = {
        "unknown": shown,
        "figure": _figure,
        "sign": _SIGNS.__getitem__,
        "pattern": lambda pattern: _MEANT.get(pattern, f"what matches {pattern}"),
        "got": _kinds,
        "wanted": _kinds,
    }
    return {part: tell.get(part, str)(said) for part, said in match.groupdict().items()}


def _kinds(names: str) -> str:
    return " or ".join(_KINDS.get(name, name) for name in names.split(" | "))


def _figure(text: str) -> str:
    return text.removesuffix(".0")


def _size(value: object) -> str:
    count = len(value) if isinstance(value, Sized) else 0
    one, more = ("character", "characters") if isinstance(value, str) else ("entry", "entries")
    return f"{count} {one if count == 1 else more}"


def _value(raw: object, place: str) -> object:
    """What stands in ``raw`` at a place such as ``$.cards[3].do``; None if nothing does."""
    for key, index in re.findall(r"\.(\w+)|\[(\d+)\]", place):
        if isinstance(raw, Mapping):
            raw = raw.get(key)
        elif isinstance(raw, Sequence) and index and int(index) < len(raw):
            raw = raw[int(index)]
        else:
            return None
    return raw
