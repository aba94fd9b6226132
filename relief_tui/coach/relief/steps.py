"""The steps of a relief: how long each lasts, what it says, what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relief_tui.coach.relief.advice import choice_words, others, rule_of
from relief_tui.coach.step import Asking, Phase, Question, Step
from relief_tui.coach.transitions import Move

if TYPE_CHECKING:
    from relief_tui.coach.relief.plan import Relief

_ROUND = (Phase.POSITION, Phase.EASE_IN, Phase.HOLD, Phase.LET_GO)
_LISTING = (Phase.RELEASE, Phase.ASIDE, Phase.REST, Phase.WAITING, Phase.SPENT, Phase.PLAN)
CHECK_ANSWERS = ("gone", "easing", "same", "worse")
TEN_WAIT_S = 1.5
"""How long a ``1`` on the pain scale waits for the ``0`` that makes it ten."""


def step_of(plan: Relief, t_s: float, *, idle_s: float = 0.0) -> Step:
    """The step of the phase the plan is in, begun ``t_s`` seconds into the run."""
    phase = plan.phase
    longest = plan.script.limits.longest_hold_s if phase is Phase.HOLD else 600.0
    return Step(
        phase=phase,
        seconds=_seconds(plan, t_s, idle_s),
        side=plan.side if phase.carries_side else None,
        position=plan.position if phase in _ROUND else None,
        cues=_cues(plan),
        asks=question_of(plan),
        longest_s=longest,
        alarm_s=_alarm(plan, t_s),
        counts_down=phase not in (Phase.WAITING, Phase.PLAN),
    )


def _alarm(plan: Relief, t_s: float) -> float | None:
    """The moment of the run to be asked at. Ten minutes that passed in a pause ring no alarm:
    then the check comes first."""
    if plan.typed_s is not None:
        return plan.typed_s + TEN_WAIT_S
    ten_minutes_s = plan.script.limits.ten_minutes_s
    late = plan.phase in (Phase.SPENT, Phase.RECHECK)
    return ten_minutes_s if late and t_s < ten_minutes_s else None


def _seconds(plan: Relief, t_s: float, idle_s: float) -> float:
    lengths, limits = plan.script.lengths, plan.script.limits
    return {
        Phase.START: lengths.start_s,
        Phase.EASE_OUT: lengths.ease_out_s,
        Phase.POSITION: lengths.position_s,
        Phase.EASE_IN: lengths.ease_in_s,
        Phase.HOLD: plan.length_s,
        Phase.LET_GO: lengths.let_go_s,
        Phase.CHECK: lengths.check_s,
        Phase.RELEASE: lengths.let_go_s,
        Phase.ASIDE: max(limits.clock_s - t_s, limits.worse_wait_s),
        Phase.SPENT: max(min(limits.recheck_s, limits.ten_minutes_s - t_s), 0.0),
        Phase.RECHECK: lengths.check_s,
        Phase.TOES_UP: lengths.toes_up_s,
        Phase.REST: _rest_s(plan, t_s),
        Phase.PLAN: max(limits.silence_s - idle_s, 0.0),
        Phase.WAITING: max(limits.silence_s - idle_s, 0.0),
    }[plan.phase]


def _rest_s(plan: Relief, t_s: float) -> float:
    """The rest that the band asks for, less what was rested already; two minutes for a retest."""
    if plan.move is Move.RETEST:
        return plan.script.after.retest_s
    rested_s = 0.0 if plan.rest_since_s is None else t_s - plan.rest_since_s
    return max(rule_of(plan).rest_s - rested_s, 0.0)


def _cues(plan: Relief) -> tuple[str, ...]:
    words, position = plan.script.words, plan.script.positions.get(plan.position)
    there, ways = (position.getting_there, position.cues) if position else ((), ())
    pull = tuple(cue for cue in ways if cue not in there)
    half = plan.rung is plan.script.worse
    under_load = plan.move is Move.WORSE  # straight from the machine, not by way of LET GO
    return {
        Phase.START: (words.start[0], *words.ready, *words.start[1:]),
        Phase.EASE_OUT: _ease_out(plan),
        Phase.POSITION: (*there, words.half_pull) if half else there,
        Phase.EASE_IN: (words.half_pull, *ways[-1:]) if half else _ease_in(plan, pull, ways),
        Phase.HOLD: _hold_lines(plan, half=half),
        Phase.LET_GO: (words.let_go,),
        Phase.RELEASE: (words.let_go,),
        Phase.ASIDE: (*(_ease_out(plan)[:1] if under_load else ()), words.worse),
        Phase.TOES_UP: (words.toes_up,),
        Phase.SPENT: words.spent,
    }.get(plan.phase, ())


def _ease_in(plan: Relief, pull: tuple[str, ...], ways: tuple[str, ...]) -> tuple[str, ...]:
    """How to pull first; where nothing is pulled, how to stand last."""
    ease_in = plan.script.words.ease_in
    return (*pull, ease_in) if pull else (ease_in, *ways[-1:])


def _ease_out(plan: Relief) -> tuple[str, ...]:
    return plan.script.ease_out[plan.machine or "other"]


def _hold_lines(plan: Relief, *, half: bool) -> tuple[str, ...]:
    words, rung = plan.script.words, plan.rung
    if half:
        return (words.half_pull, *words.hold[1:])
    if rung is not None and rung.massage and plan.no_tear:
        return (words.hold[0], rung.massage)
    if rung is not None and rung.cue:
        return (rung.cue, *words.hold[1:])
    return words.hold


def question_of(plan: Relief) -> Question | None:
    """The question that stands beside the phase, if any."""
    words = plan.script.words
    if plan.phase in (Phase.CHECK, Phase.RECHECK):
        return Question("check", Asking.CHECK, words.check, CHECK_ANSWERS)
    if not plan.lists or plan.phase not in _LISTING:
        return None
    name = plan.lists[0]
    if name == "pain":
        return Question(name, Asking.SCALE, words.pain, hint=words.pain_hint)
    after = plan.script.after
    if name == "plan":
        ways = choice_words(plan)
        return Question(name, Asking.LIST, after.plan.title, ways, after.plan.none, after.plan.hint)
    if name in ("green", "swap"):
        asked = after.green if name == "green" else after.swap
        lines = asked.lines if name == "green" else tuple(way.line for way in others(plan))
        return Question(name, Asking.LIST, asked.title, lines, asked.none, asked.hint)
    lines = {"screen": words.screen, "tear": words.tear, "multi": words.multi}[name]
    return Question(
        name, Asking.LIST, words.any_of_these, lines, words.none_of_these, words.screen_hint
    )
