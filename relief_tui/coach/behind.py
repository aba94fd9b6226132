"""Why does the coach say this? From a moment of a run to the entry of the guide behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from relief_tui.coach.plan import Plan
from relief_tui.coach.relief import Relief
from relief_tui.coach.value import dataclass
from relief_tui.coach.view import View
from relief_tui.coach.workout import Workout

SET = "set"
"""What the moments of a light set begin with."""
FLAGGED = "over flagged"
"""The end of whatever a red flag ended."""


@dataclass(frozen=True, slots=True)
class Behind:
    """``cues``: moments → ids of entries; ``lines``: how the names of a routine's lines begin →
    ids, the empty one being for all others."""

    cues: Mapping[str, str]
    lines: Mapping[str, str]

    def id_of(self, view: View, plan: Plan) -> str:
        """The id of the entry behind what ``view`` of ``plan`` says; empty: there is none."""
        if view.ending is not None and view.ending.cards:
            return self.cues[FLAGGED]
        if view.workout is not None:
            return view.workout.entry
        if view.checklist is not None:
            return self._of_line(view.checklist.lines[view.checklist.current].name)
        return next((self.cues[key] for key in _moments(view, plan) if key in self.cues), "")

    def _of_line(self, name: str) -> str:
        begin = (start for start in self.lines if name.casefold().startswith(start.casefold()))
        return self.lines[max(begin, key=len)]


def _moments(view: View, plan: Plan) -> Iterator[str]:
    """The names of the moment, the most telling first."""
    if isinstance(plan, Relief):
        known = (view.question and view.question.name, plan.position, plan.machine)
        yield from (f"{view.phase} {more}" for more in known if more)
        yield view.phase.value
    elif isinstance(plan, Workout):
        yield view.phase.value
    else:
        yield f"{SET} {view.phase}"
        yield SET
