"""One run in lines: keys go in, time passes, what happens comes out."""

from __future__ import annotations

from relief_tui.coach import inputs as press
from relief_tui.coach.step import FUZZ_S, Phase
from relief_tui.coach.view import View
from relief_tui.coach.warmup import Warmup
from relief_tui.conductor import Conductor
from relief_tui.plain.asides import ASIDES, Asides
from relief_tui.plain.behind import why_lines
from relief_tui.plain.flags import RedFlags
from relief_tui.plain.left import Left
from relief_tui.plain.lines import Lines
from relief_tui.plain.page import Page
from relief_tui.plain.presses import pressed
from relief_tui.plain.strokes import Strokes
from relief_tui.plain.words import Narrator, question_lines, stamp, standing
from relief_tui.services import Services
from relief_tui.wishes import ReliefOptions, again_of

SAVED, PRACTICE = "Log saved.", "Practice: nothing was kept."
WAITS = "It waits where it stands: relief asks whether to go on."
PAUSED_FOR, BACK = "The warm-up waits until the calf is well.", "Back in the warm-up:"


class Run:
    """A run from its first line to its last. ``options`` are those of a cramp on this machine;
    ``back``: one that waited for a relief, which goes on when the person says so.

    Where a key may still come it waits for one as the app does; where none can, nothing waits.
    """

    _back_words = BACK
    _paused_for = PAUSED_FOR
    _halt: press.Input = press.Pause()
    """What a cramp says to a run that waits for its end."""

    def __init__(
        self,
        services: Services,
        keys: Strokes,
        page: Page,
        conductor: Conductor,
        options: ReliefOptions,
        *,
        back: bool = False,
    ) -> None:
        self._services = services
        self._keys = keys
        self._page = page
        self._options = options
        self._conductor = conductor
        self._narrator = Narrator()
        self._flags = RedFlags(
            services.script.safety, services.log, self._conductor.log, self._say, self._named
        )
        self._asides = Asides(
            self._conductor.log,
            services.cues,
            self._say,
            sips=lambda: bool(services.script.words.sip),
            why=lambda: why_lines(services, self._view, self._conductor.plan),
        )
        self._lines = Lines(services.clock, self._say, self._send)
        self._carded = False
        self._resumes = False
        self._left = Left()
        self._back_again = back
        self._view = self._conductor.begin()
        if back and self._view.warming:
            self._view = self._conductor.handle(press.Pause())

    def play(self) -> Left:
        """Tell the run until it is over; how it was left.

        Raises ``OSError`` when nobody reads the lines any more: the run is stopped then.
        """
        try:
            if self._back_again and not self._conductor.over:
                self._say(self._back_words)
            self._see(self._view)
            while not self._left.waits and (self._flags.busy or not self._conductor.over):
                self._turn()
            if not self._left.waits and self._left.again is None:
                self._end()
        except OSError:
            self._keys.check()
            self._conductor.handle(press.Stop())
            raise
        return self._leaving()

    def _leaving(self) -> Left:
        """How it was left, by a key or by what its ending leads to."""
        ending = self._view.ending
        if ending is None or self._left != Left():
            return self._left
        return Left(again=self._options.again(None) if ending.cramped else None, then=ending.then)

    # Time

    def _turn(self) -> None:
        """Wait for a key or for the next moment that needs a word."""
        over = self._conductor.over
        key = self._key(self._patience_s() if over else self._wait_s())
        if key is not None:
            self._press(key)
            return
        if self._keys.ended or self._lines.wait_s == 0.0:
            self._lines.take()
        view = self._conductor.advance()
        if self._keys.ended:
            view = self._unasked(view)
        self._see(view)
        if over or self._keys.ended:
            self._hands_free()

    def _wait_s(self) -> float | None:
        """Real seconds to wait for a key: none in a pause that no key can end any more."""
        if self._view.paused and self._keys.ended:
            return 0.0
        waits = [self._conductor.wait_s(), *map(self._real, (self._lines.wait_s, self._due_s))]
        return min((wait_s for wait_s in waits if wait_s is not None), default=None)

    def _real(self, seconds: float | None) -> float | None:
        return None if seconds is None else self._conductor.real(seconds)

    @property
    def _due_s(self) -> float | None:
        """Seconds until a line that waits for a key, which cannot come, has taken its time."""
        plan, view = self._conductor.plan, self._view
        if not (self._keys.ended and isinstance(plan, Warmup) and plan.waiting):
            return None
        left_s = plan.exercise.seconds - view.length_s * view.done
        return left_s if left_s > FUZZ_S else 0.0

    def _unasked(self, view: View) -> View:
        """No key can come any more: what only waits for one ends."""
        if view.phase in (Phase.WAITING, Phase.PLAN):
            return self._conductor.handle(press.Stop())
        self._view = view
        return self._conductor.handle(press.Next()) if self._due_s == 0.0 else view

    def _patience_s(self) -> float:
        """Real seconds for which the cards at the end wait for a key."""
        limits = self._services.script.limits
        return 0.0 if self._keys.ended else self._conductor.real(limits.silence_s)

    def _hands_free(self) -> None:
        """Nobody will press a key: what waits for one is closed, or goes on."""
        if self._flags.busy:
            self._flags.give_up()
            self._back()
        if self._view.paused:
            self._send(press.GoOn())

    # Keys

    def _key(self, wait_s: float | None) -> str | None:
        """The next key; what was typed of a number is shown."""
        self._page.echo(self._lines.typed)
        return self._keys.key(wait_s, typed=bool(self._lines.typed))

    def _press(self, key: str) -> None:
        if not self._flags.busy and self._lines.wants(key, self._view):
            self._see(self._conductor.advance())
            self._lines.press(key, self._view)
            return
        self._lines.close()
        match key:
            case "escape" if self._view.waits and not self._flags.busy:
                self._leave(Left(waits=True))
            case "q" | "ctrl+c" if self._view.waits:
                self._leave(Left(waits=True, quit=True))
            case "q" | "ctrl+c":
                self._stop(Left(quit=True))
            case "x":
                self._stop(Left())
            case "c":
                self._cramp()
            case "!":
                self._ask()
            case _ if self._flags.busy or key in ASIDES:
                self._aside(key)
            case _:
                self._send(pressed(key, self._view))

    def _send(self, input: press.Input | None) -> None:
        self._see(self._conductor.handle(input) if input else self._conductor.advance())

    def _stop(self, left: Left) -> None:
        """Stop and keep what was done."""
        self._left = left
        self._flags.close()
        self._send(press.Stop())

    def _cramp(self) -> None:
        """A relief that runs goes on; after it let go, a cramp is a new run."""
        if self._flags.busy:
            self._flags.close()
            self._back()
        if self._view.waits:
            self._wait_for_relief()
        elif self._view.lifting:
            self._send(press.Worse())  # the set ends as a twitch, and leads on to relief
        elif self._view.cooling:
            self._stop(Left(again=self._options.again(self._view.side)))

    def _wait_for_relief(self) -> None:
        self._view = self._conductor.handle(self._halt)
        if not self._conductor.over:
            self._say(self._paused_for)
        self._left = Left(waits=not self._conductor.over, again=again_of(self._conductor.plan))

    def _leave(self, left: Left) -> None:
        """Leave a run where it stands, for whoever goes on with it."""
        self._flags.close()
        self._see(self._conductor.advance())
        if not self._conductor.over:
            self._conductor.leave()
            self._say(WAITS)
        self._left = left

    # Red flags

    def _ask(self) -> None:
        """The picker; a pull waits while it is open, a rest does not."""
        self._see(self._conductor.advance())
        if self._view.can_wait:
            self._view = self._conductor.handle(press.Pause())
            self._resumes = self._view.paused
            self._narrator.tell(self._view)  # the picker says more than that time stands still
        self._narrator.interrupt()
        self._flags.ask()

    def _aside(self, key: str) -> None:
        """A key that is not for the run: for the picker or the cards, or one that disturbs
        nothing."""
        self._see(self._conductor.advance())
        if self._asides.press(key):
            return
        if key == "u" and self._conductor.over:
            self._undo()
            return
        self._flags.press(key)
        if not self._flags.busy:
            self._back()

    def _undo(self) -> None:
        """The press that ended the run may be taken back while its cards are shown."""
        view = self._conductor.handle(press.Undo())
        if not self._conductor.over:
            self._flags.close()
            self._carded = self._resumes = False
            self._see(view)

    def _named(self, cards: tuple[str, ...]) -> None:
        """A red flag was named: the run is told, also after its end."""
        self._send(press.Help(cards=cards))
        self._carded = self._conductor.over

    def _back(self) -> None:
        """The picker or the cards were closed: what waited goes on, and says where it stands."""
        if self._conductor.over:
            self._see(self._view)
            return
        asked = self._view.asked
        if self._resumes:
            self._send(press.GoOn())
        else:
            self._say(standing(self._view))
        self._resumes = False
        question = self._view.question
        if question is not None and self._view.list_open and self._view.asked == asked:
            for line in question_lines(question):
                self._say(line)

    # Lines

    def _see(self, view: View) -> None:
        self._view = view
        for line in self._narrator.tell(view):
            self._say(line)
        self._page.tell_troubles(self._services.troubles)
        if view.ending is not None and not self._carded and not self._flags.busy:
            self._carded = True
            if view.ending.cards:
                self._flags.show(view.ending.cards)

    def _end(self) -> None:
        for line in self._narrator.closing(self._view):
            self._say(line)
        if self._options.practice:
            self._say(PRACTICE)
        elif self._services.log.flush():
            self._say(SAVED)
        self._page.tell_troubles(self._services.troubles)

    def _say(self, text: str) -> None:
        self._page.line(f"{stamp(self._view.elapsed_s)} {text}")
