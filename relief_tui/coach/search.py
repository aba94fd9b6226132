"""Finds what a few words are about, as they are typed, and forgives how they are spelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from math import log
from typing import Generic, NamedTuple, Protocol, TypeVar

from relief_tui.coach.spelling import distance, letters_of, words_in, words_of

MOST_WORDS = 10

_CODE = re.compile(r"(?:rf|[abks])\d+\Z")
"""The id of a card, a claim or a source: exact, or not meant."""
_SURE, _LONG = 4, 8
"""Letters from which a word may hold a slip of the fingers, or two."""
_MOST_KEPT = 400
"""Words whose matches are kept: those of the person who is typing now."""

_COMMON = frozenset(
    words_in(
        "a about after all am an and any are as at bad be because been best better but by can "
        "could did do does for from get getting go good got had has have help how i if im in "
        "into is it its ive just like make me much my no not of ok okay on or out please "
        "properly really s safe should so some someone than that the their them then there they "
        "this to too up use very was what whats when where which who whos why will with worth "
        "would yesterday you your"
    )
)
"""They tell little of what is looked for, and count only where nothing else was typed."""

_ASKING = frozenset(words_in("before day during need take train work"))
"""They ask about something and do not name it."""

_CALLED, _NAMED, _SAID, _TOLD = 2.0, 1.9, 1.5, 0.6
"""Weights of a word: among those to look for it by; in the id or the name; in what people say; in
the text."""
_TWICE = 0.15
"""What each further place adds."""
_EXACT, _PREFIX, _NEAR = 1.0, 0.75, 0.55
_WHOLE, _PAIR = 2.0, 0.5
"""What it gains when all that was typed is one of the words to look for it by; when two words in a
row stand there in a row."""
_STRANGE, _EVERYWHERE = 5, 0.25
"""Letters from which an unknown word is what was asked about; the part of all places from which a
word is everywhere, and answers nothing about it."""
_SOUNDS = (
    (re.compile(r"[tsc]i?on|shun|shon|tiun"), "shn"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|q|c(?![eihy])"), "k"),
    (re.compile(r"y"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""What sounds alike, written one way."""
_ENOUGH = 0.3
"""What is worse than this part of the best is not what was looked for."""


