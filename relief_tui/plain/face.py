"""The plain face: a run at once, or home; the exit code when it is left."""

from __future__ import annotations

from collections.abc import Callable

from relief_tui.coach.plan import LightSet
from relief_tui.coach.recovery import Recovery
from relief_tui.coach.redflags import deck
from relief_tui.coach.relief import Relief
from relief_tui.coach.safety import OpenFlag
from relief_tui.coach.warmup import Warmup
from relief_tui.conductor import Conductor
from relief_tui.journal.patterns import CARD
from relief_tui.plain.cards import Cards
from relief_tui.plain.home import Home
from relief_tui.plain.page import Page
from relief_tui.plain.run import Run
from relief_tui.plain.signals import Signalled
from relief_tui.plain.stdin import Keys, StdinKeys
from relief_tui.plain.strokes import Strokes
from relief_tui.report.ahead import go_on_words
from relief_tui.report.beginning import Beginning, back, train, warm
from relief_tui.services import Services
from relief_tui.wishes import Refusal, ReliefOptions, WarmupWish, WorkoutWish, again_of

_SIGNALLED = 128
"""A shell calls it so when a signal ended a program."""
STILL_THERE = "Still there: {waiting}. relief asks whether to go on."


def _keep(flag: OpenFlag) -> None:
    """Nothing is cleared where a card is only told."""


class PlainFace:
    """Relief as lines of text: ``[mm:ss] WORDS`` for each milestone.

    Keys are read from ``keys`` (standard input by default) and lines go to ``page`` (standard
    output). All methods answer the exit code, and raise ``OSError`` when nobody reads the lines.
    """

    def __init__(
        self, services: Services, keys: Keys | None = None, page: Page | None = None
    ) -> None:
        self._services = services
        self._source = keys or StdinKeys()
        self._keys = Strokes(self._source, services.clock)
        self._page = page or Page()
        self._relief: Conductor | None = None
        services.cues.face(self._page.ring, lambda note: self._page.tell_troubles((note,)))

    def relief(self, options: ReliefOptions) -> int:
        """Relief at once."""
        return self._within(lambda: self._relieve_alone(options))

    def recovery(self, light: LightSet) -> int:
        """An active-recovery set at once, or a line that says why none may be."""
        return self._within(lambda: self._recover(light))

    def warmup(self, wish: WarmupWish) -> int:
        """A routine at once, or the list of all there are."""
        return self._within(lambda: self._warm_up(wish))

    def workout(self, wish: WorkoutWish) -> int:
        """A workout at once, or a line that says why none may be."""
        return self._within(lambda: self._work_out(wish))

    def home(self) -> int:
        """The last cramp, what is open, and the way into relief."""
        return self._within(lambda: self._home().stay())

    def _home(self) -> Home:
        return Home(self._services, self._keys, self._page, self._play)

    def _relieve(self, options: ReliefOptions) -> bool:
        conductor = self._services.relief(options)
        return self._play(conductor, options.known_by(conductor.plan))

    def _relieve_alone(self, options: ReliefOptions) -> None:
        """Relief, and what it left waiting: nothing goes on with that here."""
        self._relieve(options)
        waiting = None if options.practice else self._services.offer()
        if waiting is not None:
            self._page.line(STILL_THERE.format(waiting=go_on_words(waiting)))

    def _recover(self, light: LightSet) -> bool:
        conductor = self._light(light)
        return conductor is not None and self._play(conductor, ReliefOptions(load=light.working))

    def _warm_up(self, wish: WarmupWish) -> None:
        if wish.routine is None:
            self._home().choose()
            return
        self._begin(warm(self._services, wish.routine, wish.line))

    def _work_out(self, wish: WorkoutWish) -> None:
        self._begin(train(self._services, wish))

    def _begin(self, beginning: Beginning) -> None:
        run = beginning.run
        for line in (run.words,) if isinstance(run, Refusal) else beginning.said:
            self._page.line(line)
        if isinstance(run, Conductor):
            self._play(run, again_of(run.plan))

    def _light(self, light: LightSet, *, practice: bool = False) -> Conductor | None:
        conductor = self._services.recovery(light, practice=practice)
        if isinstance(conductor, Refusal):
            self._page.line(conductor.words)
            return None
        return conductor

    def _play(self, conductor: Conductor, options: ReliefOptions, *, back: bool = False) -> bool:
        """Play a run and whatever it leads to: a new cramp, a light set, and what waited for
        that. True to leave altogether."""
        if isinstance(conductor.plan, Relief):
            self._relief = conductor
        run = _kind_of_run(conductor)
        left = run(self._services, self._keys, self._page, conductor, options, back=back).play()
        if left.warm:
            self._relief = None
            quit = self._home().choose(again_of(conductor.plan))
            return self._back_to(conductor, quit=quit)
        if left.again is not None:
            quit = self._relieve(left.again)
            return self._back_to(conductor, quit=quit) if left.waits else quit
        if left.then is not None:
            light = self._light(left.then, practice=options.practice)
            return light is not None and self._play(light, options)
        if not left.quit and not left.waits:
            self._recurring()
        return left.quit

    def _recurring(self) -> None:
        """Cramps that come back: their card, once, after the relief was left."""
        pattern = self._services.hindsight.flag_pattern()
        if pattern is not None:
            self._page.line(pattern.words)
            told = deck(self._services.script.safety, (CARD,))
            Cards(told, say=self._page.line, open_flags=lambda _: (), clear=_keep).tell_rest()

    def _back_to(self, waited: Conductor, *, quit: bool) -> bool:
        """Back to what waited for a relief, as far as it may still go on."""
        if quit:
            waited.leave()
            return True
        relief, self._relief = self._relief, None
        run = back(self._services, waited, relief.plan if relief else None)
        if isinstance(run, Refusal):
            self._page.line(run.words)
            return False
        return self._play(run, again_of(run.plan), back=True)

    def _within(self, work: Callable[[], object]) -> int:
        try:
            with self._source:
                self._services.cues.probe()
                work()
        except Signalled as signalled:
            return _SIGNALLED + signalled.number
        return 0


def _kind_of_run(conductor: Conductor) -> type[Run]:
    """How this run is told."""
    if isinstance(conductor.plan, Relief | Recovery | Warmup):
        return Run
    from relief_tui.plain.training import WorkoutRun  # no relief has to wait for it

    return WorkoutRun
