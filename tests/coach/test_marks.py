"""The moments at which something happens by itself."""

from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.event import Cue
from relief_tui.coach.marks import Mark, next_change, next_mark
from relief_tui.coach.plan import Alarm, TimeUp
from relief_tui.coach.state import State
from relief_tui.coach.step import FUZZ_S, Phase, Step
from tests.coach.toy import routine

NOW = 500.0


def state(left_s: float, *, alarm: float | None = None, paused: bool = False) -> State:
    """A hold of 20 s with ``left_s`` to run at ``NOW``."""
    return State(
        routine(20.0),
        Step(Phase.HOLD, 20.0),
        length=20.0,
        ends=NOW + left_s,
        left=left_s if paused else None,
        alarm=alarm,
    )


def test_a_tick_an_alarm_or_the_end_whatever_comes_first() -> None:
    assert next_mark(state(8.0), NOW) == Mark(NOW + 5.0, (Cue("3"),))
    assert next_mark(state(8.0, alarm=NOW + 1.0), NOW) == Mark(NOW + 1.0, Alarm())
    assert next_mark(state(0.5), NOW) == Mark(NOW + 0.5, TimeUp())


def test_in_a_pause_only_the_alarm_goes_on() -> None:
    assert next_mark(state(8.0, paused=True), NOW) is None
    assert next_change(state(8.0, paused=True), NOW) is None
    ringing = state(8.0, alarm=NOW + 60.0, paused=True)
    assert next_mark(ringing, NOW) == Mark(NOW + 60.0, Alarm())
    assert next_change(ringing, NOW) == NOW + 60.0


def test_an_alarm_comes_before_the_end_at_the_same_moment() -> None:
    assert next_mark(state(0.5, alarm=NOW + 0.5), NOW) == Mark(NOW + 0.5, Alarm())


def test_after_the_end_there_is_nothing() -> None:
    over = State(routine(20.0))
    assert next_mark(over, NOW) is None
    assert next_change(over, NOW) is None


@given(st.floats(2 * FUZZ_S, 600.0), st.one_of(st.none(), st.floats(2 * FUZZ_S, 600.0)))
def test_the_next_change_is_ahead_and_misses_no_mark(left_s: float, alarm_s: float | None) -> None:
    now = state(left_s, alarm=None if alarm_s is None else NOW + alarm_s)
    change, mark = next_change(now, NOW), next_mark(now, NOW)
    assert change is not None
    assert mark is not None
    assert NOW < change <= NOW + 1.0 + FUZZ_S
    assert change <= mark.at
