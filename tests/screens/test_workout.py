"""Workouts by keys, by mouse and with no key at all, as the screen and the journal tell them."""

from __future__ import annotations

from pathlib import Path

import pytest

from relief_tui.coach.event import Flagged, SetDone, Undone, WarmupEnded
from relief_tui.coach.step import Phase, Side
from relief_tui.wishes import WorkoutWish
from tests.screens.workouts import WISH, cramped, kg
from tests.support.pilot import Face, app_at

REST_S = 150.0


def sets(face: Face) -> list[tuple[str, float | None, int]]:
    """The sets in the journal: exercise, load, repetitions."""
    return [
        (done["exercise"], done["load"] and done["load"]["value"], done["reps"])
        for done in face.events("set_done")
    ]


async def relieved(face: Face, *, green: bool = True) -> None:
    """A cramp from its first second until one is back: gone at the first check, mild; with the
    green light and *go on lighter*, or left in the rest."""
    await face.press("c")
    assert "STOP THE SET" in face.text
    await face.until(Phase.CHECK)
    await face.press("1")
    await face.until(Phase.REST)
    await face.wait(1)
    await face.press("0")
    await face.wait(1)
    await face.press("2")
    if green:
        await face.until(Phase.WAITING)
        await face.wait(1)
        await face.press("0")
        await face.wait(1)
        await face.press("1", "space")
    else:
        await face.press("x", "space")


async def type_in(face: Face, words: str) -> None:
    """Type an exercise into the field of the list, and start with it."""
    await face.press("slash")
    for char in words:  # a blank with its character, as a terminal sends it
        await (face.pilot.press("space") if char == " " else face.press(char))
    await face.press("enter", "enter")


async def test_a_leg_day_of_three_exercises_with_two_cramps() -> None:
    async with app_at() as face:
        await face.press("t")
        assert "▶ 1 Leg curl" in face.text
        await type_in(face, "Leg curl 45 kg")
        assert "WORK · set 1 of 3 · 45 kg × 10" in face.text
        assert "No warm-up noted today." in face.text
        await face.press("enter")
        assert "REST 150 s" in face.text
        assert "next: set 2 of 3, 45 kg × 10" in face.text
        assert "Done: 45 kg × 10" in face.text
        await face.wait(REST_S)
        assert "WORK · set 2 of 3" in face.text
        await relieved(face)
        began = face.event("relief_began")
        assert (began["exercise"], began["load"]["value"]) == ("Leg curl", 45.0)
        assert "WORK · set 1 of 2 · LOWER THE WEIGHT 45 → 35 kg" in face.text
        assert "rule of thumb" in face.text
        assert "57 min" in face.text
        await face.press("enter", "enter", "o")
        assert face.view.workout is not None
        other = face.view.workout.name
        assert other != "Leg curl"
        await face.press("space", "pagedown", "t")
        assert face.shown == "TrainingScreen"
        await type_in(face, "Leg press 120kg")
        assert "120 kg × 10" in face.text
        await face.press("enter")
        await relieved(face, green=False)
        assert face.view.line.startswith("REST "), "the rest counted on"
        await face.press("x")
        assert "DONE" in face.text
        assert sets(face) == [
            ("Leg curl", 45.0, 10),
            ("Leg curl", 35.0, 10),
            (other, None, 10),
            ("Leg press", 120.0, 10),
        ]
        ended = face.event("workout_ended")
        assert (ended["sets"], ended["cramps"]) == (4, 2)
        assert "2 cramps" in face.text
        await face.press("h")
        assert face.shown != "RunScreen"


async def test_with_no_key_at_all_a_rest_ends_and_the_set_waits() -> None:
    async with app_at(now=WISH) as face:
        await face.wait(300)
        assert "WORK · set 1 of 3 · 45 kg × 10" in face.text
        assert sets(face) == []
        await face.press("enter")
        await face.wait(REST_S + 60)
        assert "WORK · set 2 of 3" in face.text


