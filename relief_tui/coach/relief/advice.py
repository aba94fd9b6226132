"""What follows from the cramp that let go: the band, the rest, how much lighter, what to choose."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from relief_tui.coach.event import Advised, Band
from relief_tui.coach.lighter import Lighter, lighter, recovery_load
from relief_tui.coach.load import Load
from relief_tui.coach.plan import LightSet, Note
from relief_tui.coach.script import filled
from relief_tui.coach.severity import band
from relief_tui.coach.training import LAST_CRAMP, Allowed

if TYPE_CHECKING:
    from relief_tui.coach.equipment import Equipment
    from relief_tui.coach.relief.plan import Relief
    from relief_tui.coach.script import After, BandRule, Way

_WITH_A_PLAN = ("twitch", "mild", "moderate")
AS_MILD = "as if mild"
"""How a band is called that nobody could tell."""
LIGHTER, RECOVERY, SWAP, TWITCH = "lighter", "recovery", "swap", "twitch"


def band_of(plan: Relief) -> Band | None:
    """The severity band of a cramp that let go, None of any other.

    The second cramp of a training is *repeat*, however light; a twitch never locked.
    """
    if plan.gone_s is None:
        return None
    if plan.twitched:
        return "twitch"
    held_s = None
    if plan.checks and plan.first_hold_s is not None:
        held_s = plan.gone_s - plan.first_hold_s
    late = plan.gone_s > plan.script.limits.clock_s
    found = band(plan.done, held_s, plan.pain, unyielding=late)
    return "repeat" if plan.training.locked and found != "unyielding" else found


def rule_of(plan: Relief) -> BandRule:
    """The rule of the band: of a mild one until the pain is known."""
    known = band_of(plan) if plan.pain is not None else None
    return plan.script.after.bands[known or "mild"]


def allowed(plan: Relief) -> Allowed:
    """What this cramp leaves of the training."""
    by_count = plan.training.with_one_more(plan.side)
    severe = plan.pain is not None and band_of(plan) not in _WITH_A_PLAN
    alone = Allowed.NO_CURLS if severe or plan.enough else Allowed.CURLS
    return Allowed.NOTHING if plan.both_calves else max(by_count, alone)


def wants_green(plan: Relief) -> bool:
    """True if a plan may follow, once nothing speaks against it."""
    return plan.pain is not None and allowed(plan) is Allowed.CURLS


def swaps(plan: Relief) -> bool:
    """True if it let go or was left, and only another exercise is left for today."""
    known = (plan.gone_s is not None or plan.left) and plan.exercise is not None
    return known and allowed(plan) is Allowed.CURLS and plan.rests(plan.exercise or "")


def others(plan: Relief) -> tuple[Way, ...]:
    """What can be done today in place of the exercise that cramped."""
    cramped = None if plan.exercise is None else plan.meant(plan.exercise)
    return tuple(way for way in plan.script.after.ways if plan.meant(way.name) != cramped)


def range_and_tempo(plan: Relief) -> tuple[str, ...]:
    """How far and how fast the next set is; of a curl, as no other exercise has its range."""
    rule = rule_of(plan)
    return (rule.range, rule.tempo) if plan.curls(plan.exercise) else ()


def advice(plan: Relief) -> Lighter | None:
    """How much lighter; None while it can only be said roughly, or if it did not let go, but was
    not left either."""
    if swaps(plan):
        return Lighter(100, plan.load, why=plan.script.after.not_this, swap=True)
    told = plan.pain is not None or allowed(plan) is not Allowed.CURLS
    if not plan.left and (plan.gone_s is None or not told):
        return None
    percent = rule_of(plan).cut if allowed(plan) is Allowed.CURLS else 100
    return lighter(plan.load, plan.training.cut_from(plan.exercise), percent, plan.equipment)


def advised(plan: Relief) -> tuple[Advised, ...]:
    """The advice as an event, if there is one."""
    found = advice(plan)
    if found is None:
        return ()
    why = found.why or (over_words(plan) if found.over else _about(plan, found))
    return (Advised(plan.load, found.after, f"{band_of(plan) or AS_MILD}: {why}", swap=found.swap),)


def over_words(plan: Relief) -> str:
    """That the curls are over; of the training, also why."""
    after = plan.script.after
    if allowed(plan) is not Allowed.NOTHING:
        return after.curls_over
    if plan.both_calves or plan.training.other_leg(plan.side):
        return after.over_legs
    third = len(plan.training.locked) + 1 >= LAST_CRAMP
    return after.over_third if third else after.training_over


def lower_note(plan: Relief) -> Note:
    """LOWER THE WEIGHT, as well as it is known now; only that it is over where nothing is lifted
    any more."""
    found = advice(plan)
    if found is None:
        return Note(plan.script.words.lower, thumb=True)
    if found.over and allowed(plan) is Allowed.NOTHING:
        return Note(over_words(plan), thumb=True)
    if found.over:
        return Note(f"LOWER THE WEIGHT: {found.why or over_words(plan)}", thumb=True)
    if found.before is not None and found.after is None:
        return Note(f"LOWER THE WEIGHT none: {plan.script.after.unloaded}", thumb=True)
    return Note(f"LOWER THE WEIGHT {found.words}", thumb=True)


def light_set(plan: Relief) -> LightSet:
    """The active-recovery set that belongs to the band: a curl, of which the load of another
    exercise says nothing."""
    working = plan.load if plan.curls(plan.exercise) and not swaps(plan) else None
    load = recovery_load(working, plan.equipment)
    return LightSet(load, working, max(1, rule_of(plan).recovery_sets))


def choices(plan: Relief) -> tuple[str, ...]:
    """What can be chosen on the plan, in the order of its numbers."""
    twitch = (TWITCH,) if band_of(plan) == "mild" else ()
    ways = (SWAP, RECOVERY) if swaps(plan) else (LIGHTER, RECOVERY, SWAP)
    return (*ways, *twitch)


def target_words(plan: Relief) -> str:
    """What to go on with: a load, the percentage where the old one is not known, or no load."""
    found = advice(plan)
    if plan.load is None and found is not None:
        return _about(plan, found)
    return str(found.after) if found and found.after else plan.script.after.unloaded


def _about(plan: Relief, found: Lighter) -> str:
    return filled(plan.script.after.about, found.percent)


def choice_words(plan: Relief) -> tuple[str, ...]:
    """The choices in words."""
    words, light = plan.script.after.plan, light_set(plan)
    swap = words.better if rule_of(plan).better_swap and not swaps(plan) else words.swap
    other = others(plan)[0].name
    named = {
        LIGHTER: f"{words.lighter} {target_words(plan)}",
        RECOVERY: f"{words.recovery} {light_words(plan, light)}",
        SWAP: f"{swap} {other[:1].lower()}{other[1:]} …",
        TWITCH: words.twitch,
    }
    return tuple(named[choice] for choice in choices(plan))


def light_words(plan: Relief, light: LightSet) -> str:
    """What the light set is done with, and how many repetitions it has."""
    words = plan.script.after.plan
    what = str(light.load) if light.load else words.no_load if light.working else words.lightest
    return f"{what}, {plan.script.after.slow_reps}"


def details(plan: Relief) -> tuple[Note, ...]:
    """What goes with the advice: why; sets, range and tempo; what not, and the hour after."""
    found, rule, after = advice(plan), rule_of(plan), plan.script.after
    if found is not None and found.swap:
        return (Note(found.why, thumb=True), Note(after.never_today), Note(after.watch))
    if found is None or found.over:
        return ()
    lines = [
        Note(_why(plan, found) or f"{_about(plan, found)}: {after.not_known}", thumb=True),
        Note(" ".join((rule.sets, *range_and_tempo(plan)))),
        Note(found.how),
        Note(after.never_today),
        Note(after.watch),
    ]
    return tuple(line for line in lines if line.words)


def _why(plan: Relief, found: Lighter) -> str:
    """``moderate, 3 holds: 40 % less than 45 kg, rounded down``: the band, and what is cut from."""
    holds = f", {plan.done} holds" if plan.done > 1 else ""
    return found.why and f"{band_of(plan)}{holds}: {found.why}"


def next_words(plan: Relief) -> str:
    """What the next time looks like; empty where nothing is known against the old load, or no load
    at all is spoken of today."""
    rule, after = rule_of(plan), plan.script.after
    if plan.pain is None or not rule.next_cut or swaps(plan):
        return ""
    first = plan.training.cut_from(plan.exercise)
    less = next_load_words(plan.load, first, rule, plan.equipment)
    return f"{after.next_time} {less}{sets_and_hours(rule, after)}"


def next_load_words(
    load: Load | None, first: Load | None, rule: BandRule, equipment: Equipment
) -> str:
    """``40 kg, not 45 kg``: the cut of the next time from the day's ``first`` load, as today's is;
    from ``load``, that of the cramp, where the other would be above it. The percentage where
    neither is known or nothing that light can be set."""
    found = lighter(first or load, None, rule.next_cut, equipment)
    if found.after and load and found.after.weight > load.weight:
        found = lighter(load, None, rule.next_cut, equipment)
    return f"{found.after}, not {found.before}" if found.after else f"{rule.next_cut} % less"


def sets_and_hours(rule: BandRule, after: After, ago_s: float = 0.0) -> str:
    """How many sets the next time has, and how long until then, ``ago_s`` seconds after the
    cramp; empty where there is nothing to say of it any more."""
    hours = ceil(rule.after_h - ago_s / 3600)
    sets = f", {after.next_half}" if rule.half_sets else ""
    return f"{sets}, {filled(after.next_hours, hours)}" if hours > 0 else sets
