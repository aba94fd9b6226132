"""How a relief ends: outcome, band, the questions left open, and the last lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relief_tui.coach.event import Answered, Event, Flagged, Outcome, ReliefEnded
from relief_tui.coach.flagging import REST_THE_LEG, rested
from relief_tui.coach.plan import Ending, Turn
from relief_tui.coach.relief.advice import (
    LIGHTER,
    RECOVERY,
    advised,
    allowed,
    band_of,
    light_set,
    next_words,
    others,
    range_and_tempo,
    rule_of,
    swaps,
    target_words,
)
from relief_tui.coach.safety import ENDS_A_RUN
from relief_tui.coach.step import Phase
from relief_tui.coach.training import Allowed, Enough, enough, enough_words
from relief_tui.coach.transitions import Move

if TYPE_CHECKING:
    from relief_tui.coach.relief.plan import Relief

_AFTER_WORSE = (Phase.RELEASE, Phase.ASIDE)
_WORDS = {"gone": "IT LET GO", "interrupted": "CUT OFF"}
"""How an outcome is called on the screen; every other one was a stop."""


def conclude(plan: Relief, events: tuple[Event, ...]) -> Turn:
    """End the run: what was open is stored as unanswered, never read as *none*."""
    outcome = _outcome(plan)
    before = advised(plan)
    plan = replace(plan, left=_left(plan, outcome), enough=_enough(plan))
    now = () if plan.cards or advised(plan) == before else advised(plan)
    open_lists = tuple(Answered(name, "unanswered") for name in plan.lists)
    ended = ReliefEnded(
        outcome=outcome,
        band="unyielding" if outcome == "unyielding" else band_of(plan),
        holds=plan.done,
        time_to_relief_s=None if plan.gone_s is None else round(plan.gone_s, 3),
        side=plan.side,
        machine=plan.machine,
        exercise=plan.exercise,
        load=plan.load,
    )
    lines = _lines(plan, outcome)
    ending = Ending(
        _WORDS.get(outcome, "STOPPED"),
        lines,
        plan.cards,
        first=_first(plan, lines),
        then=light_set(plan) if plan.chosen == RECOVERY else None,
    )
    after = replace(plan, phase=Phase.OVER, ending=ending)
    return Turn(after, None, (*events, *open_lists, *now, ended))


def flagged_after(plan: Relief, ending: Ending, flags: tuple[Flagged, ...]) -> Turn:
    """A red flag was named after the end: the last lines become those of a red flag."""
    cards = tuple(dict.fromkeys((*(flag.card for flag in flags), *ending.cards)))
    if any(flag.tier <= ENDS_A_RUN for flag in flags):
        ending = rested(ending, plan.script.safety, cards)
    return Turn(replace(plan, ending=ending), None, flags)


def _left(plan: Relief, outcome: Outcome) -> bool:
    """True if a hold was done and it was then stopped or cut off; not where a card speaks instead,
    or nobody was there."""
    not_said = outcome in ("stopped", "interrupted")
    return not_said and plan.done > 0 and not plan.cards


def _enough(plan: Relief) -> Enough | None:
    """Why no curls follow where it let go, as the journal will read it from the answers."""
    if plan.gone_s is None:
        return None
    green: int | None = 0 if plan.phase is Phase.PLAN else plan.not_right or None
    if "green" in plan.lists:
        green = None
    return enough(green, plan.chosen)


def _first(plan: Relief, lines: tuple[str, ...]) -> str:
    """The words of the last lines that say what to do first."""
    words = plan.script.words
    if lines == words.end_stopped:
        return "WEIGHT DOWN"
    resting = (plan.script.safety.end, words.end_worse, words.end_nobody)
    return REST_THE_LEG if lines in resting else ""


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


def _lines(plan: Relief, outcome: Outcome) -> tuple[str, ...]:
    words = plan.script.words
    if plan.move is Move.TEN_MINUTES:
        return (words.ten_minutes, *plan.script.safety.end)
    if plan.cards:
        return plan.script.safety.end
    if outcome in ("worse", "unyielding"):
        return words.end_worse
    if outcome == "gone":
        return _lines_after_gone(plan)
    return words.end_nobody if outcome == "unanswered" else words.end_stopped


def _lines_after_gone(plan: Relief) -> tuple[str, ...]:
    words = plan.script.words
    if allowed(plan) is Allowed.NOTHING:
        return words.end_worse
    if plan.phase is Phase.PLAN:
        return _with_next(plan, _lines_of_the_plan(plan))
    why = _why_over(plan)
    if plan.lists or plan.pain is None:
        return why
    walks = () if plan.move is Move.NOT_RIGHT else words.end_ok
    return _with_next(plan, (*why, *walks))


def _why_over(plan: Relief) -> tuple[str, ...]:
    """Why no curls follow, where the cramp alone would leave them; that none do stands beside it,
    with the weight."""
    alone = allowed(replace(plan, enough=None))
    return (enough_words(plan.enough, plan.script.after),) if alone is Allowed.CURLS else ()


def _lines_of_the_plan(plan: Relief) -> tuple[str, ...]:
    """What was chosen; the lighter set if nobody chose, or the first way to swap."""
    rule, ways = rule_of(plan), others(plan)
    chosen = ways[0].id if swaps(plan) and not plan.chosen else plan.chosen
    way = next((way for way in ways if way.id == chosen), None)
    if way is not None:
        return (f"{way.name}.", way.how, rule.sets, plan.script.after.never_today)
    if plan.chosen not in ("", LIGHTER):
        return plan.script.words.end_ok
    return (f"{target_words(plan)}. {rule.sets}", *range_and_tempo(plan))


def _with_next(plan: Relief, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The next time as the last lines; it is a figure, and a figure says what it rests on."""
    ahead = next_words(plan)
    return (*lines, f"{ahead} (rule of thumb)", plan.script.after.then_up) if ahead else lines