async def test_by_mouse_alone() -> None:
    async with app_at() as face:
        await face.click("t training")
        await face.click("4 Seated leg curl")
        await face.click("4 Seated leg curl")
        assert "WORK · set 1 of 3" in face.text
        for _ in range(4):
            await face.click(" ↑ ")
        await face.click(" ↓ ")
        await face.click(" ← ")
        assert "WORK · set 1 of 3 · 15 kg × 9" in face.text
        await face.click("log it")
        assert face.view.line == "REST 150 s"
        await face.click("next set")
        await face.click("other")
        await face.click("end")
        assert face.event("workout_ended")["sets"] == 1
        await face.click("home")
        assert face.shown == "HomeScreen"


async def test_repetitions_are_typed_and_undone() -> None:
    async with app_at(now=WISH) as face:
        await face.press("1", "2")
        assert "45 kg × 12" in face.text
        await face.press("enter", "u")
        assert "WORK · set 1 of 3 · 45 kg × 12" in face.text
        assert face.event("undone")
        await face.press("8", "enter")
        assert sets(face)[-1] == ("Leg curl", 45.0, 8)


async def test_a_number_that_was_begun_goes_on_only_while_it_is_typed() -> None:
    async with app_at(now=WISH) as face:
        for keys in (("8", "enter", "enter", "6"), ("1", "right", "6"), ("1", "left", "6")):
            await face.press(*keys)
            assert "45 kg × 6" in face.text, keys
            await face.wait(1.5)
        await face.press("1")
        await face.wait(1.5)
        await face.press("6")
        assert "45 kg × 6" in face.text


async def test_going_on_with_more_than_is_advised_is_noted() -> None:
    async with app_at(now=WISH) as face:
        await relieved(face)
        await face.press("l")
        assert "set 1 of 2 · LOWER THE WEIGHT 45 → 35 kg" in face.text
        assert "log 45 kg × 10" in face.footer
        await face.press("l")
        assert "WORK · set 1 of 2 · 35 kg × 10" in face.text
        assert "At most 35 kg, for " in face.text
        await face.press("up", "up", "enter")
        assert sets(face) == [("Leg curl", 45.0, 10)]
        assert face.event("set_done")["advised"] == {"value": 35.0, "unit": "kg"}


async def test_left_before_the_green_light_the_workout_says_what_the_relief_said() -> None:
    async with app_at(now=WISH) as face:
        await relieved(face, green=False)
        assert "No more curls today. The four tests were not answered." in face.words
        assert "35 kg" not in face.text


async def test_a_relief_that_was_stopped_lowers_the_weight_aloud() -> None:
    """At its end, and in the rest before the lighter set."""
    async with app_at(now=WISH) as face:
        await face.press("enter", "c")
        await face.until(Phase.CHECK)
        await face.press("3", "x")
        assert "Stopped. Weight down, leg at rest." in face.text
        assert "LOWER THE WEIGHT 45 → 35 kg" in face.words
        assert "rule of thumb" in face.text
        await face.press("space")
        assert face.view.phase is Phase.SET_REST
        assert "next: set 1 of 2, 35 kg × 10" in face.words
        assert "LOWER THE WEIGHT 45 → 35 kg" in face.words
        assert "rule of thumb" in face.text


async def test_the_second_cramp_ends_the_curls_and_a_number_leads_on() -> None:
    async with app_at(now=WISH) as face:
        await relieved(face)
        await relieved(face, green=False)
        assert "No more curls today." in face.text
        assert "rule of thumb" in face.text
        await face.press("2")
        assert face.view.workout is not None
        assert face.view.workout.name == "Hip thrust, toes up"
        await face.press("enter")
        assert sets(face)[-1][0] == "Hip thrust, toes up"


async def test_a_sip_is_asked_about_and_answered() -> None:
    async with app_at(now=WISH) as face:
        await face.press(*["enter"] * 8)
        assert "Thirsty? SIP" in face.text
        await face.press("z")
        assert "Thirsty? SIP" not in face.text
        assert face.event("snoozed")
        await face.wait(600)
        assert "Thirsty? SIP" in face.text
        await face.click("drank")
        assert "Thirsty? SIP" not in face.text
        assert len(face.events("drank")) == 1


