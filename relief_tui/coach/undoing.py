"""Taking back what happened: events are never removed, an undoing is an event too."""

from __future__ import annotations

from collections.abc import Sequence

from relief_tui.coach.event import Event, Undone
from relief_tui.coach.state import Happened, State


def standing(story: Sequence[Happened]) -> set[int]:
    """The numbers of the events that count: not undone, or their undoing was undone."""
    gone: set[int] = set()
    for one in reversed(story):
        if isinstance(one.event, Undone) and one.number not in gone:
            gone.add(int(one.event.event))
    return {one.number for one in story} - gone


def last_standing(state: State, kinds: tuple[type[Event], ...]) -> tuple[int, ...]:
    """The numbers of the last event of ``kinds[0]`` that counts, and of what followed it of
    ``kinds``; none if there is none."""
    counting = standing(state.story)
    found = [one for one in state.story if one.number in counting and isinstance(one.event, kinds)]
    firsts = [at for at, one in enumerate(found) if isinstance(one.event, kinds[0])]
    return tuple(one.number for one in found[firsts[-1] :]) if firsts else ()


def return_to(state: State, events: int, kinds: tuple[type[Event], ...], now: float) -> State:
    """Let stand again what stood after the first ``events`` of the run, and of ``kinds`` no more.

    What came later is undone; what was taken back later has its undoing undone.
    """
    then, today = standing(state.story[:events]), standing(state.story)
    for one in state.story:
        taken_back = isinstance(one.event, Undone) and int(one.event.event) in then
        later = isinstance(one.event, kinds) and one.number not in then
        if one.number in today and (taken_back or later):
            state = state.tell(Undone(str(one.number)), now)
    return state
