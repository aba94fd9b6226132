"""A run, moment by moment."""

from __future__ import annotations

from datetime import timedelta

from relief_tui.coach.event import Answered, HoldDone, ReliefBegan, Undone
from relief_tui.journal.entry import Stamp
from relief_tui.journal.timeline import timeline
from tests.support.clock import FakeClock


def test_times_are_those_from_its_start_and_what_was_undone_is_left_out() -> None:
    clock = FakeClock()
    stamp = Stamp(clock.wall)
    entries = [stamp.entry("other", ReliefBegan())]
    for event in (ReliefBegan(), HoldDone("R1", 15.0), Answered("check", "gone")):
        clock.advance(20.0)
        entries.append(stamp.entry("one", event))
    entries.append(stamp.entry("one", Undone(entries[-1].id)))
    found = timeline(entries, "one")
    assert [(moment.t_s, moment.kind) for moment in found] == [
        (0.0, "relief_began"),
        (20.0, "hold_done"),
        (40.0, "undone"),
    ]


def test_a_clock_that_was_set_back_stands() -> None:
    clock = FakeClock()
    stamp = Stamp(clock.wall)
    entries = [stamp.entry("one", ReliefBegan())]
    clock.advance(30.0)
    entries.append(stamp.entry("one", HoldDone("R1", 15.0)))
    clock.set_wall(clock.wall() - timedelta(hours=2))
    entries.append(stamp.entry("one", Answered("check", "same")))
    assert [moment.t_s for moment in timeline(entries, "one")] == [0.0, 30.0, 30.0]


def test_of_a_run_that_is_not_there_nothing_is_told() -> None:
    assert timeline([], "one") == ()
