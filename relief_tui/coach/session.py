"""Plays a plan through time. Time goes in as ``now``; events come out; nothing here reads a clock.

``now`` is in seconds on any clock that never runs backwards and counts time asleep. Whatever the
rate at which the session is woken, the same inputs at the same times give the same events: marks
are crossed in order, each at its own time.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from relief_tui.coach import inputs as press
from relief_tui.coach.cueing import entry_cue, next_lead
from relief_tui.coach.event import (
    Answered,
    Cue,
    Event,
    Flagged,
    HoldDone,
    Paused,
    ReliefEnded,
    Resumed,
    StepBegan,
    Undone,
)
from relief_tui.coach.plan import Alarm, Interrupted, Moment, Plan, Returned, Signal, TimeUp, Turn
from relief_tui.coach.state import Happened, Mark, Press, State
from relief_tui.coach.step import FUZZ_S, Question, Step
from relief_tui.coach.view import View, picture

AWAY_S = 2.5
"""Woken this much later than asked means that nobody was there."""
CLOSED_S = 30 * 60.0
"""Away longer than this, the run is closed."""
UNDO_S = 10.0
LIST_GUARD_S = 1.0
"""A list ignores keys for so long after it opened: they were aimed at what stood there before."""
_COUNTS = (HoldDone, Answered, ReliefEnded, Flagged)
"""What is taken back, event by event, when a press is undone."""


class Session:
    """One run of one plan. Call :meth:`begin` once, then :meth:`handle` and :meth:`advance`."""

    def __init__(self, plan: Plan) -> None:
        self._now = State(plan)
        self._events: list[Happened] = []
        self._presses: list[Press] = []
        self._began = 0.0
        self._heard = 0.0
        self._pressed = 0.0
        self._promised: float | None = None

    @property
    def over(self) -> bool:
        """True once the run has ended (an undo may still bring it back)."""
        return self._now.step is None and bool(self._events)

    def begin(self, now: float) -> list[Happened]:
        """Start the run at ``now``."""
        self._began = self._heard = self._pressed = now
        first = len(self._events)
        self._take(self._now.plan.begin(), now)
        return self._since(first)

    def advance(self, now: float) -> list[Happened]:
        """Let time pass up to ``now``; earlier times count as no time at all."""
        first = len(self._events)
        now = max(now, self._heard)
        gone_by = self._promised is not None and now - self._promised > AWAY_S
        if gone_by and now - self._heard > CLOSED_S:
            self._react(Interrupted(), now)
        elif gone_by and not self._now.rests:
            self._leave(self._heard, now)
        self._cross(now, asleep=gone_by)
        self._heard = now
        self._promised = self.next_wakeup()
        return self._since(first)

    def handle(self, input: press.Input, now: float) -> list[Happened]:
        """Take a press at ``now``. One that was aimed at something else is ignored."""
        first = len(self._events)
        away_before = self._now.away_s
        self.advance(now)
        now = self._heard
        unseen = self._now.away_s is not None and away_before is None
        if not unseen and self._meant(input, now):
            self._act(input, now)
        self._cross(now, asleep=False)
        self._promised = self.next_wakeup()
        return self._since(first)

    def next_wakeup(self) -> float | None:
        """When something shown or heard changes next; None if nothing will by itself."""
        state = self._now
        if state.step is None:
            return None
        times = [] if state.alarm is None else [state.alarm]
        if state.left is None:
            whole = max(0, ceil(state.ends - self._heard - FUZZ_S) - 1)
            times.append(state.ends - whole)
        return min(times, default=None)

    def view(self, now: float) -> View:
        """What is to be seen at ``now`` (not before the last call)."""
        now = max(now, self._heard)
        undoable = bool(self._presses) and now - self._presses[-1].at <= UNDO_S
        return picture(self._now, now, elapsed_s=now - self._began, can_undo=undoable)

    # Time passing

    def _cross(self, now: float, *, asleep: bool) -> None:
        """Cross every mark up to ``now``, in order, each at its own time."""
        while self._now.step is not None:
            due = self._due()
            if due is None or due[0] > now + FUZZ_S:
                return
            at, what = due
            self._heard = max(at, self._heard)
            if isinstance(what, Cue):
                self._tell(what, at)
                continue
            if isinstance(what, Alarm):
                self._now = replace(self._now, alarm=None)
            self._react(what, self._heard)
            if asleep and self._now.left is None and not self._now.rests:
                self._leave(self._heard, now)

    def _due(self) -> tuple[float, Cue | Alarm | TimeUp] | None:
        """The next mark after what was heard: a cue, an alarm or the end of the step."""
        state, step = self._now, self._now.step
        marks: list[tuple[float, Cue | Alarm | TimeUp]] = []
        if state.left is None and step is not None:
            lead = next_lead(step, state.length, state.ends, self._heard)
            if lead is not None:
                marks.append(lead)
        if state.alarm is not None:
            marks.append((state.alarm, Alarm()))
        if state.left is None:
            marks.append((state.ends, TimeUp()))
        return min(marks, key=lambda mark: mark[0], default=None)

    def _leave(self, at: float, now: float) -> None:
        """Nobody was there from ``at`` to ``now``: pause at that moment."""
        self._now = replace(self._now, left=self._now.remaining(at), away_s=now - at)
        self._tell(Paused(away_s=now - at), at)

    # Presses

    def _meant(self, input: press.Input, now: float) -> bool:
        """False for a press that was aimed at a step or a question no longer there."""
        state = self._now
        if isinstance(input, press.NEVER_STALE):
            return state.step is not None
        if state.step is None:
            return isinstance(input, press.Undo)
        aim = state.asked if isinstance(input, press.Number) else state.number
        if input.step is not None and input.step != aim:
            return False
        guarded = state.listing and now - state.asked_at < LIST_GUARD_S - FUZZ_S
        clicked = isinstance(input, press.Number) and input.click
        return not guarded or clicked or isinstance(input, press.Pause | press.GoOn)

    def _act(self, input: press.Input, now: float) -> None:
        before = Press(self._now, len(self._events), now)
        self._pressed = now
        match input:
            case press.Undo():
                self._undo(now)
                return
            case press.Pause():
                self._pause(now)
                return
            case press.GoOn() | press.Main() if self._now.left is not None:
                self._go_on(now)
                return
            case press.GoOn():
                return
            case press.Again():
                self._again(now)
            case press.Back():
                self._back(now)
            case press.Adjust(seconds=seconds):
                self._adjust(seconds, now)
            case _:
                if not self._react(input, now) and isinstance(input, press.Main):
                    self._pause(now)
                    return
        if self._now is not before.before:
            self._presses = [*self._presses[-19:], before]

    def _pause(self, now: float) -> None:
        if self._now.left is None and self._now.step is not None and self._now.step.counts_down:
            self._now = replace(self._now, left=self._now.remaining(now))
            self._tell(Paused(), now)

    def _go_on(self, now: float) -> None:
        """Go on with what remained; after an absence the plan may ask for a gentler start."""
        if self._now.away_s is not None and self._react(Returned(), now):
            return
        left = self._now.remaining(now)
        self._now = replace(self._now, left=None, away_s=None, ends=now + left)
        self._tell(Resumed(), now)

    def _again(self, now: float) -> None:
        state = self._now
        if state.away_s is not None and self._react(Returned(), now):
            return
        if state.step is not None and state.plan.fits(state.step, now - self._began):
            self._enter(state.step, now)

    def _back(self, now: float) -> None:
        if not self._now.trail:
            self._again(now)
            return
        mark = self._now.trail[-1]
        if not mark.plan.fits(mark.step, now - self._began):
            return
        self._take_back(mark.number, now)
        self._now = replace(self._now, plan=mark.plan, trail=self._now.trail[:-1])
        self._enter(mark.step, now)

    def _adjust(self, seconds: float, now: float) -> None:
        state, step = self._now, self._now.step
        if step is None or not step.counts_down:
            return
        length = min(state.length + seconds, step.longest_s)
        left = state.remaining(now) + length - state.length
        if left <= FUZZ_S:
            self._react(TimeUp(), now)
        elif state.left is None:
            self._now = replace(state, length=length, ends=now + left)
        else:
            self._now = replace(state, length=length, left=left)

    def _undo(self, now: float) -> None:
        """Take back the last press: as it was then, with the time that was left then."""
        if not self._presses or now - self._presses[-1].at > UNDO_S:
            return
        last = self._presses.pop()
        self._take_back(last.events, now)
        before = last.before
        number = self._now.number + 1
        self._now = replace(
            before, number=number, ends=before.ends + now - last.at, asked=self._now.asked + 1
        )
        if before.step is not None:
            self._tell(self._began_event(before.step, number, before.length), now)

    # Steps

    def _react(self, signal: Signal, at: float) -> bool:
        state = self._now
        spent = state.length - state.remaining(at)
        moment = Moment(at - self._began, spent, at - self._pressed)
        turn = state.plan.react(signal, moment)
        if turn is not None:
            self._take(turn, at)
        return turn is not None

    def _take(self, turn: Turn, at: float) -> None:
        """Do what the plan says."""
        old = self._now
        for event in turn.events:
            self._tell(event, at)
        if turn.step is None:
            self._now = replace(old, plan=turn.plan, step=None, left=None, away_s=None, alarm=None)
            self._tell(Cue("done"), at)
        elif turn.keeps_time:
            self._now = replace(old, plan=turn.plan, step=turn.step, alarm=self._alarm(turn.step))
            self._ask(old.step.asks if old.step else None, at)
        else:
            way = (Mark(old.plan, old.step, old.event_mark),) if old.step else ()
            self._now = replace(old, plan=turn.plan, trail=(old.trail + way)[-50:])
            self._enter(turn.step, at)

    def _enter(self, step: Step, at: float) -> None:
        """Begin ``step`` from its start."""
        old = self._now
        if old.left is not None:
            self._tell(Resumed(), at)
        number = old.number + 1
        self._now = replace(
            old,
            step=step,
            number=number,
            length=step.seconds,
            ends=at + step.seconds,
            left=None,
            away_s=None,
            alarm=self._alarm(step),
            event_mark=len(self._events),
        )
        self._ask(old.step.asks if old.step else None, at)
        self._tell(self._began_event(step, number, step.seconds), at)
        cue = entry_cue(step)
        if cue is not None and (old.step is None or old.step.phase is not step.phase):
            self._tell(cue, at)

    def _alarm(self, step: Step) -> float | None:
        return None if step.alarm_s is None else self._began + step.alarm_s

    def _ask(self, before: Question | None, at: float) -> None:
        """Give a question that newly opened its own aim; one that merely stays keeps it."""
        step = self._now.step
        asks = step.asks if step else None
        if asks is not None and (before is None or before.name != asks.name):
            self._now = replace(self._now, asked=self._now.asked + 1, asked_at=at)

    @staticmethod
    def _began_event(step: Step, number: int, seconds: float) -> StepBegan:
        return StepBegan(number, step.phase.word, step.side, step.position, seconds)

    # Events

    def _tell(self, event: Event, at: float) -> None:
        self._events.append(Happened(len(self._events), at, event))

    def _since(self, first: int) -> list[Happened]:
        return self._events[first:]

    def _take_back(self, first: int, now: float) -> None:
        """Undo every event that counts, from number ``first`` on, unless it already is."""
        gone = {h.event.event for h in self._events if isinstance(h.event, Undone)}
        for happened in self._events[first:]:
            if isinstance(happened.event, _COUNTS) and str(happened.number) not in gone:
                self._tell(Undone(str(happened.number)), now)
