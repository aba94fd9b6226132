"""Every key and click of a run, as an input for the coach."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType
from textual.css.query import DOMQuery
from textual.reactive import reactive

from relief_tui.coach import inputs as press
from relief_tui.coach.keys import digit
from relief_tui.coach.step import Phase
from relief_tui.coach.view import View
from relief_tui.conductor import Conductor
from relief_tui.screens.room import RoomScreen
from relief_tui.screens.run_keys import IN_A_WORKOUT, RUN_BINDINGS
from relief_tui.widgets.asking import Ask
from relief_tui.widgets.checklist import RoutineLines
from relief_tui.widgets.tiles import CheckTiles

if TYPE_CHECKING:  # no relief has to wait for it
    from relief_tui.coach.workout import Workout
    from relief_tui.coach.workout.card import WorkoutView
    from relief_tui.screens.workout_keys import SetPresses
    from relief_tui.wishes import WorkoutWish

_PLANNED = (Phase.SET, Phase.SET_REST)
"""Phases in which the set that comes can be planned."""
_OF_SETS = frozenset({"mine", "later", "tempo"})
"""What can be done in a workout only."""


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

    def drink(self) -> bool:
        """A sip in a workout, which answers the reminder; False where there is none to note it."""
        before = self.view.workout if self.view else None
        if before is not None:
            self.send(press.Drink())
        after = self.view.workout if self.view else None
        return before is not None and after is not None and after.sips > before.sips

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
        """Undo; nothing goes on saying what was taken back, such as a sip."""
        if self.view is not None and self.view.can_undo:
            self.app.clear_notifications()
        self.send(press.Undo())

    def action_stop(self) -> None:
        """Stop and keep."""
        self.send(press.Stop())

    def action_digit(self, number: int) -> None:
        """A number; in a workout that of the repetitions."""
        if self.planned is not None:
            view, card, _ = self.planned
            self._sets.digit(view, card, number)
        elif self.view is not None:
            self.send(digit(self.view, number))

    def action_move(self, across: int, down: int) -> None:
        """Arrows choose at the check, and among the lines of a routine; in a workout they plan."""
        if self.view is not None and self.view.checking:
            self.query_one(CheckTiles).move(across, down)
        elif self._warming and down:
            self._lines.first().move(down)
        elif self.planned is not None:
            self._sets.move(*self.planned, across, down)

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

    # The sets of a workout

    @cached_property
    def _sets(self) -> SetPresses:
        from relief_tui.screens.workout_keys import SetPresses

        return SetPresses(self.send, self.conductor.now)

    @property
    def planned(self) -> tuple[View, WorkoutView, Workout] | None:
        """The moment, the card, the plan, while the set that comes can be planned."""
        view = self.view
        if view is None or view.workout is None or view.phase not in _PLANNED:
            return None
        return view, view.workout, cast("Workout", self.conductor.plan)

    def plan_set(self, wish: WorkoutWish) -> None:
        """What was chosen from the list of exercises."""
        if self.planned is not None:
            self._sets.take(wish)

    def action_mine(self) -> None:
        """One's own load, against the advice; or what is advised after all."""
        if self.planned is not None:
            view, card, _ = self.planned
            self._sets.mine(view, card)

    def action_later(self) -> None:
        """Not now: a sip is asked about later."""
        self.send(press.Snooze(self._step))

    def action_tempo(self) -> None:
        """A metronome, or none."""
        if self.planned is not None:
            self._sets.tempo(*self.planned)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What belongs to a workout can be done in one."""
        del parameters
        return action not in _OF_SETS or (self.view is not None and self.view.workout is not None)

    def told_here(self, words: str) -> str:
        """In a workout what the key does there, elsewhere what it does everywhere else."""
        at = words.lower().find(IN_A_WORKOUT)
        if at < 0:
            return words
        own = words[at + len(IN_A_WORKOUT) :]
        trains = self.view is not None and self.view.workout is not None
        return f"{own[:1].upper()}{own[1:]}" if trains or not at else words[:at].rstrip("; ")

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
