"""What was said about health changes wording, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace

import pytest

from relief_tui.coach.causes import Sign
from relief_tui.coach.guide import Entry
from relief_tui.coach.profile import WORDINGS, Profile
from relief_tui.coach.redflags import deck
from relief_tui.coach.relief import Relief
from relief_tui.coach.restrictions import DRINKING, KNOWN, LIMITS, STILL, Limit, ruled_out
from relief_tui.coach.routine import Care
from relief_tui.coach.step import Phase
from relief_tui.coach.warmup.off import left_out
from relief_tui.content import load_script
from relief_tui.content.causes import load_causes
from relief_tui.content.guide import load_guide
from relief_tui.content.never import never_said
from tests.coach.driving import SCRIPT, Run
from tests.support.script import SAFETY


def notes_after_gone(profile: Profile) -> str:
    run = Run(Relief(profile.fitting(SCRIPT)))
    run.until(Phase.CHECK).say("gone")
    return " ".join(run.until(Phase.REST).notes)


def test_a_sip_is_offered_unless_fluid_is_restricted() -> None:
    assert "SIP" in notes_after_gone(Profile())
    assert "SIP" not in notes_after_gone(Profile(fluid_restriction=True))
    assert "20 %" in notes_after_gone(Profile(fluid_restriction=True))


def test_no_rubbing_in_pregnancy() -> None:
    fitting = Profile(pregnancy=True).fitting(SCRIPT)
    assert any(rung.massage for rung in SCRIPT.ladder)
    assert not any(rung.massage for rung in fitting.ladder)
    assert [rung.position for rung in fitting.ladder] == [rung.position for rung in SCRIPT.ladder]


@pytest.mark.parametrize("name", [each.name for each in fields(Profile)])
def test_no_answer_changes_a_limit_or_a_step(name: str) -> None:
    fitting = Profile(**{name: True}).fitting(SCRIPT)
    assert (fitting.limits, fitting.lengths) == (SCRIPT.limits, SCRIPT.lengths)
    words = SCRIPT.safety.cards
    assert replace(fitting.safety, first=(), cards=words) == SCRIPT.safety
    assert [(id, card.tier) for id, card in fitting.safety.cards.items()] == [
        (id, card.tier) for id, card in words.items()
    ]
    run, usual = Run(Relief(fitting)), Run(Relief(SCRIPT))
    for one in (run, usual):
        one.wait(900.0)
    assert run.steps() == usual.steps()


def test_rolling_is_left_out_where_the_calf_is_not_to_be_massaged() -> None:
    assert left_out(SAFETY, (), no_rolling="why") == ((Care.ROLL, "why"),)
    both = left_out(SAFETY, ("RF14",), no_rolling="why")
    assert {care for care, _ in both} == {Care.ROLL, Care.STRETCH}


def top(profile: Profile, *ids: str) -> str:
    return deck(profile.fitting(SCRIPT).safety, ids).card.id


def test_the_card_that_concerns_one_most_lies_on_top_and_none_goes() -> None:
    leg, weak, hot = ("RF05", "RF02", "RF23"), ("RF06", "RF13"), ("RF07", "RF13")
    usual, clot, sickle = Profile(), Profile(clot_history=True), Profile(sickle_trait=True)
    assert [top(usual, *leg), top(clot, *leg), top(sickle, *leg)] == ["RF05", "RF02", "RF05"]
    assert [top(usual, *weak), top(sickle, *weak)] == ["RF06", "RF13"]
    assert top(sickle, *hot) == "RF07"
    assert {card.id for card in deck(clot.fitting(SCRIPT).safety, leg).cards} == set(leg)


def test_each_yes_has_a_line_and_none_is_an_all_clear() -> None:
    assert set(WORDINGS) == {each.name for each in fields(Profile)}
    assert Profile().lines == ()
    for name, wording in WORDINGS.items():
        assert Profile(**{name: True}).lines == (wording.line,)
        for words in (wording.line, wording.drinking, wording.short):
            assert never_said(words) == [], words


FLUID_CAUSE = load_causes().causes[-1]


@pytest.mark.parametrize("name", ["kidney", "salt_restriction", "fluid_restriction"])
def test_no_electrolytes_where_salt_or_fluid_is_restricted(name: str) -> None:
    *others, fluid = Profile(**{name: True}).fitting_causes(load_causes().causes)
    assert tuple(others) == load_causes().causes[:-1]
    assert "electrolytes" in FLUID_CAUSE.change
    assert "electrolyte" not in fluid.change
    assert "doctor" in fluid.change
    assert (Sign.NO_DRINK in fluid.words) is (name != "fluid_restriction")


def test_whoever_said_nothing_is_told_the_usual() -> None:
    assert Profile().fitting_causes(load_causes().causes) == load_causes().causes
    assert Profile().fitting(SCRIPT) is SCRIPT


GUIDE = load_guide()
ABOUTS = {topic.about for topic in GUIDE.topics}
DRINKS = re.compile(r"\b(drink|sip|thirst|water)", re.IGNORECASE)
SALTS = re.compile(r"\b(salts?|sodium|potassium|magnesium|electrolyte drink)\b", re.IGNORECASE)
MASSAGE = re.compile(r"\b(roll|rub)\b", re.IGNORECASE)


def limit_of(name: str) -> Limit:
    return next(limit for limit in LIMITS if limit.said == name)


@pytest.mark.parametrize("entry", GUIDE.entries, ids=lambda entry: entry.id)
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("fluid_restriction", DRINKS),
        ("kidney", SALTS),
        ("salt_restriction", SALTS),
        ("pregnancy", MASSAGE),
    ],
)
def test_no_advice_of_the_guide_is_against_what_was_said(
    entry: Entry, name: str, words: re.Pattern[str]
) -> None:
    limit = limit_of(name)
    fitted = Profile(**{name: True}).fitting_entry(entry)
    assert replace(fitted, do=entry.do, known=entry.known) == entry
    if entry.card in limit.spared:
        assert fitted == entry
        assert entry.card
        return
    advice = fitted.do.replace(limit.sentence, "").replace(limit.on_card, "")
    assert not words.search(advice)
    assert ruled_out(fitted.do) is (fitted != entry and not entry.card)
    assert never_said(fitted.do) == []


@pytest.mark.parametrize("card", [entry for entry in GUIDE.entries if entry.card])
def test_a_card_says_all_the_same_when_it_is_an_emergency(card: Entry) -> None:
    everything = Profile(**dict.fromkeys((limit.said for limit in LIMITS), True))
    fitted = everything.fitting_entry(card).do.lower()
    for words in ("emergency number", "same-day advice", "emergency"):
        assert (words in fitted) is (words in card.do.lower())


TELLS_TO_DRINK = re.compile(
    r"\bSIP\b|(?:^|[.:;,] )(?:drink|sip|Drink|Sip)\b|to thirst|[Tt]hirsty[?,.]|a sip is fine"
)


def said_in(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from said_in(each)
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from said_in(each)
    elif is_dataclass(value):
        for name in fields(value):
            yield from said_in(getattr(value, name.name))


def shipped(profile: Profile) -> list[str]:
    """All that is said to this person, what others say and where it is from left out."""
    guide = profile.fitting_guide(GUIDE)
    told: list[object] = [
        profile.fitting(load_script()),
        profile.fitting_causes(load_causes().causes),
    ]
    for topic in guide.topics:
        told.append(topic.about)
    for one in guide.entries:
        told.append((one.known, one.do, one.do_not, one.numbers, one.name))
    told.append(guide.cards)
    return [text for value in told for text in said_in(value)]


def test_nothing_tells_a_person_to_drink_who_was_told_to_drink_only_so_much() -> None:
    assert [text for text in shipped(Profile()) if TELLS_TO_DRINK.search(text)]
    limited = shipped(Profile(fluid_restriction=True))
    assert [text for text in limited if TELLS_TO_DRINK.search(text)] == []
    both = shipped(Profile(fluid_restriction=True, kidney=True, salt_restriction=True))
    assert [text for text in both if TELLS_TO_DRINK.search(text)] == []


@pytest.mark.parametrize("name", ["fluid_restriction", "kidney", "salt_restriction"])
def test_a_card_on_the_screen_says_what_it_says_in_the_guide(name: str) -> None:
    profile = Profile(**{name: True})
    cards, guide = profile.fitting(load_script()).safety.cards, profile.fitting_guide(GUIDE)
    assert dict(guide.cards) == dict(cards)
    for entry in guide.entries:
        assert not entry.card or entry.do == cards[entry.card].do


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("fluid_restriction", "sip-of-water"),
        ("fluid_restriction", "drink-through-the-day"),
        ("fluid_restriction", "night-drinking"),
        ("kidney", "electrolyte-drink"),
        ("kidney", "potassium-role"),
        ("salt_restriction", "pickle-juice"),
        ("pregnancy", "foam-rolling"),
        ("pregnancy", "massage-while-long"),
    ],
)
def test_the_reason_stands_where_the_advice_stood(name: str, id: str) -> None:
    fitted = Profile(**{name: True}).fitting_guide(GUIDE).entry(id)
    assert fitted is not None
    assert fitted.do.startswith(limit_of(name).sentence)


def test_what_still_holds_belongs_to_an_entry_that_is_ruled_out() -> None:
    for id in (*STILL, *KNOWN):
        [entry] = (each for each in GUIDE.entries if id in (each.id, each.card))
        assert any(limit.rules_out(entry) for limit in LIMITS), id
    for entry in GUIDE.entries:
        if entry.card and any(limit.rules_out(entry) for limit in LIMITS):
            assert entry.card in STILL


def test_the_guide_stays_as_it_is_for_whoever_said_nothing() -> None:
    assert Profile().fitting_guide(GUIDE) is GUIDE
    assert Profile(medicines=True).fitting_guide(GUIDE) is GUIDE
    fitted = Profile(kidney=True).fitting_guide(GUIDE)
    assert [entry.id for entry in fitted.entries] == [entry.id for entry in GUIDE.entries]


def test_what_a_topic_is_about_is_no_advice_against_it_either() -> None:
    usual = GUIDE.topic(DRINKING)
    assert usual is not None
    assert DRINKS.search(usual.about)
    for name in ("fluid_restriction", "kidney", "salt_restriction"):
        fitted = Profile(**{name: True}).fitting_guide(GUIDE)
        changed = [topic for topic in fitted.topics if topic.about not in ABOUTS]
        assert [topic.name for topic in changed] == [DRINKING]
        assert changed[0].about == limit_of(name).sentence
        advising = [topic for topic in fitted.topics if DRINKS.search(topic.about)]
        assert not advising
