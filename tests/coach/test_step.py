"""The words of phases and legs, and which numbers a question takes."""

import pytest

from relief_tui.coach.step import Asking, Phase, Question, Side, side_word

WORDS = {
    "STOP THE SET", "WEIGHT DOWN", "TOES TO SHIN", "EASE IN", "HOLD", "LET GO", "REST",
    "HOW IS IT?", "LOWER THE WEIGHT", "READY", "WORK", "DONE",
}  # fmt: skip


def test_phases_say_what_the_screen_must_show() -> None:
    assert {phase.word for phase in Phase} == WORDS


def test_only_where_nothing_is_pulled_the_leg_is_hidden_and_time_asleep_counts() -> None:
    rests = {phase for phase in Phase if phase.word == "REST"}
    assert rests == {
        Phase.ASIDE, Phase.REST, Phase.WAITING, Phase.SPENT, Phase.BETWEEN, Phase.SET_REST
    }  # fmt: skip
    waits = {*rests, Phase.PLAN, Phase.SET}
    assert {phase for phase in Phase if phase.counts_away} == waits
    legless = {phase for phase in Phase if not phase.carries_side}
    assert legless == {*waits, Phase.READY, Phase.CHANGE, Phase.SWITCH}


@pytest.mark.parametrize(
    ("side", "word"),
    [
        (Side.LEFT, "LEFT"),
        (Side.RIGHT, "RIGHT"),
        (Side.BOTH, "BOTH"),
        (None, "CRAMPED LEG"),
    ],
)
def test_an_unknown_leg_is_never_guessed(side: Side | None, word: str) -> None:
    assert side_word(side) == word


def accepted(asking: Asking, options: tuple[str, ...] = ()) -> list[int]:
    question = Question("name", asking, "title", options)
    return [number for number in range(-2, 13) if question.accepts(number)]


def test_a_list_takes_its_lines_and_none_of_them() -> None:
    assert accepted(Asking.LIST, ("one", "two", "three")) == [0, 1, 2, 3]


def test_a_scale_goes_from_nought_to_ten() -> None:
    assert accepted(Asking.SCALE) == list(range(11))


def test_the_check_is_not_answered_by_a_number() -> None:
    assert accepted(Asking.CHECK, ("gone", "easing", "same", "worse")) == []
