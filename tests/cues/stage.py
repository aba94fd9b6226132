"""Programs that only pretend to sound, on a clock of the test: what was started, how it ended."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relief_tui.coach.state import State
from relief_tui.coach.step import Phase, Side, Step
from relief_tui.coach.view import View, picture
from relief_tui.cues import Cues
from relief_tui.cues.children import Children
from tests.coach.toy import routine

LOCAL: dict[str, str] = {}
"""An environment that is not ssh."""


class Acted:
    """A process that ends with ``code`` as soon as somebody waits; None: never by itself."""

    def __init__(self, argv: Sequence[str], code: int | None) -> None:
        self.argv = tuple(argv)
        self.code = code
        self.killed = False

    def wait(self, timeout: float | None = None) -> int:
        if self.killed:
            return -9
        if self.code is None:
            raise subprocess.TimeoutExpired(self.argv, timeout or 0.0)
        return self.code

    def kill(self) -> None:
        self.killed = True

    @property
    def program(self) -> str:
        return self.argv[0]


@dataclass
class Machine:
    """A machine with these programs; ``codes`` says how they end (0 unless told; None: they hang),
    ``broken`` are there but cannot be started."""

    programs: Collection[str]
    codes: dict[str, int | None] = field(default_factory=dict)
    broken: Collection[str] = ()
    platform: str = "linux"
    environ: Mapping[str, str] = field(default_factory=dict)
    attended: bool = True
    volume: str = "normal"
    voice: bool = False
    player: str = "auto"
    speech: str = "auto"
    now: float = 100.0

    def __post_init__(self) -> None:
        self.wishes: Callable[[], tuple[str, bool]] = lambda: (self.volume, self.voice)
        self.started: list[Acted] = []
        self.waiting: list[Callable[[], None]] = []
        self.bells = 0
        self.notes: list[str] = []
        self.children = Children(self._start, now=lambda: self.now, background=self.waiting.append)
        self.cues = Cues(
            Path("sounds"),
            volume=lambda: self.wishes()[0],
            voice=lambda: self.wishes()[1],
            player=self.player,
            speech=self.speech,
            environ=self.environ,
            attended=self.attended,
            platform=self.platform,
            find=lambda name: name if name in {*self.programs, *self.broken} else None,
            children=self.children,
        )
        self.cues.face(self._ring, self.notes.append)

    def play(self, cue: str, view: View | None = None) -> None:
        """Play a cue, and let the programs that it started end as they do."""
        self.cues.play(cue, view or hold())
        self.settle()

    def rest(self) -> None:
        """The cramp let go: now there is time for a note."""
        self.play("step", seen(Phase.REST, 90.0))

    def settle(self) -> None:
        """Whoever minds a program hears how it ended."""
        while self.waiting:
            self.waiting.pop(0)()

    @property
    def ran(self) -> list[str]:
        """The programs that were started, in order."""
        return [each.program for each in self.started]

    @property
    def sounding(self) -> list[Acted]:
        """Those nobody stopped and that have not been waited for."""
        return [each for each in self.started if not each.killed]

    def _start(self, argv: Sequence[str]) -> Acted:
        if argv[0] in self.broken:
            raise PermissionError(13, "Permission denied")
        self.started.append(Acted(argv, self.codes.get(argv[0], 0)))
        return self.started[-1]

    def _ring(self) -> None:
        self.bells += 1


def seen(phase: Phase, seconds: float = 15.0, **known: Any) -> View:
    """The view at the beginning of a step."""
    step = Step(phase, seconds, known.pop("side", Side.LEFT), **known)
    state = State(routine(seconds), step, length=seconds, ends=seconds)
    return picture(state, 0.0, facts=state.plan.facts(state.step), elapsed_s=0.0, can_undo=False)


def hold() -> View:
    """The view at the beginning of a hold."""
    return seen(Phase.HOLD)
