"""Pages beside the runs: settings, lists to choose from, history, why it cramped, keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import App
from textual.binding import Binding

from relief_tui.coach.routine import Routine
from relief_tui.screens.help import HelpScreen
from relief_tui.screens.run import RunScreen
from relief_tui.services import Services
from relief_tui.wishes import WarmupWish, WorkoutWish

if TYPE_CHECKING:
    from relief_tui.coach.workout import Workout


class Pages:
    """Opens them; a page that is open already stays."""

    def __init__(self, app: App[None], services: Services) -> None:
        self._app = app
        self._services = services

    def settings(self, run: RunScreen | None, choose: Callable[[str, str], str]) -> None:
        """The settings; ``choose`` changes one. A pull waits behind them, a rest goes on."""
        from relief_tui.screens.settings import SettingsScreen  # no start has to wait for it

        if isinstance(self._app.screen, SettingsScreen):
            return
        if run is not None:
            run.wait()
        services = self._services
        path = str(services.paths.settings)
        self._app.push_screen(SettingsScreen(lambda: services.settings, choose, path))

    def why(self) -> None:
        """Why did it cramp?"""
        from relief_tui.report.whybook import WhyBook  # no start has to wait for it
        from relief_tui.screens.why import WhyScreen

        if not isinstance(self._app.screen, WhyScreen):
            self._app.push_screen(WhyScreen(WhyBook(self._services)))

    def history(self) -> None:
        """What happened."""
        from relief_tui.report.amend import Amends  # no start has to wait for it
        from relief_tui.report.diary import Diary
        from relief_tui.screens.history import HistoryScreen

        services = self._services
        if not isinstance(self._app.screen, HistoryScreen):
            self._app.push_screen(HistoryScreen(Diary(services), Amends(services)))

    def health(self) -> None:
        """The health questions."""
        from relief_tui.screens.profile import ProfileScreen  # no start has to wait for it

        services = self._services
        if not isinstance(self._app.screen, ProfileScreen):
            self._app.push_screen(ProfileScreen(lambda: services.settings, services.choose))

    def routines(self, warm: Callable[..., None], left: Callable[[None], None]) -> None:
        """The list of routines. The one that is chosen takes its place by ``warm``, unless
        something speaks against it; ``left`` is called when the list is closed."""
        from relief_tui.report.choices import choices  # no relief has to wait for it
        from relief_tui.screens.chooser import ChooserScreen

        app = self._app
        if isinstance(app.screen, ChooserScreen):
            return

        def chosen(routine: Routine) -> None:
            warm(WarmupWish(routine), ready=lambda: app.screen.dismiss(None))

        app.push_screen(ChooserScreen(choices(self._services), chosen), left)

    def exercises(
        self, wish: WorkoutWish, train: Callable[..., None], left: Callable[[None], None]
    ) -> None:
        """The list of exercises. A workout with the one that is chosen takes its place by
        ``train``; ``left`` is called when the list is closed. There is no choice where none may
        be, or one that was cut off goes on."""
        from relief_tui.coach.workout import Workout  # no relief has to wait for it

        plan = self._services.gates.workout(wish)
        if not isinstance(plan, Workout) or self._services.offer("workout") is not None:
            train(wish)
            return

        def chosen(given: WorkoutWish) -> None:
            wanted = replace(given, rest_s=wish.rest_s, tempo=wish.tempo)
            train(wanted, ready=lambda: self._app.screen.dismiss(None))

        self._choose_exercise(plan, chosen, left)

    def other_exercise(self, run: RunScreen) -> None:
        """The list of exercises for the workout that runs. A rest goes on behind it."""
        if run.planned is None:
            return

        def chosen(given: WorkoutWish) -> None:
            self._app.screen.dismiss(None)
            run.plan_set(given)

        self._choose_exercise(run.planned[2], chosen, lambda _: None)

    def _choose_exercise(
        self, plan: Workout, chosen: Callable[[WorkoutWish], None], left: Callable[[None], None]
    ) -> None:
        from relief_tui.report.exercises import exercises
        from relief_tui.screens.training import TrainingScreen

        found = exercises(plan)
        if not found.names:
            self._app.notify(plan.advice.off, markup=False)
        elif not isinstance(self._app.screen, TrainingScreen):
            known = {cramp.run for cramp in plan.training.cramps}

            def fresh() -> bool:
                return all(each.run in known for each in self._services.training().cramps)

            self._app.push_screen(TrainingScreen(found, chosen, fresh), left)

    def help(self) -> None:
        """The keys of the screen that is there; what is clicked among them is done there."""
        app, screen = self._app, self._app.screen
        if isinstance(screen, HelpScreen):
            return
        declared = [*screen.BINDINGS, *app.BINDINGS]
        order = [each.id for each in declared if isinstance(each, Binding)]
        active = [each for each in screen.active_bindings.values() if each.binding.id in order]
        active.sort(key=lambda each: order.index(each.binding.id))  # also with keys of one's own
        places = {each.binding.id: each.node for each in active}

        def clicked(binding: Binding | None) -> None:
            if binding is not None:
                app.call_later(app.run_action, binding.action, places[binding.id])

        app.push_screen(HelpScreen([each.binding for each in active]), clicked)
