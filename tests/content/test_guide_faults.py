"""A guide that somebody broke: a clear line each, and the rest still works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relief_tui.coach.guide import TOPICS
from relief_tui.content.guide import file_of, load_guide

WHOLE = len(load_guide().entries)
FOOD = "guide/food.toml"


@pytest.fixture
def mend(assets: Path) -> Callable[[str, str, str], None]:
    """Puts other words in a file, where they stand first."""

    def change(file: str, old: str, new: str) -> None:
        path = assets / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return change


Mend = Callable[[str, str, str], None]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("says =", "sayz =", "$.entries[0] has an unknown key 'sayz'; remove it or mend"),
        ("known = ", "do_not = 'x'\nknown = ", "$.entries[0] has an unknown key 'do_not'"),
        ('grade = "C"', 'grade = "E"', "$.entries[0].grade is 'E', no word known there"),
        ('verdict = "PART"', 'verdict = "YES"', "$.entries[0].verdict is 'YES', no word"),
        ('id = "bananas"', 'id = "Bananas!"', "$.entries[0].id is 'Bananas!'; write small letters"),
        ('id = "bananas"', 'id = "coffee"', "$.entries[0].id is coffee again; give it its own"),
        ('["S19"]', '"S19"', "$.entries[0].sources is a text; write a list"),
        ('["S19"]', '["19"]', "$.entries[0].sources[0] is '19'; write the id of a source"),
        ("known = ", "card = 'RF99'\nknown = ", "$.entries[0].card is RF99, no card of cards.toml"),
    ],
)
def test_a_broken_entry_is_left_out_and_named(
    assets: Path, mend: Mend, old: str, new: str, said: str
) -> None:
    mend(FOOD, old, new)
    guide = load_guide(assets)
    assert guide.troubles[0].startswith(f"{FOOD}: {said}")
    assert len(guide.entries) == WHOLE - 1
    assert guide.entry("bananas") is None
    assert guide.search("coffee")


def test_an_entry_that_lacks_what_is_known_is_named(assets: Path) -> None:
    path = assets / FOOD
    lines = path.read_text("utf-8").splitlines()
    first = next(line for line in lines if line.startswith("known = "))
    path.write_text("\n".join(line for line in lines if line != first), "utf-8")
    guide = load_guide(assets)
    assert guide.troubles == (f"{FOOD}: $.entries[0].known is missing; add it",)
    assert len(guide.entries) == WHOLE - 1


def test_a_source_that_is_not_there_is_named_and_the_advice_stands(
    assets: Path, mend: Mend
) -> None:
    mend(FOOD, '["S19"]', '["S19", "S999"]')
    guide = load_guide(assets)
    assert guide.troubles == (
        f"{FOOD}: bananas rests on S999, which sources.toml lacks; add it there",
    )
    entry = guide.entry("bananas")
    assert entry is not None
    assert [source.id for source in guide.sources_of(entry)] == ["S19"]
    assert len(guide.entries) == WHOLE


def test_a_related_entry_that_is_not_there_is_named(assets: Path, mend: Mend) -> None:
    mend(FOOD, 'related = ["potassium-role"', 'related = ["nowhere", "potassium-role"')
    guide = load_guide(assets)
    assert guide.troubles == (f"{FOOD}: bananas names nowhere as related, no entry; name another",)
    assert len(guide.entries) == WHOLE


def test_one_broken_source_is_left_out(assets: Path, mend: Mend) -> None:
    mend("guide/sources.toml", 'status = "seen"', 'status = "heard"')
    guide = load_guide(assets)
    assert guide.troubles[0].startswith("guide/sources.toml: $.sources[0].status is 'heard'")
    assert len(guide.sources) == 108
    assert len(guide.entries) == WHOLE


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_that_cannot_be_read_takes_only_its_own_entries(assets: Path, topic: str) -> None:
    (assets / "guide" / file_of(topic)).write_text("entries = [", "utf-8")
    guide = load_guide(assets)
    assert len(guide.troubles) == 1
    assert guide.troubles[0].startswith(f"guide/{file_of(topic)}")
    assert [len(each.entries) for each in guide.topics].count(0) == 1
    assert guide.about is not None
    assert guide.topic(topic) is not None


@pytest.mark.parametrize("file", ["about.toml", "sources.toml", "food.toml"])
def test_a_file_that_is_gone_is_one_line(assets: Path, file: str) -> None:
    (assets / "guide" / file).unlink()
    guide = load_guide(assets)
    assert guide.troubles[0].startswith(f"guide/{file}: not in ")
    assert "\n" not in guide.troubles[0]
    assert guide.search("stretch")


def test_without_cards_all_but_the_cards_can_be_read(assets: Path) -> None:
    (assets / "safety" / "cards.toml").unlink()
    guide = load_guide(assets)
    assert len(guide.troubles) == 1
    assert guide.troubles[0].startswith("safety/cards.toml: not in ")
    assert len(guide.entries) == WHOLE - 25
    assert guide.entry("when-to-stop") is not None


def test_without_any_file_it_is_empty_and_says_so(tmp_path: Path) -> None:
    guide = load_guide(tmp_path)
    assert guide.entries == ()
    assert len(guide.troubles) == len(TOPICS) + 3
    assert guide.search("cramp") == ()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(cut=st.integers(0, 3000), put=st.text(max_size=5), size=st.integers(0, 40))
def test_whatever_is_done_to_a_file_is_told_in_lines(
    assets: Path, cut: int, put: str, size: int
) -> None:
    path = assets / FOOD
    whole = path.read_bytes()
    try:
        changed = whole[:cut] + put.encode("utf-8", "replace") + whole[cut + size :]
        path.write_bytes(changed)
        guide = load_guide(assets)
    finally:
        path.write_bytes(whole)
    assert len(guide.entries) >= WHOLE - 15
    assert all(line.isprintable() and line.startswith(FOOD) for line in guide.troubles)
