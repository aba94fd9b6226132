"""What a person said about their health: it changes wording, never a diagnosis."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from relief_tui.coach.causes import Cause, Sign
from relief_tui.coach.script import Script
from relief_tui.coach.value import dataclass

if TYPE_CHECKING:  # no start has to wait for the guide
    from relief_tui.coach.guide import Entry, Guide, Topic

NO_MASSAGE = "No rolling: no deep calf massage while pregnant or just after birth."
"""S78, S53 (card RF19)."""
FLUID = "fluid"
"""The id of the cause that is about drinking."""
DRINKING = "Drinking and salt"
"""The topic of the guide that is about drinking."""
_BUT_DRINKS = frozenset(Sign) - {Sign.NO_DRINK}


@dataclass(frozen=True, slots=True)
class Wording:
    """What one *yes* changes. ``line`` is told beside the causes of a cramp. ``drinking`` and
    ``short`` take the place of what to change about fluid and salt. ``first``: where the first of
    these cards would lie on top and the second is in the deck, the second lies on top of it."""

    line: str
    drinking: str = ""
    short: str = ""
    first: tuple[str, str] | None = None


_ASK_FIRST = "Drink to thirst. What to add to it, salt above all: ask your doctor first."
_ASK_SHORT = "Drink to thirst; ask first what to add."

WORDINGS: Mapping[str, Wording] = {
    "medicines": Wording(
        "Medicines can play a part: card RF18. Ask a pharmacist or doctor; do not stop or start "
        "one on the app's word."
    ),
    "pregnancy": Wording(
        "Pregnant or just after birth: card RF19. One swollen, red, hot or very sore leg: medical "
        "help the same day."
    ),
    "sickle_trait": Wording(
        "Sickle-cell trait: weakness more than pain, or legs that give way, is an emergency: card "
        "RF13.",
        first=("RF06", "RF13"),
    ),
    "kidney": Wording(
        "Kidney disease: ask your doctor about cramps, and before any salt or mineral product: "
        "card RF22.",
        drinking=_ASK_FIRST,
        short=_ASK_SHORT,
    ),
    "salt_restriction": Wording(
        "Told to eat little salt: ask your doctor before any drink with salt in it.",
        drinking=_ASK_FIRST,
        short=_ASK_SHORT,
    ),
    "fluid_restriction": Wording(
        "Told to drink only so much: that holds here too. Relief asks for no drink.",
        drinking="How much to drink is what you agreed with your doctor. Ask there about cramps.",
        short="Drink as agreed with your doctor.",
    ),
    "clot_history": Wording(
        "An earlier clot: calf pain that stays, swelling or warmth of one leg: medical help the "
        "same day, card RF02.",
        first=("RF05", "RF02"),
    ),
}
"""By the name of the answer. Where two change the same, the later one counts. S24, S53, S78, S79,
S86, S88."""


@dataclass(frozen=True, slots=True)
class Limit:
    """Advice of the guide that a *yes* rules out: ``sentence`` stands in its place. It is found by
    topic, by id, or by ``words`` in what to do; ``spared`` are ids whose words warn, not advise.
    On a red-flag card what to do goes on, and ``on_card`` follows it."""

    said: str
    sentence: str
    on_card: str
    words: re.Pattern[str]
    topics: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    spared: frozenset[str] = frozenset()

    def rules_out(self, entry: Entry) -> bool:
        """True where the advice of ``entry`` is not for whoever said so."""
        if entry.id in self.spared:
            return False
        named = entry.topic in self.topics or entry.id in self.ids
        return named or self.words.search(entry.do) is not None


_COMES_FIRST = "what your clinician said comes first; none of this is for you."
_SALTS = re.compile(r"\b(electrolytes?|salts?|sodium|potassium|magnesium)\b", re.IGNORECASE)
_SALT_IDS = frozenset(
    {
        "electrolytes-in-moderation",
        "bananas",
        "nuts-and-greens",
        "balanced-electrolyte-diet",
        "magnesium-or-potassium",
        "magnesium-role",
        "potassium-role",
        "food-list",
    }
)
_SALT_SPARED = frozenset({"help-low-sodium-severe", "help-illness"})
_SALT_ON_CARD = "Salt and minerals: what your clinician said comes first."

LIMITS = (
    Limit(
        "fluid_restriction",
        f"You told Relief to keep to a fluid limit: {_COMES_FIRST}",
        "Fluid: what your clinician said comes first.",
        re.compile(r"\b(drink\w*|drank|sip\w*|thirst\w*|water)\b", re.IGNORECASE),
        topics=frozenset({DRINKING}),
        spared=frozenset({"help-heat-stroke", "help-low-sodium-severe", "help-low-sodium-early"}),
    ),
    Limit(
        "kidney",
        f"You told Relief of a kidney disease: {_COMES_FIRST}",
        _SALT_ON_CARD,
        _SALTS,
        ids=_SALT_IDS,
        spared=_SALT_SPARED,
    ),
    Limit(
        "salt_restriction",
        f"You told Relief to keep to a salt limit: {_COMES_FIRST}",
        _SALT_ON_CARD,
        _SALTS,
        ids=_SALT_IDS,
        spared=_SALT_SPARED,
    ),
    Limit(
        "pregnancy",
        "No deep calf massage while pregnant or just after birth (S78, S53).",
        "No deep calf massage.",
        re.compile(r"\b(roll|rub|massage)\b", re.IGNORECASE),
        ids=frozenset({"foam-rolling", "massage-while-long"}),
    ),
)
"""The first that rules an entry out has the word."""

STILL: Mapping[str, str] = {
    "sip-of-water": "Stretch first.",
    "pickle-juice": "Stretch first.",
    "three-causes": "Change in this order: toes and range, then load and sets.",
    "sweat-and-empty-stomach": "In one set in a cool gym, look at position first.",
    "dehydration-culprit": "Fix position and effort first.",
    "salt-limits": "Ask your clinician before any electrolyte product.",
    "mineral-imbalance": "Cramps in several muscles, illness, new medicines: see When to get help.",
    "what-dries-you-out": "Ill with fever, vomiting or diarrhoea? Do not train hard.",
    "urine-colour": "Brown like tea or cola after training, or with great weakness: emergency now.",
    "coffee": "Go easy on alcohol.",
    "alcohol": "Go easy.",
    "alex-drank-more": "Change one thing at a time, and start with the foot.",
    "too-much-water": "Those signs: get help.",
    "bananas": "For the cramp, stretch.",
    "magnesium-or-potassium": "No tablets on the word of an app or a friend.",
    "potassium-role": "Ask your pharmacist or doctor.",
    "help-heat-exhaustion": "Stop, cool place, lie down, cool skin. Not better in 30 min = "
    "emergency number.",
    "help-many-muscles": "End training. Sit in the cool, same-day advice. With confusion, "
    "vomiting, fever or collapse: emergency number.",
    "first-water-or-technique": "Foot and range, then load and rest. Still cramping: book a "
    "clinician, bring the log.",
    "small-changes": "Try one change at a time: neutral foot, warm-up, load, variation.",
    "warm-up-order": "Bike or walk, circles, knee to wall, raises, bridge, band, ramp set. Begin "
    "with the side that cramped last.",
}
"""By the id of an entry: what of its advice holds all the same."""


def ruled_out(do: str) -> bool:
    """True where ``do`` says that the advice is not for this person: it is to be read first."""
    return do.startswith(tuple(limit.sentence for limit in LIMITS))


@dataclass(frozen=True, slots=True)
class Profile:
    """True where the person said so; what was not said is taken as no."""

    medicines: bool = False
    pregnancy: bool = False
    sickle_trait: bool = False
    kidney: bool = False
    salt_restriction: bool = False
    fluid_restriction: bool = False
    clot_history: bool = False

    @property
    def no_massage(self) -> bool:
        """True where the calf is not to be massaged or rolled."""
        return self.pregnancy

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """What was answered with *yes*, in the order of the table."""
        return tuple(WORDINGS[each.name] for each in fields(self) if getattr(self, each.name))

    @property
    def lines(self) -> tuple[str, ...]:
        """What is to be told beside the causes of a cramp."""
        return tuple(wording.line for wording in self.wordings)

    def fitting(self, script: Script) -> Script:
        """The script without what is not for this person: a sip where fluid is restricted, rubbing
        the calf in pregnancy; and the card on top that concerns them most."""
        if self.fluid_restriction:
            script = replace(script, words=replace(script.words, sip=""))
        if self.no_massage:
            ladder = tuple(replace(rung, massage="") for rung in script.ladder)
            script = replace(script, ladder=ladder)
        first = tuple(wording.first for wording in self.wordings if wording.first)
        return replace(script, safety=replace(script.safety, first=first)) if first else script

    def fitting_entry(self, entry: Entry) -> Entry:
        """The entry; where its advice is not for this person, that in its place, and what of it
        holds all the same."""
        limits = (limit for limit in LIMITS if getattr(self, limit.said))
        limit = next((limit for limit in limits if limit.rules_out(entry)), None)
        if limit is None:
            return entry
        still = STILL.get(entry.id, "")
        if entry.card:
            return replace(entry, do=f"{still or entry.do} {limit.on_card}")
        return replace(entry, do=f"{limit.sentence} Still: {still}" if still else limit.sentence)

    def fitting_guide(self, guide: Guide) -> Guide:
        """The guide, with no advice in it that is not for this person."""
        if not any(getattr(self, limit.said) for limit in LIMITS):
            return guide
        topics = map(self._fitting_topic, guide.topics)
        return type(guide)(guide.about, topics, guide.sources, guide.cards, guide.troubles)

    def _fitting_topic(self, topic: Topic) -> Topic:
        """What the topic of drinks is said to be about is advice, too."""
        entries = tuple(map(self.fitting_entry, topic.entries))
        if topic.name != DRINKING:
            return replace(topic, entries=entries)
        limits = (limit for limit in LIMITS if getattr(self, limit.said))
        about = next((limit.sentence for limit in limits if limit.words.search(topic.about)), "")
        return replace(topic, about=about or topic.about, entries=entries)

    def fitting_causes(self, causes: Iterable[Cause]) -> tuple[Cause, ...]:
        """The causes, with what to change about drinking as it may be said to this person; where
        fluid is restricted, no drink that was not noted speaks for anything."""
        drinking = [wording for wording in self.wordings if wording.drinking]
        fitted = []
        for cause in causes:
            if cause.id == FLUID and drinking:
                to_do, short = drinking[-1].drinking, drinking[-1].short
                cause = replace(cause, change=to_do, short=short)
            if cause.id == FLUID and self.fluid_restriction:
                words = {sign: cause.words[sign] for sign in cause.words if sign in _BUT_DRINKS}
                cause = replace(cause, words=words)
            fitted.append(cause)
        return tuple(fitted)
