"""What a turn of the plan does to the state of a session. Every function is pure."""

from __future__ import annotations

from dataclasses import replace

from relief_tui.coach.cueing import entry_cue
from relief_tui.coach.event import Cue, Paused, Resumed, StepBegan, Undone
from relief_tui.coach.plan import Alarm, Learned, Moment, Signal, Turn
from relief_tui.coach.state import Past, State
from relief_tui.coach.step import Question, Step
from relief_tui.coach.undoing import last_standing

_LONGEST_TRAIL = 50


def react(state: State, signal: Signal, at: float) -> State | None:
    """The state after the plan heard ``signal``; None if it means nothing now."""
    spent_s = state.length - state.remaining(at)
    moment = Moment(at - state.began, spent_s, at - state.pressed)
    turn = state.plan.react(signal, moment)
    if turn is None:
        return None
    gone = last_standing(state, turn.takes_back) if turn.takes_back else ()
    if turn.takes_back and not gone:
        return None
    for number in gone:
        state = state.tell(Undone(str(number)), at)
    return take(state, turn, at)


def learn(state: State, news: Learned, at: float) -> State:
    """The state once the plan knows of ``news``, wherever an undo leads back to."""
    kept = (replace(one, before=react(one.before, news, at) or one.before) for one in state.presses)
    return replace(react(state, news, at) or state, presses=tuple(kept))


def ring(state: State, at: float) -> State:
    """The state after its alarm. Where the step goes on, the alarm has rung as well wherever an
    undo leads back to that waited for the same one: nothing is asked twice."""
    after = _rung(state, at)
    if after.step is None or after.number != state.number:
        return after
    kept = (
        replace(one, before=_rung(one.before, at)) if one.before.alarm == state.alarm else one
        for one in state.presses
    )
    return replace(after, presses=tuple(kept))


def _rung(state: State, at: float) -> State:
    quiet = replace(state, alarm=None)
    return react(quiet, Alarm(), at) or quiet


def take(state: State, turn: Turn, at: float) -> State:
    """Do what the plan says."""
    after = replace(state, plan=turn.plan)
    if turn.step is None and state.step is not None:
        after = after.tell(Cue("done"), at)
    for event in turn.events:
        after = after.tell(event, at)
    if turn.step is None:
        ended = at if state.ended is None else state.ended
        return replace(after, step=None, left=None, away_s=None, ended=ended)
    if turn.keeps_time:
        after = replace(after, step=turn.step, alarm=_alarm(after, turn.step))
        after = _longer(after, turn.longer_s)
        after = replace(after, trail=()) if turn.no_way_back else after
        return ask(after, _question(state), at)
    trail = state.trail
    if state.step is not None and not state.step.passing:
        trail = (*trail, Past(state.plan, state.step, len(state.story)))[-_LONGEST_TRAIL:]
    return enter(replace(after, trail=() if turn.no_way_back else trail), turn.step, at)


def enter(state: State, step: Step, at: float) -> State:
    """Begin ``step`` from its start, running."""
    after = state.tell(Resumed(), at) if state.paused else state
    after = replace(
        after,
        step=step,
        number=state.number + 1,
        length=step.seconds,
        ends=at + step.seconds,
        left=None,
        away_s=None,
        alarm=_alarm(state, step),
    )
    after = tell_step(ask(after, _question(state), at), at)
    cue = entry_cue(step)
    return after if cue is None or _same_place(state.step, step) else after.tell(cue, at)


def _same_place(before: Step | None, step: Step) -> bool:
    """True if a person sees no other step: one that only waits on, say."""
    return before is not None and (before.phase, before.side, before.position) == (
        step.phase,
        step.side,
        step.position,
    )


def leave(state: State, at: float, now: float) -> State:
    """Nobody was there from ``at`` to ``now``: paused at that moment."""
    left = replace(state, left=state.remaining(at), away_s=now - at)
    return left.tell(Paused(away_s=now - at), at)


def ask(state: State, before: Question | None, at: float) -> State:
    """Give a question that newly opened, or reads anew, its own aim; one that stays keeps it."""
    asks = _question(state)
    if asks is None or (before is not None and before == asks):
        return state
    return replace(state, asked=state.asked + 1, asked_at=at)


def tell_step(state: State, at: float) -> State:
    """The state after its step was said to have begun at ``at``."""
    step = state.step
    if step is None:
        return state
    began = StepBegan(state.number, step.phase.word, step.side, step.position, state.length)
    return state.tell(began, at)


def _longer(state: State, seconds: float) -> State:
    """The step with so many seconds more to run."""
    if not seconds:
        return state
    left = None if state.left is None else state.left + seconds
    return replace(state, length=state.length + seconds, ends=state.ends + seconds, left=left)


def _question(state: State) -> Question | None:
    return state.step.asks if state.step else None


def _alarm(state: State, step: Step) -> float | None:
    return None if step.alarm_s is None else state.began + step.alarm_s
