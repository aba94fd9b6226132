"""The reading pane: text is text, a card calls for help, a page begins at its beginning."""

from __future__ import annotations

from textual.geometry import Offset

from relief_tui.widgets.guidepane import GuidePane, Jump, Page, Part
from tests.support.pilot import settle
from tests.widgets.stage import lines, staged

LONG = Page("[b]Long[/b]", "[/]", (Part("Known", "word " * 400),), jumps=(Jump("●", "On"),))
CARD = Page("", parts=(Part("DO", "rest"),), help="GET HELP", call="Call now.")


def shown(pane: GuidePane) -> list[str]:
    return [line.strip() for line in lines(pane)]


async def test_a_page_and_the_next() -> None:
    async with staged(GuidePane(), 40, 10) as (stage, pilot):
        pane = stage.widget
        assert isinstance(pane, GuidePane)
        pane.show(LONG)
        await settle(pilot)
        assert shown(pane)[:4] == ["[b]Long[/b]", "[/]", "", f"Known  {'word ' * 6}".strip()]
        pane.scroll_end(animate=False, immediate=True)
        await settle(pilot)
        assert shown(pane)[-2:] == ["Read on", "1 ● On"]
        pane.show(CARD)
        await settle(pilot)
        assert pane.scroll_y == 0
        assert not pane.show_vertical_scrollbar
        assert shown(pane) == ["GET HELP", "Call now.", "", "", "", "DO  rest", *[""] * 4]


async def test_a_click_on_a_line_to_read_on_at_is_its_number() -> None:
    async with staged(GuidePane(), 40, 10) as (stage, pilot):
        pane = stage.widget
        assert isinstance(pane, GuidePane)
        pane.show(LONG)
        pane.scroll_end(animate=False, immediate=True)
        await settle(pilot)
        await pilot.click(pane, Offset(3, 8))
        await pilot.click(pane, Offset(3, 9))
        assert stage.told == [GuidePane.Jumped(1)]


async def test_in_another_window_it_is_broken_anew() -> None:
    async with staged(GuidePane(), 40, 12) as (stage, pilot):
        pane = stage.widget
        assert isinstance(pane, GuidePane)
        pane.show(Page("", parts=(Part("", "word " * 20),)))
        await settle(pilot)
        few = len([line for line in shown(pane) if line])
        await pilot.resize_terminal(20, 12)
        await settle(pilot)
        assert len([line for line in shown(pane) if line]) > few


async def test_a_line_to_read_on_at_is_never_cut() -> None:
    async with staged(GuidePane(), 24, 12) as (stage, pilot):
        stage.query_one(GuidePane).show(
            Page("Sets", jumps=(Jump("", "set 1: 45 kg × 10 · Leg curl"),))
        )
        await settle(pilot)
        shown = [line.rstrip() for line in lines(stage.query_one(GuidePane))]
        at = next(i for i, line in enumerate(shown) if line.startswith("1"))
        assert shown[at : at + 2] == ["1   set 1: 45 kg × 10", "    · Leg curl"]
