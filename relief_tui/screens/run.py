"""The screen of a run: it shows the view the conductor gives it and passes every press on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from time import monotonic

from textual.color import Color
from textual.message import Message
from textual.timer import Timer

from relief_tui.blocks.poses import FRAMES
from relief_tui.coach import inputs as press
from relief_tui.coach.plan import Ending
from relief_tui.coach.step import Phase, Side
from relief_tui.coach.view import View
from relief_tui.conductor import Conductor
from relief_tui.screens.light import (
    FLASH_S,
    LIFT,
    Flashes,
    from_afar,
    goes,
    news,
    reminded,
)
from relief_tui.screens.run_face import RunFace
from relief_tui.screens.run_words import title
from relief_tui.screens.terminal_signals import WindowTitle, notify_outside, writer
from relief_tui.settings import Settings
from relief_tui.widgets.words import Words

REPAINT_S = 0.25
"""The bar moves in whole cells, at most four times a second."""


class RunScreen(RunFace):
    """One run of the coach, from its first step to its last line."""

    CSS_PATH = "run.tcss"

    @dataclass
    class HelpDue(Message):
        """The run ended with red-flag cards, most urgent first."""

        cards: tuple[str, ...]

    @dataclass
    class LeadsOn(Message):
        """The run ended, and another follows from it: a light set, or relief."""

        ending: Ending

    def __init__(
        self,
        conductor: Conductor,
        settings: Callable[[], Settings],
        *,
        look_again: Callable[[Conductor], View],
        ago_s: float = 0.0,
    ) -> None:
        super().__init__(conductor, settings, ago_s=ago_s)
        self._look_again = look_again
        self._timer: Timer | None = None
        self.help_due = False
        self.waiting = False
        self._flashes = Flashes()
        self._lifted = False
        self._touched = conductor.now()
        self._title: WindowTitle | None = None

    def on_mount(self) -> None:
        """Show the first view; from here on time drives the screen."""
        self._title = WindowTitle(writer(self.app))
        self.show(self._first)

    def on_screen_resume(self) -> None:
        """Cards that were due have been seen; a setting may be another, or the journal."""
        self.help_due = False
        self.reload()

    def reload(self) -> None:
        """A workout knows what was set or written meanwhile; below another run it waits for that
        until it goes on."""
        shown = self.view is not None and self.view.workout is not None
        if shown and not self.waiting and self.is_mounted:
            self.show(self._look_again(self.conductor))

    def on_unmount(self) -> None:
        """No tick after the end."""
        if self._timer is not None:
            self._timer.stop()
        if self._title is not None:
            self._title.restore()

    def stand_still(self) -> None:
        """Wait below another run. A line that waits for a key does not count down, and cannot be
        paused: for it nobody is there until the next tick."""
        self.wait()
        self.waiting = True
        if self._timer is not None and self.view is not None and not self.view.paused:
            self._timer.stop()

    def play(self, conductor: Conductor) -> None:
        """Another run takes this screen."""
        self.conductor = conductor
        self.waiting = False
        self.show(conductor.begin())

    @property
    def leg(self) -> Side | None:
        """The leg the run is for, as far as it was named."""
        return self.view.side if self.view else None

    @property
    def set_waits(self) -> bool:
        """True while a set of a workout waits: no timer runs."""
        return self.view is not None and self.view.phase is Phase.SET

    # Somebody is there

    def on_key(self) -> None:
        """Any key brings back what was left out for somebody who looks from afar."""
        self._touch()

    def on_mouse_move(self) -> None:
        """The mouse as well."""
        self._touch()

    def _touch(self) -> None:
        self._touched = self.conductor.now()
        if self.far:
            self.far = False
            self.paint()

    # Time

    def show(self, view: View) -> None:
        """Show ``view`` and ask to be woken when something changes."""
        self.far = from_afar(view, self.conductor.now() - self._touched)
        before, self.view = self.view, view
        if before is not None and before.phase is not view.phase:
            self._lie_on(None)  # the ground of a flash is not that of the next phase
        if goes(before, view):
            self._flash(view)
        self._tell_title()
        ending = view.ending
        if ending is not None and (before is None or before.ending is None):
            self._ends(ending)
        if self._timer is not None:
            self._timer.stop()
        wait = self.conductor.wait_s()
        if wait is not None:
            self._timer = self.set_timer(min(wait, self._pace_s(view)), self.tick)

    def _pace_s(self, view: View) -> float:
        """Real seconds in which the bar grows by about a cell, or the leg comes to its next frame:
        no need to look sooner. Where nothing moves, what is shown changes with the seconds."""
        still = view.paused or view.phase is Phase.WAITING or not view.segments
        if still or not self.moves:
            return inf
        seconds = sum(segment.seconds for segment in view.segments) / max(1, self.size.width)
        if view.phase in (Phase.EASE_IN, Phase.LET_GO):
            seconds = min(seconds, view.length_s / FRAMES)
        elif view.beat is not None and view.beat.range_deg is not None:
            seconds = 0.0
        return max(REPAINT_S, self.conductor.real(seconds))

    def _flash(self, view: View) -> None:
        """Lift the ground a little for a moment; what fills the whole screen, towards its words."""
        wanted = self.settings().flash and self.moves and not self.app.no_color
        if not (wanted and self.is_current and self._flashes.may(monotonic())):
            return
        colours, tone = self.app.theme_variables, view.phase.tone
        ground, fill = (Color.parse(colours[f"{tone}-{part}"]) for part in ("ground", "fill"))
        if ground == fill:
            fill = Color.parse(colours[f"{tone}-on"])
        self._lie_on(ground.blend(fill, LIFT))
        self.set_timer(FLASH_S, lambda: self._lie_on(None))

    def _lie_on(self, ground: Color | None) -> None:
        """Another ground for a moment. Set directly, it styles nothing anew; but text keeps the
        colours it was written in until it is told."""
        if ground is None and not self._lifted:
            return
        self._lifted = ground is not None
        self.styles.background = ground
        for words in self.query(Words):
            words.notify_style_update()

    def _tell_title(self) -> None:
        if self._title is None or self.view is None:
            return
        wait = self._title.show(title(self.view), monotonic())
        if wait is not None:
            self.set_timer(wait, self._tell_title)

    def _ends(self, ending: Ending) -> None:
        """The run has just ended: what its ending leads to comes at once."""
        if ending.cards:
            self.help_due = True
            self.post_message(self.HelpDue(ending.cards))
        elif ending.then is not None or ending.cramped:
            self.post_message(self.LeadsOn(ending))

    def tick(self) -> None:
        """Time passed; how much, the conductor's clock knows."""
        before, view = self.view, self.conductor.advance()
        self.show(view)
        self._tell_outside(news(before, view))

    def send(self, input: press.Input | None) -> None:
        """Pass a press on; whoever logged a set may look elsewhere already."""
        before = self.view
        super().send(input)
        if self.view is not None:
            self._tell_outside(reminded(before, self.view))

    def _tell_outside(self, words: str) -> None:
        if words:
            notify_outside(self.app, self.settings().notify, words)
