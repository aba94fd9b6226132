"""Red flags in lines: the picker in every phase, the cards, and clearing one."""

from __future__ import annotations

import pytest

from relief_tui.coach.event import Flagged
from relief_tui.coach.redflags import choices
from relief_tui.coach.safety import OpenFlag
from relief_tui.coach.script import Words
from relief_tui.coach.step import Side
from relief_tui.content import load_script
from tests.plain.stage import Script, Stage

SAFETY = load_script().safety
POPPED, ELSE = 3, 7
PICKER = [
    "RED FLAGS. Any of these? Not sure counts as yes.",
    *(f"{number} {line.words}" for number, line in enumerate(SAFETY.picker, start=1)),
    "0 none of these: go back",
]
REMINDER = "1-4 as above · 0 none of these"


def _card(id: str, count: str = "") -> list[str]:
    card = SAFETY.cards[id]
    do_not = [f"DO NOT: {card.do_not}"] if card.do_not else []
    return [f"Think of: {card.condition}{count}", f"DO: {card.do}", *do_not, card.signs]


def _flag(stage: Stage, card: str, side: Side | None = None) -> None:
    stage.services.log.write("", Flagged(card, SAFETY.cards[card].tier, side))


def test_a_pull_waits_while_the_picker_is_open(stage: Stage) -> None:
    stage.relief((30, "!"), (40, "0"), (41, "q"), side=Side.LEFT)
    assert stage.at("00:30") == PICKER
    assert stage.at("00:40") == ["HOLD LEFT 11 s"]


def test_a_rest_does_not_wait_for_the_picker(stage: Stage) -> None:
    stage.relief((45, "1"), (77, "0"), (80, "3"), (200, "!"), (300, "0"), side=Side.LEFT)
    assert stage.at("03:20") == PICKER
    assert "Anything not right? Sit, walk ten steps, then five slow heel raises." in stage.at(
        "05:00"
    )
    assert stage.ended["outcome"] == "gone"


def test_a_list_is_told_again_after_the_picker(stage: Stage, words: Words) -> None:
    stage.relief((45, "1"), (80, "!"), (90, "0"), (91, "0"), side=Side.LEFT)
    assert stage.at("01:30") == [
        "REST 165 s",
        f"{words.any_of_these} {words.screen_hint}",
        *(f"{number} {line}" for number, line in enumerate(words.screen, start=1)),
        f"0 {words.none_of_these}",
    ]
    assert stage.at("01:31") == [f"{words.pain} {words.pain_hint}"]


def test_a_flag_named_by_mistake_is_undone_on_its_card(stage: Stage) -> None:
    stage.relief((30, "!"), (35, str(POPPED)), (40, "u"), (45, "space"), (46, "q"), side=Side.LEFT)
    assert stage.at("00:40") == ["paused: HOLD LEFT 11 s – SPACE go on · r restart"]
    assert stage.at("00:45") == ["HOLD LEFT 11 s"]
    assert stage.flags == []


def test_a_pause_of_ones_own_outlives_the_picker(stage: Stage) -> None:
    stage.relief((30, "space"), (35, "!"), (40, "escape"), (50, "space"), (51, "q"), side=Side.LEFT)
    assert stage.at("00:40") == ["paused: HOLD LEFT 11 s – SPACE go on · r restart"]
    assert stage.at("00:50") == ["HOLD LEFT 11 s"]


def test_a_picker_left_open_at_the_end_of_input_tells_nothing(stage: Stage) -> None:
    stage.relief((30, "!"), side=Side.LEFT)
    assert "HOLD LEFT 11 s" in stage.at("00:30")
    assert (stage.flags, stage.ended["outcome"]) == ([], "unanswered")


def test_a_named_flag_ends_the_run_and_shows_its_cards(stage: Stage) -> None:
    keys = [(30, "!"), (35, str(POPPED)), (40, "n"), (45, "space")]
    stage.relief(*keys, side=Side.LEFT, open=True)
    assert stage.since("00:35") == [
        "GET HELP",
        "Get medical help today.",
        *_card("RF03", "   card 1 of 2"),
        "SPACE back · n next card · k checked by a clinician",
        "GET HELP",
        "Get medical help today.",
        *_card("RF04", "   card 2 of 2"),
        "SPACE back · n next card · k checked by a clinician",
        *SAFETY.end,
        "Log saved.",
    ]
    assert [entry.data["side"] for entry in stage.kept("flagged")] == ["left", "left"]
    assert stage.flags == ["RF03", "RF04"]


def test_cards_that_nobody_turns_are_all_told(stage: Stage) -> None:
    stage.relief((30, "!"), (35, str(POPPED)), side=Side.LEFT)
    assert stage.at("00:35").count("GET HELP") == 2
    assert stage.at("00:35")[-1] == "Log saved."


