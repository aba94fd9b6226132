"""What each signal does to a workout. Every function is pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from relief_tui.coach import inputs as press
from relief_tui.coach.event import Cue, Drank, Event, Snoozed, WorkoutBegan
from relief_tui.coach.flagging import flagged
from relief_tui.coach.plan import Alarm, Interrupted, Learned, Moment, Signal, TimeUp, Turn, WentOn
from relief_tui.coach.step import FUZZ_S, Phase
from relief_tui.coach.tempo import reps_done
from relief_tui.coach.training import TRAINING_S, same
from relief_tui.coach.transitions import WORKOUT, Move
from relief_tui.coach.workout import looks
from relief_tui.coach.workout.card import LED, MOST_REPS, MOST_SETS, SetLine
from relief_tui.coach.workout.ending import ended
from relief_tui.coach.workout.felt import newer
from relief_tui.coach.workout.loads import knowing, planned, proposing
from relief_tui.coach.workout.planning import replanned, with_reps
from relief_tui.coach.workout.sets import back, logged

if TYPE_CHECKING:
    from relief_tui.coach.workout.plan import Workout


def begin(plan: Workout) -> Turn:
    """The first set waits."""
    asked = WorkoutBegan(plan.exercise, plan.before or plan.load, plan.sets, plan.reps)
    after = knowing(replace(plan, cramps_before=plan.training.runs), 0.0)
    after = proposing(after, plan.load, own=True) if plan.own else after
    return Turn(after, looks.step(after), (asked,))


def react(plan: Workout, signal: Signal, at: Moment) -> Turn | None:
    """What follows from ``signal``; None if it means nothing here."""
    if isinstance(signal, press.Help):
        return flagged(plan, signal.cards, lambda cards: ended(plan, Move.HELP, at, cards))
    if plan.phase is Phase.OVER:
        return None
    handler = _HANDLERS.get(type(signal))
    return handler(plan, signal, at) if handler else None


def _stay(plan: Workout, *events: Event, longer_s: float = 0.0) -> Turn:
    """The step goes on; what is written on it may be new."""
    return Turn(plan, looks.step(plan), events, keeps_time=True, longer_s=longer_s)


def _to(plan: Workout, move: Move, *events: Event) -> Turn:
    after = replace(plan, phase=WORKOUT[plan.phase][move])
    return Turn(after, looks.step(after), events)


# Time


def _time_up(plan: Workout, signal: Signal, at: Moment) -> Turn:
    del signal
    if plan.phase is Phase.SET:
        left_s = TRAINING_S - at.idle_s
        over = left_s <= FUZZ_S
        return ended(plan, Move.NOBODY, at) if over else _stay(plan, longer_s=left_s)
    if plan.phase is Phase.TEMPO:
        return _led(plan, at, Move.TIME_UP, Cue("attention"))
    events = (Cue("attention"),) if plan.phase is Phase.SET_REST else ()
    return _to(plan, Move.TIME_UP, *events)


def _alarm(plan: Workout, signal: Signal, at: Moment) -> Turn:
    """The watch is over, or a sip is due: told once, and then it stands there. No sip is asked
    about while a metronome leads."""
    del signal
    after = plan
    if plan.watch_ends_s and at.t_s >= plan.watch_ends_s - FUZZ_S:
        after = replace(after, watch_ends_s=0.0, before=None, own=False)
    asks = bool(plan.sip) and plan.phase not in LED
    drink = plan.drink.at(at.t_s, plan.script.drink) if asks else plan.drink
    events = (Cue("thirsty"),) if drink.due and not plan.drink.due else ()
    return _stay(replace(after, drink=drink), *events)


def _went_on(plan: Workout, signal: Signal, at: Moment) -> Turn:
    """What the journal holds counts. A set by metronome waits, with what was counted: nobody is
    lifting."""
    assert isinstance(signal, WentOn)
    after = knowing(_as_logged(plan, signal), at.t_s)
    if plan.phase not in LED:
        return _stay(after)
    counted = _counted(after, at)
    return _to(replace(counted, led=counted.led or None), Move.CRAMP)


def _as_logged(plan: Workout, known: WentOn) -> Workout:
    sets = known.sets
    done = plan.done if sets is None else tuple(SetLine(s.exercise, s.load, s.reps) for s in sets)
    if known.sips is None:
        return replace(plan, done=done)
    return replace(plan, done=done, sips=known.sips, elsewhere=0)


def _learned(plan: Workout, signal: Signal, at: Moment) -> Turn:
    """A setting, or what the journal holds, is other than it was. Whoever said to go on with more
    than is advised still does, unless it cramped again."""
    assert isinstance(signal, Learned)
    after = knowing(replace(plan, **signal.given), at.t_s)
    if plan.own and not newer(plan.felt, after.felt):
        after = proposing(after, plan.load, own=True)
    return _stay(after)


# Sets


def _next(plan: Workout, signal: Signal, at: Moment) -> Turn | None:
    """Log the set as it stands there; in a rest: enough rested."""
    if plan.phase is Phase.SET:
        return _swap(plan, press.Swap(), at) if plan.advice.off else logged(plan, None, None)
    if plan.phase is Phase.TEMPO:
        return _led(plan, at, Move.TIME_UP)
    return _time_up(plan, signal, at) if plan.phase is Phase.READY else _to(plan, Move.TIME_UP)


def _main(plan: Workout, signal: Signal, at: Moment) -> Turn | None:
    """Start the metronome where one leads, else log the set; anywhere else it is a pause."""
    if plan.phase is not Phase.SET:
        return None
    if plan.metronome is None or plan.led is not None or plan.advice.off:
        return _next(plan, signal, at)
    return _to(replace(plan, lifted=None), Move.LED)


def _log(plan: Workout, signal: Signal, at: Moment) -> Turn | None:
    assert isinstance(signal, press.LogSet)
    if plan.phase not in (Phase.SET, Phase.TEMPO):
        return None
    if signal.reps is not None and not 0 <= signal.reps <= MOST_REPS:
        return None
    if plan.advice.off:  # no set of it is done today, whatever was typed
        return _swap(plan, press.Swap(), at) if signal.reps is None else None
    return logged(_counted(plan, at), signal.reps, signal.load)


def _led(plan: Workout, at: Moment, move: Move, *events: Event) -> Turn:
    """The metronome stops: what it counted waits to be logged."""
    return _to(_counted(plan, at), move, *events)


def _counted(plan: Workout, at: Moment) -> Workout:
    metronome = plan.metronome if plan.phase is Phase.TEMPO else None
    return replace(plan, led=reps_done(metronome, at.spent_s)) if metronome else plan


def _cramped(plan: Workout, signal: Signal, at: Moment) -> Turn | None:
    """A set by metronome stops; a rest counts on, and a set waits anyhow."""
    del signal
    return _led(plan, at, Move.CRAMP) if plan.phase in LED else None


def _stop(plan: Workout, signal: Signal, at: Moment) -> Turn:
    """The end, as the person says; or because nothing of it may be done, no key come any more."""
    assert isinstance(signal, press.Stop)
    return ended(plan, Move.HELP if signal.forced else Move.STOP, at)


# What is planned


def _swap(plan: Workout, signal: Signal, at: Moment) -> Turn | None:
    """Another exercise, with the load and the repetitions of its last set. What a metronome counted
    was of the one before, and is none of this."""
    del at
    wanted = signal.exercise.strip() if isinstance(signal, press.Swap) else ""
    name, passed = (wanted, ()) if wanted else _following(plan)
    if not name:
        return None
    after = replace(planned(plan, name), passed=passed)
    return _to(after, Move.CRAMP) if plan.phase in LED else _stay(after)


def _following(plan: Workout) -> tuple[str, tuple[str, ...]]:
    """The first exercise of those offered that was not passed by since the last set, and those that
    then were. After the last one comes the first again, which is the one it began with."""
    seen = (*plan.passed, plan.exercise)
    fresh = (name for name in plan.ways_on if not any(same(name, each) for each in seen))
    name = next(fresh, "")
    if name:
        return name, seen
    back = [seen[0]] if not plan.limits.off(plan.script.of(seen[0]), seen[0]) else []
    others = (name for name in (*back, *plan.ways_on) if not same(name, plan.exercise))
    return next(others, ""), ()


def _set_load(plan: Workout, signal: Signal, at: Moment) -> Turn:
    del at
    assert isinstance(signal, press.SetLoad)
    return _stay(proposing(plan, signal.load, own=True))


def _set_reps(plan: Workout, signal: Signal, at: Moment) -> Turn | None:
    del at
    assert isinstance(signal, press.SetReps)
    fits = 0 <= signal.reps <= MOST_REPS and plan.phase not in LED
    return _stay(with_reps(plan, signal.reps)) if fits else None


def _set_sets(plan: Workout, signal: Signal, at: Moment) -> Turn | None:
    del at
    assert isinstance(signal, press.SetSets)
    fits = 1 <= signal.sets <= MOST_SETS
    return _stay(replace(plan, sets=signal.sets)) if fits else None


def _plan_sets(plan: Workout, signal: Signal, at: Moment) -> Turn | None:
    del at
    assert isinstance(signal, press.PlanSets)
    return None if plan.phase in LED else _stay(replanned(plan, signal))


def _set_tempo(plan: Workout, signal: Signal, at: Moment) -> Turn | None:
    del at
    assert isinstance(signal, press.SetTempo)
    return None if plan.phase in LED else _stay(replace(plan, tempo=signal.tempo, led=None))


# Drinks


def _drink(plan: Workout, signal: Signal, at: Moment) -> Turn:
    del signal
    return _stay(replace(plan, drink=plan.drink.drunk(at.t_s), sips=plan.sips + 1), Drank())


def _snooze(plan: Workout, signal: Signal, at: Moment) -> Turn | None:
    del signal
    if not (plan.drink.due and plan.sip):
        return None
    return _stay(replace(plan, drink=plan.drink.snoozed(at.t_s)), Snoozed("drink"))


_HANDLERS: dict[type, Callable[[Workout, Signal, Moment], Turn | None]] = {
    TimeUp: _time_up,
    Alarm: _alarm,
    WentOn: _went_on,
    Learned: _learned,
    Interrupted: lambda plan, _, at: ended(plan, Move.INTERRUPTED, at),
    press.Stop: _stop,
    press.Next: _next,
    press.Back: lambda plan, *_: back(plan),
    press.Main: _main,
    press.LogSet: _log,
    press.Cramped: _cramped,
    press.Swap: _swap,
    press.OtherPosition: _swap,
    press.SetLoad: _set_load,
    press.SetReps: _set_reps,
    press.SetSets: _set_sets,
    press.PlanSets: _plan_sets,
    press.SetTempo: _set_tempo,
    press.Drink: _drink,
    press.Snooze: _snooze,
}
