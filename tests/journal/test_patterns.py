"""Cramps that come back are counted by training."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from relief_tui.coach.event import (
    Band,
    Event,
    FlagCleared,
    Flagged,
    Outcome,
    ReliefBegan,
    ReliefEnded,
    WarmupBegan,
    WarmupEnded,
)
from relief_tui.journal.entry import Entry, Stamp
from relief_tui.journal.log import Log, open_log
from relief_tui.journal.patterns import CARD, Pattern, pattern
from tests.support.clock import FakeClock

DAY_S = 86_400.0


class Book:
    """A journal written by hand."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.entries: list[Entry] = []
        self._stamp = Stamp(self.clock.wall)
        self._run = 0

    def write(self, *events: Event) -> None:
        self._run += 1
        self.entries += [self._stamp.entry(str(self._run), event) for event in events]
        self.clock.advance(60.0)

    def cramp(self, outcome: Outcome = "gone", band: Band | None = "mild") -> None:
        self.write(ReliefBegan(), ReliefEnded(outcome, band, 1))

    def training(self) -> None:
        self.write(WarmupEnded("done", 6, 0))

    def days(self, days: float) -> None:
        self.clock.advance(days * DAY_S)

    @property
    def found(self) -> Pattern | None:
        return pattern(self.entries, self.clock.wall())


@pytest.fixture
def book() -> Book:
    return Book()


def test_one_training_with_two_cramps_is_no_pattern(book: Book) -> None:
    book.cramp()
    book.cramp()
    assert book.found is None


def test_two_trainings_in_a_row_are(book: Book) -> None:
    book.cramp()
    book.days(3)
    book.cramp()
    assert book.found is not None
    assert (book.found.in_a_row, book.found.words) == (2, "Cramps in 2 trainings in a row.")


def test_a_training_without_one_between_them_breaks_the_row(book: Book) -> None:
    book.cramp()
    book.days(3)
    book.training()
    book.days(3)
    book.cramp()
    assert book.found is None
    book.days(1)
    book.training()
    book.days(3)
    book.cramp()
    assert book.found is not None
    assert book.found.words == "Cramps in 3 trainings of the last four weeks."


def test_what_is_over_four_weeks_old_says_nothing(book: Book) -> None:
    book.cramp()
    book.days(1)
    book.cramp()
    book.days(27.9)
    assert book.found is not None
    book.days(0.2)
    assert book.found is None


@pytest.mark.parametrize(
    ("outcome", "band"), [("unanswered", None), ("cancelled", None), ("gone", "twitch")]
)
def test_what_was_no_cramp_does_not_count(outcome: Outcome, band: Band | None, book: Book) -> None:
    book.cramp()
    book.days(2)
    book.cramp(outcome, band)
    assert book.found is None


def test_nothing_is_no_pattern(book: Book) -> None:
    assert book.found is None
    assert pattern([], book.clock.wall() + timedelta(days=1)) is None


# Its card, once


@pytest.fixture
def log(tmp_path: Path) -> Iterator[tuple[Log, FakeClock]]:
    clock = FakeClock()
    log = open_log(tmp_path / "journal.db", clock.wall)
    yield log, clock
    log.close()


def cramped(log: Log, clock: FakeClock) -> None:
    """A training with a cramp, and three days."""
    run = str(clock.now())
    log.write(run, ReliefBegan())
    log.write(run, ReliefEnded("gone", "mild", 1))
    clock.advance(3 * DAY_S)


def test_its_card_comes_up_once_while_it_is_open(log: tuple[Log, FakeClock]) -> None:
    kept, clock = log
    cramped(kept, clock)
    assert kept.pattern() is None
    cramped(kept, clock)
    found = kept.pattern()
    assert found is not None
    assert not found.shown
    kept.write("", Flagged(CARD, 3, None))
    cramped(kept, clock)
    found = kept.pattern()
    assert found is not None
    assert found.shown
    assert found.words == "Cramps in 3 trainings of the last four weeks."


def test_after_it_was_cleared_only_a_new_cramp_brings_it_up(log: tuple[Log, FakeClock]) -> None:
    kept, clock = log
    cramped(kept, clock)
    cramped(kept, clock)
    kept.write("", Flagged(CARD, 3, None))
    kept.write("", FlagCleared(CARD, None))
    clock.advance(DAY_S)
    assert kept.pattern() is None
    cramped(kept, clock)
    found = kept.pattern()
    assert found is not None
    assert not found.shown


def test_a_flag_of_another_card_says_nothing_of_it(log: tuple[Log, FakeClock]) -> None:
    kept, clock = log
    cramped(kept, clock)
    cramped(kept, clock)
    kept.write("", Flagged("RF04", 2, None))
    found = kept.pattern()
    assert found is not None
    assert not found.shown


def test_a_stretch_before_bed_breaks_no_row(book: Book) -> None:
    book.cramp()
    book.days(1)
    book.write(WarmupBegan("bedtime"), WarmupEnded("done", 6, 0, "bedtime"))
    book.days(1)
    book.cramp()
    assert book.found is not None
    assert book.found.in_a_row == 2
