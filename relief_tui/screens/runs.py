"""From wherever one is into a run, and from one run into the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from textual.app import App

from relief_tui.coach import inputs as press
from relief_tui.coach.plan import Ending, LightSet
from relief_tui.coach.step import Phase
from relief_tui.conductor import Conductor
from relief_tui.memo import kind_of
from relief_tui.report.ahead import left_words
from relief_tui.report.beginning import NOTHING_TO_GO_ON_WITH, Beginning, back, train, warm
from relief_tui.screens.run import RunScreen
from relief_tui.services import Services
from relief_tui.wishes import Refusal, ReliefOptions, WarmupWish, WorkoutWish, again_of


class ShowCards(Protocol):
    """Shows these cards, and why they are shown."""

    def __call__(self, ids: Sequence[str], run: RunScreen | None, *, why: str = "") -> None: ...


class Runs:
    """Begins runs on the one screen that shows them. ``left`` is called when that is closed."""

    def __init__(
        self,
        app: App[None],
        services: Services,
        *,
        show_cards: ShowCards,
        left: Callable[[None], None],
    ) -> None:
        self._app = app
        self._services = services
        self._show_cards = show_cards
        self._left = left
        self._options = ReliefOptions()
        self._relief: Conductor | None = None

    @property
    def screen(self) -> RunScreen | None:
        """The run that is on the screen or behind what is."""
        return next(iter(self._screens), None)

    @property
    def _screens(self) -> list[RunScreen]:
        """All runs, the topmost first: below a relief a routine or a workout may wait."""
        stack = reversed(self._app.screen_stack)
        return [screen for screen in stack if isinstance(screen, RunScreen)]

    def relieve(self, options: ReliefOptions, *, ago_s: float = 0.0, above: bool = False) -> None:
        """Relief at once; its first cue may have stood there for ``ago_s`` seconds. ``above``: on a
        screen of its own, with what runs waiting below."""
        conductor = self._services.relief(options)
        self._options, self._relief = options.known_by(conductor.plan), conductor
        self._play(conductor, ago_s=ago_s, above=above)

    def cramp(self) -> None:
        """A cramp. A relief that runs goes on; a routine or a workout waits below it; anything else
        ends, and relief begins."""
        run = self.screen
        if run is None:
            self.relieve(ReliefOptions())
            return
        while self._app.screen is not run:
            self._app.screen.dismiss(None)
        if run.view is None or not run.view.cooling:
            return
        if run.view.waits:
            self._wait(run)
            self.relieve(again_of(run.conductor.plan), above=True)
        elif run.view.lifting:
            run.send(press.Worse())  # the set ends as a twitch, and leads on to relief
        else:
            run.send(press.Stop())
            self.relieve(self._known_by(run).again(run.leg))

    def _known_by(self, run: RunScreen) -> ReliefOptions:
        """What is known of a cramp after ``run``; a workout tells what was lifted last in it."""
        plan = run.conductor.plan
        return again_of(plan) if kind_of(plan) == "workout" else self._options

    def lead_on(self, ending: Ending) -> None:
        """A light set that was chosen, or the relief that a twitch in it calls for."""
        if ending.then is not None:
            self.lighten(ending.then, practice=self._options.practice)
        elif ending.cramped:
            self.relieve(self._options.again(None))

    def lighten(self, light: LightSet, *, practice: bool = False) -> None:
        """This light set at once, or why it may not be."""
        conductor = self._services.recovery(light, practice=practice)
        if isinstance(conductor, Refusal):
            self._refuse(conductor)
            return
        self._options = replace(self._options, load=light.working, practice=practice)
        self._play(conductor)

    def recover(self) -> None:
        """A light set: from home, from the plan, or after a run; not while a timer runs."""
        run = self.screen
        if run is not None and run.view is not None and run.view.phase is Phase.PLAN:
            run.send(press.Recover())
        elif run is None or run.conductor.over:
            lifted = self._options
            self.lighten(self._services.light_set(lifted.load, exercise=lifted.exercise))

    def warm(self, wish: WarmupWish, *, ready: Callable[[], None] = lambda: None) -> None:
        """A routine at once, or why none may be; ``ready`` is called before it begins. A workout
        waits below it."""
        if wish.routine is None:
            return
        routine, line = wish.routine, wish.line
        self._begin(lambda: warm(self._services, routine, line), ready, above=True)

    def train(self, wish: WorkoutWish, *, ready: Callable[[], None] = lambda: None) -> None:
        """A workout at once, or why none may be; ``ready`` is called before it begins."""
        self._begin(lambda: train(self._services, wish), ready)

    def _begin(
        self,
        make: Callable[[], Beginning],
        ready: Callable[[], None],
        *,
        above: bool = False,
    ) -> None:
        run, beginning = self.screen, make()
        conductor = beginning.run
        if isinstance(conductor, Refusal):
            self._refuse(conductor)
            return
        ready()
        self._options, self._relief = ReliefOptions(), None
        below = above and run is not None and not run.conductor.over
        if below and run is not None:
            self._wait(run)
        self._play(conductor, above=below)
        for words in beginning.said:
            self._app.notify(words, markup=False)

    @property
    def may_choose(self) -> bool:
        """True where a routine may be chosen: not while a timer runs; a set that waits has none."""
        return all(run.conductor.over or run.set_waits for run in self._screens)

    @property
    def planned(self) -> RunScreen | None:
        """The workout on top of all runs, while the set that comes can be planned."""
        run = self.screen
        return run if run is not None and run.planned is not None else None

    @property
    def _trains(self) -> bool:
        """True while a workout runs or waits, also below another run."""
        return any(run.view and run.view.workout and run.view.waits for run in self._screens)

    @property
    def may_train(self) -> bool:
        """True where a workout may be chosen."""
        return self.may_choose and not self._trains

    @staticmethod
    def _wait(run: RunScreen) -> None:
        """``run`` waits below another: a set by metronome stops, the rest after one counts on."""
        if run.view is not None and run.view.workout is not None:
            run.send(press.Cramped())
        run.stand_still()

    def come_back(self) -> None:
        """A run was left, and a routine or a workout waits below it: it goes on, a routine when it
        is told to, without what must not be done any more, or it ends."""
        run = self.screen
        if run is None or run.view is None or not (run.waiting and run.view.waits):
            return
        routine = run.view.warming
        relief, self._relief = self._relief, None
        conductor = back(self._services, run.conductor, relief.plan if relief else None)
        if isinstance(conductor, Refusal):
            run.tick()
            self._refuse(conductor)
            return
        run.play(conductor)
        if routine:
            run.send(press.Pause())

    def leave_all(self) -> None:
        """The app closes: a relief ends and keeps what was done, a routine or a workout keeps its
        place."""
        for run in self._screens:
            if run.view is not None and run.view.waits:
                run.conductor.leave()
            elif not run.conductor.over:
                run.action_stop()

    def go_on(self) -> None:
        """Go on with the run that was cut off; where there is none any more, say so."""
        conductor = self._services.go_on()
        if conductor is None:
            self._app.notify(NOTHING_TO_GO_ON_WITH, markup=False)
        else:
            self._options, self._relief = again_of(conductor.plan), None
            self._play(conductor)

    def leave_it(self) -> None:
        """What was cut off is closed, and what that was is said."""
        waiting = self._services.offer()
        self._services.leave_it()
        if waiting is not None:
            self._app.notify(left_words(waiting), markup=False)

    def _refuse(self, refusal: Refusal) -> None:
        if self._app.screen is self._app.screen_stack[0]:
            self._left(None)
        if refusal.cards:
            self._show_cards(refusal.cards, self.screen, why=refusal.words)
        else:
            self._app.notify(refusal.words, severity="warning", markup=False)

    def _play(self, conductor: Conductor, *, ago_s: float = 0.0, above: bool = False) -> None:
        run = self.screen
        self._app.clear_notifications()  # nothing stands before the words
        if run is None or above:
            self._app.push_screen(self._screen(conductor, ago_s), self._left)
        else:
            run.play(conductor)

    def _screen(self, conductor: Conductor, ago_s: float) -> RunScreen:
        services = self._services
        return RunScreen(
            conductor, lambda: services.settings, look_again=services.look_again, ago_s=ago_s
        )
