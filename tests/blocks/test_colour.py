"""Blending in linear light, and contrast after WCAG."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.blocks.colour import blend, contrast, rgb

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
covers = st.integers(0, 255)


@given(colours, colours)
def test_no_cover_is_ground_and_full_cover_is_ink(ground: str, ink: str) -> None:
    assert blend(ground, ink, 0) == rgb(ground)
    assert blend(ground, ink, 255) == rgb(ink)


@given(colours, colours, covers)
def test_a_blend_lies_between(ground: str, ink: str, cover: int) -> None:
    for part, one, other in zip(blend(ground, ink, cover), rgb(ground), rgb(ink), strict=True):
        assert min(one, other) <= part <= max(one, other)


@given(colours, colours, covers)
def test_a_blend_is_the_same_from_either_side(ground: str, ink: str, cover: int) -> None:
    assert blend(ground, ink, cover) == blend(ink, ground, 255 - cover)


def test_half_black_half_white_is_half_the_light() -> None:
    assert blend("#000000", "#ffffff", 128) == (186, 186, 186)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#777777", 1.0),
        ("#01110b", "#39bc97", 8.1),
        ("#71f3ca", "#011b13", 13.2),
        ("#ffffff", "#a20519", 8.2),
    ],
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.05)
    assert contrast(other, one) == contrast(one, other)
