"""Round bodies: what is inside is covered, what is outside is not, an edge is a pixel wide."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from relief_tui.blocks.field import Body, Capsule, Edge, Frame, Patch, covered
from relief_tui.blocks.raster import FULL

FRAME = Frame((0.0, 0.0), 1.0, 24, 16)
places = st.tuples(st.floats(-5, 30), st.floats(-5, 20))
capsules = st.builds(Capsule, places, st.floats(0.5, 6), places, st.floats(0.5, 6))


def at(patch: Patch, x: int, y: int) -> int:
    """The coverage of a pixel of the frame; none outside the patch."""
    row = patch.rows[y - patch.top] if 0 <= y - patch.top < len(patch.rows) else b""
    return row[x - patch.left] if 0 <= x - patch.left < len(row) else 0


def test_a_ball_is_full_within_and_empty_around() -> None:
    ball = covered(Body((Capsule((12, 8), 5, (12, 8), 5),)), FRAME)
    assert at(ball, 12, 8) == FULL
    assert at(ball, 3, 8) == at(ball, 12, 15) == 0
    area = sum(map(sum, ball.rows)) / FULL
    assert abs(area - 3.1416 * 25) < 0.5


@given(capsules)
def test_nothing_of_a_body_is_left_out_by_the_patch(capsule: Capsule) -> None:
    """Whatever the rows say, what they leave out is empty: the same as drawn in a larger frame."""
    larger = covered(Body((capsule,)), Frame((-8.0, -8.0), 1.0, 40, 32))
    patch = covered(Body((capsule,)), FRAME)
    for y in range(FRAME.height):
        for x in range(FRAME.width):
            assert at(patch, x, y) == at(larger, x + 8, y + 8)


@given(capsules, capsules, st.floats(0.1, 4))
def test_a_soft_joint_only_adds(one: Capsule, other: Capsule, soft: float) -> None:
    hard = covered(Body((one, other)), FRAME)
    soft_joint = covered(Body((one, other), soft), FRAME)
    for y in range(FRAME.height):
        for x in range(FRAME.width):
            assert at(soft_joint, x, y) >= at(hard, x, y)


def test_an_edge_cuts() -> None:
    ball = Body((Capsule((12, 8), 5, (12, 8), 5),), edges=(Edge((12, 0), (1.0, 0.0)),))
    patch = covered(ball, FRAME)
    assert at(patch, 10, 8) == FULL
    assert at(patch, 13, 8) == 0


def test_without_capsules_all_that_the_edges_leave() -> None:
    floor = covered(Body(edges=(Edge((0, 12), (0.0, -1.0)),)), FRAME)
    assert [at(floor, 5, y) for y in (0, 11, 12, 15)] == [0, 0, FULL, FULL]
