"""Changing one key of ``settings.toml``: the person's comments and order stay as they are.

The file is written beside and renamed; one that cannot be read is never written over.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from relief_tui.coach.load import Unit, parse_load
from relief_tui.errors import ReliefError
from relief_tui.settings.keys import Settings, defaults
from relief_tui.settings.reading import Loaded, fits, nearest
from relief_tui.settings.words import Row, describe, literal, short
from relief_tui.tomlfile import TomlFileError, read_toml

UNSET = ("default", "not set", "unset")
"""Words that take a key out of the file again."""
_YES, _NO = ("true", "yes", "on", "1"), ("false", "no", "off", "0")
_IN_THE_UNIT = ("plates", "dumbbells", "bar")
"""Keys whose numbers say no unit: they are meant in the one that is set."""


class SettingsError(ReliefError):
    """A setting was not changed; ``str()`` says why, and the mend."""


def change(path: Path, key: str, text: str) -> None:
    """Set ``key`` (``keys.ID`` for one of the person's own keys) to what ``text`` says.

    Raises ``SettingsError`` if there is no such key, the value is not allowed, or the file cannot
    be read or written; then nothing has changed.
    """
    name, _, own = key.partition(".")
    if name not in Settings.__struct_fields__ or bool(own) != (name == "keys"):
        mend = "write keys.ID, such as keys.cramp" if name == "keys" else nearest(name)
        raise SettingsError(f"There is no setting {short(key)}: {mend}")
    table = _table(path)
    unit = Unit.LB if table.get("unit") == Unit.LB.value else Unit.KG
    row = next(row for row in describe(defaults(unit)) if row.key == name)
    if text.strip().lower() in UNSET:
        _check_unit(path, name, table, Unit.KG)
        _write(path, name, own, None)
        return
    value = _value(row, text, unit)
    if not fits(name, {own: value} if own else value):
        raise SettingsError(
            f"{key} = {short(literal(value))} cannot be used; allowed: {row.range}."
        )
    _check_unit(path, name, table, value)
    _write(path, name, own, value)


def with_change(loaded: Loaded, key: str, text: str) -> Loaded:
    """The settings with a change that the file did not take; unchanged where it is not allowed."""
    row = next((row for row in describe(loaded.settings) if row.key == key), None)
    if row is None:
        return loaded
    try:
        value = _value(row, text, loaded.settings.unit)
    except SettingsError:
        return loaded
    if not fits(key, value):
        return loaded
    table = msgspec.structs.asdict(loaded.settings) | {key: value}
    if key == "unit":
        table |= {name: getattr(defaults(Unit(value)), name) for name in _IN_THE_UNIT}
    settings = msgspec.convert(table, Settings)
    return replace(loaded, settings=settings, given=loaded.given | {key})


def _table(path: Path) -> dict[str, Any]:
    try:
        return read_toml(path)
    except FileNotFoundError:
        return {}
    except TomlFileError as error:
        raise SettingsError(f"{error}. Nothing was changed.") from error


def _check_unit(path: Path, name: str, table: Mapping[str, Any], unit: object) -> None:
    """Numbers that were meant in one unit are never read in another behind one's back."""
    if name != "unit" or unit == table.get("unit", Unit.KG.value):
        return
    meant = [key for key in _IN_THE_UNIT if key in table]
    if str(table.get("stack_step", "")).strip().replace(",", "").replace(".", "").isdigit():
        meant.append("stack_step")
    if meant:
        old = table.get("unit", Unit.KG.value)
        raise SettingsError(
            f"{', '.join(meant)} in {path} {'are' if len(meant) > 1 else 'is'} meant in {old}. "
            f"First take {'them' if len(meant) > 1 else 'it'} out: "
            f"relief settings set {meant[0]} default"
        )


def _value(row: Row, text: str, unit: Unit) -> Any:
    """What ``text`` says, as the file holds it. What cannot be read stays text, and is refused."""
    text = text.strip()
    if row.key == "stack_step":
        try:
            return str(parse_load(text, unit))
        except ValueError as error:
            raise SettingsError(f"stack_step: {error}.") from error
    if row.choices == ("true", "false"):
        low = text.lower()
        return True if low in _YES else False if low in _NO else text
    if row.choices:
        return text.lower()
    if isinstance(row.default, list | tuple):
        parts = text.strip("[]").split(";") if ";" in text else text.strip("[]").split(",")
        return [_number(part) for part in parts if part.strip()]
    if isinstance(row.default, str) or row.key == "keys":
        return text
    return _number(text)


def _number(text: str) -> float | str:
    text = text.strip()
    with suppress(ValueError):
        number = float(text.replace(",", "."))
        return int(number) if number.is_integer() else number
    return text


def _write(path: Path, name: str, own: str, value: Any) -> None:
    """Put the value into the file, or take the key out of it."""
    import tomlkit  # for this alone: no start has to wait for it

    try:
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        document = tomlkit.parse(text)
        table: Any = document.setdefault(name, tomlkit.table()) if own else document
        place = own or name
        if value is not None:
            table[place] = value
        elif place in table:
            del table[place]
        _replace(path, tomlkit.dumps(document))
    except OSError as error:
        what = error.strerror or str(error)
        raise SettingsError(f"{path} cannot be written: {what}. Nothing was changed.") from error


def _replace(path: Path, text: str) -> None:
    """Beside, then renamed: the file is the old or the new one, never half of either."""
    place = path.resolve() if path.is_symlink() else path
    if not place.parent.exists():
        place.parent.mkdir(mode=0o700, parents=True)
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
