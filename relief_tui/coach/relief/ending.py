"""How a relief ends: outcome, band, the questions left open, and the last lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relief_tui.coach.event import Answered, Band, Event, Flagged, Outcome, ReliefEnded
from relief_tui.coach.plan import Ending, Turn
from relief_tui.coach.safety import ENDS_A_RUN
from relief_tui.coach.severity import band
from relief_tui.coach.step import Phase
from relief_tui.coach.transitions import Move

if TYPE_CHECKING:
    from relief_tui.coach.relief.plan import Relief

_AFTER_WORSE = (Phase.RELEASE, Phase.ASIDE)


def conclude(plan: Relief, events: tuple[Event, ...]) -> Turn:
    """End the run: what was open is stored as unanswered, never read as *none*."""
    outcome = _outcome(plan)
    open_lists = tuple(Answered(name, "unanswered") for name in plan.lists)
    ended = ReliefEnded(
        outcome=outcome,
        band=band_of(plan, outcome),
        holds=plan.done,
        time_to_relief_s=None if plan.gone_s is None else round(plan.gone_s, 3),
        side=plan.side,
        machine=plan.machine,
        exercise=plan.exercise,
        load=plan.load,
    )
    ending = Ending(outcome, _lines(plan, outcome), plan.cards)
    after = replace(plan, phase=Phase.OVER, ending=ending)
    return Turn(after, None, (*events, *open_lists, ended))


def flagged_after(plan: Relief, ending: Ending, flags: tuple[Flagged, ...]) -> Turn:
    """A red flag was named after the end: the last lines become those of a red flag."""
    cards = tuple(dict.fromkeys((*(flag.card for flag in flags), *ending.cards)))
    if any(flag.tier <= ENDS_A_RUN for flag in flags):
        ending = replace(ending, lines=plan.script.words.end_flag, cards=cards)
    return Turn(replace(plan, ending=ending), None, flags)


def _outcome(plan: Relief) -> Outcome:
    if plan.gone_s is not None:
        return "gone"
    if plan.worse > 1 or plan.phase in _AFTER_WORSE:
        return "worse"
    if plan.spent and plan.heard:
        return "unyielding"
    if plan.move is Move.NOBODY:
        return "unanswered"
    if plan.move is Move.INTERRUPTED:
        return "interrupted"
    if plan.move is Move.STOP and not plan.done:
        return "cancelled"
    return "stopped"


def band_of(plan: Relief, outcome: Outcome) -> Band | None:
    """The severity band of a run with this outcome, None where it has none."""
    if outcome == "unyielding":
        return "unyielding"
    if plan.gone_s is None:
        return None
    held_s = None
    if plan.checks and plan.first_hold_s is not None:
        held_s = plan.gone_s - plan.first_hold_s
    late = plan.gone_s > plan.script.limits.clock_s
    return band(plan.done, held_s, plan.pain, unyielding=late)


def _lines(plan: Relief, outcome: Outcome) -> tuple[str, ...]:
    words = plan.script.words
    if plan.move is Move.TEN_MINUTES:
        return (words.ten_minutes, *words.end_flag)
    if plan.cards:
        return words.end_flag
    if outcome in ("worse", "unyielding") or plan.both_calves:
        return words.end_worse
    if outcome == "gone":
        return words.end_silent if plan.lists or plan.pain is None else words.end_ok
    return words.end_nobody if outcome == "unanswered" else words.end_stopped
