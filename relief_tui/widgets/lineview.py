"""A view of lines that change at every key: no layout waits behind what is typed."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView


class LineView(ScrollView, can_focus=False):
    """Scrolls up and down over lines that the widget paints by itself.

    Textual lays out the whole screen anew for every other number of lines, and paints the scroll
    bars a frame after it. Here only a scroll bar that comes or goes asks for that.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def hold(self, count: int) -> None:
        """So many lines from now on."""
        high = self.size.height
        self.virtual_size = Size(0, count)
        if not high:
            return  # it is not seen: its first size will tell
        self.show_vertical_scrollbar = count > high
        if count > high:
            bar = self.vertical_scrollbar
            bar.display = True
            bar.window_virtual_size, bar.window_size = count, high
        self.refresh()
