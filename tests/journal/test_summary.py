"""What the events add up to, whatever was undone and in whatever order they come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta, timezone
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.event import (
    Answered,
    Drank,
    Event,
    FlagCleared,
    Flagged,
    HoldDone,
    RecoveryBegan,
    RecoveryEnded,
    ReliefBegan,
    ReliefEnded,
    Undone,
    WarmupBegan,
    WarmupEnded,
)
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.safety import OpenFlag
from relief_tui.coach.step import Side
from relief_tui.journal import summary
from relief_tui.journal.counting import counting
from relief_tui.journal.cramps import Episode, episodes, no_cramps
from relief_tui.journal.entry import Entry, Stamp
from relief_tui.journal.store import Journal
from relief_tui.journal.summary import Drinks
from tests.journal.stories import shuffled_stories, stories
from tests.support.clock import EVENING, FakeClock

AT = "2026-11-02T18:30:00.000+01:00"
LATER = "2026-11-02T18:31:00.000+01:00"


class Book:
    """Writes entries by hand, all in one list."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.entries: list[Entry] = []
        self._stamp = Stamp(self.clock.wall)

    def __call__(self, event: Event, run: str = "r") -> str:
        self.entries.append(self._stamp.entry(run, event))
        return self.entries[-1].id


@pytest.fixture
def book() -> Book:
    return Book()


def test_what_was_undone_does_not_count_until_that_is_undone(book: Book) -> None:
    drink = book(Drank())
    first = book(Undone(drink))
    assert counting(book.entries) == [book.entries[1]]
    second = book(Undone(first))
    assert [e.id for e in counting(book.entries)] == [drink, second]
    book(Undone(second))
    assert drink not in [e.id for e in counting(book.entries)]


def test_one_undoing_that_holds_is_enough(book: Book) -> None:
    drink = book(Drank())
    book(Undone(drink))
    book(Undone(book(Undone(drink))))
    assert drink not in [e.id for e in counting(book.entries)]


def test_undoings_of_nothing_and_in_rings_take_nothing_back(book: Book) -> None:
    drink = book(Drank())
    book(Undone("no such id"))
    ring = [
        Entry("x", AT, "r", "undone", {"event": "y"}),
        Entry("y", AT, "r", "undone", {"event": "x"}),
    ]
    itself = Entry("z", AT, "r", "undone", {"event": "z"})
    counted = counting([*book.entries, *ring, itself])
    assert drink in [entry.id for entry in counted]


def test_a_long_chain_of_undoings_is_no_trouble(book: Book) -> None:
    target = drink = book(Drank())
    for _ in range(5000):
        target = book(Undone(target))
    assert drink in [e.id for e in counting(book.entries)]


def _plain_counting(entries: list[Entry]) -> list[Entry]:
    """The rule as it is said: an entry counts unless an undoing that counts names it."""

    def counts(entry: Entry) -> bool:
        return not any(
            other.kind == "undone" and other.data["event"] == entry.id and counts(other)
            for other in entries
        )

    return [entry for entry in entries if counts(entry)]


@given(shuffled_stories())
def test_order_and_repetition_do_not_matter(both: tuple[list[Entry], list[Entry]]) -> None:
    story, shuffled = both
    assert counting(shuffled) == _plain_counting(story)
    assert summary.open_flags(shuffled) == summary.open_flags(story)
    assert episodes(shuffled) == episodes(story)
    assert summary.unended(shuffled) == summary.unended(story)
    assert summary.drinks_by_day(shuffled) == summary.drinks_by_day(story)


@given(stories(), stories(), st.booleans(), st.randoms())
def test_two_journals_in_any_order_give_one_summary(
    one: list[Entry], two: list[Entry], swap: bool, random: Random
) -> None:
    random.shuffle(both := [*one, *two])
    with TemporaryDirectory() as folder:
        first, second = (two, one) if swap else (one, two)
        found = []
        for name, entries in (("in order", [*first, *second, *first]), ("mixed", both)):
            with Journal.open(Path(folder) / name, FakeClock().wall) as journal:
                for entry in entries:
                    journal.put(entry)
                found.append((journal.entries(), journal.flag_entries(), journal.unended_entries()))
    for every, flags, unended in found:
        assert every == found[0][0] == sorted({e.id: e for e in both}.values(), key=lambda e: e.id)
        assert summary.open_flags(flags) == summary.open_flags(every)
        assert summary.unended(unended) == summary.unended(every)


def test_a_flag_is_open_until_it_is_cleared_for_the_same_card_and_side(book: Book) -> None:
    book(Flagged("RF01", 1, Side.LEFT))
    book(Flagged("RF07", 2))
    book(FlagCleared("RF07", Side.LEFT))
    book(FlagCleared("RF01", None))
    open = OpenFlag("RF01", 1, Side.LEFT, AT), OpenFlag("RF07", 2, None, AT)
    assert summary.open_flags(book.entries) == open
    cleared = book(FlagCleared("RF01", Side.LEFT))
    assert summary.open_flags(book.entries) == open[1:]
    book(Undone(cleared))
    assert summary.open_flags(book.entries) == open


def test_a_flag_raised_again_is_one_flag_of_the_later_time(book: Book) -> None:
    book(FlagCleared("RF01"))
    book(Flagged("RF01", 1))
    book.clock.advance(60)
    book(Flagged("RF01", 1))
    assert summary.open_flags(book.entries) == (OpenFlag("RF01", 1, None, LATER),)


