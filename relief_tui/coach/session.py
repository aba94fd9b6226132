"""Plays a plan through time. Time goes in as ``now``; events come out; nothing here reads a clock.

``now`` is in seconds on any clock that never runs backwards and counts time asleep. Whatever the
rate at which the session is woken, the same inputs at the same times give the same events: marks
are crossed in order, each at its own time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from relief_tui.coach.event import Resumed
from relief_tui.coach.inputs import NEVER_STALE, GoOn, Input
from relief_tui.coach.marks import Mark, next_change, next_mark
from relief_tui.coach.plan import Alarm, Facts, Interrupted, Learned, Plan, WentOn
from relief_tui.coach.presses import act, can_undo, meant
from relief_tui.coach.state import Happened, Standing, State
from relief_tui.coach.step import CLOSED_S, FUZZ_S, Step
from relief_tui.coach.turns import ask, learn, leave, react, ring, take
from relief_tui.coach.view import View, picture

AWAY_S = 2.5
"""Woken this many seconds of the person's later than asked means that nobody was there."""
WENT_ON = WentOn()
"""It goes on, and nothing is known that the plan does not know."""


class Session:
    """One run of one plan. Call :meth:`begin` once, then :meth:`handle` and :meth:`advance`.

    Woken more than ``away_s`` seconds later than asked, it takes it that nobody was there.
    """

    def __init__(self, plan: Plan, away_s: float = AWAY_S) -> None:
        self._state = State(plan)
        self._away_s = away_s
        self._heard = 0.0
        self._promised: float | None = None
        # What a plan says changes with the plan and the step only, never with the seconds.
        self._told: tuple[Plan, Step | None, Facts] | None = None

    @property
    def over(self) -> bool:
        """True once the run has ended (an undo may still bring it back)."""
        return self._state.step is None and bool(self._state.story)

    def begin(self, now: float) -> Sequence[Happened]:
        """Start the run at ``now``.

        That may be some seconds ago, if its first cue has stood there while the rest was loading:
        the call that follows finds somebody there, however late it comes.
        """
        self._heard = now
        fresh = replace(self._state, began=now, pressed=now)
        self._state = take(fresh, fresh.plan.begin(), now)
        return self._state.story

    def go_on(
        self, was: Standing, now: float, away_s: float, news: WentOn = WENT_ON
    ) -> Sequence[Happened]:
        """Go on with a run that stood at ``was`` when its process ended, ``away_s`` seconds ago.
        The sets of ``news`` come first in its story: they can still be taken back.

        A rest has gone on all the while; a pull starts again from its ramp; any other step goes
        on with the time it had left. A set by a metronome that has changed starts again.
        """
        then = now - max(0.0, away_s)
        earlier = news.sets or ()
        plan = self._state.plan
        step = plan.step(was.t_s)
        changed = step.metronome is not None and step.seconds != was.planned_s
        length = step.seconds if changed else was.length_s
        fresh = replace(
            self._state,
            step=step,
            number=was.number,
            began=then - was.t_s,
            pressed=now,
            length=length,
            ends=then + (length if changed else was.left_s),
            story=tuple(Happened(number, then, event) for number, event in enumerate(earlier)),
            alarm=None if step.alarm_s is None else then - was.t_s + step.alarm_s,
        )
        self._heard = then
        self._state = ask(fresh, None, now)
        if not self._state.unmoved:
            self._state = leave(self._state, then, now)
        else:
            self._state = self._state.tell(Resumed(), now)
        self._cross(now, asleep=True)
        if self._state.paused:
            self._state = act(self._state, GoOn(), now)
        self._state = react(self._state, news, now) or self._state
        self._promised = self.next_wakeup()
        return self._state.story[len(earlier) :]

    def standing(self, now: float) -> Standing:
        """Where the run stands at ``now``."""
        state = self._state
        planned = state.step.seconds if state.step else 0.0
        left = state.remaining(now)
        return Standing(now - state.began, state.number, state.length, left, planned)

    @property
    def counting(self) -> bool:
        """True while a timer or a metronome runs; a step that only waits for somebody has none."""
        step = self._state.step
        runs = step is not None and (step.counts_down or step.metronome is not None)
        return runs and not self._state.paused

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._state.plan

    def advance(self, now: float) -> Sequence[Happened]:
        """Let time pass up to ``now``; earlier times count as no time at all."""
        first = len(self._state.story)
        now = max(now, self._heard)
        late = self._promised is not None and now - self._promised > self._away_s + FUZZ_S
        step = self._state.step
        if late and now - self._heard > (step.closes_s if step else CLOSED_S):
            self._state = react(self._state, Interrupted(), self._heard) or self._state
        elif late and not self._state.unmoved:
            self._state = leave(self._state, self._heard, now)
        self._cross(now, asleep=late)
        self._promised = self.next_wakeup()
        return self._state.story[first:]

    def handle(self, input: Input, now: float) -> Sequence[Happened]:
        """Take a press at ``now``. One that was aimed at something else is ignored."""
        first = len(self._state.story)
        knew = self._state.away_s is not None
        self.advance(now)
        unseen = self._state.away_s is not None and not knew
        heeded = isinstance(input, NEVER_STALE) or not unseen
        if heeded and meant(self._state, input, self._heard):
            self._state = act(self._state, input, self._heard)
        self._cross(self._heard, asleep=False)
        self._promised = self.next_wakeup()
        return self._state.story[first:]

    def learn(self, given: Mapping[str, Any], now: float) -> Sequence[Happened]:
        """From ``now`` on the plan is made with this, by the names of its fields."""
        first = len(self._state.story)
        self.advance(now)
        self._state = learn(self._state, Learned(given), self._heard)
        self._cross(self._heard, asleep=False)
        self._promised = self.next_wakeup()
        return self._state.story[first:]

    def next_wakeup(self) -> float | None:
        """When something shown or heard changes next; None if nothing will by itself."""
        return next_change(self._state, self._heard)

    def view(self, now: float) -> View:
        """What is to be seen at ``now`` (not before the last call)."""
        now = max(now, self._heard)
        state = self._state
        if self._told is None or self._told[0] is not state.plan or self._told[1] is not state.step:
            self._told = state.plan, state.step, state.plan.facts(state.step)
        return picture(
            state,
            now,
            facts=self._told[2],
            elapsed_s=now - state.began,
            can_undo=can_undo(state, now),
        )

    def _cross(self, now: float, *, asleep: bool) -> None:
        """Cross every mark up to ``now``, in order, each at its own time."""
        while (mark := next_mark(self._state, self._heard)) and mark.at <= now + FUZZ_S:
            self._heard = max(mark.at, self._heard)
            self._state = self._crossed(mark)
            if asleep and not self._state.unmoved:
                self._state = leave(self._state, self._heard, now)
        self._heard = max(now, self._heard)

    def _crossed(self, mark: Mark) -> State:
        """The state after ``mark``."""
        if isinstance(mark.due, tuple):
            told = self._state
            for cue in mark.due:
                told = told.tell(cue, mark.at)
            return told
        if isinstance(mark.due, Alarm):
            return ring(self._state, self._heard)
        after = react(self._state, mark.due, self._heard)
        if after is None:
            plan = type(self._state.plan).__name__
            raise NotImplementedError(f"{plan} does not say what follows {self._state.step}")
        return after
