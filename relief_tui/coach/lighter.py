"""How much lighter, and to which load: a cut from the day's first load, never two on top.

That load is, of the exercise it cramped in, the one it cramped with, the first time today: the
sets on the way up to it were not too heavy. Of any other it is the first of today, before the
cramp, or where there is none the last of an earlier day. Where both are known it is the heavier
one; but never is more advised than after a cramp in the same exercise.

The percentages are a rule of thumb (evidence/report §4.1): no trial maps a cramp to kilograms.
"""

from __future__ import annotations

from dataclasses import replace

from relief_tui.coach.equipment import Equipment
from relief_tui.coach.load import Load
from relief_tui.coach.value import dataclass

RECOVERY_PERCENT, RECOVERY_MOST = 75, 70
"""An active-recovery set weighs a quarter of the working load, and never more than 30 %."""


@dataclass(frozen=True, slots=True)
class Lighter:
    """The advice: ``percent`` off, from ``before`` to ``after``.

    ``before`` None: the load is not known, and only the percentage can be said. ``after`` None
    with a known ``before``: nothing that light can be loaded, or no load at all today
    (``percent`` 100). ``why`` says what was cut from, ``how`` how ``after`` is set. ``swap``: the
    exercise is not for today, and another takes its place.
    """

    percent: int
    before: Load | None = None
    after: Load | None = None
    why: str = ""
    how: str = ""
    swap: bool = False

    @property
    def over(self) -> bool:
        """True if no load at all is left for today."""
        return self.percent == 100

    @property
    def lowers(self) -> bool:
        """False where ``before`` is light enough already, or is not known."""
        if self.before is None:
            return False
        return self.after is None or self.after.weight < self.before.weight

    @property
    def words(self) -> str:
        """``45 → 35 kg``, ``at most 35 kg``, ``about 20 %``, or ``none``."""
        if self.over:
            return "none"
        if self.before is None:
            return f"about {self.percent} %"
        if self.after is None:
            return f"{self.before} → none"
        if not self.lowers:
            return f"at most {self.after}"
        if self.after.unit is self.before.unit:
            return f"{self.before.value:g} → {self.after}"
        return f"{self.before} → {self.after}"


def lighter(
    load: Load | None,
    first: Load | None,
    percent: int,
    equipment: Equipment,
    *,
    cramped: bool = True,
) -> Lighter:
    """``percent`` less than ``first``, the day's first load, and never more than ``load`` now.

    ``first`` None: no cut was advised yet, and ``load`` is what is cut from. ``cramped``: whether
    ``first`` is a load that it cramped with, which then is said.
    """
    if load is None or percent == 100:
        return Lighter(percent, load)
    base, unit = first or load, equipment.unit
    # Each is rounded once, into the unit of what can be set: no step is lost on the way.
    most = min(base.less(percent, unit), load.to(unit), key=lambda each: each.thousandths)
    after = equipment.heaviest(most)
    other = cramped and base.weight != load.weight
    of_what = f"the {base} it cramped with" if other else f"{base}"
    how = equipment.words(after) if after else ""
    found = Lighter(percent, load, after, f"{percent} % less than {of_what}, rounded down", how)
    if found.lowers:
        return found
    return replace(found, why=f"already {percent} % less than {of_what}")


def recovery_load(load: Load | None, equipment: Equipment) -> Load | None:
    """What an active-recovery set is done with: a quarter of ``load`` or, where nothing that
    light can be set, up to 30 %. None: no load, or ``load`` is not known."""
    if load is None:
        return None
    quarter = equipment.heaviest(load.less(RECOVERY_PERCENT, equipment.unit))
    return quarter or equipment.heaviest(load.less(RECOVERY_MOST, equipment.unit))