async def test_a_warm_up_first_and_back() -> None:
    async with app_at(now=WISH) as face:
        await face.press("w")
        assert face.shown == "ChooserScreen"
        await face.press("escape")
        assert "WORK · set 1 of 3" in face.text
        await face.press("w", "3")
        assert face.event("warmup_began")["routine"] == "express"
        await face.press("c")
        assert "STOP THE SET" in face.text
        await face.press("x", "space")
        assert face.view.warming
        assert face.view.paused
        await face.press("x", "space")
        assert "WORK · set 1 of 3" in face.text
        assert len(face.events("workout_began")) == 1


async def test_after_a_warm_up_nothing_is_said_of_one() -> None:
    async with app_at() as face:
        face.app.services.log.write("w", WarmupEnded("done", 7, 0, "standard", 420.0))
        await face.press("t", "enter")
        assert "No warm-up" not in face.text


async def test_a_metronome_counts_what_is_logged() -> None:
    async with app_at(now=WISH) as face:
        await face.press("e", "space")
        await face.until(Phase.TEMPO)
        await face.wait(13)
        assert "rep 3 of 10" in face.text
        await face.press("enter")
        assert "2 reps counted" in face.text
        await face.press("enter")
        assert sets(face) == [("Leg curl", 45.0, 2)]
        await face.press("enter", "e")
        assert "SPACE start" not in face.text


async def test_left_it_is_offered_at_home_and_goes_on() -> None:
    async with app_at(now=WISH) as face:
        await face.press("enter", "escape")
        assert face.shown == "HomeScreen"
        assert "GO ON? workout, Leg curl set 2 of 3, REST" in face.words
        assert "Training since 18:30: 1 set, last Leg curl." in face.words
        await face.press("space")
        assert face.view.line.startswith("REST 1")
        assert len(face.events("workout_began")) == 1
        await face.press("q")
        assert face.events("workout_ended") == []


async def test_an_open_red_flag_lets_none_begin() -> None:
    async with app_at() as face:
        face.app.services.log.write("", Flagged("RF02", 1, Side.LEFT))
        await face.press("t")
        assert face.shown == "CardScreen"


async def test_the_third_cramp_ends_it() -> None:
    async with app_at(now=WISH) as face:
        for _ in range(3):
            await relieved(face, green=False)
        assert "Training is over today." in face.words
        assert face.view.phase is Phase.OVER


# The list of exercises


async def test_one_key_starts_what_was_done_last() -> None:
    async with app_at() as face:
        log = face.app.services.log
        log.write("old", SetDone("Leg press", kg(120.0), 12))
        log.write("old", SetDone("Seated leg curl", kg(42.5), 9))
        await face.press("t")
        assert "▶ 1 Seated leg curl" in face.text
        assert "42.5 kg × 9" in face.text
        await face.press("enter")
        assert "WORK · set 1 of 3 · 42.5 kg × 9" in face.text


async def test_load_reps_and_sets_are_changed_by_keys() -> None:
    async with app_at(now=WorkoutWish(load=kg(45.0))) as face:
        assert face.shown == "TrainingScreen"
        await face.press("right", "tab", "left", "left", "tab", "plus", "space")
        assert "WORK · set 1 of 4 · 50 kg × 8" in face.text


async def test_a_load_over_the_advice_that_was_chosen_in_the_list_is_started_with() -> None:
    async with app_at() as face:
        face.app.services.log.write("old", SetDone("Leg curl", kg(45.0), 10))
        cramped(face, "cramp")
        await face.press("t", "slash", *"Leg")
        await face.pilot.press("space")
        await face.press(*"curl", "enter", "right", "enter")
        assert face.view.workout is not None
        assert (face.view.workout.load, face.view.workout.own) == (kg(40.0), True)
        await face.press("enter")
        assert face.events("set_done")[-1]["advised"]["value"] == 35.0


