"""Keys of one's own: which actions may have others, and which keys are never given away."""

from __future__ import annotations

import re
from collections.abc import Mapping

from relief_tui.coach.value import dataclass

EVERYWHERE = """
    cramp=c cramp-now=f2 red-flags=exclamation_mark warmup=w training=t recovery=a guide=g history=h
    why=y
    drank=d mute=m settings=comma help=question_mark,f1 quit=q quit-now=ctrl+c palette=ctrl+p
"""
"""What works on all screens, each id with its usual keys."""
PLACES = {
    "home": """
        home-main=space,enter,pagedown leave-it=x number=à,ampersand,é,quotation_mark,apostrophe
        number=left_parenthesis,minus,è,underscore,ç
    """,
    "why": """
        why-try=enter,space why-before=p,left,pageup why-after=n,right,pagedown why-down=down
        why-up=up why-undo=u why-health=i why-leave=escape
        number=à,ampersand,é,quotation_mark,apostrophe
    """,
    "health": "health-back=p,up,left,pageup health-leave=escape number=à,ampersand,é",
    "settings": """
        settings-up=up,p,pageup settings-down=down,n,pagedown settings-change=enter,space,right
        settings-before=left settings-default=delete,backspace settings-back=escape
    """,
    "list": """
        list-up=up,p list-down=down,n list-page-up=pageup list-page-down=pagedown list-first=home
        list-last=end list-start=enter,space list-more=plus,equals_sign list-back=escape
        number=ampersand,é,quotation_mark,apostrophe,left_parenthesis,minus,è,underscore,ç
    """,
    "training": """
        sets-up=up,p sets-down=down,n sets-page-up=pageup sets-page-down=pagedown sets-first=home
        sets-last=end sets-start=enter,space sets-field=tab sets-field-before=shift+tab
        sets-less=left sets-more=right,plus,equals_sign sets-own=slash sets-back=escape
        number=ampersand,é,quotation_mark,apostrophe,left_parenthesis,minus,è,underscore,ç
    """,
    "guide": """
        guide-up=up,p guide-down=down,n guide-page-up=pageup guide-page-down=pagedown
        guide-first=home guide-last=end guide-open=enter,space,right
        guide-back=escape,left,backspace guide-sources=s guide-search=slash
        number=ampersand,é,quotation_mark,apostrophe,left_parenthesis,minus,è,underscore,ç
    """,
    "history": """
        history-up=up,p history-down=down,n history-page-up=pageup history-page-down=pagedown
        history-first=home history-last=end history-open=enter,space,right
        history-back=escape,left,backspace history-filter=slash history-kind=f history-note=j
        history-correct=e history-delete=k,delete history-undo=u
        number=ampersand,é,quotation_mark,apostrophe,left_parenthesis,minus,è,underscore,ç
    """,
    "run": """
        main=space,full_stop,b choose=enter next=n,pagedown back=p,pageup again=r
        longer=plus,equals_sign shorter=minus side=s position=o undo=u stop=x
        left=left right=right up=up down=down tick=v own-load=l later=z metronome=e
        why-this=i leave=escape
        number=à,ampersand,é,quotation_mark,apostrophe
    """,
    "picker": """
        pick-down=down pick-up=up number=à,escape,ampersand,é,quotation_mark,apostrophe
        number=left_parenthesis,minus,è,underscore,ç
    """,
    "card": """
        card-next=n,pagedown,right card-back=p,pageup,left card-clear=k card-down=down card-up=up
        card-yes=1,ampersand card-no=0,à card-close=escape card-read=space,enter
    """,
    "help": "help-close=escape,space,enter,question_mark,f1",
}
"""What works on one screen, besides. ``number`` stands for all that take one."""
NUMBER = "number"


def usual(table: str) -> dict[str, frozenset[str]]:
    """The ids of a table, each with its usual keys."""
    found: dict[str, frozenset[str]] = {}
    for part in table.split():
        id, _, keys = part.partition("=")
        found[id] = found.get(id, frozenset()).union(keys.split(","))
    return found