def test_an_episode_has_all_that_is_known_and_the_time_it_began(book: Book) -> None:
    book(ReliefBegan(Side.LEFT))
    book.clock.advance(60)
    load = Load(45, Unit.KG)
    book(ReliefEnded("gone", "mild", 2, 44.5, Side.RIGHT, "prone", "leg curl", load))
    (episode,) = episodes(book.entries)
    assert episode == Episode(
        AT, "r", Side.RIGHT, "gone", "mild", 2, 44.5, "prone", "leg curl", load
    )
    (orphan,) = episodes(book.entries[1:])
    assert orphan == replace(episode, at=LATER)


def test_a_cancelled_or_undone_relief_is_no_episode(book: Book) -> None:
    book(ReliefEnded("cancelled"), "one")
    book(Undone(book(ReliefEnded("gone"), "two")))
    assert episodes(book.entries) == ()


@pytest.mark.parametrize(
    ("outcomes", "counts"),
    [
        (("interrupted", "gone"), "gone"),
        (("gone", "interrupted"), "gone"),
        (("stopped", "gone"), "gone"),
        (("interrupted", "interrupted"), "interrupted"),
    ],
)
def test_a_run_has_one_ending(book: Book, outcomes: tuple[str, str], counts: str) -> None:
    for outcome in outcomes:
        book(ReliefEnded(outcome, holds=1))  # type: ignore[arg-type]
    assert [episode.outcome for episode in episodes(book.entries)] == [counts]


@pytest.mark.parametrize("outcome", ["interrupted", "unanswered", "cancelled"])
def test_what_came_to_nothing_before_a_hold_is_no_episode(book: Book, outcome: str) -> None:
    book(ReliefEnded(outcome))  # type: ignore[arg-type]
    assert episodes(book.entries) == ()
    assert [each.outcome for each in no_cramps(book.entries)] == [outcome]


def test_a_light_set_has_one_ending_too(book: Book) -> None:
    load = Load(10.0, Unit.KG)
    book(RecoveryBegan(load, 1, 8))
    book(RecoveryEnded(0, "interrupted"))
    book(RecoveryEnded(8, "done"))
    book(RecoveryEnded(0, "interrupted"))
    assert summary.light_sets(book.entries) == (summary.LightSetDone(AT, load, 8, "done"),)


def test_a_run_without_its_ending_is_unended(book: Book) -> None:
    book(ReliefBegan(), "one")
    book(HoldDone("R1", 15), "one")
    book(ReliefBegan(), "two")
    book(Answered("check", "gone"), "two")
    book(ReliefBegan(), "over")
    book(ReliefEnded("stopped"), "over")
    book(HoldDone("R1", 15), "never began")
    one, two = summary.unended(book.entries)
    assert (one.run, one.plan, one.at, one.gone) == ("one", "relief", AT, False)
    assert [entry.kind for entry in one.entries] == ["relief_began", "hold_done"]
    assert (two.run, two.gone) == ("two", True)


def test_gone_must_be_said_at_the_check_and_not_taken_back(book: Book) -> None:
    book(ReliefBegan())
    book(Answered("tear", "gone"))
    book(Answered("check", "easing"))
    book(Undone(book(Answered("check", "gone"))))
    (cut_off,) = summary.unended(book.entries)
    assert not cut_off.gone


def test_an_undone_ending_opens_the_run_and_an_undone_beginning_does_not_begin(book: Book) -> None:
    book(ReliefBegan(), "one")
    book(Undone(book(ReliefEnded("stopped"), "one")), "one")
    book(Undone(book(ReliefBegan(), "two")), "two")
    assert [run.run for run in summary.unended(book.entries)] == ["one"]


def test_each_plan_of_a_run_ends_for_itself() -> None:
    kinds = ["workout_began", "warmup_began", "step_began", "warmup_ended"]
    entries = [Entry(str(i), AT, "r", kind, {}) for i, kind in enumerate(kinds)]
    assert [run.plan for run in summary.unended(entries)] == ["workout"]


def test_a_warm_up_is_told_when_it_ended_and_not_when_that_was_undone(book: Book) -> None:
    book(WarmupBegan("full"))
    book.clock.advance(60)
    ending = book(WarmupEnded("stopped", 2, 8, "full", 60.0))
    done = summary.WarmupDone(LATER, "full", "stopped", 2, 8, 60.0)
    assert summary.warmups(book.entries) == (done,)
    assert summary.unended(book.entries) == ()
    book(Undone(ending))
    assert summary.warmups(book.entries) == ()
    assert [run.plan for run in summary.unended(book.entries)] == ["warmup"]


def test_drinks_are_counted_by_the_day_where_they_were_drunk() -> None:
    far_east = FakeClock(wall=EVENING.astimezone(timezone(timedelta(hours=9))))
    stamp = Stamp(far_east.wall)
    entries = [stamp.entry("", Drank()), stamp.entry("", Drank(250)), stamp.entry("", Drank(50.5))]
    assert far_east.wall().date() == date(2026, 11, 3)
    assert summary.drinks(entries, date(2026, 11, 3)) == Drinks(3, 300.5)
    assert summary.drinks(entries, date(2026, 11, 2)) == Drinks()
    assert summary.drinks_by_day(entries) == {date(2026, 11, 3): Drinks(3, 300.5)}
