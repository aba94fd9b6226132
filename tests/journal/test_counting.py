"""What counts once runs are taken back as a whole and endings are corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.event import (
    Answered,
    Corrected,
    Drank,
    FlagCleared,
    Flagged,
    Noted,
    ReliefBegan,
    ReliefEnded,
    SetDone,
    Undone,
    WorkoutBegan,
)
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.journal import diary, patterns, summary
from relief_tui.journal.circumstances import Past
from relief_tui.journal.counting import counting, deletions, was
from relief_tui.journal.cramps import episodes
from relief_tui.journal.entry import Entry, Stamp
from relief_tui.journal.log import Log
from relief_tui.journal.training import training
from relief_tui.journal.trying import CHANGE, trying
from relief_tui.journal.workouts import sets_done, trained
from tests.journal.stories import stories
from tests.support.clock import EVENING, FakeClock

KG45, KG55 = Load(45.0, Unit.KG), Load(55.0, Unit.KG)
WRONG = ReliefEnded("gone", "mild", 1, 41.0, Side.LEFT, "prone", "leg curl", KG45)
RIGHT = Side.RIGHT, "seated", "nordic", KG55

READERS: dict[str, Callable[[Iterable[Entry]], Any]] = {
    "open flags": summary.open_flags,
    "episodes": episodes,
    "light sets": summary.light_sets,
    "warm-ups": summary.warmups,
    "unended": lambda entries: [run.run for run in summary.unended(entries)],
    "drinks": summary.drinks_by_day,
    "training": lambda entries: training(entries, EVENING),
    "pattern": lambda entries: patterns.pattern(entries, EVENING),
    "trying": trying,
    "diary": lambda entries: [
        (group.training, [told.key for told in group.told]) for group in diary.groups(entries)
    ],
}
"""All that is made of the journal."""


class Book:
    """Entries as one machine writes them, a minute apart."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.entries: list[Entry] = []
        self._stamp = Stamp(self.clock.wall)

    def write(self, run: str, *events: Any) -> str:
        for event in events:
            self.clock.advance(60.0)
            self.entries.append(self._stamp.entry(run, event))
        return self.entries[-1].id


def test_a_run_is_taken_back_as_a_whole_and_comes_back_as_a_whole() -> None:
    book = Book()
    book.write("one", ReliefBegan(), Noted(CHANGE, "dose"), WRONG)
    book.write("two", ReliefBegan(), WRONG)
    undone = book.write("one", Undone("one"))
    assert [each.run for each in episodes(book.entries)] == ["two"]
    assert trying(book.entries) is None
    assert deletions(book.entries) == {"one": (undone,)}
    book.write("one", Undone(undone))
    assert [each.run for each in episodes(book.entries)] == ["one", "two"]
    assert deletions(book.entries) == {}


def test_a_red_flag_outlives_its_run() -> None:
    book = Book()
    wrong = book.write("one", ReliefBegan(), Flagged("RF04", 2, Side.LEFT), Flagged("RF07", 3))
    book.write("one", Undone(wrong), FlagCleared("RF01"), WRONG)
    book.write("one", Undone("one"))
    assert [flag.card for flag in summary.open_flags(book.entries)] == ["RF04"]
    assert episodes(book.entries) == ()


def test_what_is_written_in_a_run_after_it_was_taken_back_does_not_count_either() -> None:
    book = Book()
    book.write("one", ReliefBegan())
    book.write("one", Undone("one"), Answered("check", "gone"), WRONG)
    assert episodes(book.entries) == ()
    assert summary.unended(book.entries) == ()


def test_a_correction_is_seen_by_all_who_read() -> None:
    book = Book()
    book.write("one", ReliefBegan(Side.LEFT, "prone", "leg curl", KG45))
    ending = book.write("one", WRONG)
    first = book.write("one", Corrected(ending, Side.BOTH))
    second = book.write("one", Corrected(ending, *RIGHT))
    [episode] = episodes(book.entries)
    assert (episode.side, episode.machine, episode.exercise, episode.load) == RIGHT
    [cramp] = training(book.entries, book.clock.wall()).cramps
    assert (cramp.side, cramp.exercise, cramp.load) == (Side.RIGHT, "nordic", KG55)
    known = Past(book.entries).known(episode)
    assert (known.machine, known.exercise, known.load) == RIGHT[1:]
    [told] = [entry for entry in counting(book.entries) if entry.id == ending]
    assert was(book.entries[1], told) == {
        "side": "left",
        "machine": "prone",
        "exercise": "leg curl",
        "load": {"value": 45.0, "unit": "kg"},
    }
    book.write("one", Undone(second))
    [episode] = episodes(book.entries)
    assert (episode.side, episode.machine, episode.load) == (Side.BOTH, None, None)
    book.write("one", Undone(first))
    [episode] = episodes(book.entries)
    assert (episode.side, episode.load, episode.outcome) == (Side.LEFT, KG45, "gone")