@pytest.mark.parametrize("number", ["2", "é"])
async def test_a_number_starts_that_one(number: str) -> None:
    async with app_at() as face:
        await face.press("t", number)
        assert face.view.workout is not None
        assert face.view.workout.name == "Two-leg Romanian deadlift"


async def test_in_the_field_all_is_typed_and_a_cramp_is_one_key() -> None:
    async with app_at() as face:
        await face.press("t", "slash", *"cqt", "f2")
        assert "STOP THE SET" in face.text
        await face.press("x", "space")
        assert face.shown == "TrainingScreen"


async def test_a_load_that_is_none_is_told() -> None:
    async with app_at() as face:
        await face.press("t", "slash", *"99999kg", "enter")
        assert "out of range" in face.words
        await face.press("escape", "escape")
        assert face.shown == "HomeScreen"


async def test_leaving_the_list_changes_nothing() -> None:
    async with app_at(now=WISH) as face:
        before = face.view
        await face.press("t", "down", "right", "escape")
        assert face.view.workout == before.workout


async def test_told_to_drink_only_so_much_no_sip_is_spoken_of(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('fluid_restriction = "yes"\n', encoding="utf-8")
    async with app_at(now=WISH) as face:
        await face.press(*["enter"] * 8)
        assert "SIP" not in face.text


async def test_what_is_set_while_a_set_waits_holds_at_once() -> None:
    async with app_at(now=WISH) as face:
        await face.press(*["enter"] * 8)
        assert "Thirsty? SIP" in face.text
        await face.press("comma")
        face.app._choose("drink_reminder", "off")
        await face.press("escape")
        assert "SIP" not in face.text
        face.app._pick("drink_reminder", "on")
        await face.settle()
        assert "SIP" in face.text
        face.app._pick("fluid_restriction", "yes")
        await face.settle()
        assert "SIP" not in face.text
        await face.press("enter", "u")
        assert "SIP" not in face.text


async def test_a_cramp_that_is_deleted_while_a_set_waits_counts_no_more() -> None:
    async with app_at(now=WISH) as face:
        await relieved(face)
        assert "LOWER THE WEIGHT 45 → 35 kg" in face.text
        await face.press("h")
        run = face.app.services.log.entries(kinds=("relief_ended",))[0].run
        face.app.services.log.write("", Undone(run))
        await face.press("escape")
        assert "LOWER THE WEIGHT" not in face.text
        assert "45 kg × 10" in face.text


async def test_once_the_training_is_over_there_is_no_list_to_choose_from() -> None:
    async with app_at(now=WISH) as face:
        for number in range(3):
            cramped(face, f"cramp {number}")
        await face.press("?", "escape")
        assert "Training is over today." in face.words
        assert "all exercises" not in face.footer
        await face.press("t")
        assert face.shown == "RunScreen"


async def test_a_list_that_a_cramp_made_untrue_is_closed() -> None:
    async with app_at() as face:
        await face.press("t")
        assert face.shown == "TrainingScreen"
        await relieved(face)
        assert face.shown == "HomeScreen"
        await face.press("t")
        assert "AFTER A CRAMP" in face.words


@pytest.mark.parametrize(("cols", "rows"), [(30, 10), (40, 12)])
async def test_all_of_a_tip_is_read_before_a_set(cols: int, rows: int) -> None:
    async with app_at(cols, rows, WorkoutWish("Leg curl", kg(45.0))) as face:
        assert "Ankle quiet from first rep to last." in face.words


async def test_all_that_speaks_for_an_exercise_is_read_in_the_list() -> None:
    async with app_at() as face:
        await face.press("t")
        assert "balance: work for the ankle" in face.text
        assert "…" not in face.text


async def test_the_list_of_exercises_names_the_columns_that_it_has() -> None:
    async with app_at(60, 20) as face:
        await face.press("t")
        assert face.part("#context") == "last set"
        await face.resize(80, 24)
        assert face.part("#context") == "what speaks for it, last set"
