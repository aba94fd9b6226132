"""Home in lines: what stands there, and the ways out of it."""

from __future__ import annotations

import pytest

from relief_tui.coach.event import Drank, Flagged, ReliefBegan, ReliefEnded, WarmupEnded
from relief_tui.coach.step import Side
from relief_tui.settings import Gear, Volume
from tests.plain.stage import Stage, Told

PROMPT = (
    "c cramp · w warm-up · t workout · a active recovery · h history · y why · ! red flags"
    " · d drank · ? keys · q quit"
)

HEALTH = "Health questions, once, skippable: they change wording only. 1 ask them · 0 no, thank you"


FIRST = [
    "A coach, no medical device; no clinician has signed it off.",
    "Something feels wrong? Press [!]: when to get help.",
    "Unit: 1 kg · 2 lb · 0 as it is",
    "Load on a: 3 stack · 4 plates · 5 dumbbells",
    "Tones: 6 loud · 7 normal · 8 quiet · 9 off",
    "stack step 5 kg, the default.",
]


def test_home_says_what_there_is(stage: Stage) -> None:
    stage.services.log.write("", Drank())
    stage.services.log.write("", Flagged("RF04", 2, Side.LEFT))
    stage.at_home()
    assert stage.code == 0
    assert stage.lines == [
        "Relief: a coach for the calf that cramps in the middle of a set.",
        "CRAMP? c or SPACE: relief starts at once.",
        "Last cramp: none yet, it will stand here",
        "Today: 1 drink, last one 0 s ago",
        "Open red flag: Calf muscle tear, left. Press ! to read or clear it",
        *FIRST,
        PROMPT,
    ]


@pytest.mark.parametrize("key", ["c", "space", "enter"])
def test_a_cramp_starts_relief_and_leads_back_home(stage: Stage, key: str) -> None:
    stage.at_home((1, key), (47, "1"), (50, "x"), (55, "q"), open=True)
    assert "[00:00] STOP THE SET CRAMPED LEG 3 s" in stage.lines
    assert stage.lines.count(PROMPT) == 2
    assert any(line.endswith("leg not named, let go in 0:46") for line in stage.lines)


def test_quitting_a_relief_quits_home_too(stage: Stage) -> None:
    stage.at_home((1, "c"), (10, "q"), open=True)
    assert stage.code == 0
    assert stage.lines[-1] == "[00:09] Log saved."


def test_a_flag_named_at_home_is_kept_and_can_be_cleared(stage: Stage) -> None:
    keys = "!6", "k", "k", " ", "q"
    pressed = [key if key != " " else "space" for key in "".join(keys)]
    stage.at_home(*((float(at), key) for at, key in enumerate(pressed, start=1)), open=True)
    assert [entry.data["side"] for entry in stage.kept("flagged")] == [None, None, None]
    assert len(stage.flags) == 2
    assert stage.lines[-1] == PROMPT


def test_the_other_keys_of_home(stage: Stage) -> None:
    stage.at_home((1, "d"), (2, "m"), (3, "?"), (4, "z"), (5, "!"), (6, "0"), (7, "q"), open=True)
    assert {"Sip noted.", "Muted."} <= set(stage.lines)
    assert stage.lines.count(PROMPT) == 2
    assert len(stage.kept("drank")) == 1


def test_the_last_trainings_are_told(stage: Stage) -> None:
    stage.at_home((1, "h"), (2, "c"), (47, "1"), (50, "x"), (54, "h"), (55, "q"), open=True)
    nothing, *_ = (line for line in stage.lines if line.startswith("Nothing is written"))
    told = stage.lines[-3:]
    assert "every cramp" in nothing
    assert told == [
        "Mon 2 Nov, training, 1 cramp",
        "  18:30 leg not named, let go in 0:45 · mild",
        "All of it: relief history; one cramp: relief history --episode 1",
    ]


def test_at_the_end_of_input_the_cards_are_told(stage: Stage) -> None:
    stage.at_home((1, "!"), (2, "3"))
    assert stage.lines.count("GET HELP") == 2


