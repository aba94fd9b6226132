"""The patterns of what must never be said: what they catch, and what they let pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.content import ContentError
from relief_tui.content.never import Never, load_never, never_said

RULES = load_never()
CAUGHT = [(rule, sentence) for rule in RULES for sentence in rule.catches]
PASSED = [(rule, sentence) for rule in RULES for sentence in rule.passes]


def test_the_list_covers_what_the_coach_must_not_say() -> None:
    assert {rule.name for rule in RULES} >= {
        "all-clear",
        "diagnosis",
        "push-with-the-toes",
        "finish-the-set",
        "drink-a-lot",
        "dose",
        "promise",
        "massage-over-danger",
        "golgi-as-fact",
        "safe-to-resume",
        "pressure",
    }


@pytest.mark.parametrize(("rule", "sentence"), CAUGHT, ids=lambda part: getattr(part, "name", part))
def test_a_forbidden_sentence_is_caught(rule: Never, sentence: str) -> None:
    assert rule.name in never_said(sentence)


@pytest.mark.parametrize(("rule", "sentence"), PASSED, ids=lambda part: getattr(part, "name", part))
def test_a_sentence_that_only_comes_near_passes(rule: Never, sentence: str) -> None:
    assert never_said(sentence) == [], rule.name


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_pattern_has_a_sentence_that_shows_what_it_is_for(rule: Never) -> None:
    for pattern in rule.patterns:
        assert any(pattern.search(sentence) for sentence in rule.catches), pattern.pattern


@given(
    case=st.sampled_from(CAUGHT),
    loud=st.booleans(),
    blank=st.sampled_from(["  ", "\n", "\t", " \n  ", "\u00a0"]),
    before=st.sampled_from(["", "Rest the leg. ", "No, thanks. ", "(", "Thirsty? SIP; "]),
    after=st.text(max_size=30).map(lambda text: f" {text}"),
)
def test_nothing_hides_a_forbidden_sentence(
    case: tuple[Never, str], loud: bool, blank: str, before: str, after: str
) -> None:
    rule, sentence = case
    shouted = sentence.upper() if loud else sentence.lower()
    assert rule.name in never_said(before + shouted.replace(" ", blank) + after)


@given(text=st.text(max_size=300))
def test_any_text_can_be_held_against_the_list(text: str) -> None:
    assert set(never_said(text)) <= {rule.name for rule in RULES}


@pytest.mark.parametrize("denial", ["Do not", "Don’t", "Never", "You cannot", "Don't ever just"])
def test_a_denial_in_the_same_clause_is_not_an_instruction(denial: str) -> None:
    assert never_said(f"{denial} push with the toes.") == []


@pytest.mark.parametrize("denial", ["Do not worry:", "Never mind,", "No! Now", "It is not over."])
def test_a_denial_of_something_else_hides_nothing(denial: str) -> None:
    assert "push-with-the-toes" in never_said(f"{denial} push with the toes.")


def test_a_pattern_that_is_none_is_named(assets: Path) -> None:
    file = assets / "safety" / "never.toml"
    file.write_text(
        '[[never]]\nname = "x"\nwhy = "y"\npatterns = ["a", "(b"]\ncatches = ["a"]\npasses = ["c"]'
    )
    with pytest.raises(ContentError) as caught:
        load_never(assets)
    assert str(caught.value).startswith(
        "never.toml: $.never[0].patterns[1] is no regular expression: "
    )


def test_a_name_given_twice_is_named(assets: Path) -> None:
    file = assets / "safety" / "never.toml"
    entry = '[[never]]\nname = "x"\nwhy = "y"\npatterns = ["a"]\ncatches = ["a"]\npasses = ["c"]\n'
    file.write_text(entry * 2)
    with pytest.raises(ContentError) as caught:
        load_never(assets)
    assert str(caught.value) == "never.toml: $.never[1].name is x again; give it its own"
