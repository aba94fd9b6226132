"""What a press does: pause and go on, again and back, longer and shorter, undo.

Written once for every plan; whatever is not known here the plan is asked. Every function is pure.
"""

from __future__ import annotations

from dataclasses import replace

from relief_tui.coach import inputs as press
from relief_tui.coach.event import (
    Advised,
    Answered,
    Drank,
    Flagged,
    HoldDone,
    Paused,
    RecoveryEnded,
    ReliefEnded,
    Resumed,
    SetDone,
    Snoozed,
    WarmupEnded,
    WarmupStep,
    WorkoutEnded,
)
from relief_tui.coach.plan import Returned, TimeUp
from relief_tui.coach.state import Press, State
from relief_tui.coach.step import FUZZ_S, Phase
from relief_tui.coach.turns import ask, enter, react, tell_step
from relief_tui.coach.undoing import return_to

UNDO_S = 10.0
LIST_GUARD_S = 1.0
"""A list ignores keys for so long after it opened: they were aimed at what stood there before."""
_MOST_PRESSES = 20

_UNDONE = (
    HoldDone, Answered, Advised, ReliefEnded, RecoveryEnded, WarmupStep, WarmupEnded, Flagged,
    SetDone, Drank, Snoozed, WorkoutEnded,
)  # fmt: skip
"""What an undo takes back."""
_REPEATED = (HoldDone, Answered, Advised, WarmupStep, SetDone)
"""What going back takes back: it will be done or asked again. A red flag stays named."""


def meant(state: State, input: press.Input, now: float) -> bool:
    """False for a press that was aimed at a step or a question no longer there."""
    if isinstance(input, press.NEVER_STALE):
        return True
    aim = state.asked if isinstance(input, press.Number) else state.number
    if input.step is not None and input.step != aim:
        return False
    if state.step is None:
        return isinstance(input, press.Undo)
    if _logs(input) and now < state.wary_until - FUZZ_S:
        return False
    guarded = state.listing and now - state.asked_at < LIST_GUARD_S - FUZZ_S
    clicked = isinstance(input, press.Number) and input.click
    return not guarded or clicked or isinstance(input, press.Pause | press.GoOn)


def _logs(input: press.Input) -> bool:
    """True for a key that logs what stands there; a set that is typed says itself what it means."""
    said = isinstance(input, press.LogSet) and input.reps is not None
    return isinstance(input, press.Main | press.Next | press.LogSet) and not said


def act(state: State, input: press.Input, now: float) -> State:
    """The state after a press that was meant."""
    state = replace(state, pressed=now)
    if isinstance(input, press.Undo):
        return _undo(state, now)
    if isinstance(input, press.Pause):
        return _pause(state, now)
    if state.paused and isinstance(input, press.GoOn | press.Main):
        return _go_on(state, now)
    if state.away_s is not None and isinstance(input, press.Next):
        return _go_on(state, now)
    after = _change(state, input, now)
    if isinstance(input, press.Cleared):
        return after  # what a clinician said is not taken back with a key
    if after is not state:
        return _remember(after, state, now)
    return _pause(state, now) if isinstance(input, press.Main) else state


def can_undo(state: State, now: float) -> bool:
    """True while the last press may be taken back."""
    return bool(state.presses) and now - state.presses[-1].at <= UNDO_S


def _change(state: State, input: press.Input, now: float) -> State:
    match input:
        case press.GoOn():
            return state
        case press.Again():
            return _again(state, now)
        case press.Back():
            return _back(state, now)
        case press.Adjust(seconds=seconds):
            return _adjust(state, seconds, now)
    return react(state, input, now) or state


def _pause(state: State, now: float) -> State:
    step = state.step
    if state.paused or step is None or not (step.counts_down or step.phase is Phase.WORK):
        return state  # a list waits anyhow
    return replace(state, left=state.remaining(now)).tell(Paused(), now)


def _go_on(state: State, now: float) -> State:
    """Go on with what remained; after an absence the plan may want a gentler start."""
    gentler = react(state, Returned(), now) if state.away_s is not None else None
    if gentler is not None:
        return gentler
    going = replace(state, left=None, away_s=None, ends=now + state.remaining(now))
    return going.tell(Resumed(), now)


def _again(state: State, now: float) -> State:
    gentler = react(state, Returned(), now) if state.away_s is not None else None
    if gentler is not None:
        return gentler
    if state.step is None or not state.plan.fits(state.step, now - state.began):
        return state
    return enter(state, state.step, now)


def _back(state: State, now: float) -> State:
    if not state.trail:
        return react(state, press.Back(), now) or _first_again(state, now)
    past = state.trail[-1]
    if not past.plan.fits(past.step, now - state.began):
        return state
    earlier = return_to(state, past.events, _REPEATED, now)
    return enter(replace(earlier, plan=past.plan, trail=state.trail[:-1]), past.step, now)


def _first_again(state: State, now: float) -> State:
    """Where nothing lies before it a step begins anew; a rest after a set does not, for which the
    person has rested already."""
    step = state.step
    stays = step is not None and step.passing and step.phase.counts_away
    return state if stays else _again(state, now)


def _adjust(state: State, seconds: float, now: float) -> State:
    if state.step is None or not state.step.counts_down:
        return state
    length = min(state.length + seconds, max(state.step.longest_s, state.length))
    left = state.remaining(now) + length - state.length
    if length == state.length:
        return state
    if left <= FUZZ_S:
        return react(state, TimeUp(), now) or state
    if state.paused:
        return replace(state, length=length, left=left)
    return replace(state, length=length, ends=now + left)


def _remember(after: State, before: State, now: float) -> State:
    """Keep what a press changed, so that it can be undone: both keys of a number as one."""
    plain = replace(before, presses=(), story=())
    last = Press(plain, len(before.story), now)
    presses = before.presses
    if before.half_typed:
        first = presses[-1]
        shifted = replace(first.before, ends=first.before.ends + now - first.at)
        last, presses = Press(shifted, first.events, now), presses[:-1]
    return replace(after, presses=(*presses, last)[-_MOST_PRESSES:])


def _undo(state: State, now: float) -> State:
    """Take back the last press: as it was then, with the time that was left then."""
    if not can_undo(state, now):
        return state
    last = state.presses[-1]
    told = return_to(state, last.events, _UNDONE, now)
    after = replace(
        last.before,
        number=state.number + 1,
        ends=last.before.ends + now - last.at,
        pressed=now,
        asked=state.asked,
        asked_at=state.asked_at,
        story=told.story,
        presses=state.presses[:-1],
    )
    after = ask(after, state.step.asks if state.step else None, now)
    if after.paused is not state.paused:
        after = after.tell(Paused() if after.paused else Resumed(), now)
    return tell_step(after, now)
