"""How much lighter, the green light, the plan and its choices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from relief_tui.coach.equipment import Stack
from relief_tui.coach.event import Advised, Answered, ReliefEnded
from relief_tui.coach.inputs import Adjust, Main, Next, Recover, Stop, Undo
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.plan import LightSet, Note
from relief_tui.coach.relief import Relief
from relief_tui.coach.step import Phase, Side
from relief_tui.coach.training import Cramp, Training, enough
from tests.coach.driving import Run, relief


def kg(value: float) -> Load:
    return Load(value, Unit.KG)


ONE = Cramp(600.0, Side.LEFT, "gone", "mild")
STACK = Stack(kg(5))


def twitched(before: Load, after: Load | None, exercise: str | None = None) -> Cramp:
    """A twitch ten minutes ago, and what was advised after it."""
    advised = Advised(before, after, "twitch: 10 % less")
    return Cramp(600.0, Side.LEFT, "gone", "twitch", exercise, before, advised)


def let_go(holds: int = 1, **known: Any) -> Run:
    """A cramp of the left calf that let go after so many holds, in the rest."""
    run = Run(relief(**{"side": Side.LEFT, "load": kg(45), "equipment": STACK} | known))
    for _ in range(holds - 1):
        run.until(Phase.CHECK).say("easing")
    run.until(Phase.CHECK).say("gone")
    return run.until(Phase.REST)


def answered(pain: int = 2, **known: Any) -> Run:
    """The same with nothing wrong and this much pain."""
    run = let_go(**known)
    run.click(0, pain)
    return run


def at_the_plan(pain: int = 2, **known: Any) -> Run:
    """The same with the green light."""
    run = answered(pain, **known).until(Phase.WAITING)
    run.click(0)
    assert run.phase is Phase.PLAN
    run.wait(1.0)
    return run


def ended(run: Run) -> ReliefEnded:
    (event,) = run.standing(ReliefEnded)
    return event


def lines(run: Run) -> tuple[str, ...]:
    """The last lines."""
    assert run.view.ending is not None
    return run.view.ending.lines


# How much lighter


@pytest.mark.parametrize(
    ("holds", "pain", "band", "words", "after"),
    [
        (1, 2, "mild", " 45 → 35 kg", kg(35)),
        (2, 3, "mild", " 45 → 35 kg", kg(35)),
        (1, 5, "moderate", " 45 → 25 kg", kg(25)),
        (3, 0, "moderate", " 45 → 25 kg", kg(25)),
        (5, 0, "severe", ": no more curls", None),
    ],
)
def test_the_load_follows_from_the_band_as_soon_as_it_is_known(
    holds: int, pain: int, band: str, words: str, after: Load | None
) -> None:
    run = answered(pain, holds=holds)
    assert run.notes[0] == f"LOWER THE WEIGHT{words}"
    (advised,) = run.told(Advised)
    assert (advised.load_before, advised.load_after) == (kg(45), after)
    assert advised.reason.startswith(f"{band}: ")
    assert advised.evidence == "rule of thumb"


def test_a_figure_says_that_it_is_a_rule_of_thumb_and_a_sip_does_not() -> None:
    assert [note.thumb for note in answered().view.notes] == [True, False]


def test_nothing_that_light_leaves_the_exercise_without_load() -> None:
    run = answered(load=kg(5))
    assert run.notes[0] == "LOWER THE WEIGHT none: hinge unloaded"
    run.until(Phase.WAITING).click(0)
    assert run.view.question is not None
    assert run.view.question.options[0] == "Lighter: hinge unloaded"


def test_an_undone_pain_takes_the_advice_back() -> None:
    run = answered()
    run.press(Undo())
    assert run.standing(Advised) == []
    run.click(5)
    assert [a.load_after for a in run.standing(Advised)] == [kg(25)]


# The rest


@pytest.mark.parametrize(("pain", "rest_s"), [(2, 180), (5, 300)])
def test_the_rest_is_that_of_the_band_and_what_was_rested_counts(pain: int, rest_s: int) -> None:
    run = let_go()
    began = run.t
    run.wait(50.0)
    run.click(0, pain)
    assert run.view.seconds == rest_s - 50
    run.until(Phase.WAITING)
    assert run.t == began + rest_s


def test_five_seconds_more_are_kept_when_the_band_is_known() -> None:
    run = let_go()
    run.wait(2.0)
    run.press(Adjust(run.view.step, 5.0))
    run.click(0, 5)
    assert run.view.seconds == 303


def test_a_pain_said_after_the_rest_asks_for_what_is_missing() -> None:
    run = let_go()
    began = run.t
    run.until(Phase.WAITING).wait(20.0)
    run.click(0, 5)
    assert (run.phase, run.view.seconds) == (Phase.REST, 100)
    run.until(Phase.WAITING)
    assert run.t == began + 300.0


def test_a_pause_in_the_rest_moves_its_end_when_it_becomes_longer_too() -> None:
    run = let_go()
    run.wait(10.0)
    run.press(Main(run.view.step))
    run.click(0, 5)
    run.wait(100.0)
    run.press(Main(run.view.step))
    assert run.view.seconds == 290


# The green light


def test_no_big_key_answers_the_green_light_and_nothing_starts() -> None:
    run = answered().until(Phase.WAITING)
    run.wait(2.0)
    run.press(Main())
    run.press(Next())
    assert run.view.question is not None
    assert run.view.question.name == "green"


def test_one_retest_after_two_minutes() -> None:
    run = answered().until(Phase.WAITING)
    run.click(4)
    assert (run.phase, run.view.seconds) == (Phase.REST, 120)
    run.until(Phase.WAITING).click(0)
    assert run.phase is Phase.PLAN


def test_twice_not_right_is_enough_for_today_and_says_nothing_of_walking() -> None:
    run = answered().until(Phase.WAITING)
    run.click(4)
    run.until(Phase.WAITING).click(3)
    assert ended(run).outcome == "gone"
    assert lines(run)[0] == "not all fine"
    assert [said.answer for said in run.told(Answered) if said.question == "green"] == [4, 3]


@pytest.mark.parametrize("holds", [5, 6])
def test_a_severe_one_has_no_green_light_and_no_plan(holds: int) -> None:
    run = answered(0, holds=holds).until(Phase.OVER)
    assert (ended(run).band, lines(run)[0]) == ("severe", "ended well")
    assert lines(run)[1] == ("Next: 30 kg, not 45 kg, half of it, not for 48 h (rule of thumb)")


# The plan


def test_the_plan_shows_old_and_new_and_what_goes_with_it() -> None:
    run = at_the_plan()
    assert run.view.lighter is not None
    assert (run.view.lighter.before, run.view.lighter.after) == (kg(45), kg(35))
    assert run.view.details == (
        Note("mild: 20 % less than 45 kg, rounded down", thumb=True),
        Note("2 sets two-thirds ankle quiet"),
        Note("5 kg step"),
        Note("no Nordics"),
        Note("it cramps more easily"),
    )
    question = run.view.question
    assert question is not None
    assert (question.name, question.none) == ("plan", "no")
    assert question.options == (
        "Lighter: 35 kg",
        "RECOVERY: 10 kg, 9 calm reps",
        "Swap: hinge …",
        "Twitched",
    )


@pytest.mark.parametrize(
    ("number", "choice", "first"),
    [
        (1, "lighter", "35 kg. 2 sets"),
        (2, "recovery", "ended well"),
        (0, "not today", "ended well"),
    ],
)
def test_one_key_chooses(number: int, choice: str, first: str) -> None:
    run = at_the_plan()
    run.key(number)
    assert run.told(Answered)[-1] == Answered("plan", choice)
    assert (ended(run).outcome, ended(run).band) == ("gone", "mild")
    assert lines(run)[0] == first
    assert lines(run)[-2:] == (
        "Next: 40 kg, not 45 kg, not for 24 h (rule of thumb)",
        "then up",
    )


def test_active_recovery_has_its_own_key_and_follows_at_once() -> None:
    run = at_the_plan(5)
    run.press(Recover(run.view.step))
    assert run.told(Answered)[-1] == Answered("plan", "recovery")
    assert run.view.ending is not None
    assert run.view.ending.then == LightSet(kg(10), kg(45), 2)


def test_active_recovery_waits_for_the_green_light() -> None:
    run = answered()
    assert run.press(Recover(run.view.step)) == []
    run.until(Phase.WAITING)
    assert run.press(Recover(run.view.step)) == []


def test_a_swap_is_one_list_further_and_can_be_left_again() -> None:
    run = at_the_plan()
    run.click(3)
    assert run.view.question is not None
    assert run.view.question.options == ("Hinge: long", "Thrust: toes up")
    run.click(0)
    assert run.view.question.name == "plan"
    run.click(3, 2)
    assert run.told(Answered)[-1] == Answered("swap", "thrust")
    assert lines(run)[:2] == ("Thrust.", "lift")


def test_only_a_twitch_takes_less_off() -> None:
    run = at_the_plan()
    run.click(4)
    assert run.phase is Phase.PLAN
    assert run.view.question is not None
    assert run.view.question.options[0] == "Lighter: 40 kg"
    assert len(run.view.question.options) == 3
    assert run.told(Advised)[-1].load_after == kg(40)
    run.click(1)
    assert ended(run).band == "twitch"


def test_more_than_a_twitch_is_never_called_one() -> None:
    run = at_the_plan(5)
    assert run.view.question is not None
    assert len(run.view.question.options) == 3
    assert run.view.question.options[2] == "Better swap: hinge …"


def test_a_plan_that_nobody_takes_stays_to_be_read() -> None:
    run = at_the_plan().until(Phase.OVER)
    assert run.told(Answered)[-1] == Answered("plan", "unanswered")
    assert lines(run)[:3] == ("35 kg. 2 sets", "two-thirds", "ankle quiet")
    stopped = at_the_plan()
    stopped.press(Stop())
    assert lines(stopped) == lines(run)


def test_time_asleep_stops_nothing_on_the_plan() -> None:
    run = at_the_plan()
    run.sleep(60.0)
    assert (run.phase, run.view.away_s, run.view.paused) == (Phase.PLAN, None, False)


def test_a_choice_can_be_undone() -> None:
    run = at_the_plan()
    run.click(0)
    run.press(Undo())
    assert run.phase is Phase.PLAN
    assert run.standing(ReliefEnded) == []
    run.wait(1.0)
    run.key(1)
    assert ended(run).outcome == "gone"


# The training


@pytest.mark.parametrize(
    ("cramps", "side", "words", "end"),
    [
        ((ONE,), Side.LEFT, "LOWER THE WEIGHT: no more curls", "ended well"),
        ((ONE,), None, "LOWER THE WEIGHT: no more curls", "ended well"),
        ((ONE, ONE), Side.LEFT, "third: training over", "ended worse"),
        ((ONE,), Side.RIGHT, "each leg: training over", "ended worse"),
    ],
)
def test_a_second_cramp_ends_the_curls_and_a_third_or_the_other_leg_the_training(
    cramps: tuple[Cramp, ...], side: Side | None, words: str, end: str
) -> None:
    run = let_go(side=side, training=Training(cramps))
    assert run.notes[0] == words
    assert [note.words for note in run.view.details] == [
        f"No. {len(cramps) + 1}. it cramps more easily"
    ]
    run.click(0, 1)
    assert run.view.seconds == 300
    run.until(Phase.OVER)
    assert (ended(run).band, lines(run)[0]) == ("repeat", end)
    (advised,) = run.told(Advised)
    assert advised.load_after is None


def test_cramps_in_both_calves_end_the_training() -> None:
    run = let_go()
    run.click(4, 0, 1)
    assert run.notes[0] == "each leg: training over"
    run.until(Phase.OVER)
    assert lines(run) == ("ended worse",)


def test_a_twitch_before_does_not_count_but_its_cut_is_not_cut_again() -> None:
    twitch = Training((twitched(kg(45), kg(40)),))
    run = answered(load=kg(40), training=twitch)
    assert run.notes[0] == "LOWER THE WEIGHT 40 → 35 kg"
    assert run.told(Advised)[0].reason == (
        "mild: 20 % less than the 45 kg it cramped with, rounded down"
    )


def test_where_no_cut_was_advised_yet_the_cut_is_from_the_load_itself() -> None:
    """The load before may have been that of another exercise that nobody named."""
    before = Training((Cramp(600.0, Side.LEFT, "gone", "twitch", load=kg(100)),))
    run = answered(load=kg(45), training=before)
    assert run.notes[0] == "LOWER THE WEIGHT 45 → 35 kg"


@pytest.mark.parametrize(
    ("exercise", "words"),
    [("leg curl", " 45 → 35 kg"), (None, " 45 → 35 kg"), ("press", " at most 45 kg")],
)
def test_the_cut_of_another_exercise_is_none_of_this(exercise: str | None, words: str) -> None:
    before = Training((twitched(kg(100), kg(90), "press"),))
    run = answered(load=kg(45), exercise=exercise, training=before)
    assert run.notes[0] == f"LOWER THE WEIGHT{words}"


@pytest.mark.parametrize(
    ("load", "words"),
    [
        (kg(30), "30 kg, not 45 kg"),
        (kg(20), "10 kg, not 20 kg"),
        (None, "30 kg, not 45 kg"),
    ],
)
def test_the_next_time_is_a_cut_from_the_first_load_and_never_above_the_last(
    load: Load | None, words: str
) -> None:
    advised = Advised(kg(45), kg(35), "mild")
    first = Cramp(600.0, Side.LEFT, "gone", "mild", load=kg(45), advised=advised)
    run = answered(load=load, training=Training((first,))).until(Phase.OVER)
    assert lines(run)[1].startswith(f"Next: {words}, half of it, not for 48 h")


# An exercise that is not for today


def resting(**known: Any) -> dict[str, Any]:
    """A cramp in an exercise that rests after one."""
    return {"exercise": "Nordic curl", "rests": lambda name: name == "Nordic curl"} | known


def test_an_exercise_that_is_not_for_today_is_swapped_and_has_no_load() -> None:
    run = at_the_plan(**resting())
    question = run.view.question
    assert question is not None
    assert question.options == ("Swap: hinge …", "RECOVERY: a feather, 9 calm reps", "Twitched")
    assert run.notes[0] == "LOWER THE WEIGHT: not this one"
    assert [note.words for note in run.view.details] == [
        "not this one",
        "no Nordics",
        "it cramps more easily",
    ]
    (advised,) = run.standing(Advised)
    assert advised == Advised(kg(45), None, "mild: not this one", swap=True)
    run.click(1, 1)
    assert lines(run) == ("Hinge.", "hips back", "2 sets", "no Nordics")


@pytest.mark.parametrize(("curl", "light"), [(True, "10 kg"), (False, "a feather")])
def test_a_light_set_is_reckoned_from_the_load_of_a_curl_alone(curl: bool, light: str) -> None:
    run = at_the_plan(exercise="some exercise", curls=lambda _: curl)
    question = run.view.question
    assert question is not None
    assert question.options[1] == f"RECOVERY: {light}, 9 calm reps"


def test_what_cramped_is_no_way_to_swap_it() -> None:
    """By whatever name; the range and the tempo are those of a curl."""
    means = {"RDL": "a hinge", "Hinge": "a hinge"}
    hinge: dict[str, Any] = {
        "exercise": "RDL",
        "meant": lambda name: means.get(name, name),
        "curls": _no_curl,
    }
    run = at_the_plan(**hinge)
    question = run.view.question
    assert question is not None
    assert question.options[2] == "Swap: thrust …"
    assert "2 sets" in [note.words for note in run.view.details]
    run.click(3, 1)
    assert lines(run)[:4] == ("Thrust.", "lift", "2 sets", "no Nordics")
    run = at_the_plan(**hinge)
    run.click(1)
    assert lines(run)[0] == "35 kg. 2 sets"
    assert lines(run)[1].startswith("Next: 40 kg, not 45 kg")


def _no_curl(_exercise: str | None) -> bool:
    return False


def test_it_is_said_before_the_pain_is_known_and_after_silence_on_the_plan() -> None:
    run = let_go(**resting())
    assert run.notes[0] == "LOWER THE WEIGHT: not this one"
    run.click(0, 5)
    assert [each.load_after for each in run.standing(Advised)] == [None]
    run.until(Phase.WAITING).click(0)
    run.until(Phase.OVER)
    assert lines(run)[0] == "Hinge."
    assert "kg" not in " ".join((*lines(run), *run.notes))


def test_another_exercise_is_as_ever_and_nothing_is_asked_before_it_let_go() -> None:
    asked: list[str] = []

    def rests(name: str) -> bool:
        asked.append(name)
        return False

    run = Run(relief(side=Side.LEFT, load=kg(45), equipment=STACK, exercise="curl", rests=rests))
    run.until(Phase.CHECK)
    assert asked == []
    run.say("gone")
    assert run.notes[0] == "LOWER THE WEIGHT about 20 %"
    assert "curl" in asked
    assert at_the_plan(exercise="curl", rests=rests).notes[0] == "LOWER THE WEIGHT 45 → 35 kg"


# Once curls are over


def test_where_the_green_light_was_not_given_curls_are_over_and_that_is_said_once() -> None:
    """Also where a cut was advised before: it holds no more."""
    run = answered()
    assert run.view.lighter is not None
    assert (run.view.lighter.words, run.notes[0]) == ("45 → 35 kg", "LOWER THE WEIGHT 45 → 35 kg")
    run.press(Stop())
    assert run.view.lighter is not None
    assert run.view.lighter.over
    assert run.notes[0] == "LOWER THE WEIGHT: no more curls"
    assert lines(run)[:2] == ("not tested", "ended well")
    assert lines(run)[2].startswith("Next: 40 kg, not 45 kg")
    assert run.standing(Advised)[-1] == Advised(kg(45), None, "mild: no more curls")


def test_enough_chosen_on_the_plan_lowers_no_weight_either() -> None:
    run = at_the_plan()
    run.click(0)
    assert run.session.over
    assert run.notes[0] == "LOWER THE WEIGHT: no more curls"
    run.press(Undo())
    assert run.view.lighter is not None
    assert run.view.lighter.words == "45 → 35 kg"
    assert run.standing(Advised) == [Advised(kg(45), kg(35), run.standing(Advised)[0].reason)]


def test_the_second_cramp_says_once_that_curls_are_over() -> None:
    run = answered(training=Training((ONE,))).until(Phase.OVER)
    assert run.notes[0] == "LOWER THE WEIGHT: no more curls"
    assert lines(run)[0] == "ended well"
    assert len(run.standing(Advised)) == 1


def nothing_more() -> Run:
    """At the plan, enough for today."""
    run = at_the_plan()
    run.click(0)
    return run


def not_right() -> Run:
    """In the rest before the green light is asked about again."""
    run = answered().until(Phase.WAITING)
    run.click(4)
    return run


def asked_again() -> Run:
    """The green light open for the second time."""
    return not_right().until(Phase.WAITING)


@pytest.mark.parametrize(
    "come_to", [let_go, answered, not_right, asked_again, at_the_plan, nothing_more]
)
def test_what_the_relief_ends_with_is_what_its_answers_say(come_to: Callable[[], Run]) -> None:
    """The journal knows of no more than them."""
    run = come_to()
    run.press(Stop())
    said = {each.question: each.answer for each in run.standing(Answered)}
    plan = run.session.plan
    assert isinstance(plan, Relief)
    assert plan.enough == enough(said.get("green"), said.get("plan"))
