"""What every face and command shares, made once and when it is first asked for."""

from __future__ import annotations

import dataclasses
from dataclasses import field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from relief_tui import process
from relief_tui.awake import Awake
from relief_tui.clock import Clock, system_clock
from relief_tui.coach.equipment import Equipment
from relief_tui.coach.recovery import RecoveryScript
from relief_tui.coach.script import Script
from relief_tui.coach.training import Training
from relief_tui.content import load_recovery, load_script
from relief_tui.content.folder import assets_folder
from relief_tui.gates import Gates
from relief_tui.hindsight import Hindsight
from relief_tui.journal.cutoff import Alive
from relief_tui.journal.log import Log, open_log
from relief_tui.paths import Paths, find_paths
from relief_tui.settings import Loaded, Settings, load_settings

if TYPE_CHECKING:
    from relief_tui.coach.guide import Guide
    from relief_tui.content.causes import Causes
    from relief_tui.cues import Cues
    from relief_tui.shelf import Shelf


@dataclasses.dataclass
class Stock:
    """Settings, clock, journal, scripts, sounds. ``attended``: whether somebody is there to hear
    them; None looks at the terminal."""

    paths: Paths = field(default_factory=find_paths)
    clock: Clock = field(default_factory=system_clock)
    alive: Alive = process.alive
    attended: bool | None = None
    awake: Awake = field(default_factory=Awake)
    _misfits: list[str] = field(default_factory=list)

    @cached_property
    def loaded(self) -> Loaded:
        """The settings and what is wrong with their file."""
        return load_settings(self.paths.settings)

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.loaded.settings

    def choose(self, key: str, value: str) -> str:
        """Change a setting. Answers what went wrong, or nothing; where it is the file that is at
        fault, the choice holds for this process all the same."""
        from relief_tui.settings.writing import choose

        self.loaded, trouble = choose(self.loaded, key, value)
        for said in ("script", "causes"):  # what is said may fit another person now
            self.__dict__.pop(said, None)
        return trouble

    def answer_first(self, key: str) -> str:
        """An answer to a question of the first start; what went wrong with it, or nothing. How
        loud the tones are is heard at once."""
        from relief_tui.settings.first import answers

        given = answers(key, self.settings)
        troubles = [self.choose(name, value) for name, value in given]
        if [name for name, _ in given] == ["volume"]:
            self.cues.sample()
        return next(filter(None, troubles), "")

    @property
    def equipment(self) -> Equipment:
        """What the working load is set with, as the settings describe it."""
        return self.settings.gear

    @cached_property
    def log(self) -> Log:
        """The journal."""
        return open_log(self.paths.journal, self.clock.wall)

    @property
    def shelf(self) -> Shelf:
        """The routines there are."""
        from relief_tui.shelf import Shelf  # no relief has to wait for it

        return Shelf(self.paths.routines)

    @cached_property
    def guide(self) -> Guide:
        """What there is to look up; what could not be read of it stands in its ``troubles``."""
        from relief_tui.content.guide import load_guide  # no relief has to wait for it

        return load_guide()

    @cached_property
    def causes(self) -> Causes:
        """What may have caused a cramp, as it may be said to this person."""
        from relief_tui.content.causes import load_causes  # no relief has to wait for it

        causes = load_causes()
        return replace(causes, causes=self.settings.profile.fitting_causes(causes.causes))

    @cached_property
    def script(self) -> Script:
        """What the coach says."""
        return self.settings.profile.fitting(load_script())

    @cached_property
    def recovery_script(self) -> RecoveryScript:
        """What the coach says in an active-recovery set."""
        return load_recovery()

    @cached_property
    def cues(self) -> Cues:
        """What is heard."""
        from relief_tui.cues import Cues  # nothing but a run has to wait for it

        return Cues(
            assets_folder() / "sounds",
            volume=lambda: self.settings.volume,
            voice=lambda: self.settings.voice,
            player=self.settings.player,
            speech=self.settings.speech,
            attended=self.attended,
        )

    @property
    def troubles(self) -> tuple[str, ...]:
        """Plain lines about what does not work here, each with the mend."""
        return (*self.loaded.problems, *self.log.troubles, *self._misfits)

    @property
    def hindsight(self) -> Hindsight:
        """What is made of cramps afterwards."""
        return Hindsight(self.log, lambda: self.causes, lambda: self.script.safety)

    @property
    def gates(self) -> Gates:
        """What may be begun now."""
        return Gates(
            self.log,
            self.clock.wall,
            self.script,
            self.settings,
            lambda: self.recovery_script,
            lambda: self.hindsight.to_try,
        )

    def training(self) -> Training:
        """What came before in the training that is going on."""
        return self.gates.training()

    def close(self) -> None:
        """Close the journal; what sounds comes to its end, and the screen may sleep."""
        self.awake.keep(False)
        if "log" in self.__dict__:
            self.log.close()
        if "cues" in self.__dict__:
            self.cues.close()
