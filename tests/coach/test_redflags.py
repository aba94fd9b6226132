"""Behind ``!``: the lines of the picker, the open flags among them, and the deck of cards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from relief_tui.coach.redflags import CALLS, Choice, choices, clearable, deck, flag_words
from relief_tui.coach.safety import OpenFlag, PickerLine, Reorder
from relief_tui.coach.step import Side
from tests.support.script import SAFETY, TIERS

ORDER = Reorder("far more to drink?", yes=("RF09", "RF10", "RF07"), no=("RF07", "RF10", "RF09"))
PICKER = (
    PickerLine("chest", ("RF01", "RF24")),
    PickerLine("hot", ("RF07", "RF09", "RF10"), ORDER),
    PickerLine("skin", ("RF23", "RF05", "RF02")),
    PickerLine("something else", tuple(TIERS)),
)
WITH_PICKER = replace(SAFETY, picker=PICKER)


def flag(card: str, side: Side | None = Side.LEFT) -> OpenFlag:
    """A flag that was opened yesterday."""
    return OpenFlag(card, TIERS[card], side, "2026-11-01T18:00:00+01:00")


def names(cards: tuple[str, ...]) -> str:
    """Ids in a row."""
    return " ".join(cards)


def test_a_line_leads_to_its_cards_the_highest_tier_first() -> None:
    lines = choices(WITH_PICKER)
    assert [line.words for line in lines] == ["chest", "hot", "skin", "something else"]
    assert names(lines[2].cards) == "RF05 RF23 RF02"
    assert all(line.news for line in lines[:3])
    assert lines[1].reorder is ORDER


def test_the_last_line_only_shows_every_card_by_tier() -> None:
    every = choices(WITH_PICKER)[-1]
    assert not every.news
    assert sorted(every.cards) == sorted(TIERS)
    assert [TIERS[card] for card in every.cards] == sorted(TIERS.values())


def test_a_line_with_no_cards_shows_them_all() -> None:
    bare = replace(SAFETY, picker=(PickerLine("else", ()),))
    assert choices(bare) == choices(replace(SAFETY, picker=(PickerLine("else", tuple(TIERS)),)))


def test_open_flags_follow_and_can_be_cleared() -> None:
    opened = flag("RF03", Side.RIGHT)
    assert choices(WITH_PICKER, [opened])[-1] == Choice(
        "Open: think of, right", ("RF03",), news=False, flag=opened
    )


def test_an_open_flag_whose_card_is_unknown_has_no_line() -> None:
    strange = OpenFlag("RF99", 1, None, "2026-11-01T18:00:00+01:00")
    assert choices(WITH_PICKER, [strange]) == choices(WITH_PICKER)


def test_nine_lines_are_the_most_that_nine_keys_can_name() -> None:
    lines = choices(WITH_PICKER, [flag("RF02")] * 9)
    assert len(lines) == 9
    assert lines[:4] == choices(WITH_PICKER)


@pytest.mark.parametrize(
    ("side", "words"),
    [(Side.LEFT, "left"), (Side.BOTH, "both"), (None, "leg not named")],
)
def test_the_leg_of_a_flag_in_words(side: Side | None, words: str) -> None:
    card = WITH_PICKER.cards["RF02"]
    assert flag_words(card, flag("RF02", side)) == f"{card.condition}, {words}"


def test_no_leg_is_missed_where_none_matters() -> None:
    card = WITH_PICKER.cards["RF20"]
    assert flag_words(card, flag("RF20", None)) == card.condition


def test_what_a_clinician_may_have_checked() -> None:
    flags = [flag("RF02"), flag("RF03"), flag("RF02", Side.RIGHT), flag("RF02", None)]
    assert clearable(flags, ["RF02", "RF05"], Side.LEFT) == (flags[0], flags[3])
    assert clearable(flags, ["RF02"], None) == (flags[0], flags[2], flags[3])


def test_every_tier_says_what_to_do_first() -> None:
    assert set(CALLS) == set(TIERS.values())


def test_a_deck_is_turned_both_ways_and_around() -> None:
    cards = deck(SAFETY, ("RF05", "RF23", "RF02"))
    seen = [cards.card.id]
    for by in (1, 1, 1, -1):
        cards = cards.turned(by)
        seen.append(cards.card.id)
    assert names(tuple(seen)) == "RF05 RF23 RF02 RF05 RF02"


def test_the_title_counts_only_if_there_is_more_than_one() -> None:
    assert deck(SAFETY, ("RF05",)).title == "Think of: think of"
    assert deck(SAFETY, ("RF05", "RF02")).turned(1).title == "Think of: think of   card 2 of 2"


@pytest.mark.parametrize(("yes", "order"), [(True, "RF09 RF10 RF07"), (False, "RF07 RF10 RF09")])
def test_a_question_changes_only_the_order(yes: bool, order: str) -> None:
    cards = deck(WITH_PICKER, ("RF07", "RF09", "RF10")).turned(2)
    assert cards.reorder is ORDER
    ordered = cards.ordered(yes=yes)
    assert names(tuple(card.id for card in ordered.cards)) == order
    assert (ordered.at, ordered.reorder) == (0, None)


def test_a_card_the_question_does_not_name_stays_behind() -> None:
    ordered = deck(SAFETY, ("RF16", "RF07", "RF09"), ORDER).ordered(yes=True)
    assert names(tuple(card.id for card in ordered.cards)) == "RF09 RF07 RF16"


def test_cards_without_a_question_keep_their_order() -> None:
    cards = deck(WITH_PICKER, ("RF23", "RF05"))
    assert cards.reorder is None
    assert cards.ordered(yes=True) == cards
