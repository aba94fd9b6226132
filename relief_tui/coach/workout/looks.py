"""What is to be seen of a workout: the step, the card of the set, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relief_tui.coach.plan import Facts, Note
from relief_tui.coach.step import Phase, Segment, Side, Step
from relief_tui.coach.training import TRAINING_S
from relief_tui.coach.workout.card import LED, LONGEST_REST_S, Choice, WorkoutView, dose, shown
from relief_tui.coach.workout.script import Kind, Tip

if TYPE_CHECKING:
    from relief_tui.coach.workout.limits import Advice
    from relief_tui.coach.workout.plan import Workout

_THUMB = "rule of thumb"
_WARY_S = 1.0
"""So long after a rest ended by itself, ENTER was to end it: nobody has lifted yet."""


def step(plan: Workout) -> Step:
    """The step of the phase that the plan is in."""
    metronome = plan.metronome if plan.phase is Phase.TEMPO else None
    seconds = _seconds(plan)
    words = tip(plan, plan.advice)
    return Step(
        plan.phase,
        seconds,
        side=Side.BOTH if metronome else None,
        position=shown(plan.exercise),
        cues=(words.words,) if words and plan.phase is not Phase.SET_REST else (),
        longest_s=seconds if metronome else LONGEST_REST_S,
        alarm_s=_alarm_s(plan),
        counts_down=plan.phase is not Phase.SET,
        metronome=metronome,
        passing=True,
        closes_s=TRAINING_S,
        longest_pause_s=TRAINING_S,
        wary_s=_WARY_S if plan.phase is Phase.SET and plan.led is None else 0.0,
    )


def _seconds(plan: Workout) -> float:
    """How long the step lasts; a set that waits does so as long as a training may."""
    metronome = plan.metronome
    return {
        Phase.READY: plan.script.ready_s,
        Phase.TEMPO: metronome.seconds if metronome else 0.0,
        Phase.SET_REST: plan.rest_s,
    }.get(plan.phase, TRAINING_S)


def _alarm_s(plan: Workout) -> float | None:
    """The next second at which something changes by itself: the watch ends, a sip is due."""
    moments = [plan.watch_ends_s] if plan.watch_ends_s else []
    next_s = plan.drink.next_s(plan.script.drink) if plan.sip else None
    if next_s is not None and plan.phase not in LED:
        moments.append(next_s)
    return min(moments, default=None)


def facts(plan: Workout) -> Facts:
    """All there is to say beside the step."""
    advice = plan.advice
    counts = plan.phase is not Phase.SET
    return Facts(
        segments=(Segment(plan.phase.word, _seconds(plan)),) if counts else (),
        next=preview(plan, advice),
        notes=_notes(plan, advice),
        lighter=advice.lower,
        position=shown(plan.exercise),
        workout=card(plan, advice),
    )


def card(plan: Workout, advice: Advice) -> WorkoutView:
    """The card of the set that runs or comes next."""
    due = plan.drink.due and bool(plan.sip)
    set_no, sets = plan.counted
    return WorkoutView(
        exercise=shown(plan.exercise),
        name=plan.exercise,
        set_no=set_no,
        sets=sets,
        reps=plan.reps if plan.led is None else plan.led,
        load=plan.stands,
        resting=plan.phase is Phase.SET_REST,
        led=plan.led,
        tempo=plan.tempo,
        lower=advice.lower,
        own=plan.own,
        allowed=advice.allowed,
        off=advice.off,
        watch=f"{plan.after.watch_left} {plan.after.watch}",
        watch_ends_s=plan.watch_ends_s,
        tip=tip(plan, advice),
        entry=_entry(plan, advice, due=due),
        reminder=plan.sip if due else "",
        reminder_evidence=plan.script.drink_evidence,
        warm_up="" if plan.warmed or plan.done else plan.script.no_warmup,
        all_done=plan.script.all_sets if set_no > sets else "",
        notes=tuple(note.words for note in _opening(plan, advice)),
        swaps=tuple(Choice(name, plan.script.of(name).why) for name in plan.ways_on),
        done=plan.done,
        cramps=cramps(plan),
        sips=plan.drunk,
    )


def tip(plan: Workout, advice: Advice) -> Tip | None:
    """The line of technique for the set that runs or comes next; it is another one each time. After
    a cramp it is what is left of the range of a curl."""
    if advice.off:
        return None
    rule = plan.rule if plan.known.kind is Kind.CURL else None
    if rule is not None and rule.range:
        return Tip(f"{rule.range} {rule.tempo}".strip(), _THUMB, plan.script.entries.lower)
    return plan.script.tip(plan.known.kind, len(plan.done))


def cramps(plan: Workout) -> int:
    """How many cramps came in this workout."""
    known = {each.run for each in plan.training.cramps} | {each.cramp.run for each in plan.felt}
    return len(known.difference(plan.cramps_before, plan.training.taken_back))


def preview(plan: Workout, advice: Advice) -> str:
    """What comes after this step."""
    if plan.phase is Phase.SET:
        return f"REST {plan.rest_s:g} s" if plan.rest_s and not advice.off else ""
    if plan.phase is Phase.READY:
        return f"WORK, {dose(plan.stands, plan.reps)}"
    if plan.phase is Phase.TEMPO:
        return "log the set"
    if advice.off:
        return plan.script.swap
    set_no, sets = plan.counted
    if set_no > sets:
        return plan.script.all_sets
    led = f", by metronome {plan.tempo}" if plan.tempo else ""
    return f"set {set_no} of {sets}, {dose(plan.load, plan.reps)}{led}"


def _notes(plan: Workout, advice: Advice) -> tuple[Note, ...]:
    """What stands there, the most urgent first."""
    found, notes = advice.lower, []
    if advice.off:
        notes.append(Note(advice.off, thumb=True))
    elif found is not None:
        notes.append(Note(f"LOWER THE WEIGHT {found.words}", thumb=True))
    if plan.drink.due and plan.sip:
        notes.append(Note(plan.sip))
    notes += _opening(plan, advice)
    if not (plan.done or plan.warmed):
        notes.append(Note(plan.script.no_warmup))
    return tuple(notes)


def _opening(plan: Workout, advice: Advice) -> tuple[Note, ...]:
    """What stands there until the first set, and again beside the advice: the change to try."""
    caution = (Note(advice.caution, thumb=True),) if advice.caution else ()
    return (*caution, *plan.opening) if advice.lower or not plan.done else caution


def _entry(plan: Workout, advice: Advice, *, due: bool) -> str:
    """The entry of the guide behind the moment, the most telling first."""
    entries, words = plan.script.entries, tip(plan, advice)
    if advice.off:
        return entries.over
    if advice.lower is not None:
        return entries.lower
    if words is not None and plan.phase is not Phase.SET_REST:
        return words.entry
    return entries.drink if due else entries.rest
