"""One line for each thing that happened: what it was, when, and how it went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from relief_tui.coach.event import SetDone
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import reps_words
from relief_tui.coach.value import dataclass
from relief_tui.coach.workout.card import SetLine
from relief_tui.coach.workout.ending import summary
from relief_tui.journal.cramps import Episode, episodes
from relief_tui.journal.diary import Group, Told
from relief_tui.journal.summary import event_of, light_sets, warmups
from relief_tui.journal.trainings import working
from relief_tui.report.recent import day_words, leg_of
from relief_tui.report.text import LONGEST, LONGEST_TEXT, minutes, visible

CRAMPS, OTHERS = "cramps", "others"
Pair = tuple[str, str]
"""What is told in a few words, and what else there is to say where there is room."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of what can happen: its ``name`` for all of it, its shape, one of it in words."""

    name: str
    shape: str
    words: Callable[[Told], Pair]


def kind_of(told: Told) -> Kind:
    """The kind of what happened; one of its own for what only a later version knows."""
    return CALLED_OFF if told.void else KINDS.get(told.plan, _OTHER)


def line_of(told: Told) -> Pair:
    """``18:30 left calf, let go in 0:41`` and ``leg curl · 45 kg · mild``."""
    words, more = kind_of(told).words(told)
    if not told.ended:
        more = joined("not ended", more)
    return f"{clock(told.at)} {words}", joined(more, visible(told.note))


def head_of(group: Group, now: datetime) -> Pair:
    """``Mon 2 Nov, training, 2 cramps``, the year where it is another one; and all that it was."""
    at = datetime.fromisoformat(group.at)
    year = f" {at.year}" * (at.year != now.year)
    count = Counter(kind_of(told).name for told in group.told)
    said = {name: f"{number} {_one(name, number)}" for name, number in count.items()}
    words = (f"{day_words(at)}{year}", "training" * group.training, said.get(CRAMPS, ""))
    return ", ".join(word for word in words if word), " · ".join(said.values())


def span_words(group: Group) -> str:
    """``18:10–19:32``, from the first of a training to the last of it that was work."""
    work = working(entry for each in group.told for entry in each.entries)
    begin, end = clock(group.at), clock(max(work, key=lambda entry: entry.id).at)
    return begin if begin == end else f"{begin}–{end}"


def haystack(told: Told, *lines: str) -> str:
    """All that a filter looks at, in small letters; ``lines`` are those of it, and above it."""
    said = [*lines, kind_of(told).name, told.note]
    for entry in told.entries:
        said += [value for value in entry.data.values() if isinstance(value, str)]
        said += [load_words(entry.data.get("load"))]
    return " ".join(said).casefold()


def clock(at: str) -> str:
    """``18:30``, in the time of the place where it was written."""
    return f"{datetime.fromisoformat(at):%H:%M}"


def joined(*words: str) -> str:
    """What there is of them, with dots between."""
    return " · ".join(word for word in words if word)


def where_words(episode: Episode) -> str:
    """``leg curl · prone machine · 45 kg``."""
    machine = f"{visible(episode.machine)} machine" if episode.machine else ""
    exercise = visible(episode.exercise or "")
    return joined(exercise, machine, str(episode.load or ""))


def how_words(episode: Episode) -> str:
    """``let go in 0:41``, or how else it ended."""
    if episode.time_to_relief_s is not None:
        return f"let go in {minutes(episode.time_to_relief_s)}"
    return "let go" if episode.outcome == "gone" else episode.outcome


def load_words(load: Any) -> str:
    """A load as the journal keeps it, ``45 kg``; empty without one."""
    return str(_load(load) or "")


def set_words(data: dict[str, Any]) -> str:
    """A set: ``leg curl · 45 kg · 10 reps``, and what was advised where that was less."""
    reps = data.get("reps")
    counted = reps_words(reps) if isinstance(reps, int) else ""
    name = str(data.get("exercise") or "")
    load, advised = _load(data.get("load")), _load(data.get("advised"))
    against = f"{advised} was advised" if load and advised and advised.weight < load.weight else ""
    return joined(visible(name), str(load or ""), counted, against)


def sets_of(told: Told) -> Iterator[SetLine]:
    """The sets that were done in it, in their order."""
    for entry in told.entries:
        event = event_of(entry, SetDone)
        if isinstance(event, SetDone):
            yield SetLine(event.exercise, event.load, event.reps)


def sets_lines(sets: Iterable[SetLine]) -> Iterator[str]:
    """A line for each exercise, with all that was done of it."""
    return (visible(line, LONGEST_TEXT) for line in summary(sets, LONGEST))


def _load(kept: Any) -> Load | None:
    """A load as the journal keeps it; None for none."""
    if not isinstance(kept, dict) or kept.get("unit") not in set(Unit):
        return None
    return Load(float(kept.get("value", 0)), Unit(kept["unit"]))


def _cramp(told: Told) -> Pair:
    episode = told.cramp
    if episode is None:
        return "cramp", ""
    return f"{leg_of(episode)}, {how_words(episode)}", joined(
        where_words(episode), str(episode.band or "")
    )


def _called_off(told: Told) -> Pair:
    if told.plan == "workout":
        return "cancelled", "a workout, before a set"
    by_itself = episodes(told.entries)
    return "cancelled", "begun again: the same cramp" if by_itself else "before a hold: no cramp"


def _warmup(told: Told) -> Pair:
    done = warmups(told.entries)
    names = (str(entry.data.get("routine") or "") for entry in told.entries)
    name = visible(next(filter(None, names), ""))
    words = f"warm-up {name}".strip()
    if not done:
        return words, ""
    [one] = done
    skipped = f"{one.skipped} skipped" if one.skipped else ""
    span = minutes(one.seconds) if one.seconds is not None else ""
    return words, joined(_unless_done(one.outcome), f"{one.done} done", skipped, span)


def _light_set(told: Told) -> Pair:
    done = light_sets(told.entries)
    if not done:
        return "light set", ""
    one = done[0]
    return "light set", joined(_unless_done(one.outcome), str(one.load or ""), reps_words(one.reps))


def _workout(told: Told) -> Pair:
    sets = tuple(sets_of(told))
    return f"workout, {len(sets)} {_one('sets', len(sets))}", joined(*sets_lines(sets))


def _drink(told: Told) -> Pair:
    ml = told.entries[0].data.get("ml")
    return (f"drink, {ml:g} ml" if isinstance(ml, int | float) else "sip"), ""


def _set(told: Told) -> Pair:
    return set_words(told.entries[0].data), ""


def _other(told: Told) -> Pair:
    return visible(told.plan), "of a later version of Relief"


def _unless_done(outcome: str) -> str:
    return "" if outcome == "done" else outcome


def _one(name: str, number: int) -> str:
    return name.removesuffix("s") if number == 1 else name


KINDS: dict[str, Kind] = {
    "relief": Kind(CRAMPS, "▼", _cramp),
    "warmup": Kind("warm-ups", "▲", _warmup),
    "recovery": Kind("light sets", "●", _light_set),
    "workout": Kind("workouts", "■", _workout),
    "set_done": Kind("sets", "■", _set),
    "drank": Kind("drinks", "·", _drink),
}
"""A row for each kind of what can happen: the plan of a run, or the kind of an event."""
CALLED_OFF = Kind("cancelled", "○", _called_off)
"""A relief that tells of no cramp of its own, a workout without a set."""
_OTHER = Kind(OTHERS, "?", _other)
