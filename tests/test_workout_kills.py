"""A workout killed at any moment: card, summary and journal say the same afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from relief_tui.coach import inputs as press
from relief_tui.coach.event import Corrected, Drank, SetDone, Undone, WorkoutEnded
from relief_tui.coach.step import Phase, Tempo
from relief_tui.coach.view import View
from relief_tui.conductor import KEEP_S, Conductor
from relief_tui.journal.workouts import sets_done
from relief_tui.wishes import Refusal, WorkoutWish, again_of
from tests.test_workouts import LEG_CURL, Place, card, kg


class Killed(BaseException):
    """The process is gone."""


class Dying:
    """A connection whose process is killed before its statement number ``after``."""

    def __init__(self, connection: sqlite3.Connection, after: int) -> None:
        self._connection = connection
        self._left = after

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, *statement: Any) -> sqlite3.Cursor:
        if self._left <= 0:
            raise Killed
        self._left -= 1
        return self._connection.execute(*statement)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    here = Place(tmp_path)
    yield here
    here.services.close()


def killed_within(place: Place, run: Conductor, after: int, *keys: press.Input) -> bool:
    """Press; True if the process was killed before its statement number ``after``."""
    journal = place.services.log._journal
    assert journal is not None
    whole = journal._connection
    journal._connection = Dying(whole, after)  # type: ignore[assignment]
    try:
        for key in keys:
            run.handle(key)
    except Killed:
        return True
    finally:
        journal._connection = whole
        whole.close()
    return False


def gone_on(place: Place) -> tuple[Conductor, View]:
    run = place.process().go_on()
    assert run is not None
    return run, run.begin()


def journal_sets(place: Place) -> list[int]:
    return [done.reps for done in sets_done(place.services.log.entries())]


def moments(home: Path) -> Iterator[tuple[int, Place]]:
    for after in range(60):
        place = Place(home / str(after))
        yield after, place
        place.services.close()


@pytest.mark.parametrize(
    "keys",
    [
        [press.LogSet(None, 8)],
        [press.Next(), press.Undo()],
        [press.Next(), press.Next(), press.LogSet(None, 7), press.Back()],
        [press.SetLoad(None, kg(80.0)), press.Next(), press.Drink()],
    ],
)
def test_between_any_two_writes_a_set_counts_once_or_not_at_all(
    keys: list[press.Input], tmp_path: Path
) -> None:
    seen = set()
    for after, place in moments(tmp_path):
        run = place.begin()
        place.watch(run, 5)
        killed = killed_within(place, run, after, *keys)
        if not killed:
            break
        again, view = gone_on(place)
        done = [line.reps for line in card(view).done]
        assert done == journal_sets(place)
        assert (view.phase is Phase.SET_REST) <= bool(done)
        seen.add((len(done), view.phase))
        again.handle(press.Stop())
        (ended,) = [e.event for e in place.services.log.entries() if e.kind == WorkoutEnded.kind]
        assert isinstance(ended, WorkoutEnded)
        assert (ended.sets, ended.reps) == (len(done), sum(done))
    else:
        pytest.fail("every try was killed")
    assert (0, Phase.SET) in seen


def test_between_any_two_writes_of_its_beginning_there_is_a_place_or_no_run(
    tmp_path: Path,
) -> None:
    for after, place in moments(tmp_path):
        found = place.services.workout(LEG_CURL)
        assert isinstance(found, Conductor)
        journal = place.services.log._journal
        assert journal is not None
        whole = journal._connection
        journal._connection = Dying(whole, after)  # type: ignore[assignment]
        try:
            found.begin()
        except Killed:
            whole.close()
        else:
            return
        services = place.process()
        assert bool(services.log.open_runs()) == (services.go_on() is not None)
    pytest.fail("every try was killed")


def test_what_was_planned_for_the_next_set_is_not_lost(place: Place) -> None:
    run = place.begin()
    run.handle(press.Next())
    run.handle(press.Next())
    place.watch(run, 2)
    run.handle(press.Swap(None, "Two-leg Romanian deadlift"))
    run.handle(press.SetLoad(None, kg(80.0)))
    run.handle(press.SetReps(None, 6))
    run.handle(press.SetSets(None, 5))
    run.handle(press.SetTempo(None, Tempo(2.0, 0.0, 2.0)))
    _, view = gone_on(place)
    shown = card(view)
    assert (shown.exercise, shown.dose) == ("Two-leg Romanian deadlift", "80 kg × 6")
    assert (shown.sets, shown.tempo) == (5, Tempo(2.0, 0.0, 2.0))


def test_nor_with_a_kill_in_the_relief_above_it(place: Place) -> None:
    run = place.begin()
    run.handle(press.Next())
    run.handle(press.Next())
    place.watch(run, 2)
    run.handle(press.Swap(None, "Two-leg Romanian deadlift"))
    run.handle(press.Cramped())
    relief = place.services.relief(again_of(run.plan))
    relief.begin()
    place.watch(relief, 40)
    closing, _ = gone_on(place)
    closing.handle(press.Stop())
    again = place.services.go_on()
    assert again is not None
    view = again.begin()
    assert (view.phase, card(view).exercise) == (Phase.SET, "Two-leg Romanian deadlift")


def test_a_longer_rest_is_not_lost(place: Place) -> None:
    run = place.begin()
    run.handle(press.Next())
    run.handle(press.Adjust(None, 5.0))
    place.clock.advance(10.0)
    _, view = gone_on(place)
    assert view.line == "REST 145 s"


def test_a_rest_is_kept_when_it_changes_and_now_and_then(place: Place) -> None:
    run = place.begin(WorkoutWish("Leg curl", kg(45.0), rest_s=300.0))
    run.handle(press.Next())
    log = place.services.log
    kept = []
    for _ in range(int(KEEP_S) * 2):
        place.watch(run, 1)
        position = log.position(run.run)
        assert position is not None
        kept.append(position.at)
    assert len(set(kept)) == 3
    _, view = gone_on(place)
    assert view.line == "REST 180 s"


def test_killed_in_a_led_set_it_waits_with_what_was_counted(place: Place) -> None:
    run = place.begin(WorkoutWish("Leg curl", kg(45.0), tempo=Tempo(3.0, 0.0, 3.0)))
    run.handle(press.Main())
    place.watch(run, 20)
    place.clock.advance(600.0)
    again, view = gone_on(place)
    assert (view.phase, card(view).led) == (Phase.SET, 2)
    place.watch(again, 60)
    assert journal_sets(place) == []


@pytest.mark.parametrize("how", ["killed", "cramped"])
def test_back_in_a_rest_takes_the_set_back_whoever_logged_it(how: str, place: Place) -> None:
    run: Conductor | Refusal = place.begin(WorkoutWish("Leg curl", kg(45.0), rest_s=600.0))
    assert isinstance(run, Conductor)
    run.handle(press.LogSet(None, 8))
    run.handle(press.Next())
    run.handle(press.LogSet(None, 7))
    place.watch(run, 10)
    if how == "killed":
        run, _ = gone_on(place)
    else:
        run = place.cramp(run)
        assert isinstance(run, Conductor)
        run.begin()
    view = run.handle(press.Back())
    assert (view.phase, [line.reps for line in card(view).done]) == (Phase.SET, [8])
    assert journal_sets(place) == [8]
    view = run.handle(press.Undo())
    assert (view.phase, [line.reps for line in card(view).done]) == (Phase.SET_REST, [8, 7])
    assert journal_sets(place) == [8, 7]


def test_sets_that_were_put_right_in_the_history_are_so_when_it_goes_on(place: Place) -> None:
    run = place.begin()
    for reps in (8, 7, 6):
        run.handle(press.LogSet(None, reps))
        run.handle(press.Next())
    run.leave()
    log = place.services.log
    ids = [entry.id for entry in log.entries(kinds={SetDone.kind})]
    log.write("", Corrected(ids[0], exercise="Leg curl", load=kg(40.0), reps=9))
    log.write("", Undone(ids[1]))
    _, view = gone_on(place)
    assert [line.words for line in card(view).done] == ["40 kg × 9", "45 kg × 6"]


@pytest.mark.parametrize("cramps", [1, 3])
def test_a_sip_in_a_relief_above_it_counts(cramps: int, place: Place) -> None:
    place.services.log.write("", Drank())
    place.clock.advance(60.0)
    run: Conductor | Refusal = place.begin()
    assert isinstance(run, Conductor)
    run.handle(press.Next())
    waiting = run
    for _ in range(cramps):
        assert isinstance(run, Conductor)
        place.services.log.write("a relief", Drank())
        waiting, run = run, place.cramp(run)
        if isinstance(run, Conductor):
            assert card(run.begin()).sips == cramps or cramps > 1
    last = run if isinstance(run, Conductor) else waiting
    last.handle(press.Stop())
    (ended,) = [e.event for e in place.services.log.entries() if e.kind == WorkoutEnded.kind]
    assert isinstance(ended, WorkoutEnded)
    assert (ended.sips, ended.cramps) == (cramps, cramps)


def test_a_cramp_in_a_rest_is_that_of_the_set_before_it(place: Place) -> None:
    run = place.begin(WorkoutWish("Seated leg curl", kg(45.0)))
    run.handle(press.Next())
    run.handle(press.Swap(None, "Two-leg Romanian deadlift"))
    options = again_of(run.plan)
    assert (options.exercise, options.load, options.machine) == (
        "Seated leg curl",
        kg(45.0),
        "seated",
    )
    run.handle(press.Next())
    options = again_of(run.plan)
    assert (options.exercise, options.load) == ("Two-leg Romanian deadlift", None)
