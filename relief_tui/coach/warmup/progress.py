"""How far a routine is: what was done and skipped of each side of each line."""

from __future__ import annotations

from collections.abc import Iterable

from relief_tui.coach.event import StepResult, WarmupStep
from relief_tui.coach.routine import Routine
from relief_tui.coach.warmup.off import Off

Results = tuple[tuple[StepResult | None, ...], ...]
"""For each line, for each of its sides (left before right), how it ended; None: it has not."""


def nothing_yet(routine: Routine) -> Results:
    """The results before the first line."""
    return tuple((None,) * len(step.sides()) for step in routine.steps)


def fits(results: Results, routine: Routine) -> bool:
    """True if they are results of this routine."""
    return [len(line) for line in results] == [len(step.sides()) for step in routine.steps]


def done(results: Results, line: int) -> bool:
    """True if all sides of ``line`` are done."""
    return all(result == "done" for result in results[line])


def noted(results: Results, line: int, sides: Iterable[int], result: StepResult) -> Results:
    """The results after these sides of ``line`` got theirs; what was done stays done."""
    changed = {side for side in sides if results[line][side] != "done"}
    of_line = tuple(result if n in changed else old for n, old in enumerate(results[line]))
    return (*results[:line], of_line, *results[line + 1 :])


def passed_over(results: Results, line: int) -> Results:
    """The results at ``line``: what comes before it and has none was skipped."""
    before = (tuple(result or "skipped" for result in each) for each in results[:line])
    return (*before, *results[line:])


def news(before: Results, after: Results, routine: Routine) -> tuple[WarmupStep, ...]:
    """What became known from ``before`` to ``after``, one event a side."""
    return tuple(
        WarmupStep(line + 1, side, result, step.name)
        for line, step in enumerate(routine.steps)
        for side, was, result in zip(step.sides(), before[line], after[line], strict=True)
        if result is not None and result != was
    )


def is_off(routine: Routine, line: int, off: Off) -> bool:
    """True if something speaks against ``line`` today."""
    return any(care is routine.steps[line].care for care, _ in off)


def why_off(routine: Routine, off: Off) -> tuple[str, ...]:
    """What speaks against lines of ``routine`` today."""
    cares = {step.care for step in routine.steps}
    return tuple(dict.fromkeys(why for care, why in off if care in cares))
