"""The cramps one can ask about: what is written there can be taken back there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from relief_tui.coach.event import Drank, ReliefBegan, ReliefEnded, StepBegan
from relief_tui.paths import HOME_VARIABLE, find_paths
from relief_tui.report.whybook import WhyBook
from relief_tui.services import Services
from tests.support.clock import FakeClock


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    clock = FakeClock()
    with closing(Services(find_paths({HOME_VARIABLE: str(tmp_path)}), clock)) as services:
        services.log.write("", Drank())
        for run in ("a", "b"):
            clock.advance(60.0)
            services.log.write(run, ReliefBegan())
            services.log.write(run, StepBegan(1, "HOLD", None, None, 15.0))
            services.log.write(run, ReliefEnded("gone", "mild", 1, 40.0))
        yield services


def test_the_last_cramp_comes_first_and_beyond_them_is_none(services: Services) -> None:
    book = WhyBook(services)
    found = [book.value(index) for index in (-1, 0, 1, 2)]
    assert [value.episode.run if value else None for value in found] == [None, "b", "a", None]
    assert found[1] is not None
    assert (found[1].known.drinks, found[1].known.cramp_no) == (0, 2)


def test_what_was_written_is_taken_back_the_last_thing_first(services: Services) -> None:
    book = WhyBook(services)
    value = book.value(0)
    assert value is not None
    book.answer(value, 1)
    answered = book.value(0)
    assert answered is not None
    book.try_change(answered)
    tried = book.value(0)
    assert tried is not None
    assert (len(tried.open), tried.trying) == (3, "position")
    book.undo()
    assert services.log.trying() is None
    assert book.value(0) == answered
    book.undo()
    assert book.value(0) == value
    assert not book.can_undo
    book.undo()
    assert book.value(0) == value


def test_another_cramp_is_seen_once_the_journal_is_read_again(services: Services) -> None:
    book = WhyBook(services)
    services.log.write("c", ReliefBegan())
    services.log.write("c", ReliefEnded("gone", "mild", 1, 40.0))
    assert len(book) == 2
    book.read()
    assert len(book) == 3
