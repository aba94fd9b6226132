"""Keys one by one on a terminal: each acts at once, and the ENTER after it ends its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from relief_tui.coach.event import Flagged
from relief_tui.coach.redflags import SURE
from relief_tui.coach.reminders import SIP_NOTED
from relief_tui.coach.step import Side
from relief_tui.plain.sets import LEFT_OUT
from relief_tui.plain.strokes import LINE_S, no_key
from relief_tui.plain.training import NOTHING_DUE, WARM_UP_FIRST
from relief_tui.plain.workout import FIRST
from tests.plain.stage import Key, Stage
from tests.plain.test_workout import GREEN, RELIEVED, cramp, sets

Keys = list[tuple[float, Key]]


@pytest.fixture
def terminal(tmp_path: Path) -> Stage:
    return Stage(tmp_path, terminal=True)


def line(text: str, *, at: float, every_s: float = 0.1) -> Keys:
    """Keys one after another, and ENTER."""
    names = ["space" if character == " " else character for character in text]
    return [(at + number * every_s, Key(key)) for number, key in enumerate([*names, "enter"])]


def ended(at: float) -> Keys:
    return [(at, Key("x"))]


def echoed(text: str) -> str:
    """What a person who reads the terminal has before them, apart from what was rubbed out."""
    while "\b \b" in text:
        at = text.index("\b \b")
        text = text[: at - 1] + text[at + 3 :]
    return text


@pytest.mark.parametrize("key", ["i", "g", "k", "h", "?", "d", "m", "z", "u", "+", "r"])
def test_a_key_and_the_enter_of_its_line_log_nothing(terminal: Stage, key: str) -> None:
    terminal.workout(*line(key, at=5.0), *ended(20.0))
    assert sets(terminal) == []


@pytest.mark.parametrize("key", ["i", "g", "k", "h", "?", "d", "m", "z", "o", "+"])
def test_a_key_and_the_enter_of_its_line_end_no_rest(terminal: Stage, key: str) -> None:
    terminal.workout((5.0, Key("enter")), *line(key, at=10.0), *ended(20.0))
    assert not [said for said in terminal.since("00:10") if "WORK" in said]


def test_an_exercise_is_swapped_and_nothing_logged(terminal: Stage) -> None:
    terminal.workout(*line("o", at=5.0), *ended(10.0))
    assert "WORK Two-leg Romanian deadlift, set 1 of 3: 10 reps" in terminal.at("00:05")
    assert sets(terminal) == []


def test_an_undo_in_a_rest_leaves_it(terminal: Stage) -> None:
    terminal.workout((5.0, Key("enter")), (8.0, Key("d")), *line("u", at=10.0), *ended(20.0))
    assert "Taken back: the sip." in terminal.at("00:10")
    assert not [said for said in terminal.since("00:10") if "WORK" in said]


def test_enter_alone_means_what_it_did(terminal: Stage) -> None:
    """Also right after another, after the space bar, and a while after any key."""
    late = 10.0 + LINE_S + 0.1
    terminal.workout(
        (5.0, Key("enter")), (5.5, Key("enter")), (10.0, Key("d")), (late, Key("enter")),
        (20.0, Key("space")), (20.5, Key("space")), (20.8, Key("enter")), *ended(30.0),
    )  # fmt: skip
    assert len(sets(terminal)) == 2


def test_a_set_that_is_typed_is_taken_by_its_enter_and_shown(terminal: Stage) -> None:
    keys = [*line("8 40kg", at=5.0), *ended(20.0)]
    terminal.workout(*keys)
    assert sets(terminal) == [("Leg curl", 40.0, 8)]
    assert "\n8 40kg\n[00:05] Logged: Leg curl, set 1, 40 kg × 8.\n" in terminal.out.getvalue()


def test_a_line_that_comes_between_breaks_nothing(terminal: Stage) -> None:
    terminal.workout(
        (5.0, Key("enter")), (100.0, Key("8")), (130.0, Key("\x7f")), (131.0, Key("9")),
        (132.0, Key("enter")), *ended(140.0), rest_s=120.0,
    )  # fmt: skip
    told = echoed(terminal.out.getvalue().replace("\a", ""))
    assert "\n8\n[02:05] WORK Leg curl, set 2 of 3: 45 kg × 10\n" in told
    assert "\n9\n[02:12] Logged: Leg curl, set 2, 45 kg × 9.\n" in told


def test_nothing_is_shown_of_it_in_a_pipe(stage: Stage) -> None:
    stage.workout((5.0, Key("8")), (5.1, Key("enter")), (9.0, "x"))
    assert "\n8" not in stage.out.getvalue()
    assert sets(stage) == [("Leg curl", 45.0, 8)]


@pytest.mark.parametrize("every_s", [0.1, 3.0])
def test_an_exercise_is_named_at_any_pace(terminal: Stage, every_s: float) -> None:
    terminal.workout(*line("swap Nordic curl 20kg", at=5.0, every_s=every_s), *ended(200.0))
    assert "WORK Nordic curl, set 1 of 3: 20 kg × 10" in terminal.out.getvalue()
    assert terminal.kept("drank", "relief_began") == []
    assert sets(terminal) == []
    assert "\nswap Nordic curl 20kg\n" in terminal.out.getvalue()


def test_a_word_is_rubbed_out_or_left(terminal: Stage) -> None:
    erased = [(5.0 + at / 10, Key(key)) for at, key in enumerate(["s", "w", "\x7f", "\x7f"])]
    left = [(8.0, Key("s")), (8.1, Key("x")), (8.2, Key("escape"))]
    terminal.workout(*erased, *left, (20.0, Key("enter")), *ended(30.0))
    assert sets(terminal) == [("Leg curl", 45.0, 10)]


def test_stop_ends_it(terminal: Stage) -> None:
    terminal.workout((5.0, Key("enter")), *line("stop", at=10.0), open=True)
    assert terminal.kept("workout_ended")[0].data["outcome"] == "done"
    assert len(sets(terminal)) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("same", "'same' is no set; "),
        ("s", "'s' is neither a set nor a word; "),
        ("swing", "'swing' is neither a set nor a word; "),
        ("swap", "swap needs the name of an exercise"),
        ("foo", no_key("foo")),
        ("hello world 8", no_key("hello world 8")),
        ("[/]", no_key("[/]")),
        ("k", no_key("k")),
    ],
)
def test_a_line_that_means_nothing_is_told_once_and_does_nothing(
    terminal: Stage, typed: str, said: str
) -> None:
    terminal.workout(*line(typed, at=5.0), *ended(20.0))
    told = [one for one in terminal.since("00:00") if one not in ("", typed)]
    after = told[told.index(FIRST) + 1 :]
    assert after[0].startswith(said)
    assert after[1].startswith("0 sets")
    assert sets(terminal) == []


def test_it_is_over_with_silence_and_told_then(terminal: Stage) -> None:
    terminal.workout((5.0, Key("f")), (6.0, Key("o")), (10.0, Key("o")), *ended(20.0))
    assert terminal.at("00:08") == [no_key("fo")]
    assert "WORK Two-leg Romanian deadlift, set 1 of 3: 10 reps" in terminal.at("00:10")


@pytest.mark.parametrize("begun", ["v", "foo ", "s", "sw", "8"])
def test_a_cramp_is_one_whatever_was_typed_before(terminal: Stage, begun: str) -> None:
    """Pressed again it counts, wherever letters are for something else."""
    keys = ["space" if key == " " else key for key in f"{begun}cc"]
    pressed = [(5.0 + at / 10, Key(key)) for at, key in enumerate(keys)]
    terminal.workout(*pressed, (30.0, Key("x")), *ended(40.0))
    assert len(terminal.kept("relief_began")) == 1


def test_a_cramp_in_the_middle_of_a_name_is_pressed_three_times(terminal: Stage) -> None:
    keys = [(5.0 + at / 10, Key(key)) for at, key in enumerate(["s", "w", "a", "p", *"ccc"])]
    terminal.workout(*keys, (30.0, Key("x")), *ended(40.0))
    assert LEFT_OUT.format(typed="swapcc") in terminal.at("00:05")
    assert len(terminal.kept("relief_began")) == 1


@pytest.mark.parametrize("typed", ["swap [/]", "swap Nordic curl", "foo", "hello"])
def test_in_the_list_of_warm_ups_a_line_is_none_of_its_keys(terminal: Stage, typed: str) -> None:
    terminal.workout((5.0, Key("w")), *line(typed, at=8.0), (20.0, Key("escape")), *ended(30.0))
    assert no_key(typed) in terminal.lines
    assert terminal.kept("drank", "relief_began", "warmup_began") == []


def test_a_warm_up_is_chosen_with_its_enter_and_no_line_of_it_skipped(terminal: Stage) -> None:
    terminal.workout(*line("w", at=5.0), *line("3", at=8.0), (12.0, Key("x")), *ended(20.0))
    told = terminal.out.getvalue()
    assert WARM_UP_FIRST in told
    assert terminal.kept("warmup_step") == []


@pytest.mark.parametrize("typed", ["swap Nordic curl", "foo"])
def test_in_the_list_of_red_flags_too(terminal: Stage, typed: str) -> None:
    terminal.workout((5.0, Key("!")), *line(typed, at=8.0), (20.0, Key("escape")), *ended(30.0))
    assert f"[00:{8 + len(typed) // 10:02d}] {no_key(typed)}" in terminal.lines
    assert terminal.kept("drank", "relief_began", "flagged") == []


def pressed(keys: list[tuple[float, str]]) -> Keys:
    """The same keys, each with its ENTER."""
    return [each for at, key in keys for each in ((at, Key(key)), (at + 0.3, Key("enter")))]


def test_a_relief_goes_the_same_way_with_an_enter_after_each_key(
    terminal: Stage, tmp_path_factory: pytest.TempPathFactory
) -> None:
    keys = [(10.0 + at, key) for at, key in ((-9.0, "c"), *RELIEVED)]
    bare = Stage(tmp_path_factory.mktemp("bare"), terminal=True)
    bare.workout(*((at, Key(key)) for at, key in keys), *ended(300.0))
    terminal.workout(*pressed(keys), *ended(300.0))
    assert terminal.lines == bare.lines
    assert terminal.ended["outcome"] == "gone"


def test_a_key_of_a_relief_acts_at_once_whatever_came_before(terminal: Stage) -> None:
    terminal.relief((20.0, Key("k")), (20.1, Key("f")), (20.2, Key("4")), (30.0, Key("x")))
    assert "[00:20] LET GO" in terminal.out.getvalue()


def test_a_number_and_its_enter_at_home_begin_one_thing(terminal: Stage) -> None:
    terminal.at_home(*line("y", at=1.0), *line("h", at=4.0), (8.0, Key("q")))
    assert terminal.kept("relief_began") == []


def test_a_card_stays_until_it_is_closed_and_a_flag_is_cleared_by_two_lines(
    terminal: Stage,
) -> None:
    terminal.services.log.write("", Flagged("RF02", 1, Side.LEFT))
    terminal.at_home(
        *line("!", at=1.0), *line("8", at=4.0), *line("k", at=7.0), *line("k", at=8.0),
        (20.0, Key("escape")), (21.0, Key("q")),
    )  # fmt: skip
    assert terminal.flags == []
    assert SURE in terminal.lines


# What was silent, or said too little


def test_a_load_is_known_to_a_cramp_in_the_list_of_warm_ups(stage: Stage) -> None:
    keys = [(10.0 + at, key) for at, key in GREEN]
    stage.workout((5.0, "w"), (10.0, "c"), *keys, (310.0, "escape"), (320.0, "x"))
    assert stage.ended["exercise"] == "Leg curl"
    assert stage.ended["load"] == {"value": 45.0, "unit": "kg"}
    assert "LOWER THE WEIGHT 45 → 35 kg" in stage.out.getvalue()
    assert "load is not known" not in stage.out.getvalue()


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("d",), "the sip"),
        (("50kg",), "the load, 45 kg again"),
        (("8",), "the repetitions, 10 again"),
        (("8 50kg",), "the plan, 45 kg × 10 again"),
        (("o",), "the swap, Leg curl again"),
        (("+",), "the time"),
        (("enter",), "the end of the rest"),
        (("p",), "the way back"),
        ((), "set 1, 45 kg × 10"),
    ],
)
def test_it_is_told_what_was_taken_back(stage: Stage, keys: tuple[str, ...], said: str) -> None:
    pressed = [(9.0 + at, key) for at, key in enumerate(keys)]
    stage.workout((5.0, "enter"), *pressed, (12.0, "u"), (20.0, "x"))
    assert stage.at("00:12")[0] == f"Taken back: {said}."
    assert "Later." not in stage.lines


def test_a_delay_is_taken_back_and_asked_about_again(stage: Stage) -> None:
    stage.workout((910.0, "z"), (913.0, "u"), (920.0, "x"))
    first, *_, last = stage.at("15:13")
    assert first == "Taken back: the delay."
    assert last.startswith("Thirsty?")


def test_where_no_drink_is_spoken_of_none_is_taken_back(stage: Stage) -> None:
    stage.services.choose("fluid_restriction", "yes")
    stage.workout((5.0, "d"), (6.0, "u"), (10.0, "x"))
    assert stage.at("00:06")[0] == "Taken back: the last key."


def test_there_may_be_nothing_to_take_back_or_to_put_off(stage: Stage) -> None:
    stage.workout((5.0, "u"), (6.0, "z"), (10.0, "x"))
    assert stage.at("00:05") == ["There is nothing to take back."]
    assert stage.at("00:06") == [NOTHING_DUE]


@pytest.mark.parametrize(
    ("line", "next"),
    [
        ("swap Hip thrust, toes up", "Hip thrust, toes up, set 1 of 3, 10 reps"),
        ("swap Hip thrust 60kg", "Hip thrust, set 1 of 3, 60 kg × 10"),
        ("o", "Two-leg Romanian deadlift, set 1 of 3, 10 reps"),
        ("5 60kg", "set 2 of 3, 60 kg × 5"),
        ("60kg", "set 2 of 3, 60 kg × 10"),
    ],
)
def test_in_a_rest_one_line_says_what_is_next(stage: Stage, line: str, next: str) -> None:
    stage.workout((5.0, "enter"), (10.0, line), (20.0, "x"))
    assert stage.at("00:10") == [f"next: {next}"]


def test_before_a_set_one_swap_with_a_load_is_one_set(stage: Stage) -> None:
    stage.workout((5.0, "swap Hip thrust 60kg"), (20.0, "x"))
    told = stage.at("00:05")
    assert [said for said in told if said.startswith("WORK")] == [
        "WORK Hip thrust, set 1 of 3: 60 kg × 10"
    ]


@pytest.mark.parametrize(
    ("line", "dose"), [("1000", "45 kg × 1000"), ("40kg", "40 kg × 10"), ("7", "45 kg × 7")]
)
def test_after_all_sets_it_is_told_what_was_taken(stage: Stage, line: str, dose: str) -> None:
    stage.workout((5.0, "enter"), (10.0, line), (20.0, "x"), sets=1)
    assert stage.at("00:10") == [f"Taken, for one more set: {dose}."]


@pytest.mark.parametrize("key", ["g", "h", "k", "s", "t", "e"])
def test_through_a_pipe_too_a_key_that_is_none_is_told(stage: Stage, key: str) -> None:
    stage.workout((5.0, key), (20.0, "x"))
    assert stage.at("00:05") == [no_key(key)]


def test_where_the_curls_are_over_enter_has_one_meaning(stage: Stage) -> None:
    stage.workout(*cramp(10.0), *cramp(300.0), (600.0, "enter"), (620.0, "x"))
    _, _, back = stage.out.getvalue().rpartition("Back in the workout:")
    over, _, going = back.partition("WORK Two-leg")
    assert "ENTER: Two-leg Romanian deadlift · x end" in over
    assert FIRST not in over
    assert FIRST in going


def test_a_number_may_wait_for_its_enter_while_keys_go_on(terminal: Stage) -> None:
    terminal.workout(*line("8d", at=5.0), *ended(20.0))
    assert SIP_NOTED in terminal.out.getvalue()
    assert sets(terminal) == [("Leg curl", 45.0, 8)]
