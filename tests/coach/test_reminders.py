"""A reminder: due by sets and by time, one at most, silent once it was answered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.reminders import Reminder, ReminderRule

RULE = ReminderRule(sets=3, every_s=900.0, later_s=600.0)


def test_it_is_due_after_so_long_and_not_before() -> None:
    fresh = Reminder()
    assert not fresh.at(899.9, RULE).due
    assert fresh.at(900.0, RULE).due
    assert fresh.next_s(RULE) == 900.0


def test_it_is_due_after_so_many_sets() -> None:
    one = Reminder(100.0).after_a_set()
    two = one.after_a_set()
    asked = [each.at(130.0, RULE).due for each in (one, two, two.after_a_set())]
    assert asked == [False, False, True]


def test_a_sip_answers_it_asked_for_or_not() -> None:
    due = Reminder().at(1000.0, RULE).drunk(1010.0)
    assert not due.due
    assert due.next_s(RULE) == 1910.0
    assert Reminder(sets=2).drunk(5.0).sets == 0


def test_not_now_comes_later_whatever_the_sets() -> None:
    later = Reminder().at(900.0, RULE).snoozed(950.0)
    for _ in range(10):
        later = later.after_a_set()
    assert not later.due
    assert later.next_s(RULE) == 1550.0
    assert later.at(1550.0, RULE).due


def test_what_is_not_due_cannot_be_put_off() -> None:
    assert Reminder().snoozed(10.0) == Reminder()


def test_after_a_night_it_is_due_once() -> None:
    due = Reminder().at(36_000.0, RULE)
    assert due.due
    assert due.next_s(RULE) is None
    assert due.at(72_000.0, RULE) == due


@given(
    st.lists(
        st.tuples(st.sampled_from(["set", "sip", "later", "wait"]), st.floats(0.0, 2000.0)),
        max_size=40,
    )
)
def test_it_falls_due_again_only_after_an_answer(story: list[tuple[str, float]]) -> None:
    reminder, now, told, answered = Reminder(), 0.0, 0, 0
    for what, seconds in story:
        now += seconds
        before = reminder.at(now, RULE)
        told += before.due and not reminder.due
        match what:
            case "set":
                reminder = before.after_a_set().at(now, RULE)
                told += reminder.due and not before.due
            case "sip":
                reminder, answered = before.drunk(now), answered + before.due
            case "later":
                reminder, answered = before.snoozed(now), answered + before.due
            case _:
                reminder = before
        assert told - answered == reminder.due
