"""A relief in lines: what is said when, with keys and without."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relief_tui.coach.relief import Relief
from relief_tui.coach.script import Words
from relief_tui.coach.step import Side
from relief_tui.content import load_script
from tests.plain.stage import Sleep, Stage, TerminalText

CHECK = "HOW IS IT? 1 gone 2 easing 3 same 4 worse"
SCRIPT = load_script()
LIGHTER = "LOWER THE WEIGHT about 20 %   rule of thumb"
OVER = ["LOWER THE WEIGHT: No more curls today.   rule of thumb", SCRIPT.after.untested]
FIRST, BENT = SCRIPT.positions["P1"].cues, SCRIPT.positions["P4"].cues
_BEGUN = Relief(SCRIPT).begin().step
START = _BEGUN.cues if _BEGUN else ()


def _milestones(stage: Stage) -> list[str]:
    """All lines but the cues of a step, which are held against the script elsewhere."""
    cues = {*START, *SCRIPT.words.hold, SCRIPT.words.ease_in, SCRIPT.words.let_go}
    cues |= {*FIRST, *SCRIPT.ease_out["other"], *_silent(SCRIPT.words)}
    return [line for line in stage.lines if line[8:] not in cues and "next:" not in line]


def _round(at_s: int, side: str = "LEFT") -> list[str]:
    steps = [(0, "EASE IN", 5), (5, "HOLD", 15), (20, "LET GO", 3)]
    lines = [(at_s + after, f"{phase} {side} {s} s") for after, phase, s in steps]
    return [f"[{at // 60:02}:{at % 60:02}] {line}" for at, line in [*lines, (at_s + 23, CHECK)]]


def _silent(words: Words) -> tuple[str, ...]:
    return words.silent.before, words.silent.hold, words.silent.last


def test_hands_free_it_goes_on_and_stops_at_its_limit(stage: Stage, words: Words) -> None:
    stage.relief(side=Side.LEFT)
    assert stage.code == 0
    assert _milestones(stage) == [
        "[00:00] STOP THE SET LEFT 3 s",
        "[00:03] WEIGHT DOWN LEFT 10 s",
        "[00:13] TOES TO SHIN LEFT 8 s",
        *(line for start in range(21, 219, 33) for line in _round(start)),
        *(f"[03:39] {line}" for line in words.end_nobody),
        "[03:39] Log saved.",
    ]
    assert stage.ended["outcome"] == "unanswered"


def test_why_tells_what_it_answers_before_the_answer(stage: Stage) -> None:
    stage.relief((22.0, "i"), side=Side.LEFT)
    name, said, known, more = stage.at("00:22")
    entry = stage.services.guide.entry("gentle-beats-hard")
    assert entry is not None
    assert name == f"{entry.name}   {entry.label.shape} {entry.label}"
    assert said == f"People say: {entry.says}"
    assert known == f"Known: {entry.known}"
    assert more == "More: relief guide gentle-beats-hard"


def test_a_step_says_what_to_do_and_what_comes_next(stage: Stage, words: Words) -> None:
    stage.relief(side=Side.LEFT)
    assert stage.at("00:00") == ["STOP THE SET LEFT 3 s", *START]
    down = SCRIPT.ease_out["other"]
    assert stage.at("00:03") == ["WEIGHT DOWN LEFT 10 s", *down, "next: TOES TO SHIN 8 s"]
    assert stage.at("00:13") == ["TOES TO SHIN LEFT 8 s", FIRST[0], "next: EASE IN 5 s"]
    assert stage.at("00:21") == ["EASE IN LEFT 5 s", FIRST[1], words.ease_in]
    assert stage.at("00:26") == ["HOLD LEFT 15 s", *words.hold, "next: LET GO 3 s"]
    assert stage.at("00:41") == ["LET GO LEFT 3 s", words.let_go]
    assert stage.at("00:44")[0] == CHECK


def test_what_was_said_once_is_said_shorter_or_not_at_all(stage: Stage, words: Words) -> None:
    stage.relief(side=Side.LEFT)
    assert stage.at("00:59") == ["HOLD LEFT 15 s", words.hold[0], "next: LET GO 3 s"]
    told = [line[8:] for line in stage.lines]
    assert [told.count(line) for line in _silent(words)] == [1, 1, 1]
    assert words.silent.before in stage.at("01:27"), "nobody holds anything yet"
    assert words.silent.hold in stage.at("01:32")


def test_an_unknown_leg_is_never_guessed(stage: Stage) -> None:
    stage.relief()
    assert stage.lines[0] == "[00:00] STOP THE SET CRAMPED LEG 3 s"
    assert not [line for line in stage.lines if "LEFT" in line or "RIGHT" in line]


def test_gone_leads_through_list_and_pain_to_the_end(stage: Stage, words: Words) -> None:
    stage.relief((45, "1"), (77, "0"), (80, "3"), (100, "d"), side=Side.LEFT)
    lower = f"{words.lower}   rule of thumb"
    assert stage.since("00:45") == [
        "TOES TO SHIN LEFT 30 s",
        words.toes_up,
        lower,
        words.sip,
        "next: REST, and a list to answer",
        "REST 180 s",
        "next: a few questions, then the plan",
        f"{words.any_of_these} {words.screen_hint}",
        *(f"{number} {line}" for number, line in enumerate(words.screen, start=1)),
        f"0 {words.none_of_these}",
        f"{words.pain} {words.pain_hint}",
        "REST 175 s",
        "Sip noted.",
        *OVER,
        "Log saved.",
    ]
    assert stage.lines[-1] == "[04:15] Log saved."
    assert stage.ended | {"outcome": "gone", "band": "mild"} == stage.ended
    assert stage.ended["time_to_relief_s"] == pytest.approx(45)
    assert len(stage.kept("drank")) == 1


def test_a_list_ignores_the_keys_of_its_first_second(stage: Stage, words: Words) -> None:
    stage.relief((45, "1"), (75.5, "0"), (77, "0"), side=Side.LEFT)
    assert not any(line.startswith(words.pain) for line in stage.at("01:15"))
    assert any(line.startswith(words.pain) for line in stage.at("01:17"))


def test_gone_and_the_end_of_input_end_when_the_rest_does(stage: Stage) -> None:
    stage.relief((45, "1"), side=Side.LEFT)
    assert stage.at("04:15") == [*OVER, "Log saved."]
    assert stage.ended["outcome"] == "gone"
    open_questions = [entry.data for entry in stage.kept("answered")][1:]
    assert open_questions == [
        {"question": "screen", "answer": "unanswered"},
        {"question": "pain", "answer": "unanswered"},
    ]


def test_gone_and_silence_end_five_minutes_after_the_last_key(stage: Stage, words: Words) -> None:
    stage.relief((45, "1"), side=Side.LEFT, open=True)
    assert stage.at("04:15")[:2] == ["REST 0 s", f"{words.any_of_these} {words.screen_hint}"]
    assert stage.at("05:45") == [*OVER, "Log saved."]


def test_a_one_and_a_zero_are_ten_and_worse_than_bearable(stage: Stage) -> None:
    stage.relief((45, "1"), (77, "0"), (79, "1"), (80, "0"), side=Side.LEFT)
    assert stage.at("01:20")[:2] == ["GET HELP", "Get medical help today."]
    assert stage.since("01:20")[-3:] == [*load_script().safety.end, "Log saved."]
    assert stage.kept("answered")[-1].data == {"question": "pain", "answer": 10}
    assert stage.flags == ["RF04"]


def test_worse_lets_go_at_once_and_asks(stage: Stage, words: Words) -> None:
    stage.relief((30, "4"), (32, "0"), (34, "0"), (50, "q"), side=Side.LEFT)
    assert stage.at("00:30") == [
        "LET GO LEFT 3 s",
        words.let_go,
        words.worse,
        f"{words.any_of_these} {words.screen_hint}",
        *(f"{number} {line}" for number, line in enumerate(words.tear, start=1)),
        f"0 {words.none_of_these}",
    ]
    assert f"1 {words.screen[0]}" in stage.at("00:32")
    assert stage.at("00:34")[:3] == ["TOES TO SHIN LEFT 8 s", BENT[0], words.half_pull]


def test_worse_and_silence_end_at_five_minutes(stage: Stage, words: Words) -> None:
    stage.relief((30, "4"), side=Side.LEFT)
    assert stage.lines[-3:] == [f"[05:00] {line}" for line in (*words.end_worse, "Log saved.")]
    assert stage.ended["outcome"] == "worse"


def test_half_the_pull_is_said_again_at_the_hold(stage: Stage, words: Words) -> None:
    stage.relief((30, "4"), (32, "0"), (34, "0"), (50, "q"), side=Side.LEFT)
    assert words.half_pull in stage.at("00:34")
    assert stage.at("00:42") == ["EASE IN LEFT 5 s", BENT[1]]
    assert stage.at("00:47")[:2] == ["HOLD LEFT 10 s", words.half_pull]


def test_a_list_that_comes_back_is_only_called_to_mind(stage: Stage, words: Words) -> None:
    stage.relief(*((46 + 31 * n, "3") for n in range(6)), side=Side.LEFT)
    title = words.any_of_these
    lists = [line for line in stage.lines if title in line]
    assert lists[0].endswith(words.screen_hint)
    assert len(lists) > 2
    assert {line[8:] for line in lists[1:]} == {
        f"{title} 1-{len(words.screen)} as above · 0 {words.none_of_these}"
    }
    assert stage.lines[-1] == "[10:00] Log saved."
    assert (stage.ended["outcome"], stage.flags) == ("unyielding", ["RF11"])


def test_a_pause_keeps_what_remains(stage: Stage) -> None:
    stage.relief((30, "space"), (50, "space"), (51, "q"), side=Side.LEFT)
    assert stage.at("00:30") == ["paused: HOLD LEFT 11 s – SPACE go on · r restart"]
    assert stage.at("00:50") == ["HOLD LEFT 11 s"]


def test_to_go_on_never_pauses(stage: Stage) -> None:
    stage.relief((30, "go on"), (35, "space"), (37, "go on"), (40, "q"), side=Side.LEFT)
    assert stage.at("00:30") == []
    assert stage.at("00:37") == ["HOLD LEFT 6 s"]


def test_after_an_absence_it_waits(stage: Stage) -> None:
    stage.relief((30, Sleep(191)), (230, "space"), (235, "q"), side=Side.LEFT)
    assert stage.at("03:41") == ["away 3:12 – SPACE go on · r restart"]
    assert stage.at("03:50") == ["EASE IN LEFT 5 s", FIRST[1]]


def test_without_input_nothing_waits(stage: Stage) -> None:
    stage.relief((30, Sleep(59)), side=Side.LEFT)
    assert "away 1:00 – SPACE go on · r restart" in stage.at("01:29")
    assert "EASE IN LEFT 5 s" in stage.at("01:29")
    assert stage.since("01:29")[-1] == "Log saved."


def test_a_pause_at_the_end_of_input_ends(stage: Stage) -> None:
    stage.relief((30, "space"), side=Side.LEFT)
    assert stage.at("00:30")[:2] == [
        "paused: HOLD LEFT 11 s – SPACE go on · r restart",
        "HOLD LEFT 11 s",
    ]
    assert stage.ended["outcome"] == "unanswered"


def test_more_time_and_the_other_leg_are_told(stage: Stage) -> None:
    stage.relief((30, "+"), (31, "s"), (32, "o"), (33, "q"), side=Side.LEFT)
    assert stage.at("00:30") == ["HOLD LEFT 16 s"]
    assert stage.at("00:31")[0] == "EASE IN RIGHT 5 s"
    assert stage.at("00:32")[0] == "TOES TO SHIN RIGHT 8 s"


def test_gone_too_soon_is_undone(stage: Stage) -> None:
    stage.relief((45, "1"), (48, "u"), (50, "3"), (51, "q"), side=Side.LEFT)
    assert stage.at("00:48")[0] == CHECK
    assert stage.at("00:50")[0] == "EASE IN LEFT 5 s"
    assert stage.ended["outcome"] == "stopped"


def test_a_new_cramp_while_it_rests_is_a_new_run(stage: Stage) -> None:
    stage.relief((30, "c"), (45, "1"), (50, "c"), (60, "q"), side=Side.LEFT)
    assert stage.at("00:30") == []
    assert stage.lines.count("[00:00] STOP THE SET LEFT 3 s") == 2
    assert [entry.data["outcome"] for entry in stage.kept("relief_ended")] == ["gone", "cancelled"]


@pytest.mark.parametrize("key", ["q", "x", "ctrl+c"])
def test_stopping_keeps_what_was_done(stage: Stage, words: Words, key: str) -> None:
    stage.relief((50, key), side=Side.LEFT)
    assert stage.at("00:50") == [*words.end_stopped, LIGHTER, "Log saved."]
    assert (stage.code, stage.ended["outcome"], stage.ended["holds"]) == (0, "stopped", 1)


def test_practice_keeps_nothing(stage: Stage) -> None:
    stage.relief((45, "1"), (46, "d"), (47, "q"), side=Side.LEFT, practice=True)
    assert stage.lines[-1] == "[00:47] Practice: nothing was kept."
    assert stage.services.log.entries() == []


def test_the_bell_rings_on_a_terminal_until_it_is_muted(stage: Stage) -> None:
    stage.out = TerminalText()
    stage.relief((40, "m"), (90, "q"), side=Side.LEFT)
    assert stage.out.getvalue().count("\a") == 1
    assert "[00:40] Muted." in stage.lines


def test_what_the_keys_do_can_be_asked(stage: Stage) -> None:
    stage.relief((30, "?"), (31, "q"))
    assert (
        "a active recovery · ! red flags · d drank · m mute · c cramp · x stop · q quit"
        in stage.at("00:30")
    )


_KEYS = ["space", "enter", "escape", "k", "go on", "w", "\x1b[A", "٣", *"nprsoux!dm?+-0123456789"]
"""Not ``c``: a second cramp is no practice any more, and is kept."""


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(gaps=st.lists(st.tuples(st.floats(0, 40), st.sampled_from(_KEYS)), max_size=25))
def test_whatever_is_pressed_every_line_is_one_and_it_ends(
    stage: Stage, gaps: list[tuple[float, str]]
) -> None:
    at = 0.0
    script = [(at := at + gap, key) for gap, key in gaps]
    again = Stage(stage.home)
    again.relief(*script, practice=True)
    assert again.code == 0
    assert not [line for line in again.lines if not re.fullmatch(r"\[\d\d:\d\d\] \S.*", line)]
    assert all(line.isprintable() for line in again.lines)
    assert again.lines[-1].endswith("Practice: nothing was kept.")
    assert again.services.log.entries() == []
    again.services.close()
