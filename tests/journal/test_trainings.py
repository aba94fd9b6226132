"""What makes a training go on, and what only stands beside it: one answer, whoever asks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.event import (
    Answered,
    Corrected,
    Event,
    Noted,
    ReliefBegan,
    ReliefEnded,
    SetDone,
    Undone,
    WarmupBegan,
    WarmupEnded,
    WorkoutBegan,
    WorkoutEnded,
)
from relief_tui.coach.step import Side
from relief_tui.coach.training import TRAINING_S
from relief_tui.journal.circumstances import Past
from relief_tui.journal.counting import counting
from relief_tui.journal.diary import groups
from relief_tui.journal.entry import Entry, Stamp
from relief_tui.journal.training import training
from relief_tui.journal.trainings import going_on, is_warm_up, parted, since_an_end, working
from relief_tui.journal.workouts import Trained, trained
from relief_tui.report.told import span_words
from tests.journal.stories import stories
from tests.support.clock import FakeClock

HOUR_S = 3600.0
LET_GO = ReliefEnded("gone", "mild", 1, 40.0, Side.LEFT)
CUT_OFF = WorkoutEnded("interrupted", 1, 10)


class Book:
    """A journal written by hand, a minute between one event and the next."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.entries: list[Entry] = []
        self._stamp = Stamp(self.clock.wall)

    def write(self, run: str, *events: Event) -> Entry:
        for event in events:
            self.entries.append(self._stamp.entry(run, event))
            self.clock.advance(60.0)
        return self.entries[-1]

    def cramp(self, run: str) -> None:
        self.write(run, ReliefBegan(Side.LEFT), LET_GO)

    def hours(self, hours: float) -> None:
        self.clock.advance(hours * HOUR_S)

    @property
    def cramps(self) -> int:
        return len(training(self.entries, self.clock.wall()).cramps)

    @property
    def spans(self) -> list[str]:
        return [span_words(group) for group in groups(self.entries) if group.training]


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.mark.parametrize(
    "beside",
    [Noted("note", "sore"), Answered("slept", 1), Corrected("no event", load=None), Undone("none")],
)
def test_what_is_said_of_a_training_afterwards_makes_it_no_longer(
    beside: Event, book: Book
) -> None:
    book.cramp("one")
    book.hours(2.9)
    book.write("one", beside)
    book.hours(2.9)
    assert book.cramps == 0
    book.cramp("two")
    past = Past(book.entries)
    assert (book.cramps, past.known(past.cramps[-1]).cramp_no) == (1, 1)
    assert book.spans == ["18:30–18:31", "00:21–00:22"]


def test_an_end_that_is_written_late_makes_it_no_longer(book: Book) -> None:
    """A workout that was killed in the evening, and closed when the program was opened again."""
    book.write("w", WorkoutBegan("Leg curl"), SetDone("Leg curl", None, 10))
    book.cramp("one")
    book.hours(15.5)
    book.write("w", CUT_OFF)
    assert (book.cramps, trained(book.entries, book.clock.wall())) == (0, None)
    book.hours(2.0)
    book.cramp("two")
    assert book.cramps == 1
    assert book.spans == ["18:30–18:33", "12:05–12:06"]


def test_a_training_is_told_of_since_its_first_set_not_since_what_stands_beside_it(
    book: Book,
) -> None:
    book.write("old", WorkoutBegan("Leg curl"), SetDone("Leg curl", None, 10))
    book.hours(15.5)
    book.write("old", CUT_OFF)
    book.hours(2.0)
    book.write("w", WarmupBegan("express"), WarmupEnded("done", 6, 0, "express"))
    began = book.write("new", WorkoutBegan("Leg curl")).time
    book.write("new", SetDone("Leg curl", None, 9))
    told = trained(book.entries, book.clock.wall())
    assert told == Trained(began, None, (SetDone("Leg curl", None, 9),))


def test_a_cramp_that_was_cut_off_is_one_of_its_training_all_the_same(book: Book) -> None:
    book.write("one", ReliefBegan(Side.LEFT))
    book.hours(1.0)
    book.write("one", ReliefEnded("interrupted", None, 2, None, Side.LEFT))
    book.cramp("two")
    past = Past(book.entries)
    assert (book.cramps, past.known(past.cramps[-1]).cramp_no) == (2, 2)


def test_a_warm_up_that_was_cut_off_near_its_end_was_one(book: Book) -> None:
    book.write("w", WarmupBegan("express"), WarmupEnded("interrupted", 5, 1, "express"))
    book.cramp("one")
    past = Past(book.entries)
    assert past.known(past.cramps[-1]).warmed_up


@pytest.mark.parametrize(
    ("event", "is_one"),
    [
        (WarmupEnded("stopped", 4, 3, "own"), True),
        (WarmupEnded("done", 3, 3, "own"), False),
        (WarmupEnded("done", 6, 0, "bedtime"), False),
        (WorkoutEnded("done", 3), False),
        (None, False),
    ],
)
def test_a_warm_up_is_a_routine_for_training_most_of_which_was_done(
    event: Event | None, is_one: bool
) -> None:
    assert is_warm_up(event) is is_one


@given(stories(), st.floats(0.0, 4 * HOUR_S))
def test_the_training_that_goes_on_is_the_last_of_those_told_of(
    story: list[Entry], later_s: float
) -> None:
    told = counting(story)
    last = max((entry.time for entry in story), default=FakeClock().wall())
    now = last + timedelta(seconds=later_s)
    own = since_an_end(going_on(working(told), now))
    parts = parted(told)
    over = not parts or (now - parts[-1][-1].time).total_seconds() >= TRAINING_S
    ended = since_an_end(parts[-1]) == [] if parts else True
    assert list(own) == ([] if over or ended else parts[-1])
