"""What the journal knows of a cramp: only what came before it, of its own training."""

from __future__ import annotations

import pytest

from relief_tui.coach.causes import Circumstances
from relief_tui.coach.event import (
    Drank,
    Event,
    ReliefBegan,
    ReliefEnded,
    WarmupBegan,
    WarmupEnded,
)
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.journal.circumstances import Past
from relief_tui.journal.entry import Entry, Stamp
from tests.support.clock import FakeClock

HOUR_S = 3600.0


class Book:
    """A journal written by hand."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.entries: list[Entry] = []
        self._stamp = Stamp(self.clock.wall)

    def write(self, run: str, event: Event, then_s: float = 60.0) -> None:
        self.entries.append(self._stamp.entry(run, event))
        self.clock.advance(then_s)

    def cramp(self, run: str, kilos: float | None = None, machine: str | None = None) -> None:
        load = None if kilos is None else Load(kilos, Unit.KG)
        self.write(run, ReliefBegan(Side.LEFT, machine, "curl", load))
        self.write(
            run,
            ReliefEnded("gone", "mild", 1, 30.0, Side.LEFT, machine, "curl", load),
        )

    def warm_up(self, run: str, done: int) -> None:
        self.write(run, WarmupBegan("express"), 300.0)
        self.write(run, WarmupEnded("done", done, 6 - done, "express", 300.0))

    def last(self) -> Circumstances:
        past = Past(self.entries)
        return past.known(past.cramps[-1])


@pytest.fixture
def book() -> Book:
    return Book()


def test_alone_in_the_journal_nothing_is_known(book: Book) -> None:
    book.cramp("a", 45.0, "prone")
    assert book.last() == Circumstances("prone", "curl", Load(45.0, Unit.KG))


def test_of_its_own_training_all_is_known(book: Book) -> None:
    book.warm_up("w", 6)
    book.write("", Drank())
    book.clock.advance(20 * 60.0)
    book.cramp("a")
    known = book.last()
    assert (known.warmed_up, known.minutes_in, known.cramp_no, known.drinks) == (True, 27, 1, 1)
    book.cramp("b")
    assert (book.last().cramp_no, book.last().minutes_in) == (2, 29)


def test_a_warm_up_that_was_mostly_skipped_was_none(book: Book) -> None:
    book.warm_up("w", 2)
    book.cramp("a")
    assert book.last().warmed_up is False


def test_another_training_is_another_training(book: Book) -> None:
    book.warm_up("w", 6)
    book.cramp("a", 40.0, "seated")
    book.clock.advance(4 * HOUR_S)
    book.cramp("b", 45.0, "prone")
    known = book.last()
    assert (known.minutes_in, known.warmed_up, known.cramp_no) == (None, None, 1)
    assert (known.before, known.heavier, known.new_machine) == (None, None, True)


def test_a_load_is_held_against_the_last_one_there(book: Book) -> None:
    book.cramp("a", 40.0, "prone")
    book.clock.advance(4 * HOUR_S)
    book.cramp("b", 45.0, "prone")
    known = book.last()
    assert (known.before, known.heavier, known.new_machine) == (Load(40.0, Unit.KG), 12, False)


def test_sips_and_answers_are_no_training(book: Book) -> None:
    for _ in range(5):
        book.write("", Drank())
        book.clock.advance(2 * HOUR_S)
    book.cramp("a", 40.0, "prone")
    known = book.last()
    assert (known.minutes_in, known.drinks, known.warmed_up) == (None, None, None)


def test_an_earlier_cramp_of_the_same_training_is_no_last_time(book: Book) -> None:
    book.cramp("a", 40.0)
    book.cramp("b", 45.0)
    assert book.last().before is None
