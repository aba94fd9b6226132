"""The causes: what each of them says and where the guide tells more of it."""

from __future__ import annotations

import re

from relief_tui.coach.causes import Sign
from relief_tui.content.causes import load_causes
from relief_tui.content.guide import load_guide

CAUSES = load_causes()


def test_they_stand_in_the_order_of_the_evidence() -> None:
    order = ["position", "effort", "fatigue", "machine", "warm-up", "fluid"]
    assert [cause.id for cause in CAUSES.causes] == order


def test_each_leads_to_its_entry() -> None:
    guide = load_guide()
    for cause in CAUSES.causes:
        assert guide.entry(cause.entry) is not None, cause.entry


def test_a_cause_of_good_evidence_leads_to_an_entry_of_good_evidence() -> None:
    guide = load_guide()
    for cause in CAUSES.causes:
        if cause.evidence == "evidence: good":
            entry = guide.entry(cause.entry)
            assert entry is not None
            assert str(entry.label) == cause.evidence, cause.entry


STUDIED = {"2 to 10 %": "S60"}
"""Figures that rest on a source, with its id."""


def test_a_figure_without_a_trial_says_so_beside_it() -> None:
    for cause in CAUSES.causes:
        said = cause.change
        for figure in STUDIED:
            said = said.replace(figure, "")
        for sentence in re.findall(r"[^.;]*\d[^.;]*", said):
            assert "rule of thumb" in f"{sentence} {cause.evidence}".casefold(), cause.id


def test_every_sign_speaks_for_one_cause_and_every_question_asks_for_one() -> None:
    spoken = [sign for cause in CAUSES.causes for sign in cause.words]
    assert sorted(spoken) == sorted(Sign)
    assert len(CAUSES.questions) <= 4
    for question in CAUSES.questions:
        assert len(question.lines) == len(question.signs)
        assert any(question.signs)


def test_on_a_machine_that_is_new_nobody_is_sent_back_to_a_load_that_was_fine_elsewhere() -> None:
    causes = load_causes().causes
    (new,) = (cause for cause in causes if Sign.NEW_MACHINE in cause.words)
    assert "Start light" in new.change
    assert new.evidence == "rule of thumb"
    assert "last load" not in new.change
