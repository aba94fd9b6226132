"""The plain face tells every milestone, and never each second."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from relief_tui.coach.step import Side
from tests.plain.stage import Stage

LINE = re.compile(r"\[(\d\d):(\d\d)\] (.*)")
STEP = re.compile(r"(STOP THE SET|WEIGHT DOWN|TOES TO SHIN|EASE IN|HOLD|LET GO|HOW IS IT\?|REST) ")
LEAST_S = 10
"""The same step is told again only after as long as a hold lasts at least."""


@pytest.mark.parametrize("answers", [(), ((44.0, "1"), (48.0, "0"), (52.0, "3"))])
def test_each_step_has_its_line_and_no_second_has(
    stage: Stage, answers: tuple[tuple[float, str], ...]
) -> None:
    """In a relief where nobody answers, and in one that lets go."""
    stage.relief(*answers, side=Side.LEFT)
    told = [line for line in map(LINE.fullmatch, stage.lines) if line is not None]
    assert len(told) == len(stage.lines)
    steps = [
        (60 * int(line[1]) + int(line[2]), step[1])
        for line in told
        if (step := STEP.match(line[3]))
    ]
    names = [name for _, name in steps]
    began = [entry.data["phase"] for entry in stage.kept("step_began")]
    assert set(began) <= set(names)
    assert all(names.count(name) >= began.count(name) for name in began)
    assert all(a != b or after - before >= LEAST_S for (before, a), (after, b) in pairwise(steps))
    assert len(told) < steps[-1][0]
