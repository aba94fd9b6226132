"""Home in lines: what stands there, and the ways out of it."""

from __future__ import annotations

import pytest

from relief_tui.coach.event import Drank, Flagged
from relief_tui.coach.step import Side
from tests.plain.stage import Stage, Told

PROMPT = "c cramp · a active recovery · ! red flags · d drank · ? keys · q quit"


def test_home_says_what_there_is(stage: Stage) -> None:
    stage.services.log.write("", Drank())
    stage.services.log.write("", Flagged("RF04", 2, Side.LEFT))
    stage.at_home()
    assert stage.code == 0
    assert stage.lines == [
        "Relief: a coach for the calf that cramps in the middle of a set.",
        "CRAMP? c or SPACE: relief starts at once.",
        "Last cramp: none yet. It will stand here once relief has run",
        "Today: 1 drink",
        "Open red flag: Calf muscle tear, left. Press ! to read or clear it",
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
    stage.at_home((1, "d"), (2, "m"), (3, "?"), (4, "5"), (5, "!"), (6, "0"), (7, "q"), open=True)
    assert {"Sip noted.", "Muted."} <= set(stage.lines)
    assert stage.lines.count(PROMPT) == 2
    assert len(stage.kept("drank")) == 1


def test_at_the_end_of_input_the_cards_are_told(stage: Stage) -> None:
    stage.at_home((1, "!"), (2, "3"))
    assert stage.lines.count("GET HELP") == 2


def test_a_signal_leaves_home(stage: Stage) -> None:
    assert stage.at_home((1, Told(15))).code == 143
