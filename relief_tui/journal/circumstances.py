"""What the journal knows of the circumstances of a cramp."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from relief_tui.coach.causes import Circumstances
from relief_tui.coach.event import Drank, WarmupEnded
from relief_tui.coach.load import Load
from relief_tui.coach.training import TRAINING_S
from relief_tui.journal.counting import counting
from relief_tui.journal.entry import Entry
from relief_tui.journal.summary import Episode, episodes
from relief_tui.journal.trainings import working


def circumstances(entries: Sequence[Entry], episode: Episode) -> Circumstances:
    """What is known of ``episode``; ``entries`` are those of its journal, in any order."""
    at = datetime.fromisoformat(episode.at)
    before = [entry for entry in counting(entries) if entry.time < at and entry.run != episode.run]
    training = _training(working(before), at)
    cramps = _counted(episodes(before))
    same = [cramp for cramp in cramps if _alike(cramp, episode)]
    began = training[0].time if training else at
    return Circumstances(
        machine=episode.machine,
        exercise=episode.exercise,
        load=episode.load,
        before=_load_before(same, began),
        new_machine=_is_new(episode.machine, [cramp.machine for cramp in cramps]),
        minutes_in=int((at - began).total_seconds() / 60) if training else None,
        cramp_no=1 + len(_counted(episodes(training))),
        warmed_up=_warmed_up(training),
        drinks=sum(e.kind == Drank.kind and e.time >= began for e in before) if training else None,
    )


def _training(before: Sequence[Entry], at: datetime) -> list[Entry]:
    """The entries of the training that went on at ``at``: none of them three hours apart."""
    own: list[Entry] = []
    after = at
    for entry in reversed(before):
        if (after - entry.time).total_seconds() >= TRAINING_S or entry.kind == "workout_ended":
            break
        own.insert(0, entry)
        after = entry.time
    return own


def _alike(one: Episode, other: Episode) -> bool:
    """True if two cramps came in the same exercise on the same machine, as far as either is
    known."""
    place = (other.exercise, other.machine)
    return any(place) and (one.exercise, one.machine) == place


def _counted(cramps: Iterable[Episode]) -> list[Episode]:
    """The cramps of which somebody said anything."""
    return [cramp for cramp in cramps if cramp.outcome != "unanswered"]


def _load_before(same: Sequence[Episode], began: datetime) -> Load | None:
    """The load of the last episode in an earlier training."""
    earlier = [cramp.load for cramp in same if datetime.fromisoformat(cramp.at) < began]
    return earlier[-1] if earlier else None


def _is_new(machine: str | None, earlier: Sequence[str | None]) -> bool:
    known = {each for each in earlier if each}
    return machine is not None and bool(known) and machine not in known


def _warmed_up(training: Sequence[Entry]) -> bool | None:
    """Whether a warm-up was done in this training; None where nothing was written but cramps."""
    ended = [entry.event for entry in training if entry.kind == WarmupEnded.kind]
    if not training:
        return None
    return any(isinstance(event, WarmupEnded) and event.done > event.skipped for event in ended)
