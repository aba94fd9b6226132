"""What a run was made of, moment by moment from its beginning. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from relief_tui.coach.event import Event
from relief_tui.coach.value import dataclass
from relief_tui.journal.counting import counting
from relief_tui.journal.entry import Entry


@dataclass(frozen=True, slots=True)
class Moment:
    """What happened ``t_s`` seconds after the run began. ``event`` is None for a kind that only a
    later version knows; ``data`` holds its fields all the same."""

    t_s: float
    kind: str
    data: Mapping[str, Any]
    event: Event | None = None


def timeline(entries: Iterable[Entry], run: str) -> tuple[Moment, ...]:
    """The moments of ``run`` that count, in the order in which they were written.

    Time never runs backwards in it: where the clock was set back, it stands.
    """
    found: list[Moment] = []
    own = [entry for entry in counting(entries, deleted=True) if entry.run == run]
    t_s = 0.0
    for entry in own:
        t_s = max(t_s, (entry.time - own[0].time).total_seconds())
        found.append(Moment(t_s, entry.kind, entry.data, entry.event))
    return tuple(found)