def test_a_signal_leaves_home(stage: Stage) -> None:
    assert stage.at_home((1, Told(15))).code == 143


# The first start


def test_three_keys_answer_the_questions_and_they_are_gone_for_good(stage: Stage) -> None:
    stage.at_home((1, "2"), (2, "4"), (3, "6"), (4, "q"), open=True)
    assert "Unit: 1 kg · 2 lb (chosen) · 0 as it is" in stage.lines
    assert "stack step 10 lb, the default." in stage.lines
    assert stage.lines[-3:] == [stage.lines[2], HEALTH, PROMPT]
    again = Stage(stage.home)
    again.at_home()
    assert not any(line.startswith("Unit:") for line in again.lines)
    assert again.services.settings.equipment is Gear.PLATES
    assert again.services.settings.volume is Volume.LOUD


def test_nought_leaves_it_as_it_is(stage: Stage) -> None:
    stage.at_home((1, "0"), (2, "q"), open=True)
    assert (stage.home / "settings.toml").read_text("utf-8") == (
        'unit = "kg"\nequipment = "stack"\nvolume = "normal"\n'
    )


def test_a_file_that_cannot_be_written_is_told_and_the_choice_holds(stage: Stage) -> None:
    (stage.home / "settings.toml").mkdir()
    stage.at_home((1, "2"), (2, "q"), open=True)
    assert any("a folder where a file should be" in line for line in stage.lines)
    assert "stack step 10 lb, the default." in stage.lines


# Going on


def test_what_was_cut_off_is_offered_and_goes_on(stage: Stage) -> None:
    stage.relief((30, Told(15)), side=Side.LEFT)
    again = stage.after_the_kill()
    again.at_home((60, "space"), (65, "q"), open=True)
    offered = "GO ON? relief, left calf, HOLD, hold 1 of 6, just now. SPACE"
    assert any(line.startswith(offered) for line in again.lines)
    assert "[01:30] EASE IN LEFT 5 s" in again.lines
    assert again.ended["outcome"] == "cancelled"
    assert len(again.kept("relief_began")) == 1


def test_what_is_left_is_closed_and_not_offered_again(stage: Stage) -> None:
    stage.relief((30, Told(15)), side=Side.LEFT)
    again = stage.after_the_kill()
    again.at_home((1, "x"), (2, "q"), open=True)
    assert again.ended["outcome"] == "interrupted"
    closed = "Closed: relief, left calf, HOLD, hold 1 of 6, just now. h: the history has it."
    assert closed in again.lines
    assert sum(line.startswith("GO ON?") for line in again.lines) == 1


def test_a_cramp_is_never_held_up_by_what_was_cut_off(stage: Stage) -> None:
    stage.relief((30, Told(15)), side=Side.LEFT)
    again = stage.after_the_kill()
    again.at_home((1, "c"), (2, "q"), open=True)
    assert "[00:00] STOP THE SET CRAMPED LEG 3 s" in again.lines
    assert [entry.data["outcome"] for entry in again.kept("relief_ended")] == [
        "interrupted",
        "cancelled",
    ]


# Active recovery


def test_a_light_set_from_home(stage: Stage) -> None:
    stage.at_home((1, "a"), (90, "q"), open=True)
    assert "[00:00] READY 10 s" in stage.lines
    assert "[00:16] rep 2 of 8" in stage.lines
    assert stage.kept("recovery_ended")[0].data == {"reps": 8, "outcome": "done"}


def test_no_light_set_while_a_red_flag_is_open(stage: Stage) -> None:
    stage.services.log.write("", Flagged("RF03", 2, Side.LEFT))
    stage.at_home((1, "a"), (2, "q"), open=True)
    assert any(line.startswith("Not now: a red flag is open") for line in stage.lines)
    assert stage.kept("recovery_began") == []


# Why it cramped, what is tried, the health questions


