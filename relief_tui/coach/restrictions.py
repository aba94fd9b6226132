"""Advice that is not for everybody: whom it is not for, and what is said in its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from relief_tui.coach.value import dataclass

if TYPE_CHECKING:  # no start has to wait for the guide
    from relief_tui.coach.guide import Entry

DRINKING = "Drinking and salt"
"""The topic of the guide that is about drinking."""


@dataclass(frozen=True, slots=True)
class Limit:
    """Advice of the guide that a *yes* rules out: ``sentence`` stands in its place. It is found by
    topic, by id, or by ``words`` in what to do.
    On a red-flag card what to do goes on, and ``on_card`` follows it; ``spared`` are ids of cards
    whose words warn, not advise."""

    said: str
    sentence: str
    on_card: str
    words: re.Pattern[str]
    topics: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    spared: frozenset[str] = frozenset()

    def rules_out(self, entry: Entry) -> bool:
        """True where the advice of ``entry`` is not for whoever said so."""
        if entry.card:
            return self.rules_out_card(entry.card, entry.do)
        named = entry.topic in self.topics or entry.id in self.ids
        return named or self.words.search(entry.do) is not None

    def rules_out_card(self, card: str, do: str) -> bool:
        """True where what to ``do`` of the card of this id is not all for whoever said so."""
        return card not in self.spared and self.words.search(do) is not None


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
_SALT_SPARED = frozenset({"RF09", "RF22"})
_SALT_ON_CARD = "Salt and minerals: what your clinician said comes first."

LIMITS = (
    Limit(
        "fluid_restriction",
        f"You told Relief to keep to a fluid limit: {_COMES_FIRST}",
        "Fluid: what your clinician said comes first.",
        re.compile(r"\b(drink\w*|drank|sip\w*|thirst\w*|water)\b", re.IGNORECASE),
        topics=frozenset({DRINKING}),
        spared=frozenset({"RF07", "RF09", "RF10"}),
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
    "RF08": "Stop, cool place, lie down, cool skin. Not better in 30 min = emergency number.",
    "RF12": "End training. Sit in the cool, same-day advice. With confusion, "
    "vomiting, fever or collapse: emergency number.",
    "first-water-or-technique": "Foot and range, then load and rest. Still cramping: book a "
    "clinician, bring the log.",
    "small-changes": "Try one change at a time: neutral foot, warm-up, load, variation.",
    "warm-up-order": "Bike or walk, circles, knee to wall, raises, bridge, band, ramp set. Begin "
    "with the side that cramped last.",
}
"""By the id of an entry, or of a card: what of its advice holds all the same."""

KNOWN: Mapping[str, str] = {
    "sip-of-water": "A drink cannot stop a cramp in progress: it takes far longer to arrive than a "
    "cramp lasts.",
    "drink-through-the-day": "A habit of many people, not a cure for cramps.",
    "drink-before-thirst": "Changed for safety. Drinking by the clock, hour after hour, can thin "
    "the blood's salt so far that it becomes an emergency.",
    "thirst-too-late": "Alarming, and only partly true. Thirst is a normal, early signal.",
    "water-bottle": "It is about reach, not about a quota.",
}
"""By the id of an entry: what is known of it, in words that ask nobody to drink."""


def ruled_out(do: str) -> bool:
    """True where ``do`` says that the advice is not for this person: it is to be read first."""
    return do.startswith(tuple(limit.sentence for limit in LIMITS))
