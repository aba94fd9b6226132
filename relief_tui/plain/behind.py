"""Why does the coach say this? In lines: what is known of it, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator

from relief_tui.coach.plan import Plan
from relief_tui.coach.view import View
from relief_tui.services import Services

NOTHING = "Nothing in the guide stands behind this."


def why_lines(services: Services, view: View, plan: Plan) -> Iterator[str]:
    """The entry of the guide behind what ``view`` of ``plan`` says, and how to read on."""
    from relief_tui.content.behind import load_behind  # no relief has to wait for it
    from relief_tui.content.reading import ContentError
    from relief_tui.report.guide import said, who_says

    try:
        id = load_behind().id_of(view, plan)
        entry = services.settings.profile.fitting_guide(services.guide).entry(id)
    except ContentError as error:
        yield f"guide/{error}"
        return
    if entry is None:
        yield NOTHING
        return
    yield f"{entry.name}   {entry.label.shape} {entry.label}"
    yield f"{who_says(entry)}: {said(entry)}"
    yield f"Known: {entry.known}"
    yield f"More: relief guide {entry.id}"
