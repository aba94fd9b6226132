"""What was said about health changes wording, and nothing else."""

from __future__ import annotations

from dataclasses import fields

import pytest

from relief_tui.coach.profile import Profile
from relief_tui.coach.relief import Relief
from relief_tui.coach.routine import Care
from relief_tui.coach.step import Phase
from relief_tui.coach.warmup.off import left_out
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
    assert (fitting.limits, fitting.lengths, fitting.safety) == (
        SCRIPT.limits,
        SCRIPT.lengths,
        SCRIPT.safety,
    )
    run, usual = Run(Relief(fitting)), Run(Relief(SCRIPT))
    for one in (run, usual):
        one.wait(900.0)
    assert run.steps() == usual.steps()


def test_rolling_is_left_out_where_the_calf_is_not_to_be_massaged() -> None:
    assert left_out(SAFETY, (), no_rolling="why") == ((Care.ROLL, "why"),)
    both = left_out(SAFETY, ("RF14",), no_rolling="why")
    assert {care for care, _ in both} == {Care.ROLL, Care.STRETCH}
