"""Builds what every face and command shares, once: settings, clock, journal, script, conductor."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from relief_tui import process
from relief_tui.clock import Clock, system_clock
from relief_tui.coach.load import Load
from relief_tui.coach.relief import Relief
from relief_tui.coach.script import Script
from relief_tui.coach.step import Side
from relief_tui.conductor import Conductor
from relief_tui.content import load_script
from relief_tui.cues import Player, bell, silence
from relief_tui.journal.log import Log, nowhere, open_log
from relief_tui.journal.recovery import close_dead_runs
from relief_tui.paths import Paths, find_paths
from relief_tui.settings import Loaded, Settings, Volume, load_settings


@dataclass(frozen=True, slots=True)
class ReliefOptions:
    """What somebody may say about a cramp before it begins. ``hold_s`` 10–20 s."""

    side: Side | None = None
    machine: str | None = None
    hold_s: float | None = None
    exercise: str | None = None
    load: Load | None = None
    practice: bool = False

    def again(self, side: Side | None) -> ReliefOptions:
        """The options of the next cramp on this machine: a second one is no practice."""
        return replace(self, side=side, practice=False)


@dataclass
class Services:
    """What is shared by all that runs in this process."""

    paths: Paths = field(default_factory=find_paths)
    clock: Clock = field(default_factory=system_clock)

    @cached_property
    def loaded(self) -> Loaded:
        """The settings and what is wrong with their file."""
        return load_settings(self.paths.settings)

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.loaded.settings

    @cached_property
    def log(self) -> Log:
        """The journal. Runs that another process left behind are closed when it is opened."""
        log = open_log(self.paths.journal, self.clock.wall)
        close_dead_runs(log, process.alive)
        return log

    @cached_property
    def script(self) -> Script:
        """What the coach says."""
        return load_script()

    @property
    def troubles(self) -> tuple[str, ...]:
        """Plain lines about what does not work here, each with the mend."""
        return (*self.loaded.problems, *self.log.troubles)

    def relief(self, options: ReliefOptions, ring: Callable[[], None]) -> Conductor:
        """A relief ready to begin; ``ring`` rings the terminal's bell."""
        settings = self.settings
        plan = Relief(
            self.script,
            side=options.side,
            machine=options.machine,
            exercise=options.exercise,
            load=options.load,
            hold_s=options.hold_s if options.hold_s is not None else settings.hold_s,
            flags=self.log.open_flags(),
        )
        play: Player = silence if settings.volume is Volume.OFF else bell(ring)
        log = nowhere() if options.practice else self.log
        return Conductor(plan, clock=self.clock, log=log, play=play, run=os.urandom(8).hex())

    def close(self) -> None:
        """Close the journal."""
        if "log" in self.__dict__:
            self.log.close()
