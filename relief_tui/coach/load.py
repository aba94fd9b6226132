"""A load is a value with its unit, never a bare number."""

from __future__ import annotations

import re
from enum import StrEnum

from relief_tui.coach.value import dataclass


class Unit(StrEnum):
    """The unit a load is read and shown in."""

    KG = "kg"
    LB = "lb"


HEAVIEST = {Unit.KG: 1000.0, Unit.LB: 2200.0}
"""No gym machine carries more; a larger number is a slip of the finger."""

_PARTS = {Unit.KG: 100_000_000, Unit.LB: 45_359_237}
"""How heavy the units are to each other: a pound is 0.45359237 kg, exactly and by definition."""

_LOAD = re.compile(r"\s*(\d{1,6}(?:[.,]\d{1,3})?)\s*([a-z]*)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\s*([+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)\s*([a-z]*)\s*", re.IGNORECASE)
"""Any number with a unit, also one that no load has."""
_UNITS = {"": None, "kg": Unit.KG, "kgs": Unit.KG, "lb": Unit.LB, "lbs": Unit.LB}


@dataclass(frozen=True, slots=True)
class Load:
    """A weight as a lifter says it: ``45 kg``, ``42.5 kg``, ``100 lb``."""

    value: float
    unit: Unit

    def __str__(self) -> str:
        return f"{self.value:g} {self.unit}"

    @property
    def thousandths(self) -> int:
        """The value in thousandths of its unit: what loads are reckoned in, without rounding."""
        return round(self.value * 1000)

    @property
    def weight(self) -> int:
        """What it weighs whatever its unit, in 10⁻¹¹ kg: loads are compared by it exactly."""
        return self.thousandths * _PARTS[self.unit]

    def less(self, percent: int, unit: Unit | None = None) -> Load:
        """The load ``percent`` (0–100) lighter, in ``unit`` or its own: rounded down once, to a
        thousandth."""
        unit = unit or self.unit
        return of_thousandths(self.weight * (100 - percent) // (100 * _PARTS[unit]), unit)

    def to(self, unit: Unit) -> Load:
        """The same weight in ``unit``, rounded down to a thousandth."""
        return self.less(0, unit)


def of_thousandths(thousandths: int, unit: Unit) -> Load:
    """The load of so many thousandths of ``unit``."""
    return Load(thousandths / 1000, unit)


def parse_load(text: str, default: Unit = Unit.KG) -> Load:
    """Read ``45kg``, ``45 kg``, ``42,5kg``, ``100lb`` or ``45`` (then in the ``default`` unit).

    Raises ``ValueError`` with a sentence for the person when the text is no load a gym can set.
    """
    match = _NUMBER.fullmatch(text)
    if match is not None and match[2].lower() in _UNITS:
        unit = _UNITS[match[2].lower()] or default
        value = float(match[1].replace(",", "."))
        if not 0 < value <= HEAVIEST[unit]:
            raise ValueError(
                f"{text!r} is out of range; a load is above 0 and at most {HEAVIEST[unit]:g} {unit}"
            )
        if _LOAD.fullmatch(text):
            return Load(value, unit)
    raise ValueError(f"{text!r} is no load; write for example 45kg, 42,5kg or 100lb")
