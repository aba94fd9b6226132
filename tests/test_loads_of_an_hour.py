"""Whatever comes in the hour after a cramp: no load rises, and none falls twice for one cramp."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from relief_tui.coach import inputs as press
from relief_tui.coach.event import Advised, Band, ReliefBegan, ReliefEnded, SetDone
from relief_tui.coach.lighter import lighter
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.coach.training import WATCH_S, fold
from relief_tui.coach.workout.card import WorkoutView
from relief_tui.conductor import Conductor
from relief_tui.paths import HOME_VARIABLE, find_paths
from relief_tui.services import Services
from relief_tui.settings import Settings
from relief_tui.settings.keys import Gear
from relief_tui.wishes import Refusal, WorkoutWish
from tests.support.clock import FakeClock

NAMES = ("Leg curl", "leg  CURL", "Seated leg curl", "Two-leg Romanian deadlift", "Prowler")
ACTS = ("set", "own", "swap", "kill", "end", "cut off", "hour")
GEAR = (
    Settings(),
    Settings(unit=Unit.LB, stack_step="10 lb"),
    Settings(equipment=Gear.DUMBBELLS),
    Settings(equipment=Gear.PLATES),
)


@dataclass
class Evening:
    """One person's hour, and what was proposed to them in it since the last cramp (as weights)."""

    services: Services
    clock: FakeClock
    run: Conductor | None = None
    cramps: int = 0
    allowed: dict[str, float] = field(default_factory=dict)
    least: dict[str, float] = field(default_factory=dict)
    proposed: dict[str, float] = field(default_factory=dict)

    def card(self) -> WorkoutView | None:
        if self.run is None:
            found = self.services.workout(WorkoutWish())
            if isinstance(found, Refusal):
                return None
            found.begin()
            self.run = found
        return self.run.advance().workout

    def act(self, act: str, name: str, load: Load) -> None:
        shown = self.card()
        if shown is None or self.run is None:
            return
        match act:
            case "set":
                self.run.handle(press.Next())
            case "own":
                self.run.handle(press.LogSet(None, 8, load))
            case "swap":
                self.run.handle(press.Swap(None, name))
            case "hour":
                self.clock.advance(WATCH_S / 2)
                self.run.advance()
                self.clock.advance(WATCH_S / 2)
            case "end":
                self.run.handle(press.Stop())
                self.run = None
            case "cut off":
                self.services.leave_it()
                self.run = None
            case _:
                self.run = self.services.go_on()
                if self.run is not None:
                    self.run.begin()

    def cramp(self, name: str | None, load: Load | None, band: Band) -> None:
        """A cramp with what the relief would advise, and the way back to the workout; one in no
        exercise that was named came while the workout waited, and is told to it."""
        before = self.services.training()
        band = "repeat" if before.locked and band != "twitch" else band
        cut = self.services.script.after.cut(band)
        found = lighter(load, before.cut_from(name), cut, self.services.equipment)
        self.cramps += 1
        write, run = self.services.log.write, f"cramp {self.cramps}"
        write(run, ReliefBegan(Side.LEFT, None, name, load))
        write(run, Advised(load, found.after, "why"))
        write(run, ReliefEnded("gone", band, 1, 0.0, Side.LEFT, None, name, load))
        if found.after is not None and name is not None:
            weight = min(found.after.weight, self.least.get(fold(name), found.after.weight))
            self.least[fold(name)] = weight
        self.proposed.clear()
        if name is not None:
            self.act("kill", "", kilos(0))
        elif self.run is not None:
            self.services.look_again(self.run)

    def holds(self, said: Load, act: str) -> None:
        """What is proposed is not above the smallest advice, and has not fallen by itself; once the
        hour is over nothing is advised against."""
        shown = self.card()
        if shown is None or shown.off:
            return
        if not shown.watch_minutes:
            assert (shown.allowed, shown.lower) == (None, None)
            self.allowed.clear()
            self.least.clear()
            self.proposed.clear()
        elif shown.load is not None:
            self.keeps(fold(shown.name), shown.load.weight, shown, said if act == "own" else None)

    def keeps(self, name: str, weight: float, shown: WorkoutView, own: Load | None) -> None:
        if shown.allowed is not None:
            assert shown.allowed.weight <= self.allowed.get(name, shown.allowed.weight)
            self.allowed[name] = shown.allowed.weight
        assert weight <= self.least.get(name, weight)
        if own is not None:  # as light as it was said, but for what can be set
            self.proposed[name] = min(own.weight, weight)
        assert weight >= self.proposed.get(name, weight)
        self.proposed[name] = weight


def kilos(steps: int) -> Load:
    return Load(5.0 * steps, Unit.KG)


LOADS = st.builds(
    lambda steps, unit: replace(kilos(steps), unit=unit),
    st.integers(2, 18),
    st.sampled_from([Unit.KG, Unit.KG, Unit.LB]),
)
NAME = st.sampled_from(NAMES)
ACT = st.tuples(st.sampled_from(ACTS), NAME, LOADS)
TWITCH = st.tuples(st.just("twitch"), NAME, LOADS)
ANOTHER = st.tuples(st.sampled_from(["mild", "moderate"]), NAME, LOADS)
ELSEWHERE = st.tuples(st.just("elsewhere"), NAME, LOADS)
STEP = st.one_of(ACT, ACT, ACT, ACT, TWITCH, ANOTHER, ELSEWHERE)
STEPS = st.lists(st.tuples(st.integers(0, 4), STEP), min_size=4, max_size=12)


@settings(max_examples=50, deadline=None)
@given(
    gear=st.sampled_from(GEAR),
    before=st.tuples(*[LOADS] * len(NAMES)),
    load=LOADS,
    band=st.sampled_from(["twitch", "mild", "moderate", "severe"]),
    steps=STEPS,
)
def test_no_load_rises_in_the_hour_and_none_falls_twice_for_one_cramp(
    gear: Settings,
    before: tuple[Load, ...],
    load: Load,
    band: Band,
    steps: list[tuple[int, tuple[str, str, Load]]],
) -> None:
    with TemporaryDirectory() as home:
        clock = FakeClock()
        services = Services(find_paths({HOME_VARIABLE: home}), clock, lambda *_: False)
        services.loaded = replace(services.loaded, settings=gear)
        for name, was in zip(NAMES, before, strict=True):
            services.log.write("old", SetDone(name, was, 10))
        clock.advance(2 * 24 * 3600.0)
        evening = Evening(services, clock)
        evening.cramp(NAMES[0], load, band)
        for minutes, (what, name, said) in steps:
            clock.advance(60.0 * minutes)
            match what:
                case "twitch" | "mild" | "moderate":
                    evening.cramp(name, said, what)
                case "elsewhere":
                    evening.cramp(None, None, "mild")
                case _:
                    evening.act(what, name, said)
            evening.holds(said, what)
        services.close()
