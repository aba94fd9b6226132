"""The exercises to choose from for a workout: each with its last set, and what would be planned."""

from __future__ import annotations

import re
from dataclasses import replace

from relief_tui.coach.load import HEAVIEST, Load, Unit, parse_load
from relief_tui.coach.training import same
from relief_tui.coach.value import dataclass
from relief_tui.coach.workout import Workout
from relief_tui.coach.workout.card import LONGEST_NAME, shown
from relief_tui.coach.workout.loads import last_set, planned
from relief_tui.coach.workout.script import distinct

FROM_THE_GUIDE = "EASIEST ON THE CALF FIRST"
AFTER_A_CRAMP = "AFTER A CRAMP, EASIEST FIRST"
_LOADED = re.compile(r"(?P<name>.*?)[\s,]*(?P<load>\d[\d.,]*\s*(kgs?|lbs?))", re.IGNORECASE)
_POWER = re.compile(r"\d[\d.,]*e[+-]?\d+\s*(kgs?|lbs?)?$", re.IGNORECASE)
_BARE = re.compile(r"[\d.,]+")


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """A line of the list: a name, the last set of it, what speaks for it."""

    name: str
    last: str
    why: str


@dataclass(frozen=True, slots=True)
class Exercises:
    """What there is to choose from, as ``plan`` sees it; ``names`` in the order of the list, from
    ``parted_at`` on below ``heading``."""

    plan: Workout
    names: tuple[str, ...]
    parted_at: int
    heading: str

    def row(self, index: int) -> ExerciseRow:
        """The line at ``index``."""
        name = self.names[index]
        last = last_set(self.plan, name)
        return ExerciseRow(shown(name), last.words if last else "", self.plan.script.of(name).why)

    def planned(self, index: int) -> Workout:
        """What would be planned with the exercise at ``index``; the one that is planned already
        stays as it is."""
        name = self.names[index]
        return self.plan if same(name, self.plan.exercise) else planned(self.plan, name)

    def index_of(self, name: str) -> int | None:
        """Where an exercise stands, however it is written; None: nowhere."""
        return next((i for i, each in enumerate(self.names) if same(each, name)), None)

    def with_own(self, name: str) -> Exercises:
        """The same with another exercise at its top."""
        return replace(self, names=(name, *self.names), parted_at=self.parted_at + 1)


def exercises(plan: Workout) -> Exercises:
    """The exercises that may be done, that of ``plan`` among them."""
    offered, here = plan.offered, plan.exercise
    allowed = not plan.limits.off(plan.known, here)
    if allowed and not any(same(here, name) for name in offered):
        offered = (here, *offered)
    if plan.training.cramps:
        easiest = plan.offered
        return Exercises(plan, offered, len(offered) - len(easiest), AFTER_A_CRAMP)
    known = distinct((here, *(line.exercise for line in plan.done), *plan.lasts))
    own = sum(any(same(name, each) for each in known) for name in offered)
    return Exercises(plan, offered, own, FROM_THE_GUIDE)


def read_exercise(text: str, unit: Unit) -> tuple[str, Load | None]:
    """The name and the load in what was typed: ``Nordic curl 20 kg``; either may be left out.

    Raises ``ValueError`` with a sentence for the person if the load is none that a gym can set.
    """
    line = " ".join(text.split())
    if _BARE.fullmatch(line):
        return "", parse_load(line, unit)
    if len(line) > LONGEST_NAME:
        raise ValueError(f"a name has at most {LONGEST_NAME} characters")
    found = _LOADED.fullmatch(line)
    if _POWER.search(line):
        most = f"{HEAVIEST[unit]:g} {unit}"
        raise ValueError(f"write the load in plain digits; it is at most {most}")
    return (found["name"], parse_load(found["load"], unit)) if found else (line, None)
