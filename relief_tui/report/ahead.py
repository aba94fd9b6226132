"""What stands ahead of a person at home: a run to go on with, and the load of the next time."""

from __future__ import annotations

from math import ceil

from relief_tui.coach.equipment import Equipment
from relief_tui.coach.load import Load
from relief_tui.coach.plan import Interrupted, Moment
from relief_tui.coach.relief.advice import next_load_words, sets_and_hours
from relief_tui.coach.script import After
from relief_tui.coach.step import FUZZ_S, Phase, Side, Step, clock_words, side_word
from relief_tui.coach.warmup import Warmup
from relief_tui.journal.cramps import Episode
from relief_tui.offers import Offer
from relief_tui.report.recent import ago_words
from relief_tui.report.text import visible

_LONGEST_NAME = 40
MINUTES_FROM_S = 100
"""From here on seconds are told as minutes and seconds."""
_AGAIN = (Phase.EASE_IN, Phase.HOLD)
"""What starts again from the ramp: nothing of it is left."""

_NAMES = {"relief": "relief", "recovery": "active recovery"}


def go_on_words(offer: Offer) -> str:
    """``relief, left calf, HOLD, hold 2 of 6, 2 min ago``: what, which side, where, when. A rest
    runs on, and what is left of it now is said: ``workout, Leg curl set 2 of 3, REST, 1:43
    left``."""
    return ", ".join([*_standing_words(offer), *([] if counts(offer) else [_ago(offer.ago_s)])])


def counts(offer: Offer) -> bool:
    """True of a rest that still runs: what is said of it changes with every second."""
    step = _step(offer)
    return step.counts_down and step.phase.counts_away and _left_s(offer) > 0


def closed_words(offer: Offer) -> str:
    """That what waited is closed; of a workout, what was done in it, as at its end."""
    if offer.kind == "workout":
        turn = offer.plan.react(Interrupted(), Moment(offer.standing.t_s, 0.0, 0.0))
        ending = turn.plan.facts(None).ending if turn else None
        if ending is not None:
            return f"Closed: workout. {'. '.join(map(visible, ending.lines))}"
    return f"Closed: {', '.join([*_standing_words(offer), _ago(offer.ago_s)])}."


def left_words(offer: Offer) -> str:
    """The same where the person closed it, and where it is to be found."""
    return f"{closed_words(offer)} h: the history has it."


def _standing_words(offer: Offer) -> list[str]:
    step = _step(offer)
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
    if step.counts_down and step.phase not in _AGAIN:
        left_s = _left_s(offer)
        place = f"{place}, {clock_words(left_s)} left" if left_s else f"{place} over"
    words = [_NAMES.get(offer.kind, offer.kind)]
    if facts.side:
        words.append(f"{side_word(facts.side).lower()} calf")
    return [*words, place]


def _step(offer: Offer) -> Step:
    """The step in which it was cut off."""
    return offer.plan.step(offer.standing.t_s)


def _left_s(offer: Offer) -> int:
    """Whole seconds of its step that are left now: a rest ran on meanwhile."""
    away_s = offer.away_s if _step(offer).phase.counts_away else 0.0
    return max(0, ceil(offer.standing.left_s - away_s - FUZZ_S))


def _ago(seconds: float) -> str:
    """``just now``, ``1 min ago``: no seconds, which would stand still."""
    if seconds < MINUTES_FROM_S:
        return "just now" if seconds < 60 else f"{seconds / 60:.0f} min ago"
    return ago_words(seconds)


def _warmup_words(plan: Warmup, step: Step, offer: Offer) -> list[str]:
    """``warm-up standard``, ``Foam roll calf LEFT``, ``12 s left``."""
    side = step.side if step.side in (Side.LEFT, Side.RIGHT) else None
    line = f"{plan.exercise.name} {side_word(side)}" if side else plan.exercise.name
    if step.phase is not Phase.WORK:
        line = f"next {line}"
    elif step.counts_down:
        left_s = _left_s(offer)
        line = f"{line}, {clock_words(left_s) if left_s >= MINUTES_FROM_S else f'{left_s} s'} left"
    return [f"warm-up {plan.routine.name}", line]


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