def cramp(stage: Stage, run: str = "a") -> None:
    stage.services.log.write(run, ReliefBegan(Side.LEFT))
    stage.services.log.write(run, ReliefEnded("gone", "mild", 1, 41.0, Side.LEFT))


def test_why_it_cramped_is_asked_by_number_and_told(stage: Stage) -> None:
    cramp(stage)
    keys = ("y", "1", "0", "u", "1", "escape", "t", "escape", "q")
    stage.at_home(*((float(at), key) for at, key in enumerate(keys, start=1)), open=True)
    asked = "Were the toes pointed? 1 Yes, pointed · 2 No"
    assert any(line.startswith(asked) for line in stage.lines)
    assert "  - The toes were pointed." in stage.lines
    assert "Noted: home and the next run open with it." in stage.lines
    assert "To try: Toes neutral, and stop short of the full bend." in stage.lines
    assert [entry.data["text"] for entry in stage.kept("noted")] == ["position"]


def test_a_change_that_is_tried_is_noted_once(stage: Stage) -> None:
    cramp(stage)
    keys = ("y", "escape", "t", "t", "u", "escape", "t", "t", "escape", "q")
    stage.at_home(*((float(at), key) for at, key in enumerate(keys, start=1)), open=True)
    assert (len(stage.kept("noted")), len(stage.kept("undone"))) == (2, 1)


def test_why_without_a_cramp(stage: Stage) -> None:
    stage.at_home((1, "y"), (2, "q"), open=True)
    assert stage.lines[-1].startswith("No cramp is written down yet")


def test_a_cramp_while_it_is_asked_starts_relief(stage: Stage) -> None:
    cramp(stage)
    stage.at_home((1, "y"), (2, "c"), (3, "q"), open=True)
    assert "[00:00] STOP THE SET CRAMPED LEG 3 s" in stage.lines


def test_home_asks_whether_it_helped(stage: Stage) -> None:
    cramp(stage)
    stage.services.answer_first("0")
    stage.services.hindsight.try_change("a", "position")
    stage.clock.advance(4 * 3600.0)
    stage.services.log.write("b", WarmupEnded("done", 6, 0))
    stage.at_home((1, "2"), (2, "q"), open=True)
    assert any(line.endswith("Did it help? 1 yes · 2 no · 3 not tried") for line in stage.lines)
    assert stage.kept("answered")[0].data == {"question": "helped", "answer": 2}


def test_the_health_questions_one_key_each(stage: Stage) -> None:
    stage.services.answer_first("0")
    keys = ("1", "1", "2", "0", "escape", "q")
    stage.at_home(*((float(at), key) for at, key in enumerate(keys, start=1)), open=True)
    settings = stage.services.settings
    assert (settings.medicines, settings.pregnancy) == ("yes", "no")
    assert settings.health_asked
    assert not stage.lines[-2].startswith("Health questions")


def test_where_fluid_is_restricted_nothing_speaks_of_a_sip(stage: Stage) -> None:
    stage.services.answer_first("0")
    stage.services.choose("fluid_restriction", "yes")
    stage.at_home((1, "d"), (2, "?"), (3, "c"), (60, "1"), (70, "?"), (80, "x"), open=False)
    told = stage.out.getvalue().lower()
    assert not [word for word in ("sip", "thirst", "drank", "drink") if word in told]
    assert len(stage.kept("drank")) == 1


def test_cramps_that_come_back_bring_up_their_card_once(stage: Stage) -> None:
    cramp(stage)
    stage.clock.advance(3 * 86_400.0)
    stage.relief((47, "1"), (50, "x"), open=True)
    assert stage.flags == ["RF20"]
    assert "Cramps in 2 trainings in a row." in stage.lines
    assert "Think of: Cramps that come back" in stage.lines
    stage.clock.advance(3 * 86_400.0)
    told = len(stage.lines)
    stage.relief((47, "1"), (50, "x"), open=True)
    assert "Think of: Cramps that come back" not in stage.lines[told:]
    stage.at_home()
    home = "Cramps in 3 trainings of the last four weeks. Book a clinician in the next days."
    assert home in stage.lines
