"""The training that is going on, worked out from the events of the last day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from relief_tui.coach.event import Advised, RecoveryEnded, ReliefBegan, SetDone
from relief_tui.coach.training import TRAINING_S, Cramp, Training
from relief_tui.journal.counting import counting
from relief_tui.journal.entry import Entry
from relief_tui.journal.summary import Episode, episodes
from relief_tui.journal.trainings import ends_training

LOOK_BACK = timedelta(hours=24)
"""No training is longer."""
SET_KINDS = frozenset({"workout_began", "set_done", "workout_ended", "undone"})
"""The kinds of events that :func:`so_far` looks at."""
_NO_CRAMP = ("unanswered", "cancelled")
_SAME_CRAMP_S = 600.0
"""A relief that was cut off and begun again within ten minutes was one cramp."""


def training(entries: Iterable[Entry], now: datetime, *, beginning: bool = False) -> Training:
    """What came before ``now`` in this training; ``entries`` are those of the last day.

    ``beginning``: a relief begins now, which may be of the same cramp as one that was cut off a
    moment ago.
    """
    own = _of_this_training(counting(entries), now)
    advised = _advised(own)
    begun = [entry.time for entry in own if entry.kind == ReliefBegan.kind]
    begun += [now] if beginning else []
    cramps = (
        _cramp(episode, now, advised.get(episode.run))
        for episode in episodes(own)
        if _counts(episode, begun)
    )
    return Training(tuple(cramps), twitched=any(_twitched(entry) for entry in own))


def before(entries: Iterable[Entry], episode: Episode) -> Training:
    """What came before ``episode`` in its training; ``entries`` are those of the day up to it, and
    later ones."""
    at = datetime.fromisoformat(episode.at)
    earlier = [one for one in counting(entries) if one.time <= at and one.run != episode.run]
    return training(earlier, at)


def so_far(entries: Iterable[Entry], now: datetime) -> tuple[datetime | None, tuple[SetDone, ...]]:
    """When the workout of the training that is going on began (None: there is none), and its sets,
    oldest first; ``entries`` are those of the last day."""
    own = _of_this_training(counting(entries), now)
    events = [entry.event for entry in own if entry.kind == SetDone.kind]
    sets = tuple(event for event in events if isinstance(event, SetDone))
    return (own[0].time if own else None), sets


def _of_this_training(entries: Iterable[Entry], now: datetime) -> list[Entry]:
    """The entries of runs since the last pause of three hours, or the last word of an end."""
    own: list[Entry] = []
    for entry in entries:
        if not entry.run:
            continue
        if own and _s_between(own[-1].time, entry.time) >= TRAINING_S:
            own.clear()
        own.append(entry)
        if ends_training(entry):
            own.clear()
    if own and _s_between(own[-1].time, now) >= TRAINING_S:
        own.clear()
    return own


def _twitched(entry: Entry) -> bool:
    """True if in this entry a light set was stopped for a twitch."""
    event = entry.event if entry.kind == RecoveryEnded.kind else None
    return isinstance(event, RecoveryEnded) and event.outcome == "twitch"


def _advised(entries: Iterable[Entry]) -> dict[str, Advised]:
    """The last advice of each run that has one."""
    found = ((entry.run, entry.event) for entry in entries if entry.kind == Advised.kind)
    return {run: event for run, event in found if isinstance(event, Advised)}


def _counts(episode: Episode, begun: Iterable[datetime]) -> bool:
    """True if the episode was a cramp of its own; ``begun`` is when each relief began."""
    if episode.outcome != "interrupted":
        return episode.outcome not in _NO_CRAMP
    at = datetime.fromisoformat(episode.at)
    again = any(0.0 < (other - at).total_seconds() <= _SAME_CRAMP_S for other in begun)
    return bool(episode.holds) and not again


def _cramp(episode: Episode, now: datetime, advised: Advised | None) -> Cramp:
    """The episode as a cramp of this training."""
    ago_s = _s_between(datetime.fromisoformat(episode.at), now)
    let_go_s = ago_s - (episode.time_to_relief_s or 0.0)
    return Cramp(
        max(0.0, let_go_s),
        episode.side,
        episode.outcome,
        episode.band,
        episode.exercise,
        episode.load,
        advised,
    )


def _s_between(then: datetime, now: datetime) -> float:
    """Seconds; none if the clock was set back."""
    return max(0.0, (now - then).total_seconds())
