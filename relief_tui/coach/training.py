"""The training that is going on: its cramps, the load it began with, and what they still allow.

A training is all runs until three hours without an event, or its end was said. For an hour after
a cramp the calf cramps more easily (S6): the watch. That the second cramp ends the curls and the
third, or one in the other leg, the training, is a rule of thumb.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from math import ceil
from typing import Literal

from relief_tui.coach.event import Advised, Band, Outcome
from relief_tui.coach.load import Load
from relief_tui.coach.script import After, filled
from relief_tui.coach.step import Side
from relief_tui.coach.value import dataclass

WATCH_S = 60 * 60.0
TRAINING_S = 3 * 60 * 60.0
"""Without an event for so long, a training is over."""

LAST_CRAMP = 3
"""The cramp of a training that ends it."""


NOT_TODAY = "not today"
"""The answer to the plan that wants no more of it."""
Enough = Literal["untested", "not right", "wanted"]
"""Why curls are over after a cramp that let go: the four tests of the green light were not
answered, or not all four were fine, or nobody wanted more."""


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
    exercise: str | None = None
    load: Load | None = None
    advised: Advised | None = None
    """What was advised after it at last; None: nothing was."""
    enough: Enough | None = None
    """Why curls are over, whatever its band; None: it let go and they may go on, or it did not."""
    run: str = ""
    """The run of its relief, which tells it from any other cramp."""

    @property
    def locked(self) -> bool:
        """False for a twitch: it never locked, and does not count."""
        return self.band != "twitch"

    def came_in(self, exercise: str | None) -> bool:
        """True if it cramped in this exercise, however it is written; None: in one not named."""
        if self.exercise is None or exercise is None:
            return self.exercise is exercise
        return same(self.exercise, exercise)


@dataclass(frozen=True, slots=True)
class Training:
    """What came before in this training, the oldest cramp first.

    ``twitched``: a light set was stopped for a twitch. ``closed``: the open cards that close all
    training. ``taken_back``: the runs of the cramps that were deleted of late.
    """

    cramps: tuple[Cramp, ...] = ()
    twitched: bool = False
    closed: tuple[str, ...] = ()
    taken_back: tuple[str, ...] = ()

    @property
    def runs(self) -> tuple[str, ...]:
        """The runs of its cramps."""
        return tuple(cramp.run for cramp in self.cramps)

    def cut_from(self, exercise: str | None) -> Load | None:
        """What the next cut in ``exercise`` (None: the one not named) starts from: its first load,
        so that no cut is on top of another. None: no cut was advised in it yet."""
        own = [cramp for cramp in self.cramps if cramp.came_in(exercise)]
        if not any(cramp.advised and cramp.advised.load_before for cramp in own):
            return None
        return next((cramp.load for cramp in own if cramp.load), None)

    @property
    def locked(self) -> tuple[Cramp, ...]:
        """The cramps that count."""
        return tuple(cramp for cramp in self.cramps if cramp.locked)

    @property
    def allowed(self) -> Allowed:
        """What has happened so far allows."""
        if self.closed:
            return Allowed.NOTHING
        ended = Allowed.NO_CURLS if self.enough else Allowed.CURLS
        return max(self._without_a_word, ended)

    @property
    def enough(self) -> Enough | None:
        """Why curls are over by what was said after the last such cramp; None: nothing was."""
        return next((each.enough for each in reversed(self.cramps) if each.enough), None)

    @property
    def _without_a_word(self) -> Allowed:
        """What the cramps leave by their number, their legs and how they were."""
        by_count = _by_count([cramp.side for cramp in self.locked])
        ended = Allowed.NO_CURLS if self.twitched else Allowed.CURLS
        return max(by_count, ended, *map(_by_itself, self.locked))

    def curls_over(self, after: After) -> str:
        """That the curls are over; also why, where the cramps alone would leave them."""
        said = self._without_a_word is Allowed.CURLS
        why = enough_words(self.enough, after) if said else ""
        return f"{after.curls_over} {why}".strip()

    def with_one_more(self, side: Side | None) -> Allowed:
        """What would be allowed after one more cramp, in ``side``."""
        one_more = _by_count([side, *(cramp.side for cramp in self.locked)])
        return max(self.allowed, one_more)

    def other_leg(self, side: Side | None) -> bool:
        """True if with one more cramp, in ``side``, each leg has had one."""
        return _both_legs([side, *(cramp.side for cramp in self.locked)])

    @property
    def watched(self) -> tuple[Cramp, ...]:
        """The cramps of the last watch: each let go within an hour of the one before it."""
        found = list(self.cramps[-1:])
        for cramp in reversed(self.cramps[:-1]):
            if cramp.ago_s - found[-1].ago_s >= WATCH_S:
                break
            found.append(cramp)
        return tuple(reversed(found))

    def least_advised(self, exercise: str | None) -> Advised | None:
        """Of what was advised in ``exercise`` in the last watch, the least load; None: no load was
        known."""
        own = [cramp.advised for cramp in self.watched if cramp.came_in(exercise)]
        known = [advised for advised in own if advised and advised.load_before]
        return min(
            known, key=lambda each: each.load_after.weight if each.load_after else 0.0, default=None
        )

    @property
    def watch_s(self) -> float:
        """Seconds for which the calf still cramps more easily; 0 if it does not."""
        return max((WATCH_S - cramp.ago_s for cramp in self.cramps), default=0.0)


def enough(green: int | str | None, plan: int | str | None) -> Enough | None:
    """Why curls are over after a cramp that let go, by the last answers to the green light and to
    the plan (None: not asked); None: they may go on. Only an answer gives the green light, and
    silence never does (evidence/README 1)."""
    if green is None or green == "unanswered":
        return "untested"
    if green != 0:
        return "not right"
    return "wanted" if plan == NOT_TODAY else None


def enough_words(why: Enough | None, after: After) -> str:
    """The same as a sentence; empty for None."""
    said: dict[Enough | None, str] = {
        "untested": after.untested,
        "not right": after.not_right,
        "wanted": after.wanted,
    }
    return said.get(why, "")


def same(one: str, other: str) -> bool:
    """True if two names mean the same exercise."""
    return fold(one) == fold(other)


def fold(name: str) -> str:
    """A name as it is compared: its capitals and blanks do not matter."""
    return " ".join(name.casefold().split())


NEW = Training()
"""A training in which nothing has happened yet."""


def _by_count(sides: Sequence[Side | None]) -> Allowed:
    """What so many cramps leave. Both calves at once are two legs (RF12: end the session)."""
    if len(sides) >= LAST_CRAMP or _both_legs(sides):
        return Allowed.NOTHING
    return Allowed.NO_CURLS if len(sides) > 1 else Allowed.CURLS


def _both_legs(sides: Sequence[Side | None]) -> bool:
    legs = {side for side in sides if side is not None}
    return len(legs) > 1 or Side.BOTH in legs


def _by_itself(cramp: Cramp) -> Allowed:
    """What one cramp alone allows: none that did not let go leaves anything."""
    if cramp.outcome in ("worse", "unyielding"):
        return Allowed.NOTHING
    return Allowed.NO_CURLS if cramp.band in ("severe", "repeat", "unyielding") else Allowed.CURLS


def watch_words(training: Training, after: After) -> str:
    """The watch in one line: what is allowed, and how long still; why is told where one trains.
    Empty once it is over."""
    if training.watch_s <= 0:
        return ""
    minutes = ceil(training.watch_s / 60)
    over = training.allowed is Allowed.NO_CURLS
    allowed = after.curls_over if over else allowed_words(training, after)
    return f"{allowed} {filled(after.watch_left, minutes)} {after.watch}"


def allowed_words(training: Training, after: After) -> str:
    """What is still allowed in this training, in one sentence."""
    if training.allowed is Allowed.NOTHING:
        return after.training_over
    if training.allowed is Allowed.NO_CURLS:
        return training.curls_over(after)
    last = training.cramps[-1]
    if last.advised is not None and last.advised.swap:
        return after.not_this
    least = training.least_advised(last.exercise)
    if least is None:
        percent = max(after.cut(cramp.band) for cramp in training.watched)
        return filled(after.about, percent).capitalize() + "."
    load = least.load_after
    return filled(after.at_most, load) if load else filled(after.no_load, after.unloaded)
