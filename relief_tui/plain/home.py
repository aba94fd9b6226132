"""Home in lines: what Relief is, the last cramp, what is open, and the ways in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from relief_tui.coach.redflags import flag_words
from relief_tui.coach.routine import Routine
from relief_tui.conductor import Conductor
from relief_tui.plain.asides import Asides
from relief_tui.plain.chooser import KEYS, Chooser
from relief_tui.plain.flags import KEYS as FLAG_KEYS
from relief_tui.plain.flags import RedFlags, flag
from relief_tui.plain.health import Health
from relief_tui.plain.history import tell_history
from relief_tui.plain.keys import GO_ON
from relief_tui.plain.page import Page
from relief_tui.plain.strokes import Strokes
from relief_tui.plain.why import Why
from relief_tui.report.ahead import left_words
from relief_tui.report.beginning import NOTHING_TO_GO_ON_WITH, Beginning, train, warm
from relief_tui.report.home import answer, home_value
from relief_tui.services import Services
from relief_tui.settings.first import FirstStart
from relief_tui.wishes import Refusal, ReliefOptions, WorkoutWish, again_of

TITLE = "Relief: a coach for the calf that cramps in the middle of a set."
WAY_IN = "CRAMP? c or SPACE: relief starts at once."
CHOSEN = " (chosen)"
Play = Callable[[Conductor, ReliefOptions], bool]

PROMPT = (
    "c cramp · w warm-up · t workout · a active recovery · h history · y why · "
    "! red flags{drank} · ? keys · q quit"
)
DRANK = " · d drank"


class Home:
    """Waits for a cramp. ``play`` plays a run and answers True if that was all."""

    def __init__(self, services: Services, keys: Strokes, page: Page, play: Play) -> None:
        self._services = services
        self._keys = keys
        self._page = page
        self._play = play
        self._first: frozenset[str] = frozenset()
        self._lifted = ReliefOptions()
        self._why: Why | None = None
        self._health: Health | None = None
        log = services.log
        self._flags = RedFlags(services.script.safety, log, log, page.line, self._named)
        self._asides = Asides(log, services.cues, page.line, sips=lambda: _sips(services))
        self._chooser = Chooser(services, keys, page.line)
        self._passing = self._quit = self._offers = False

    def stay(self) -> None:
        """Show home and do what the keys say, until one says quit or none can come any more."""
        self._show()
        leaving = False
        while not leaving:
            key = self._next_key()
            if key is not None:
                leaving = self._press(key)
            elif self._chooser.busy:
                leaving = self._warm_up(self._unasked())
            elif self._keys.ended:
                self._flags.give_up()
                leaving = True

    def choose(self, lifted: ReliefOptions | None = None) -> bool:
        """The list of routines alone: left with the one that was chosen, or without; True to leave
        altogether. ``lifted``: what a cramp is known by that comes meanwhile."""
        self._passing = True
        self._lifted = lifted or self._lifted
        self.stay()
        return self._quit

    def _next_key(self) -> str | None:
        """The next key; while a list is open, a line that begins with none of its keys is none."""
        self._page.echo(typed := self._chooser.typed)
        known = FLAG_KEYS if self._flags.busy else KEYS if self._chooser.busy else None
        return self._keys.key(self._wait_s(), self._page.line, typed=bool(typed), known=known)

    def _wait_s(self) -> float | None:
        """Real seconds until a number that was typed counts."""
        wait_s = self._chooser.wait_s
        return None if wait_s is None else self._services.clock.real(wait_s)

    def _press(self, key: str) -> bool:
        """Take a key; True if it leaves home for good."""
        if key in ("q", "ctrl+c"):
            self._quit = True
            return True
        run = self._run_for(key)
        if run is not None:
            return self._begin(run)
        if key == "!":
            self._flags.ask()
        elif self._chooser.busy and not self._flags.busy:
            return self._choose(key)
        elif not self._flags.busy and self._turned(key):
            pass
        elif not self._asides.press(key) and self._flags.busy:
            self._flags.press(key)
            if not self._flags.busy:
                self._show()
        return False

    def _turned(self, key: str) -> bool:
        """Take a key for home itself, or for the page that is open; True if it was one."""
        if self._page_open:
            self._turn_page(key)
        elif key == "y":
            self._ask_why()
        elif key == "h":
            tell_history(self._services, self._page.line)
        elif key == "w":
            self._chooser.open()
        elif key == "x":
            waiting = self._services.offer()
            self._services.leave_it()
            if waiting is not None:
                self._page.line(left_words(waiting))
            self._show()
        elif key in self._first:
            self._answer(key)
        else:
            return False
        return True

    def _begin(self, run: Conductor, *, last: bool = False) -> bool:
        """Play a run; True if that was all, ``last`` however it ended."""
        self._flags.close()
        self._chooser.close()
        self._why = self._health = None
        self._quit = self._play(run, again_of(run.plan))
        if self._quit or last:
            return True
        self._show()
        return False

    def _run_for(self, key: str) -> Conductor | None:
        """The run that ``key`` begins, or goes on with."""
        if key == "c":
            return self._services.relief(self._lifted)
        if self._flags.busy or self._chooser.busy or self._page_open:
            return None
        if key in ("space", "enter", GO_ON):
            return self._main()
        return {"a": self._recovery, "t": self._workout}.get(key, _nothing)()

    def _main(self) -> Conductor | None:
        """What was offered goes on; where nothing was, relief."""
        cut_off = self._services.go_on()
        if cut_off is not None or not self._offers:
            return cut_off or self._services.relief(ReliefOptions())
        self._page.line(NOTHING_TO_GO_ON_WITH)
        self._show()
        return None

    # Why it cramped, and the health questions

    @property
    def _page_open(self) -> bool:
        return self._why is not None or self._health is not None

    def _ask_why(self) -> None:
        why = Why(self._services, self._page.line)
        self._why = why if why.open() else None

    def _turn_page(self, key: str) -> None:
        """A key for the page that is open."""
        if self._asides.press(key):
            return
        page = self._why or self._health
        if page is not None and page.press(key):
            self._why = self._health = None
            self._show()

    # Warm-ups

    def _choose(self, key: str) -> bool:
        """A key for the list of routines."""
        if self._asides.press(key):
            return False
        routine = self._chooser.press(key)
        if routine is None and not self._chooser.busy:
            return self._closed()
        return self._warm_up(routine)

    def _unasked(self) -> Routine | None:
        """The number that was typed; where no key can come any more, the usual routine."""
        if not self._keys.ended:
            return self._chooser.due()
        self._flags.give_up()
        return self._chooser.by_itself()

    def _warm_up(self, routine: Routine | None) -> bool:
        """Begin it, or say why not; True if that was all."""
        if routine is None:
            return False
        run = self._told(warm(self._services, routine))
        if run is not None:
            return self._begin(run, last=self._passing)
        return self._passing and not self._flags.busy

    def _closed(self) -> bool:
        if not self._passing:
            self._show()
        return self._passing

    def _answer(self, key: str) -> None:
        """A question that home asks."""
        value = home_value(self._services)
        if value.first is None and value.ask is not None and value.ask.health and key == "1":
            self._health = Health(self._services, self._page.line)
            return
        trouble = answer(self._services, value, key)
        if trouble:
            self._page.line(trouble)
        self._show()

    def _recovery(self) -> Conductor | None:
        return self._told(Beginning(self._services.recovery(self._services.light_set())))

    def _workout(self) -> Conductor | None:
        return self._told(train(self._services, WorkoutWish()))

    def _told(self, beginning: Beginning) -> Conductor | None:
        """What is to be said of a run that begins; the run, unless it is refused."""
        run = beginning.run
        for line in (run.words,) if isinstance(run, Refusal) else beginning.said:
            self._page.line(line)
        if isinstance(run, Conductor):
            return run
        if run.cards:
            self._flags.show(run.cards)
        return None

    def _named(self, cards: tuple[str, ...]) -> None:
        flag(self._services.script.safety, self._services.log, cards)

    def _show(self) -> None:
        if self._passing:
            self._chooser.open()
        else:
            for line in self._lines():
                self._page.line(line)
        self._page.tell_troubles(self._services.troubles)

    def _lines(self) -> Iterator[str]:
        home = home_value(self._services)
        self._offers = bool(home.go_on)
        yield TITLE
        if home.go_on:
            yield f"GO ON? {home.go_on}. SPACE go on · x leave it"
            yield "CRAMP? c: relief starts at once."
        else:
            yield WAY_IN
        if home.watch:
            yield home.watch
        if home.pattern:
            yield home.pattern
        if home.to_try:
            yield f"To try: {home.to_try}"
        yield f"Last cramp: {home.last}, {home.last_how}"
        if home.next_time:
            yield f"Next time: {home.next_time} ({home.next_time_why})"
        if home.drinks and home.sips:
            yield f"Today: {home.drinks}, {home.last_drink}"
        for one, card in home.flags:
            about = flag_words(card, one)
            yield f"Open red flag: {about}. Press ! to read or clear it"
        self._first = home.first.keys if home.first else frozenset()
        if home.first is not None:
            yield from _questions(home.first)
        if home.ask is not None:
            self._first = frozenset(key for key, _ in home.ask.picks)
            picks = " · ".join(f"{key} {word}" for key, word in home.ask.picks)
            yield f"{home.ask.words} {picks}"
        yield PROMPT.format(drank=DRANK if home.sips else "")


def _nothing() -> None:
    """A key that begins no run."""


def _sips(services: Services) -> bool:
    """Whether a drink is spoken of at all."""
    return bool(services.script.words.sip)


def _questions(first: FirstStart) -> Iterator[str]:
    """The questions of the first start that are still to be answered, and what Relief is."""
    yield from first.about
    for label, picks in first.rows:
        words = (f"{pick.key} {pick.word}{CHOSEN * (pick.key in first.chosen)}" for pick in picks)
        yield f"{label}: {' · '.join(words)}"
    yield f"{first.gear}."
