"""Whatever comes in the hour after a cramp: no load rises, and none falls twice for one cramp."""

from __future__ import annotations

from dataclasses import dataclass, field
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from relief_tui.coach import inputs as press
from relief_tui.coach.event import Advised, Band, ReliefBegan, ReliefEnded, SetDone
from relief_tui.coach.lighter import lighter
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.coach.training import fold
from relief_tui.coach.workout.card import WorkoutView
from relief_tui.conductor import Conductor
from relief_tui.paths import HOME_VARIABLE, find_paths
from relief_tui.services import Services
from relief_tui.wishes import Refusal, WorkoutWish
from tests.support.clock import FakeClock

NAMES = ("Leg curl", "leg  CURL", "Seated leg curl", "Two-leg Romanian deadlift", "Prowler")
ACTS = ("set", "own", "swap", "kill", "end", "cut off")


def kg(value: float) -> Load:
    return Load(value, Unit.KG)


@dataclass
class Evening:
    """One person's hour, and what was proposed to them in it since the last cramp."""

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

    def act(self, act: str, name: str, kilos: int) -> None:
        shown = self.card()
        if shown is None or self.run is None:
            return
        match act:
            case "set":
                self.run.handle(press.Next())
            case "own":
                self.run.handle(press.LogSet(None, 8, kg(kilos)))
            case "swap":
                self.run.handle(press.Swap(None, name))
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

    def cramp(self, name: str, kilos: int, band: Band) -> None:
        """A cramp with what the relief would advise, and the way back to the workout."""
        before = self.services.training()
        found = lighter(
            kg(kilos),
            before.cut_from(name),
            self.services.script.after.cut(band),
            self.services.equipment,
        )
        self.cramps += 1
        write, run = self.services.log.write, f"cramp {self.cramps}"
        write(run, ReliefBegan(Side.LEFT, None, name, kg(kilos)))
        write(run, Advised(kg(kilos), found.after, "why"))
        write(run, ReliefEnded("gone", band, 1, 0.0, Side.LEFT, None, name, kg(kilos)))
        if found.after is not None:
            weight = min(found.after.value, self.least.get(fold(name), found.after.value))
            self.least[fold(name)] = weight
        self.proposed.clear()
        self.act("kill", "", 0)

    def holds(self, kilos: int, act: str) -> None:
        """What is proposed is not above the smallest advice, and has not fallen by itself."""
        shown = self.card()
        if shown is None or shown.load is None or not self.cramps or shown.off:
            return
        name, load = fold(shown.name), shown.load.value
        if shown.allowed is not None:
            assert shown.allowed.value <= self.allowed.get(name, shown.allowed.value)
            self.allowed[name] = shown.allowed.value
        assert load <= self.least.get(name, load)
        if act == "own":  # as light as it was said, but for what can be set
            self.proposed[name] = min(float(kilos), load)
        assert load >= self.proposed.get(name, load)
        self.proposed[name] = load


MINUTES = st.integers(0, 4)
KILOS = st.integers(2, 18).map(lambda steps: 5 * steps)
BANDS = st.sampled_from(["twitch", "mild", "moderate"])
ACT = st.tuples(st.sampled_from(ACTS), st.sampled_from(NAMES), KILOS)
TWITCH = st.tuples(st.just("twitch"), st.sampled_from(NAMES), KILOS)
STEPS = st.lists(st.tuples(MINUTES, st.one_of(ACT, ACT, ACT, TWITCH)), min_size=4, max_size=12)


@settings(max_examples=150, deadline=None)
@given(before=st.tuples(*[KILOS] * len(NAMES)), kilos=KILOS, band=BANDS, steps=STEPS)
def test_no_load_rises_in_the_hour_and_none_falls_twice_for_one_cramp(
    before: tuple[int, ...], kilos: int, band: Band, steps: list[tuple[int, tuple[str, str, int]]]
) -> None:
    with TemporaryDirectory() as home:
        clock = FakeClock()
        services = Services(find_paths({HOME_VARIABLE: home}), clock, lambda *_: False)
        for name, was in zip(NAMES, before, strict=True):
            services.log.write("old", SetDone(name, kg(was), 10))
        clock.advance(2 * 24 * 3600.0)
        evening = Evening(services, clock)
        evening.cramp(NAMES[0], kilos, band)
        for minutes, (what, name, kilos) in steps:
            clock.advance(60.0 * minutes)
            if what == "twitch":
                evening.cramp(name, kilos, "twitch")
            else:
                evening.act(what, name, kilos)
            evening.holds(kilos, what)
        services.close()
