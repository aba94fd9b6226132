"""How sure a line of advice is: the rule, case by case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.guide import Entry, Grade, Guide, Label, Rank, Topic, Verdict, label_of


@pytest.mark.parametrize(
    ("verdict", "grade", "sources", "label"),
    [
        ("CON", "A", ("S1",), "corrected"),
        ("CON", "D", (), "corrected"),
        ("UNS", "B", ("S1",), "no support found"),
        ("UNS", "D", (), "no support found"),
        ("n/a", "-", (), "about the articles"),
        ("SUP", "D", ("S1",), "rule of thumb"),
        ("SUP", "-", ("S1",), "rule of thumb"),
        ("SUP", "A", (), "rule of thumb"),
        ("PART", "D", ("S1",), "rule of thumb"),
        ("PART", "B", (), "rule of thumb"),
        ("SUP", "A", ("S1",), "evidence: good"),
        ("SUP", "B", ("S1",), "evidence: good"),
        ("SUP", "C", ("S1",), "evidence: limited"),
        ("PART", "A", ("S1",), "evidence: limited"),
        ("PART", "C", ("S1",), "evidence: limited"),
    ],
)
def test_the_first_rule_that_fits_gives_the_label(
    verdict: str, grade: str, sources: tuple[str, ...], label: str
) -> None:
    assert label_of(Verdict(verdict), Grade(grade), sources) == label


@given(
    verdict=st.sampled_from(Verdict),
    grade=st.sampled_from(Grade),
    sources=st.lists(st.just("S1"), max_size=2),
)
def test_good_is_only_what_is_supported_well(
    verdict: Verdict, grade: Grade, sources: list[str]
) -> None:
    good = label_of(verdict, grade, sources) is Label.GOOD
    assert good is (verdict == "SUP" and grade in ("A", "B") and bool(sources))


def test_labels_can_be_told_apart_without_colour() -> None:
    shapes = [label.shape for label in Label]
    assert len(set(shapes)) == len(Label)
    assert all(len(shape) == 1 for shape in shapes)


def _entry(id: str, **given: object) -> Entry:
    fields: dict[str, object] = {
        "topic": "Food", "says": "s", "known": "k", "do": "d",
        "verdict": Verdict.SUP, "grade": Grade.D,
    }  # fmt: skip
    return Entry(**{"id": id, **fields, **given})  # type: ignore[arg-type]


def test_what_is_named_and_not_there_is_left_out() -> None:
    one = _entry("one", related=("two", "gone"), sources=("S1",), card="RF01")
    guide = Guide(None, [Topic("Food", "", (), (one, _entry("two")))], {}, {})
    assert [entry.id for entry in guide.related_to(one)] == ["two"]
    assert guide.sources_of(one) == ()
    assert guide.card_of(one) is None


def test_ranked_entries_come_easiest_first() -> None:
    entries = (
        _entry("late", rank=Rank(1, 2)),
        _entry("never", rank=Rank(2)),
        _entry("soon", rank=Rank(3, 1)),
        _entry("unranked"),
    )
    guide = Guide(None, [Topic("Food", "", (), entries)], {}, {})
    assert [entry.id for entry in guide.variations(after_cramp=True)] == ["soon", "late"]
    assert [entry.id for entry in guide.variations(after_cramp=False)] == ["late", "never", "soon"]


@pytest.mark.parametrize("text", ["Warm-up and mobility", "WARM-UP", "warm up", "  warm-up  "])
def test_a_topic_answers_to_its_names(text: str) -> None:
    topic = Topic("Warm-up and mobility", "", ("warm-up",))
    assert topic.is_called(text)
    assert not topic.is_called(f"{text} music")
    assert not topic.is_called("")
