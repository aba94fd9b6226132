"""What can be set: every key, what it means, its unit, what is allowed, its default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from relief_tui.coach.equipment import Dumbbells, Equipment, Plates, Stack
from relief_tui.coach.load import Load, Unit, parse_load
from relief_tui.coach.profile import Profile
from relief_tui.settings import ownkeys

LOAD = "load"
"""In place of a unit: the one that is set."""

_PLATES = {Unit.KG: (20, 15, 10, 5, 2.5, 1.25), Unit.LB: (45, 35, 25, 10, 5, 2.5)}
_DUMBBELLS = {Unit.KG: tuple(range(2, 52, 2)), Unit.LB: tuple(range(5, 105, 5))}
_BAR = {Unit.KG: 20, Unit.LB: 45}
_STEP = {Unit.KG: Load(5, Unit.KG), Unit.LB: Load(10, Unit.LB)}

_Plate = Annotated[float, Meta(ge=0.1, le=110)]  # the least that is sold
_Dumbbell = Annotated[float, Meta(ge=0.1, le=250)]
_Bar = Annotated[float, Meta(ge=0, le=110)]
_Hold = Annotated[float, Meta(ge=10, le=20)]
_Name = Annotated[str, Meta(min_length=1, max_length=60)]

_A_STEP = 'a load such as "5 kg", or not set'
_A_THEME = "relief-dark, relief-light, relief-contrast, relief-ansi or the name of another theme"
_A_PLAYER = "auto (what works here), bell, or a program such as aplay"
_A_SPEECH = "auto (what works here), or a program such as espeak"
_A_KEY = "an id of the README and keys for it, such as drank f9; never c, SPACE, !, q or a number"


def _about(
    text: str,
    *,
    unit: str = "",
    allowed: str = "",
    least: int | None = None,
    most: int | None = None,
) -> Meta:
    """What the person reads about a key; ``allowed`` where the type itself cannot tell."""
    extra = {"unit": unit, "allowed": allowed}
    return Meta(description=text, extra=extra, min_length=least, max_length=most)


class Volume(StrEnum):
    """How loud the tones are."""

    OFF = "off"
    QUIET = "quiet"
    NORMAL = "normal"
    LOUD = "loud"


class Motion(StrEnum):
    """Whether anything but the figures moves."""

    FULL = "full"
    REDUCED = "reduced"


class Notify(StrEnum):
    """How the terminal is told to notify somebody who looks elsewhere."""

    OFF = "off"
    OSC9 = "osc9"
    OSC777 = "osc777"


class RepSteps(StrEnum):
    """What ends a line by repetitions in a routine."""

    TEMPO = "tempo"
    KEY = "key"


class Gear(StrEnum):
    """What the working load is set with."""

    STACK = "stack"
    PLATES = "plates"
    DUMBBELLS = "dumbbells"


class Said(StrEnum):
    """An answer about one's health; it changes wording, and stays on this machine."""

    NOT_SAID = "not said"
    YES = "yes"
    NO = "no"


HEALTH_NOTE = "Changes wording only, and stays on this machine."