def test_a_set_is_corrected_for_all_who_read() -> None:
    book = Book()
    book.write("one", WorkoutBegan("leg curl", KG45, 3, 10))
    done = book.write("one", SetDone("leg curl", KG45, 10))
    first = book.write("one", Corrected(done, exercise="nordic", load=None, reps=6))
    assert sets_done(book.entries) == (SetDone("nordic", None, 6),)
    training_of = trained(book.entries, book.clock.wall())
    assert training_of is not None
    assert training_of.sets == (SetDone("nordic", None, 6),)
    [told] = [entry for entry in counting(book.entries) if entry.id == done]
    assert was(book.entries[1], told) == {
        "exercise": "leg curl",
        "load": {"value": 45.0, "unit": "kg"},
        "reps": 10,
    }
    book.write("one", Corrected(done, load=KG55))  # of whoever knows of cramps alone
    assert sets_done(book.entries) == (SetDone("leg curl", KG55, 10),)
    book.write("one", Undone(book.entries[-1].id))
    book.write("one", Undone(first))
    assert sets_done(book.entries) == (SetDone("leg curl", KG45, 10),)


def test_only_what_may_be_corrected_is() -> None:
    book = Book()
    drink = book.write("", Drank(250.0))
    book.write("", Corrected(drink, *RIGHT), Corrected("nowhere", *RIGHT))
    assert counting(book.entries)[0].data == {"ml": 250.0}


@given(stories(), st.data())
def test_what_is_deleted_and_brought_back_is_as_if_nothing_had_happened(
    story: list[Entry], data: st.DataObject
) -> None:
    before = {name: read(story) for name, read in READERS.items()}
    book = Book()
    book.clock.advance(3600.0)
    for run in data.draw(st.lists(st.sampled_from(["one", "two", "three"]), max_size=3)):
        undone = book.write(run, Undone(run))
        book.write(run, Undone(undone))
    after = [*story, *book.entries]
    assert {name: read(after) for name, read in READERS.items()} == before


@given(stories())
def test_what_counts_counts_once_more(story: list[Entry]) -> None:
    endings = [entry.id for entry in story if entry.kind == "relief_ended"]
    book = Book()
    book.clock.advance(3600.0)
    for ending in endings:
        book.write("one", Corrected(ending, *RIGHT))
    book.write("two", Undone("two"))
    once = counting([*story, *book.entries])
    assert counting(once) == once


@pytest.mark.parametrize("lasting", [True, False])
def test_the_last_cramp_is_found_behind_many_that_were_deleted(log: Log, lasting: bool) -> None:
    """However many they are; and none is found where none is left."""
    if lasting:
        log.write("first", WRONG)
    for number in range(70):
        log.write(f"run {number}", WRONG)
        log.write(f"run {number}", Undone(f"run {number}"))
    found = log.latest_episode()
    assert (found.run if found else None) == ("first" if lasting else None)


def test_the_journal_brings_along_what_came_of_what_is_asked(log: Log, clock: FakeClock) -> None:
    """By each way there is to read it."""
    ending = ""
    for run in ("one", "two"):
        log.write(run, ReliefBegan())
        log.write(run, Flagged("RF04", 2))
        ending = log.write(run, WRONG)
        clock.advance(60.0)
    log.write("two", Corrected(ending, *RIGHT))
    log.write("one", Undone("one"))
    latest = log.latest_episode()
    assert latest is not None
    assert (latest.run, latest.side) == ("two", Side.RIGHT)
    page = log.page()
    assert [told.run for group in diary.groups(page.entries) for told in group.told] == ["two"]
    assert [told.run for group in diary.deleted(page.entries) for told in group.told] == ["one"]
    assert [each.side for each in episodes(log.run_entries("two"))] == [Side.RIGHT]
    assert episodes(log.run_entries("one")) == ()
    assert len(log.open_flags()) == 1
