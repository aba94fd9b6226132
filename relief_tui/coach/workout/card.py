"""What is to be seen of a workout: the set that runs or comes next, and what is due."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from relief_tui.coach.lighter import Lighter
from relief_tui.coach.load import Load
from relief_tui.coach.step import Phase, Tempo, counted
from relief_tui.coach.text import one_line
from relief_tui.coach.value import dataclass
from relief_tui.coach.workout.script import Tip

LONGEST_NAME = 200
"""Characters of a name that are shown; all of it is kept."""
MOST_REPS, MOST_SETS = 1000, 100
LONGEST_REST_S = 3600.0


LED = frozenset({Phase.READY, Phase.TEMPO})
"""Phases in which a metronome leads, or is about to: the person lifts, and nothing is asked."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """A set that was done. ``load`` None: none, or not known."""

    exercise: str
    load: Load | None
    reps: int

    @property
    def words(self) -> str:
        """``45 kg × 10``."""
        return dose(self.load, self.reps)


@dataclass(frozen=True, slots=True)
class Choice:
    """An exercise to go on with, and what speaks for it."""

    name: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class WorkoutView:
    """The card of a workout at one moment.

    ``exercise`` is its name as it is shown, ``name`` all of it. ``set_no`` of ``sets`` runs or
    comes next (it may be more than planned), with ``reps`` and ``load``: what *log it* logs where
    nothing else is said. ``resting``: a rest counts; ``led``: the metronome has counted so many
    repetitions, which wait to be logged.

    ``lower`` is there while a load is advised against: before → after; ``own`` if the person goes
    on with the heavier one all the same, for this set. ``off`` says why this exercise is over for
    today; then *log it* goes on to the first of ``swaps``. ``allowed`` is the most that is allowed
    now (None: no limit, or not known). ``watch_ends_s`` is the second of the run until which the
    calf cramps more easily, ``elapsed_s`` that of the moment.

    ``tip`` is the line of technique for the set; ``entry`` the entry of the guide behind the
    moment. ``reminder`` is there while a sip is due. ``warm_up`` is there while none was done
    today, before the first set; ``all_done`` once all sets that were planned are. ``notes`` stand
    there until the first set, and again while a load is advised against: the change to try.
    """

    exercise: str
    name: str
    set_no: int
    sets: int
    reps: int
    load: Load | None
    resting: bool = False
    led: int | None = None
    tempo: Tempo | None = None
    lower: Lighter | None = None
    own: bool = False
    allowed: Load | None = None
    off: str = ""
    watch: str = ""
    watch_ends_s: float = 0.0
    elapsed_s: float = 0.0
    tip: Tip | None = None
    entry: str = ""
    reminder: str = ""
    reminder_evidence: str = ""
    warm_up: str = ""
    all_done: str = ""
    notes: tuple[str, ...] = ()
    swaps: tuple[Choice, ...] = ()
    done: tuple[SetLine, ...] = ()
    cramps: int = 0
    sips: int = 0

    def at(self, elapsed_s: float) -> WorkoutView:
        """The card at this second of the run."""
        return replace(self, elapsed_s=elapsed_s)

    @property
    def watch_s(self) -> float:
        """Seconds of the watch that are left; 0 once it is over."""
        return max(0.0, self.watch_ends_s - self.elapsed_s)

    @property
    def dose(self) -> str:
        """``45 kg × 10``."""
        return dose(self.load, self.reps)

    @property
    def set_words(self) -> str:
        """``set 2 of 4``; beyond the plan ``set 5``."""
        of = f" of {self.sets}" if self.set_no <= self.sets else ""
        return f"set {self.set_no}{of}"

    @property
    def watch_minutes(self) -> int:
        """Whole minutes of the watch that are left, 0 once it is over."""
        return ceil(self.watch_s / 60)

    @property
    def watch_words(self) -> str:
        """The watch in one line, empty once it is over."""
        return self.watch.replace("{n}", str(self.watch_minutes)) if self.watch_minutes else ""

    @property
    def most_words(self) -> str:
        """``At most 35 kg, for 34 min more.`` while the calf is watched and no more than that is
        planned, or only for how long it is; empty otherwise."""
        if not self.watch_minutes or self.lower is not None:
            return ""
        if self.allowed is None:
            return f"{self.watch_words.partition('. ')[0]}."
        return f"At most {self.allowed}, for {self.watch_minutes} min more."

    @property
    def lower_words(self) -> str:
        """``LOWER THE WEIGHT 45 → 35 kg``; empty where nothing is advised against."""
        return f"LOWER THE WEIGHT {self.lower.words}" if self.lower else ""


def dose(load: Load | None, reps: int) -> str:
    """A load and repetitions as a lifter writes them: ``45 kg × 10``, or ``10 reps``."""
    return f"{load} × {reps}" if load else counted(reps, "rep")


def shown(name: str, longest: int = LONGEST_NAME) -> str:
    """A name as it is shown: one line, cut where it is longer than so many characters."""
    line = one_line(name)
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