def _health(what: str) -> Meta:
    return _about(f"{what} {HEALTH_NOTE}")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings, with their defaults in kilograms; ``defaults`` knows those in pounds."""

    unit: Annotated[Unit, _about("The unit loads are read and shown in.")] = Unit.KG
    equipment: Annotated[
        Gear,
        _about(
            "What the working load is set with. Not in the file: a stack, or what alone is "
            "described there."
        ),
    ] = Gear.STACK
    stack_step: Annotated[
        str | None,
        _about("The step of a weight stack; not set: 5 kg or 10 lb.", allowed=_A_STEP),
    ] = None
    plates: Annotated[
        tuple[_Plate, ...],
        _about("The plates at hand, one of each weight.", unit=LOAD, least=1, most=40),
    ] = _PLATES[Unit.KG]
    dumbbells: Annotated[
        tuple[_Dumbbell, ...], _about("The dumbbells at hand.", unit=LOAD, least=1, most=100)
    ] = _DUMBBELLS[Unit.KG]
    bar: Annotated[_Bar, _about("The weight of the empty bar.", unit=LOAD)] = _BAR[Unit.KG]
    hold_s: Annotated[
        _Hold | None, _about("How long each hold lasts; not set: 15 s, then 20 s.", unit="s")
    ] = None
    volume: Annotated[Volume, _about("How loud the tones are.")] = Volume.NORMAL
    voice: Annotated[bool, _about("Speaks the cues as well.")] = False
    player: Annotated[
        _Name,
        _about("What plays the tones; relief check finds out what is heard.", allowed=_A_PLAYER),
    ] = "auto"
    speech: Annotated[
        _Name,
        _about("What speaks; relief check finds out what is heard.", allowed=_A_SPEECH),
    ] = "auto"
    flash: Annotated[bool, _about("Flashes the screen when something changes.")] = True
    motion: Annotated[Motion, _about("Reduced: no picture moves.")] = Motion.FULL
    notify: Annotated[
        Notify,
        _about(
            "How the terminal notifies you when a rest ends: osc9 (iTerm2, Windows Terminal, "
            "kitty), osc777 (foot, urxvt, Ghostty), or not at all."
        ),
    ] = Notify.OFF
    theme: Annotated[_Name, _about("The colours of the app.", allowed=_A_THEME)] = "relief-dark"
    plain: Annotated[bool, _about("Lines of text in place of the app, like --plain.")] = False
    drink_reminder: Annotated[
        bool, _about("Asks about a sip in a workout, by sets and by time; never with a target.")
    ] = True
    rep_steps: Annotated[
        RepSteps,
        _about("Lines by repetitions in a warm-up: led by their tempo, or waiting for a key."),
    ] = RepSteps.TEMPO
    medicines: Annotated[
        Said, _health("Do you take a statin, a water tablet or an asthma spray (LABA)?")
    ] = Said.NOT_SAID
    pregnancy: Annotated[Said, _health("Pregnant, or gave birth in the last six weeks?")] = (
        Said.NOT_SAID
    )
    sickle_trait: Annotated[Said, _health("Sickle-cell trait, yours or in the family?")] = (
        Said.NOT_SAID
    )
    kidney: Annotated[Said, _health("A kidney disease?")] = Said.NOT_SAID
    salt_restriction: Annotated[Said, _health("Told to eat little salt?")] = Said.NOT_SAID
    fluid_restriction: Annotated[Said, _health("Told to drink only so much?")] = Said.NOT_SAID
    clot_history: Annotated[Said, _health("Ever had a blood clot in a leg or lung?")] = (
        Said.NOT_SAID
    )
    health_asked: Annotated[
        bool, _about("Whether home offered the health questions above; no: it does once more.")
    ] = False
    keys: Annotated[
        Mapping[str, _Name],
        _about("Keys of your own, each with the id of what it does.", allowed=_A_KEY),
    ] = {}

    def __post_init__(self) -> None:
        if self.stack_step is not None:
            parse_load(self.stack_step)
        for id, keys in self.keys.items():
            ownkeys.check(id, keys)

    @property
    def step_load(self) -> Load:
        """The step of a weight stack, as set or as usual for the unit."""
        return parse_load(self.stack_step, self.unit) if self.stack_step else _STEP[self.unit]

    @property
    def profile(self) -> Profile:
        """What was said about the person's health."""
        names = (each.name for each in fields(Profile))
        return Profile(**{name: getattr(self, name) is Said.YES for name in names})

    @property
    def health_open(self) -> bool:
        """True while the health questions were neither offered nor any of them answered."""
        said = (getattr(self, each.name) for each in fields(Profile))
        return not self.health_asked and all(each is Said.NOT_SAID for each in said)

    @property
    def gear(self) -> Equipment:
        """The equipment with what is at hand of it."""
        match self.equipment:
            case Gear.PLATES:
                return Plates(self._load(self.bar), tuple(map(self._load, self.plates)))
            case Gear.DUMBBELLS:
                return Dumbbells(tuple(map(self._load, self.dumbbells)))
        return Stack(self.step_load, assumed=self.stack_step is None)

    @property
    def gear_words(self) -> str:
        """What the load is set with, in a few words; a step that nobody set is said to be one."""
        match self.equipment:
            case Gear.PLATES:
                plates = ", ".join(f"{plate:g}" for plate in self.plates)
                return f"bar {self.bar:g}, plates {plates} {self.unit}"
            case Gear.DUMBBELLS:
                lightest, heaviest = min(self.dumbbells), max(self.dumbbells)
                return f"dumbbells {lightest:g} to {heaviest:g} {self.unit}"
        return f"stack step {self.step_load}{'' if self.stack_step else ', the default'}"

    def _load(self, value: float) -> Load:
        return Load(value, self.unit)


def defaults(unit: Unit = Unit.KG) -> Settings:
    """The settings of a person who set nothing but ``unit``."""
    return Settings(unit=unit, plates=_PLATES[unit], dumbbells=_DUMBBELLS[unit], bar=_BAR[unit])
