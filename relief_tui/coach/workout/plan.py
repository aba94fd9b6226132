"""The plan of a workout: a set waits for a key, a rest counts by itself, until somebody ends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from relief_tui.coach.equipment import USUAL, Equipment
from relief_tui.coach.load import Load
from relief_tui.coach.plan import Ending, Facts, Moment, Note, Signal, Turn
from relief_tui.coach.reminders import Reminder
from relief_tui.coach.safety import Safety
from relief_tui.coach.script import After, BandRule
from relief_tui.coach.step import Metronome, Phase, Step, Tempo
from relief_tui.coach.training import NEW, Training, fold, same
from relief_tui.coach.transitions import WORKOUT
from relief_tui.coach.value import dataclass
from relief_tui.coach.workout import acts, looks
from relief_tui.coach.workout.card import LED, MOST_REPS, MOST_SETS, SetLine
from relief_tui.coach.workout.felt import Felt
from relief_tui.coach.workout.limits import Advice, Limits
from relief_tui.coach.workout.script import Exercise, WorkoutScript, distinct


@dataclass(frozen=True, slots=True)
class Workout:
    """One workout. ``script``, ``safety``, ``after`` and ``equipment`` are what it is made with;
    ``training`` is what came before in it. ``sip``: what is asked when a drink is due (empty:
    never). ``opening`` stands there until the first set, and beside the advice. ``warmed``: a
    warm-up was done today. ``lasts``: the last set of each exercise, by its name, the latest first.
    ``firsts``: as ``bases``, by its folded name, from what was done before the cramps.
    ``drank_ago_s``: seconds since the last drink (None: not known).

    ``exercise`` with ``load``, ``sets``, ``reps``, ``rest_s`` and ``tempo`` is what comes next.
    """

    GIVEN: ClassVar[frozenset[str]] = frozenset(
        {
            "script", "safety", "after", "equipment", "training", "sip", "opening", "warmed",
            "lasts", "firsts", "drank_ago_s",
        }
    )  # fmt: skip
    """The fields that are not remembered but known anew by whoever goes on with a run."""

    script: WorkoutScript
    safety: Safety
    after: After
    equipment: Equipment = USUAL
    training: Training = NEW
    sip: str = ""
    opening: tuple[Note, ...] = ()
    warmed: bool = True
    lasts: Mapping[str, SetLine] = field(default_factory=dict)
    firsts: Mapping[str, Load | None] = field(default_factory=dict)
    drank_ago_s: float | None = None

    exercise: str = ""
    load: Load | None = None
    sets: int = 3
    reps: int = 10
    rest_s: float = 120.0
    tempo: Tempo | None = None

    phase: Phase = Phase.SET
    done: tuple[SetLine, ...] = ()
    own: bool = False
    """The person goes on with more than is advised, for the set that comes."""
    before: Load | None = None
    """The load of the next set before it was lowered."""
    bases: tuple[tuple[str, Load | None], ...] = ()
    """What the cut of each exercise starts from; None: it was said when the cut was known."""
    passed: tuple[str, ...] = ()
    """The exercises that were passed by since the last set."""
    meant: int = 0
    """Repetitions that were planned before none at all were; 0: there are some."""
    led: int | None = None
    """Repetitions that the metronome has counted in the set that waits to be logged."""
    lifted: Load | None = None
    """The load of the set by metronome that runs or waits to be logged, where it was begun before
    another was planned."""
    watch_ends_s: float = 0.0
    drink: Reminder = Reminder()
    sips: int = 0
    elsewhere: int = 0
    """Sips that were noted beside it since it began or went on."""
    felt: tuple[Felt, ...] = ()
    """The cramps that are known."""
    cramps_before: tuple[str, ...] = ()
    """The runs of the cramps from before it began."""
    eased_from: int = 0
    """How many sets were done before the last cramp of those that are known."""
    ending: Ending | None = None

    def begin(self) -> Turn:
        """The first set waits."""
        return acts.begin(self)

    def react(self, signal: Signal, at: Moment) -> Turn | None:
        """What follows from ``signal``; None if it means nothing here."""
        return acts.react(self, signal, at)

    def fits(self, step: Step, t_s: float) -> bool:
        """Every step may begin at any time."""
        del step, t_s
        return True

    def facts(self, step: Step | None) -> Facts:
        """The card, the preview, what stands there."""
        return looks.facts(self) if step else Facts(ending=self.ending)

    def step(self, t_s: float) -> Step:
        """The step of the phase it is in."""
        del t_s
        return looks.step(self)

    def fitted(self) -> Workout:
        """The plan; raises ``ValueError`` if it stands at no place of a workout."""
        if self.phase not in WORKOUT or self.phase is Phase.OVER:
            raise ValueError(f"no way to go on from {self.phase}")
        if not (0 <= self.reps <= MOST_REPS and 1 <= self.sets <= MOST_SETS):
            raise ValueError(f"no workout of {self.sets} sets, {self.reps} repetitions")
        return self

    # What is known of the exercise

    @property
    def known(self) -> Exercise:
        """What is known of the exercise."""
        return self.script.of(self.exercise)

    @property
    def set_no(self) -> int:
        """The number of the set of this exercise that runs or comes next, from 1."""
        return 1 + sum(same(line.exercise, self.exercise) for line in self.done)

    @property
    def lifting(self) -> bool:
        """True while a set by metronome runs, or what was counted of it waits to be logged."""
        return self.phase in LED or self.led is not None

    @property
    def stands(self) -> Load | None:
        """The load with which the set is logged where nothing else is said."""
        return (self.lifting and self.lifted) or self.load

    @property
    def drunk(self) -> int:
        """How many sips were had, wherever they were noted."""
        return self.sips + self.elsewhere

    @property
    def metronome(self) -> Metronome | None:
        """What leads the set, where one is wanted."""
        if self.tempo is None or not self.reps:
            return None
        return Metronome(self.tempo, self.reps, self.script.parts(self.known.kind))

    # What the cramps leave of it

    @property
    def limits(self) -> Limits:
        """The rules that hold now."""
        watching = self.watch_ends_s > 0.0
        return Limits(self.script, self.after, self.equipment, self.training, watching)

    @property
    def rule(self) -> BandRule | None:
        """What the last cramp leaves of the sets of this exercise; None: all of it."""
        return self.limits.rule(self.known, self.exercise)

    @property
    def counted(self) -> tuple[int, int]:
        """The number of the set that runs or comes next, and of how many; after a cramp that left
        only so many, from that cramp on. It may be more than these."""
        most = self.rule.most_sets if self.rule else None
        before = sum(same(line.exercise, self.exercise) for line in self.done[: self.eased_from])
        if most is None or before >= self.sets:
            return self.set_no, self.sets
        return self.set_no - before, min(most, self.sets - before)

    @property
    def starts(self) -> dict[str, Load | None]:
        """What the cut of each exercise starts from, by its folded name; None: it was said when the
        cut was known, and is not cut again."""
        return {fold(name): load for name, load in self.bases} | dict(self.firsts)

    @property
    def advice(self) -> Advice:
        """What holds for the set that comes: against the load it was, or is planned with."""
        starts, name = self.starts, fold(self.exercise)
        base, settled = starts.get(name), name in starts and starts[name] is None
        load = self.before or self.load
        return self.limits.advice(self.exercise, load, base, settled=settled)

    @property
    def offered(self) -> tuple[str, ...]:
        """The exercises that may be done: the person's own first; after a cramp the easiest on the
        calf first."""
        ranked = {each.name: each for each in self.script.exercises if each.offered}
        named = (*(line.exercise for line in self.done), *self.lasts)
        names = distinct((*ranked, *named) if self.training.cramps else (*named, *ranked))
        limits = self.limits
        known = ((name, ranked.get(name) or self.script.of(name)) for name in names)
        return tuple(name for name, each in known if not limits.off(each, name))

    @property
    def ways_on(self) -> tuple[str, ...]:
        """Those that are offered in place of this one."""
        return tuple(name for name in self.offered if not same(name, self.exercise))
