"""A workout in lines: sets by key and by line, rests, what is due, a cramp and the way back."""

from __future__ import annotations

import pytest

from relief_tui.coach.event import Flagged
from relief_tui.coach.inputs import Input, LogSet
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side, Tempo
from relief_tui.coach.workout.typed import HINT
from relief_tui.content.workout import load_workout
from relief_tui.plain.sets import HELP, LEFT_OUT, LINE, NO_NAME, NOT_YET, Sets, set_line
from relief_tui.plain.training import ENDED
from relief_tui.plain.workout import FIRST
from tests.coach.driving import Run
from tests.coach.workouts import workout
from tests.plain.stage import Key, Sleep, Stage, Told

SCRIPT = load_workout()
EVERY_S = SCRIPT.drink.every_s


def sets(stage: Stage) -> list[tuple[str, float | None, int]]:
    """What was logged and not taken back."""
    return [
        (done.exercise, done.load.value if done.load else None, done.reps)
        for done in stage.services.log.sets()
    ]


RELIEVED = (
    (0.0, "n"),
    (1.0, "n"),
    (13.0, "1"),
    (14.0, "n"),
    (15.0, "0"),
    (16.0, "2"),
    (200.0, "x"),
)
"""A cramp that lets go after thirteen seconds, and three minutes of rest."""
GREEN = (*RELIEVED[:-1], (230.0, "0"), (232.0, "1"))
"""The same up to the green light, and on with less."""


def cramp(at: float, relieved: tuple[tuple[float, str], ...] = RELIEVED) -> list[tuple[float, str]]:
    return [(at, "c"), *((at + after, key) for after, key in relieved)]


def test_the_first_line_says_what_to_do_and_how(stage: Stage) -> None:
    stage.workout((5.0, "x"))
    assert stage.at("00:00") == [
        "WORK Leg curl, set 1 of 3: 45 kg × 10",
        "Ankle quiet from first rep to last.   rule of thumb",
        SCRIPT.no_warmup,
        FIRST,
    ]
    assert stage.code == 0
    assert stage.lines[-1] == "[00:05] Log saved."


def test_enter_logs_it_as_it_stands_and_the_rest_says_what_is_next(stage: Stage) -> None:
    stage.workout((5.0, "enter"), (200.0, "x"), rest_s=120.0)
    assert stage.at("00:05") == [
        "Logged: Leg curl, set 1, 45 kg × 10.",
        "REST 120 s",
        "next: set 2 of 3, 45 kg × 10",
    ]
    assert stage.at("02:05")[0] == "WORK Leg curl, set 2 of 3: 45 kg × 10"
    assert sets(stage) == [("Leg curl", 45.0, 10)]


@pytest.mark.parametrize(
    ("line", "logged"),
    [
        ("8", ("Leg curl", 45.0, 8)),
        ("8 40kg", ("Leg curl", 40.0, 8)),
        ("40 kg x 8", ("Leg curl", 40.0, 8)),
        ("0", ("Leg curl", 45.0, 0)),
        ("1000", ("Leg curl", 45.0, 1000)),
    ],
)
def test_a_line_says_what_it_was(stage: Stage, line: str, logged: tuple[str, float, int]) -> None:
    stage.workout((5.0, line), (10.0, "x"))
    assert sets(stage) == [logged]


def test_a_load_alone_is_for_the_set_that_comes(stage: Stage) -> None:
    stage.workout((5.0, "50kg"), (6.0, "enter"), (10.0, "x"))
    assert stage.at("00:05")[0] == "WORK Leg curl, set 1 of 3: 50 kg × 10"
    assert sets(stage) == [("Leg curl", 50.0, 10)]


def test_in_a_rest_a_line_is_for_the_next_set(stage: Stage) -> None:
    stage.workout((5.0, "enter"), (10.0, "8 40kg"), (20.0, "enter"), (30.0, "enter"), (40.0, "x"))
    assert stage.at("00:10")[-1] == "next: set 2 of 3, 40 kg × 8"
    assert sets(stage) == [("Leg curl", 45.0, 10), ("Leg curl", 40.0, 8)]


@pytest.mark.parametrize("line", ["1001", "8 300000kg", "8 9 10", "45kg 45kg"])
def test_what_is_no_set_is_told_in_a_line_and_nothing_happens(stage: Stage, line: str) -> None:
    stage.workout((5.0, f"line:{line}"), (10.0, "x"))
    assert len(stage.at("00:05")) == 1
    assert sets(stage) == []


