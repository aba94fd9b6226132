"""A run in words: from view to view, what is worth a line."""

from __future__ import annotations

from collections.abc import Iterator

from relief_tui.coach.checklist import Checklist
from relief_tui.coach.plan import Note
from relief_tui.coach.step import Phase, Question, reps_words
from relief_tui.coach.tempo import Beat
from relief_tui.coach.view import WAYS_ON, View

RULE_OF_THUMB = "rule of thumb"
"""Stands beside a figure that has no trial behind it."""
WHEN_DONE = "SPACE when done"
_ON_THE_WAY = frozenset({Phase.CHANGE, Phase.SWITCH})
"""Between two lines of a routine only what comes next is told."""
_TIME_TO_LISTEN_S = 8.0
"""A shorter step leaves no time to hear what comes after it."""


def stamp(elapsed_s: int) -> str:
    """The time of the run as it stands before every line: ``[mm:ss]``."""
    minutes, seconds = divmod(elapsed_s, 60)
    return f"[{minutes:02d}:{seconds:02d}]"


class Narrator:
    """Tells what changed since the view before: each step as it begins, never each second.

    The first cue of a step is told every time, unless the step before just said it; the others
    and the notes once in a run. A list that comes back is only called to mind.
    """

    def __init__(self) -> None:
        self._last: View | None = None
        self._told: set[str] = set()
        self._said: list[str] = []
        self._list: Question | None = None
        self._lines: set[int] = set()

    def tell(self, view: View) -> list[str]:
        """The lines for ``view``; none if nothing changed that needs a word."""
        last, self._last = self._last, view
        if view.phase is Phase.OVER:
            return []
        if last is None or (view.step != last.step and not _waits_on(view, last)):
            if view.paused and view.away_s is None:  # a press was undone, back into a pause
                return [standing(view), *self._question(view, last)]
            self._said = [
                *self._about(view),
                *self._cues(view),
                *self._new((*view.notes, *view.details)),
            ]
            ahead = view.next and (view.warming or view.length_s >= _TIME_TO_LISTEN_S)
            lines = [headline(view), *self._said, *([f"next: {view.next}"] if ahead else [])]
            return [*lines, *self._question(view, last), *_pause(view, None)]
        changed = _pause(view, last) or ([headline(view)] if _changed(view, last) else [])
        if view.warming and view.next != last.next:
            changed = [*changed, f"next: {view.next}"]
        if view.beat is not None and (last.beat is None or view.beat.rep != last.beat.rep):
            changed = [*changed, *_rep(view, view.beat)]
        return [*changed, *self._new((*view.notes, *view.details)), *self._question(view, last)]

    def closing(self, view: View) -> list[str]:
        """The last lines of a run that is over; what is to be done first comes first."""
        if view.ending is None:
            return []
        notes = self._new(view.notes)
        return [*view.ending.lines, *notes] if view.ending.first else [*notes, *view.ending.lines]

    def interrupt(self) -> None:
        """Other numbered lines are told now: a list that comes back is told in full."""
        self._list = None

    def _cues(self, view: View) -> list[str]:
        if view.phase in _ON_THE_WAY:
            return []
        first, others = view.cues[:1], view.cues[1:]
        fresh = [cue for cue in others if cue not in self._told]
        self._told.update(view.cues)
        return [*(cue for cue in first if cue not in self._said), *fresh]

    def _about(self, view: View) -> list[str]:
        """What a line of a routine is for, once, whatever its sides."""
        if view.checklist is None or not _works(view) or view.checklist.current in self._lines:
            return []
        self._lines.add(view.checklist.current)
        return [line_words(view.checklist)]

    def _new(self, notes: tuple[Note, ...]) -> list[str]:
        fresh = [note for note in notes if note.words not in self._told]
        self._told.update(note.words for note in fresh)
        return [note_words(note) for note in fresh]

    def _question(self, view: View, last: View | None) -> list[str]:
        """The list or scale that newly opened; once more where everything else waits for it."""
        question = view.question
        if question is None or not view.list_open:
            return []
        waits = view.phase is Phase.WAITING and (last is None or last.phase is not Phase.WAITING)
        if last is not None and view.asked == last.asked and not waits:
            return []
        again = question == self._list and not waits
        self._list = question
        return [reminder(question)] if again else list(question_lines(question))


def note_words(note: Note) -> str:
    """A note; a figure without a trial says so."""
    return f"{note.words}   {RULE_OF_THUMB}" if note.thumb else note.words


def headline(view: View) -> str:
    """The phase line; at the check, what can be answered; at work, what is done."""
    if view.workout is not None and view.phase is Phase.SET:
        return (
            f"{view.words} {view.workout.exercise}, {view.workout.set_words}: {view.workout.dose}"
        )
    if view.checklist is not None and _works(view):
        return _work_words(view, view.checklist)
    if view.question is None or not view.checking:
        return view.line
    answers = (f"{number} {word}" for number, word in enumerate(view.question.options, start=1))
    return f"{view.phase.word} {' '.join(answers)}"


def standing(view: View) -> str:
    """Where the run stands: the phase line, and how to go on from a pause."""
    return f"paused: {headline(view)} – {WAYS_ON}" if view.paused else headline(view)


def line_words(checklist: Checklist) -> str:
    """What the line that runs is for, how it is done, and what is known of it."""
    return " · ".join(filter(None, (checklist.purpose, checklist.pace, checklist.evidence)))


def question_lines(question: Question) -> Iterator[str]:
    """A list or a scale: what is asked, and what each number says."""
    yield f"{question.title} {question.hint}".rstrip()
    for number, option in enumerate(question.options, start=1):
        yield f"{number} {option}"
    if question.none:
        yield f"0 {question.none}"


def reminder(question: Question) -> str:
    """A question whose lines were the last ones told: ``Any of these? 1-4 as above · 0 none``."""
    lines = f" 1-{len(question.options)} as above" if question.options else f" {question.hint}"
    return f"{question.title}{lines}{f' · 0 {question.none}' if question.none else ''}"


def _works(view: View) -> bool:
    """True while a line of a routine is done."""
    return view.warming and view.phase is Phase.WORK


def _work_words(view: View, checklist: Checklist) -> str:
    """``WORK LEFT 30 s Foam roll calf``; of a line that waits for a key, how to end it."""
    if checklist.reps:
        return f"{view.words} {view.position}, {reps_words(checklist.reps)} – {WHEN_DONE}"
    reps = f", {reps_words(view.beat.reps)}" if view.beat else ""
    return f"{view.line} {view.position}{reps}"


def _rep(view: View, beat: Beat) -> list[str]:
    """The count. In a light set each repetition; in a routine, where one comes every four seconds
    and a voice would never be silent, the middle one and the last two."""
    told = not view.warming or beat.rep in (beat.reps // 2, beat.reps - 1, beat.reps)
    return [f"rep {beat.rep} of {beat.reps}"] if told else []


def _pause(view: View, last: View | None) -> list[str]:
    """A pause that began, by a key or because nobody was there."""
    if not view.paused or (last is not None and last.paused):
        return []
    if view.away_s is not None:
        return [view.pause_words]
    return [standing(view)]


def _changed(view: View, last: View) -> bool:
    """True if the step goes on as something else than was last said of it."""
    return (
        (last.paused and not view.paused)
        or (last.list_open and not view.list_open)
        or view.words != last.words
        or view.length_s != last.length_s
    )


def _waits_on(view: View, last: View) -> bool:
    """True if the run only goes on waiting for an answer: that is no new step to a person."""
    return view.phase is Phase.WAITING and last.phase is Phase.WAITING
