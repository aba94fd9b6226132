"""Which leg a red flag touches, and which card stands first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.safety import CLOSED_S, NO_STRETCH, OpenFlag, closing, concerns, forbidding
from relief_tui.coach.step import Side
from tests.support.script import SAFETY, TIERS

LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH

sides = st.sampled_from([None, *Side])
cards = st.sampled_from(sorted(TIERS))
flags = st.lists(
    st.builds(lambda card, side: OpenFlag(card, TIERS[card], side, "at"), cards, sides)
)


@pytest.mark.parametrize(
    ("flag", "leg", "touches"),
    [
        (LEFT, LEFT, True),
        (LEFT, RIGHT, False),
        (LEFT, BOTH, True),
        (LEFT, None, True),
        (BOTH, RIGHT, True),
        (None, RIGHT, True),
        (None, None, True),
    ],
)
def test_an_unknown_leg_may_be_either(flag: Side | None, leg: Side | None, touches: bool) -> None:
    assert concerns(flag, leg) is touches


@given(sides, sides)
def test_touching_has_no_direction(one: Side | None, other: Side | None) -> None:
    assert concerns(one, other) is concerns(other, one)


@given(flags, sides)
def test_forbidding_are_the_open_cards_that_touch_the_leg_by_tier(
    open_flags: list[OpenFlag], leg: Side | None
) -> None:
    found = forbidding(open_flags, leg)
    assert set(found) == {f.card for f in open_flags if concerns(f.side, leg)} & NO_STRETCH
    assert len(set(found)) == len(found)
    assert [TIERS[card] for card in found] == sorted(TIERS[card] for card in found)


def test_a_clot_a_tear_a_rupture_and_pressure_forbid_a_stretch() -> None:
    assert {"RF01", "RF02", "RF03", "RF04", "RF05"} == NO_STRETCH


@given(st.lists(cards))
def test_cards_by_tier_keep_their_order_within_it(ids: list[str]) -> None:
    shown = [card.id for card in SAFETY.by_tier(ids)]
    assert shown == [id for tier in (1, 2, 3, 4) for id in ids if TIERS[id] == tier]


@pytest.mark.parametrize(
    ("card", "ago_s", "closes"),
    [
        ("RF03", 0.0, True),
        ("RF03", 10 * CLOSED_S, True),
        ("RF07", CLOSED_S - 1.0, True),
        ("RF07", CLOSED_S, False),
        ("RF06", -60.0, True),
        ("RF12", 0.0, False),
        ("RF14", 0.0, False),
    ],
)
def test_an_emergency_closes_training_for_twelve_hours_and_a_tear_until_it_is_cleared(
    card: str, ago_s: float, closes: bool
) -> None:
    flag = OpenFlag(card, TIERS[card], LEFT, "at")
    assert closing([(flag, ago_s)]) == ((card,) if closes else ())


def test_the_most_urgent_card_that_closes_training_is_the_first() -> None:
    aged = [(OpenFlag(card, TIERS[card], LEFT, "at"), 60.0) for card in ("RF04", "RF07", "RF04")]
    assert closing(aged) == ("RF07", "RF04")
