"""What stands ahead of a person at home: a run to go on with, and the load of the next time."""

from __future__ import annotations

from math import ceil

from relief_tui.coach.equipment import Equipment
from relief_tui.coach.load import Load
from relief_tui.coach.relief.advice import next_load_words, sets_and_hours
from relief_tui.coach.script import After
from relief_tui.coach.step import FUZZ_S, Phase, Side, Step, clock_words, side_word
from relief_tui.coach.warmup import Warmup
from relief_tui.journal.summary import Episode
from relief_tui.offers import Offer
from relief_tui.report.recent import ago_words
from relief_tui.report.text import visible

_LONGEST_NAME = 40
MINUTES_FROM_S = 100
"""From here on seconds are told as minutes and seconds."""

_NAMES = {"relief": "relief", "recovery": "active recovery"}


def go_on_words(offer: Offer) -> str:
    """``relief, left calf, HOLD 2 of 6, 12 s left, 2 min ago``: what, which side, where, when."""
    step = offer.plan.step(offer.standing.t_s)
    facts = offer.plan.facts(step)
    if isinstance(offer.plan, Warmup):
        return _warmup_words(offer.plan, step, offer)
    place = step.phase.word
    if facts.workout is not None:
        place = (
            f"{visible(facts.workout.exercise, _LONGEST_NAME)} {facts.workout.set_words}, {place}"
        )
    if facts.hold:
        place = f"{place}, hold {facts.hold} of {facts.holds}"
    if step.counts_down:
        place = f"{place}, {clock_words(offer.standing.left_s + 0.5)} left"
    words = [_NAMES.get(offer.kind, offer.kind)]
    if facts.side:
        words.append(f"{side_word(facts.side).lower()} calf")
    return ", ".join([*words, place, ago_words(offer.ago_s)])


def _warmup_words(plan: Warmup, step: Step, offer: Offer) -> str:
    """``warm-up standard, Foam roll calf LEFT, 12 s left, 5 s ago``."""
    side = step.side if step.side in (Side.LEFT, Side.RIGHT) else None
    line = f"{plan.exercise.name} {side_word(side)}" if side else plan.exercise.name
    if step.phase is not Phase.WORK:
        line = f"next {line}"
    elif step.counts_down:
        left_s = ceil(offer.standing.left_s - FUZZ_S)
        line = f"{line}, {clock_words(left_s) if left_s >= MINUTES_FROM_S else f'{left_s} s'} left"
    return f"warm-up {plan.routine.name}, {line}, {ago_words(offer.ago_s)}"


def closed_words(offer: Offer) -> str:
    """That what waited is closed, because something else began."""
    return f"Closed: {go_on_words(offer)}."


def next_time_words(
    episode: Episode | None, first: Load | None, ago_s: float, after: After, equipment: Equipment
) -> tuple[str, str]:
    """The load to begin with next time, and what the figure rests on; both empty where the last
    cramp, ``ago_s`` seconds ago, says nothing of it. ``first``: what its cuts started from."""
    rule = after.bands.get(episode.band or "") if episode else None
    if episode is None or rule is None or not rule.next_cut:
        return "", ""
    words = next_load_words(episode.load, first, rule, equipment)
    return words, f"rule of thumb: {rule.next_cut} % less{sets_and_hours(rule, after, ago_s)}"