def test_a_set_is_taken_back(stage: Stage) -> None:
    stage.workout((5.0, "8"), (10.0, "u"), (20.0, "x"))
    assert stage.at("00:10")[:2] == [
        "Taken back: set 1, 45 kg × 8.",
        "WORK Leg curl, set 1 of 3: 45 kg × 10",
    ]
    assert sets(stage) == []


def test_another_exercise_in_one_key_or_by_its_name(stage: Stage) -> None:
    stage.workout((5.0, "o"), (6.0, "swap seated leg curl"), (10.0, "x"))
    assert stage.at("00:05")[0] == "WORK Two-leg Romanian deadlift, set 1 of 3: 10 reps"
    assert stage.at("00:06")[0] == "WORK Seated leg curl, set 1 of 3: 10 reps"


def test_a_sip_is_asked_about_once_and_answered_by_a_key(stage: Stage) -> None:
    later = EVERY_S + 10.0
    stage.workout((later, "z"), (later + 700.0, "d"), (later + 710.0, "x"))
    asked = [line for line in stage.lines if "Thirsty?" in line]
    assert [line[1:6] for line in asked] == ["15:00", "25:10"]
    assert asked[0].endswith("d: noted · z: later")
    assert stage.at("15:10") == ["Later."]
    assert stage.at("26:50") == ["Sip noted."]
    assert [entry.kind for entry in stage.kept("drank", "snoozed")] == ["snoozed", "drank"]


def test_nothing_is_asked_where_fluid_is_restricted(stage: Stage) -> None:
    stage.services.choose("fluid_restriction", "yes")
    stage.workout((3 * EVERY_S, "d"), (3 * EVERY_S + 1, "?"), (3 * EVERY_S + 2, "x"))
    told = stage.out.getvalue()
    assert not [words for words in ("Thirsty", "Sip", "a sip", "drank", "z later") if words in told]
    assert len(stage.kept("drank")) == 1


def test_a_cramp_leads_to_relief_and_back_with_less_weight(stage: Stage) -> None:
    stage.workout((5.0, "enter"), *cramp(60.0, GREEN), (300.0, "enter"), (310.0, "x"), rest_s=100.0)
    assert "The workout waits; a rest counts on." in stage.at("01:00")
    assert stage.ended["exercise"] == "Leg curl"
    assert stage.ended["load"] == {"value": 45.0, "unit": "kg"}
    back = stage.lines.index("[04:52] Back in the workout:")
    assert [line[8:] for line in stage.lines[back + 1 : back + 4]] == [
        "WORK Leg curl, set 1 of 2: 35 kg × 10",
        "LOWER THE WEIGHT 45 → 35 kg   rule of thumb",
        "60-minute watch: 57 min left. The calf cramps more easily for an hour.",
    ]
    assert sets(stage) == [("Leg curl", 45.0, 10), ("Leg curl", 35.0, 10)]
    assert stage.lines[-2].endswith("2 sets, 20 reps, 1 cramp, in 5:10.")


def test_left_before_the_green_light_the_workout_says_what_the_relief_said(stage: Stage) -> None:
    stage.workout(*cramp(10.0), (300.0, "x"))
    told = stage.out.getvalue()
    relief, _, back = told.partition("Back in the workout:")
    assert "No more curls today." in relief
    assert "No more curls today." in back
    assert "LOWER THE WEIGHT 45 → 35 kg" not in back


def test_digits_are_answers_again_while_a_cramp_is_relieved(stage: Stage) -> None:
    stage.workout(*cramp(10.0), (300.0, "x"))
    assert stage.ended["outcome"] == "gone"
    assert sets(stage) == []


def test_the_second_cramp_ends_the_curls(stage: Stage) -> None:
    stage.workout(*cramp(10.0), *cramp(300.0), (600.0, "enter"), (610.0, "12 40kg"), (620.0, "x"))
    told = stage.out.getvalue()
    assert "Leg curl: No more curls today.   rule of thumb" in told
    assert "ENTER: Two-leg Romanian deadlift · x end" in told
    assert sets(stage) == [("Two-leg Romanian deadlift", 40.0, 12)]


def test_the_third_cramp_ends_the_training(stage: Stage) -> None:
    stage.workout((5.0, "enter"), *cramp(10.0), *cramp(300.0), *cramp(600.0))
    assert stage.lines[-1] == "Training is over today."
    assert stage.kept("workout_ended")[0].data["outcome"] == "stopped"
    stage.workout()
    assert stage.lines[-1] == "Training is over today."


