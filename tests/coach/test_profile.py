"""What was said about health changes wording, and nothing else."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from relief_tui.coach.causes import Sign
from relief_tui.coach.profile import WORDINGS, Profile
from relief_tui.coach.redflags import deck
from relief_tui.coach.relief import Relief
from relief_tui.coach.routine import Care
from relief_tui.coach.step import Phase
from relief_tui.coach.warmup.off import left_out
from relief_tui.content.causes import load_causes
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
    assert replace(fitting.safety, first=()) == SCRIPT.safety
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
