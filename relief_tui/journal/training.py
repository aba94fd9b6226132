"""The training that is going on, worked out from the events of the last day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from relief_tui.coach.event import Advised, Answered, RecoveryEnded, ReliefEnded
from relief_tui.coach.training import WATCH_S, Cramp, Enough, Training, enough
from relief_tui.journal.counting import counting
from relief_tui.journal.cramps import Episode, episodes
from relief_tui.journal.entry import Entry
from relief_tui.journal.trainings import ends_training, going_on, working

LOOK_BACK = timedelta(hours=24)
"""No training is longer."""


def training(entries: Iterable[Entry], now: datetime, *, beginning: bool = False) -> Training:
    """What came before ``now`` and still counts; ``entries`` are those of the last day.

    That a workout was ended ends no watch: what the calf has felt counts for its hour.
    ``beginning``: a relief begins now, which may be of the same cramp as one that was left a
    moment ago.
    """
    told = list(entries)
    own, episodes = felt(told, now, beginning=beginning)
    advised, over = _advised(own), _enough(own)
    cramps = (_cramp(each, now, advised.get(each.run), over.get(each.run)) for each in episodes)
    return Training(
        tuple(cramps),
        twitched=any(_twitched(entry) for entry in own),
        taken_back=tuple(sorted(_relieved(told) - _relieved(counting(told)))),
    )


def felt(
    entries: Iterable[Entry], now: datetime, *, beginning: bool = False
) -> tuple[Sequence[Entry], list[Episode]]:
    """The entries that still count, and the cramps among them; all as for :func:`training`."""
    since = _going_on(counting(entries), now)
    own = _still_felt(since, now, beginning=beginning)
    return own, _cramps(own, now, beginning=beginning)


def before(entries: Iterable[Entry], episode: Episode) -> Training:
    """What came before ``episode`` in its training; ``entries`` are those of the day up to it, and
    later ones."""
    at = datetime.fromisoformat(episode.at)
    earlier = [one for one in counting(entries) if one.time <= at and one.run != episode.run]
    return training(earlier, at)


def _going_on(told: Sequence[Entry], now: datetime) -> list[Entry]:
    """All that was written of the runs of the training that goes on."""
    runs = {entry.run for entry in going_on(working(told), now)}
    return [entry for entry in told if entry.run in runs]


def _relieved(entries: Iterable[Entry]) -> set[str]:
    """The runs of the reliefs that ended."""
    return {entry.run for entry in entries if entry.kind == ReliefEnded.kind}


def _still_felt(own: Sequence[Entry], now: datetime, *, beginning: bool) -> Sequence[Entry]:
    """The entries since the last word of an end that holds: one that was said while the calf was
    watched holds only once the hour passed without another cramp."""
    felt = [(_began(each), _let_go(each)) for each in _cramps(own, now, beginning=beginning)]
    felt += [(entry.time, entry.time) for entry in own if _twitched(entry)]
    for index in range(len(own) - 1, -1, -1):
        if not ends_training(own[index]):
            continue
        end = own[index].time
        before = [let_go for began, let_go in felt if began <= end]
        until = min((began for began, _ in felt if began > end), default=now)
        if not before or _s_between(max(before), until) >= WATCH_S:
            return own[index + 1 :]
    return own


def _twitched(entry: Entry) -> bool:
    """True if in this entry a light set was stopped for a twitch."""
    event = entry.event if entry.kind == RecoveryEnded.kind else None
    return isinstance(event, RecoveryEnded) and event.outcome == "twitch"


def _advised(entries: Iterable[Entry]) -> dict[str, Advised]:
    """The last advice of each run that has one."""
    found = ((entry.run, entry.event) for entry in entries if entry.kind == Advised.kind)
    return {run: event for run, event in found if isinstance(event, Advised)}


def _enough(entries: Iterable[Entry]) -> dict[str, Enough]:
    """The reliefs that let go and ended with the curls, and why."""
    said: dict[str, dict[str, int | str]] = {}
    for entry in entries:
        event = entry.event if entry.kind == Answered.kind else None
        if isinstance(event, Answered):
            said.setdefault(entry.run, {})[event.question] = event.answer
    return {
        run: why
        for run, last in said.items()
        if last.get("check") == "gone" and (why := enough(last.get("green"), last.get("plan")))
    }


def _cramps(own: Iterable[Entry], now: datetime, *, beginning: bool) -> list[Episode]:
    """The cramps among the entries, oldest first."""
    return list(episodes(own, beginning=now if beginning else None))


def _cramp(
    episode: Episode, now: datetime, advised: Advised | None, enough: Enough | None
) -> Cramp:
    """The episode as a cramp of this training."""
    return Cramp(
        _s_between(_let_go(episode), now),
        episode.side,
        episode.outcome,
        episode.band,
        episode.exercise,
        episode.load,
        advised,
        enough if episode.outcome == "gone" else None,
        episode.run,
    )


def _began(episode: Episode) -> datetime:
    return datetime.fromisoformat(episode.at)


def _let_go(episode: Episode) -> datetime:
    """When it let go; of any other, when it began."""
    return _began(episode) + timedelta(seconds=episode.time_to_relief_s or 0.0)


def _s_between(then: datetime, now: datetime) -> float:
    """Seconds; none if the clock was set back."""
    return max(0.0, (now - then).total_seconds())