def test_going_on_with_more_than_is_advised_is_noted(stage: Stage) -> None:
    stage.workout(*cramp(10.0, GREEN), (300.0, "8 45kg"), (310.0, "x"))
    assert sets(stage) == [("Leg curl", 45.0, 8)]
    (done,) = stage.kept("set_done")
    assert done.data["advised"] == {"value": 35.0, "unit": "kg"}


def test_a_warm_up_first_and_back(stage: Stage) -> None:
    stage.workout((5.0, "w"), (6.0, "3"), (10.0, "x"), (20.0, "enter"), (30.0, "x"))
    told = stage.out.getvalue()
    assert "The workout waits." in told
    assert [entry.kind for entry in stage.kept("warmup_ended")] == ["warmup_ended"]
    assert "Back in the workout:" in told
    assert sets(stage) == [("Leg curl", 45.0, 10)]


def test_the_list_of_warm_ups_that_is_closed_leads_back(stage: Stage) -> None:
    stage.workout((5.0, "w"), (6.0, "escape"), (20.0, "enter"), (30.0, "x"))
    assert sets(stage) == [("Leg curl", 45.0, 10)]


@pytest.mark.parametrize("keys", [((6.0, "q"),), ((6.0, "3"), (10.0, "q"))])
def test_quitting_in_the_warm_up_quits_and_both_wait(
    stage: Stage, keys: tuple[tuple[float, str], ...]
) -> None:
    stage.workout((5.0, "w"), *keys, (20.0, "enter"), (30.0, "x"))
    assert "Back in the workout:" not in stage.out.getvalue()
    assert (sets(stage), stage.kept("workout_ended")) == ([], [])
    again = stage.after_the_kill()
    again.at_home((0.0, "q"))
    assert "GO ON?" in again.out.getvalue()


def test_at_the_end_of_input_it_ends_and_says_so(stage: Stage) -> None:
    stage.workout()
    assert stage.since("00:00")[-3:-1] == [ENDED, "0 sets, in 0:00."]
    stage.workout((5.0, "enter"))
    assert ENDED in stage.out.getvalue()
    stage.workout((5.0, "enter"), (10.0, "x"))
    outcomes = [entry.data["outcome"] for entry in stage.kept("workout_ended")]
    assert outcomes == ["stopped", "stopped", "done"], "a pipe that closes is nobody's word"


def test_three_hours_without_a_key_end_it(stage: Stage) -> None:
    stage.workout((5.0, "enter"), open=True)
    assert stage.kept("workout_ended")[0].data["outcome"] == "interrupted"
    assert "1 set, 10 reps" in stage.lines[-2]


def test_time_asleep_counts_in_a_rest(stage: Stage) -> None:
    stage.workout((5.0, "enter"), (10.0, Sleep(3600.0)), (3700.0, "x"))
    assert "WORK Leg curl, set 2 of 3: 45 kg × 10" in stage.out.getvalue()
    assert "away" not in stage.out.getvalue()


def test_left_it_waits_and_home_offers_it(stage: Stage) -> None:
    stage.workout((5.0, "8"), (10.0, "q"))
    assert stage.lines[-1].endswith("It waits where it stands: relief asks whether to go on.")
    again = stage.after_the_kill()
    again.at_home((0.0, "space"), (200.0, "x"))
    told = again.out.getvalue()
    assert "GO ON? workout, Leg curl set 2 of 3, REST, 2:25 left" in told
    assert "1 set, 8 reps" in told


def test_killed_in_a_relief_inside_it_both_go_on(stage: Stage) -> None:
    stage.workout((5.0, "8"), (60.0, "c"), (70.0, Told(15)), rest_s=600.0)
    again = stage.after_the_kill()
    again.at_home(
        (0.0, "space"), (20.0, "1"), (21.0, "x"), (30.0, "space"), (60.0, "x"), (70.0, "q")
    )
    told = again.out.getvalue()
    assert "GO ON? relief" in told
    assert "GO ON? workout, Leg curl set 2 of 3, REST" in told
    over = "No more curls today. The four tests were not answered.   rule of thumb"
    assert over in told.partition("REST 505 s")[2]
    assert "LOWER THE WEIGHT 45" not in told
    assert again.kept("workout_ended")[0].data["sets"] == 1


def test_told_to_end_it_keeps_its_place(stage: Stage) -> None:
    stage.workout((5.0, "8"), (10.0, Told(15)))
    assert stage.code == 128 + 15
    again = stage.after_the_kill()
    assert again.services.offer() is not None


def test_from_home_with_one_key(stage: Stage) -> None:
    stage.at_home((1.0, "t"), (5.0, "enter"), (6.0, "x"), (7.0, "q"))
    assert sets(stage) == [("Leg curl", None, 10)]


