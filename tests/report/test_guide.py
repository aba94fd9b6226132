"""The guide as text and JSON: readable in any width, plain where no colour is wanted."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.guide import TOPICS, Entry, Guide, Label
from relief_tui.content.guide import load_guide
from relief_tui.report.guide import WIDEST, Page, as_json, near
from relief_tui.report.variations import Today

GUIDE = load_guide()
WIDE = Page(GUIDE, width=200, colour=False)
CITING = Page(GUIDE, width=200, colour=False, sources=True)
NORMAL, CRAMPED = Today(False, "A normal day."), Today(True, "You cramped.")


def entry(id: str) -> Entry:
    found = GUIDE.entry(id)
    assert found is not None
    return found


def in_a_row(text: str) -> str:
    return " ".join(text.split())


def test_the_first_page_has_the_topics_with_their_numbers_and_who_signed() -> None:
    page = WIDE.first()
    assert "A clinician has not yet signed this off." in page
    assert "medical device" in page
    for topic in GUIDE.topics:
        assert re.search(rf"^{re.escape(topic.name)} +{len(topic.entries)}  ", page, re.MULTILINE)
    for label in Label:
        assert f"{label.shape} {label}" in page
    assert all(ord(character) >= 32 or character == "\n" for character in page)


@given(width=st.integers(-5, 200), chosen=st.sampled_from(GUIDE.entries))
def test_lines_keep_to_the_width(width: int, chosen: Entry) -> None:
    page = Page(GUIDE, width=width, colour=False)
    room = max(24, min(WIDEST, width))
    for text in (page.entry(chosen), page.lines([chosen])):
        assert max(map(len, text.splitlines())) <= room


@pytest.mark.parametrize("width", [30, 60, 80, 120])
def test_first_page_and_topics_fit(width: int) -> None:
    page = Page(GUIDE, width=width, colour=False)
    for text in (page.first(), *map(page.topic, GUIDE.topics)):
        assert max(map(len, text.splitlines())) <= max(width, 40)


@pytest.mark.parametrize("chosen", GUIDE.entries, ids=lambda chosen: chosen.id)
def test_an_entry_is_told_with_all_there_is_to_it(chosen: Entry) -> None:
    told = in_a_row(WIDE.entry(chosen))
    for part in (chosen.says, chosen.known, chosen.do, chosen.numbers, chosen.do_not):
        assert in_a_row(part) in told
    assert f"{chosen.label.shape} {chosen.label}" in told
    cited = in_a_row(CITING.entry(chosen))
    for source in GUIDE.sources_of(chosen):
        assert source.id in told
        assert source.citation not in told
        assert in_a_row(f"{source.id} {source.citation}") in cited
        assert in_a_row(source.seen) in cited
    for related in GUIDE.related_to(chosen):
        assert f"[{related.id}]" in told


def test_what_to_do_is_told_first_and_no_claim_of_ours_is_named() -> None:
    told = WIDE.entry(entry("pointed-toes"))
    assert told.index("Do  ") < told.index("Known  ") < told.index("S2")
    assert "A05" not in told


def test_what_people_say_stands_above_the_answer_to_it() -> None:
    """Many an answer begins with yes or no."""
    for chosen in GUIDE.entries:
        if not chosen.card:
            told = WIDE.entry(chosen)
            assert told.index("\nPeople ") < told.index("\nKnown  "), chosen.id


def test_a_source_that_was_not_checked_says_so() -> None:
    told = CITING.entry(entry("five-to-ten-per-cent"))
    assert "General knowledge, not checked" in told


def test_a_card_names_how_soon() -> None:
    told = WIDE.entry(entry("help-calf-tear"))
    assert "Calf muscle tear: see someone today (RF04)" in told
    assert "Do not" in told


def test_what_is_doubted_stands_in_quotes_with_its_label() -> None:
    (line,) = WIDE.lines([entry("eight-glasses")]).splitlines()
    assert line.startswith("↺ corrected: “")
    (line,) = WIDE.lines([entry("water-bottle")]).splitlines()
    assert line == "◐ Carry a water bottle. [water-bottle]"


def test_of_several_the_first_is_told_in_full() -> None:
    told = WIDE.found([entry("bananas"), entry("coffee")])
    assert entry("bananas").known in in_a_row(told)
    assert entry("coffee").known not in in_a_row(told)
    assert "[coffee]" in told
    assert "More on this" not in WIDE.found([entry("bananas")])


@pytest.mark.parametrize("today", [NORMAL, CRAMPED])
def test_exercises_stand_in_the_order_for_today_each_with_its_reason(today: Today) -> None:
    topic = GUIDE.topic("variations")
    assert topic is not None
    told = WIDE.topic(topic, today)
    assert today.why in told
    ways = GUIDE.variations(after_cramp=today.after_cramp)
    places = [told.index(f"{place}  {way.name}") for place, way in enumerate(ways, 1)]
    assert places == sorted(places)
    for way in ways:
        assert way.rank is not None
        assert way.rank.why in in_a_row(told)
        assert f"[{way.id}]" not in told
    assert ("Not today: " in told) is today.after_cramp
    assert "[easier-ways]" in told


def test_colour_is_only_added() -> None:
    coloured = Page(GUIDE, width=80, colour=True)
    plain = Page(GUIDE, width=80, colour=False)
    for chosen in GUIDE.entries[:20]:
        assert re.sub(r"\x1b\[\d+m", "", coloured.entry(chosen)) == plain.entry(chosen)
    assert "\x1b[" in coloured.first()


def test_json_has_the_shape_that_scripts_rely_on() -> None:
    rows = json.loads(as_json(GUIDE.entries))
    assert len(rows) == len(GUIDE.entries)
    for row, item in zip(rows, GUIDE.entries, strict=True):
        assert list(row)[:5] == ["id", "topic", "says", "known", "do"]
        assert (row["id"], row["topic"], row["label"]) == (item.id, item.topic, item.label.value)
        assert row["topic"] in TOPICS
        assert row["grade"] in "ABCD-"
        assert row["sources"] == list(item.sources)
        assert row["claims"] == list(item.claims)
    assert as_json([]) == "[]"
    assert as_json(GUIDE.entries).isascii()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fod", "Food"),
        ("warmup mobilty", "Warm-up and mobility"),
        ("programing", "Programming and recovery"),
    ],
)
def test_near_names_are_offered(typed: str, meant: str) -> None:
    assert meant in near(GUIDE, typed)


@given(text=st.text(max_size=300))
def test_any_text_has_few_near_names(text: str) -> None:
    assert len(near(GUIDE, text)) <= 4


def test_a_guide_without_anything_still_has_a_first_page() -> None:
    empty = Guide(None, [], {}, {})
    assert "relief guide WORDS" in Page(empty, width=80, colour=True).first()
    assert near(empty, "cramp") == []
