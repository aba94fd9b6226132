"""What happened, told by trainings: each thing once, and page by page what it is in one piece."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relief_tui.coach.event import (
    Drank,
    Event,
    Noted,
    RecoveryBegan,
    RecoveryEnded,
    ReliefBegan,
    ReliefEnded,
    StepBegan,
    Undone,
    WarmupBegan,
    WarmupEnded,
)
from relief_tui.journal import diary
from relief_tui.journal import log as log_module
from relief_tui.journal.counting import counting
from relief_tui.journal.diary import NOTE, Group, groups
from relief_tui.journal.entry import Entry, Stamp
from relief_tui.journal.log import Log, open_log
from relief_tui.journal.trainings import parted
from tests.support.clock import FakeClock

HOUR_S = 3600.0
_RUNS: tuple[tuple[Event, Event], ...] = (
    (ReliefBegan(), ReliefEnded("gone", "mild", 1, 41.0)),
    (WarmupBegan("standard"), WarmupEnded("done", 7, 0, "standard")),
    (WarmupBegan("bedtime"), WarmupEnded("done", 2, 0, "bedtime")),
    (RecoveryBegan(), RecoveryEnded(10)),
)
_GAPS = st.sampled_from([60.0, HOUR_S, 2.9 * HOUR_S, 3.1 * HOUR_S, 26 * HOUR_S, -HOUR_S])


@st.composite
def days(draw: st.DrawFn) -> list[Entry]:
    """What one machine might have written in some days: runs that end, or not, or late; drinks;
    notes; deletions; a clock that is set back."""
    clock = FakeClock()
    stamp = Stamp(clock.wall)
    written: list[Entry] = []
    for number in range(draw(st.integers(0, 12))):
        clock.advance(draw(_GAPS))
        run, (began, ended) = f"run {number}", draw(st.sampled_from(_RUNS))
        what = draw(st.sampled_from(["run", "run", "late", "never", "drink", "deleted"]))
        if what == "drink":
            written.append(stamp.entry("", Drank()))
            continue
        written.append(stamp.entry(run, began))
        written.append(stamp.entry(run, StepBegan(1, "HOLD", None, None, 15.0)))
        clock.advance(5 * HOUR_S if what == "late" else 120.0)
        if what != "never":
            written.append(stamp.entry(run, ended))
        if what == "deleted":
            written.append(stamp.entry(run, Undone(run)))
        if draw(st.booleans()):
            written.append(stamp.entry(run, Noted(NOTE, "a note")))
    return written


def _keys(found: tuple[Group, ...]) -> list[list[str]]:
    return [[told.key for told in group.told] for group in found]


@given(days())
def test_each_thing_that_counts_is_told_once(entries: list[Entry]) -> None:
    told = [key for group in _keys(groups(entries)) for key in group]
    gone = [key for group in _keys(diary.deleted(entries)) for key in group]
    happened = {entry.run or entry.id for entry in entries}
    assert sorted([*told, *gone]) == sorted(happened)


@given(days())
def test_trainings_are_parted_as_everywhere_else(entries: list[Entry]) -> None:
    """A run belongs where it began; what is no training by itself makes none."""
    elsewhere: dict[str, int] = {}
    for number, part in enumerate(parted(counting(entries))):
        for entry in part:
            elsewhere.setdefault(entry.run, number)
    for group in groups(entries):
        numbers = {elsewhere[told.run] for told in group.told if told.run in elsewhere}
        assert len(numbers) == (1 if group.training else 0)
    apart = [told.run for group in groups(entries) for told in group.told if told.run in elsewhere]
    assert [elsewhere[run] for run in apart] == sorted(elsewhere[run] for run in apart)


@settings(max_examples=60)
@given(days(), st.integers(1, 5))
def test_page_by_page_it_is_the_same_as_in_one_piece(entries: list[Entry], most: int) -> None:
    set_back = any(later.time < one.time for one, later in pairwise(entries))
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(log_module, "PAGE", most)
        log = open_log(Path(folder) / "journal.db", FakeClock().wall)
        for entry in entries:
            log._waiting.append(entry)
        log.flush()
        told, gone = _leafed(log)
        log.close()
    if not set_back:  # a clock that was set back may cut a training where a page ends
        assert told == _keys(groups(entries))
    assert sorted(key for group in told for key in group) == sorted(
        key for group in _keys(groups(entries)) for key in group
    )
    assert sorted(gone) == sorted(key for group in _keys(diary.deleted(entries)) for key in group)


def _leafed(log: Log) -> tuple[list[list[str]], list[str]]:
    """The keys of all pages, the oldest first."""
    told: list[list[str]] = []
    gone: list[str] = []
    before = ""
    while True:
        page = log.page(before)
        told = [*_keys(groups(page.entries)), *told]
        gone += [key for group in _keys(diary.deleted(page.entries)) for key in group]
        before = page.start
        if not before:
            return told, gone


@pytest.mark.parametrize("most", [1, 2, 3])
def test_what_stands_with_its_day_is_not_cut_where_a_page_ends(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(log_module, "PAGE", most)
    log = open_log(tmp_path / "journal.db", clock.wall)
    clock.advance(12 * HOUR_S)  # half past six in the morning
    ids = []
    for _ in range(6):
        ids.append(log.write("", Drank()))
        clock.advance(4 * HOUR_S)
    told, _ = _leafed(log)
    assert told == [ids[:5], ids[5:]]
    log.close()


def test_what_waits_in_memory_is_told_too(tmp_path: Path, clock: FakeClock) -> None:
    """Also where it says more of what is in the file, or takes it back."""
    path = tmp_path / "journal.db"
    log = open_log(path, clock.wall)
    log.write("one", ReliefBegan())
    log.write("two", ReliefBegan())
    log.close()
    lost = Log(clock.wall, tmp_path)  # a folder is no journal
    lost.write("three", ReliefBegan())
    assert _keys(groups(lost.page().entries)) == [["three"]]
    again = open_log(path, clock.wall)
    again._waiting.append(Stamp(clock.wall).entry("one", Undone("one")))
    again._waiting.append(Stamp(clock.wall).entry("two", Noted(NOTE, "later")))
    found = groups(again.page().entries)
    assert _keys(found) == [["two"]]
    assert found[0].told[0].note == "later"
    again.close()


def test_a_sip_stands_with_the_training_it_came_in() -> None:
    clock = FakeClock()
    stamp = Stamp(clock.wall)
    written = [stamp.entry("", Drank())]
    clock.advance(60)
    written.append(stamp.entry("one", ReliefBegan()))
    clock.advance(2 * HOUR_S)
    written.append(stamp.entry("", Drank()))
    clock.advance(2 * HOUR_S)
    written.append(stamp.entry("", Drank()))
    assert [len(keys) for keys in _keys(groups(written))] == [1, 2, 1]


def test_a_kind_of_a_later_version_happened_too() -> None:
    entry = Entry("1", "2026-11-02T18:30:00.000+01:00", "", "massaged", {"minutes": 3})
    run = Entry("2", "2026-11-02T18:31:00.000+01:00", "r", "sauna_began", {})
    found = [told for group in groups([entry, run]) for told in group.told]
    assert [(told.plan, told.ended) for told in found] == [("massaged", True), ("sauna", False)]
