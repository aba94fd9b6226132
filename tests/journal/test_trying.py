"""The one change that is tried: chosen, due after a training, judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from relief_tui.coach.event import Answered, Event, Noted, ReliefEnded, WarmupEnded
from relief_tui.journal.entry import Entry, Stamp
from relief_tui.journal.log import open_log
from relief_tui.journal.trying import CHANGE, HELPED, Helped, trying
from tests.support.clock import FakeClock


def book(*events: tuple[str, Event]) -> list[Entry]:
    """Four hours lie between any two of them."""
    clock, found = FakeClock(), []
    stamp = Stamp(clock.wall)
    for run, event in events:
        found.append(stamp.entry(run, event))
        clock.advance(4 * 3600.0)
    return found


CHOSEN = ("a", Noted(CHANGE, "position"))
WARMED = ("b", WarmupEnded("done", 6, 0))


def test_nothing_is_tried_until_it_is_chosen() -> None:
    assert trying(book(WARMED)) is None
    assert trying(book(("a", Noted("page", "position")))) is None


def test_after_a_run_it_can_be_asked_whether_it_helped() -> None:
    one = trying(book(CHOSEN))
    assert one is not None
    assert (one.cause, one.due) == ("position", False)
    same_run = trying(book(CHOSEN, ("a", ReliefEnded("gone"))))
    assert same_run is not None
    assert not same_run.due
    later = trying(book(CHOSEN, WARMED))
    assert later is not None
    assert later.due


@pytest.mark.parametrize(
    ("answer", "still"), [(Helped.YES, False), (Helped.NO, False), (Helped.NOT_TRIED, True)]
)
def test_a_judgement_closes_it_but_not_having_tried_does_not(answer: Helped, still: bool) -> None:
    found = trying(book(CHOSEN, WARMED, ("", Answered(HELPED, int(answer)))))
    assert (found is not None) is still


def test_the_last_choice_counts() -> None:
    found = trying(book(CHOSEN, WARMED, ("c", Noted(CHANGE, "fluid"))))
    assert found is not None
    assert (found.cause, found.due) == ("fluid", False)
    assert trying(book(CHOSEN, ("c", Noted(CHANGE, "")))) is None


def test_what_was_not_tried_is_asked_again_after_the_next_run() -> None:
    not_tried = ("", Answered(HELPED, int(Helped.NOT_TRIED)))
    asked = trying(book(CHOSEN, WARMED, not_tried))
    again = trying(book(CHOSEN, WARMED, not_tried, ("c", WarmupEnded("done", 6, 0))))
    assert asked is not None
    assert again is not None
    assert (asked.due, again.due) == (False, True)


def test_a_relief_that_was_called_off_was_no_training() -> None:
    found = trying(book(CHOSEN, ("b", ReliefEnded("cancelled"))))
    assert found is not None
    assert not found.due


def test_the_log_finds_it_behind_many_other_runs(tmp_path: Path) -> None:
    clock = FakeClock()
    log = open_log(tmp_path / "journal.db", clock.wall)
    assert log.trying() is None
    log.write("a", Noted(CHANGE, "position"))
    clock.advance(4 * 3600.0)
    for run in range(20):
        log.write(f"b{run}", WarmupEnded("done", 6, 0))
    found = log.trying()
    assert found is not None
    assert (found.cause, found.due) == ("position", True)
    log.write("", Answered(HELPED, int(Helped.YES)))
    assert log.trying() is None
    log.close()


def test_the_same_training_or_a_stretch_before_bed_is_too_soon_to_ask() -> None:
    clock = FakeClock()
    stamp = Stamp(clock.wall)
    entries = [stamp.entry("a", Noted(CHANGE, "position"))]
    clock.advance(600.0)
    entries.append(stamp.entry("b", WarmupEnded("done", 6, 0, "express")))
    clock.advance(5 * 3600.0)
    entries.append(stamp.entry("c", WarmupEnded("done", 6, 0, "bedtime")))
    found = trying(entries)
    assert found is not None
    assert not found.due
