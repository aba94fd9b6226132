"""A short routine with a line of every kind, and warm-ups in front of a test."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from relief_tui.coach.routine import Care, Exercise, Routine, Sides
from relief_tui.coach.step import Tempo
from relief_tui.conductor import Conductor
from relief_tui.wishes import WarmupWish
from tests.support.pilot import Face

WALK = Exercise(
    "Easy walk",
    20.0,
    purpose="Warmth",
    cues=("Easy pace: you can talk.", "Heels down now and then."),
    evidence="evidence: limited",
    short="WALK",
)
ROLL = Exercise(
    "Foam roll calf",
    30.0,
    Sides.EACH,
    pace="slow, 2-3 cm/s",
    purpose="Ankle range, comfort",
    cues=("Roll slowly from ankle to knee.", "Pain means ease off.", "Skip it if it is hot."),
    evidence="evidence: limited",
    short="ROLL CALF",
    care=Care.ROLL,
)
RAISES = Exercise(
    "Calf raises, both feet",
    40.0,
    reps=10,
    tempo=Tempo(2, 0, 2),
    purpose="Wake the calf",
    cues=("Up 2, down 2.", "Finish with the heels low."),
    short="RAISES",
)
CURL = replace(RAISES, name="Banded leg curl", short="CURL", care=Care.CURL)
ROUTINE = Routine(
    "morning",
    (WALK, ROLL, RAISES, CURL),
    get_ready_s=10.0,
    takes=("roller", "band"),
    then=("On the machine: 6 reps at half load.",),
)
WISH = WarmupWish(ROUTINE)

OWN = """
name = "{name}"
about = "What the physio said."
takes = ["step"]
[[steps]]
name = "{step}"
seconds = 40
side = "each"
"""


def write_own(home: Path, name: str, step: str = "Heel drops", *, broken: bool = False) -> None:
    """A file of one's own; a broken one has a key that means nothing."""
    folder = home / "routines"
    folder.mkdir(exist_ok=True)
    text = OWN.format(name=name, step=step)
    text = text.replace("seconds", "secnds") if broken else text
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def warm(face: Face, routine: Routine = ROUTINE) -> None:
    """Another run on the same screen: this routine, from its first second."""
    conductor = face.app.services.warmup(routine)
    assert isinstance(conductor, Conductor)
    face.run.conductor = conductor
    conductor.begin()
