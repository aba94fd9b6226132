"""The history in lines: the last trainings, and where there is more of it."""

from __future__ import annotations

from collections.abc import Callable

from relief_tui.services import Services

TRAININGS = 3
"""How many are told at once."""
NOTHING = "Nothing is written down yet: every cramp, warm-up and training will be told here."
MORE = "All of it: relief history; one cramp: relief history --episode 1"


def tell_history(services: Services, say: Callable[[str], None]) -> None:
    """The last trainings, the newest first."""
    from relief_tui.report.diary import latest  # no start has to wait for it

    lines = tuple(latest(services, TRAININGS))
    for line in lines or (NOTHING,):
        say(line)
    if lines:
        say(MORE)
