"""The advice after a cramp, once it is known better where and with what that was."""

from __future__ import annotations

from relief_tui.coach.equipment import Equipment
from relief_tui.coach.event import Advised, Band
from relief_tui.coach.lighter import lighter
from relief_tui.coach.load import Load
from relief_tui.coach.script import After, filled
from relief_tui.coach.training import Training


def amended(
    advised: Advised,
    before: Training,
    band: Band | None,
    exercise: str | None,
    load: Load | None,
    after: After,
    equipment: Equipment,
    *,
    rests: bool = False,
) -> Advised:
    """What would have been advised in ``exercise`` with ``load``, after what came ``before`` in
    the training. Where no load at all was left, none is now. ``rests``: it is an exercise that is
    not for today after a cramp."""
    rule = after.bands.get(band or "mild")
    if rule is None or rule.cut == 100 or _over(advised):
        return Advised(load, None, advised.reason, advised.evidence)
    if rests:
        return Advised(
            load, None, f"{band or 'mild'}: {after.not_this}", advised.evidence, swap=True
        )
    found = lighter(load, before.cut_from(exercise), rule.cut, equipment)
    why = found.why or filled(after.about, found.percent)
    return Advised(load, found.after, f"{band or 'mild'}: {why}", advised.evidence)


def _over(advised: Advised) -> bool:
    """True if the advice was no load at all, whatever the exercise: it then names no figure."""
    return advised.load_after is None and "%" not in advised.reason and not advised.swap
