"""A relief under any keys at any times: what must hold whatever somebody presses."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from relief_tui.coach import inputs as press
from relief_tui.coach.event import (
    Answered,
    Event,
    Flagged,
    HoldDone,
    ReliefEnded,
    StepBegan,
    Undone,
)
from relief_tui.coach.safety import NO_STRETCH, OpenFlag, forbidding
from relief_tui.coach.state import Happened
from relief_tui.coach.step import FUZZ_S, Phase, Side
from relief_tui.coach.transitions import RELIEF
from tests.coach.driving import ZERO, Run, Watched, relief, standing
from tests.support.script import TIERS

KEYS = st.sampled_from(
    [
        press.Main(),
        press.Pause(),
        press.GoOn(),
        press.Next(),
        press.Back(),
        press.Again(),
        press.Adjust(seconds=5.0),
        press.Adjust(seconds=-5.0),
        press.OtherSide(),
        press.OtherPosition(),
        press.Undo(),
    ]
)
WORDS = st.sampled_from(["gone", "easing", "same", "same", "easing", "still"])
SIDES = st.sampled_from([None, *Side])
FLAGS = st.lists(
    st.builds(
        lambda card, side: OpenFlag(card, TIERS[card], side, "2026-11-01T18:00:00+01:00"),
        st.sampled_from(sorted(NO_STRETCH)),
        SIDES,
    ),
    max_size=1,
)
PULLS = ("EASE IN", "HOLD")


class AnyRelief(RuleBasedStateMachine):
    """One relief, from its first step to wherever the keys lead."""

    def __init__(self) -> None:
        super().__init__()
        self.run = Run(relief())
        self.flags: list[OpenFlag] = []
        self.seen = 0
        self.steps = 0
        self.undoing = False

    @initialize(
        side=SIDES,
        flags=st.one_of(st.just([]), FLAGS),
        hold_s=st.one_of(st.none(), st.floats(10.0, 20.0)),
    )
    def begin(self, side: Side | None, flags: list[OpenFlag], hold_s: float | None) -> None:
        self.flags = flags
        plan = relief(side=side, flags=tuple(flags), hold_s=hold_s)
        self.run = Run(Watched(plan, self.moved))

    def moved(self, row: tuple[Phase, object, Phase]) -> None:
        """Only along the table."""
        before, move, after = row
        assert (move, after) in RELIEF[before].items(), row

    # Time

    @rule(seconds=st.floats(0.0, 3.4))
    def a_tick(self, seconds: float) -> None:
        self.run.sleep(seconds)

    @rule(seconds=st.integers(1, 60))
    def a_while(self, seconds: int) -> None:
        self.run.wait(float(seconds))

    @rule()
    def to_the_next_step(self) -> None:
        step = self.run.view.step
        while self.run.view.step == step and (wake := self.run.session.next_wakeup()) is not None:
            self.run.sleep(wake - self.run.now)

    @rule(seconds=st.one_of(st.floats(4.0, 400.0), st.floats(1700.0, 1900.0)))
    def a_gap(self, seconds: float) -> None:
        self.run.sleep(seconds)

    @rule(seconds=st.floats(0.001, 100.0))
    def the_clock_is_set_back(self, seconds: float) -> None:
        before = self.run.session.view(self.run.now)
        assert self.run.session.advance(self.run.now - seconds) == ()
        assert self.run.session.view(self.run.now) == before

    # Keys

    @rule(key=KEYS)
    def a_key(self, key: press.Input) -> None:
        self.undoing = isinstance(key, press.Undo)
        self.run.press(key)

    @rule(word=WORDS)
    def an_answer(self, word: str) -> None:
        if word == "still":
            self.run.press(press.Main(self.run.view.step))
        else:
            self.run.say(word)

    @rule()
    def worse(self) -> None:
        self.run.say("worse")

    @rule(number=st.integers(0, 10), click=st.booleans())
    def a_number(self, number: int, click: bool) -> None:
        self.run.press(press.Number(None, number, click))

    @precondition(lambda self: self.run.view.list_open)
    @rule()
    def none_of_these(self) -> None:
        self.run.click(0)

    @rule(card=st.sampled_from(["RF02", "RF14", "RF25", "RF05"]))
    def a_red_flag(self, card: str) -> None:
        self.run.press(press.Help(cards=(card,)))

    @precondition(lambda self: self.run.t > 300.0)
    @rule()
    def stop(self) -> None:
        self.run.press(press.Stop())

    @rule(key=KEYS, back=st.integers(1, 3))
    def a_stale_key(self, key: press.Input, back: int) -> None:
        self.run.sleep(0.0)
        before = self.run.view
        if before.step > back:
            self.run.press(type(key)(before.step - back))
            assert self.run.view == before

    # What holds

    @invariant()
    def no_time_is_negative(self) -> None:
        view = self.run.view
        assert view.seconds >= 0
        assert 0.0 <= view.done <= 1.0
        assert view.elapsed_s >= 0

    @invariant()
    def steps_only_count_up(self) -> None:
        assert self.run.view.step >= self.steps
        self.steps = self.run.view.step
        if not self.run.session.over:
            assert self.run.told(StepBegan)[-1].step == self.steps

    @invariant()
    def at_most_six_holds(self) -> None:
        assert len(self.run.standing(HoldDone)) <= 6
        assert self.run.view.hold <= 6

    @invariant()
    def it_is_over_exactly_when_it_ended_once(self) -> None:
        assert len(self.run.standing(ReliefEnded)) == self.run.session.over

    @invariant()
    def what_happens_is_told_in_order(self) -> None:
        times = [one.at for one in self.run.story]
        assert times == sorted(times)
        assert [one.number for one in self.run.story] == list(range(len(self.run.story)))

    @invariant()
    def the_journal_counts_the_holds_that_the_coach_counts(self) -> None:
        view, done = self.run.view, len(self.run.standing(HoldDone))
        if view.phase in (Phase.POSITION, Phase.EASE_IN, Phase.HOLD):
            assert view.hold == done + 1
        if view.phase in (Phase.LET_GO, Phase.CHECK):
            assert view.hold == done
        for ended in self.run.standing(ReliefEnded):
            assert ended.holds == done

    @invariant()
    def something_is_always_ahead(self) -> None:
        wake = self.run.session.next_wakeup()
        if wake is None:
            assert self.run.session.over or self.run.view.paused
        else:
            assert wake > self.run.now

    @invariant()
    def whatever_happened_may(self) -> None:
        for one in self.run.story[self.seen :]:
            if isinstance(one.event, StepBegan) and one.event.phase in PULLS:
                self.may_begin(one, one.event)
            if isinstance(one.event, Undone):
                self.may_be_undone(one, int(one.event.event))
        self.seen = len(self.run.story)
        self.undoing = False

    def may_begin(self, one: Happened, step: StepBegan) -> None:
        """A pull: of no flagged leg, not before the lists are answered, not too late."""
        assert forbidding(self.flags, step.side) == ()
        assert not questions_after_worse(standing(self.run.story[: one.number]))
        if step.phase == "HOLD" and not self.undoing:
            assert one.at - ZERO + step.seconds <= 300.0 + 2 * FUZZ_S

    def may_be_undone(self, one: Happened, number: int) -> None:
        """Only what counts, and what a plan can do again."""
        counts = [before.number for before in standing(self.run.story[: one.number])]
        assert number in counts
        undone = self.run.story[number].event
        assert isinstance(undone, Answered | HoldDone | Flagged | ReliefEnded | Undone)


def questions_after_worse(story: Iterable[Happened]) -> set[str]:
    """The lists that a *worse* opened and that nobody answered with none yet."""
    waiting: set[str] = set()
    for event in answers(one.event for one in story):
        if event == Answered("check", "worse"):
            waiting = {"tear", "screen"}
        elif event == Answered("screen", 4):
            waiting = {"multi"} if waiting else set()
        elif event.answer == 0:
            waiting.discard(event.question)
    return waiting


def answers(events: Iterable[Event]) -> list[Answered]:
    """Only the answers."""
    return [event for event in events if isinstance(event, Answered)]


TestAnyRelief = AnyRelief.TestCase
TestAnyRelief.settings = settings(max_examples=60, stateful_step_count=60, deadline=None)
