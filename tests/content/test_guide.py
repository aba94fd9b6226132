"""The shipped guide: every claim in it, every label by the rule, every name leading somewhere."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from relief_tui.coach.guide import TOPICS, Entry, Grade, Guide, Label, Verdict, label_of
from relief_tui.content.guide import file_of, load_guide
from relief_tui.content.never import never_said
from tests.content.claims import CLAIMS

UNSURE = (Label.CORRECTED, Label.NO_SUPPORT)
"""What people say here may be the very thing that Relief must not say."""


@pytest.fixture(scope="module")
def guide(shipped: Path) -> Guide:
    return load_guide(shipped)


def test_nothing_in_it_is_broken(guide: Guide) -> None:
    assert guide.troubles == ()
    assert guide.about is not None
    assert list(guide.about.labels) == list(Label)
    assert "it makes no diagnosis" in guide.about.what_not


def test_it_has_the_topics_in_order_and_a_file_for_each(guide: Guide, shipped: Path) -> None:
    assert tuple(topic.name for topic in guide.topics) == TOPICS
    assert all(topic.entries and topic.about for topic in guide.topics)
    files = {file.name for file in (shipped / "guide").iterdir()}
    assert files == {*map(file_of, TOPICS), "about.toml", "behind.toml", "sources.toml"}
    for topic in guide.topics:
        assert {entry.topic for entry in topic.entries} == {topic.name}


def test_ids_and_names_of_topics_are_unique(guide: Guide) -> None:
    ids = [entry.id for entry in guide.entries]
    assert len(ids) == len(set(ids))
    names = [name.lower() for topic in guide.topics for name in (topic.name, *topic.names)]
    assert len(names) == len(set(names))
    for topic in guide.topics:
        for name in (topic.name, *topic.names):
            assert guide.topic(name) is topic, name


def test_every_claim_of_the_articles_is_there(guide: Guide) -> None:
    assert len(CLAIMS) == 118
    held = [claim for entry in guide.entries for claim in entry.claims]
    assert sorted(held) == sorted(CLAIMS)


def test_every_label_follows_the_rule_for_every_claim(guide: Guide) -> None:
    for entry in guide.entries:
        for id in entry.claims:
            claim = CLAIMS[id]
            verdict = Verdict(claim.verdict.split()[0])
            assert (entry.verdict, entry.grade) == (verdict, Grade(claim.grade)), entry.id
            assert set(claim.sources) <= set(entry.sources), entry.id
            assert label_of(verdict, Grade(claim.grade), claim.sources) is entry.label, entry.id


@pytest.mark.parametrize(
    ("id", "label"),
    [
        ("A05", "corrected"),
        ("A14", "evidence: good"),
        ("A18", "evidence: limited"),
        ("A19", "rule of thumb"),
        ("A56", "no support found"),
        ("A70", "about the articles"),
        ("B09", "rule of thumb"),
        ("B33", "rule of thumb"),
        ("B38", "rule of thumb"),
    ],
)
def test_labels_read_as_they_should(guide: Guide, id: str, label: str) -> None:
    (entry,) = (each for each in guide.entries if id in each.claims)
    assert entry.label == label


def test_every_source_is_there_and_says_what_was_read(guide: Guide) -> None:
    ids = [*(f"S{number}" for number in range(1, 101)), *(f"K{number}" for number in range(1, 10))]
    assert sorted(guide.sources) == sorted(ids)
    for source in guide.sources.values():
        assert source.citation
        assert source.seen
        assert source.checked is source.id.startswith("S")
        assert bool(source.where) is source.checked
    for entry in guide.entries:
        assert len(guide.sources_of(entry)) == len(entry.sources), entry.id


def test_good_and_limited_rest_on_sources(guide: Guide) -> None:
    for entry in guide.entries:
        assert entry.sources or entry.label not in (Label.GOOD, Label.LIMITED, Label.CORRECTED)


def test_related_entries_are_there_and_others(guide: Guide) -> None:
    for entry in guide.entries:
        assert entry.related, entry.id
        assert len(guide.related_to(entry)) == len(set(entry.related)), entry.id
        assert entry.id not in entry.related


def test_all_25_cards_can_be_reached_and_stand_in_one_file_alone(
    guide: Guide, shipped: Path
) -> None:
    assert len(guide.cards) == 25
    for id, card in guide.cards.items():
        (entry,) = (each for each in guide.entries if each.card == id)
        assert entry.topic == "When to get help"
        assert guide.card_of(entry) is card
        assert (entry.known, entry.do, entry.do_not) == (card.signs, card.do, card.do_not)
    for file in (shipped / "guide").glob("*.toml"):
        written = file.read_text("utf-8")
        assert not [card.id for card in guide.cards.values() if card.signs in written]


def texts_of(entry: Entry) -> list[str]:
    """What is shown of an entry and must not say what Relief never says."""
    said = [] if entry.label in UNSURE else [entry.says, *entry.words]
    return [entry.known, entry.do, entry.numbers, *said]


def test_no_text_says_what_must_never_be_said(guide: Guide) -> None:
    assert guide.about is not None
    texts = [
        *(text for entry in guide.entries for text in texts_of(entry)),
        *(topic.about for topic in guide.topics),
        *(source.seen for source in guide.sources.values()),  # citations are titles of others
        *(guide.about.what, guide.about.what_not, guide.about.sign_off, guide.about.limits),
        *guide.about.labels.values(),
    ]
    assert [(text, said) for text in texts if (said := never_said(text))] == []


def test_texts_keep_to_the_room_they_have(guide: Guide) -> None:
    for entry in guide.entries:
        assert len(entry.says) <= 120, entry.id
        assert len(entry.known) <= 400, entry.id
        assert len(entry.do) <= 300, entry.id
        assert len(entry.numbers) <= 120, entry.id


def test_what_is_corrected_says_that_and_why(guide: Guide) -> None:
    corrected = [entry for entry in guide.entries if entry.label is Label.CORRECTED]
    assert len(corrected) >= 10
    for entry in corrected:
        assert "change" in entry.known.lower(), entry.id


_FIGURE = re.compile(
    r"\d+ ?(?:s\b|min\b|minutes|hours|h\b|°|%|reps|holds|steps|sessions|seconds|weeks)"
)
MEASURED = {"how-long-does-it-last", "sixty-minute-window", "bedtime-stretch"}
"""Limited evidence, but the figure is that of a study or of a health service."""


def test_a_figure_without_a_trial_is_called_a_rule_of_thumb(guide: Guide) -> None:
    for entry in guide.entries:
        if entry.card or entry.label is Label.GOOD or entry.id in MEASURED:
            continue
        if _FIGURE.search(entry.do):
            told = f"{entry.known} {entry.do} {entry.numbers}".lower()
            assert "rule of thumb" in told, entry.id


def test_a_rule_of_thumb_says_so_beside_its_figures(guide: Guide) -> None:
    for entry in guide.entries:
        if entry.label is Label.THUMB and entry.numbers and not entry.claims:
            assert "rule of thumb" in entry.numbers, entry.id


def test_the_first_page_says_what_it_is_not(guide: Guide) -> None:
    assert guide.about is not None
    assert "medical device" in guide.about.what_not
    assert guide.about.sign_off == "A clinician has not yet signed this off."


def test_exercises_are_ranked_for_both_days(guide: Guide) -> None:
    after = [entry.id for entry in guide.variations(after_cramp=True)]
    assert after == ["romanian-deadlift", "hip-thrust", "seated-curl-short"]
    normal = [entry.id for entry in guide.variations(after_cramp=False)]
    assert len(normal) == 7
    assert set(after) < set(normal)
    assert normal[-1] == "nordic-curl"
    ranks = [entry.rank for entry in guide.variations(after_cramp=False) if entry.rank]
    assert [rank.normal_day for rank in ranks] == list(range(1, 8))


def test_entries_are_values(guide: Guide) -> None:
    entry = guide.entries[0]
    assert dataclasses.replace(entry) == entry
    assert guide.entry(entry.id.replace("-", " ")) is entry
    assert guide.entry("no such entry") is None


def test_every_entry_has_a_name_of_its_own_that_a_list_has_room_for(guide: Guide) -> None:
    names = [entry.name for entry in guide.entries]
    assert len(names) == len(set(names))
    assert not [name for name in names if len(name) > 31]
