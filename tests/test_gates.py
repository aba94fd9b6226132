"""What no face may pass: red flags, the end of the curls, and what was said before a kill."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from relief_tui.coach import inputs as press
from relief_tui.coach.event import FlagCleared, Flagged, RecoveryEnded, ReliefEnded
from relief_tui.coach.keys import digit
from relief_tui.coach.plan import LightSet
from relief_tui.coach.step import Phase, Side
from relief_tui.coach.training import Allowed
from relief_tui.coach.view import View
from relief_tui.conductor import Conductor
from relief_tui.paths import find_paths
from relief_tui.services import Services
from relief_tui.wishes import Refusal, ReliefOptions
from tests.support.clock import FakeClock

LEFT = ReliefOptions(side=Side.LEFT)
NOTHING_OF_IT, NO_PAIN = 0, 2


class Bench:
    """One person's Relief; every process that played a run is dead."""

    def __init__(self, home: Path) -> None:
        self.clock = FakeClock()
        paths = find_paths({"RELIEF_HOME": str(home)})
        self.services = Services(paths, self.clock, lambda _pid, _started: False)

    def relief(self, options: ReliefOptions = LEFT) -> Conductor:
        conductor = self.services.relief(options, _silent)
        conductor.begin()
        return conductor

    def until(self, run: Conductor, phase: Phase) -> View:
        """Let time pass until ``phase``."""
        view = run.advance()
        while view.phase is not phase:
            assert not run.over, f"it ended before {phase}"
            self.clock.advance(1.0)
            view = run.advance()
        return view

    def wait(self, run: Conductor, seconds: int) -> View:
        """Let time pass, with somebody there."""
        for _ in range(seconds):
            self.clock.advance(1.0)
            run.advance()
        return run.advance()

    def say(self, run: Conductor, number: int) -> View:
        """Press a number, later than a list that just opened ignores it."""
        pressed = digit(self.wait(run, 2), number)
        assert pressed is not None
        return run.handle(pressed)

    def planned(self, options: ReliefOptions = LEFT) -> Conductor:
        """A mild cramp, up to its plan."""
        run = self.relief(options)
        self.until(run, Phase.CHECK)
        self.say(run, 1)
        self.until(run, Phase.REST)
        self.say(run, NOTHING_OF_IT)
        self.say(run, NO_PAIN)
        self.until(run, Phase.WAITING)
        self.say(run, NOTHING_OF_IT)
        assert run.advance().phase is Phase.PLAN
        return run

    def outcome(self) -> str:
        """How the last relief ended."""
        ended = [e.event for e in self.services.log.entries(kinds={ReliefEnded.kind})]
        assert isinstance(ended[-1], ReliefEnded)
        return ended[-1].outcome


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def _silent() -> None:
    pass


def flag(bench: Bench, card: str, side: Side | None = None) -> None:
    tier = bench.services.script.safety.cards[card].tier
    bench.services.log.write("", Flagged(card, tier, side))


def test_a_red_flag_closes_every_way_to_a_light_set(bench: Bench) -> None:
    assert isinstance(bench.services.recovery(LightSet(), _silent), Conductor)
    flag(bench, "RF01", Side.RIGHT)
    for practice in (False, True):
        refused = bench.services.recovery(LightSet(), _silent, practice=practice)
        assert isinstance(refused, Refusal)
        assert refused.cards == ("RF01",)


def test_a_relief_beside_an_open_red_flag_plans_nothing(bench: Bench) -> None:
    flag(bench, "RF01", Side.RIGHT)
    run = bench.relief()
    bench.until(run, Phase.CHECK)
    bench.say(run, 1)
    bench.until(run, Phase.REST)
    bench.say(run, NOTHING_OF_IT)
    bench.say(run, NO_PAIN)
    view = bench.until(run, Phase.OVER)
    assert view.ending is not None
    assert view.ending.then is None
    assert view.lighter is None or view.lighter.percent == 100


@pytest.mark.parametrize("kind", ["plan", "light set"])
def test_what_was_cut_off_before_a_red_flag_is_not_gone_on_with(bench: Bench, kind: str) -> None:
    services = bench.services
    if kind == "plan":
        bench.planned()
    else:
        light = services.recovery(LightSet(), _silent)
        assert isinstance(light, Conductor)
        light.begin()
    assert services.offer() is not None
    flag(bench, "RF06")
    assert services.offer() is None
    assert services.log.unended() == ()
    services.log.write("", FlagCleared("RF06", None))
    assert services.offer() is None


def test_the_plan_that_was_cut_off_is_told_whole(bench: Bench) -> None:
    run = bench.planned()
    bench.say(run, 4)  # it only twitched
    bench.services.leave_it()
    (entry,) = bench.services.log.entries(kinds={ReliefEnded.kind})
    assert isinstance(entry.event, ReliefEnded)
    assert (entry.event.outcome, entry.event.band) == ("gone", "twitch")
    assert entry.event.time_to_relief_s is not None


def test_worse_stays_worse_after_a_kill(bench: Bench) -> None:
    run = bench.relief()
    bench.until(run, Phase.CHECK)
    run.handle(press.Worse())
    bench.clock.advance(5.0)
    run.advance()
    bench.services.leave_it()
    assert bench.outcome() == "worse"
    assert bench.services.training().allowed is Allowed.NOTHING
    assert bench.services.curls_refused() is not None


def test_the_repetitions_of_a_light_set_that_was_cut_off_are_those_that_were_done(
    bench: Bench,
) -> None:
    run = bench.services.recovery(LightSet(), _silent)
    assert isinstance(run, Conductor)
    run.begin()
    for _ in range(3):
        bench.until(run, Phase.WORK)
        bench.wait(run, 13)
        run.handle(press.Again())
    bench.wait(run, 13)
    bench.services.leave_it()
    (entry,) = bench.services.log.entries(kinds={RecoveryEnded.kind})
    assert entry.event == RecoveryEnded(2, "interrupted")


def test_a_set_made_shorter_goes_on_where_it_was(bench: Bench) -> None:
    run = bench.services.recovery(LightSet(), _silent)
    assert isinstance(run, Conductor)
    run.begin()
    view = bench.until(run, Phase.WORK)
    run.handle(press.Adjust(view.step, -5.0))
    left = bench.wait(run, 10).seconds
    again = bench.services.go_on(_silent)
    assert again is not None
    assert again.begin().seconds == left


def test_a_practice_leads_to_a_practice(bench: Bench) -> None:
    before = len(bench.services.log.entries())
    run = bench.planned(replace(LEFT, practice=True))
    view = bench.say(run, 2)
    assert view.ending is not None
    assert view.ending.then is not None
    light = bench.services.recovery(view.ending.then, _silent, practice=True)
    assert isinstance(light, Conductor)
    light.begin()
    light.handle(press.Stop())
    assert len(bench.services.log.entries()) == before


def test_a_long_pause_is_no_absence(bench: Bench) -> None:
    run = bench.relief()
    bench.until(run, Phase.HOLD)
    run.handle(press.Pause())
    for _ in range(45):
        bench.clock.advance(run.wait_s() or 0.0)
        run.advance()
    assert bench.services.offer() is not None
