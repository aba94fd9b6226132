"""What is to be seen of a routine: the step, the checklist, the bar, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relief_tui.coach.checklist import CheckLine, Checklist, Mark
from relief_tui.coach.plan import Facts, Note
from relief_tui.coach.routine import Care
from relief_tui.coach.step import Phase, Segment, Side, Step, reps_words
from relief_tui.coach.warmup.progress import done

if TYPE_CHECKING:
    from relief_tui.coach.warmup.plan import Warmup

WAIT_S = 600.0
"""How long a line that waits for a key waits."""
LONGEST_S = 600.0
LONGEST_ROLL_S = 120.0
"""How far ``+`` stretches a line, and how far rolling one muscle (S49, S51)."""


def lead_s(plan: Warmup) -> float:
    """The seconds before work in the phase that the plan is in."""
    routine = plan.routine
    leads = {Phase.READY: routine.get_ready_s, Phase.CHANGE: routine.change_s}
    return leads.get(plan.phase, routine.switch_s)


def step(plan: Warmup) -> Step:
    """The step of the phase that the plan is in."""
    exercise, takes = plan.exercise, plan.routine.takes
    side = _side(plan, plan.turn)
    if plan.phase is not Phase.WORK:
        at_hand = (f"Have at hand: {', '.join(takes)}.",)
        cues = at_hand if plan.phase is Phase.READY and takes else exercise.cues
        return Step(plan.phase, lead_s(plan), side, exercise.name, cues, passing=True)
    metronome = None if plan.waiting else exercise.metronome
    longest_s = LONGEST_ROLL_S if exercise.care is Care.ROLL else LONGEST_S
    return Step(
        plan.phase,
        WAIT_S if plan.waiting else exercise.seconds,
        side,
        exercise.name,
        exercise.cues,
        longest_s=exercise.seconds if metronome else longest_s,
        counts_down=not plan.waiting,
        metronome=metronome,
    )


def facts(plan: Warmup) -> Facts:
    """All there is to say beside the step."""
    exercise = plan.exercise
    return Facts(
        segments=tuple(
            Segment((each.short or each.name).lower(), each.work_s) for each in plan.routine.steps
        ),
        current=plan.line,
        before=plan.turn / plan.turns,
        share=1 / plan.turns if plan.phase is Phase.WORK else 0.0,
        next=_preview(plan),
        notes=(*map(Note, plan.why_off), *(plan.opening if plan.phase is Phase.READY else ())),
        position=exercise.name,
        title=exercise.short or exercise.name.upper(),
        checklist=_checklist(plan),
    )


def facts_at_the_end(plan: Warmup) -> Facts:
    """How it ended."""
    return Facts(ending=plan.ending, checklist=_checklist(plan))


def _side(plan: Warmup, turn: int) -> Side:
    return plan.exercise.sides(plan.first)[turn]


def _preview(plan: Warmup) -> str:
    """What comes after this step."""
    exercise = plan.exercise
    if plan.phase is not Phase.WORK:
        side = _side(plan, plan.turn)
        leg = f" {side.value.upper()}" if side is not Side.BOTH else ""
        dose = reps_words(exercise.reps) or f"{exercise.seconds:g} s"
        return f"{exercise.name}{leg}, {dose}"
    line = plan.open_line(plan.line + 1)
    then = plan.routine.steps[line].name if line is not None else "done"
    if plan.turn + 1 < plan.turns:
        return f"{_side(plan, plan.turn + 1).value.upper()}, the same, then {then}"
    return then


def _checklist(plan: Warmup) -> Checklist:
    exercise, routine = plan.exercise, plan.routine
    return Checklist(
        title=f"{routine.name} {routine.length}",
        lines=tuple(
            CheckLine(each.name, each.dose, _mark(plan, line))
            for line, each in enumerate(routine.steps)
        ),
        current=plan.line,
        purpose=exercise.purpose,
        evidence=exercise.evidence,
        pace=exercise.pace or (f"tempo {exercise.tempo}" if exercise.tempo else ""),
        after_s=_after_s(plan),
        reps=exercise.reps if plan.waiting else 0,
        other_leg=plan.can_switch,
    )


def _after_s(plan: Warmup) -> float:
    """How long all that comes after this step lasts; of a line that waits for a key, as long as it
    is meant to take."""
    exercise, routine = plan.exercise, plan.routine
    after_s = (plan.turns - plan.turn - 1) * (routine.switch_s + exercise.seconds)
    if plan.phase is not Phase.WORK or plan.waiting:
        after_s += exercise.seconds
    line = plan.open_line(plan.line + 1)
    while line is not None:
        each = routine.steps[line]
        after_s += routine.change_s + each.work_s + routine.switch_s * (len(each.sides()) - 1)
        line = plan.open_line(line + 1)
    return after_s


def _mark(plan: Warmup, line: int) -> Mark:
    if plan.is_off(line):
        return Mark.OFF
    if line == plan.line and plan.phase is not Phase.OVER:
        return Mark.NOW
    if done(plan.results, line):
        return Mark.DONE
    skipped = plan.phase is Phase.OVER or all(plan.results[line])
    return Mark.SKIPPED if skipped else Mark.OPEN
