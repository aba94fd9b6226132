"""The screen of a run: it shows the view the conductor gives it and passes every press on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.timer import Timer

from relief_tui.coach.plan import Ending
from relief_tui.coach.relief import Relief
from relief_tui.coach.step import Phase, Side, Tone
from relief_tui.coach.view import View
from relief_tui.conductor import Conductor
from relief_tui.screens.run_keys import keys_of
from relief_tui.screens.run_presses import RunPresses
from relief_tui.screens.run_words import (
    band,
    cue,
    digits_words,
    heading,
    notes,
    set_words,
    sips,
    standing,
    status,
    status_right,
)
from relief_tui.screens.warmup_words import passed_over
from relief_tui.widgets.asking import Ask
from relief_tui.widgets.band import Band
from relief_tui.widgets.bar import BarValue, RoundBar
from relief_tui.widgets.blocks import Digits
from relief_tui.widgets.checklist import RoutineLines
from relief_tui.widgets.firstfield import FirstField
from relief_tui.widgets.heading import Heading
from relief_tui.widgets.keyline import KeyLine
from relief_tui.widgets.lighter import LoadPlan
from relief_tui.widgets.range import RangeBar
from relief_tui.widgets.tiles import CheckTiles
from relief_tui.widgets.words import Words

if TYPE_CHECKING:  # no relief has to wait for it
    from relief_tui.widgets.setcard import SetCard

REPAINT_S = 0.25
"""The bar moves in whole cells, at most four times a second."""
RED_FLAG_WORDS = "pop, numb, swelling, feel ill"
FAINT = 0.45
"""How opaque the digits are while they stand still; set directly, it styles nothing anew."""


class RunScreen(RunPresses):
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

    def __init__(self, conductor: Conductor, *, ago_s: float = 0.0) -> None:
        super().__init__()
        self.conductor = conductor
        self._timer: Timer | None = None
        self.help_due = False
        self.waiting = False
        self._plan: LoadPlan | None = None
        self._set: SetCard | None = None
        self._range: RangeBar | None = None
        self._checklist: RoutineLines | None = None
        self._first = conductor.begin(ago_s=ago_s)
        self._dress(self._first)  # before anything is styled for the first time

    def compose(self) -> ComposeResult:
        """Band, status, what is held or asked, bar, cue, footer."""
        yield Band(classes=f"fill-{self._first.phase.tone}")
        yield FirstField(classes="fill-ease-out")
        with Horizontal(id="status"):
            yield Words(id="status-line", classes="words")
            yield Words(id="status-right", classes="dim")
        yield Heading(id="heading")
        yield Words(id="notes", classes="words")
        with Container(id="split"):
            yield Digits(id="count")
            yield CheckTiles()
            yield Ask(classes="words")
            yield Words(id="ending", classes="words")
        yield RoundBar()
        yield Words(id="cue", classes="words")
        yield KeyLine(classes="words")

    def on_mount(self) -> None:
        """Show the first view; from here on time drives the screen."""
        self.show(self._first)

    def resized(self, size: Size) -> None:
        """The field of the first cue keeps its place; the lines know their room."""
        self.query_one(FirstField).fit(size.height)
        self.query_one("#heading", Heading).widest = 1.0 if self.room_class == "m" else 0.72
        if self.view is not None:
            self.watch_view(self.view)

    def on_screen_resume(self) -> None:
        """Cards that were due have been seen."""
        self.help_due = False

    def on_unmount(self) -> None:
        """No tick after the end."""
        if self._timer is not None:
            self._timer.stop()

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

    # Time

    def show(self, view: View) -> None:
        """Show ``view`` and ask to be woken when something changes."""
        before, self.view = self.view, view
        ending = view.ending
        if ending is not None and (before is None or before.ending is None):
            self._ends(ending)
        if self._timer is not None:
            self._timer.stop()
        wait = self.conductor.wait_s()
        if wait is not None:
            moving = not view.paused and view.phase is not Phase.WAITING and bool(view.segments)
            self._timer = self.set_timer(
                min(wait, self._cell_s(view)) if moving else wait, self.tick
            )

    def _cell_s(self, view: View) -> float:
        """Real seconds in which the bar grows by about a cell: no need to look sooner."""
        seconds = sum(segment.seconds for segment in view.segments) / max(1, self.size.width)
        return max(REPAINT_S, self.conductor.real(seconds))

    def _ends(self, ending: Ending) -> None:
        """The run has just ended: what its ending leads to comes at once."""
        if ending.cards:
            self.help_due = True
            self.post_message(self.HelpDue(ending.cards))
        elif ending.then is not None or ending.cramped:
            self.post_message(self.LeadsOn(ending))

    def tick(self) -> None:
        """Time passed; how much, the conductor's clock knows."""
        self.show(self.conductor.advance())

    # Painting

    def watch_view(self, view: View | None) -> None:
        """Hand the view to the widgets; each repaints what changed."""
        if view is None or not self.is_mounted:
            return
        self._dress(view)
        top, tone = self.query_one(Band), view.phase.tone
        top.update_classes({f"fill-{each}": each is tone for each in Tone})
        top.value = band(view, showing_digits=not self._split(view))
        saved = self.conductor.log.saved
        room, practice = self.room_class, self.conductor.practice
        self._write("status-line", Content(status(view, saved=saved, room=room)))
        self._write("status-right", Content(status_right(view, practice=practice, room=room)))
        count = self.query_one("#count", Digits)
        count.words = digits_words(view)
        count.styles.opacity = FAINT if view.paused else 1.0
        self.query_one(RoundBar).value = BarValue(
            view.segments, view.current, view.piece_done, passed_over(view)
        )
        self.query_one("#heading", Heading).words = heading(view)
        self._show_lines(view)
        cols = self.query_one("#cue").content_size.width or self.size.width - 4
        self._write("cue", cue(view, room, cols=cols, chosen=self.chosen))
        self._write("notes", notes(view, self.conductor.log.troubles, room))
        self._show_plan(view)
        self._show_range(view)
        self._show_set(view)
        footer = self.query_one(KeyLine)
        footer.keys = keys_of(
            view,
            chosen=self.chosen is not None,
            sips=sips(view),
            why=self._asks_why,
        )
        footer.full_words = "" if view.ending or view.phase is Phase.SET else RED_FLAG_WORDS
        ask = self.query_one(Ask)
        ask.question = view.question if view.list_open else None
        ask.typed = view.typed
        self.query_one(CheckTiles).asked = view.checking
        if view.ending is not None:
            between = "\n" if self.room_class in ("tiny", "xs", "s") else "\n\n"
            self._write("ending", Content(between.join(view.ending.lines)))

    def on_routine_lines_chosen(self) -> None:
        """Another line of a routine is chosen: cue and footer say what can be done with it."""
        self.watch_view(self.view)

    def _show_plan(self, view: View) -> None:
        """The plan, mounted when there is one: no start has to wait for it."""
        if view.phase is not Phase.PLAN or view.lighter is None:
            return
        self._plan_card().show(view.lighter, view.details)

    def _plan_card(self) -> LoadPlan:
        if self._plan is None:
            self._plan = LoadPlan()
            self.query_one("#split").mount(self._plan, before=0)
        return self._plan

    def _show_set(self, view: View) -> None:
        """What belongs to the set of a workout, in a workout only."""
        words = set_words(view)
        if words is None:
            return
        if self._set is None:
            from relief_tui.widgets.setcard import SetCard  # no relief has to wait for it

            self._set = SetCard()
            self.mount(self._set, after="#split")
            self.call_after_refresh(self.show_own_keys)
        letters = {"l": 1, "xl": 2}.get(self.room_class, 0)
        self._set.show(words.name, tuple(words.rows(self.room_class)), letters=letters)
        if words.lowering and words.card.lower is not None:
            self._plan_card().show(words.card.lower, words.details(self.room_class))
        if words.off:
            self._write("ending", words.over_today)

    def _show_range(self, view: View) -> None:
        """The range bar, in a set by metronome only."""
        if view.beat is None or view.beat.range_deg is None:
            return
        if self._range is None:
            self._range = RangeBar()
            self.mount(self._range, after="#split")
        self._range.stop_deg = view.beat.range_deg
        self._range.reach = view.beat.reach

    def _show_lines(self, view: View) -> None:
        """The lines of a routine, in a routine only."""
        if view.checklist is None:
            return
        if self._checklist is None:
            self._checklist = RoutineLines(classes="words")
            self.query_one("#split").mount(self._checklist, before=0)
        self._checklist.value = view.checklist

    @property
    def _asks_why(self) -> bool:
        """True at the end of a cramp that was kept and calls for no card."""
        plan = self.conductor.plan
        if not isinstance(plan, Relief) or plan.ending is None or self.conductor.practice:
            return False
        return plan.heard and not plan.ending.cards

    def _write(self, id: str, text: Content) -> None:
        self.query_one(f"#{id}", Words).say(text)

    def _split(self, view: View) -> bool:
        """True where a list takes the place of the digits."""
        wide = self.room_class in ("l", "xl") and view.phase is not Phase.PLAN
        return view.list_open and not wide

    def _dress(self, view: View) -> None:
        """State as classes: the style sheet says how it looks."""
        sets = set_words(view)
        states = {
            "-start": view.phase is Phase.START,
            "-check": view.checking,
            "-list": view.list_open,
            "-notes": bool(standing(view)) or bool(self.conductor.log.troubles),
            "-after": view.lowering,
            "-plan": view.phase is Phase.PLAN,
            "-beat": view.beat is not None and view.beat.range_deg is not None,
            "-over": view.phase is Phase.OVER,
            "-bare": not view.segments,
            "-warm": view.checklist is not None,
            "-sets": sets is not None,
            "-lower": sets is not None and sets.lowering,
            "-off": sets is not None and sets.off,
        }
        grounds = {f"ground-{each}": each is view.phase.tone for each in Tone}
        self.update_classes(grounds | states)
