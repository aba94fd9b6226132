"""The reading pane: text is text, a card calls for help, a page begins at its beginning."""

from __future__ import annotations

from textual.widgets import Static

from relief_tui.widgets.guidepane import GuidePane, Jump, JumpLine, Page, Part
from tests.support.pilot import settle
from tests.widgets.stage import staged

LONG = Page("[b]Long[/b]", "[/]", (Part("Known", "word " * 400),), jumps=(Jump("●", "On"),))
CARD = Page("", parts=(Part("DO", "rest"),), help="GET HELP", call="Call now.")


def shown(pane: GuidePane, id: str) -> str:
    widget = pane.query_one(id, Static)
    return str(widget.render()) if widget.display else ""


async def test_a_page_and_the_next() -> None:
    async with staged(GuidePane(), 40, 10) as (stage, pilot):
        pane = stage.widget
        assert isinstance(pane, GuidePane)
        pane.show(LONG)
        await settle(pilot)
        assert shown(pane, "#page").startswith("[b]Long[/b]\n[/]\n\nKnown  word word")
        assert shown(pane, "#help") == ""
        pane.scroll_end(animate=False, immediate=True)
        await settle(pilot)
        assert pane.scroll_y > 0
        assert [str(line.render()) for line in pane.query(JumpLine) if line.display] == ["1 ● On"]
        pane.show(CARD)
        await settle(pilot)
        assert pane.scroll_y == 0
        assert shown(pane, "#help") == "GET HELP"
        assert shown(pane, "#call") == "Call now."
        assert not [line for line in pane.query(JumpLine) if line.display]
