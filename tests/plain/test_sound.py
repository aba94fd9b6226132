"""What is heard beside the lines, on a machine that only pretends to sound."""

from __future__ import annotations

from typing import Any

import pytest

from relief_tui.coach.step import Side
from relief_tui.cues.heard import NO_TONES
from tests.cues.stage import Machine
from tests.plain.stage import Stage


def on(stage: Stage, *programs: str, **known: Any) -> Machine:
    """The stage on a machine with these programs."""
    machine = Machine(programs, **known)
    stage.services.__dict__["cues"] = machine.cues
    return machine


def test_tones_and_words_beside_the_lines(stage: Stage) -> None:
    machine = on(stage, "paplay", "espeak-ng", voice=True)
    stage.relief((45, "q"), side=Side.LEFT)
    said = [each.argv[-1] for each in machine.started if each.program == "espeak-ng"]
    assert said[-7:-1] == ["Half time.", "Three.", "Two.", "One.", "Let go.", "Is it gone?"]
    assert stage.err.getvalue() == ""


def test_m_silences_both(stage: Stage) -> None:
    machine = on(stage, "paplay", "espeak-ng", voice=True)
    stage.relief((1, "m"), (45, "q"), side=Side.LEFT)
    assert machine.ran == ["paplay", "espeak-ng"], "only what came before the key"
    assert "Muted." in "\n".join(stage.lines)


@pytest.mark.parametrize("volume", ["normal", "off"])
def test_what_does_not_sound_is_said_once_where_no_line_is_lost(stage: Stage, volume: str) -> None:
    on(stage, volume=volume)
    stage.relief((45, "1"), side=Side.LEFT)
    assert stage.err.getvalue() == (f"relief: {NO_TONES}\n" if volume == "normal" else "")
