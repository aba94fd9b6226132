"""What a step says and how far it stretches, phase by phase."""

from __future__ import annotations

from dataclasses import replace

import pytest

from relief_tui.coach.relief.steps import step_of
from relief_tui.coach.step import Phase
from relief_tui.coach.transitions import RELIEF
from tests.coach.driving import Run, relief
from tests.support.script import LADDER

R2 = LADDER[1]


@pytest.mark.parametrize(("no_tear", "said"), [(False, "no bouncing"), (True, "rub slowly")])
def test_massage_needs_a_tear_ruled_out(no_tear: bool, said: str) -> None:
    plan = replace(relief(), phase=Phase.HOLD, rung=R2, position="P1", no_tear=no_tear)
    assert step_of(plan, 60.0).cues == ("hold", said)


def test_the_lines_of_a_round() -> None:
    run = Run(relief(machine="seated"))
    said = [
        (Phase.START, ("stop the set", "weight first", "it lets go")),
        (Phase.EASE_OUT, ("seated down", "seated out")),
        (Phase.POSITION, ("P1 get there",)),
        (Phase.EASE_IN, ("P1 pull", "ease in")),
        (Phase.HOLD, ("hold", "no bouncing")),
        (Phase.LET_GO, ("let go",)),
        (Phase.CHECK, ()),
    ]
    assert [(phase, run.until(phase).view.cues) for phase, _ in said] == said


def test_where_nothing_is_pulled_both_cues_hold_from_the_start() -> None:
    script = relief().script
    way = replace(script.positions["P5"], at_once=True)
    script = replace(script, positions={**script.positions, "P5": way})
    there = replace(relief(), script=script, phase=Phase.POSITION, position="P5")
    assert step_of(there, 0.0).cues == way.cues
    assert step_of(replace(there, phase=Phase.EASE_IN), 0.0).cues == ("ease in", way.cues[1])


def test_a_step_is_for_a_position_only_in_a_round() -> None:
    named = {
        phase
        for phase in RELIEF
        if phase is not Phase.OVER
        and step_of(replace(relief(), phase=phase, position="P1"), 0.0).position
    }
    assert named == {Phase.POSITION, Phase.EASE_IN, Phase.HOLD, Phase.LET_GO}
