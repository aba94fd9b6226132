"""Reading ``settings.toml``. It never fails: what cannot be used keeps its default and is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from relief_tui.coach.load import Unit
from relief_tui.coach.value import dataclass
from relief_tui.settings.keys import Gear, Settings, defaults
from relief_tui.settings.ownkeys import Clash, without_clashes
from relief_tui.tomlfile import TomlFileError, read_toml


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading ``path``; each problem is one line that names the place and the mend.

    ``given``: the keys that the file sets.
    """

    settings: Settings
    problems: tuple[str, ...]
    path: Path
    exists: bool
    given: frozenset[str] = frozenset()


def load_settings(path: Path) -> Loaded:
    """Read the settings at ``path``; never raises and never writes, whatever is there."""
    try:
        table = read_toml(path)
    except FileNotFoundError:
        return Loaded(Settings(), (), path, exists=False)
    except TomlFileError as error:
        return Loaded(Settings(), (f"{error}. Until then the defaults hold.",), path, exists=True)
    settings, problems = _accept(table)
    lines = tuple(f"{path}: {line}" for line in problems)
    return Loaded(settings, lines, path, exists=True, given=frozenset(table))


def _accept(table: Mapping[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """The settings in ``table``, and a line for each key that could not be used."""
    good: dict[str, Any] = {}
    bad: dict[str, Any] = {}
    unknown: list[str] = []
    for key, value in table.items():
        if key not in Settings.__struct_fields__:
            unknown.append(key)
        elif fits(key, value):
            good[key] = value
        elif key == "keys" and isinstance(value, dict):
            good[key] = {id: own for id, own in value.items() if fits(key, {id: own})}
            bad |= {f"keys.{id}": own for id, own in value.items() if id not in good[key]}
        else:
            bad[key] = value
    clashes: list[Clash] = []
    if good.get("keys"):
        good["keys"], clashes = without_clashes(good["keys"])
    good.setdefault("equipment", _described(good))
    usual = defaults(Unit(good.get("unit", Unit.KG)))
    settings = msgspec.convert(msgspec.structs.asdict(usual) | good, Settings)
    told = (
        f"keys.{clash.id} cannot be used: {clash}. Until then: the usual key." for clash in clashes
    )
    return settings, (*map(_unknown, unknown), *_refusals(bad, settings.unit), *told)


def _described(table: Mapping[str, Any]) -> Gear:
    """The equipment that alone is described in the file; else a stack."""
    if "stack_step" in table:
        return Gear.STACK
    plates, dumbbells = {"plates", "bar"} & table.keys(), "dumbbells" in table
    if bool(plates) is dumbbells:
        return Gear.STACK
    return Gear.PLATES if plates else Gear.DUMBBELLS


def fits(key: str, value: object) -> bool:
    """True if ``value`` may stand in the file as ``key``."""
    try:
        msgspec.convert({key: value}, Settings)
    except msgspec.ValidationError:
        return False
    return True


def _unknown(key: str) -> str:
    from relief_tui.settings.words import short

    return f"unknown key {short(key)} is ignored; {nearest(key)}"


def nearest(key: str) -> str:
    """The mend for a key that there is not: the one that was meant, or all there are."""
    from difflib import get_close_matches

    known = Settings.__struct_fields__
    near = get_close_matches(key, known, n=1)
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}."


def _refusals(bad: Mapping[str, object], unit: Unit) -> Iterable[str]:
    if not bad:
        return
    from relief_tui.settings.words import describe, literal, short  # only a fault needs words

    rows = {row.key: row for row in describe(defaults(unit))}
    for key, value in bad.items():
        row = rows[key.partition(".")[0]]
        until = literal(row.default) if key in rows else "the usual key"
        refused = f"{short(key)} = {short(literal(value))}"
        yield f"{refused} cannot be used; allowed: {row.range}. Until then: {until}."
