"""Runs that were cut off: endings, and the one that can go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from relief_tui import process
from relief_tui.coach.event import (
    Answered,
    Event,
    HoldDone,
    RecoveryBegan,
    ReliefBegan,
    ReliefEnded,
    SetDone,
    Undone,
    WarmupBegan,
    WarmupEnded,
    WarmupStep,
    WorkoutBegan,
    WorkoutEnded,
)
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.journal.cutoff import Alive, close_runs, cut_off_runs, to_go_on
from relief_tui.journal.log import Log
from relief_tui.journal.store import Journal, Position
from relief_tui.journal.trouble import JournalError, Reason
from tests.support.clock import FakeClock

BEGAN = ReliefBegan(Side.LEFT, "prone", "leg curl", Load(45, Unit.KG))


def nobody(_pid: int, _mark: str) -> bool:
    return False


def no_plan(_position: Position) -> tuple[Event, ...]:
    return ()


def close(log: Log, alive: Alive = nobody) -> list[str]:
    """Close what was cut off; the runs that were."""
    runs = cut_off_runs(log, alive)
    close_runs(log, runs, no_plan)
    return [run.run for run in runs]


def played(log: Log, clock: FakeClock, *events: Event, run: str = "r") -> None:
    """A run, ten seconds between one event and the next."""
    for event in events:
        log.write(run, event)
        clock.advance(10.0)


def ending(log: Log) -> Event | None:
    (entry,) = log.entries(kinds={"relief_ended"})
    return entry.event


def test_a_run_whose_place_cannot_be_read_now_is_left_to_whoever_may_play_it(
    log: Log, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise JournalError(Reason.LOCKED, "Another process writes.")

    played(log, clock, WorkoutBegan("Leg curl"))
    log.keep_position("r", 1, 5.0)
    with monkeypatch.context() as now:
        now.setattr(Journal, "position", locked)
        assert close(log) == []
    assert close(log) == ["r"]


def test_a_relief_that_was_cut_off_is_interrupted(log: Log, clock: FakeClock) -> None:
    played(log, clock, BEGAN, HoldDone("R1", 15), Answered("check", "same"), HoldDone("R1", 20))
    assert close(log) == ["r"]
    assert ending(log) == ReliefEnded(
        "interrupted", None, 2, None, Side.LEFT, "prone", "leg curl", Load(45, Unit.KG)
    )
    assert close(log) == []


def test_after_gone_it_is_gone_and_what_the_plan_alone_knows_stays_open(
    log: Log, clock: FakeClock
) -> None:
    played(log, clock, BEGAN, HoldDone("R1", 15), Answered("check", "gone"), Answered("pain", 5))
    close(log)
    assert ending(log) == ReliefEnded(
        "gone", None, 1, None, Side.LEFT, "prone", "leg curl", Load(45, Unit.KG)
    )


def test_the_plan_has_the_last_word_on_how_it_ended(log: Log, clock: FakeClock) -> None:
    played(log, clock, BEGAN, HoldDone("R1", 15))
    log.keep_position("r", 3, 12.0, "memo")
    told = ReliefEnded("worse", None, 1, None, Side.LEFT)
    asked: list[str] = []

    def ended(position: Position) -> tuple[Event, ...]:
        asked.append(position.memo)
        return Answered("tear", "unanswered"), told

    close_runs(log, cut_off_runs(log, nobody), ended)
    assert asked == ["memo"]
    assert ending(log) == told
    assert [entry.kind for entry in log.entries()][-2:] == ["answered", "relief_ended"]


def test_a_warm_up_without_its_plan_ends_with_the_lines_that_are_known(
    log: Log, clock: FakeClock
) -> None:
    played(
        log,
        clock,
        WarmupBegan("full"),
        WarmupStep(1, Side.BOTH, "done", "Bike"),
        WarmupStep(2, Side.LEFT, "done", "Roll"),
        WarmupStep(2, Side.RIGHT, "skipped", "Roll"),
        WarmupStep(3, Side.BOTH, "skipped", "Raises"),
        WarmupStep(3, Side.BOTH, "done", "Raises"),
    )
    close(log)
    (entry,) = log.entries(kinds={WarmupEnded.kind})
    assert entry.event == WarmupEnded("interrupted", 2, 1, "full")


def test_a_workout_without_its_plan_ends_with_its_sets(log: Log, clock: FakeClock) -> None:
    played(
        log,
        clock,
        WorkoutBegan("Leg curl"),
        SetDone("Leg curl", None, 10),
        SetDone("Leg curl", None, 8),
    )
    close(log)
    (entry,) = log.entries(kinds={WorkoutEnded.kind})
    assert entry.event == WorkoutEnded("interrupted", sets=2, reps=18)


def test_gone_that_was_taken_back_is_not_gone(log: Log, clock: FakeClock) -> None:
    played(log, clock, BEGAN, HoldDone("R1", 15))
    log.write("r", Undone(log.write("r", Answered("check", "gone"))))
    close(log)
    ended = ending(log)
    assert isinstance(ended, ReliefEnded)
    assert (ended.outcome, ended.holds) == ("interrupted", 1)


def test_the_leg_is_the_one_named_last(log: Log, clock: FakeClock) -> None:
    played(log, clock, BEGAN, Answered("side", "both"), Answered("side", "right"))
    close(log)
    ended = ending(log)
    assert isinstance(ended, ReliefEnded)
    assert ended.side is Side.RIGHT


def test_a_run_whose_process_lives_is_left_alone(log: Log, clock: FakeClock) -> None:
    played(log, clock, BEGAN, run="dead")
    played(log, clock, BEGAN, run="alive")
    played(log, clock, RecoveryBegan(), run="alive too")
    for run in ("alive", "alive too"):
        log.keep_position(run, 1, 12.0)
    found = cut_off_runs(log, process.alive)
    assert [run.run for run in found] == ["dead"]
    close_runs(log, found, no_plan)
    assert [run.run for run in log.unended()] == ["alive", "alive too"]
    assert log.position("alive") is not None


def test_a_position_of_a_dead_process_goes_with_its_run(log: Log, clock: FakeClock) -> None:
    played(log, clock, BEGAN)
    log.keep_position("r", 1, 12.0)
    asked: list[tuple[int, str]] = []
    closed = close(log, lambda *mark: bool(asked.append(mark)))  # type: ignore[func-returns-value]
    assert closed == ["r"]
    assert asked == [process.mark()]
    assert log.position("r") is None


# Going on


def test_the_newest_that_stood_somewhere_is_the_one_to_go_on_with(
    log: Log, clock: FakeClock
) -> None:
    for run in ("old", "new", "without a memo"):
        played(log, clock, BEGAN, run=run)
        log.keep_position(run, 1, 5.0, "" if run == "without a memo" else "memo")
    clock.advance(60.0)
    found = to_go_on(log, cut_off_runs(log, nobody), clock.wall())
    assert found is not None
    assert (found.unended.run, found.position.remaining_s, found.ago_s) == ("new", 5.0, 70.0)


@pytest.mark.parametrize(("ago_s", "offered"), [(1800.0, True), (1800.1, False), (-86400.0, True)])
def test_half_an_hour_later_there_is_nothing_to_go_on_with(
    ago_s: float, offered: bool, log: Log, clock: FakeClock
) -> None:
    played(log, clock, BEGAN)
    log.keep_position("r", 1, 5.0, "memo")
    clock.advance(ago_s)
    found = to_go_on(log, cut_off_runs(log, nobody), clock.wall())
    assert (found is not None) is offered
    assert found is None or found.ago_s == max(0.0, ago_s)


def test_a_run_that_is_played_elsewhere_is_not_offered(log: Log, clock: FakeClock) -> None:
    played(log, clock, BEGAN)
    log.keep_position("r", 1, 5.0, "memo")
    assert to_go_on(log, cut_off_runs(log, process.alive), clock.wall()) is None


def test_no_file_is_no_reason_to_fail(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "file").touch()
    log = Log(clock.wall, tmp_path / "file/journal.db")
    assert close(log) == []
