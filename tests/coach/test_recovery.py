"""The active-recovery set: its dose, its limits, and the one key that stops it."""

from __future__ import annotations

import pytest

from relief_tui.coach.event import Cue, Flagged, RecoveryBegan, RecoveryEnded
from relief_tui.coach.inputs import Adjust, Again, Back, Help, Main, Next, Stop, Undo, Worse
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.plan import LightSet
from relief_tui.coach.recovery import Recovery, RecoveryScript
from relief_tui.coach.step import CLOSED_S, Phase, Tempo
from tests.coach.driving import Run
from tests.support.script import SAFETY

SCRIPT = RecoveryScript(
    reps=8,
    tempo=Tempo(3, 0, 3),
    ready_s=10.0,
    rest_s=75.0,
    range_deg=60,
    ready=("lightest pin",),
    work=("curl in 3",),
    rest=("breathe",),
    done=("done",),
    stopped=("stopped",),
    unloaded="no load that light",
    lightest="lightest pin",
    slow_reps="{n} calm reps",
)
LIGHT = LightSet(Load(10.0, Unit.KG), Load(45.0, Unit.KG), 1)


def recovery(sets: int = 1) -> Run:
    return Run(Recovery(SCRIPT, SAFETY, LightSet(LIGHT.load, LIGHT.working, sets)))


def ended(run: Run) -> RecoveryEnded:
    (event,) = run.standing(RecoveryEnded)
    return event


def test_one_set_with_no_key_pressed() -> None:
    run = recovery().until(Phase.OVER)
    assert run.steps() == [(0.0, "READY", 10.0), (10.0, "WORK", 48.0)]
    assert run.told(RecoveryBegan) == [RecoveryBegan(LIGHT.load, 1, 8)]
    assert run.told(RecoveryEnded) == [RecoveryEnded(8, "done")]
    assert run.view.ending is not None
    assert (run.view.ending.word, run.view.ending.lines) == ("DONE", ("8 reps.", "done"))


def test_two_sets_with_a_rest_between_them() -> None:
    run = recovery(2).until(Phase.OVER)
    assert [step[1:] for step in run.steps()] == [
        ("READY", 10.0),
        ("WORK", 48.0),
        ("REST", 75.0),
        ("WORK", 48.0),
    ]
    assert ended(run) == RecoveryEnded(16, "done")


def test_the_metronome_calls_every_part() -> None:
    run = recovery().until(Phase.OVER)
    calls = [cue.cue for cue in run.told(Cue) if cue.cue in ("CURL", "LET OUT")]
    assert calls == ["LET OUT", *(["CURL", "LET OUT"] * 7)]


def test_the_beat_is_seen() -> None:
    run = recovery().until(Phase.WORK)
    run.wait(8.0)
    beat = run.view.beat
    assert beat is not None
    assert (beat.rep, beat.reps, beat.word, beat.seconds) == (2, 8, "CURL", 1)
    assert run.view.line == "WORK BOTH 40 s"


@pytest.mark.parametrize(("spent_s", "reps"), [(5.9, 0), (6.0, 1), (20.0, 3)])
def test_a_twitch_stops_it_at_once_and_relief_follows(spent_s: float, reps: int) -> None:
    run = recovery(2).until(Phase.WORK)
    run.wait(spent_s)
    run.press(Worse())
    assert ended(run) == RecoveryEnded(reps, "twitch")
    assert run.view.ending is not None
    assert run.view.ending.cramped


def test_stopping_keeps_what_was_done() -> None:
    run = recovery(2).until(Phase.BETWEEN)
    run.press(Stop())
    assert ended(run) == RecoveryEnded(8, "stopped")
    assert run.view.ending is not None
    assert not run.view.ending.cramped


def test_a_set_is_never_made_longer() -> None:
    run = recovery().until(Phase.WORK)
    run.wait(1.0)
    run.press(Adjust(run.view.step, 5.0))
    assert run.view.seconds == 47


def test_a_pause_holds_the_beat() -> None:
    run = recovery().until(Phase.WORK)
    run.wait(8.0)
    run.press(Main(run.view.step))
    held = run.view.beat
    run.wait(60.0)
    assert run.view.beat == held
    run.press(Main(run.view.step))
    run.until(Phase.OVER)
    assert ended(run).reps == 8


def test_next_back_and_again() -> None:
    run = recovery()
    run.press(Next(run.view.step))
    assert run.phase is Phase.WORK
    run.wait(20.0)
    run.press(Again(run.view.step))
    assert run.view.seconds == 48
    run.press(Back(run.view.step))
    assert run.view.line == "READY 10 s"


def test_a_red_flag_ends_it_with_its_cards() -> None:
    run = recovery().until(Phase.WORK)
    run.press(Help(cards=("RF14", "RF05")))
    assert run.told(Flagged) == [Flagged("RF05", 1, None), Flagged("RF14", 3, None)]
    assert ended(run).outcome == "stopped"
    assert run.view.ending is not None
    assert run.view.ending.cards == ("RF05", "RF14")
    assert run.view.ending.lines == ("ended with a flag", "0 reps.")
    assert run.view.ending.first == "REST THE LEG"
    run.press(Undo())
    assert run.phase is Phase.WORK
    assert run.standing(Flagged) == []


def test_a_small_flag_is_kept_and_it_goes_on() -> None:
    run = recovery().until(Phase.WORK)
    run.wait(8.0)
    run.press(Help(cards=("RF14",)))
    assert (run.phase, run.view.seconds) == (Phase.WORK, 40)


def test_a_flag_after_the_end_is_kept_too() -> None:
    run = recovery().until(Phase.OVER)
    run.press(Help(cards=("RF05",)))
    assert run.view.ending is not None
    assert run.view.ending.cards == ("RF05",)
    assert run.view.ending.lines == ("ended with a flag", "8 reps.")
    assert len(run.told(RecoveryEnded)) == 1


def test_nobody_there_pauses_the_set_and_half_an_hour_closes_it() -> None:
    run = recovery().until(Phase.WORK)
    run.wait(8.0)
    run.sleep(60.0)
    assert run.view.paused
    assert run.view.seconds == 40
    run.sleep(CLOSED_S + 10.0)
    closed = recovery().until(Phase.WORK)
    closed.sleep(CLOSED_S + 10.0)
    assert ended(closed).outcome == "interrupted"


@pytest.mark.parametrize(
    ("light", "words"),
    [
        (LIGHT, "10 kg, working load 45 kg"),
        (LightSet(None, Load(5.0, Unit.KG)), "no load that light"),
        (LightSet(), "lightest pin"),
    ],
)
def test_what_is_on_the_pin(light: LightSet, words: str) -> None:
    run = Run(Recovery(SCRIPT, SAFETY, light))
    assert run.notes == (words,)
