"""The drawn leg: it goes one way only, both legs are alike, and it is the same for the same."""

from __future__ import annotations

from itertools import pairwise

import pytest

from relief_tui.blocks.figure import Moment, Rows, crisp, figure
from relief_tui.blocks.leg import Ink
from relief_tui.blocks.plainfigure import plain_figure
from relief_tui.blocks.poses import FRAMES, POSES, STOP_DEG
from relief_tui.blocks.raster import FULL

LAST = FRAMES - 1
STRETCHES = ["sitting", "wedge", "lunge", "bent"]
"""The poses in which the calf grows longer."""
SIZES = [(18, 10), (35, 24), (55, 40), (92, 70)]


def places(rows: Rows, ink: Ink) -> list[tuple[int, int]]:
    """The pixels (x, y) in which most is of this ink, and nothing before it."""
    return [
        (x, y)
        for y, row in enumerate(rows)
        for x, pixel in enumerate(row)
        if pixel and pixel[-1][0] is ink and pixel[-1][1] > FULL // 2
    ]


@pytest.mark.parametrize("pose", STRETCHES)
def test_frame_by_frame_the_toes_come_nearer_to_the_shin(pose: str) -> None:
    """The angle between shin and foot only ever grows smaller."""
    stances = [POSES[pose].stance(frame / LAST) for frame in range(FRAMES)]
    bends = [stance.toes + stance.tilt for stance in stances]
    assert all(after >= before for before, after in pairwise(bends))
    assert bends[-1] - bends[0] >= 24


def test_sitting_the_toes_are_higher_at_the_end() -> None:
    tips = [POSES["sitting"].stance(frame / LAST).on_foot(11.6, 3.2) for frame in (0, LAST)]
    assert tips[1][1] < tips[0][1]
    assert tips[1][0] < tips[0][0], "and nearer to the knee"
    first, last = (places(figure(Moment("sitting", f), 55, 40), Ink.SHOE) for f in (0, LAST))
    assert min(y for _, y in last) < min(y for _, y in first)


@pytest.mark.parametrize("pose", ["lunge", "bent", "loaded"])
def test_standing_the_heel_ends_on_the_floor(pose: str) -> None:
    stance = POSES[pose].stance(1.0)
    assert stance.toes == 0
    assert abs(stance.on_foot(0, 5.45)[1]) < 1e-9


def test_a_straight_knee_stays_straight_and_a_bent_one_bends() -> None:
    for frame in range(FRAMES):
        for pose in ("sitting", "wedge", "lunge"):
            assert POSES[pose].stance(frame / LAST).knee == 0
        assert POSES["bent"].stance(frame / LAST).knee >= 20


def test_a_curl_ends_at_its_stop() -> None:
    assert [POSES["curl"].stance(way).knee for way in (0.0, 1.0)] == [0.0, STOP_DEG]


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("size", SIZES)
def test_the_right_leg_is_the_left_one_mirrored(pose: str, size: tuple[int, int]) -> None:
    left, right = (figure(Moment(pose, 9, 0, True, side), *size) for side in (False, True))
    assert right == tuple(tuple(reversed(row)) for row in left)
    assert (len(left[0]), len(left)) == size


@pytest.mark.parametrize("pose", [*STRETCHES, "curl"])
def test_every_frame_differs_from_the_one_before(pose: str) -> None:
    frames = [figure(Moment(pose, frame), 55, 40) for frame in range(FRAMES)]
    assert all(one != other for one, other in pairwise(frames))


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("size", SIZES)
def test_leg_and_shoe_are_seen_whole(pose: str, size: tuple[int, int]) -> None:
    """No shoe touches the edge of the picture, and the muscle that cramps is on it."""
    for frame in (0, 8, LAST):
        rows = figure(Moment(pose, frame), *size)
        shoe = places(rows, Ink.SHOE)
        assert shoe
        assert min(y for _, y in shoe) > 0 or size[1] < 20
        assert 0 < min(x for x, _ in shoe) <= max(x for x, _ in shoe) < size[0] - 1
        assert any(ink is Ink.CALF for row in rows for pixel in row for ink, _ in pixel)


def test_a_ghost_shows_where_the_foot_goes_and_the_arrow_which_way() -> None:
    bare = figure(Moment("sitting", LAST), 55, 40)
    still = figure(Moment("sitting", LAST, 0, arrow=True), 55, 40)
    assert not places(bare, Ink.GHOST) + places(bare, Ink.ARROW)
    assert places(still, Ink.GHOST)
    assert places(still, Ink.ARROW)


def test_a_ghost_of_what_is_there_is_none() -> None:
    assert figure(Moment("bent", 4, 4), 35, 24) == figure(Moment("bent", 4), 35, 24)


def test_crisp_pixels_have_one_ink_or_none() -> None:
    assert crisp(()) == ()
    assert crisp(((Ink.SKIN, 255), (Ink.SHOE, 100))) == ((Ink.SKIN, 255),)
    assert crisp(((Ink.SKIN, 100), (Ink.SHOE, 200))) == ((Ink.SHOE, 255),)
    assert crisp(((Ink.SKIN, 100),)) == ()


@pytest.mark.parametrize("pose", [pose for pose in POSES if pose != "curl"])
@pytest.mark.parametrize("mirrored", [False, True])
def test_in_plain_characters(pose: str, mirrored: bool) -> None:
    """ASCII, small enough for 80x24, its words to be read on both legs."""
    for frame in (0, LAST):
        lines = plain_figure(Moment(pose, frame, mirrored=mirrored))
        assert len({len(line) for line in lines}) == 1
        assert len(lines[0]) <= 34
        assert len(lines) <= 8
        assert "".join(lines).isascii()
        assert any("calf" in line for line in lines)


def test_in_plain_characters_start_and_end_differ() -> None:
    for pose in STRETCHES:
        assert plain_figure(Moment(pose, 0)) != plain_figure(Moment(pose, LAST))
    assert plain_figure(Moment("curl")) == ()
