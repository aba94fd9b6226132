"""The list of the guide: lines with their label, the marked one, what the labels mean."""

from __future__ import annotations

import pytest

from relief_tui.widgets.guidelist import GuideLine, GuideList
from tests.support.pilot import resize, settle
from tests.widgets.stage import lines, staged

ALL = tuple(GuideLine("●", f"Entry {number}", "“What people say”") for number in range(30))


async def test_the_marked_line_is_seen_and_told_apart() -> None:
    async with staged(GuideList(), 30, 6) as (stage, pilot):
        widget = stage.widget
        assert isinstance(widget, GuideList)
        widget.show(ALL, 20, live=True)
        await settle(pilot)
        shown = [line.rstrip() for line in lines(widget)]
        assert " ▶ ● Entry 20" in shown
        assert "   ● Entry 19" in shown
        widget.show(ALL[:2], 0, live=False)
        await settle(pilot)
        assert lines(widget)[0].rstrip() == " ▶ ● Entry 0"


@pytest.mark.parametrize(("cols", "told"), [(80, True), (61, False)])
async def test_what_people_say_stands_beside_it_where_there_is_room(cols: int, told: bool) -> None:
    async with staged(GuideList(), cols, 6) as (stage, pilot):
        widget = stage.widget
        assert isinstance(widget, GuideList)
        widget.show(ALL[:3], 0, live=True)
        await settle(pilot)
        assert ("“What people say”" in lines(widget)[1]) is told


async def test_the_legend_gives_way() -> None:
    async with staged(GuideList(), 30, 8) as (stage, pilot):
        widget = stage.widget
        assert isinstance(widget, GuideList)
        widget.legend = ("● good", "○ so so")
        widget.show(ALL[:3], 0, live=True)
        await settle(pilot)
        assert [line.strip() for line in lines(widget)][3:6] == ["", "● good", "○ so so"]
        await resize(pilot, 30, 5)
        assert "good" not in "".join(lines(widget))


async def test_no_window_is_too_small() -> None:
    async with staged(GuideList(), 3, 1) as (stage, pilot):
        widget = stage.widget
        assert isinstance(widget, GuideList)
        widget.show(ALL, 29, live=True)
        await settle(pilot)
        assert len(lines(widget)) == 1
