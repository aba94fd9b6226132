"""Endings for reliefs that were cut off."""

from __future__ import annotations

from pathlib import Path

import pytest

from relief_tui import process
from relief_tui.coach.event import (
    Answered,
    Event,
    HoldDone,
    Paused,
    ReliefBegan,
    ReliefEnded,
    Undone,
)
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.journal.log import Log
from relief_tui.journal.recovery import close_dead_runs
from tests.support.clock import FakeClock

BEGAN = ReliefBegan(Side.LEFT, "prone", "leg curl", Load(45, Unit.KG))


def nobody(_pid: int, _mark: str) -> bool:
    return False


def played(log: Log, clock: FakeClock, *events: Event, run: str = "r") -> None:
    """A run, ten seconds between one event and the next."""
    for event in events:
        log.write(run, event)
        clock.advance(10.0)


def ending(log: Log) -> Event | None:
    (entry,) = log.entries(kinds={"relief_ended"})
    return entry.event


def test_a_relief_that_was_cut_off_is_interrupted(log: Log, clock: FakeClock) -> None:
    played(log, clock, BEGAN, HoldDone("R1", 15), Answered("check", "same"), HoldDone("R1", 20))
    assert close_dead_runs(log, nobody) == ("r",)
    assert ending(log) == ReliefEnded(
        "interrupted", None, 2, None, Side.LEFT, "prone", "leg curl", Load(45, Unit.KG)
    )
    assert close_dead_runs(log, nobody) == ()


def test_after_gone_it_is_gone(log: Log, clock: FakeClock) -> None:
    played(log, clock, BEGAN, HoldDone("R1", 15), Answered("check", "gone"), Answered("pain", 5))
    close_dead_runs(log, nobody)
    assert ending(log) == ReliefEnded(
        "gone", "moderate", 1, 20.0, Side.LEFT, "prone", "leg curl", Load(45, Unit.KG)
    )


def test_an_unanswered_pain_leaves_the_band_to_the_holds(log: Log, clock: FakeClock) -> None:
    played(log, clock, BEGAN, Answered("check", "gone"), Answered("pain", "unanswered"))
    close_dead_runs(log, nobody)
    ended = ending(log)
    assert isinstance(ended, ReliefEnded)
    assert ended.band == "mild"


def test_gone_that_was_taken_back_is_not_gone(log: Log, clock: FakeClock) -> None:
    played(log, clock, BEGAN, HoldDone("R1", 15))
    log.write("r", Undone(log.write("r", Answered("check", "gone"))))
    close_dead_runs(log, nobody)
    ended = ending(log)
    assert isinstance(ended, ReliefEnded)
    assert (ended.outcome, ended.holds) == ("interrupted", 1)


@pytest.mark.parametrize("between", [Paused(), None])
def test_no_time_to_relief_where_it_cannot_be_told(
    between: Event | None, log: Log, clock: FakeClock
) -> None:
    played(log, clock, BEGAN)
    if between is None:
        clock.advance(-3600)
    else:
        played(log, clock, between)
    played(log, clock, Answered("check", "gone"))
    close_dead_runs(log, nobody)
    ended = ending(log)
    assert isinstance(ended, ReliefEnded)
    assert (ended.outcome, ended.time_to_relief_s) == ("gone", None)


def test_the_leg_is_the_one_named_last(log: Log, clock: FakeClock) -> None:
    played(log, clock, BEGAN, Answered("side", "both"), Answered("side", "right"))
    close_dead_runs(log, nobody)
    ended = ending(log)
    assert isinstance(ended, ReliefEnded)
    assert ended.side is Side.RIGHT


def test_a_relief_whose_process_lives_is_left_alone(log: Log, clock: FakeClock) -> None:
    played(log, clock, BEGAN, run="dead")
    played(log, clock, BEGAN, run="alive")
    log.keep_position("alive", 1, 12.0)
    assert close_dead_runs(log, process.alive) == ("dead",)
    assert log.position() is not None
    assert [run.run for run in log.unended()] == ["alive"]


def test_a_position_of_a_dead_process_goes_with_its_run(log: Log, clock: FakeClock) -> None:
    played(log, clock, BEGAN)
    log.keep_position("r", 1, 12.0)
    asked: list[tuple[int, str]] = []
    assert close_dead_runs(log, lambda *mark: bool(asked.append(mark))) == ("r",)  # type: ignore[func-returns-value]
    assert asked == [process.mark()]
    assert log.position() is None


def test_a_position_of_another_plan_stays(log: Log, clock: FakeClock) -> None:
    played(log, clock, BEGAN)
    log.keep_position("warm-up", 1, 12.0)
    assert close_dead_runs(log, nobody) == ("r",)
    assert log.position() is not None


def test_no_file_is_no_reason_to_fail(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "file").touch()
    log = Log(clock.wall, tmp_path / "file/journal.db")
    assert close_dead_runs(log, nobody) == ()
