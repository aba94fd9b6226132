"""The history as a table, as lines and as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.event import (
    Drank,
    Event,
    Flagged,
    HoldDone,
    RecoveryBegan,
    RecoveryEnded,
    ReliefBegan,
    ReliefEnded,
    SetDone,
    Undone,
    WarmupEnded,
    WorkoutBegan,
    WorkoutEnded,
)
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.journal.entry import Entry, Stamp
from relief_tui.report.history import History, as_json, as_text, history_of
from tests.support.clock import EVENING, FakeClock

HOSTILE = '[bold]a [/foo] b[/] [link="x\n\x1b[31m\x9b2J\x07\u202e👩‍🚀 ' + "x" * 5000


def entries(*events: Event) -> list[Entry]:
    clock = FakeClock()
    stamp = Stamp(clock.wall)
    found = []
    for number, event in enumerate(events):
        found.append(stamp.entry(f"r{number}", event))
        clock.advance(60)
    return found


def shown(*events: Event, width: int = 120, colour: bool = False) -> str:
    told = entries(*events)
    return as_text(history_of(told, told), width=width, colour=colour)


CURL = ReliefEnded("gone", "mild", 2, 72.4, Side.LEFT, "prone", "leg curl", Load(42.5, Unit.KG))


def test_a_cramp_is_a_row_with_all_that_is_known() -> None:
    header, row = shown(CURL).splitlines()
    assert re.sub(" +", " ", header) == (
        "No When Side Outcome Band Holds Let go in Machine Exercise Load"
    )
    assert re.split(" {2,}", row.strip()) == [
        "1", "2026-11-02 18:30", "left", "gone", "mild", "2", "1:12", "prone", "leg curl",
        "42.5 kg",
    ]  # fmt: skip


def test_what_is_not_known_is_a_dash() -> None:
    row = shown(ReliefEnded("interrupted", holds=1)).splitlines()[1]
    assert row.split() == ["1", "2026-11-02", "18:30", "–", "interrupted", "–", "1", *"––––"]


def test_what_was_no_cramp_of_its_own_is_told_as_that() -> None:
    told = entries(
        ReliefEnded("interrupted"),
        ReliefEnded("interrupted", holds=1),
        ReliefEnded("cancelled"),
        ReliefBegan(),
        ReliefEnded("gone", "mild", 1, 40.0),
    )
    told[-1] = replace(told[-1], run=told[-2].run)
    table, none = as_text(history_of(told, ()), width=120, colour=False).split("\n\n")
    assert len(table.splitlines()) == 2
    assert none.splitlines() == [
        "Cancelled before a hold: no cramps",
        "  2026-11-02 18:30",
        "  2026-11-02 18:32",
        "Begun again: the same cramp",
        "  2026-11-02 18:31",
    ]


def test_a_narrow_window_gets_lines_of_the_same_facts() -> None:
    assert shown(CURL, ReliefEnded("stopped", holds=1), width=60).splitlines() == [
        "2026-11-02 18:30  left  gone  mild  2 holds  let go in 1:12",
        "  No 2 · leg curl · prone · 42.5 kg",
        "2026-11-02 18:31  stopped  1 hold",
        "  No 1",
    ]


def test_light_sets_are_told_with_their_load() -> None:
    told = entries(RecoveryBegan(Load(10.0, Unit.KG), 1, 8))
    told += [replace(entries(RecoveryEnded(8, "done"))[0], id="z", run=told[0].run)]
    lines = as_text(history_of(told, told), width=80, colour=False).splitlines()
    assert lines[0] == "Active recovery"
    assert lines[1].endswith("done  8 reps  10 kg")


def test_warm_ups_are_told_with_what_was_done_and_how_long() -> None:
    told = (
        WarmupEnded("done", 7, 0, "standard", 420.0),
        WarmupEnded("stopped", 2, 5, HOSTILE, 61.0),
        WarmupEnded("interrupted", 0, 1, "ankle"),
    )
    lines = shown(*told).splitlines()
    assert lines[:2] == ["Warm-ups", "  2026-11-02 18:30  standard  done  7 done  7:00"]
    assert lines[2].startswith("  2026-11-02 18:31  [bold]a [/foo] b[/]")
    assert "stopped  2 done, 5 skipped  1:01" in " ".join(lines)
    assert lines[-1] == "  2026-11-02 18:32  ankle  interrupted  0 done, 1 skipped"


def test_a_workout_is_told_with_all_of_its_sets_and_a_long_name_is_cut() -> None:
    run, kilos = "w", (60.0, 50.0, 40.0, 30.0, 20.0)
    name = "Seated leg curl " * 20
    sets = [SetDone("Leg curl", Load(each, Unit.KG), 12) for each in (*kilos, *kilos)]
    told = entries(WorkoutBegan("Leg curl"), *sets, SetDone(name, None, 8), WorkoutEnded("done"))
    told = [replace(each, run=run) for each in told]
    lines = as_text(history_of(told, told), width=400, colour=False).splitlines()
    doses = ", ".join(f"{each:g} kg × 12" for each in (*kilos, *kilos[:3]))
    assert f"    Leg curl: {doses}, and 2 more" in lines
    assert f"    {name[:79]}…: 8 reps" in lines


def test_drinks_are_by_day() -> None:
    assert shown(Drank(), Drank(250), Drank(0.5)).splitlines() == [
        "Drinks", "  2026-11-02  3 drinks, 250.5 ml",
    ]  # fmt: skip
    assert shown(Drank()).splitlines()[1] == "  2026-11-02  1 drink"


def test_open_red_flags_come_first() -> None:
    lines = shown(CURL, Flagged("RF03", 1, Side.LEFT), Flagged("RF20", 9)).splitlines()
    assert lines[:4] == [
        "GET HELP: red flags that are open",
        "  RF03  emergency now  left  since 2026-11-02 18:31",
        "  RF20  tier 9  side not known  since 2026-11-02 18:32",
        "",
    ]


def test_a_flag_is_told_however_long_it_is_open() -> None:
    history = history_of([], entries(Flagged("RF03", 1)), days=1)
    text = as_text(history, width=80, colour=False)
    assert "RF03" in text
    assert text.endswith("Nothing is written down for the last day.")


def test_nothing_is_one_plain_sentence() -> None:
    assert as_text(History(), width=120, colour=False) == (
        "Nothing is written down yet: `relief now` guides you through a cramp, "
        "and keeps what happened."
    )
    week = as_text(History(days=7), width=80, colour=False)
    assert week == "Nothing is written down for the last 7 days."


@pytest.mark.parametrize("width", [1, 20, 40, 80, 120, 300])
@pytest.mark.parametrize("colour", [False, True])
def test_names_are_text_whatever_they_hold(width: int, colour: bool) -> None:
    ended = ReliefEnded("gone", machine=HOSTILE, exercise=HOSTILE)
    text = shown(ended, Flagged(HOSTILE, 1), width=width, colour=colour)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text) if colour else text
    assert all(c.isprintable() or c in "\n\u200d" for c in plain)
    if width >= 80:
        assert "[bold]a [/foo] b[/]" in plain


def test_no_line_is_wider_than_the_window() -> None:
    for width in (20, 40, 80, 90, 100, 200):
        text = shown(CURL, ReliefEnded("gone", exercise="x" * 5000), Drank(), width=width)
        assert max(map(len, text.splitlines())) <= width


def test_escape_codes_only_with_colour() -> None:
    told = CURL, Flagged("RF03", 1), Drank()
    assert "\x1b" not in shown(*told)
    assert "\x1b[1m" in shown(*told, colour=True)


def test_json_is_one_list_of_all_events_oldest_first() -> None:
    told = entries(ReliefBegan(load=Load(45, Unit.KG)), HoldDone("R1", 15))
    told += entries(Undone(told[1].id))
    first, second, third = json.loads(as_json(told))
    assert list(first) == [
        "id", "at", "run", "kind", "side", "machine", "exercise", "load",
    ]  # fmt: skip
    assert first["load"] == {"value": 45.0, "unit": "kg"}
    assert first["side"] is None
    assert second == {
        "id": told[1].id,
        "at": (EVENING + timedelta(seconds=60)).isoformat(timespec="milliseconds"),
        "run": "r1",
        "kind": "hold_done",
        "rung": "R1",
        "seconds": 15.0,
    }
    assert (third["kind"], third["event"]) == ("undone", told[1].id)
    assert json.loads(as_json([])) == []


def test_json_keeps_its_own_names() -> None:
    strange = Entry("1", "then", "r", "new", {"id": "2", "kind": "x", "more": [1]})
    assert json.loads(as_json([strange])) == [
        {"id": "1", "at": "then", "run": "r", "kind": "new", "more": [1]}
    ]


@given(st.text())
def test_json_carries_any_name_in_printable_ascii(name: str) -> None:
    text = as_json(entries(ReliefBegan(exercise=name)))
    assert text.isascii()
    assert text.replace("\n", "").isprintable()
    sound = name.encode(errors="replace").decode()
    assert json.loads(text)[0]["exercise"] == sound
