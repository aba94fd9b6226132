"""The app in front of a test: press keys, click words, let time pass, read the screen.

    async with app_at(80, 24, ReliefOptions(side=Side.LEFT)) as face:
        await face.until(Phase.CHECK)
        await face.press("1")
        assert "LOWER THE WEIGHT" in face.text

No time passes but by ``wait``, ``until`` and ``clock.advance``.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sized
from contextlib import asynccontextmanager
from typing import Any

from rich.cells import cell_len
from textual.events import MouseScrollDown, Resize
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.pilot import Pilot

from relief_tui import process
from relief_tui.app import ReliefApp
from relief_tui.coach.inputs import Input
from relief_tui.coach.step import Phase
from relief_tui.coach.training import TRAINING_S
from relief_tui.coach.view import View
from relief_tui.journal.cutoff import Alive
from relief_tui.screens.run import RunScreen
from relief_tui.services import Services
from relief_tui.wishes import ReliefOptions, Wish
from tests.support.clock import FakeClock

TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
"""What the app is painted for, whatever the tests run in."""

_MOST_STEPS = 3000
"""More wake-ups than any run has: beyond them a phase is never going to come."""
_BREATH_S = 0.002
"""How long the loop sleeps while Textual waits, by the clock, to see whether a resize goes on."""


async def settle(pilot: Pilot[Any]) -> None:
    """Let what was asked for be painted: until nothing is left that could run.

    Textual's own ``pause`` asks every widget for a reply instead, which takes most of the time of
    a test, and says nothing of what a widget began meanwhile.
    """
    app, ready = pilot.app, _ready()
    while not app._exit:
        await asyncio.sleep(_BREATH_S if app._resize_event else 0)
        if not ready and not app._resize_event:
            app.screen._on_timer_update()  # paints now what would be painted with the next frame
            if not ready:
                return


def _ready() -> Sized:
    """What the running loop has yet to run, whoever is asking left out."""
    ready: Sized = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    return ready


class QuietPilot(Pilot[None]):
    """A pilot that waits by ``settle``."""

    async def pause(self, delay: float | None = None) -> None:
        """Let what was asked for be painted, which takes as long as it takes."""
        del delay
        await settle(self)


async def resize(pilot: Pilot[Any], cols: int, rows: int) -> None:
    """Give the window another size."""
    size = Size(cols, rows)
    pilot.app.post_message(Resize(size, size))
    await settle(pilot)


class Face:
    """The app as a person meets it, and what it wrote to the journal."""

    def __init__(self, app: ReliefApp, pilot: Pilot[None], clock: FakeClock) -> None:
        self.app, self.pilot, self.clock = app, pilot, clock

    # Seeing

    @property
    def text(self) -> str:
        """The screen as plain text, the blanks at the ends of the lines left out."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def words(self) -> str:
        """The screen as one line of words, however they were broken."""
        return " ".join(self.text.split())

    def part(self, place: str) -> str:
        """What stands in the area of one widget, as one line of words."""
        region = self.app.screen.query_one(place).region
        lines = self.text.split("\n")[region.y : region.bottom]
        return " ".join(" ".join(line[region.x : region.right] for line in lines).split())

    @property
    def footer(self) -> str:
        """The last line."""
        return self.text.split("\n")[-1]

    @property
    def run(self) -> RunScreen:
        """The run on the screen or behind it."""
        run = self.app.run_screen
        assert run is not None, "no run"
        return run

    @property
    def view(self) -> View:
        """What the run shows."""
        assert self.run.view is not None
        return self.run.view

    @property
    def shown(self) -> str:
        """The name of the screen that is in front."""
        return type(self.app.screen).__name__

    def events(self, *kinds: str) -> list[dict[str, Any]]:
        """What the journal holds of these kinds (none: of all), oldest first."""
        entries = self.app.services.log.entries(kinds=kinds or None)
        return [{"kind": entry.kind, **entry.data} for entry in entries]

    def event(self, kind: str) -> dict[str, Any]:
        """The only entry of its kind."""
        [found] = self.events(kind)
        return found

    # Doing

    async def press(self, *keys: str) -> None:
        """Press keys by Textual's names; one character may stand for itself."""
        for key in keys:
            self.app.simulate_key(_character_to_key(key) if len(key) == 1 else key)
            await self.settle()

    async def click(self, words: str) -> None:
        """Click where ``words`` stand; the lowest place, if there are more."""
        for row, line in reversed(list(enumerate(self.text.split("\n")))):
            if words in line:
                await self.click_at(cell_len(line[: line.index(words)]), row)
                return
        raise AssertionError(f"{words!r} is nowhere on the screen:\n{self.text}")

    async def click_at(self, column: int, row: int) -> None:
        """Click a cell of the screen."""
        widget, region = self.app.get_widget_at(column, row)
        await self.pilot.click(widget, offset=(column - region.x, row - region.y))
        await self.settle()

    async def wheel(self, notches: int) -> None:
        """Turn the wheel of the mouse over the middle of the screen, downwards."""
        column, row = self.app.size.width // 2, self.app.size.height // 2
        for _ in range(notches):
            widget, _ = self.app.get_widget_at(column, row)
            turned = MouseScrollDown(
                widget, column, row, 0, 0, 0, shift=False, meta=False, ctrl=False,
                screen_x=column, screen_y=row,
            )  # fmt: skip
            widget.post_message(turned)
            await self.settle()

    async def resize(self, cols: int, rows: int) -> None:
        """Give the window another size."""
        await resize(self.pilot, cols, rows)

    async def settle(self) -> None:
        """Let what was asked for be painted."""
        await settle(self.pilot)

    async def wait(self, seconds: float) -> None:
        """Let time pass as a person sees it: the app wakes whenever something changes."""
        end = self.clock.now() + seconds
        while (left := end - self.clock.now()) > 0:
            wake = self.run.conductor.wait_s()
            self.clock.advance(left if wake is None else min(left, wake))
            self.run.tick()
        await self.settle()

    async def until(self, phase: Phase) -> None:
        """Let time pass until ``phase`` begins; nobody presses a key."""
        self.pass_until(phase)
        await self.look()

    def pass_until(self, phase: Phase) -> None:
        """The same without looking; the screen is painted when ``look`` is called."""
        conductor = self.run.conductor
        view = conductor.advance()
        for _ in range(_MOST_STEPS):
            if view.phase is phase:
                return
            self.clock.advance(conductor.wait_s() or 0.0)
            view = conductor.advance()
        raise AssertionError(f"{phase!r} never came; it is {view.phase!r}")

    def tell(self, *inputs: Input) -> None:
        """Give the run inputs, by whatever key or click; painted when ``look`` is called."""
        for given in inputs:
            self.run.conductor.handle(given)

    async def look(self) -> None:
        """Show where the run stands now."""
        self.run.tick()
        await self.settle()

    def again(self, options: ReliefOptions) -> None:
        """Another run on the same screen, in another training, from its first second; painted by
        ``look``."""
        self.clock.advance(TRAINING_S)
        self.run.conductor = self.app.services.relief(options)
        self.run.conductor.begin()


@asynccontextmanager
async def app_at(
    cols: int = 80,
    rows: int = 24,
    now: Wish | None = None,
    *,
    alive: Alive = process.alive,
    later_s: float = 0.0,
) -> AsyncIterator[Face]:
    """The app in a window of that size, at home or with a run that just began.

    ``alive`` tells which processes still run; ``later_s`` how long after the evening began.
    """
    clock = FakeClock()
    clock.advance(later_s)
    services = Services(clock=clock, alive=alive)
    app = ReliefApp(services, now)
    try:
        async with app.run_test(size=(cols, rows), notifications=True) as pilot:
            face = Face(app, QuietPilot(pilot.app), clock)
            await face.settle()
            yield face
    finally:
        services.close()
