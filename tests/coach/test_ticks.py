"""The same inputs at the same times give the same events, whatever the tick rate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, repeat

from hypothesis import given, settings
from hypothesis import strategies as st

from relief_tui.coach import inputs as press
from relief_tui.coach.session import AWAY_S
from relief_tui.coach.step import Side
from tests.coach.driving import Run, relief

PRESSES = (
    press.Main(),
    press.Next(),
    press.Back(),
    press.Again(),
    press.Adjust(seconds=5.0),
    press.Adjust(seconds=-5.0),
    press.OtherSide(),
    press.OtherPosition(),
    press.Answer(answer="easing"),
    press.Answer(answer="same"),
    press.Answer(answer="gone"),
    press.Worse(),
    press.Number(number=0),
    press.Number(number=1),
    press.Number(number=4, click=True),
    press.Undo(),
)

pauses = st.one_of(st.integers(0, 40).map(float), st.floats(0.0, 40.0))
plays = st.lists(st.tuples(pauses, st.sampled_from(PRESSES)), max_size=25)
latenesses = st.lists(st.floats(0.0, AWAY_S), max_size=60)


def story_of(play: list[tuple[float, press.Input]], late: Iterator[float]) -> list[object]:
    """What happens in a play when every tick comes later than asked by the next of ``late``."""
    run = Run(relief(side=Side.LEFT))
    for wait_s, input in [*play, (60.0, press.Pause())]:
        moment = run.now + wait_s
        while (wake := run.session.next_wakeup()) is not None:
            tick = wake + next(late)
            if tick >= moment:
                break
            run.sleep(tick - run.now)
        run.now = moment
        run.press(replace(input, step=None))
    return list(run.story)


@settings(max_examples=150, deadline=None)
@given(plays, latenesses)
def test_late_ticks_bend_nothing(
    play: list[tuple[float, press.Input]], lateness: list[float]
) -> None:
    late = chain(lateness, repeat(0.0))
    assert story_of(play, late) == story_of(play, repeat(0.0))


@settings(max_examples=50, deadline=None)
@given(plays, st.lists(st.floats(0.001, 1.0), min_size=1, max_size=20))
def test_more_ticks_than_asked_for_bend_nothing(
    play: list[tuple[float, press.Input]], often: list[float]
) -> None:
    assert story_of(play, chain((-gap for gap in often), repeat(0.0))) == story_of(
        play, repeat(0.0)
    )
