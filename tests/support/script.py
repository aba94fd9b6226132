"""A script with the figures of the evidence and lines short enough to see which one is meant."""

from __future__ import annotations

from relief_tui.coach.safety import Card, Safety
from relief_tui.coach.script import (
    After,
    BandRule,
    Lengths,
    Limits,
    ListWords,
    NextWords,
    PlanWords,
    Position,
    Rung,
    Script,
    SilentWords,
    Way,
    Words,
)

TIERS = {
    "RF01": 1, "RF02": 2, "RF03": 2, "RF04": 2, "RF05": 1, "RF06": 1, "RF07": 1, "RF08": 2,
    "RF09": 1, "RF10": 2, "RF11": 2, "RF12": 2, "RF13": 1, "RF14": 3, "RF15": 3, "RF16": 1,
    "RF17": 3, "RF18": 3, "RF19": 3, "RF20": 3, "RF21": 3, "RF22": 3, "RF23": 2, "RF24": 1,
    "RF25": 4,
}  # fmt: skip

LADDER = (
    Rung("R1", "P1", 15.0),
    Rung("R2", "P1", 20.0, massage="rub slowly"),
    Rung("R3", "P3", 20.0),
    Rung("R4", "P4", 20.0),
    Rung("R5", "P5", 20.0, cue="hold on to something"),
    Rung("R6", "P1", 20.0, cue="once more"),
)

LENGTHS = Lengths(
    start_s=3.0,
    ease_out_s=10.0,
    position_s=8.0,
    ease_in_s=5.0,
    let_go_s=3.0,
    check_s=10.0,
    toes_up_s=30.0,
    rest_s=180.0,
    after_worse_s=10.0,
)

LIMITS = Limits(
    holds=6,
    clock_s=300.0,
    longest_hold_s=30.0,
    recheck_s=60.0,
    ten_minutes_s=600.0,
    silence_s=300.0,
    worse_wait_s=60.0,
    severe_pain=7,
)

WORDS = Words(
    about=("a coach",),
    start=("stop the set", "it lets go"),
    ready=("weight first",),
    ease_in="ease in",
    hold=("hold", "no bouncing"),
    half_pull="half the pull",
    let_go="let go",
    check="How is it?",
    toes_up="toes up",
    sip="Thirsty? SIP",
    lower="LOWER THE WEIGHT about 20 %",
    silent=SilentWords("still with me, holding?", "still with me?", "still there?"),
    worse="rest the leg",
    spent=("training is over", "keep warm"),
    ten_minutes="ten minutes",
    any_of_these="Any of these?",
    none_of_these="none of these",
    screen_hint="not sure counts as yes",
    screen=("a pop", "one calf swollen", "dark urine", "other muscles too"),
    tear=("a pop", "one sore spot"),
    multi=("more than two calves", "unwell"),
    pain="Pain now?",
    pain_hint="0 none, 10 the worst",
    end_ok=("ended well",),
    end_stopped=("stopped",),
    end_nobody=("nobody there",),
    end_worse=("ended worse",),
    next=NextWords(
        flag="GET HELP, a flag",
        again="once more",
        spent="enough held",
        list="REST and a list",
        plan="then the plan",
        end="then the end",
    ),
)

SAFETY = Safety(
    cards={id: Card(id, tier, "think of", "signs", "do", "not", ()) for id, tier in TIERS.items()},
    picker=(),
    screen=(("RF03", "RF04"), ("RF05", "RF02"), ("RF06", "RF07", "RF09", "RF08", "RF10"), ()),
    tear=("RF03", "RF04"),
    multi=("RF12",),
    worse_twice=("RF04",),
    ten_minutes=("RF11",),
    severe_pain=("RF04",),
    end=("ended with a flag",),
)


AFTER = After(
    bands={
        "twitch": BandRule(120.0, 10, "as planned", "20 short", "slowly"),
        "mild": BandRule(180.0, 20, "2 sets", "two-thirds", "ankle quiet", 1, 10, 24, most_sets=2),
        "moderate": BandRule(
            300.0,
            40,
            "2 easy sets",
            "half",
            "ankle quiet",
            2,
            20,
            48,
            better_swap=True,
            most_sets=2,
        ),
        "severe": BandRule(180.0, 100, next_cut=30, after_h=48, half_sets=True),
        "repeat": BandRule(300.0, 100, next_cut=30, after_h=48, half_sets=True),
        "unyielding": BandRule(300.0, 100, next_cut=30, after_h=48, half_sets=True),
    },
    green=ListWords("Not right?", "walk", "all fine", ("pain", "toes", "limp", "twitch")),
    plan=PlanWords(
        "What now?",
        "figures",
        "Lighter:",
        "RECOVERY:",
        "Swap:",
        "Better swap:",
        "Twitched",
        "no",
        "bare",
        "a feather",
    ),
    swap=ListWords("Swap", "the first is easiest", "back", ("Hinge: long", "Thrust: toes up")),
    ways=(
        Way("hinge", "Hinge", "long", "hips back", "limited"),
        Way("thrust", "Thrust", "toes up", "lift", "rule of thumb"),
    ),
    retest_s=120.0,
    watch="it cramps more easily",
    watch_left="60-minute watch: {n} min left.",
    cramp_no="No. {n}.",
    about="about {n} % less",
    not_known="who knows",
    at_most="At most {n}.",
    no_load="Bare: {n}.",
    curls_over="no more curls",
    untested="not tested",
    not_right="not all fine",
    wanted="enough chosen",
    training_over="training over",
    over_third="third: training over",
    over_legs="each leg: training over",
    next_time="Next:",
    next_half="half of it",
    next_hours="not for {n} h",
    then_up="then up",
    never_today="no Nordics",
    not_this="not this one",
    unloaded="hinge unloaded",
    slow_reps="9 calm reps",
)


def make_script() -> Script:
    """The script that the tests of the coach run on."""
    return Script(
        positions={
            id: Position(id, f"way {id}", (f"{id} get there", f"{id} pull"), "when", id == "P6")
            for id in ("P1", "P2", "P3", "P4", "P5", "P6")
        },
        ladder=LADDER,
        worse=Rung("worse", "P4", 10.0),
        ease_out={
            machine: (f"{machine} down", f"{machine} out")
            for machine in ("prone", "seated", "standing", "other")
        },
        lengths=LENGTHS,
        limits=LIMITS,
        words=WORDS,
        safety=SAFETY,
        after=AFTER,
    )
