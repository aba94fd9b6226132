"""The training that is going on, worked out from the events of the last day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from relief_tui.coach.event import Advised
from relief_tui.coach.training import TRAINING_S, Cramp, Training
from relief_tui.journal.entry import Entry
from relief_tui.journal.summary import Episode, counting, episodes

LOOK_BACK = timedelta(hours=24)
"""No training is longer."""
_NO_CRAMP = ("unanswered", "cancelled")
_SAME_CRAMP_S = 600.0
"""A relief that was cut off and begun again within ten minutes was one cramp."""
_ENDED = "workout_ended"


def training(entries: Iterable[Entry], now: datetime) -> Training:
    """What came before ``now`` in this training; ``entries`` are those of the last day."""
    own = _of_this_training(counting(entries), now)
    advised = _advised(own)
    cramps = (_cramp(episode, now, advised.get(episode.run)) for episode in episodes(own))
    return Training(tuple(cramp for cramp in cramps if cramp is not None))


def before(entries: Iterable[Entry], episode: Episode) -> Training:
    """What came before ``episode`` in its training; ``entries`` are those of the day up to it, and
    later ones."""
    at = datetime.fromisoformat(episode.at)
    earlier = [one for one in counting(entries) if one.time <= at and one.run != episode.run]
    return training(earlier, at)


def _of_this_training(entries: Iterable[Entry], now: datetime) -> list[Entry]:
    """The entries of runs since the last pause of three hours, or the last word of an end."""
    own: list[Entry] = []
    for entry in entries:
        if not entry.run:
            continue
        if own and _s_between(own[-1].time, entry.time) >= TRAINING_S:
            own.clear()
        own.append(entry)
        if entry.kind == _ENDED:
            own.clear()
    if own and _s_between(own[-1].time, now) >= TRAINING_S:
        own.clear()
    return own


def _advised(entries: Iterable[Entry]) -> dict[str, Advised]:
    """The last advice of each run that has one."""
    found = ((entry.run, entry.event) for entry in entries if entry.kind == Advised.kind)
    return {run: event for run, event in found if isinstance(event, Advised)}


def _cramp(episode: Episode, now: datetime, advised: Advised | None) -> Cramp | None:
    """The episode as a cramp of this training, or None if it was none."""
    ago_s = _s_between(datetime.fromisoformat(episode.at), now)
    cut_off = episode.outcome == "interrupted"
    if cut_off and not (episode.holds and ago_s > _SAME_CRAMP_S):
        return None
    if episode.outcome in _NO_CRAMP:
        return None
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