IDS = frozenset().union(*map(usual, (EVERYWHERE, *PLACES.values()))) - {NUMBER}
"""The ids of the bindings of all screens."""

ALWAYS = {"cramp": "c", "red-flags": "exclamation_mark", "quit": "q"}
"""What a person in pain must find where it always was: a key of one's own comes beside it."""

_KEPT = frozenset({"c", "space", "exclamation_mark", "!", "q", "ctrl+c", *"0123456789"})
_NAMES = """
    enter escape tab backspace delete insert home end pageup pagedown up down left right
    comma full_stop colon semicolon plus minus equals_sign underscore slash backslash question_mark
    ampersand quotation_mark apostrophe left_parenthesis right_parenthesis asterisk number_sign at
"""
_NAMED = frozenset(_NAMES.split())
_FUNCTION = re.compile(r"f([1-9]|1\d|2[0-4])")
_RENAMED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Names that Textual has others for."""
_WITH = re.compile(r"(ctrl|shift|alt)\+")


@dataclass(frozen=True, slots=True)
class Clash:
    """``key``, given to ``id``, does what ``other`` stands for on the same screen."""

    id: str
    key: str
    other: str

    def __str__(self) -> str:
        what = (
            "stands for a number there" if self.other == NUMBER else f"is the key of {self.other}"
        )
        mend = "" if self.other == NUMBER else ": give that another first"
        return f"{self.key} {what}{mend}"


def check(id: str, keys: str) -> None:
    """Raises ``ValueError`` with a sentence for the person if ``id`` may not have ``keys``, one
    or several with commas between them."""
    if id not in IDS:
        raise ValueError(f"{id} is the id of nothing")
    for key in _parts(keys):
        if key in _KEPT and key != ALWAYS.get(id):
            raise ValueError(f"{key} keeps what it does")
        bare = _WITH.sub("", key)
        if not (_printable(bare) or bare in _NAMED or _FUNCTION.fullmatch(bare)):
            raise ValueError(f"there is no key {key}")


def clash(own: Mapping[str, str]) -> Clash | None:
    """The first key that would do two things on one screen; None if each does one. What is to
    blame is the later of two keys of one's own."""
    given = {id: frozenset(map(_named, _parts(keys))) for id, keys in keymap(own).items()}
    order = list(given)  # all that clash with a later one are found from that one's side
    for table in PLACES.values():
        before = usual(EVERYWHERE) | usual(table)
        now = before | {id: keys for id, keys in given.items() if id in before}
        for id in reversed(order):
            for other in now if id in now else ():
                if _same(id, other) or other in order[order.index(id) :]:
                    continue
                both = now[id] & now[other] - (before[id] & before[other])
                if both:
                    return Clash(id, min(both), other)
    return None


def without_clashes(own: Mapping[str, str]) -> tuple[dict[str, str], list[Clash]]:
    """The keys that can hold together, and why the others cannot."""
    held, clashes = dict(own), []
    while found := clash(held):
        clashes.append(found)
        del held[found.id]
    return held, clashes


def keymap(own: Mapping[str, str]) -> dict[str, str]:
    """The keys of each id, with those that always stay."""
    return {id: f"{ALWAYS[id]},{keys}" if id in ALWAYS else keys for id, keys in own.items()}


def _same(id: str, other: str) -> bool:
    """True for two ids of one action: the one that works where text is typed, and the other."""
    return id.removesuffix("-now") == other.removesuffix("-now")


def _parts(keys: str) -> list[str]:
    return [part.strip() for part in keys.split(",")]


def _named(key: str) -> str:
    """The name of a key that may be written as what stands on it, told as Textual tells it."""
    *with_, bare = key.rsplit("+", 1) if len(key) > 1 else [key]
    if len(bare) == 1 and not bare.isalnum():
        import unicodedata  # for this alone: no start has to wait for it

        name = unicodedata.name(bare, bare).lower().replace("-", "_").replace(" ", "_")
        bare = _RENAMED.get(name, name)
    return "+".join((*with_, bare))


def _printable(key: str) -> bool:
    return len(key) == 1 and key.isprintable() and not key.isspace()
