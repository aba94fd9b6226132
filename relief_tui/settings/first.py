"""The questions of the first start: the unit, what the load is set with, how loud the tones are."""

from __future__ import annotations

from relief_tui.coach.load import Unit
from relief_tui.coach.value import dataclass
from relief_tui.settings.keys import Gear, Settings, Volume
from relief_tui.settings.reading import Loaded


@dataclass(frozen=True, slots=True)
class Pick:
    """One answer: the key for it, its word, and the value it sets; None takes what is set."""

    key: str
    word: str
    value: str | None = None


AS_IT_IS = Pick("0", "as it is")
UNITS = (Pick("1", "kg", Unit.KG), Pick("2", "lb", Unit.LB), AS_IT_IS)
GEAR = (
    Pick("3", "stack", Gear.STACK),
    Pick("4", "plates", Gear.PLATES),
    Pick("5", "dumbbells", Gear.DUMBBELLS),
)
SOUND = (
    Pick("6", "loud", Volume.LOUD),
    Pick("7", "normal", Volume.NORMAL),
    Pick("8", "quiet", Volume.QUIET),
    Pick("9", "off", Volume.OFF),
)
QUESTIONS = {"unit": UNITS, "equipment": GEAR, "volume": SOUND}
"""The settings that are asked for, and their answers."""
LABELS = {"unit": "Unit", "equipment": "Load on a", "volume": "Tones"}


@dataclass(frozen=True, slots=True)
class FirstStart:
    """What is asked, row by row, and the keys of the answers that were given.

    ``about`` says what Relief is and is not; ``gear`` what the load is set with, in words.
    """

    about: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Pick, ...]], ...]
    chosen: frozenset[str]
    gear: str

    @property
    def keys(self) -> frozenset[str]:
        """The keys that answer."""
        return frozenset(pick.key for _, picks in self.rows for pick in picks)


def first_start(loaded: Loaded, about: tuple[str, ...]) -> FirstStart | None:
    """The questions, or None once all were answered."""
    if QUESTIONS.keys() <= loaded.given:
        return None
    chosen = frozenset(
        pick.key
        for name, picks in QUESTIONS.items()
        for pick in picks
        if name in loaded.given and getattr(loaded.settings, name) == pick.value
    )
    rows = tuple((LABELS[name], picks) for name, picks in QUESTIONS.items())
    return FirstStart(about, rows, chosen, loaded.settings.gear_words)


def answers(key: str, settings: Settings) -> list[tuple[str, str]]:
    """What ``key`` sets: settings and their values."""
    if key == AS_IT_IS.key:
        return [(name, str(getattr(settings, name))) for name in QUESTIONS]
    return [
        (name, pick.value)
        for name, picks in QUESTIONS.items()
        for pick in picks
        if pick.key == key and pick.value
    ]
