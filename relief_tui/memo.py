"""Where a run stands as text beside the journal, so that another process can go on with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeAlias, get_type_hints

import msgspec

from relief_tui.coach.plan import Plan
from relief_tui.coach.recovery import Recovery
from relief_tui.coach.relief import Relief
from relief_tui.coach.state import Standing
from relief_tui.coach.value import dataclass
from relief_tui.coach.warmup import Warmup
from relief_tui.errors import ReliefError

if TYPE_CHECKING:
    from relief_tui.coach.workout import Workout

Known: TypeAlias = "type[Recovery] | type[Relief] | type[Warmup] | type[Workout]"
_AT_HAND: Mapping[str, Known] = {"relief": Relief, "recovery": Recovery, "warmup": Warmup}
KINDS = (*_AT_HAND, "workout")
"""What can be gone on with: a plan is of the kind that its class is called by."""

Given = Mapping[str, Any]
"""What a plan is made with, by the names of its fields: the script, what is known today."""


class MemoError(ReliefError):
    """The memo does not fit this Relief, or what it is made with, any more."""


@dataclass(frozen=True, slots=True)
class _Memo:
    kind: str
    standing: Standing
    fields: dict[str, Any]


def memo_of(plan: Plan, standing: Standing) -> str:
    """The memo of a run; empty for a plan that cannot be gone on with."""
    kind = kind_of(plan)
    if kind not in KINDS or type(plan) is not _known(kind):
        return ""
    kept = {name: _sound(getattr(plan, name)) for name in _kept(_known(kind))}
    return msgspec.json.encode(_Memo(kind, standing, kept)).decode()


def kind_of(plan: Plan) -> str:
    """What its class is called by: ``relief``, ``workout`` …"""
    return type(plan).__name__.lower()


def recalled(memo: str, given: Callable[[str], Given]) -> tuple[Plan, Standing]:
    """The plan and where it stood; ``given`` tells for each kind what its plan is made with.

    Raises ``MemoError`` for a memo that is damaged, or does not fit what is given any more.
    """
    try:
        read = msgspec.json.decode(memo, type=_Memo)
        known = _known(read.kind)
        hints = get_type_hints(known)
        kept = {
            name: msgspec.convert(value, hints[name])
            for name, value in read.fields.items()
            if name in _kept(known)
        }
        made = known(**given(read.kind), **kept)
        plan = made.fitted()
    except (msgspec.MsgspecError, KeyError, TypeError, ValueError) as error:
        raise MemoError(
            "What was cut off does not fit this version of Relief any more; it was closed."
        ) from error
    moved = isinstance(plan, Warmup) and plan != made
    return plan, _at_the_start(plan, read.standing) if moved else read.standing


def _known(kind: str) -> Known:
    """The plan of this kind; raises ``KeyError`` if there is none."""
    if kind == "workout":
        from relief_tui.coach.workout import Workout  # no relief has to wait for it

        return Workout
    return _AT_HAND[kind]


def _at_the_start(plan: Plan, was: Standing) -> Standing:
    """Where the run stands if the step of ``plan`` has only just begun."""
    seconds = plan.step(was.t_s).seconds
    return Standing(was.t_s, was.number, seconds, seconds, seconds)


def _sound(value: object) -> object:
    """A name typed in a broken encoding as the journal keeps it, too."""
    return value.encode(errors="replace").decode() if type(value) is str else value


def _kept(known: Known) -> list[str]:
    return [each.name for each in fields(known) if each.name not in known.GIVEN]
