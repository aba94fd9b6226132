"""One relief in lines: keys go in, time passes, what happens comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from relief_tui.coach import inputs as press
from relief_tui.coach.keys import digit
from relief_tui.coach.plan import LightSet
from relief_tui.coach.step import Phase
from relief_tui.coach.value import dataclass
from relief_tui.coach.view import View
from relief_tui.conductor import Conductor
from relief_tui.plain.asides import ASIDES, Asides
from relief_tui.plain.flags import RedFlags
from relief_tui.plain.keys import GO_ON
from relief_tui.plain.page import Page
from relief_tui.plain.stdin import Keys
from relief_tui.plain.words import Narrator, question_lines, stamp, standing
from relief_tui.services import Services
from relief_tui.wishes import ReliefOptions

SAVED = "Log saved."
PRACTICE = "Practice: nothing was kept."

_PRESSES: Mapping[str, Callable[[int], press.Input]] = {
    "space": press.Main,
    GO_ON: press.GoOn,
    "enter": press.Next,
    "n": press.Next,
    "p": press.Back,
    "r": press.Again,
    "+": lambda step: press.Adjust(step, 5.0),
    "-": lambda step: press.Adjust(step, -5.0),
    "s": press.OtherSide,
    "o": press.OtherPosition,
    "a": press.Recover,
    "u": lambda _: press.Undo(),
}


def pressed(key: str, view: View) -> press.Input | None:
    """What ``key`` says to a run that shows ``view``; None if it says nothing."""
    if key.isdecimal():
        return digit(view, int(key))
    make = _PRESSES.get(key)
    return make(view.step) if make else None


@dataclass(frozen=True, slots=True)
class Left:
    """How a run was left: to quit altogether, for another cramp, or for a light set."""

    quit: bool = False
    again: ReliefOptions | None = None
    then: LightSet | None = None


class Run:
    """A run from its first line to its last. ``options`` are those of a cramp on this machine.

    Where a key may still come it waits for one as the app does; where none can, nothing waits.
    """

    def __init__(
        self,
        services: Services,
        keys: Keys,
        page: Page,
        conductor: Conductor,
        options: ReliefOptions,
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
        self._asides = Asides(self._conductor.log, page, self._say)
        self._carded = False
        self._resumes = False
        self._left = Left()
        self._view = self._conductor.begin()

    def play(self) -> Left:
        """Tell the run until it is over; how it was left.

        Raises ``OSError`` when nobody reads the lines any more: the run is stopped then.
        """
        try:
            self._see(self._view)
            while self._flags.busy or not self._conductor.over:
                self._turn()
            if self._left.again is None:
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
        key = self._keys.key(self._patience_s() if over else self._wait_s())
        if key is not None:
            self._press(key)
            return
        view = self._conductor.advance()
        if self._keys.ended and view.phase in (Phase.WAITING, Phase.PLAN):
            view = self._conductor.handle(press.Stop())
        self._see(view)
        if over or self._keys.ended:
            self._hands_free()

    def _wait_s(self) -> float | None:
        """Real seconds to wait for a key: none in a pause that no key can end any more."""
        stuck = self._view.paused and self._keys.ended
        return 0.0 if stuck else self._conductor.wait_s()

    def _patience_s(self) -> float:
        """Real seconds for which the cards at the end wait for a key."""
        silence_s = self._services.script.limits.silence_s
        return 0.0 if self._keys.ended else self._services.clock.real(silence_s)

    def _hands_free(self) -> None:
        """Nobody will press a key: what waits for one is closed, or goes on."""
        if self._flags.busy:
            self._flags.give_up()
            self._back()
        if self._view.paused:
            self._send(press.GoOn())

    # Keys

    def _press(self, key: str) -> None:
        match key:
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
        if self._view.lifting:
            self._send(press.Worse())  # the set ends as a twitch, and leads on to relief
        elif self._view.cooling:
            self._stop(Left(again=self._options.again(self._view.side)))

    # Red flags

    def _ask(self) -> None:
        """The picker; a pull waits while it is open, a rest does not."""
        self._see(self._conductor.advance())
        if self._view.can_wait:
            self._resumes = True
            self._view = self._conductor.handle(press.Pause())
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
        for line in self._view.ending.lines if self._view.ending else ():
            self._say(line)
        if self._options.practice:
            self._say(PRACTICE)
        elif self._services.log.flush():
            self._say(SAVED)
        self._page.tell_troubles(self._services.troubles)

    def _say(self, text: str) -> None:
        self._page.line(f"{stamp(self._view.elapsed_s)} {text}")
