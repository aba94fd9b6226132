"""What the cramps of a training leave of an exercise: no load, a lighter one, or any.

For an hour after a cramp, the watch, the load is cut from the first one of the day in that
exercise, so that no cut ever lies on another. The figures are rules of thumb (evidence/report 4.1,
assets/relief/aftercare.toml, assets/workout).
"""

from __future__ import annotations

from relief_tui.coach.equipment import Equipment
from relief_tui.coach.lighter import Lighter, lighter
from relief_tui.coach.load import Load
from relief_tui.coach.script import After, filled
from relief_tui.coach.training import Allowed, Cramp, Training
from relief_tui.coach.value import dataclass
from relief_tui.coach.workout.script import Exercise, Kind, WorkoutScript, same


@dataclass(frozen=True, slots=True)
class Limits:
    """The rules that hold for any exercise now; ``watching``: in the hour after a cramp."""

    script: WorkoutScript
    after: After
    equipment: Equipment
    training: Training
    watching: bool

    def off(self, name: str) -> str:
        """Why this exercise is over for today; empty if it is not."""
        if self.training.allowed is Allowed.NOTHING:
            return self.after.training_over
        known = self.script.of(name)
        if self.training.allowed is Allowed.NO_CURLS and self._bends(known, name):
            return self.after.curls_over
        return self.after.never_today if self.watching and known.rests else ""

    def lower(self, name: str, load: Load | None, base: Load | None) -> Lighter | None:
        """The advice against ``load``; None where there is none. ``base``: the first load of the
        day in this exercise, where another than ``load``."""
        percent = self._percent(name)
        most = self.allowed(name, load, base)
        if not percent or (load and most and load.weight <= most.weight):
            return None
        found = lighter(load, self.training.cut_from(name) or base, percent, self.equipment)
        return found if found.lowers or load is None else None

    def allowed(self, name: str, load: Load | None, base: Load | None) -> Load | None:
        """The most that is advised; None where there is no limit, or none that is known."""
        percent = self._percent(name)
        first = self.training.cut_from(name) or base or load
        return lighter(first, first, percent, self.equipment).after if percent and first else None

    def limited(self, name: str) -> bool:
        """True while a load of this exercise is cut at all."""
        return bool(self._percent(name))

    def no_load(self, found: Lighter) -> str:
        """Why no load is left, where nothing light enough can be set; empty where one is."""
        gone = found.before is not None and found.after is None
        return filled(self.after.no_load, self.after.unloaded) if gone else ""

    def _percent(self, name: str) -> int:
        """Per cent off the load of this exercise, now."""
        if not self.watching or not self.training.cramps:
            return 0
        known, last = self.script.of(name), self.training.cramps[-1]
        if known.cut and not _in(last, name):
            return known.cut
        return self.after.bands[last.band or "mild"].cut if self._bends(known, name) else 0

    def _bends(self, known: Exercise, name: str) -> bool:
        """True of a curl, and of whatever it cramped in."""
        return known.kind is Kind.CURL or any(_in(cramp, name) for cramp in self.training.cramps)


def _in(cramp: Cramp, name: str) -> bool:
    """True if it cramped in this exercise."""
    return cramp.exercise is not None and same(cramp.exercise, name)
