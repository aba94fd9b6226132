"""The picture of the README: the relief screen in a hold, drawn by the app itself."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from relief_tui.app import ReliefApp
from relief_tui.coach.step import Phase, Side
from relief_tui.coach.view import View
from relief_tui.services import Services
from relief_tui.wishes import ReliefOptions
from tests.house.ground import ROOT
from tests.support.clock import FakeClock

PATH = ROOT / "assets" / "relief-screen.svg"
TITLE, SIZE = "relief now --side left", (80, 24)
SECONDS_LEFT = 12

_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_ID = re.compile(r"terminal-\d+")
_HALF_BLOCKS = re.compile(r'<text class="([\w-]+)" x="([\d.]+)" y="([\d.]+)" ([^>]*)>(▄+)</text>')
_CELL_W, _CELL_H, _BASELINE = 12.2, 24.4, 18.5  # of a character, as Rich sets it
_STYLE = re.compile(r"\.([\w-]+) \{ (fill: [^}]*?) \}")


async def draw() -> str:
    """The screen as SVG that fetches nothing and needs no particular font for its digits."""
    clock = FakeClock()
    services = Services(clock=clock)
    services.choose("flash", "false")  # or the picture is of the moment at which the hold begins
    app = ReliefApp(services, ReliefOptions(side=Side.LEFT))
    async with app.run_test(size=SIZE) as pilot:
        run = app.run_screen
        assert run is not None
        while not _is_it(run.view):
            clock.advance(0.5)
            run.tick()
        await pilot.pause()
        svg = app.export_screenshot(title=TITLE)
    return _HALF_BLOCKS.sub(_boxes, _ID.sub("relief", _FONT.sub("", svg)))


def _is_it(view: View | None) -> bool:
    return view is not None and view.phase is Phase.HOLD and view.seconds == SECONDS_LEFT


def _boxes(match: re.Match[str]) -> str:
    """The lower halves of some cells as a box: in a font they leave hairlines."""
    style, x, baseline, _, blocks = match.groups()
    top = float(baseline) - _BASELINE + _CELL_H / 2
    return (
        f'<rect class="{style}" x="{x}" y="{top:g}" width="{_CELL_W * len(blocks):g}"'
        f' height="{_CELL_H / 2 + 0.25:g}" shape-rendering="crispEdges"/>'
    )


def seen(svg: str) -> list[tuple[str, ...]]:
    """What the eye gets of ``svg``: boxes and words, each with its place and its style."""
    styles = dict(_STYLE.findall(svg))
    found = []
    for element in ElementTree.fromstring(svg).iter():
        kind = element.tag.rpartition("}")[2]
        if kind in ("rect", "text"):
            style = styles.get(element.get("class", ""), element.get("fill", ""))
            place = (element.get(name, "") for name in ("x", "y", "width", "textLength"))
            found.append((kind, style, *place, (element.text or "").strip()))
    return found
