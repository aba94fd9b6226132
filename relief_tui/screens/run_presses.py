"""Every key and click of a run, as an input for the coach."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.css.query import DOMQuery
from textual.reactive import reactive

from relief_tui.coach import inputs as press
from relief_tui.coach.keys import digit
from relief_tui.coach.step import Phase
from relief_tui.coach.view import View
from relief_tui.conductor import Conductor
from relief_tui.screens.room import RoomScreen
from relief_tui.screens.run_keys import RUN_BINDINGS
from relief_tui.widgets.asking import Ask
from relief_tui.widgets.checklist import RoutineLines
from relief_tui.widgets.tiles import CheckTiles


class RunPresses(RoomScreen[None]):
    """Passes every press on to the conductor, aimed at what the person saw."""

    BINDINGS: ClassVar[list[BindingType]] = RUN_BINDINGS

    view: reactive[View | None] = reactive(None, init=False, repaint=False)
    conductor: Conductor
    help_due = False
    """Red-flag cards are about to be shown: nothing may be left before they were seen."""

    def show(self, view: View) -> None:
        """Show ``view``."""
        raise NotImplementedError

    def send(self, input: press.Input | None) -> None:
        """Pass a press on."""
        if input is not None:
            self.show(self.conductor.handle(input))

    def wait(self) -> bool:
        """A pull waits while something else is looked at, a rest goes on; True if it waits now."""
        waits = self.view is not None and self.view.can_wait
        if waits:
            self.send(press.Pause())
        return waits

    @property
    def _step(self) -> int | None:
        return self.view.step if self.view else None

    @property
    def _ended(self) -> bool:
        return self.view is not None and self.view.phase is Phase.OVER

    def action_main(self) -> None:
        """Space."""
        self.action_leave() if self._ended else self.send(press.Main(self._step))

    def action_enter(self) -> None:
        """Enter: the framed answer, the chosen line, or next."""
        word, line = self.query_one(CheckTiles).word, self.chosen
        checking = self.view is not None and self.view.checking
        if checking and word is not None:
            self._say(word)
        elif line is not None:
            self._forget()
            self.send(press.Jump(self._step, line))
        else:
            self.action_next()

    def action_next(self) -> None:
        """Next; after the end home, so that two keys are enough for everything."""
        self.action_leave() if self._ended else self.send(press.Next(self._step))

    def action_back(self) -> None:
        """Back."""
        self.send(press.Back(self._step))

    def action_again(self) -> None:
        """Again from the start."""
        self.send(press.Again(self._step))

    def action_adjust(self, seconds: int) -> None:
        """Longer or shorter."""
        self.send(press.Adjust(self._step, float(seconds)))

    def action_other_side(self) -> None:
        """Other leg."""
        self.send(press.OtherSide(self._step))

    def action_other_position(self) -> None:
        """Other position."""
        self.send(press.OtherPosition(self._step))

    def action_undo(self) -> None:
        """Undo."""
        self.send(press.Undo())

    def action_stop(self) -> None:
        """Stop and keep."""
        self.send(press.Stop())

    def action_digit(self, number: int) -> None:
        """A number."""
        if self.view is not None:
            self.send(digit(self.view, number))

    def action_move(self, across: int, down: int) -> None:
        """Arrows choose at the check, and among the lines of a routine."""
        if self.view is not None and self.view.checking:
            self.query_one(CheckTiles).move(across, down)
        elif self._warming and down:
            self._lines.first().move(down)

    def action_tick(self) -> None:
        """The chosen line of a routine is done, or the one that runs."""
        if self._warming:
            line = self.chosen
            self._forget()
            self.send(press.Tick(self._step, line))

    def action_leave(self) -> None:
        """Home, once the run is over; a routine or a workout stays where it stands, to be gone on
        with."""
        if self.view is not None and self.view.waits:
            self.conductor.leave()
            self.dismiss(None)
        elif self.view is not None and self.view.ending is not None and not self.help_due:
            self.dismiss(None)

    # The lines of a routine

    @property
    def _warming(self) -> bool:
        return self.view is not None and self.view.warming

    @property
    def _lines(self) -> DOMQuery[RoutineLines]:
        return self.query(RoutineLines)

    @property
    def chosen(self) -> int | None:
        """The line of a routine that was chosen."""
        return self._lines.first().chosen if self._warming and self._lines else None

    def _forget(self) -> None:
        for lines in self._lines:
            lines.forget()

    def on_routine_lines_started(self) -> None:
        """The second click on a line."""
        self.action_enter()

    def on_check_tiles_chosen(self, message: CheckTiles.Chosen) -> None:
        """A click on an answer."""
        self._say(message.word)

    def on_ask_answered(self, message: Ask.Answered) -> None:
        """A click on a line."""
        if self.view is not None:
            self.send(digit(self.view, message.number, click=True))

    def _say(self, word: str) -> None:
        step = self._step
        self.send(press.Worse(step) if word == "worse" else press.Answer(step, word))
