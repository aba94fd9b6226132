"""What the cramps of a training still allow, and for how long the calf is watched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from relief_tui.coach.event import Advised, Band, Outcome
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.coach.training import (
    NOT_TODAY,
    Allowed,
    Cramp,
    Enough,
    Training,
    allowed_words,
    enough,
    watch_words,
)
from tests.support.script import AFTER

L, R, B = Side.LEFT, Side.RIGHT, Side.BOTH


def kg(value: float) -> Load:
    return Load(value, Unit.KG)


def training(*sides: Side | None, band: Band = "mild", outcome: Outcome = "gone") -> Training:
    return Training(tuple(Cramp(600.0, side, outcome, band) for side in sides))


@pytest.mark.parametrize(
    ("before", "allowed"),
    [
        (training(), Allowed.CURLS),
        (training(L), Allowed.CURLS),
        (training(L, band="moderate"), Allowed.CURLS),
        (training(L, band="severe"), Allowed.NO_CURLS),
        (training(L, L), Allowed.NO_CURLS),
        (training(L, None), Allowed.NO_CURLS),
        (training(L, R), Allowed.NOTHING),
        (training(L, B), Allowed.NOTHING),
        (training(B), Allowed.NOTHING),
        (Training(twitched=True), Allowed.NO_CURLS),
        (replace(training(L, R), twitched=True), Allowed.NOTHING),
        (Training(closed=("RF06",)), Allowed.NOTHING),
        (training(L, L, L), Allowed.NOTHING),
        (training(L, outcome="worse"), Allowed.NOTHING),
        (training(L, outcome="unyielding"), Allowed.NOTHING),
        (training(L, L, L, band="twitch"), Allowed.CURLS),
    ],
)
def test_what_is_left(before: Training, allowed: Allowed) -> None:
    assert before.allowed is allowed


def test_one_more_is_one_more() -> None:
    assert training().with_one_more(L) is Allowed.CURLS
    assert training(L).with_one_more(L) is Allowed.NO_CURLS
    assert training(L).with_one_more(R) is Allowed.NOTHING
    assert training(L, L).with_one_more(L) is Allowed.NOTHING
    assert training(L, L, band="twitch").with_one_more(L) is Allowed.CURLS
    assert training().with_one_more(B) is Allowed.NOTHING
    assert training(L, outcome="worse").with_one_more(L) is Allowed.NOTHING
    assert Training(twitched=True).with_one_more(L) is Allowed.NO_CURLS
    assert Training(closed=("RF06",)).with_one_more(L) is Allowed.NOTHING


def test_the_watch_lasts_an_hour_from_the_last_cramp_of_any_kind() -> None:
    cramps = (Cramp(4000.0, L, "gone", "mild"), Cramp(600.0, L, "gone", "twitch"))
    assert Training(cramps).watch_s == 3000.0
    assert Training(cramps[:1]).watch_s <= 0
    assert Training().watch_s <= 0


def test_the_watch_says_how_long_still_and_what_is_allowed() -> None:
    watched = Training((Cramp(719.0, L, "gone", "mild", advised=Advised(kg(45), kg(35), "")),))
    assert watch_words(watched, AFTER) == (
        "At most 35 kg. 60-minute watch: 49 min left. it cramps more easily"
    )
    closed = replace(watched, closed=("RF01",))
    assert watch_words(closed, AFTER).startswith("training over")
    assert watch_words(Training((Cramp(3600.0, L, "gone", "mild"),)), AFTER) == ""


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (training(L), "About 20 % less."),
        (training(L, band="moderate"), "About 40 % less."),
        (training(L, L), "no more curls"),
        (training(L, R), "training over"),
    ],
)
def test_what_is_allowed_without_a_load(before: Training, words: str) -> None:
    assert watch_words(before, AFTER).startswith(words)


@pytest.mark.parametrize(
    ("advised", "words"),
    [
        (None, "About 20 % less."),
        (Advised(None, None, "mild: about 20 % less"), "About 20 % less."),
        (Advised(kg(5), None, "mild: not this one", swap=True), "not this one"),
        (Advised(None, None, "mild: not this one", swap=True), "not this one"),
        (Advised(kg(5), None, "mild: 20 % less than 5 kg"), "Bare: hinge unloaded."),
        (Advised(kg(45), kg(35), "mild: 20 % less than 45 kg"), "At most 35 kg."),
    ],
)
def test_the_watch_says_what_the_plan_said(advised: Advised | None, words: str) -> None:
    """Nothing that light and nothing known are two things."""
    before = Training((Cramp(600.0, L, "gone", "mild", advised=advised),))
    assert watch_words(before, AFTER).startswith(words)


def test_a_cut_is_from_the_first_load_of_the_exercise_once_one_was_advised() -> None:
    def cramp(load: float, after: float | None = None, exercise: str | None = None) -> Cramp:
        advised = Advised(kg(load), kg(after), "") if after else None
        return Cramp(600.0, L, "gone", "twitch", exercise, kg(load), advised)

    assert Training().cut_from("curl") is None
    assert Training((cramp(45),)).cut_from(None) is None
    assert Training((cramp(45), cramp(40, 35))).cut_from(None) == kg(45)
    several = Training((cramp(100, 90, "press"), cramp(45, 40, "curl"), cramp(20)))
    assert several.cut_from("press") == kg(100)
    assert several.cut_from("curl") == kg(45)
    assert several.cut_from(None) is None


@pytest.mark.parametrize(
    ("green", "plan", "why"),
    [
        (None, None, "untested"),
        ("unanswered", None, "untested"),
        (3, None, "not right"),
        (0, NOT_TODAY, "wanted"),
        (0, None, None),
        (0, "lighter", None),
    ],
)
def test_only_a_green_light_and_a_wish_for_more_leave_curls(
    green: int | str | None, plan: str | None, why: Enough | None
) -> None:
    assert enough(green, plan) == why


def test_why_curls_are_over_is_said_where_the_cramp_alone_would_leave_them() -> None:
    """A mild cramp that was cut off before the four tests."""
    untested = Cramp(600.0, L, "gone", "mild", enough="untested")
    assert allowed_words(Training((untested,)), AFTER) == "no more curls not tested"
    for before in (
        Training((untested, replace(untested))),
        Training((replace(untested, band="severe"),)),
        Training((untested,), twitched=True),
    ):
        assert allowed_words(before, AFTER) == "no more curls"
