"""A reminder that is due, never random: by sets and by time, one at most, silent once answered.

Thirst leads; how often it is asked about is a rule of thumb. It sets no target and counts nothing
that is still to be drunk (S65, S66).
"""

from __future__ import annotations

from dataclasses import replace

from relief_tui.coach.step import FUZZ_S
from relief_tui.coach.value import dataclass

SIP_NOTED = "Sip noted."


@dataclass(frozen=True, slots=True)
class ReminderRule:
    """It is due after ``sets`` sets or ``every_s`` seconds without an answer; ``later_s`` seconds
    after *not now*."""

    sets: int
    every_s: float
    later_s: float


@dataclass(frozen=True, slots=True)
class Reminder:
    """Where it stands: answered last at second ``since_s`` of the run, ``sets`` sets ago.

    ``due``: it is asked now, and stays until it is answered. ``later``: the last answer was *not
    now*, after which only time counts.
    """

    since_s: float = 0.0
    sets: int = 0
    due: bool = False
    later: bool = False

    def next_s(self, rule: ReminderRule) -> float | None:
        """The second of the run at which it falls due; None while it is due. After so many sets
        that is long past: at once."""
        if self.due:
            return None
        if self.sets >= rule.sets and not self.later:
            return self.since_s
        return self.since_s + (rule.later_s if self.later else rule.every_s)

    def at(self, t_s: float, rule: ReminderRule) -> Reminder:
        """Where it stands at second ``t_s``: due once, however much later that is."""
        next_s = self.next_s(rule)
        return self if next_s is None or t_s < next_s - FUZZ_S else replace(self, due=True)

    def after_a_set(self) -> Reminder:
        """One more set was done."""
        return replace(self, sets=self.sets + 1)

    def drunk(self, t_s: float) -> Reminder:
        """A sip was had, asked for or not."""
        return Reminder(t_s)

    def snoozed(self, t_s: float) -> Reminder:
        """Not now. Where nothing is due there is nothing to put off."""
        return Reminder(t_s, later=True) if self.due else self