class Findable(Protocol):
    """What can be found: its texts, from the most telling to the least."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def topic(self) -> str: ...
    @property
    def says(self) -> str: ...
    @property
    def known(self) -> str: ...
    @property
    def do(self) -> str: ...
    @property
    def numbers(self) -> str: ...
    @property
    def words(self) -> tuple[str, ...]: ...
    @property
    def claims(self) -> tuple[str, ...]: ...
    @property
    def sources(self) -> tuple[str, ...]: ...
    @property
    def card(self) -> str: ...


_T = TypeVar("_T", bound=Findable)


def _telling(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in _COMMON]


def _sound(word: str) -> str:
    for spelt, sound in _SOUNDS:
        word = spelt.sub(sound, word)
    return word


class _Match(NamedTuple):
    """What a word finds: the known word that is meant, and how well each place fits."""

    meant: str
    scores: Mapping[int, float]


class Index(Generic[_T]):
    """What is looked up at every key, worked out once."""

    def __init__(self, items: Iterable[_T]) -> None:
        self._items = tuple(items)
        self._weights: dict[str, dict[int, float]] = {}
        self._codes: dict[str, list[int]] = {}
        self._phrases: list[str] = []
        for place, item in enumerate(self._items):
            self._add(place, item)
        self._rarity = {word: self._rare(len(where)) for word, where in self._weights.items()}
        self._vocabulary = sorted((word, letters_of(word)) for word in self._weights)
        self._by_sound: dict[str, list[str]] = {}
        self._meant = [each for each in self._vocabulary if self._likely(each[0])]
        for word, _ in self._meant:
            self._by_sound.setdefault(_sound(word), []).append(word)
        self._kept: dict[tuple[str, bool], _Match] = {}

    def _add(self, place: int, item: _T) -> None:
        called = [words_in(text) for text in item.words]
        named = words_in(item.id)
        titled = words_in(item.name)
        told = [words for words in map(_telling, called) if len(words) > 1]
        phrases = (named, titled, *called, *told)
        self._phrases.append(f"| {' | '.join(' '.join(words) for words in phrases)} |")
        fields = (
            (_CALLED, [word for words in called for word in words]),
            (_NAMED, [*named, *titled]),
            (_SAID, words_in(item.says)),
            (_TOLD, words_in(f"{item.known} {item.do} {item.numbers} {item.topic}")),
        )
        for weight, words in fields:
            for word in set(words):
                where = self._weights.setdefault(word, {})
                where[place] = where[place] + _TWICE if place in where else weight
        for code in (*item.claims, *item.sources, item.card):
            self._codes.setdefault(code.casefold(), []).append(place)

    def _likely(self, word: str) -> bool:
        """True if it may be meant by what is spelt otherwise: not a short word that only stands
        in a text."""
        return len(word) >= _SURE or max(self._weights[word].values()) >= _SAID

    def _rare(self, count: int) -> float:
        return log(1 + len(self._items) / count)

    def search(self, text: str) -> tuple[_T, ...]:
        """What ``text`` may be about, best first; nothing if no word of it is known here.

        The last word may be unfinished, words may be misspelt, common ones count little.
        """
        typed = words_of(text)[:MOST_WORDS]
        asked = _telling(dict.fromkeys(typed)) or list(dict.fromkeys(typed))
        if self._strange(asked, typed[-1:]):
            return ()
        scores: dict[int, float] = {}
        hits: dict[int, int] = {}
        for word in asked:
            for place, score in self._matches(word, last=word == typed[-1]).scores.items():
                scores[place] = scores.get(place, 0.0) + score
                hits[place] = hits.get(place, 0) + 1
        meant = [self._matches(word, last=word == typed[-1]).meant for word in typed]
        wholes = {f"| {' '.join(words)} |" for words in (meant, _telling(meant)) if words}
        pairs = [f" {meant[at]} {meant[at + 1]} " for at in range(len(meant) - 1)]
        for place in scores:
            called = self._phrases[place]
            gain = _WHOLE if any(whole in called for whole in wholes) else 1.0
            gain += _PAIR * sum(pair in called for pair in pairs)
            scores[place] *= gain * (hits[place] / len(asked)) ** 0.5
        return self._best(scores)

    def _strange(self, asked: list[str], last: list[str]) -> bool:
        """True if a word is not known here, and the others stand everywhere or are short and
        misspelt: what they find is no answer."""
        strange = False
        for word in asked:
            meant, found = self._matches(word, last=word in last)
            seldom = word not in _ASKING and len(found) < _EVERYWHERE * len(self._items)
            meant_it = len(word) >= _STRANGE or meant.startswith(word)
            if found and seldom and meant_it:
                return False
            strange = strange or (not found and len(word) >= _STRANGE)
        return strange

    def _best(self, scores: dict[int, float]) -> tuple[_T, ...]:
        least = _ENOUGH * max(scores.values(), default=0.0)
        found = [place for place in scores if scores[place] >= least]
        found.sort(key=lambda place: (-scores[place], place))
        return tuple(self._items[place] for place in found)

    def _matches(self, word: str, *, last: bool) -> _Match:
        """What ``word`` finds; the answers are kept, for the next key."""
        key = word, last
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            found = self._kept[key] = self._look(word, last=last)
        return found

    def _look(self, word: str, *, last: bool) -> _Match:
        if _CODE.match(word) and word in self._codes:
            return _Match(word, dict.fromkeys(self._codes[word], 1.0))
        found: dict[int, float] = {}
        alike = self._alike(word, last=last)
        for known, fit in alike:
            rarity = self._rarity[known]
            for place, weight in self._weights[known].items():
                found[place] = max(found.get(place, 0.0), fit * rarity * weight)
        return _Match(max(alike, key=lambda pair: pair[1])[0] if alike else word, found)

    def _alike(self, word: str, *, last: bool) -> list[tuple[str, float]]:
        """Known words that ``word`` is, begins, or is a misspelling of; how well each fits."""
        alike = [(word, _EXACT)] if word in self._weights else []
        if last or (len(word) > 3 and not alike):
            alike += [
                (known, _PREFIX * (0.5 + 0.5 * len(word) / len(known)))
                for known, _ in self._vocabulary
                if known.startswith(word) and known != word
            ]
        return alike or self._misspelt(word)

    def _misspelt(self, word: str) -> list[tuple[str, float]]:
        heard = self._by_sound.get(_sound(word), []) if len(word) >= _SURE else []
        for off in range(1, 1 + (len(word) >= _SURE) + (len(word) >= _LONG)):
            near = [known for known in self._near(word, off) if distance(word, known, off) <= off]
            if near:
                others = [(known, _NEAR / off) for known in near if known not in heard]
                return [*((known, _NEAR) for known in heard), *others]
        return [(known, _NEAR) for known in heard]

    def _near(self, word: str, off: int) -> list[str]:
        """The known words that may be ``off`` slips away; cheaply told, and seldom wrong."""
        letters, size, first = letters_of(word), len(word), word[:2]
        return [
            known
            for known, others in self._meant
            if -off <= len(known) - size <= off
            and (letters ^ others).bit_count() <= 2 * off
            and known[0] in first
        ]