def test_an_open_red_flag_lets_none_begin(stage: Stage) -> None:
    stage.services.log.write("", Flagged("RF02", 1, Side.LEFT))
    stage.workout()
    assert stage.lines == ["Not now: a red flag is open (Clot in the leg (DVT))."]


def test_a_red_flag_ends_it(stage: Stage) -> None:
    stage.workout((5.0, "8"), (10.0, "!"), (12.0, "1"), (14.0, "escape"), (15.0, "q"))
    assert stage.kept("workout_ended")[0].data["outcome"] == "stopped"
    assert "GET HELP" in stage.out.getvalue()


def test_a_metronome_leads_and_counts(stage: Stage) -> None:
    stage.workout((5.0, "space"), (40.0, "enter"), (50.0, "x"), tempo=Tempo(3.0, 0.0, 3.0), reps=4)
    assert stage.at("00:05") == ["READY 5 s", "next: WORK, 45 kg × 4"]
    assert "rep 4 of 4" in stage.at("00:28")
    assert sets(stage) == [("Leg curl", 45.0, 4)]


def test_a_name_of_any_kind_is_one_line(stage: Stage) -> None:
    name = "[/]\x1b[2J " + "x" * 5000
    stage.workout((5.0, "enter"), (6.0, "x"), exercise=name)
    assert "[/] [2J xxx" in stage.lines[0]
    assert max(map(len, stage.lines)) < 300
    assert sets(stage)[0][0] == name


def test_what_is_no_key_and_no_word_is_a_line() -> None:
    for line in ("8", "0", "45kg", "8 45kg", "8x45 kg", "42,5kg", "swap RDL", "foo bar"):
        assert set_line(line) == f"{LINE}{line}", line
    for line in ("", "Go On", "q", "x", "c", "o", "!", "stop", "quit", "\x1b[5~"):
        assert set_line(line) is None, line


@pytest.mark.parametrize("word", ["gone", "Easing", "same"])
def test_a_late_answer_is_no_set_and_is_told(stage: Stage, word: str) -> None:
    stage.workout((5.0, word), (10.0, "x"))
    assert stage.at("00:05") == [f"{word!r} is no set; write for example {HINT}."]
    assert sets(stage) == []


def test_a_late_answer_says_nothing_to_red_flags(stage: Stage) -> None:
    stage.workout((5.0, "!"), (7.0, "gone"), (8.0, "escape"), (10.0, "x"))
    assert stage.flags == []
    assert stage.lines[-2] == "[00:10] 0 sets, in 0:10."


@pytest.mark.parametrize("word", ["worse", "CRAMP"])
def test_a_word_for_a_cramp_is_one(stage: Stage, word: str) -> None:
    stage.workout((5.0, word), (6.0, "x"), (10.0, "x"))
    assert "STOP THE SET" in stage.out.getvalue()
    assert len(stage.kept("relief_began")) == 1
    assert sets(stage) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [("swap", NO_NAME), ("swap  ", NO_NAME), ("SWAP", NO_NAME)],
)
def test_what_is_missing_is_told(stage: Stage, line: str, said: str) -> None:
    stage.workout((5.0, line), (10.0, "x"))
    assert stage.at("00:05") == [f"{said}."]


def test_a_number_before_the_metronome_begins_is_told(stage: Stage) -> None:
    stage.workout((5.0, "space"), (6.0, "8"), (30.0, "x"), tempo=Tempo(3.0, 0.0, 3.0))
    assert f"{NOT_YET}." in stage.at("00:06")
    assert sets(stage) == []


def test_why_is_one_key_away(stage: Stage) -> None:
    stage.workout((5.0, "i"), (6.0, "x"))
    name, asked, why, more = stage.at("00:05")
    assert name.endswith("   ○ rule of thumb")
    assert more.startswith("More: relief guide ")
    entry = stage.services.guide.entry(more.rpartition(" ")[2])
    assert entry is not None
    assert entry.name in name
    assert entry.says in asked
    assert entry.known in why
    assert any("i why" in line for line in (*HELP, FIRST))


@pytest.mark.parametrize("line", ["8" * 5000 + "q", "8" + " " * 5000 + "kg"])
def test_an_endless_line_is_no_set_and_takes_no_time(stage: Stage, line: str) -> None:
    """Minutes, where a pattern tries every way to part it."""
    stage.workout((5.0, line), (10.0, "x"))
    (told,) = stage.at("00:05")
    assert "is no set" in told
    assert len(told) < 120
    assert sets(stage) == []


