"""The shipped assets: complete, in shape, and clean of what must not be said."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from relief_tui.coach.safety import NO_STRETCH
from relief_tui.coach.script import Script
from relief_tui.content import load_recovery, load_safety, load_script
from relief_tui.content.never import never_said
from relief_tui.content.shapes import LONGEST_LINE


@pytest.fixture(scope="module")
def script(shipped: Path) -> Script:
    return load_script(shipped)


def lines_of(value: Any) -> Iterator[str]:
    """Every text in a value made of dataclasses, mappings and tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from lines_of(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from lines_of(part)


def test_the_ladder_climbs_from_straight_to_bent_to_standing(script: Script) -> None:
    rungs = [(rung.id, rung.position, rung.seconds) for rung in script.ladder]
    assert rungs == [
        ("R1", "P1", 15),
        ("R2", "P1", 20),
        ("R3", "P3", 20),
        ("R4", "P4", 20),
        ("R5", "P5", 20),
        ("R6", "P1", 20),
    ]
    assert [rung.id for rung in script.ladder if rung.massage] == ["R2"]


def test_after_worse_comes_a_short_hold_with_the_knee_bent(script: Script) -> None:
    assert (script.worse.id, script.worse.position, script.worse.seconds) == ("worse", "P4", 10)
    assert script.lengths.after_worse_s == script.worse.seconds


def test_the_usual_position_is_first_and_heel_walking_waits_for_easing(script: Script) -> None:
    assert list(script.positions) == ["P1", "P2", "P3", "P4", "P5", "P6"]
    assert [id for id, position in script.positions.items() if position.after_easing] == ["P6"]
    assert all(id == position.id for id, position in script.positions.items())


def test_standing_positions_say_to_hold_on_to_something(script: Script) -> None:
    for id in ("P5", "P6"):
        assert "Hold on to something." in script.positions[id].cues[1]


def test_phases_last_as_long_as_the_protocol_says(script: Script) -> None:
    assert dataclasses.asdict(script.lengths) == {
        "start_s": 3,
        "ease_out_s": 10,
        "position_s": 8,
        "ease_in_s": 5,
        "let_go_s": 3,
        "check_s": 10,
        "toes_up_s": 30,
        "rest_s": 180,
        "after_worse_s": 10,
    }
    assert all(type(seconds) is float for seconds in dataclasses.astuple(script.lengths))


def test_the_coach_stops_where_the_protocol_says(script: Script) -> None:
    assert dataclasses.asdict(script.limits) == {
        "holds": 6,
        "clock_s": 300,
        "longest_hold_s": 30,
        "recheck_s": 60,
        "ten_minutes_s": 600,
        "silence_s": 300,
        "worse_wait_s": 60,
        "severe_pain": 7,
    }


def test_figures_in_the_words_are_the_figures_of_the_timer(script: Script) -> None:
    words, lengths = script.words, script.lengths
    said = [words.ease_in, words.toes_up, words.ten_minutes]
    assert [int(re.findall(r"\d+", line)[0]) for line in said] == [
        lengths.ease_in_s,
        lengths.toes_up_s,
        script.limits.ten_minutes_s / 60,
    ]


def test_every_machine_starts_with_the_weight(script: Script) -> None:
    assert list(script.ease_out) == ["prone", "seated", "standing", "other"]
    assert all(len(lines) == 2 for lines in script.ease_out.values())
    assert script.ease_out["prone"][0] == "Let the pad DOWN slowly with both legs."


def test_what_the_screen_must_show_is_in_the_words(script: Script) -> None:
    assert script.words.start[0].startswith("STOP THE SET")
    assert script.words.lower == "LOWER THE WEIGHT about 20 %"
    assert script.words.sip.startswith("Thirsty? SIP")
    assert (script.words.pain, script.words.any_of_these) == ("Pain now?", "Any of these?")
    assert len(script.words.screen) == 4
    assert len(script.words.tear) == len(script.words.multi) == 2


def test_each_band_has_the_rest_and_the_cut_of_the_evidence(script: Script) -> None:
    found = {
        name: (rule.rest_s, rule.cut, rule.recovery_sets, rule.next_cut, rule.after_h)
        for name, rule in script.after.bands.items()
    }
    assert found == {
        "twitch": (120, 10, 0, 0, 0),
        "mild": (180, 20, 1, 10, 24),
        "moderate": (300, 40, 2, 20, 48),
        "severe": (180, 100, 0, 30, 48),
        "repeat": (300, 100, 0, 30, 48),
        "unyielding": (300, 100, 0, 30, 48),
    }
    assert script.after.retest_s == 120


def test_other_exercises_begin_with_what_asks_least_of_the_calf(script: Script) -> None:
    assert [way.id for way in script.after.ways] == ["hinge", "thrust", "seated"]
    for named in ("Nordics", "ball curls", "single-leg RDL"):
        assert named in script.after.never_today
        assert not any(named in way.name for way in script.after.ways)


def test_the_light_set_has_the_dose_of_the_evidence(shipped: Path) -> None:
    recovery = load_recovery(shipped)
    assert (recovery.reps, str(recovery.tempo), recovery.range_deg) == (8, "3-0-3", 60)
    assert 60 <= recovery.rest_s <= 90


def test_the_plan_says_the_count_of_the_light_set(assets: Path) -> None:
    file = assets / "relief" / "recovery.toml"
    file.write_text(file.read_text("utf-8").replace("reps = 8", "reps = 6"), "utf-8")
    assert load_script(assets).after.slow_reps == "6 slow reps"


def test_every_line_can_be_read_across_the_room(script: Script) -> None:
    said = dataclasses.asdict(script)
    del said["safety"]["cards"]  # read at rest, and longer
    lines = list(lines_of(said))
    assert len(lines) > 100
    assert [line for line in lines if len(line) > LONGEST_LINE] == []


def test_only_the_good_ending_says_walk(script: Script) -> None:
    words = script.words
    assert "easy walk" in words.end_ok[0]
    for line in (
        *script.safety.end,
        script.after.untested,
        script.after.not_right,
        *words.end_stopped,
        *words.end_nobody,
        *words.end_worse,
        *words.spent,
        words.worse,
        words.ten_minutes,
    ):
        assert not re.search(r"\b(walk|stretch|go on|saved)", line, re.IGNORECASE), line


def test_there_are_25_cards_in_four_tiers(shipped: Path) -> None:
    cards = load_safety(shipped).cards
    assert list(cards) == [f"RF{number:02}" for number in range(1, 26)]
    by_tier = {tier: [id for id in cards if cards[id].tier == tier] for tier in (1, 2, 3, 4)}
    assert by_tier == {
        1: ["RF01", "RF05", "RF06", "RF07", "RF09", "RF13", "RF16", "RF24"],
        2: ["RF02", "RF03", "RF04", "RF08", "RF10", "RF11", "RF12", "RF23"],
        3: ["RF14", "RF15", "RF17", "RF18", "RF19", "RF20", "RF21", "RF22"],
        4: ["RF25"],
    }


def test_a_card_says_where_to_go_in_words_not_in_tiers(shipped: Path) -> None:
    for card in load_safety(shipped).cards.values():
        text = f"{card.condition} {card.signs} {card.do} {card.do_not}"
        assert card.sources
        assert not re.search(r"\btier\b|\bRF\d|\b(911|112|999)\b", text), card.id


def test_cards_that_forbid_a_stretch_never_tell_to_do_one(shipped: Path) -> None:
    cards = load_safety(shipped).cards
    for id in NO_STRETCH:
        assert not re.search(r"stretch|massage|\broll", cards[id].do, re.IGNORECASE), id


def test_each_answer_leads_to_its_cards(shipped: Path) -> None:
    safety = load_safety(shipped)
    assert safety.screen == (
        ("RF03", "RF04"),
        ("RF05", "RF02"),
        ("RF06", "RF07", "RF09", "RF08", "RF10"),
        (),
    )
    assert (safety.tear, safety.multi) == (("RF03", "RF04"), ("RF12",))
    assert (safety.worse_twice, safety.ten_minutes) == (("RF04",), ("RF11",))
    assert safety.severe_pain == ("RF04",)


def test_the_picker_has_seven_lines_and_the_last_shows_every_card(shipped: Path) -> None:
    safety = load_safety(shipped)
    assert len(safety.picker) == 7
    everything = safety.picker[6].cards
    assert sorted(everything) == list(safety.cards)
    assert tuple(card.id for card in safety.by_tier(everything)) == everything


def test_much_to_drink_only_changes_the_order(shipped: Path) -> None:
    line = load_safety(shipped).picker[1]
    assert line.reorder is not None
    assert line.reorder.yes[0] == "RF09"
    assert line.reorder.no[0] == line.cards[0] == "RF07"
    assert sorted(line.reorder.yes) == sorted(line.reorder.no) == sorted(line.cards)


def test_no_shipped_text_says_what_must_never_be_said(shipped: Path) -> None:
    files = list(shipped.glob("*/*.toml"))
    folders = {file.parent.name for file in files}
    assert folders == {"guide", "relief", "routines", "safety", "template", "why", "workout"}
    for file in files:
        if file.name != "never.toml" and file.parent.name != "guide":  # that has a test of its own
            raw = tomllib.loads(file.read_text("utf-8"))
            for card in raw.get("cards", []):
                card.pop("do_not", None)  # it names what is forbidden
            for text in lines_of(raw):
                assert never_said(text) == [], (file.name, text)


def test_every_file_begins_by_saying_what_it_is(shipped: Path) -> None:
    for file in shipped.glob("*/*.toml"):
        assert file.read_text("utf-8").startswith("# "), file.name
