"""A workout in words: from view to view, what is worth a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from relief_tui.coach.reminders import SIP_NOTED
from relief_tui.coach.step import Phase
from relief_tui.coach.view import View
from relief_tui.coach.workout.card import WorkoutView
from relief_tui.plain.words import RULE_OF_THUMB, Narrator, note_words, standing

LATER = "Later."
TAKEN_BACK = "Taken back: {what}."
_Value = Callable[[WorkoutView], object]
_Words = Callable[[WorkoutView, WorkoutView], str]
TAKEN = "Taken, for one more set: {dose}."
FIRST = "ENTER: done as it says · 8 or 8 45kg: what it was · o swap · i why · c cramp · ? keys"


class WorkoutNarrator(Narrator):
    """Tells a workout: each set and each rest as it begins, what was logged, what is due.

    The advice to lower the weight is told before every set that it concerns. ``sips``: whether a
    drink is spoken of at all.
    """

    def __init__(self, *, sips: bool) -> None:
        super().__init__()
        self._sips = sips
        self._before: View | None = None
        self._notes: set[str] = set()
        self._undoes = self._ways_told = False

    def undoing(self) -> None:
        """The next view is what it was before the last press."""
        self._undoes = True

    def tell(self, view: View) -> list[str]:
        """The lines for ``view``; none if nothing changed that needs a word."""
        last, card = self._before, view.workout
        self._before = view
        if card is None:
            return []
        before = last.workout if last else None
        if last is None or before is None:
            advice = [] if view.phase is Phase.SET else [*_advice(card)]
            asked = [_reminder(card)] if card.reminder else []
            return [*self._step(view, card), *advice, *asked, *self._ways(card)]
        undoes, self._undoes = self._undoes, False
        lines = [
            *(self._undone(card, before, view, last) if undoes else self._answered(card, before)),
            *([] if undoes else _logged(card, before)),
            *self._now(view, card, last, before),
        ]
        if card.reminder and not before.reminder:
            lines.append(_reminder(card))
        return [*lines, *self._ways(card)]

    def _ways(self, card: WorkoutView) -> Iterator[str]:
        """What can be said of the first set, once, where one can be done."""
        if not (self._ways_told or card.done or card.off):
            self._ways_told = True
            yield FIRST

    def _undone(
        self, card: WorkoutView, before: WorkoutView, view: View, last: View
    ) -> Iterator[str]:
        """What an undo took back, the most telling of it."""
        whats = (
            words(card, before)
            for value, words in _TAKEN_BACK
            if value(card) != value(before) and (self._sips or value is not _sips)
        )
        yield TAKEN_BACK.format(what=next(whats, "") or _step_words(view, last))

    def _answered(self, card: WorkoutView, before: WorkoutView) -> Iterator[str]:
        """What became of a sip that was asked about, or had anyhow."""
        if card.sips > before.sips:
            yield from (SIP_NOTED,) if self._sips else ()
        elif before.reminder and not card.reminder:
            yield LATER

    def _now(self, view: View, card: WorkoutView, last: View, before: WorkoutView) -> Iterator[str]:
        """What is different from the view before."""
        if view.step != last.step:
            yield from self._step(view, card)
            return
        if view.paused is not last.paused or view.length_s != last.length_s:
            yield standing(view)
        if _plan(card) != _plan(before) and view.phase is Phase.SET:
            yield from self._step(view, card)
        elif _plan(card) != _plan(before):
            yield from _next(view, card, before)
        if view.beat is not None and (last.beat is None or view.beat.rep != last.beat.rep):
            yield f"rep {view.beat.rep} of {view.beat.reps}"

    def _step(self, view: View, card: WorkoutView) -> Iterator[str]:
        """A step that begins."""
        if view.phase is Phase.SET:
            yield from self._set(view, card)
            return
        yield standing(view)
        if view.next:
            yield f"next: {view.next}"

    def _set(self, view: View, card: WorkoutView) -> Iterator[str]:
        if card.off:
            yield f"{card.exercise}: {card.off}   {RULE_OF_THUMB}"
            yield f"ENTER: {card.swaps[0].name} · x end" if card.swaps else "x end"
            return
        yield standing(view)
        yield from _advice(card)
        if card.tip:
            yield f"{card.tip.words}   {card.tip.evidence}"
        yield from self._once(view)

    def _once(self, view: View) -> Iterator[str]:
        """The notes of the beginning, once; the advice and the sip have a line of their own."""
        card = view.workout
        standing_here = {*card.notes, card.warm_up} if card else set()
        for note in view.notes:
            if note.words in standing_here and note.words not in self._notes:
                self._notes.add(note.words)
                yield note_words(note)


def _advice(card: WorkoutView) -> Iterator[str]:
    """What a cramp before it means for the set that comes."""
    if card.off:
        yield f"{card.off}   {RULE_OF_THUMB}"
    elif card.lower:
        yield f"{card.lower_words}   {RULE_OF_THUMB}"
    if card.watch_words:
        yield card.watch_words


def _reminder(card: WorkoutView) -> str:
    return f"{card.reminder}   d: noted · z: later"


def _logged(card: WorkoutView, before: WorkoutView) -> Iterator[str]:
    """The set that was logged, or taken back."""
    if len(card.done) > len(before.done):
        done = card.done[-1]
        tried = " (a try)" if not done.reps else ""
        yield f"Logged: {before.exercise}, set {before.set_no}, {done.words}{tried}."
    elif len(card.done) < len(before.done):
        yield TAKEN_BACK.format(what=_last_set(card, before))


def _set_words(card: WorkoutView, before: WorkoutView) -> str:
    """The set that counts no more; or again, where going back had taken it."""
    fewer = len(card.done) < len(before.done)
    return _last_set(card, before) if fewer else "the way back"


def _sips(card: WorkoutView) -> int:
    return card.sips


def _dose_words(card: WorkoutView, before: WorkoutView) -> str:
    if card.load == before.load:
        return f"the repetitions, {card.reps} again"
    if card.reps == before.reps:
        return f"the load, {card.load or 'not known'} again"
    return f"the plan, {card.dose} again"


_TAKEN_BACK: tuple[tuple[_Value, _Words], ...] = (
    (lambda card: len(card.done), _set_words),
    (lambda card: card.name, lambda card, _: f"the swap, {card.exercise} again"),
    (_sips, lambda *_: "the sip"),
    (lambda card: (card.load, card.reps), _dose_words),
    (lambda card: card.sets, lambda card, _: f"the number of sets, {card.sets} again"),
    (lambda card: bool(card.reminder), lambda *_: "the delay"),
    (
        lambda card: card.resting,
        lambda card, _: "the end of the rest" if card.resting else "the way back",
    ),
)
"""What an undo may change, the most telling first, and what it is called then."""


def _step_words(view: View, last: View) -> str:
    """What an undo took back of the step itself."""
    return "the time" if view.length_s != last.length_s else "the last key"


def _last_set(card: WorkoutView, before: WorkoutView) -> str:
    return f"set {card.set_no}, {before.done[-1].words}"


def _next(view: View, card: WorkoutView, before: WorkoutView) -> Iterator[str]:
    """What comes after the rest is planned anew; another exercise is named."""
    if card.name != before.name:
        yield f"next: {card.exercise}, {view.next}"
    elif card.all_done and not card.off:
        yield TAKEN.format(dose=card.dose)
    else:
        yield f"next: {view.next}"


def _plan(card: WorkoutView) -> tuple[object, ...]:
    """What is planned: where it changes, it is told anew."""
    return card.name, card.load, card.reps, card.sets, card.tempo, card.off, card.lower, card.own
