"""Entries as they may come about: runs that begin, end, raise flags, and undoings of any of it."""

from __future__ import annotations

from hypothesis import strategies as st

from relief_tui.coach.event import (
    Answered,
    Drank,
    Event,
    FlagCleared,
    Flagged,
    ReliefBegan,
    ReliefEnded,
    SetDone,
    Undone,
    WorkoutBegan,
    WorkoutEnded,
)
from relief_tui.coach.step import Side
from relief_tui.journal.entry import Entry, Stamp
from tests.support.clock import FakeClock

_SIDES = st.sampled_from([None, Side.LEFT])
_CARDS = st.sampled_from(["RF01", "RF07"])
_EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(ReliefBegan, _SIDES),
    st.builds(ReliefEnded, st.sampled_from(["gone", "interrupted", "cancelled"])),
    st.builds(Flagged, _CARDS, st.integers(1, 4), _SIDES),
    st.builds(FlagCleared, _CARDS, _SIDES),
    st.builds(Answered, st.just("check"), st.sampled_from(["gone", "same"])),
    st.builds(Drank, st.none() | st.floats(1, 1000)),
    st.builds(WorkoutBegan),
    st.builds(SetDone, st.just("Leg curl"), st.none(), st.integers(0, 20)),
    st.builds(WorkoutEnded, st.sampled_from(["done", "stopped", "interrupted"])),
)
_RUNS = st.sampled_from(["one", "two", "three"])
_BACK = st.integers(1, 6)
"""An undoing of the entry so many places before it."""


@st.composite
def stories(draw: st.DrawFn) -> list[Entry]:
    """What one machine might have written, oldest first."""
    clock = FakeClock()
    stamp = Stamp(clock.wall)
    written: list[Entry] = []
    for run, what in draw(st.lists(st.tuples(_RUNS, _EVENTS | _BACK), max_size=30)):
        clock.advance(1.0)
        if isinstance(what, Event):
            written.append(stamp.entry(run, what))
        elif what <= len(written):
            written.append(stamp.entry(run, Undone(written[-what].id)))
    return written


@st.composite
def shuffled_stories(draw: st.DrawFn) -> tuple[list[Entry], list[Entry]]:
    """A story, and the same entries in another order with some of them twice."""
    story = draw(stories())
    again = draw(st.lists(st.sampled_from(story), max_size=5)) if story else []
    return story, draw(st.permutations(story + again))
