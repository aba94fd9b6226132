"""The keys of a workout: what they do, and which of them the footer shows."""

from __future__ import annotations

from collections.abc import Callable

from relief_tui.coach import inputs as press
from relief_tui.coach.step import Phase
from relief_tui.coach.view import View
from relief_tui.coach.workout import Workout
from relief_tui.coach.workout.card import MOST_REPS, WorkoutView
from relief_tui.coach.workout.planning import stepped
from relief_tui.screens.workout_words import SetWords
from relief_tui.widgets.keyline import Key
from relief_tui.wishes import WorkoutWish

TYPED_S = 1.5
"""A second digit within so many seconds goes on with the number."""

_CRAMP = Key("c", "cramp", "app.cramp")
_OTHER = Key("o", "other", "other_position")
_LIST = Key("t", "all exercises", "app.training")
_BEAT = Key("e", "metronome", "tempo")
_UNDO = Key("u", "undo", "undo")
_STOP = Key("x", "end", "stop")
_PAUSE = Key("SPACE", "pause", "main")
_LAST = (Key("esc", "home", "leave"), Key("?", "help", "app.help"), Key("i", "why", "app.why_this"))


def set_keys(view: View, card: WorkoutView) -> tuple[Key, ...]:
    """The keys of the footer, the most useful first."""
    undo = (_UNDO,) if view.can_undo else ()
    if view.paused:
        return (Key("SPACE", "go on", "main"), Key("r", "restart", "again"), _CRAMP, _STOP, *_LAST)
    if view.phase is Phase.SET:
        beat = () if card.off else (_BEAT,)
        own = _of_a_set(SetWords(view, card))
        stop = () if _STOP in own else (_STOP,)
        choice = () if card.off and not card.swaps else (_LIST,)
        return (*own, *undo, *stop, *choice, *beat, *_LAST)
    if card.resting:
        now = Key("ENTER", "next set", "enter")
        longer = Key("+", "5 s", "adjust(5)")
        return (now, _CRAMP, *undo, _PAUSE, longer, _OTHER, _STOP, _LIST, *_LAST)
    word = "begin" if view.phase is Phase.READY else "stop here"
    return (Key("ENTER", word, "enter"), _CRAMP, _PAUSE, *undo, _STOP, *_LAST)


def _of_a_set(words: SetWords) -> tuple[Key, ...]:
    card = words.card
    if words.off:
        on = (Key("ENTER", "swap", "enter"),) if card.swaps else ()
        return (*on, _CRAMP)
    if card.tempo is not None and card.led is None:
        return (Key("SPACE", "start", "main"), Key("ENTER", "log it", "enter"), _CRAMP, _OTHER)
    if words.all_done:
        return (_OTHER, _STOP, Key("ENTER", "log one more", "enter"), _CRAMP)
    log = f"log {card.dose}" if words.lowering else "log it"
    return (Key("ENTER", log, "enter"), _CRAMP, _OTHER)


class SetPresses:
    """The presses that only a workout knows. ``send`` passes them on; ``clock`` is that of the
    run."""

    def __init__(self, send: Callable[[press.Input], None], clock: Callable[[], float]) -> None:
        self._send = send
        self._clock = clock
        self._reps, self._typed_at, self._typed_in = 0, float("-inf"), -1

    def mine(self, view: View, card: WorkoutView) -> None:
        """Go on with one's own load, against the advice; or with what is advised after all."""
        if card.lower is None or card.off:
            return
        load = card.lower.after if card.own else card.lower.before
        if load is not None:
            self._send(press.SetLoad(view.step, load))

    def tempo(self, view: View, card: WorkoutView, plan: Workout) -> None:
        """A metronome leads the next sets, or no more."""
        self._send(press.SetTempo(view.step, None if card.tempo else plan.script.tempo))

    def move(self, view: View, card: WorkoutView, plan: Workout, across: int, down: int) -> None:
        """A repetition more or less, a step of the equipment heavier or lighter."""
        self._typed_in = -1
        if card.off:
            return
        if across:
            self._send(press.SetReps(view.step, stepped(plan, "reps", across).reps))
        load = stepped(plan, "load", -down).load if down else plan.load
        if load != plan.load:
            self._send(press.SetLoad(view.step, load))

    def digit(self, view: View, card: WorkoutView, number: int) -> None:
        """A number of repetitions, digit by digit; where the exercise is over, another one."""
        if card.off and not card.resting:
            if 0 < number <= len(card.swaps):
                self._send(press.Swap(view.step, card.swaps[number - 1].name))
            return
        now = self._clock()
        goes_on = now - self._typed_at < TYPED_S and view.step == self._typed_in
        more = self._reps * 10 + number if goes_on else number
        self._reps, self._typed_at = (more if more <= MOST_REPS else number), now
        self._typed_in = view.step
        self._send(press.SetReps(view.step, self._reps))

    def take(self, wish: WorkoutWish) -> None:
        """What was chosen from the list."""
        self._send(press.PlanSets(None, wish.exercise, wish.load, wish.reps, wish.sets))
