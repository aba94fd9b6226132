"""The one change that is tried: chosen, due after a training, judged."""

from __future__ import annotations

import pytest

from relief_tui.coach.event import Answered, Event, Noted, ReliefEnded, WarmupEnded
from relief_tui.journal.entry import Entry, Stamp
from relief_tui.journal.trying import CHANGE, HELPED, Helped, trying
from tests.support.clock import FakeClock


def book(*events: tuple[str, Event]) -> list[Entry]:
    stamp = Stamp(FakeClock().wall)
    return [stamp.entry(run, event) for run, event in events]


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
