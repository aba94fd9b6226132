"""A relief told in lines on a clock that stands still: what is pressed when, what was said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from relief_tui.coach.load import Load, Unit
from relief_tui.coach.routine import Routine
from relief_tui.journal.entry import Entry
from relief_tui.paths import HOME_VARIABLE, find_paths
from relief_tui.plain import PlainFace
from relief_tui.plain.keys import GO_ON, Named, unnamed
from relief_tui.plain.page import Page
from relief_tui.plain.signals import Signalled
from relief_tui.services import Services
from relief_tui.wishes import ReliefOptions, WarmupWish, WorkoutWish
from tests.support.clock import FakeClock


@dataclass(frozen=True)
class Sleep:
    """In place of a key: the machine sleeps for so many seconds."""

    seconds: float


@dataclass(frozen=True)
class Told:
    """In place of a key: the process is told to end by this signal."""

    number: int


@dataclass(frozen=True)
class Meanwhile:
    """In place of a key: something happens elsewhere."""

    does: Callable[[], None]


@dataclass(frozen=True)
class Key:
    """A key of a terminal, whatever a line of that name would mean."""

    name: str


Pressed = str | Sleep | Told | Meanwhile | Key
Script = Iterable[tuple[float, Pressed]]
"""Seconds since the start, and what is pressed then."""


_KEYS = ("space", "enter", "escape", "ctrl+c", "ctrl+d", GO_ON)
"""Names of keys; whatever else has several letters is a line."""


class ScriptedKeys:
    """Keys that come at their time, through a pipe unless ``terminal``. After the last one the
    input has ended, unless ``open``."""

    def __init__(
        self, clock: FakeClock, script: Script, *, open: bool = False, terminal: bool = False
    ) -> None:
        self.terminal = terminal
        self._clock = clock
        self._start = clock.now()
        self._script = list(script)
        self._open = open
        self.named: Named = unnamed

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        pass

    @property
    def ended(self) -> bool:
        return not self._script and not self._open

    def check(self) -> None:
        pass

    def name_lines(self, named: Named) -> None:
        self.named = named

    def put_back(self, key: str) -> None:
        self._script.insert(0, (0.0, key))

    def key(self, wait_s: float | None) -> str | None:
        now = self._clock.now() - self._start
        if self._script and (wait_s is None or self._script[0][0] <= now + wait_s):
            at, pressed = self._script.pop(0)
            self._clock.advance(max(0.0, at - now))
            return self._given(pressed)
        assert wait_s is not None or self.ended, "nothing will ever end this wait"
        self._clock.advance(wait_s or 0.0)
        return None

    def _given(self, pressed: Pressed) -> str | None:
        if isinstance(pressed, Told):
            raise Signalled(pressed.number)
        if isinstance(pressed, Key):
            return pressed.name
        if isinstance(pressed, Meanwhile):
            pressed.does()
            return None
        if isinstance(pressed, Sleep):
            self._clock.advance(pressed.seconds)
            return None
        return pressed if pressed in _KEYS else self.named(pressed) or pressed


class TerminalText(StringIO):
    """Lines that go to a terminal."""

    def isatty(self) -> bool:
        return True


@dataclass
class Stage:
    """Where the plain face plays: its journal lies in ``home``."""

    home: Path
    out: StringIO = field(default_factory=StringIO)
    err: StringIO = field(default_factory=StringIO)
    clock: FakeClock = field(default_factory=FakeClock)
    code: int | None = None
    terminal: bool = False
    """Its keys are pressed one by one, and its lines go to a terminal."""

    def __post_init__(self) -> None:
        self.out = TerminalText() if self.terminal else self.out
        self.services = Services(find_paths({HOME_VARIABLE: str(self.home)}), self.clock)

    def after_the_kill(self) -> Stage:
        """The same machine, a little later, in another process."""
        again = Stage(self.home, clock=self.clock)
        again.services.alive = lambda *_: False
        return again

    def relief(self, *script: tuple[float, Pressed], open: bool = False, **options: Any) -> Self:
        """Play a relief."""
        return self._play(script, open, lambda face: face.relief(ReliefOptions(**options)))

    def warmup(
        self,
        *script: tuple[float, Pressed],
        open: bool = False,
        routine: Routine | None = None,
        line: int = 0,
    ) -> Self:
        """Play a routine; without one, the list of all."""
        wish = WarmupWish(routine, line)
        return self._play(script, open, lambda face: face.warmup(wish))

    def workout(self, *script: tuple[float, Pressed], open: bool = False, **wish: Any) -> Self:
        """Play a workout: leg curls with 45 kg, unless something else is said."""
        usual: dict[str, Any] = {"exercise": "Leg curl", "load": Load(45.0, Unit.KG)}
        asked = WorkoutWish(**usual | wish)
        return self._play(script, open, lambda face: face.workout(asked))

    def at_home(self, *script: tuple[float, Pressed], open: bool = False) -> Self:
        """Play home."""
        return self._play(script, open, PlainFace.home)

    def _play(self, script: Script, open: bool, play: Callable[[PlainFace], int]) -> Self:
        keys = ScriptedKeys(self.clock, script, open=open, terminal=self.terminal)
        self.code = play(PlainFace(self.services, keys, Page(self.out, self.err)))
        return self

    @property
    def lines(self) -> list[str]:
        """All that was said."""
        return self.out.getvalue().splitlines()

    def since(self, stamp: str) -> list[str]:
        """What was said from the first line with this stamp on, without the stamps."""
        first = next(n for n, line in enumerate(self.lines) if line.startswith(f"[{stamp}]"))
        return [line[8:] for line in self.lines[first:]]

    def at(self, stamp: str) -> list[str]:
        """What was said at this time of the run."""
        return [line[8:] for line in self.lines if line.startswith(f"[{stamp}]")]

    def kept(self, *kinds: str) -> list[Entry]:
        """The entries of these kinds in the journal."""
        return self.services.log.entries(kinds=kinds)

    @property
    def ended(self) -> dict[str, Any]:
        """How the last relief ended."""
        return self.kept("relief_ended")[-1].data

    @property
    def flags(self) -> list[str]:
        """The cards that are open."""
        return [flag.card for flag in self.services.log.open_flags()]
