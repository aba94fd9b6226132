"""A workout in words: its band, its status row, its cue, and the rows of what can be done."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from relief_tui.coach.plan import Note
from relief_tui.coach.step import Phase, clock_words, counted, reps_words
from relief_tui.coach.value import dataclass
from relief_tui.coach.view import View
from relief_tui.coach.workout.card import LED, WorkoutView
from relief_tui.screens.beat_words import beat_band
from relief_tui.widgets.band import BandValue
from relief_tui.widgets.keyline import Key
from relief_tui.widgets.keyrow import Piece
from relief_tui.widgets.lighter import RULE_OF_THUMB, with_label

_SMALL, _LEAST = ("tiny", "xs", "s"), ("tiny", "xs")
_BLOCKS = ("l", "xl")
"""Windows with room for the name in block letters."""
_MOST_SWAPS = 4
_APART = "     "
"""Between two things in one row."""

LIGHTER, HEAVIER = Key("↓", "", "move(0,1)"), Key("↑", "", "move(0,-1)")
FEWER, MORE = Key("←", "", "move(-1,0)"), Key("→", "", "move(1,0)")
DRANK, LATER = Key("d", "drank", "app.drank"), Key("z", "later", "later")
WARM_UP = Key("w", "a warm-up first", "app.warmup")


@dataclass(frozen=True, slots=True)
class SetWords:
    """What is said of ``card``, at the moment of ``view``."""

    view: View
    card: WorkoutView

    @property
    def waits(self) -> bool:
        """True while a set waits for a key."""
        return self.view.phase is Phase.SET

    @property
    def off(self) -> bool:
        """True where the set that waits is not to be done."""
        return self.waits and bool(self.card.off)

    @property
    def lowering(self) -> bool:
        """True while LOWER THE WEIGHT stands before a set, also of somebody who goes on with more
        all the same."""
        return self.waits and self.card.lower is not None and not self.off

    @property
    def all_done(self) -> bool:
        """True where all sets that were planned are done, and no more than one more waits."""
        return self.waits and bool(self.card.all_done) and not (self.off or self.lowering)

    @property
    def line(self) -> str:
        """The phase line; a set that waits has no seconds."""
        return self.view.words if self.waits else self.view.line

    @property
    def title(self) -> str:
        """What the title of the window says: the phase, the set, a sip that is due."""
        told = self.card.set_words if self.waits else ""
        paused = "paused" if self.view.paused else ""
        words = " ".join(filter(None, (self.line, told, paused)))
        return " · ".join(filter(None, (words, self.card.reminder)))

    def band(self, shape: str) -> BandValue:
        """The phase and the set; what matters more, where something does."""
        view, card, word = self.view, self.card, self.view.phase.word
        if view.beat is not None:
            return beat_band(view.beat, shape, before=f"{self.line} · ")
        if not self.waits:
            return BandValue(shape, word, "", view.line)
        if self.off:
            return BandValue(shape, "SWAP", "", f"{word}: SWAP")
        if self.lowering:
            return BandValue(shape, "LOWER THE WEIGHT", "", card.lower_words)
        if self.all_done:
            done = counted(len(card.done), "set").upper()
            return BandValue(shape, "DONE", done, f"DONE, or {card.set_words}", ("DONE", ""))
        of = f"{card.set_no}/{card.sets}" if card.set_no <= card.sets else str(card.set_no)
        return BandValue(shape, word, f"SET {of}", f"{word} {card.set_words}", short=(word, of))

    def status(self, room: str) -> str:
        """The phase line, the set, what it is done with; the name where it stands in blocks."""
        view, card = self.view, self.card
        parts = [self.line, "paused" if view.paused else ""]
        if view.beat is not None:
            beat = view.beat
            parts += [f"{beat.word} {beat.seconds}", f"rep {beat.rep} of {beat.reps}"]
        elif self.off:
            parts.append("another exercise")
        elif not card.resting:
            parts += [card.set_words, card.lower_words if self.lowering else card.dose]
        if room in _BLOCKS:
            parts.append(card.exercise)
        return " · ".join(filter(None, parts))

    @property
    def status_right(self) -> str:
        """How much was done, and for how long; beside the advice there is room for that alone."""
        sets = 0 if self.lowering else len(self.card.done)
        done = f"{counted(sets, 'set')} done" if sets else ""
        return "   ".join(filter(None, (done, clock_words(self.view.lasted_s))))

    @property
    def digits(self) -> str:
        """What to lift, and how often: ``45×10``; how often, where no load is known."""
        load = f"{self.card.load.value:g}×" if self.card.load else ""
        return f"{load}{self.card.reps}"

    @property
    def name(self) -> str:
        """The exercise, all of it; while the metronome leads also what it is done with."""
        if self.off:
            return ""
        led = self.view.phase in LED
        return f"{self.card.exercise}   {self.card.dose}" if led else self.card.exercise

    def rows(self, room: str) -> Iterator[tuple[Piece, ...]]:
        """What can be done, a row for each thing: the most urgent first."""
        card, small = self.card, room in _LEAST
        if self.view.phase in LED:
            return
        if self.off:
            yield from self._swaps(small=small)
            return
        yield from self._against(small=small)
        load = str(card.load) if card.load else "load ?"
        reps = reps_words(card.reps) or "0 reps"
        coming = (f"next set{_APART}",) if card.resting and not small else ()
        yield (*coming, LIGHTER, f" {load} ", HEAVIER, _APART, FEWER, f" {reps} ", MORE)
        if card.reminder:
            asked = card.reminder.partition(".")[0] if small else card.reminder
            yield (f"{asked}{_APART}", DRANK, "   ", LATER)
        if card.warm_up and not self.lowering:
            yield (f"{card.warm_up.partition(' w:')[0]}{_APART}", WARM_UP)

    def _against(self, *, small: bool) -> Iterator[tuple[Piece, ...]]:
        """What can be done about a load that is advised against."""
        card, lower = self.card, self.card.lower
        if lower is None or lower.before is None:
            return
        if not self.lowering:
            return
        less, more = f"take {lower.after}", f"go on with {lower.before}"
        if card.own and lower.after is None:
            return
        take = () if small else (Key("ENTER", f"log {card.dose}", "enter"), _APART)
        yield (*take, Key("l", less if card.own else more, "mine"))

    def _swaps(self, *, small: bool) -> Iterator[tuple[Piece, ...]]:
        swaps = self.card.swaps[:_MOST_SWAPS]
        lines = [
            f"{each.name}: {each.why}" if each.why and not small else each.name for each in swaps
        ]
        wide = max(map(cell_len, lines), default=0)  # so that the numbers stand below each other
        for number, line in enumerate(lines, start=1):
            yield (Key(str(number), set_cell_size(line, wide), f"digit({number})"),)

    def details(self, room: str) -> tuple[Note, ...]:
        """What goes with the advice to lower the load: what it rests on, how long, what to try."""
        card, lower = self.card, self.card.lower
        if lower is None:
            return ()
        if room in _LEAST:
            return (Note(f"{RULE_OF_THUMB} · {card.watch_minutes} min"),)
        why = Note(lower.why or f"about {lower.percent} % less", thumb=True)
        return (why, *map(Note, filter(None, (card.watch_words, *card.notes, lower.how))))

    @property
    def over_today(self) -> Content:
        """Why the exercise is over for today, and what leads on."""
        on = "Another exercise:" if self.card.swaps else "x ends the workout."
        over = with_label(Note(self.card.off, thumb=True))
        return Content("\n").join([Content.styled(self.card.exercise, "bold"), over, Content(on)])

    def cue(self, room: str) -> Content:
        """The line of technique before a set, what was done after it, and what comes next."""
        if self.view.pause_words:
            return Content(self.view.pause_words)
        first = self._first(room)
        lines = [Content.styled(first, "bold")] if first else []
        if self.view.next and room != "tiny" and not (first and room in _LEAST):
            lines.append(Content.styled(f"next: {self.view.next}", "dim"))
        return Content("\n").join(lines)

    def _first(self, room: str) -> str:
        card = self.card
        if card.resting:
            return f"Done: {self._last}" if card.done else ""
        if self.off or (self.lowering and room in _LEAST):
            return ""
        if self.waits and card.all_done:
            words = f"{card.all_done[:1].upper()}{card.all_done[1:]}."
            return f"{words.partition(':')[0]}." if room in _LEAST else words
        if card.led is not None:
            return f"{reps_words(card.led) or 'No reps'} counted: ENTER logs them."
        if card.tip is None:
            return ""
        told = room not in _SMALL and card.entry == card.tip.entry
        return f"{card.tip.words}  i why" if told else card.tip.words

    @property
    def _last(self) -> str:
        last = self.card.done[-1]
        return last.words if last.exercise == self.card.name else f"{last.exercise}, {last.words}"

    @property
    def standing(self) -> tuple[Note, ...]:
        """What stands there until the first set, and the most that is allowed while the calf is
        watched; beside the advice it is part of that. In the rest also the advice itself: what
        comes next is with less."""
        if self.lowering or self.off or self.view.phase in LED:
            return ()
        most = (self.card.most_words,) if self.card.most_words else ()
        opening = self.card.notes if self.waits else ()
        against = (self.card.off or self.card.lower_words) if self.card.resting else ""
        lower = (Note(against, thumb=True),) if against else ()
        return (*lower, *map(Note, (*most, *opening)))
