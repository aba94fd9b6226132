"""The training that is going on, worked out from the events of the last day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from relief_tui.coach.event import Advised, ReliefBegan
from relief_tui.coach.load import Load
from relief_tui.coach.training import TRAINING_S, Cramp, Training
from relief_tui.journal.entry import Entry
from relief_tui.journal.summary import Episode, counting, episodes

LOOK_BACK = timedelta(hours=24)
"""No training is longer."""
_NO_CRAMP = ("unanswered", "cancelled")
_SAME_CRAMP_S = 600.0
"""A relief that was cut off and begun again within ten minutes was one cramp."""
_ENDED = "workout_ended"


def training(entries: Iterable[Entry], now: datetime, exercise: str | None = None) -> Training:
    """What came before ``now`` in this training; ``entries`` are those of the last day.

    The first load is that of ``exercise``, or of whatever was not named.
    """
    own = _of_this_training(counting(entries), now)
    cramps = tuple(
        cramp for episode in episodes(own) if (cramp := _cramp(episode, now)) is not None
    )
    advised = [entry.event for entry in own if entry.kind == Advised.kind]
    last = advised[-1] if advised else None
    return Training(
        cramps,
        first_load=_first_load(own, exercise),
        advised=last.load_after if isinstance(last, Advised) else None,
    )


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


def _first_load(entries: Iterable[Entry], exercise: str | None) -> Load | None:
    for entry in entries:
        event = entry.event if entry.kind == ReliefBegan.kind else None
        if isinstance(event, ReliefBegan) and event.load is not None:
            named = (event.exercise, exercise)
            if None in named or event.exercise == exercise:
                return event.load
    return None


def _cramp(episode: Episode, now: datetime) -> Cramp | None:
    """The episode as a cramp of this training, or None if it was none."""
    ago_s = _s_between(datetime.fromisoformat(episode.at), now)
    cut_off = episode.outcome == "interrupted"
    if cut_off and not (episode.holds and ago_s > _SAME_CRAMP_S):
        return None
    if episode.outcome in _NO_CRAMP:
        return None
    let_go_s = ago_s - (episode.time_to_relief_s or 0.0)
    return Cramp(max(0.0, let_go_s), episode.side, episode.outcome, episode.band)


def _s_between(then: datetime, now: datetime) -> float:
    """Seconds; none if the clock was set back."""
    return max(0.0, (now - then).total_seconds())
