"""What a workout wants to know of before: loads, a warm-up, the last sets, the last drink."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from relief_tui.coach.event import (
    Advised,
    Drank,
    ReliefBegan,
    ReliefEnded,
    SetDone,
    Undone,
    WarmupEnded,
    WorkoutBegan,
    WorkoutEnded,
)
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.coach.training import WATCH_S
from relief_tui.journal.lately import curl_load, drank_ago_s, first_loads, last_sets, warmed_up
from relief_tui.journal.workouts import sets_done
from tests.support.pen import Pen

DAY_S = 24 * 3600.0


def kg(value: float) -> Load:
    return Load(value, Unit.KG)


LOAD = kg(45.0)


class Day(Pen):
    """A day with sets and cramps in it."""

    def sets(self, *sets: tuple[str, float]) -> None:
        self.write("w", *(SetDone(name, kg(load), 10) for name, load in sets))

    def cramp(self, run: str, exercise: str | None = "Leg curl", load: float | None = 45.0) -> None:
        known = kg(load) if load else None
        self.write(run, ReliefBegan(Side.LEFT, exercise=exercise, load=known))
        self.write(run, Advised(known, None, "mild"))
        self.write(
            run, ReliefEnded("gone", "mild", 1, 30.0, Side.LEFT, exercise=exercise, load=known)
        )

    @property
    def firsts(self) -> dict[str, Load | None]:
        now = self.clock.wall()
        today = [entry for entry in self.entries if (now - entry.time).total_seconds() < DAY_S]
        return first_loads(today, now, sets_done(self.entries))

    def curl(self, curls: Sequence[str] = ("Leg curl", "Seated leg curl")) -> Load | None:
        known = (None, *curls)
        return curl_load(self.entries, self.clock.wall(), lambda name: name in known)


@pytest.fixture
def pen() -> Day:
    return Day()


# The first loads


def test_nothing_is_cut_from_where_nothing_cramped(pen: Day) -> None:
    pen.sets(("Leg curl", 45))
    assert pen.firsts == {}


def test_a_cut_starts_from_the_first_load_of_the_training(pen: Day) -> None:
    pen.write("w", WorkoutBegan("Leg curl", kg(50.0)))
    pen.sets(("Leg curl", 45), ("leg  CURL", 60), ("Leg press", 100))
    pen.cramp("c")
    assert pen.firsts == {"leg curl": kg(50.0), "leg press": kg(100.0)}


def test_where_it_was_not_done_yet_from_the_last_load_of_an_earlier_day(pen: Day) -> None:
    pen.sets(("Seated leg curl", 30), ("Seated leg curl", 40), ("Leg press", 90))
    pen.clock.advance(2 * DAY_S)
    pen.sets(("Leg press", 100))
    pen.cramp("c")
    pen.sets(("Seated leg curl", 30))
    assert pen.firsts == {
        "leg curl": LOAD,
        "leg press": kg(100.0),
        "seated leg curl": kg(40.0),
    }


def test_what_was_first_done_when_a_cut_was_advised_is_not_cut_again(pen: Day) -> None:
    pen.cramp("c")
    pen.sets(("Seated leg curl", 30))
    pen.write("w2", WorkoutBegan("Prone curl", kg(20.0)), SetDone("Prone curl", kg(15.0), 8))
    assert pen.firsts == {"leg curl": LOAD, "seated leg curl": None, "prone curl": kg(20.0)}


def test_what_was_first_done_between_two_watches_was_no_cut_of_the_second(pen: Day) -> None:
    """The hour of the first cramp is over; what was lifted then starts from what it was."""
    pen.cramp("first")
    pen.clock.advance(WATCH_S)
    pen.sets(("Seated leg curl", 50), ("Seated leg curl", 40))
    pen.cramp("second")
    assert pen.firsts == {"leg curl": LOAD, "seated leg curl": kg(50.0)}


def test_a_set_that_was_taken_back_is_none(pen: Day) -> None:
    pen.sets(("Leg curl", 450))
    pen.write("w", Undone(pen.entries[-1].id))
    pen.sets(("Leg curl", 45))
    pen.cramp("c")
    assert pen.firsts == {"leg curl": kg(45.0)}


def test_where_nobody_answered_the_load_it_cramped_with_is_cut_from(pen: Day) -> None:
    pen.sets(("Leg curl", 60))
    pen.clock.advance(2 * DAY_S)
    pen.write("c", ReliefBegan(Side.LEFT, None, "leg  curl", LOAD))
    pen.write("c", ReliefEnded("gone", "mild", 1, 30.0, Side.LEFT, None, "leg  curl", LOAD))
    assert pen.firsts == {"leg curl": kg(45.0)}


def test_a_later_cramp_is_cut_from_only_where_nothing_older_is_known(pen: Day) -> None:
    pen.sets(("Seated leg curl", 40))
    pen.clock.advance(2 * DAY_S)
    pen.cramp("first")
    pen.sets(("Prowler", 30))
    pen.write("w2", WorkoutBegan("Prone curl", kg(20.0)), SetDone("Prone curl", kg(15.0), 8))
    for name, load in (("Seated leg curl", 30), ("Prowler", 25), ("Prone curl", 15)):
        pen.cramp(name, name, load)
    assert pen.firsts == {
        "leg curl": LOAD,
        "seated leg curl": kg(40.0),
        "prowler": kg(25.0),
        "prone curl": kg(20.0),
    }


# The load of a light set


def test_the_curl_that_cramped_goes_before_one_that_was_lifted(pen: Day) -> None:
    assert pen.curl() is None
    pen.cramp("press", "Leg press", 100)
    assert pen.curl() is None
    pen.sets(("Leg press", 90), ("Leg curl", 20), ("Leg curl", 45))
    assert pen.curl() == kg(20.0)
    pen.cramp("unknown", "Leg curl", None)
    assert pen.curl() == kg(20.0)
    pen.cramp("curl", "Seated leg curl", 45)
    assert pen.curl() == kg(45.0)


def test_a_cramp_in_no_exercise_that_was_named_was_in_a_curl(pen: Day) -> None:
    pen.cramp("c", None, 45)
    assert pen.curl(()) == kg(45.0)


def test_a_curl_of_another_training_says_nothing(pen: Day) -> None:
    pen.sets(("Leg curl", 45))
    pen.write("w", WorkoutEnded("done", 1, 10))
    assert pen.curl() is None


# What else


def test_the_last_set_of_each_exercise_the_latest_first() -> None:
    light = kg(40.0)
    found = last_sets(
        [
            SetDone("Leg curl", LOAD, 10),
            SetDone("Leg press", None, 12),
            SetDone("leg  CURL", light, 8),
        ]
    )
    assert list(found) == ["leg  CURL", "Leg press"]
    assert (found["leg  CURL"].load, found["leg  CURL"].reps) == (light, 8)


def test_a_warm_up_counts_today_and_over_midnight_for_three_hours(pen: Day) -> None:
    pen.write("w", WarmupEnded("done", 5, 1, "standard"))
    now = pen.clock.wall()
    assert warmed_up(pen.entries, now + timedelta(hours=5))
    midnight = now.replace(hour=23, minute=50)
    assert warmed_up(pen.entries, midnight)
    assert not warmed_up(pen.entries, midnight + timedelta(hours=3))
    assert not warmed_up(Day().write("w", WarmupEnded("stopped", 1, 5, "standard")), now)
    assert not warmed_up(Day().write("w", WarmupEnded("done", 5, 0, "bedtime")), now)


def test_the_last_drink(pen: Day) -> None:
    assert drank_ago_s(pen.entries, pen.clock.wall()) is None
    pen.write("", Drank(), Drank(100.0))
    assert drank_ago_s(pen.entries, pen.clock.wall() + timedelta(seconds=30)) == 30.0
    pen.write("", Undone(pen.entries[-1].id))
    assert drank_ago_s(pen.entries, pen.clock.wall()) == 120.0
