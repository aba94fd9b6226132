"""The shipped words of a workout: complete, labelled as the guide labels them, clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from relief_tui.coach.workout.script import Kind
from relief_tui.content.folder import assets_folder
from relief_tui.content.guide import load_guide
from relief_tui.content.never import never_said
from relief_tui.content.reading import ContentError
from relief_tui.content.workout import load_workout

SCRIPT = load_workout()
SAID = (
    *(tip.words for tip in SCRIPT.tips),
    *(each.why for each in SCRIPT.exercises),
    SCRIPT.no_warmup,
    SCRIPT.all_sets,
    SCRIPT.swap,
)


def test_every_entry_is_in_the_guide() -> None:
    entries = SCRIPT.entries
    named = {entries.rest, entries.lower, entries.over, entries.drink}
    named |= {tip.entry for tip in SCRIPT.tips} | {each.entry for each in SCRIPT.exercises}
    assert not [id for id in named if load_guide().entry(id) is None]


@pytest.mark.parametrize("tip", SCRIPT.tips, ids=lambda tip: tip.entry)
def test_a_tip_has_the_label_of_its_entry(tip: object) -> None:
    words, evidence, entry = tip.words, tip.evidence, tip.entry  # type: ignore[attr-defined]
    found = load_guide().entry(entry)
    assert found is not None
    assert evidence == found.label, words


def test_every_kind_has_a_tip_and_they_rotate() -> None:
    for kind in Kind:
        assert SCRIPT.tip(kind, 0) is not None
        fitting = [tip for tip in SCRIPT.tips if kind in tip.kinds]
        assert SCRIPT.tip(kind, len(fitting)) == SCRIPT.tip(kind, 0)


def test_nothing_is_said_that_must_never_be() -> None:
    assert not [line for line in SAID if never_said(line)]


def test_the_first_swap_is_the_easiest_on_the_calf() -> None:
    offered = [each.name for each in SCRIPT.exercises if each.offered]
    assert offered[:2] == ["Two-leg Romanian deadlift", "Hip thrust, toes up"]
    assert offered[-3:] == ["Single-leg Romanian deadlift", "Ball curl", "Nordic curl"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"nordic"', '"Nordic"', "small letters"),
        ('name = "Ball curl"', 'name = "Nordic curl"', "is Nordic curl again"),
        ("sets = 3", "sets = 0", "$.sets is 0; at least 1"),
        ('kind = "hinge"', 'kind = "hinges"', "no word known there"),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    (tmp_path / "workout").mkdir()
    text = (assets_folder() / "workout" / "workout.toml").read_text("utf-8")
    file = tmp_path / "workout" / "workout.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        load_workout(tmp_path)
    assert said in str(error.value)
    assert "\n" not in str(error.value)
