"""Every moment of a run leads to an entry of the guide that there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from relief_tui.coach.behind import SET
from relief_tui.coach.step import Phase
from relief_tui.content.behind import load_behind
from relief_tui.content.guide import load_guide
from relief_tui.content.reading import ContentError
from relief_tui.content.routines import MORE, SHIPPED, load_routine
from relief_tui.content.script import load_script

_OF_A_ROUTINE = {Phase.READY, Phase.CHANGE, Phase.SWITCH, Phase.WORK, Phase.BETWEEN}
_OF_A_WORKOUT = {Phase.SET, Phase.TEMPO, Phase.SET_REST}
"""Their card says what is behind them."""


def test_every_id_is_in_the_guide() -> None:
    behind, guide = load_behind(), load_guide()
    named = {*behind.cues.values(), *behind.lines.values()}
    assert not [id for id in named if guide.entry(id) is None]


def test_every_phase_has_an_entry_and_nothing_else_is_named() -> None:
    behind, script = load_behind(), load_script()
    phases = {phase.value for phase in {*Phase} - _OF_A_ROUTINE - _OF_A_WORKOUT}
    assert phases <= set(behind.cues)
    more = {*script.positions, "prone", "seated", "standing", "other"}
    more |= {"screen", "tear", "multi", "pain", "green", "plan", "swap", "flagged"}
    for key in behind.cues:
        if key not in phases and not key.startswith(SET):
            phase, _, known = key.rpartition(" ")
            assert phase in phases, key
            assert known in more, key


def test_every_line_of_our_routines_has_one_of_its_own() -> None:
    behind = load_behind()
    for name in (*SHIPPED, MORE):
        for step in load_routine(name).steps:
            assert any(step.name.startswith(start) for start in behind.lines if start), step.name


def test_a_broken_table_is_told(tmp_path: Path) -> None:
    (tmp_path / "guide").mkdir()
    file = tmp_path / "guide" / "behind.toml"
    file.write_text('[cues]\n[lines]\n"x" = "y"\n', encoding="utf-8")
    with pytest.raises(ContentError, match=r"behind\.toml.*lines"):
        load_behind(tmp_path)
