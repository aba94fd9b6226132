"""How a routine ends: what is written down, and what a person reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relief_tui.coach.event import WarmupEnded, WarmupOutcome
from relief_tui.coach.plan import Ending, Moment, Turn
from relief_tui.coach.step import clock_words
from relief_tui.coach.transitions import WARMUP, Move
from relief_tui.coach.warmup.progress import done

if TYPE_CHECKING:
    from relief_tui.coach.warmup.plan import Warmup

_OUTCOMES: dict[Move, WarmupOutcome] = {
    Move.ALL_DONE: "done",
    Move.STOP: "stopped",
    Move.HELP: "stopped",
    Move.INTERRUPTED: "interrupted",
}
_WORDS: dict[WarmupOutcome, str] = {
    "done": "DONE",
    "stopped": "STOPPED",
    "interrupted": "CUT OFF",
}


def ended(plan: Warmup, move: Move, at: Moment, cards: tuple[str, ...]) -> Turn:
    """The end of ``plan``, with these cards to show. Where nothing was done, it was stopped."""
    ran_s, lines = plan.ran_s + at.spent_s, len(plan.results)
    number = sum(done(plan.results, line) for line in range(lines))
    outcome = _OUTCOMES[move]
    if outcome == "done" and not number:
        outcome = "stopped"
    counted = f"{number} of {lines} done{f', {lines - number} skipped' * (number < lines)}"
    told = (f"{counted}, in {clock_words(ran_s)}.",)
    said = (*told, *plan.why_off)
    said = (*said, *plan.routine.then) if outcome == "done" else said
    ending = Ending(_WORDS[outcome], said, cards, score=f"{number}/{lines}", told=told)
    after = replace(plan, phase=WARMUP[plan.phase][move], ending=ending)
    name = plan.routine.name
    event = WarmupEnded(outcome, number, lines - number, name, round(ran_s, 3))
    return Turn(after, None, (event,))