def test_typed_key_by_key_it_is_taken_at_enter() -> None:
    view, sent, said = Run(workout()).view, list[Input](), list[str]()
    typing = Sets(Unit.KG, said.append, sent.append)

    def press(*keys: str) -> None:
        for key in keys:
            assert typing.wants(key, view), key
            typing.press(key, view)

    assert not typing.wants("k", view)
    assert not typing.wants("enter", view)
    press("8", "space", "4", "6", "\x7f", "0", "k", "g", "enter")
    assert sent == [LogSet(view.step, 8, Load(40.0, Unit.KG))]
    press("1", "escape")
    assert not typing.wants("enter", view)
    press("1", "2")
    typing.close()
    assert not typing.wants("enter", view)
    assert said.pop() == LEFT_OUT.format(typed="12")
    press("8", ".", ".", "enter")
    assert said == ["'8..' is no load; write for example 45kg, 42,5kg or 100lb."]


def test_typed_key_by_key_a_key_that_means_something_else_is_that() -> None:
    view, sent, said = Run(workout()).view, list[Input](), list[str]()
    typing = Sets(Unit.KG, said.append, sent.append)

    def press(*keys: str) -> None:
        for key in keys:
            assert typing.wants(key, view), key
            typing.press(key, view)

    for begun in ("8", "45", "45*"):
        press(*begun)
        for key in ("x", "s", "o", "d", "z", "w", "u", "!", "c", "q"):
            assert not typing.wants(key, view), (begun, key)
        typing.close()
    assert said == [LEFT_OUT.format(typed=begun) for begun in ("8", "45", "45*")]
    press("4", "5", "*", "8", "enter")
    press("4", "5", "l", "b", "s", "×", "8", "n")
    press("8", "@", "4", "5", "k", "g", "enter")
    assert sent == [
        LogSet(view.step, 8, Load(45.0, Unit.KG)),
        LogSet(view.step, 8, Load(45.0, Unit.LB)),
        LogSet(view.step, 8, Load(45.0, Unit.KG)),
    ]


def typed(*keys: str, at: float) -> list[tuple[float, Key]]:
    return [(at, Key(key)) for key in keys]


def test_a_stray_digit_holds_up_no_key(stage: Stage) -> None:
    stage.workout(*typed("8", "x", at=5.0), open=True)
    assert LEFT_OUT.format(typed="8") in stage.at("00:05")
    assert len(stage.kept("workout_ended")) == 1
    assert sets(stage) == []


def test_what_disturbs_nothing_leaves_what_was_typed(stage: Stage) -> None:
    stage.workout(*typed("8", "d", "m", "i", "enter", at=5.0), *typed("x", at=9.0))
    assert sets(stage) == [("Leg curl", 45.0, 8)]
    assert len(stage.kept("drank")) == 1


def test_what_was_begun_in_a_rest_is_for_the_next_set_though_that_waits_by_now(
    stage: Stage,
) -> None:
    stage.workout(
        *typed("enter", at=5.0),
        *typed("8", at=103.0),
        *typed("enter", at=107.0),
        *typed("enter", at=120.0),
        *typed("x", at=125.0),
        rest_s=100.0,
    )
    assert stage.at("01:47")[:1] == ["WORK Leg curl, set 2 of 3: 45 kg × 8"]
    assert sets(stage) == [("Leg curl", 45.0, 10), ("Leg curl", 45.0, 8)]


@pytest.mark.parametrize("line", ["foo bar", "8 1e9kg", "8 -5kg", "oo"])
def test_a_line_that_is_no_set_does_nothing_but_say_so(stage: Stage, line: str) -> None:
    stage.workout((5.0, line), (10.0, "x"))
    assert sets(stage) == []
    assert len(stage.at("00:05")) == 1
    assert "WORK Leg curl" not in stage.at("00:05")[0]


def test_an_exercise_is_named_as_it_was_typed_with_its_load(stage: Stage) -> None:
    stage.workout((5.0, "swap Back Squat 60kg"), (8.0, "5"), (8.5, "enter"), (10.0, "x"))
    assert sets(stage) == [("Back Squat", 60.0, 5)]


@pytest.mark.parametrize("typed", [("0", "enter"), ("8 20kg",)])
def test_no_set_is_logged_of_what_is_over_for_today(stage: Stage, typed: tuple[str, ...]) -> None:
    keys = [(300.0 + number, key) for number, key in enumerate(typed)]
    stage.workout(*cramp(10.0), *keys, (310.0, "x"))
    assert sets(stage) == []
    assert any("No more curls today." in line for line in stage.at("05:00") + stage.at("05:01"))
