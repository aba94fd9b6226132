"""Which drawing belongs to which moment, and that it can be told from its ground."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from relief_tui.blocks.colour import contrast
from relief_tui.blocks.leg import Ink
from relief_tui.blocks.poses import POSES as DRAWN
from relief_tui.blocks.poses import STOP_DEG
from relief_tui.coach.step import Phase, Side
from relief_tui.content import load_recovery, load_script
from relief_tui.screens.pose import LAST, POSES, moment
from relief_tui.widgets.ankle import Ankle, inks
from relief_tui.widgets.palette import themes
from relief_tui.widgets.range import RangeBar
from relief_tui.wishes import ReliefOptions
from tests.screens.situations import SITUATIONS, bring
from tests.support.pilot import Face, app_at

LEFT = ReliefOptions(side=Side.LEFT)
RIGHT = ReliefOptions(side=Side.RIGHT)
SEEN = 3.0
"""WCAG 2.2 AA for what is no text."""


def test_every_position_of_the_script_is_drawn() -> None:
    assert set(load_script().positions) == set(POSES)
    assert set(POSES.values()) | {"curl"} == set(DRAWN)


def test_the_stop_that_is_drawn_is_that_of_the_light_set() -> None:
    assert load_recovery().range_deg == STOP_DEG


def drawn(face: Face) -> Ankle | None:
    """The figure, where there is one to be seen."""
    return next((each for each in face.app.screen.query(Ankle) if each.display), None)


SHOWN = {
    "40x12": {"position"},
    "60x20": {"position", "ease in", "let go"},
    "80x24": {"position", "ease in", "hold", "let go"},
    "120x40": {"position", "ease in", "hold", "let go", "toes up", "work"},
}


@pytest.mark.parametrize("window", SHOWN)
async def test_where_it_stands(window: str) -> None:
    cols, _, rows = window.partition("x")
    moments = ["start", "ease out", "position", "ease in", "hold", "let go", "check", "release"]
    moments += ["toes up", "rest with list", "work", "roll left", "over"]
    assert set(moments) <= set(SITUATIONS)
    async with app_at(int(cols), int(rows), LEFT) as face:
        found = set()
        for situation in moments:
            face.again(LEFT)
            await bring(face, situation)
            figure = drawn(face)
            if figure is not None:
                found.add(situation)
                assert figure.size.width >= 16
                assert figure.size.height >= 5
        assert found == SHOWN[window]


async def test_it_moves_with_the_ramp_holds_and_goes_back() -> None:
    async with app_at(now=LEFT) as face:
        await face.until(Phase.EASE_IN)
        frames = []
        while face.view.phase is not Phase.CHECK:
            figure = drawn(face)
            if figure is not None and figure.moment is not None:
                frames.append((face.view.phase, figure.moment.frame))
            await face.wait(0.25)
        rising = [frame for phase, frame in frames if phase is Phase.EASE_IN]
        falling = [frame for phase, frame in frames if phase is Phase.LET_GO]
        assert rising == sorted(rising)
        assert (rising[0], rising[-1]) == (0, LAST)
        assert {frame for phase, frame in frames if phase is Phase.HOLD} == {LAST}
        assert falling == sorted(falling, reverse=True)
        assert falling[-1] <= 1


@pytest.mark.parametrize("window", ["80x24", "200x60"])
async def test_the_digits_keep_their_size_beside_it(window: str) -> None:
    cols, _, rows = window.partition("x")
    async with app_at(int(cols), int(rows), LEFT) as face:
        await face.until(Phase.HOLD)
        size = face.run.query_one("#count").size
        assert size.width >= (43 if cols == "80" else 100)


async def test_the_right_leg_stands_at_the_right() -> None:
    for options, mirrored in ((LEFT, False), (RIGHT, True), (ReliefOptions(), False)):
        async with app_at(now=options) as face:
            await face.until(Phase.POSITION)
            figure, digits = drawn(face), face.run.query_one("#count")
            assert figure is not None
            assert figure.moment is not None
            assert figure.moment.mirrored is mirrored
            assert (figure.region.x > digits.region.x) is mirrored
            if options.side is None:
                assert "CRAMPED LEG" in face.text


async def test_reduced_motion_is_a_still_drawing(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('motion = "reduced"', encoding="utf-8")
    async with app_at(now=LEFT) as face:
        await face.until(Phase.EASE_IN)
        seen = set()
        while face.view.phase is Phase.EASE_IN:
            figure = drawn(face)
            assert figure is not None
            seen.add(figure.moment)
            await face.wait(0.5)
        [still] = seen
        assert still is not None
        assert (still.frame, still.ghost, still.arrow) == (LAST, 0, True)


async def test_in_reduced_motion_the_weight_jumps_once_a_second(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('motion = "reduced"', encoding="utf-8")
    async with app_at(120, 40, LEFT) as face:
        await bring(face, "work")
        bar = face.run.query_one(RangeBar)
        places = []
        for _ in range(30):
            places.append(bar.reach)
            await face.wait(0.2)
        jumps = sum(one != other for one, other in pairwise(places))
        assert 4 <= jumps <= 6


async def test_a_position_chooses_its_drawing() -> None:
    async with app_at(now=LEFT) as face:
        await face.until(Phase.POSITION)
        seen = set()
        for _ in range(6):
            figure = drawn(face)
            assert figure is not None
            assert figure.moment is not None
            assert figure.moment.pose == POSES[face.view.position_id]
            seen.add(figure.moment.pose)
            await face.press("o")
        assert len(seen) >= 4
        assert moment(face.view, "tiny", moves=True) is None


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: str(theme.name))
@pytest.mark.parametrize("tone", ["ready", "hold", "release"])
def test_leg_shoe_and_arrow_stand_out_from_the_ground(theme: Theme, tone: str) -> None:
    values = {key: Color.parse(value) for key, value in theme.variables.items()}
    shoe = values["release-on" if tone == "release" else "hold-fill"]
    ground, words = values[f"{tone}-ground"], values[f"{tone}-words"]
    colours = inks(ground, words, shoe, values["ease-out-fill"], values["ease-out-ink"])
    for ink in (Ink.SKIN, Ink.SHOE, Ink.SOLE, Ink.ARROW):
        assert contrast(colours[0], colours[ink]) >= SEEN, ink.name
    assert contrast(colours[Ink.SOLE], colours[Ink.SHOE]) > 1.3
