"""What a person said about their health: it changes wording, never a diagnosis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from relief_tui.coach.causes import Cause, Sign
from relief_tui.coach.restrictions import DRINKING, KNOWN, LIMITS, STILL, Limit
from relief_tui.coach.safety import Card
from relief_tui.coach.script import Script
from relief_tui.coach.value import dataclass

if TYPE_CHECKING:  # no start has to wait for the guide
    from relief_tui.coach.guide import Entry, Guide, Topic

NO_MASSAGE = "No rolling: no deep calf massage while pregnant or just after birth."
"""S78, S53 (card RF19)."""
FLUID = "fluid"
"""The id of the cause that is about drinking."""
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
        short="Fluid as agreed with your doctor.",
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
        cards = self._fitting_cards(script.safety.cards)
        if not first and cards is script.safety.cards:
            return script
        return replace(script, safety=replace(script.safety, cards=cards, first=first))

    @property
    def _limits(self) -> tuple[Limit, ...]:
        return tuple(limit for limit in LIMITS if getattr(self, limit.said))

    def _fitting_cards(self, cards: Mapping[str, Card]) -> Mapping[str, Card]:
        return (
            {id: self.fitting_card(card) for id, card in cards.items()} if self._limits else cards
        )

    def fitting_card(self, card: Card) -> Card:
        """The card; of what to do only what is for this person."""
        do = self._fitting_do(card.id, card.do)
        return card if do == card.do else replace(card, do=do)

    def _fitting_do(self, card: str, do: str) -> str:
        limits = (limit for limit in self._limits if limit.rules_out_card(card, do))
        limit = next(limits, None)
        return f"{STILL.get(card, do)} {limit.on_card}" if limit else do

    def fitting_entry(self, entry: Entry) -> Entry:
        """The entry; where its advice is not for this person, that in its place, and what of it
        holds all the same."""
        if entry.card:
            return replace(entry, do=self._fitting_do(entry.card, entry.do))
        limit = next((limit for limit in self._limits if limit.rules_out(entry)), None)
        if limit is None:
            return entry
        known = KNOWN.get(entry.id, entry.known) if self.fluid_restriction else entry.known
        still = STILL.get(entry.id, "")
        do = f"{limit.sentence} Still: {still}" if still else limit.sentence
        return replace(entry, do=do, known=known)

    def fitting_guide(self, guide: Guide) -> Guide:
        """The guide, with no advice in it that is not for this person."""
        if not self._limits:
            return guide
        topics, cards = map(self._fitting_topic, guide.topics), self._fitting_cards(guide.cards)
        return type(guide)(guide.about, topics, guide.sources, cards, guide.troubles)

    def _fitting_topic(self, topic: Topic) -> Topic:
        """What the topic of drinks is said to be about is advice, too."""
        entries = tuple(map(self.fitting_entry, topic.entries))
        if topic.name != DRINKING:
            return replace(topic, entries=entries)
        limits = (limit for limit in self._limits if limit.words.search(topic.about))
        about = next((limit.sentence for limit in limits), "")
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
