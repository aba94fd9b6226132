"""What a digit means now."""

from __future__ import annotations

import pytest

from relief_tui.coach.inputs import Answer, Input, Number, Worse
from relief_tui.coach.keys import digit
from relief_tui.coach.step import Phase
from tests.coach.driving import Run, relief


@pytest.mark.parametrize("phase", [Phase.EASE_IN, Phase.HOLD, Phase.CHECK])
def test_in_a_round_digits_are_the_answers(phase: Phase) -> None:
    view = Run(relief()).until(phase).view
    meant: list[Input | None] = [digit(view, number) for number in range(7)]
    assert meant == [
        None,
        Answer(view.step, "gone"),
        Answer(view.step, "easing"),
        Answer(view.step, "same"),
        Worse(view.step),
        None,
        None,
    ]


def test_beside_a_list_every_digit_is_a_number_for_it() -> None:
    run = Run(relief()).until(Phase.CHECK)
    run.say("gone")
    view = run.until(Phase.REST).view
    assert [digit(view, number) for number in range(11)] == [
        Number(view.asked, number) for number in range(11)
    ]
    assert digit(view, 4, click=True) == Number(view.asked, 4, click=True)
