"""How a run looks: it hands the view to the widgets, and each repaints what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.geometry import Size

from relief_tui.blocks.digits import WIDE
from relief_tui.blocks.figure import Moment
from relief_tui.coach.relief import Relief
from relief_tui.coach.step import Phase, Tone
from relief_tui.coach.view import View
from relief_tui.conductor import Conductor
from relief_tui.screens.pose import moment
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
from relief_tui.settings import Motion, Settings
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
from relief_tui.widgets.words import Parts, Words

if TYPE_CHECKING:
    from relief_tui.widgets.ankle import Ankle
    from relief_tui.widgets.setcard import SetCard

RED_FLAG_WORDS = "pop, numb, swelling, feel ill"
LOW_ROWS = 12
"""In fewer rows than these a list has no room beside anything else."""
FROM_AFAR_WIDE = 1.0
"""Width of a digit over its height, at most, where nothing stands beside them."""
FAINT = 0.45
"""How opaque the digits are while they stand still; set directly, it styles nothing anew."""


class RunFace(RunPresses):
    """Band, figure, digits, bar and words of one view after the other."""

    def __init__(
        self, conductor: Conductor, settings: Callable[[], Settings], *, ago_s: float = 0.0
    ) -> None:
        super().__init__()
        self.conductor = conductor
        self.settings = settings
        self._plan: LoadPlan | None = None
        self._set: SetCard | None = None
        self._range: RangeBar | None = None
        self._checklist: RoutineLines | None = None
        self._ankle: Ankle | None = None
        self.far = self._painted_far = False
        self._first = conductor.begin(ago_s=ago_s)
        self._dress(self._first)  # before anything is styled for the first time

    def compose(self) -> ComposeResult:
        """Band, status, what is held or asked, bar, cue, footer."""
        yield Band(classes=f"fill-{self._first.phase.tone}")
        yield FirstField(classes="fill-ease-out")
        with Horizontal(id="status"):
            yield Parts(id="status-line", classes="words")
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

    def resized(self, size: Size) -> None:
        """The field of the first cue keeps its place; the lines know their room."""
        self.query_one(FirstField).fit(size.height)
        self.query_one("#heading", Heading).widest = 1.0 if self.room_class in ("s", "m") else 0.72
        self.paint()

    # Painting

    def watch_view(self, before: View | None, view: View | None) -> None:
        """Within a second there is nothing to say: only what moves is told."""
        if before is None or view is None or not self._only_moved(before, view):
            self.paint()
        elif self.is_mounted:
            self._move(view)

    def _only_moved(self, before: View, view: View) -> bool:
        beat = before.beat
        if beat is not None and view.beat is not None:
            beat = replace(beat, reach=view.beat.reach)
        card = before.workout
        if card is not None and view.workout is not None:
            card = card.at(view.workout.elapsed_s)
        moved = replace(before, done=view.done, piece_done=view.piece_done, beat=beat, workout=card)
        same = moved == view
        return same and self.far == self._painted_far

    def _move(self, view: View) -> None:
        self.query_one(RoundBar).value = BarValue(
            view.segments, view.current, view.piece_done, passed_over(view)
        )
        self._show_range(view)
        self._show_figure(view)

    def paint(self) -> None:
        """Hand the view to the widgets; each repaints what changed."""
        view = self.view
        if view is None or not self.is_mounted:
            return
        self._painted_far = self.far
        self._dress(view)
        top, tone = self.query_one(Band), view.phase.tone
        top.update_classes({f"fill-{each}": each is tone for each in Tone})
        top.value = band(view, showing_digits=not self._split(view))
        room = self.room_class
        if not self.far:  # where it is not seen, it would ask for room every second
            saved, practice = self.conductor.log.saved, self.conductor.practice
            self._write("status-line", Content(status(view, saved=saved, room=room)))
            self._write("status-right", Content(status_right(view, practice=practice, room=room)))
        count = self.query_one("#count", Digits)
        count.words = digits_words(view)
        count.wide = FROM_AFAR_WIDE if self.far else WIDE
        count.styles.opacity = FAINT if view.paused else 1.0
        self._move(view)
        self.query_one("#heading", Heading).words = heading(view)
        self._show_lines(view)
        cols = self.query_one("#cue").content_size.width or self.size.width - 4
        short = "tiny" if self.far else room
        self._write("cue", cue(view, short, cols=cols, chosen=self.chosen))
        self._write("notes", notes(view, self.conductor.log.troubles, room))
        self._show_plan(view)
        self._show_set(view)
        self._show_answers(view)

    def _show_answers(self, view: View) -> None:
        """The keys, and what they answer."""
        footer = self.query_one(KeyLine)
        footer.keys = keys_of(
            view,
            chosen=self.chosen is not None,
            sips=sips(view),
            why=self._asks_why,
            home=not any(isinstance(each, RunFace) for each in self.app.screen_stack[:-1]),
        )
        footer.full_words = "" if view.ending or view.phase is Phase.SET else RED_FLAG_WORDS
        footer.line = view.line if self.far else ""
        ask = self.query_one(Ask)
        ask.question = view.question if view.list_open else None
        ask.typed = view.typed
        self.query_one(CheckTiles).asked = view.checking
        if view.ending is not None:
            between = "\n" if self.room_class in ("tiny", "xs", "s") else "\n\n"
            self._write("ending", Content(between.join(view.ending.lines)))

    def on_routine_lines_chosen(self) -> None:
        """Another line of a routine is chosen: cue and footer say what can be done with it."""
        self.paint()

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
        room = self.room_class
        letters = {"l": 1, "xl": 2}.get(room, 0)
        self._set.show(words.name, tuple(words.rows(room)), letters=letters)
        if words.lowering and words.card.lower is not None:
            self._plan_card().show(words.card.lower, words.details(room))
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
        self._range.show(view.beat, moves=self.moves)

    @property
    def moves(self) -> bool:
        """False where motion is reduced, here or for every Textual app."""
        return self.settings().motion is Motion.FULL and self.app.animation_level != "none"

    def _moment(self, view: View) -> Moment | None:
        return None if self.far else moment(view, self.room_class, moves=self.moves)

    def _show_figure(self, view: View) -> None:
        """The leg, mounted when there is something to show: no start has to wait for it."""
        drawn = self._moment(view)
        if drawn is None:
            return
        if self._ankle is None:
            from relief_tui.widgets.ankle import Ankle

            self._ankle = Ankle(classes="words")
            self.query_one("#split").mount(self._ankle)
        self._ankle.moment = drawn

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
        drawn, sets = self._moment(view), set_words(view)
        states = {
            "-far": self.far,
            "-low": self.app.size.height < LOW_ROWS,
            "-figure": drawn is not None,
            "-mirrored": drawn is not None and drawn.mirrored,
            "-start": view.phase is Phase.START,
            "-check": view.checking,
            "-list": view.list_open,
            "-notes": bool(standing(view)) or bool(self.conductor.log.troubles),
            "-after": view.lowering,
            "-plan": view.phase is Phase.PLAN,
            "-beat": view.beat is not None and view.beat.range_deg is not None,
            "-over": view.phase is Phase.OVER,
            "-first": view.ending is not None and bool(view.ending.first),
            "-bare": not view.segments,
            "-warm": view.checklist is not None,
            "-sets": sets is not None,
            "-lower": sets is not None and sets.lowering,
            "-off": sets is not None and sets.off,
        }
        grounds = {f"ground-{each}": each is view.phase.tone for each in Tone}
        self.update_classes(grounds | states)
