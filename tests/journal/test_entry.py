"""Ids that sort and never meet; events that come back as they went in."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.event import (
    KINDS,
    Band,
    Drank,
    Event,
    HoldDone,
    Outcome,
    ReliefBegan,
    ReliefEnded,
)
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.journal.entry import Stamp, UnfitError, from_row, id_floor, to_row
from tests.support.clock import EVENING, FakeClock

_NUMBERS = st.floats(0, 1e6)
_TEXT = st.none() | st.text()
_LOADS = st.none() | st.builds(Load, _NUMBERS, st.sampled_from(Unit))
_ENDINGS = st.builds(
    ReliefEnded,
    outcome=st.sampled_from(get_args(Outcome)),
    band=st.none() | st.sampled_from(get_args(Band)),
    holds=st.integers(0, 9),
    time_to_relief_s=st.none() | _NUMBERS,
    side=st.none() | st.sampled_from(Side),
    machine=_TEXT,
    exercise=_TEXT,
    load=_LOADS,
)

LOADED = ("load", "load_before", "load_after", "advised")
LOADS = st.none() | st.builds(Load, st.floats(0.5, 500.0), st.sampled_from(Unit))


def test_the_data_reads_as_the_surface_says(clock: FakeClock) -> None:
    event = ReliefBegan(Side.LEFT, "prone", "leg curl", Load(45, Unit.KG))
    entry = Stamp(clock.wall).entry("r", event)
    assert entry.at == "2026-11-02T18:30:00.000+01:00"
    assert entry.data == {
        "side": "left",
        "machine": "prone",
        "exercise": "leg curl",
        "load": {"value": 45.0, "unit": "kg"},
    }
    assert Stamp(clock.wall).entry("r", ReliefBegan()).data["side"] is None


@given(_ENDINGS)
def test_an_event_comes_back_as_it_went_in(event: ReliefEnded) -> None:
    entry = Stamp(FakeClock().wall).entry("r", event)
    back = from_row(to_row(entry))
    assert back == entry
    assert back.event == event


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.kind)
@given(st.data())
def test_every_kind_comes_back(kind: type[Event], data: st.DataObject) -> None:
    st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
    hints = get_type_hints(kind)
    values = {
        each.name: LOADS if each.name in LOADED else st.from_type(hints[each.name])
        for each in fields(kind)
    }
    event = data.draw(st.builds(kind, **values))
    assert from_row(to_row(Stamp(FakeClock().wall).entry("r", event))).event == event


@given(st.lists(st.timedeltas(-timedelta(days=2), timedelta(days=2)), min_size=1, max_size=50))
def test_ids_ascend_and_differ_whatever_the_clock_does(steps: list[timedelta]) -> None:
    times = iter([EVENING + step for step in steps for _ in range(2)])
    stamp = Stamp(lambda: next(times))
    ids = [stamp.entry("r", Drank()).id for _ in range(2 * len(steps))]
    assert ids == sorted(set(ids))
    assert {len(id) for id in ids} == {32}


def test_ids_of_two_machines_differ_within_a_millisecond(clock: FakeClock) -> None:
    machines = [Stamp(clock.wall) for _ in range(100)]
    ids = {stamp.entry("r", Drank()).id for stamp in machines for _ in range(20)}
    assert len(ids) == 2000
    assert all(id >= id_floor(EVENING) for id in ids)
    assert all(id < id_floor(EVENING + timedelta(milliseconds=1)) for id in ids)


def test_an_id_begins_with_the_milliseconds() -> None:
    at = datetime(2026, 11, 2, 18, 30, 0, 123_999, timezone(timedelta(hours=5)))
    milliseconds = int(datetime(2026, 11, 2, 13, 30, tzinfo=UTC).timestamp()) * 1000 + 123
    assert int(Stamp(lambda: at).entry("r", Drank()).id[:12], 16) == milliseconds


def test_what_follows_sorts_after_what_is_known(clock: FakeClock) -> None:
    future = Stamp(lambda: EVENING + timedelta(days=900)).entry("r", Drank()).id
    stamp = Stamp(clock.wall)
    stamp.follow(future)
    assert stamp.entry("r", Drank()).id > future


def test_two_that_follow_the_same_event_give_different_ids(clock: FakeClock) -> None:
    future = Stamp(lambda: EVENING + timedelta(days=900)).entry("r", Drank()).id
    ids = set()
    for _ in range(2):
        stamp = Stamp(clock.wall)
        stamp.follow(future)
        ids |= {stamp.entry("r", Drank()).id for _ in range(9)}
    assert len(ids) == 18


@pytest.mark.parametrize("id", ["", "not hex", "ff", "f" * 32, "0x" + "a" * 30, "-" + "1" * 31])
def test_an_id_of_no_known_time_is_not_followed(id: str, clock: FakeClock) -> None:
    stamp = Stamp(clock.wall)
    stamp.follow(id)
    assert stamp.entry("r", Drank()).id < id_floor(EVENING + timedelta(seconds=1))


def test_a_name_in_a_broken_encoding_is_kept_as_far_as_it_can_be_said(clock: FakeClock) -> None:
    entry = Stamp(clock.wall).entry("r\udcff", ReliefBegan(exercise="Fu\udcdfheben"))
    assert entry.run == "r?"
    assert from_row(to_row(entry)).data["exercise"] == "Fu?heben"


@pytest.mark.parametrize(
    ("kind", "data", "why"),
    [
        ("hold_done", '{"rung": "R1", "seconds": "15"}', "`$.seconds`"),
        ("hold_done", '{"rung": "R1"}', "`seconds`"),
        ("relief_ended", '{"outcome": "splendid"}', "splendid"),
        ("relief_ended", "[]", "object"),
        ("from_the_future", "3", "object"),
        ("hold_done", "{", "truncated"),
        ("from_the_future", '{"a":' * 9999 + "1" + "}" * 9999, "recursion"),
    ],
)
def test_a_row_that_does_not_fit_says_why(kind: str, data: str, why: str) -> None:
    with pytest.raises(UnfitError, match=why.replace("$", r"\$")):
        from_row(("1", "2026-11-02T18:30:00.000+01:00", "r", kind, data))


@pytest.mark.parametrize("at", ["", "yesterday", "2026-11-02T18:30:00.000"])
def test_a_time_without_its_offset_does_not_fit(at: str) -> None:
    with pytest.raises(UnfitError):
        from_row(("1", at, "r", "hold_done", '{"rung": "R1", "seconds": 15}'))


def test_kinds_and_fields_of_a_newer_relief_are_kept_as_they_are() -> None:
    at = "2026-11-02T18:30:00.000+01:00"
    unknown = from_row(("1", at, "r", "from_the_future", '{"reps": 8}'))
    assert unknown.data == {"reps": 8}
    assert unknown.event is None
    richer = from_row(("1", at, "r", "hold_done", '{"rung": "R1", "seconds": 15, "pull": 2}'))
    assert richer.event == HoldDone("R1", 15.0)
    assert richer.data["pull"] == 2
