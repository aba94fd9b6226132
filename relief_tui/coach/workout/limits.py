"""What the cramps of a training leave of an exercise: no load, a lighter one, or any.

For an hour after a cramp, the watch, the load is cut from the first one of the day in that
exercise (:mod:`relief_tui.coach.lighter` says which that is), so that no cut ever lies on another;
of several cramps the largest cut holds. The figures are rules of thumb (evidence/report 4.1,
assets/relief/aftercare.toml, assets/workout).
"""

from __future__ import annotations

from dataclasses import replace

from relief_tui.coach.equipment import Equipment
from relief_tui.coach.lighter import Lighter, lighter
from relief_tui.coach.load import Load
from relief_tui.coach.script import After, BandRule, filled
from relief_tui.coach.training import Allowed, Training
from relief_tui.coach.value import dataclass
from relief_tui.coach.workout.script import Exercise, Kind, WorkoutScript


@dataclass(frozen=True, slots=True)
class Advice:
    """What holds for the set that comes. ``lower``: the advice against its load (None: there is
    none); ``allowed`` the most that is advised (None: no limit, or not known); ``off``: why the
    exercise is over for today, empty if it is not; ``caution``: what to mind in one that is not
    known."""

    lower: Lighter | None = None
    allowed: Load | None = None
    off: str = ""
    caution: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """The rules that hold for any exercise now; ``watching``: in the hour after a cramp."""

    script: WorkoutScript
    after: After
    equipment: Equipment
    training: Training
    watching: bool

    def advice(
        self, name: str, load: Load | None, base: Load | None, *, settled: bool = False
    ) -> Advice:
        """What holds for a set with ``load``. ``base``: the first load of the day in this exercise,
        where another than ``load``. ``settled``: its load is not to be cut any more."""
        known = self.script.of(name)
        cramped = self.training.cut_from(name)
        percent = 0 if settled and cramped is None else self._percent(known, name)
        off = self.off(known, name)
        if not percent:
            over = self.training.allowed is Allowed.NO_CURLS
            unknown = over and not off and not known.entry
            return Advice(off=off, caution=self.script.not_known if unknown else "")
        first = max(filter(None, (cramped, base)), key=lambda each: each.weight, default=None)
        start = first or load
        allowed = self._lighter(name, start, start, percent).after if start else None
        if load and allowed and load.weight <= allowed.weight:
            return Advice(None, allowed, off)
        lower = self._lighter(name, load, first, percent, cramped=first is cramped)
        return Advice(lower, allowed, off or self._no_load(lower))

    def off(self, known: Exercise, name: str) -> str:
        """Why this exercise is over for today; empty if it is not."""
        if self.training.allowed is Allowed.NOTHING:
            return self.after.training_over
        if self.training.allowed is Allowed.NO_CURLS and self._bends(known, name):
            return self.training.curls_over(self.after)
        return self.after.never_today if self.watching and known.rests else ""

    def rule(self, known: Exercise, name: str) -> BandRule | None:
        """What the band of the last cramp says of the sets of this exercise; None: nothing does."""
        if not self.watching or not self.training.cramps or self.off(known, name):
            return None
        band = self.training.cramps[-1].band or "mild"
        return self.after.bands[band] if self._bends(known, name) else None

    def _lighter(
        self,
        name: str,
        load: Load | None,
        first: Load | None,
        percent: int,
        *,
        cramped: bool = True,
    ) -> Lighter:
        """``percent`` less than ``first``, and never more than was advised after a cramp in it."""
        found = lighter(load, first, percent, self.equipment, cramped=cramped)
        least = self.training.least_advised(name) if load else None
        if least is None or found.after is None:
            return found
        most = self.equipment.heaviest(least.load_after) if least.load_after else None
        if most and found.after.weight <= most.weight:
            return found
        return replace(found, after=most, why=least.reason, how=self._how(most))

    def _how(self, load: Load | None) -> str:
        return self.equipment.words(load) if load else ""

    def _no_load(self, found: Lighter) -> str:
        """Why no load is left, where nothing light enough can be set; empty where one is."""
        gone = found.before is not None and found.after is None
        return filled(self.after.no_load, self.after.unloaded) if gone else ""

    def _percent(self, known: Exercise, name: str) -> int:
        """Per cent off the load of this exercise, now: the most of all cramps of the watch."""
        if not self.watching:
            return 0
        bends = self._bends(known, name)
        return max(
            (
                known.cut
                if known.cut and not cramp.came_in(name)
                else self.after.cut(cramp.band) * bends
                for cramp in self.training.watched
            ),
            default=0,
        )

    def _bends(self, known: Exercise, name: str) -> bool:
        """True of a curl, and of whatever it cramped in."""
        return known.kind is Kind.CURL or any(cramp.came_in(name) for cramp in self.training.cramps)
