"""The cramps that a workout knows of, by its own clock: the time of day may be set, and the hour
after a cramp is an hour all the same."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from relief_tui.coach.training import WATCH_S, Cramp, Training
from relief_tui.coach.value import dataclass


@dataclass(frozen=True, slots=True)
class Felt:
    """A cramp that let go or was left ``at_s`` seconds after the run began; before it, below 0."""

    cramp: Cramp
    at_s: float

    def at(self, t_s: float) -> Cramp:
        """The cramp as it is at second ``t_s``."""
        return replace(self.cramp, ago_s=max(0.0, t_s - self.at_s))


def felt(
    known: Iterable[Felt], told: Training, before: Container[str], t_s: float
) -> tuple[Felt, ...]:
    """The cramps that count at second ``t_s``, the oldest first: those that are ``told`` of, and
    those that were ``known`` and are told of no more, unless they were taken back.

    ``before``: the runs of those from before the workout began. Each of them is let go once it is
    told of no more and an hour passed without another; one of the workout itself never is.
    """
    known = tuple(known)
    when = {each.cramp.run: each.at_s for each in known}
    found = [Felt(each, when.get(each.run, t_s - each.ago_s)) for each in told.cramps]
    runs = {each.run for each in told.cramps}
    found += [one for one in known if one.cramp.run not in {*runs, *told.taken_back}]
    kept: list[Felt] = []
    until_s = t_s
    for each in sorted(found, key=lambda one: one.at_s)[::-1]:
        stays = each.cramp.run in runs or each.cramp.run not in before
        if stays or until_s - each.at_s < WATCH_S:
            kept.append(each)
            until_s = each.at_s
    return tuple(reversed(kept))


def newer(known: Iterable[Felt], now: Iterable[Felt]) -> bool:
    """True if among those of ``now`` is one that was not known."""
    return not {each.cramp.run for each in now} <= {each.cramp.run for each in known}
