"""The nouns of a run: phases, sides, steps and the questions asked beside them."""

from __future__ import annotations

from enum import StrEnum

from relief_tui.coach.value import dataclass


class Side(StrEnum):
    """The leg a step is for. An unknown leg is ``None``, never a guess."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


FUZZ_S = 1e-6
"""Two moments closer than this are the same moment."""

CLOSED_S = 30 * 60.0
"""Away longer than this, a run is closed, unless its step says otherwise."""

UNKNOWN_SIDE = "CRAMPED LEG"


def side_word(side: Side | None) -> str:
    """The words a person reads for a leg: ``LEFT``, ``RIGHT``, ``BOTH`` or ``CRAMPED LEG``."""
    return side.value.upper() if side else UNKNOWN_SIDE


def clock_words(seconds: float) -> str:
    """``m:ss``, rounded down: 67.9 → ``1:07``; of more than an hour ``h:mm:ss``."""
    minutes, rest = divmod(int(seconds + FUZZ_S), 60)
    if minutes > 60:
        return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
    return f"{minutes}:{rest:02d}"


def reps_words(reps: int) -> str:
    """``10 reps``, ``1 rep``; empty for none."""
    return counted(reps, "rep") if reps else ""


def counted(number: int, word: str) -> str:
    """``3 sets``, ``1 set``."""
    return f"{number} {word}{'' if number == 1 else 's'}"


class Tone(StrEnum):
    """What a phase feels like; the faces turn it into a colour and a shape."""

    READY = "ready"
    EASE_OUT = "ease-out"
    HOLD = "hold"
    RELEASE = "release"
    CHECK = "check"
    REST = "rest"
    DANGER = "danger"


class Phase(StrEnum):
    """Where a run stands. Several phases may share one word on the screen."""

    START = "start"
    EASE_OUT = "ease out"
    POSITION = "position"
    EASE_IN = "ease in"
    HOLD = "hold"
    LET_GO = "let go"
    CHECK = "check"
    RELEASE = "release"
    ASIDE = "aside"
    TOES_UP = "toes up"
    REST = "rest"
    WAITING = "waiting"
    SPENT = "spent"
    RECHECK = "recheck"
    PLAN = "plan"
    READY = "get ready"
    CHANGE = "change"
    SWITCH = "switch sides"
    WORK = "work"
    BETWEEN = "between sets"
    SET = "set"
    TEMPO = "set by tempo"
    SET_REST = "rest after a set"
    OVER = "over"

    @property
    def word(self) -> str:
        """The word shown in block letters and written to the journal."""
        return _LOOKS[self][0]

    @property
    def tone(self) -> Tone:
        """The feel of the phase, from which a face takes colour and shape."""
        return _LOOKS[self][1]

    @property
    def counts_away(self) -> bool:
        """True if time asleep counts here: a rest goes on while the lid is closed, a set waits."""
        return self.word == "REST" or self in (Phase.PLAN, Phase.SET)

    @property
    def carries_side(self) -> bool:
        """True if the phase line names the leg."""
        return self.word not in ("REST", "READY") and not self.counts_away


_LOOKS: dict[Phase, tuple[str, Tone]] = {
    Phase.START: ("STOP THE SET", Tone.EASE_OUT),
    Phase.EASE_OUT: ("WEIGHT DOWN", Tone.EASE_OUT),
    Phase.POSITION: ("TOES TO SHIN", Tone.READY),
    Phase.EASE_IN: ("EASE IN", Tone.HOLD),
    Phase.HOLD: ("HOLD", Tone.HOLD),
    Phase.LET_GO: ("LET GO", Tone.RELEASE),
    Phase.CHECK: ("HOW IS IT?", Tone.CHECK),
    Phase.RELEASE: ("LET GO", Tone.RELEASE),
    Phase.ASIDE: ("REST", Tone.REST),
    Phase.TOES_UP: ("TOES TO SHIN", Tone.READY),
    Phase.REST: ("REST", Tone.REST),
    Phase.WAITING: ("REST", Tone.REST),
    Phase.SPENT: ("REST", Tone.REST),
    Phase.RECHECK: ("HOW IS IT?", Tone.CHECK),
    Phase.PLAN: ("LOWER THE WEIGHT", Tone.REST),
    Phase.READY: ("READY", Tone.READY),
    Phase.CHANGE: ("READY", Tone.READY),
    Phase.SWITCH: ("READY", Tone.READY),
    Phase.WORK: ("WORK", Tone.HOLD),
    Phase.BETWEEN: ("REST", Tone.REST),
    Phase.SET: ("WORK", Tone.HOLD),
    Phase.TEMPO: ("WORK", Tone.HOLD),
    Phase.SET_REST: ("REST", Tone.REST),
    Phase.OVER: ("DONE", Tone.REST),
}


class Asking(StrEnum):
    """How a question is answered."""

    CHECK = "check"
    """One of gone, easing, same, worse; silence is an answer of its own."""
    LIST = "list"
    """A number names a line, ``0`` none of them; silence is never *none*."""
    SCALE = "scale"
    """A number from 0 to 10."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question on the screen: its name in the journal, its title and its lines."""

    name: str
    asking: Asking
    title: str
    options: tuple[str, ...] = ()
    none: str = ""
    hint: str = ""

    def accepts(self, number: int) -> bool:
        """True if ``number`` names one of the lines, none of them, or a point on the scale."""
        if self.asking is Asking.CHECK:
            return False
        return 0 <= number <= (10 if self.asking is Asking.SCALE else len(self.options))


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of the round bar: what it is called and how long it lasts (seconds)."""

    word: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds of each part of a repetition, written eccentric-pause-concentric: ``3-0-3``."""

    eccentric_s: float
    pause_s: float
    concentric_s: float

    def __str__(self) -> str:
        return f"{self.eccentric_s:g}-{self.pause_s:g}-{self.concentric_s:g}"

    @property
    def rep_s(self) -> float:
        """Seconds of one repetition."""
        return self.eccentric_s + self.pause_s + self.concentric_s


@dataclass(frozen=True, slots=True)
class Metronome:
    """A set by metronome: ``words`` are those of the concentric part, the pause and the eccentric
    part, in the order in which they come; ``range_deg`` how far the joint may bend (degrees; None:
    as far as it goes)."""

    tempo: Tempo
    reps: int
    words: tuple[str, str, str]
    range_deg: int | None = None

    @property
    def seconds(self) -> float:
        """How long the set lasts."""
        return self.reps * self.tempo.rep_s


@dataclass(frozen=True, slots=True)
class Step:
    """One timed step of a run.

    ``seconds`` is its length; ``longest_s`` how far ``+`` may stretch it; ``alarm_s`` a moment
    of the run (seconds since it began) at which the plan wants to be asked again. A step that
    does not count down shows no seconds running: it only waits for somebody. One that is passing
    only leads to the next: the way back goes past it. Nobody there for longer than ``closes_s``:
    the run is closed; so it is where a pause brings no key for ``longest_pause_s`` (None: a pause
    may last). Where it began by itself, keys that log are ignored for ``wary_s``: they were to end
    what came before.
    """

    phase: Phase
    seconds: float
    side: Side | None = None
    position: str | None = None
    cues: tuple[str, ...] = ()
    asks: Question | None = None
    longest_s: float = 600.0
    alarm_s: float | None = None
    counts_down: bool = True
    metronome: Metronome | None = None
    passing: bool = False
    closes_s: float = CLOSED_S
    longest_pause_s: float | None = None
    wary_s: float = 0.0