def test_cards_close_by_themselves_after_a_while(stage: Stage) -> None:
    stage.relief((30, "!"), (35, str(POPPED)), (40, "n"), side=Side.LEFT, open=True)
    assert stage.lines[-1] == "[05:40] Log saved."


def test_everything_can_be_read_without_saying_anything(stage: Stage) -> None:
    stage.relief((30, "!"), (31, str(ELSE)), (35, "p"), (40, "space"), (41, "q"), side=Side.LEFT)
    count = len(SAFETY.cards)
    assert f"card {count} of {count}" in stage.at("00:35")[2]
    assert stage.at("00:40") == ["HOLD LEFT 11 s"]
    assert stage.flags == []


def test_an_answer_changes_the_order_of_the_cards_alone(stage: Stage) -> None:
    line = SAFETY.picker[1]
    assert line.reorder is not None
    stage.relief((1, "!"), (2, "2"), (3, "1"), (4, "space"), side=Side.LEFT, open=True)
    assert f"{line.reorder.words} 1 yes · 0 no" in stage.at("00:02")
    assert SAFETY.cards[line.reorder.yes[0]].condition in stage.at("00:03")[2]
    assert set(stage.flags) == set(line.cards)


def test_an_open_flag_leads_to_its_card_in_place_of_a_hold(stage: Stage) -> None:
    _flag(stage, "RF05", Side.LEFT)
    stage.relief(side=Side.LEFT)
    assert stage.at("00:03")[-1] == "next: GET HELP, a red flag is open"
    assert stage.since("00:13") == [
        "GET HELP",
        "Call your local emergency number now.",
        *_card("RF05"),
        "SPACE back · k checked by a clinician",
        *SAFETY.end,
        "Log saved.",
    ]


@pytest.mark.parametrize(
    ("keys", "left"),
    [("kk", []), ("k", ["RF05"]), ("k1k", ["RF05"]), ("kkk", [])],
)
def test_a_flag_is_cleared_by_two_presses_in_a_row(
    stage: Stage, keys: str, left: list[str]
) -> None:
    _flag(stage, "RF05", Side.LEFT)
    pressed: Script = [(20.0 + after, key) for after, key in enumerate(keys)]
    stage.relief(*pressed, (40, "space"), side=Side.LEFT, open=True)
    assert stage.flags == left
    assert stage.at("00:20") == ["Press k again: a clinician has checked this."]
    cleared = [entry.data for entry in stage.kept("flag_cleared")]
    assert cleared == ([] if left else [{"card": "RF05", "side": "left"}])


def test_practice_clears_no_flag(stage: Stage) -> None:
    _flag(stage, "RF05", Side.LEFT)
    stage.relief((20, "k"), (21, "k"), (25, "space"), side=Side.LEFT, practice=True, open=True)
    assert stage.flags == ["RF05"]


def test_a_wrong_number_in_a_list_is_undone_on_the_card(stage: Stage, words: Words) -> None:
    stage.relief((45, "1"), (77, "1"), (80, "u"), (85, "0"), (87, "2"), side=Side.LEFT)
    assert stage.at("01:17")[0] == "GET HELP"
    assert stage.at("01:20")[::2] == ["REST 178 s", f"{words.any_of_these} {REMINDER}"]
    assert stage.flags == []
    assert stage.ended["outcome"] == "gone"
    assert stage.kept("answered")[-1].data == {"question": "green", "answer": "unanswered"}


def test_worse_twice_shows_its_card_at_once(stage: Stage) -> None:
    stage.relief((30, "4"), (32, "0"), (34, "0"), (50, "4"), side=Side.LEFT)
    assert stage.at("00:50")[2] == _card("RF04")[0]
    assert stage.ended["outcome"] == "worse"


def test_a_flag_named_on_a_card_is_kept_too(stage: Stage) -> None:
    stage.relief((30, "!"), (31, "3"), (35, "!"), (36, "1"), (40, "q"), side=Side.LEFT, open=True)
    assert set(stage.flags) == {"RF03", "RF04", "RF01", "RF24"}
    assert stage.lines[-1] == "[00:40] Log saved."


def test_a_cramp_goes_before_the_picker(stage: Stage) -> None:
    stage.relief((30, "!"), (32, "c"), (33, "q"), side=Side.LEFT)
    assert stage.at("00:32") == ["HOLD LEFT 11 s"]


def test_open_flags_stand_in_the_picker_as_far_as_there_are_keys() -> None:
    flags = [OpenFlag("RF05", 1, side, "") for side in (Side.LEFT, None, Side.BOTH)]
    lines = choices(SAFETY, [OpenFlag("RF99", 1, None, ""), *flags])
    condition = SAFETY.cards["RF05"].condition
    assert [line.words for line in lines[7:]] == [
        f"Open: {condition}, left",
        f"Open: {condition}, leg not named",
    ]
    assert not any(line.news for line in lines[6:])
