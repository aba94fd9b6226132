"""Which events count, and what it takes to let others count again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.event import Answered, Cue, Event, HoldDone, Undone
from relief_tui.coach.state import Happened, State
from relief_tui.coach.undoing import return_to, standing
from tests.coach.toy import routine

HELD, SAID, TICK = HoldDone("R1", 15.0), Answered("check", "same"), Cue("3")


def told(*events: Event) -> State:
    """A state in which these events happened."""
    state = State(routine(10.0))
    for event in events:
        state = state.tell(event, 0.0)
    return state


def counting(story: tuple[Happened, ...]) -> list[Event]:
    """The holds and answers that count."""
    numbers = standing(story)
    kept = [one.event for one in story if one.number in numbers]
    return [event for event in kept if isinstance(event, HoldDone | Answered)]


def test_what_was_undone_does_not_count_unless_its_undoing_was_undone() -> None:
    assert standing(told(HELD, SAID).story) == {0, 1}
    assert standing(told(HELD, SAID, Undone("0")).story) == {1, 2}
    assert standing(told(HELD, SAID, Undone("0"), Undone("2")).story) == {0, 1, 3}


def test_what_came_later_is_undone_but_no_cue() -> None:
    state = return_to(told(HELD, TICK, SAID, HELD), 1, (HoldDone, Answered), 7.0)
    assert [one.event for one in state.story[4:]] == [Undone("2"), Undone("3")]
    assert {one.at for one in state.story[4:]} == {7.0}


def test_only_the_kinds_that_are_named_are_undone() -> None:
    state = return_to(told(HELD, SAID, HELD), 0, (HoldDone,), 7.0)
    assert counting(state.story) == [SAID]


def test_what_was_taken_back_later_counts_again() -> None:
    state = return_to(told(HELD, Undone("0")), 1, (HoldDone,), 7.0)
    assert state.story[2].event == Undone("1")
    assert counting(state.story) == [HELD]


@given(st.lists(st.one_of(st.sampled_from([HELD, SAID, TICK]), st.integers(0, 12)), max_size=12))
def test_a_return_can_itself_be_returned_from(acts: list[Event | int]) -> None:
    state, counted = told(), [counting(())]
    for act in acts:
        if isinstance(act, int):
            events = act % (len(state.story) + 1)
            state = return_to(state, events, (HoldDone, Answered), 0.0)
            assert counting(state.story) == counted[events]
        else:
            state = state.tell(act, 0.0)
        while len(counted) <= len(state.story):
            counted.append(counting(state.story[: len(counted)]))
