"""The training that is going on: its cramps, the load it began with, and what they still allow.

A training is all runs until three hours without an event, or its end was said. For an hour after
a cramp the calf cramps more easily (S6): the watch. That the second cramp ends the curls and the
third, or one in the other leg, the training, is a rule of thumb.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from math import ceil

from relief_tui.coach.event import Band, Outcome
from relief_tui.coach.lighter import Lighter
from relief_tui.coach.load import Load
from relief_tui.coach.script import After
from relief_tui.coach.step import Side
from relief_tui.coach.value import dataclass

WATCH_S = 60 * 60.0
TRAINING_S = 3 * 60 * 60.0
"""Without an event for so long, a training is over."""


class Allowed(IntEnum):
    """What is left of the training; the more, the less."""

    CURLS = 0
    NO_CURLS = 1
    NOTHING = 2


@dataclass(frozen=True, slots=True)
class Cramp:
    """A cramp of this training, which let go or was left ``ago_s`` seconds before now."""

    ago_s: float
    side: Side | None
    outcome: Outcome
    band: Band | None

    @property
    def locked(self) -> bool:
        """False for a twitch: it never locked, and does not count."""
        return self.band != "twitch"


@dataclass(frozen=True, slots=True)
class Training:
    """What came before in this training, the oldest cramp first.

    ``first_load`` is the day's first; ``advised`` what the last advice left of it. ``twitched``:
    a light set was stopped for a twitch. ``closed``: the open cards that close all training.
    """

    cramps: tuple[Cramp, ...] = ()
    first_load: Load | None = None
    advised: Load | None = None
    twitched: bool = False
    closed: tuple[str, ...] = ()

    @property
    def locked(self) -> tuple[Cramp, ...]:
        """The cramps that count."""
        return tuple(cramp for cramp in self.cramps if cramp.locked)

    @property
    def allowed(self) -> Allowed:
        """What has happened so far allows."""
        if self.closed:
            return Allowed.NOTHING
        by_count = _by_count([cramp.side for cramp in self.locked])
        twitch = Allowed.NO_CURLS if self.twitched else Allowed.CURLS
        return max(by_count, twitch, *map(_by_itself, self.locked))

    def with_one_more(self, side: Side | None) -> Allowed:
        """What would be allowed after one more cramp, in ``side``."""
        one_more = _by_count([side, *(cramp.side for cramp in self.locked)])
        return max(self.allowed, one_more)

    @property
    def watch_s(self) -> float:
        """Seconds for which the calf still cramps more easily; 0 if it does not."""
        return max((WATCH_S - cramp.ago_s for cramp in self.cramps), default=0.0)


NEW = Training()
"""A training in which nothing has happened yet."""


def _by_count(sides: Sequence[Side | None]) -> Allowed:
    """What so many cramps leave. Both calves at once are two legs (RF12: end the session)."""
    legs = {side for side in sides if side is not None}
    if len(sides) > 2 or len(legs) > 1 or Side.BOTH in legs:
        return Allowed.NOTHING
    return Allowed.NO_CURLS if len(sides) > 1 else Allowed.CURLS


def _by_itself(cramp: Cramp) -> Allowed:
    """What one cramp alone allows: none that did not let go leaves anything."""
    if cramp.outcome in ("worse", "unyielding"):
        return Allowed.NOTHING
    return Allowed.NO_CURLS if cramp.band in ("severe", "repeat", "unyielding") else Allowed.CURLS


def watch_words(training: Training, after: After) -> str:
    """The watch in one line: how long still, and what is allowed. Empty once it is over."""
    if training.watch_s <= 0:
        return ""
    minutes = ceil(training.watch_s / 60)
    allowed = allowed_words(training, after)
    return f"60-minute watch: {minutes} min left. {after.watch} {allowed}"


def allowed_words(training: Training, after: After) -> str:
    """What is still allowed in this training, in one sentence."""
    if training.allowed is Allowed.NOTHING:
        return after.training_over
    if training.allowed is Allowed.NO_CURLS:
        return after.curls_over
    if training.advised is not None:
        return f"At most {training.advised}."
    rule = after.bands[training.cramps[-1].band or "mild"]
    return Lighter(rule.cut).words.capitalize() + " less."
