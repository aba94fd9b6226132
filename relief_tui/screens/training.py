"""Which exercise, with which load, for how many sets? Enter starts with what stands there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Input, Static

from relief_tui.coach.workout.card import LONGEST_NAME, shown
from relief_tui.coach.workout.planning import Number, stepped, with_load
from relief_tui.report.exercises import Exercises, read_exercise
from relief_tui.screens.digits import NUMBERS
from relief_tui.screens.room import RoomScreen
from relief_tui.widgets.guidefield import GuideField
from relief_tui.widgets.keyline import Key, KeyLine
from relief_tui.widgets.keyrow import KeyRow, Piece
from relief_tui.widgets.lighter import RULE_OF_THUMB
from relief_tui.widgets.routines import RoutineList, RoutineRow
from relief_tui.wishes import WorkoutWish

_MOST = 10**6
"""Farther than any list is long."""
_NAMES = 28
"""Columns for a name, before there are any for what speaks for it."""
_REASONS = 40
"""Columns at most for what speaks for it."""
_HINT = "its name, and its load: Cable curl 20 kg"
FIELDS: tuple[Number, ...] = ("load", "reps", "sets")


class TrainingScreen(RoomScreen[None]):
    """``start`` is given what was chosen. ``fresh`` tells whether the list is still true: after a
    cramp that came meanwhile it is not, and is closed."""

    CSS_PATH = "training.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,p", "move(-1)", "The one above", id="sets-up"),
        Binding("down,n", "move(1)", "The one below", id="sets-down"),
        Binding("pageup", "page(-1)", "A page up", id="sets-page-up"),
        Binding("pagedown", "page(1)", "A page down", id="sets-page-down"),
        Binding("home", f"move(-{_MOST})", "The first", id="sets-first"),
        Binding("end", f"move({_MOST})", "The last", id="sets-last"),
        Binding("enter,space", "start", "Start with it", id="sets-start"),
        Binding("tab", "field(1)", "Load, reps, sets: the next of them", id="sets-field"),
        Binding("shift+tab", "field(-1)", "The one before", id="sets-field-before"),
        Binding("left", "change(-1)", "Less of it", id="sets-less"),
        Binding("right,plus,equals_sign", "change(1)", "More of it", id="sets-more"),
        Binding("slash", "own", "An exercise of your own, by typing", id="sets-own"),
        Binding("escape", "leave", "Back", id="sets-back"),
        *(
            Binding(keys, f"start_line({n})", "Start with that one", id=f"sets-{n}")
            for n, keys in enumerate(NUMBERS, start=1)
        ),
    ]

    field: reactive[int] = reactive(0, init=False)

    def __init__(
        self,
        exercises: Exercises,
        start: Callable[[WorkoutWish], None],
        fresh: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._fresh = fresh
        self._exercises = exercises
        self._start = start
        self._list = RoutineList(
            self._row,
            len(exercises.names),
            exercises.parted_at,
            heading=exercises.heading,
            names=_NAMES,
            takes=_REASONS,
        )
        marked = exercises.index_of(exercises.plan.exercise) or 0
        self._list.set_reactive(RoutineList.marked, marked)
        self._plan = exercises.planned(marked)

    def compose(self) -> ComposeResult:
        """Title, the list, the marked one and what would be planned of it, footer."""
        with Horizontal(id="title"):
            yield Static("TRAINING", id="name", markup=False)
            yield Static(id="context", classes="context", markup=False)
        yield self._list
        yield Static(id="about", markup=False)
        yield KeyRow(id="dose", classes="words")
        yield GuideField(_HINT)
        yield KeyLine()

    def on_mount(self) -> None:
        """The marked line, and what would be planned."""
        field = self.query_one(GuideField)
        field.display, field.max_length = False, LONGEST_NAME
        self._show()
        self.watch(self._list, "marked", self._mark, init=False)

    def on_screen_resume(self) -> None:
        """Another screen lay above it."""
        if not self._fresh():
            self.dismiss(None)

    def resized(self, size: Size) -> None:
        """The title names the columns that there are."""
        del size
        self.call_after_refresh(self._name_columns)

    def _name_columns(self) -> None:
        told = "what speaks for it, last set" if self._list.tells_takes else "last set"
        self.query_one("#context", Static).update(told)

    def _row(self, index: int) -> RoutineRow:
        row = self._exercises.row(index)
        return RoutineRow(row.name, "", row.why, row.last)

    def _mark(self) -> None:
        sets = self._plan.sets
        self._plan = replace(self._exercises.planned(self._list.marked), sets=sets)
        self._show()

    def _show(self) -> None:
        plan = self._plan
        lower = plan.advice.lower
        about = [Content.styled(shown(plan.exercise), "bold")]
        if lower is not None:
            about.append(Content(f"LOWER THE WEIGHT {lower.words}   {RULE_OF_THUMB}"))
        else:
            last = self._exercises.row(self._list.marked).last
            about.append(Content(f"last time {last}" if last else plan.known.why))
        self.query_one("#about", Static).update(Content("\n").join(about))
        self.query_one("#dose", KeyRow).pieces = tuple(self._pieces())
        self.query_one(KeyLine).keys = (
            Key("ENTER", "start", "start"),
            Key("tab", FIELDS[(self.field + 1) % len(FIELDS)], "field(1)"),
            Key("/", "your own", "own"),
            Key("esc", "back", "leave"),
            Key("?", "help", "app.help"),
        )

    def _pieces(self) -> list[Piece]:
        """The three numbers; the one that can be changed now between its keys."""
        plan, pieces = self._plan, list[Piece]()
        load = str(plan.load) if plan.load else "load ?"
        for index, words in enumerate((load, f"{plan.reps} reps", f"{plan.sets} sets")):
            pieces.append("    " if index else "")
            if index == self.field:
                pieces += [Key("←", "", "change(-1)"), f" {words} ", Key("→", "", "change(1)")]
            else:
                pieces.append(Key("", words, f"pick({index})"))
        return pieces

    def watch_field(self) -> None:
        """Another number can be changed."""
        self._show()

    # Choosing

    def action_move(self, by: int) -> None:
        """The line above or below."""
        self._list.marked += by

    def action_page(self, by: int) -> None:
        """As far as can be seen."""
        self._list.marked += by * max(1, self._list.size.height - 1)

    def action_field(self, by: int) -> None:
        """The next of the numbers, or the one before."""
        self.field = (self.field + by) % len(FIELDS)

    def action_pick(self, field: int) -> None:
        """This number."""
        self.field = field

    def action_change(self, by: int) -> None:
        """More or less of the number: the load by a step of the equipment."""
        self._plan = stepped(self._plan, FIELDS[self.field], by)
        self._show()

    def action_start(self) -> None:
        """Start with what stands there."""
        plan = self._plan
        self._start(WorkoutWish(plan.exercise, plan.load, plan.sets, plan.reps, own=True))

    def action_start_line(self, number: int) -> None:
        """Start with the one of that number."""
        if number <= len(self._exercises.names):
            self._list.marked = number - 1
            self.action_start()

    def on_routine_list_clicked(self, message: RoutineList.Clicked) -> None:
        """A click marks a line, another one starts with it."""
        message.stop()
        if message.index == self._list.marked:
            self.action_start()
        else:
            self._list.marked = message.index

    def action_leave(self) -> None:
        """Close the field; without it, back to where this was called from."""
        if self.query_one(GuideField).display:
            self._close_field()
        else:
            self.dismiss(None)

    # One's own

    def action_own(self) -> None:
        """An exercise that stands nowhere is typed."""
        field = self.query_one(GuideField)
        field.display = True
        self.set_class(True, "-typing")
        self.set_focus(field)  # at once: the next key is for the field already

    def _close_field(self) -> None:
        field = self.query_one(GuideField)
        field.value, field.display = "", False
        self.set_class(False, "-typing")
        self.set_focus(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """What was typed is marked; a load alone is for the one that is."""
        event.stop()
        try:
            name, load = read_exercise(event.value, self._plan.equipment.unit)
        except ValueError as error:
            about = self.query_one("#about", Static)  # a toast would lie over the field
            about.update(Content.styled(f"{error}.", "bold"))
            return
        if name:
            self._take(name)
        if load is not None:
            self._plan = with_load(self._plan, load)
            self._show()
        self._close_field()

    def _take(self, name: str) -> None:
        index = self._exercises.index_of(name)
        if index is None:
            self._exercises, index = self._exercises.with_own(name), 0
            self._list.grow(len(self._exercises.names), self._exercises.parted_at)
        self._list.marked = index
        self._mark()
