"""How a workout ends: what is written down, and what a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from relief_tui.coach.event import WorkoutEnded, WorkoutOutcome
from relief_tui.coach.plan import Ending, Moment, Turn
from relief_tui.coach.step import clock_words, counted, reps_words
from relief_tui.coach.training import TRAINING_S, same
from relief_tui.coach.transitions import WORKOUT, Move
from relief_tui.coach.workout.card import LONGEST_NAME, SetLine, shown
from relief_tui.coach.workout.looks import cramps
from relief_tui.coach.workout.script import distinct

if TYPE_CHECKING:
    from relief_tui.coach.workout.plan import Workout

_OUTCOMES: dict[Move, WorkoutOutcome] = {
    Move.STOP: "done",
    Move.HELP: "stopped",
    Move.NOBODY: "interrupted",
    Move.INTERRUPTED: "interrupted",
}
_WORDS: dict[WorkoutOutcome, str] = {
    "done": "DONE",
    "stopped": "STOPPED",
    "interrupted": "CUT OFF",
}
_BY_ITSELF = "ENDED"
"""What stands there instead where nobody was there any more: nothing went wrong."""
_MOST_DOSES = 8
"""So many different doses of an exercise are told; of a longer row, how many more there were."""


def ended(plan: Workout, move: Move, at: Moment, shown_cards: tuple[str, ...] = ()) -> Turn:
    """The end of ``plan``, with these cards to show. Where no set was done, it was stopped. One
    that nobody was at any more was over with the last key."""
    outcome = _OUTCOMES[move]
    alone = move is Move.NOBODY
    if outcome == "done" and not plan.done:
        outcome = "stopped"
    event = WorkoutEnded(
        outcome,
        sets=len(plan.done),
        reps=sum(line.reps for line in plan.done),
        cramps=cramps(plan),
        sips=plan.drunk,
        seconds=round(max(0.0, at.t_s - at.idle_s) if alone else at.t_s, 3),
    )
    why = (f"Nobody was there for {TRAINING_S / 3600:g} hours.",) if alone else ()
    lines = (*why, *summary(plan.done), total_words(event))
    score = counted(event.sets, "set")
    word = _BY_ITSELF if alone else _WORDS[outcome]
    ending = Ending(word, lines, shown_cards, score=score, told=lines)
    after = replace(plan, phase=WORKOUT[plan.phase][move], ending=ending)
    return Turn(after, None, (event,))


def summary(done: Iterable[SetLine], longest: int = LONGEST_NAME) -> tuple[str, ...]:
    """A line for each exercise, in the order in which they were begun, its name with ``longest``
    characters at most."""
    lines = tuple(done)
    names = distinct(line.exercise for line in lines)
    return tuple(
        f"{shown(name, longest)}: {_doses([line for line in lines if same(line.exercise, name)])}"
        for name in names
    )


def total_words(event: WorkoutEnded) -> str:
    """``7 sets, 63 reps, 2 cramps, 1 sip, in 41:12.``; what there was none of is left out."""
    parts = [counted(event.sets, "set"), reps_words(event.reps)]
    parts += [counted(event.cramps, "cramp") if event.cramps else ""]
    parts += [counted(event.sips, "sip") if event.sips else ""]
    return f"{', '.join(filter(None, parts))}, in {clock_words(event.seconds or 0.0)}."


def _doses(lines: list[SetLine]) -> str:
    told = list(_grouped(lines))
    more = len(told) - _MOST_DOSES
    rest = [f"and {more} more"] if more > 0 else []
    return ", ".join([*told[:_MOST_DOSES], *rest])


def _grouped(lines: list[SetLine]) -> Iterator[str]:
    """``45 kg × 10 (3 sets)``: equal sets in a row are told once."""
    for words, equal in groupby(lines, key=lambda line: line.words):
        count = len(list(equal))
        yield f"{words} ({count} sets)" if count > 1 else words
