"""The ways into the guide, and its being read beforehand while nobody waits for anything."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from textual.app import App

from relief_tui.coach.profile import Profile
from relief_tui.content.reading import ContentError
from relief_tui.screens.home import HomeScreen
from relief_tui.screens.picker import PickerScreen
from relief_tui.screens.room import RoomScreen
from relief_tui.screens.run import RunScreen
from relief_tui.screens.runs import Runs
from relief_tui.services import Services

if TYPE_CHECKING:  # no start has to wait for it
    from relief_tui.coach.guide import Guide

IDLE_S = 1.0
"""How long home stands there before the guide is read: a start is over by then."""


class Guides:
    """Opens the guide. Nothing of it is loaded before it is wanted, or home is idle."""

    def __init__(self, app: App[None], services: Services) -> None:
        self._app = app
        self._services = services
        self._fitted: tuple[Profile, Guide] | None = None

    def open(self, id: str = "") -> None:
        """The guide at an entry, or at its first page."""
        from relief_tui.report.variations import today_of
        from relief_tui.screens.guide import GuideScreen

        screen = self._app.screen
        if isinstance(screen, GuideScreen):
            screen.start_over()
            return
        guide = self._guide()
        today = today_of(self._services.training())
        self._app.push_screen(GuideScreen(guide, today, guide.entry(id)))

    def look_up(self, runs: Runs) -> None:
        """The guide, but not while a timer runs, nor before a question about red flags."""
        screen = self._app.screen
        if runs.may_choose and not isinstance(screen, PickerScreen):
            self.open(screen.guide_entry if isinstance(screen, RoomScreen) else "")

    def why(self, run: RunScreen | None) -> None:
        """The entry behind what a run says. A pull waits while it is read, a rest goes on."""
        from relief_tui.content.behind import load_behind

        if run is None or run.view is None or run is not self._app.screen:
            return
        try:
            id = load_behind().id_of(run.view, run.conductor.plan)
        except ContentError as error:
            self._app.notify(f"guide/{error}", severity="warning", markup=False)
            id = ""
        run.wait()
        self.open(id)

    def watch(self) -> None:
        """From now on: once home has been idle, read the guide."""
        self._app.set_timer(IDLE_S, self._prepare)

    def _prepare(self) -> None:
        stack = self._app.screen_stack
        if stack and isinstance(stack[-1], HomeScreen):
            Thread(target=self._read, daemon=True).start()
        elif stack:
            self.watch()

    def _read(self) -> None:
        """Beside the app: what takes long of opening it."""
        import relief_tui.screens.guide  # noqa: F401  its modules, too

        self._guide().index.search("cramp")

    def _guide(self) -> Guide:
        """The guide as it may be said to this person; another one once health answers change."""
        profile = self._services.settings.profile
        fitted = self._fitted
        if fitted is None or fitted[0] != profile:
            self._fitted = fitted = (profile, profile.fitting_guide(self._services.guide))
        return fitted[1]
