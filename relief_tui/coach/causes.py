"""Why it cramped: what is known of an episode, what speaks for each cause, one change to try.

Causes stand in the order of the evidence: position and hard effort, then fatigue, then fluid and
salt (S1, S2, S14). Nothing here is certain, and nothing is a diagnosis: signs are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from relief_tui.coach.load import Load
from relief_tui.coach.value import dataclass

HEAVIER_PERCENT = 10
"""From here up a load is a jump; ACSM's step is 2 to 10 % (S60)."""
LATE_MIN = 40
"""Minutes into a training from which tiredness may play a part (rule of thumb)."""
DRY_MIN = 45
"""Minutes of training without a drink that are worth a word (rule of thumb)."""


class Sign(StrEnum):
    """Something that speaks for a cause."""

    POINTED = "pointed"
    TOP = "top"
    HEAVIER = "heavier"
    NEW_MACHINE = "new-machine"
    LATE = "late"
    AGAIN = "again"
    NO_WARMUP = "no-warmup"
    SLEPT_BADLY = "slept-badly"
    SWEATING = "sweating"
    NO_DRINK = "no-drink"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the journal knows of an episode; None where it does not.

    ``before`` is the load of the last cramp there, in an earlier training; ``minutes_in`` how long
    that training had been going on; ``cramp_no`` the how manieth cramp of it.
    """

    machine: str | None = None
    exercise: str | None = None
    load: Load | None = None
    before: Load | None = None
    new_machine: bool = False
    minutes_in: int | None = None
    cramp_no: int = 1
    warmed_up: bool | None = None
    drinks: int | None = None

    @property
    def heavier(self) -> int | None:
        """Per cent more than at the last cramp; None where either load is not known."""
        if self.load is None or self.before is None:
            return None
        return round(100 * (self.load.weight - self.before.weight) / self.before.weight)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that is left: its name in the journal, its lines, the sign each line is."""

    name: str
    title: str
    lines: tuple[str, ...]
    signs: tuple[Sign | None, ...]


@dataclass(frozen=True, slots=True)
class Cause:
    """A likely cause: what is known of it, what to change and that in a few words, the entry of the
    guide that tells more.

    ``words`` say for each of its signs what speaks for it; ``{n}`` stands for the figure.
    """

    id: str
    title: str
    known: str
    change: str
    entry: str
    evidence: str
    words: Mapping[Sign, str]
    short: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A cause with what speaks for it in this episode, and in how many of the earlier ones."""

    cause: Cause
    speaks: tuple[str, ...]
    earlier: int


@dataclass(frozen=True, slots=True)
class Why:
    """What can be said of an episode. ``change`` is the one change to try; ``too_little`` is True
    where nothing speaks for any cause, so that the change is only the usual first one. ``of`` is
    the number of earlier episodes of which something is known."""

    findings: tuple[Finding, ...]
    change: Cause
    too_little: bool
    of: int


Answers = Mapping[str, int]
"""By the name of a question the line that was chosen, from 1; 0: not sure."""


def signs(known: Circumstances, answers: Answers, asked: Iterable[Asked]) -> dict[Sign, int]:
    """What speaks for something, each sign with its figure (0 where it has none)."""
    found: dict[Sign, int] = {}
    for question in asked:
        line = answers.get(question.name, 0)
        sign = question.signs[line - 1] if 0 < line <= len(question.signs) else None
        if sign is not None:
            found[sign] = 0
    heavier, minutes = known.heavier, known.minutes_in
    told = (
        (Sign.HEAVIER, heavier is not None and heavier >= HEAVIER_PERCENT, heavier),
        (Sign.NEW_MACHINE, known.new_machine, 0),
        (Sign.LATE, minutes is not None and minutes >= LATE_MIN, minutes),
        (Sign.AGAIN, known.cramp_no > 1, known.cramp_no),
        (Sign.NO_WARMUP, known.warmed_up is False, 0),
        (Sign.NO_DRINK, known.drinks == 0 and minutes is not None and minutes >= DRY_MIN, minutes),
    )
    return found | {sign: figure or 0 for sign, there, figure in told if there}


def explain(
    causes: Sequence[Cause], here: Mapping[Sign, int], earlier: Sequence[Iterable[Sign]] = ()
) -> Why:
    """What can be said, from the signs of this episode and of those before it."""
    known = [set(one) for one in earlier]
    findings = tuple(
        Finding(
            cause,
            tuple(
                words.replace("{n}", str(here[sign]))
                for sign, words in cause.words.items()
                if sign in here
            ),
            sum(bool(one & cause.words.keys()) for one in known),
        )
        for cause in causes
    )
    spoken = [finding.cause for finding in findings if finding.speaks]
    return Why(findings, spoken[0] if spoken else causes[0], not spoken, len(known))
