"""Why it cramped: signs are counted, causes keep the order of the evidence, one change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.causes import Asked, Cause, Circumstances, Sign, explain, signs
from relief_tui.coach.load import Load, Unit

TOES = Asked("toes", "Pointed?", ("yes", "no"), (Sign.POINTED, None))
SLEPT = Asked("slept", "Slept?", ("badly", "well"), (Sign.SLEPT_BADLY, None))
POSITION = Cause(
    "position", "Short", "known", "toes neutral", "x", "evidence: good", {Sign.POINTED: "pointed"}
)
EFFORT = Cause(
    "effort", "More", "known", "go back", "y", "evidence: limited", {Sign.HEAVIER: "{n} % more"}
)
FATIGUE = Cause(
    "fatigue",
    "Tired",
    "known",
    "earlier",
    "z",
    "evidence: limited",
    {Sign.LATE: "after {n} minutes", Sign.SLEPT_BADLY: "slept badly"},
)
CAUSES = (POSITION, EFFORT, FATIGUE)


def kilos(value: float) -> Load:
    return Load(value, Unit.KG)


@pytest.mark.parametrize(
    ("before", "now", "percent", "jump"),
    [
        (kilos(40), kilos(45), 12, True),
        (kilos(40), kilos(44), 10, True),
        (kilos(40), kilos(43), 8, False),
        (kilos(45), kilos(40), -11, False),
        (kilos(45), Load(100, Unit.LB), 1, False),
        (None, kilos(45), None, False),
        (kilos(45), None, None, False),
    ],
)
def test_a_jump_in_load_is_ten_per_cent(
    before: Load | None, now: Load | None, percent: int | None, jump: bool
) -> None:
    known = Circumstances(load=now, before=before)
    assert known.heavier == percent
    assert (Sign.HEAVIER in signs(known, {}, ())) is jump


def test_the_journal_speaks_where_it_knows_something() -> None:
    known = Circumstances(new_machine=True, minutes_in=50, cramp_no=2, warmed_up=False, drinks=0)
    assert signs(known, {}, ()) == {
        Sign.NEW_MACHINE: 0,
        Sign.LATE: 50,
        Sign.AGAIN: 2,
        Sign.NO_WARMUP: 0,
        Sign.NO_DRINK: 50,
    }


def test_what_is_not_known_speaks_for_nothing() -> None:
    assert signs(Circumstances(), {}, (TOES, SLEPT)) == {}
    early = Circumstances(minutes_in=10, warmed_up=True, drinks=0)
    assert signs(early, {"toes": 2, "slept": 0}, (TOES, SLEPT)) == {}


@pytest.mark.parametrize("line", [-1, 3, 99])
def test_an_answer_that_is_no_line_is_none(line: int) -> None:
    assert signs(Circumstances(), {"toes": line}, (TOES,)) == {}


def test_what_was_answered_speaks() -> None:
    assert signs(Circumstances(), {"toes": 1, "slept": 1}, (TOES, SLEPT)) == {
        Sign.POINTED: 0,
        Sign.SLEPT_BADLY: 0,
    }


def test_the_change_is_that_of_the_first_cause_something_speaks_for() -> None:
    why = explain(CAUSES, {Sign.SLEPT_BADLY: 0, Sign.HEAVIER: 12, Sign.LATE: 55})
    assert [finding.cause.id for finding in why.findings] == ["position", "effort", "fatigue"]
    assert [finding.speaks for finding in why.findings] == [
        (),
        ("12 % more",),
        ("after 55 minutes", "slept badly"),
    ]
    assert (why.change, why.too_little) == (EFFORT, False)


def test_with_nothing_known_it_says_so_and_begins_where_the_evidence_is_best() -> None:
    why = explain(CAUSES, {})
    assert (why.change, why.too_little, why.of) == (POSITION, True, 0)


def test_earlier_episodes_are_counted() -> None:
    earlier: tuple[list[Sign], ...] = (
        [Sign.POINTED],
        [Sign.POINTED, Sign.LATE],
        [],
        [Sign.SLEPT_BADLY, Sign.LATE],
    )
    why = explain(CAUSES, {Sign.POINTED: 0}, earlier)
    assert [finding.earlier for finding in why.findings] == [2, 0, 2]
    assert why.of == 4


@given(
    here=st.dictionaries(st.sampled_from(Sign), st.integers(0, 99)),
    earlier=st.lists(st.lists(st.sampled_from(Sign))),
)
def test_causes_always_keep_the_order_of_the_evidence(
    here: dict[Sign, int], earlier: list[list[Sign]]
) -> None:
    why = explain(CAUSES, here, earlier)
    assert [finding.cause for finding in why.findings] == list(CAUSES)
    assert why.change in CAUSES
    spoken = [finding.cause for finding in why.findings if finding.speaks]
    assert why.too_little is not bool(spoken)
    assert why.change == (spoken or [POSITION])[0]
    assert all(0 <= finding.earlier <= why.of for finding in why.findings)
    assert "{n}" not in "".join(words for finding in why.findings for words in finding.speaks)
