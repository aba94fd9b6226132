"""Changing one key of ``settings.toml``: the person's comments and order stay as they are.

The file is written beside and renamed; one that cannot be read is never written over.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from relief_tui.coach.load import Unit, parse_load
from relief_tui.errors import ReliefError
from relief_tui.settings.keys import Settings, defaults
from relief_tui.settings.lists import parted
from relief_tui.settings.ownkeys import clash, without_clashes
from relief_tui.settings.reading import Loaded, fits, load_settings, nearest
from relief_tui.settings.words import Row, describe, literal, short
from relief_tui.tomlfile import TomlFileError, read_toml
from relief_tui.wholefile import write_whole

UNSET = ("default", "not set", "unset")
"""Words that take a key out of the file again."""
_YES, _NO = ("true", "yes", "on", "1"), ("false", "no", "off", "0")
_IN_THE_UNIT = ("plates", "dumbbells", "bar")
"""Keys whose numbers say no unit: they are meant in the one that is set."""


class SettingsError(ReliefError):
    """A setting was not changed; ``str()`` says why, and the mend."""


class NotWrittenError(SettingsError):
    """The file is at fault, not the value."""


def change(path: Path, key: str, text: str) -> None:
    """Set ``key`` (``keys.ID`` for one of the person's own keys) to what ``text`` says.

    Raises ``SettingsError`` if there is no such key or the value is not allowed, and
    ``NotWrittenError`` if the file cannot be read or written; then nothing has changed.
    """
    table = _table(path)
    place, value = _meant(key, text, _unit(table))
    name = place[0]
    if len(place) > 1 and not isinstance(table.get(name, {}), dict):
        raise NotWrittenError(f"{path}: {name} is no table there; mend or delete it. {_SAME}")
    if name == "unit":
        _check_unit(path, table, value or Unit.KG)
    if len(place) > 1:
        _changed_keys(table.get(name, {}), place[1], value)
    _write(path, table, place, value)


def choose(loaded: Loaded, key: str, text: str) -> tuple[Loaded, str]:
    """Set ``key``: the settings that hold then, and what went wrong, if anything did.

    Where it is the file that is at fault, the choice holds for this process all the same.
    """
    try:
        change(loaded.path, key, text)
    except NotWrittenError as error:
        held = _held(loaded, key, text)
        return held, f"{error}{'' if held is loaded else ' Until Relief ends it holds.'}"
    except SettingsError as error:
        return loaded, str(error)
    return load_settings(loaded.path), ""


def _held(loaded: Loaded, key: str, text: str) -> Loaded:
    """The settings with a change that the file did not take; as they were if it is not allowed."""
    try:
        place, value = _meant(key, text, loaded.settings.unit)
        own = _changed_keys(loaded.settings.keys, place[1], value) if len(place) > 1 else {}
    except SettingsError:
        return loaded
    old, unit = loaded.settings, loaded.settings.unit
    if key == "unit":
        unit = Unit(value or Unit.KG)
    usual, table = msgspec.structs.asdict(defaults(unit)), msgspec.structs.asdict(old)
    if unit is not old.unit:
        table |= {name: usual[name] for name in ("unit", *_IN_THE_UNIT)}
    elif len(place) > 1:
        table["keys"] = own
    else:
        table[key] = usual[key] if value is None else value
    given = loaded.given | {place[0]}
    return replace(loaded, settings=msgspec.convert(table, Settings), given=given)


_SAME = "Nothing was changed."


def _table(path: Path) -> dict[str, Any]:
    try:
        return read_toml(path)
    except FileNotFoundError:
        return {}
    except TomlFileError as error:
        raise NotWrittenError(f"{error}. {_SAME}") from error


def _unit(table: Mapping[str, Any]) -> Unit:
    """The unit that holds, as ``reading`` sees it."""
    return Unit.LB if table.get("unit") == Unit.LB.value else Unit.KG


def _meant(key: str, text: str, unit: Unit) -> tuple[tuple[str, ...], Any]:
    """The place in the file that ``key`` names, and what shall stand there; None: nothing."""
    name, _, own = key.partition(".")
    unset = text.strip().lower() in UNSET
    if name not in Settings.__struct_fields__ or (own and name != "keys"):
        raise SettingsError(f"There is no setting {short(key)}: {nearest(name)}")
    if name == "keys" and not own and not unset:
        raise SettingsError("There is no setting keys: write keys.ID, such as keys.cramp")
    place = (name, own) if own else (name,)
    if unset:
        return place, None
    row = next(row for row in describe(defaults(unit)) if row.key == name)
    value = _value(row, text, unit)
    if not fits(name, {own: value} if own else value):
        said = f"{short(key)} = {short(literal(value))}"
        in_unit = f", in {unit}" if row.unit == unit else ""
        raise SettingsError(f"{said} cannot be used; allowed: {row.range}{in_unit}.")
    return place, value


def _check_unit(path: Path, table: Mapping[str, Any], unit: str) -> None:
    """Numbers that were meant in one unit are never read in another behind one's back."""
    old = _unit(table)
    if unit == old:
        return
    meant = [key for key in _IN_THE_UNIT if key in table]
    if str(table.get("stack_step", "")).strip().replace(",", "").replace(".", "").isdigit():
        meant.append("stack_step")
    if meant:
        are, them = ("are", "them") if len(meant) > 1 else ("is", "it")
        raise SettingsError(
            f"{' and '.join(meant)} in {path} {are} meant in {old}. "
            f"Set {them} to default first (relief settings set {meant[0]} default), then the unit."
        )


def _changed_keys(own: Mapping[str, Any], id: str, keys: str | None) -> dict[str, str]:
    """The keys of one's own that hold after this change. Raises ``SettingsError`` if one of them
    would do two things on one screen."""
    held, _ = without_clashes({other: each for other, each in own.items() if _is_key(other, each)})
    changed = {other: each for other, each in held.items() if other != id}
    changed |= {} if keys is None else {id: keys}
    found = clash(changed)
    if found is not None:
        what = f"keys.{id} = {short(literal(keys))} cannot be used" if keys else f"keys.{id} stays"
        raise SettingsError(f"{what}: {found}.")
    return changed


def _is_key(id: str, keys: object) -> bool:
    return fits("keys", {id: keys})


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
        try:
            return [_number(part, row.unit) for part in parted(text, row.unit)]
        except ValueError as error:
            raise SettingsError(f"{row.key}: {error}.") from error
    if isinstance(row.default, str) or row.key == "keys":
        return text
    return _number(text, row.unit)


def _number(text: str, unit: str) -> float | str:
    """The number, which may say its unit."""
    text = text.strip()
    with suppress(ValueError):
        number = float(text.removesuffix(unit).rstrip().replace(",", "."))
        return int(number) if number.is_integer() else number
    return text


def _write(path: Path, table: dict[str, Any], place: tuple[str, ...], value: Any) -> None:
    """Put the value into the file, which holds ``table``, or take it out of it."""
    import tomlkit  # for this alone: no start has to wait for it
    from tomlkit.exceptions import TOMLKitError

    try:
        text = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        document = tomlkit.parse(text)
        _put(document, place, value, tomlkit.table)
        _put(table, place, value, dict)
        changed = tomlkit.dumps(document)
        if _plain(tomllib.loads(changed)) != _plain(table):
            raise TOMLKitError
        if changed != text:
            write_whole(path, changed.encode())
    except OSError as error:
        what = error.strerror or str(error)
        raise NotWrittenError(f"{path} cannot be written: {what}. {_SAME}") from error
    except (TOMLKitError, tomllib.TOMLDecodeError, RecursionError) as error:
        line = f"{'.'.join(place)} = {literal(value)}"
        raise NotWrittenError(
            f"{path} is written in a way that only you can change; write there: {short(line)}"
        ) from error


def _put(table: Any, place: tuple[str, ...], value: Any, new: Callable[[], Any]) -> None:
    *above, last = place
    for name in above:
        table = table.get(name, {}) if value is None else table.setdefault(name, new())
    if value is not None:
        table[last] = value
    elif last in table:
        del table[last]


def _plain(table: Mapping[str, Any]) -> str:
    """What a file says, whatever its order; the same for two that say the same."""
    return json.dumps(table, sort_keys=True, default=str)
