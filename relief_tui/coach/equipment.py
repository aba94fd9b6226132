"""The loads that a gym can set, by what they are set with. Always rounded down, never up."""

from __future__ import annotations

from collections.abc import Iterable
from math import gcd
from typing import Protocol

from relief_tui.coach.load import HEAVIEST, Load, Unit, of_thousandths
from relief_tui.coach.value import dataclass


class Equipment(Protocol):
    """What a working load is set with."""

    @property
    def unit(self) -> Unit:
        """The unit its weights are in."""

    def heaviest(self, most: Load) -> Load | None:
        """The heaviest load not above ``most``, in the unit of the equipment; None if even the
        lightest is above it."""

    def words(self, load: Load) -> str:
        """How ``load`` is set, in a few words; empty where it says itself."""


def _check(weights: tuple[Load, ...], *others: Load) -> None:
    """Raises ``ValueError`` where nothing can be set: of what weighs nothing any number fits."""
    if not weights or any(load.thousandths < 1 for load in weights):
        raise ValueError(
            "equipment is at least one weight, each of a thousandth of its unit or more"
        )
    if len({load.unit for load in (*weights, *others)}) > 1:
        raise ValueError("the weights of one equipment are all in one unit")


@dataclass(frozen=True, slots=True)
class Stack:
    """A weight stack: every multiple of ``step``. ``assumed``: nobody said what the step is."""

    step: Load
    assumed: bool = False

    def __post_init__(self) -> None:
        _check((self.step,))

    @property
    def unit(self) -> Unit:
        """The unit of the step."""
        return self.step.unit

    def heaviest(self, most: Load) -> Load | None:
        """The pin at or below ``most``."""
        step = self.step.thousandths
        pins = most.to(self.unit).thousandths // step
        return of_thousandths(pins * step, self.unit) if pins else None

    def words(self, load: Load) -> str:
        """The step, and whether it was only assumed."""
        del load
        return f"{self.step} step{', the default' if self.assumed else ''}"


USUAL = Stack(Load(5.0, Unit.KG), assumed=True)
"""What is taken where nobody said what the gym has."""


@dataclass(frozen=True, slots=True)
class Plates:
    """A bar and pairs of plates of these weights, as many pairs as needed. All in one unit, at
    least one plate."""

    bar: Load
    plates: tuple[Load, ...]

    def __post_init__(self) -> None:
        _check(self.plates, self.bar)

    @property
    def unit(self) -> Unit:
        """The unit of bar and plates."""
        return self.bar.unit

    def heaviest(self, most: Load) -> Load | None:
        """The bar with the heaviest pairs that keep it at or below ``most``."""
        bar, top = self.bar.thousandths, round(HEAVIEST[self.unit] * 1000)
        room = min(most.to(self.unit).thousandths, top) - bar
        if room < 0:
            return None
        side = _sums(self._grains, room // 2 // self._grain).bit_length() - 1
        load = bar + 2 * side * self._grain
        return of_thousandths(load, self.unit) if load else None

    def words(self, load: Load) -> str:
        """The bar and the plates of one side, the heaviest first."""
        side = (load.thousandths - self.bar.thousandths) // 2 // self._grain
        within = _sums(self._grains, side)
        found: list[str] = []
        for grains in sorted(set(self._grains), reverse=True):
            while side >= grains and within >> (side - grains) & 1:
                found.append(f"{grains * self._grain / 1000:g}")
                side -= grains
        return f"bar {self.bar.value:g}, {' + '.join(found)} a side" if found else "the bar alone"

    @property
    def _grain(self) -> int:
        """The greatest weight that every plate is a multiple of, in thousandths."""
        return gcd(*(plate.thousandths for plate in self.plates))

    @property
    def _grains(self) -> list[int]:
        return [plate.thousandths // self._grain for plate in self.plates]


@dataclass(frozen=True, slots=True)
class Dumbbells:
    """A rack of dumbbells. All in one unit, at least one."""

    weights: tuple[Load, ...]

    def __post_init__(self) -> None:
        _check(self.weights)

    @property
    def unit(self) -> Unit:
        """The unit of the dumbbells."""
        return self.weights[0].unit

    def heaviest(self, most: Load) -> Load | None:
        """The dumbbell at or below ``most``."""
        room = most.to(self.unit).thousandths
        fitting = [load for load in self.weights if load.thousandths <= room]
        return max(fitting, key=lambda load: load.value, default=None)

    def words(self, load: Load) -> str:
        """A dumbbell says itself."""
        del load
        return ""


def heavier(equipment: Equipment, load: Load | None) -> Load | None:
    """The next load above ``load`` that can be set (None: the lightest of all); None if there is
    none."""
    below = load.to(equipment.unit).thousandths if load else 0
    above, found = round(HEAVIEST[equipment.unit] * 1000) + 1, None
    while above - below > 1:  # what fits only ever grows with the room that it has
        middle = (below + above) // 2
        most = equipment.heaviest(of_thousandths(middle, equipment.unit))
        if most is not None and (load is None or most.weight > load.weight):
            above, found = middle, most
        else:
            below = middle
    return found


def less_heavy(equipment: Equipment, load: Load) -> Load | None:
    """The next load below ``load`` that can be set; None if there is none."""
    found = equipment.heaviest(load.to(equipment.unit))
    if found is not None and found.weight >= load.weight:
        found = equipment.heaviest(of_thousandths(found.thousandths - 1, found.unit))
    return found


def _sums(weights: Iterable[int], most: int) -> int:
    """The sums up to ``most`` of any number of ``weights``: bit n is set if n can be reached."""
    reached, within = 1, (1 << (most + 1)) - 1
    for weight in weights:
        while weight <= most:
            reached |= reached << weight & within
            weight *= 2  # twice as far with every turn
    return reached
