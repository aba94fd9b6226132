"""What there is to say beside the step: round bar, preview, the lines that stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relief_tui.coach.plan import Facts, Note
from relief_tui.coach.relief.advice import advice, allowed, details, lower_note, rule_of
from relief_tui.coach.script import filled
from relief_tui.coach.step import Phase, Segment, Step
from relief_tui.coach.training import Allowed
from relief_tui.coach.transitions import Move

if TYPE_CHECKING:
    from relief_tui.coach.relief.plan import Relief

_STOPPING = (Phase.START, Phase.EASE_OUT)
_ROUND = (Phase.POSITION, Phase.EASE_IN, Phase.HOLD, Phase.LET_GO)
_RESTING = (Phase.TOES_UP, Phase.REST)
_RESTED_ONCE = (Move.MORE_REST, Move.RETEST)
"""What leads into a rest that is no part of the first."""
_AFTER = (Phase.REST, Phase.WAITING, Phase.PLAN)
_HOLDING = (*_ROUND, Phase.CHECK)
_HELD = (Phase.LET_GO, Phase.CHECK)
_SILENT_CHECKS = 2
"""After so many checks without an answer the coach asks whether somebody is there."""


def facts_of(plan: Relief, step: Step | None) -> Facts:
    """Round bar, preview, standing lines and the way it ended."""
    if step is None:
        well = _ended_well(plan)
        return Facts(
            notes=_notes(plan) if well else (),
            lighter=advice(plan) if well else None,
            side=plan.side,
            ending=plan.ending,
        )
    segments, current = _segments(plan, step)
    counting = plan.phase in _HOLDING
    position = plan.script.positions.get(plan.position)
    return Facts(
        segments=segments,
        current=current,
        next=_next(plan),
        notes=_notes(plan),
        lighter=advice(plan),
        details=_details(plan),
        position=position.name if position and counting else "",
        hold=plan.done + (plan.phase not in _HELD) if counting else 0,
        holds=plan.script.limits.holds,
        typed="" if plan.typed_s is None else "1",
        side=plan.side,
    )


def _ended_well(plan: Relief) -> bool:
    """True if it let go and nothing speaks against a lighter set another day."""
    against = (plan.script.safety.end, plan.script.words.end_worse)
    known = plan.gone_s is not None or plan.left
    return known and plan.ending is not None and plan.ending.lines not in against


def _segments(plan: Relief, step: Step) -> tuple[tuple[Segment, ...], int]:
    lengths = plan.script.lengths
    if plan.phase in _STOPPING:
        stops = (Segment("STOP", lengths.start_s), Segment("WEIGHT DOWN", lengths.ease_out_s))
        return stops, _STOPPING.index(plan.phase)
    if plan.phase in _ROUND:
        pieces = (
            Segment("TOES TO SHIN", lengths.position_s),
            Segment("EASE IN", lengths.ease_in_s),
            Segment("HOLD", plan.length_s),
            Segment("LET GO", lengths.let_go_s),
        )
        skip = 0 if plan.moved else 1
        return pieces[skip:], _ROUND.index(plan.phase) - skip
    if plan.move in _RESTED_ONCE:
        return (Segment("REST", step.seconds),), 0
    if plan.phase in _RESTING:
        rest = (Segment("TOES UP", lengths.toes_up_s), Segment("REST", rule_of(plan).rest_s))
        return rest, _RESTING.index(plan.phase)
    if plan.phase in (Phase.CHECK, Phase.RECHECK):
        return (Segment(plan.phase.word, lengths.check_s),), 0
    return (), 0


def _next(plan: Relief) -> str:
    lengths, following = plan.script.lengths, plan.script.words.next
    position = f"TOES TO SHIN {lengths.position_s:g} s"
    more = plan.done < plan.script.limits.holds
    may_plan = allowed(plan) is Allowed.CURLS
    return {
        Phase.START: f"WEIGHT DOWN {lengths.ease_out_s:g} s",
        Phase.EASE_OUT: following.flag if plan.forbidden else position,
        Phase.POSITION: f"EASE IN {lengths.ease_in_s:g} s",
        Phase.EASE_IN: f"HOLD {plan.length_s:g} s",
        Phase.HOLD: f"LET GO {lengths.let_go_s:g} s",
        Phase.LET_GO: "HOW IS IT?",
        Phase.CHECK: following.again if more else following.spent,
        Phase.RELEASE: "REST",
        Phase.TOES_UP: following.list,
        Phase.REST: following.plan if may_plan else following.end,
        Phase.SPENT: "HOW IS IT?",
        Phase.RECHECK: "REST",
    }.get(plan.phase, "")


def _notes(plan: Relief) -> tuple[Note, ...]:
    words = plan.script.words
    if plan.left:
        return (lower_note(plan),)
    if plan.gone_s is not None:
        sip = (Note(words.sip),) if words.sip else ()
        return (lower_note(plan), *sip)
    if plan.phase in (Phase.RELEASE, Phase.SPENT, Phase.RECHECK):
        return (Note(words.worse),)
    if plan.silent >= _SILENT_CHECKS and plan.phase in _HOLDING:
        return (Note(_silent(plan)),)
    return ()


def _silent(plan: Relief) -> str:
    """Nothing is held right after LET GO: what is said there is what comes."""
    words = plan.script.words.silent
    if plan.phase is Phase.HOLD:
        return words.hold
    return words.before if plan.done < plan.script.limits.holds else words.last


def _details(plan: Relief) -> tuple[Note, ...]:
    """What goes with the advice; in the rest, which cramp of the training this is."""
    if plan.phase is Phase.PLAN:
        return details(plan)
    before = len(plan.training.locked)
    if not before or plan.phase not in _AFTER:
        return ()
    after = plan.script.after
    return (Note(f"{filled(after.cramp_no, before + 1)} {after.watch}"),)
