"""What the coach says and how long things last in a relief, as values read from the assets."""

from __future__ import annotations

from collections.abc import Mapping

from relief_tui.coach.event import Band
from relief_tui.coach.safety import Safety
from relief_tui.coach.value import dataclass

Lines = tuple[str, ...]


def filled(line: str, figure: object) -> str:
    """The line with ``figure`` where ``{n}`` stands."""
    return line.replace("{n}", str(figure))


@dataclass(frozen=True, slots=True)
class Position:
    """A way to stretch the calf: ``cues`` are at most two lines of 60 characters."""

    id: str
    name: str
    cues: Lines
    when: str
    after_easing: bool = False
    """Offered only when the last answer was *easing*."""
    at_once: bool = False
    """Nothing is pulled here: both cues hold from the first moment on."""

    @property
    def getting_there(self) -> Lines:
        """What to do before the pull."""
        return self.cues if self.at_once else self.cues[:1]


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the ladder: the position and the length of its hold in seconds."""

    id: str
    position: str
    seconds: float
    cue: str = ""
    """A line shown in the hold instead of the usual one."""
    massage: str = ""
    """A line shown only once the tear list was answered with none."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long each phase lasts when nobody presses a key (seconds)."""

    start_s: float
    ease_out_s: float
    position_s: float
    ease_in_s: float
    let_go_s: float
    check_s: float
    toes_up_s: float
    rest_s: float
    after_worse_s: float
    """The hold that follows *worse*: shorter, at half the pull."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Where the coach stops."""

    holds: int
    clock_s: float
    """No hold starts that would end after this moment of the run."""
    longest_hold_s: float
    recheck_s: float
    ten_minutes_s: float
    silence_s: float
    """After the cramp let go: the run ends this long after the last key."""
    worse_wait_s: float
    """After *worse*: the least time the lists stay open."""
    severe_pain: int
    """Pain now, from here up, brings the tear card."""


@dataclass(frozen=True, slots=True)
class NextWords:
    """What comes next, where it is no step with a time of its own."""

    flag: str
    again: str
    spent: str
    list: str
    plan: str
    end: str


@dataclass(frozen=True, slots=True)
class SilentWords:
    """What is asked where nobody answers: in a hold, before the next one, after the last."""

    hold: str
    before: str
    last: str


@dataclass(frozen=True, slots=True)
class Words:
    """The lines of the protocol, each at most 60 characters."""

    about: Lines
    start: Lines
    ready: Lines
    ease_in: str
    hold: Lines
    half_pull: str
    let_go: str
    check: str
    toes_up: str
    sip: str
    lower: str
    silent: SilentWords
    worse: str
    spent: Lines
    ten_minutes: str
    any_of_these: str
    none_of_these: str
    screen_hint: str
    screen: Lines
    tear: Lines
    multi: Lines
    pain: str
    pain_hint: str
    end_ok: Lines
    end_stopped: Lines
    end_nobody: Lines
    end_worse: Lines
    next: NextWords


@dataclass(frozen=True, slots=True)
class BandRule:
    """What follows from a severity band. Every figure is a rule of thumb.

    ``cut`` and ``next_cut``: per cent off the day's first load, today (100: no load) and next
    time; ``after_h``: hours until then; ``half_sets``: half the sets then.
    """

    rest_s: float
    cut: int
    sets: str = ""
    range: str = ""
    tempo: str = ""
    recovery_sets: int = 0
    next_cut: int = 0
    after_h: int = 0
    half_sets: bool = False
    better_swap: bool = False
    """Another exercise is better than this one lighter."""
    most_sets: int | None = None
    """So many sets at most, as ``sets`` says; None: as planned."""


@dataclass(frozen=True, slots=True)
class ListWords:
    """A list of questions in words."""

    title: str
    hint: str
    none: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The choices on the plan, as they begin; the load or the exercise follows."""

    title: str
    hint: str
    lighter: str
    recovery: str
    swap: str
    better: str
    twitch: str
    none: str
    no_load: str
    lightest: str


@dataclass(frozen=True, slots=True)
class Way:
    """Another exercise for today: what it asks of the calf, and how it is done."""

    id: str
    name: str
    why: str
    how: str
    evidence: str

    @property
    def line(self) -> str:
        """As a line of the list."""
        return f"{self.name}: {self.why}"


@dataclass(frozen=True, slots=True)
class After:
    """What the coach says and reckons with once the cramp let go.

    Lines with ``{n}`` in them are for :func:`filled`; ``slow_reps`` is that of the light set, its
    count filled in.
    """

    bands: Mapping[str, BandRule]
    green: ListWords
    plan: PlanWords
    swap: ListWords
    ways: tuple[Way, ...]
    retest_s: float
    watch: str
    watch_left: str
    cramp_no: str
    about: str
    not_known: str
    at_most: str
    no_load: str
    curls_over: str
    untested: str
    not_right: str
    wanted: str
    training_over: str
    over_third: str
    over_legs: str
    next_time: str
    next_half: str
    next_hours: str
    then_up: str
    never_today: str
    not_this: str
    unloaded: str
    slow_reps: str

    def cut(self, band: Band | None) -> int:
        """Per cent off the load after a cramp of this band; of one not told, that of a mild one."""
        return self.bands[band or "mild"].cut


@dataclass(frozen=True, slots=True)
class Script:
    """All a relief needs to know, from ``assets/relief`` and ``assets/safety``."""

    positions: Mapping[str, Position]
    ladder: tuple[Rung, ...]
    worse: Rung
    ease_out: Mapping[str, Lines]
    lengths: Lengths
    limits: Limits
    words: Words
    safety: Safety
    after: After
